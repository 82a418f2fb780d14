// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/action.h"

#include <QWidget>

class QSplitter;

namespace tusk::domain
{
struct Todo;
struct TodoFilter;
} // namespace tusk::domain
namespace tusk::models
{
class DatabaseLink;
}

namespace tusk::gui
{

class DetailsPane;
class MessageStrip;
class RepeatNotice;
class Sidebar;
class TodoListPage;

// One environment: its places, the todos of the chosen one, and what it has to say.
class EnvironmentPage final : public QWidget
{
    Q_OBJECT

public:
    // link must outlive the page.
    explicit EnvironmentPage(models::DatabaseLink &link, QWidget *parent = nullptr);

    [[nodiscard]] models::DatabaseLink &link() const { return m_link; }
    [[nodiscard]] Sidebar &sidebar() const { return *m_sidebar; }
    [[nodiscard]] TodoListPage &todos() const { return *m_todos; }
    [[nodiscard]] DetailsPane &details() const { return *m_details; }
    [[nodiscard]] MessageStrip &messages() const { return *m_messages; }

    void toggleDetails();

    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectWorkspace();
    void showError(const base::Error &error);
    void offerUndo(const domain::Action &action);
    void showHandedBack();
    void showConflicts();
    void showLinkState();
    void connectDetails();
    void offerNextDate(const domain::Todo &completed, const QString &sentence);

    models::DatabaseLink &m_link;
    Sidebar *m_sidebar;
    TodoListPage *m_todos;
    DetailsPane *m_details;
    MessageStrip *m_messages;
    RepeatNotice *m_repeats;
    QSplitter *m_splitter;
    bool m_laidOut = false; // the parts have widths, given or restored
    qsizetype m_shownHandedBack = 0;
    qsizetype m_shownConflicts = 0;
};

} // namespace tusk::gui
