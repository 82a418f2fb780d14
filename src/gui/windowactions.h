// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAction>
#include <QObject>

namespace tusk::gui
{

// What can be done in the window, each with its text and shortcut: the one place where they are made.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent = nullptr);

    [[nodiscard]] QList<QAction *> all() const;

    QAction *newTodo;
    QAction *find;
    QAction *leaveSearch;
    QAction *edit;
    QAction *toggleCompleted;
    QAction *remove;
    QAction *restore;
    QAction *toggleDetails;
    QAction *undo;
    QAction *redo;
    QAction *retry;
    QAction *quit;
};

} // namespace tusk::gui
