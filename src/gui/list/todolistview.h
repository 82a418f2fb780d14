// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QListView>

namespace tusk::models
{
class StableRowsProxy;
class TodoTableModel;
} // namespace tusk::models

namespace tusk::gui
{

// The list of todos. Keeps what is seen where it is when rows come and go above it, and asks for the rows
// before the first when it nears them.
class TodoListView final : public QListView
{
    Q_OBJECT

public:
    // model must outlive the view.
    explicit TodoListView(models::TodoTableModel &model, QWidget *parent = nullptr);

    // Rows of the model (not of the view), in order.
    [[nodiscard]] QModelIndexList selectedSourceRows() const;
    void selectOnly(const QUuid &id); // and scrolls there; nothing if it is not shown
    void editCurrent();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    // Letters are shortcuts, not a search among the rows.
    void keyboardSearch(const QString &search) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;

private:
    void onScrolled();

    models::TodoTableModel &m_model;
    models::StableRowsProxy *m_proxy;
};

} // namespace tusk::gui
