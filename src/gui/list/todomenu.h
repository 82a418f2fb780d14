// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"
#include "gui/actions/menukeys.h"

#include <QMenu>

namespace tusk::models
{
class TodoCommands;
class Workspace;
} // namespace tusk::models

namespace tusk::gui
{

// What can be done with the selected todos: each entry is one action for all of them. Made when it is opened.
class TodoMenu final : public QMenu
{
    Q_OBJECT

public:
    enum class Elsewhere { Nowhere, Offered }; // whether there is another environment to copy them to
    struct Surroundings {
        Qt::DayOfWeek firstDay = Qt::Monday; // of a week
        Elsewhere elsewhere = Elsewhere::Nowhere;
        KeyOf keyOf; // shown beside the entries
    };
    // workspace and commands must outlive the menu.
    TodoMenu(const QList<domain::Todo> &todos, const models::Workspace &workspace,
             const models::TodoCommands &commands, Surroundings surroundings, QWidget *parent = nullptr);

Q_SIGNALS:
    // What needs more than a command: an editor, a question, the clipboard.
    void toggleWanted();
    void editWanted();
    void copyWanted();
    void mergeWanted();
    void removalWanted(); // to the Trash; in the Trash: for good
    void pickDateWanted();
    void copyElsewhereWanted();

private:
    void addCompletion();
    void addDates();
    void addPriorities();
    void addLists();
    void addTags();
    void addMerging();
    void addRemoval();
    // Checked where all of the todos have it.
    QAction *addChoice(QMenu *menu, const QIcon &icon, const QString &text, bool isChosen,
                       const std::function<void()> &choose);
    void showKeyOf(ActionId id, QAction *entry);

    QList<domain::Todo> m_todos;
    const models::Workspace &m_workspace;
    const models::TodoCommands &m_commands;
    Surroundings m_surroundings;
};

} // namespace tusk::gui
