// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace.h"

#include <QObject>

namespace tusk::gui
{

class DetailsPane;
class MessageStrip;
class TodoListPage;

// Says in the strip what could not be saved and why, gives what was typed back to where it can be edited, and
// asks about what was changed elsewhere at the same time.
class SaveNotices final : public QObject
{
    Q_OBJECT

public:
    // All must outlive this.
    SaveNotices(models::Workspace &workspace, MessageStrip &messages, TodoListPage &todos,
                DetailsPane &details, QObject *parent = nullptr);

Q_SIGNALS:
    void detailsWanted(); // something is given back there

private:
    using HandedBack = models::Workspace::HandedBack;

    void showHeldUp();
    void showHandedBack();
    void showConflicts();
    void show(const HandedBack &refused);
    void show(const models::Workspace::Conflict &conflict);
    void editTitleAgain(const HandedBack &refused);
    void editTodoAgain(const HandedBack &refused);

    models::Workspace &m_workspace;
    MessageStrip &m_messages;
    TodoListPage &m_todos;
    DetailsPane &m_details;
    QString m_heldUp; // what is said of it
    qsizetype m_shownHandedBack = 0;
    qsizetype m_shownConflicts = 0;
};

} // namespace tusk::gui
