// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/todofilter.h"
#include "models/workspace.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTimer;

namespace tusk::models
{
class TodoTableModel;
}

namespace tusk::gui
{

class TodoListView;

// The todos of a place: its title, the line for new todos, the search field and the list.
class TodoListPage final : public QWidget
{
    Q_OBJECT

public:
    // workspace must outlive the page.
    explicit TodoListPage(models::Workspace &workspace, QWidget *parent = nullptr);

    void showPlace(const domain::TodoFilter &place, const QString &title);
    void showFirstRows(const domain::TodoFilter &place, const QString &title,
                       const repository::TodoPage &page);
    [[nodiscard]] models::TodoTableModel &model() const { return *m_model; }
    [[nodiscard]] TodoListView &view() const { return *m_view; }

    void focusQuickAdd();
    void focusSearch();
    // Puts a title back into the line, for what the database refused.
    void offerTitle(const QString &title);

    void toggleCompleted(); // of the selected todos: completes if any is open
    void removeSelected();  // to the Trash; in the Trash: for good, after a question
    void restoreSelected();
    void editSelected();

Q_SIGNALS:
    void rejected(const tusk::base::Error &error);
    void searchStarted();
    void searchEnded();
    void firstRowsShown(); // rows (or the empty state) are on the screen

private:
    void makeLayout();
    void addTyped();
    void search();
    void showTitle();
    void showEmptyState();
    void confirmPurge(const QList<domain::Todo> &todos);
    [[nodiscard]] QList<domain::Todo> selectedTodos() const;

    models::Workspace &m_workspace;
    models::TodoTableModel *m_model;
    TodoListView *m_view;
    QLabel *m_title;
    QLabel *m_amount;
    QLineEdit *m_quickAdd;
    QLineEdit *m_search;
    QLabel *m_empty;
    QTimer *m_searchTimer;
    QString m_placeTitle;
};

} // namespace tusk::gui
