// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tusk::tests
{

// Text files as other programs write them, down to their preambles, quoting and line ends.

struct TodoistRow {
    QByteArray type = "task"; // task, section, note; empty: a line that parts
    QByteArray content = {};
    QByteArray description = {};
    int priority = 4; // 1 is the most urgent
    int indent = 1;
    QByteArray date = {};
    QByteArray zone = {};
};
// The export of a project, with the byte order mark that Todoist writes.
[[nodiscard]] QByteArray todoistFile(const QList<TodoistRow> &rows);

struct TickTickRow {
    QByteArray folder = {};
    QByteArray list = "Inbox";
    QByteArray title = {};
    QByteArray tags = {};
    QByteArray content = {};
    bool isChecklist = false;
    QByteArray start = {};
    QByteArray due = {};
    QByteArray repeat = {};
    int priority = 0; // 0, 1, 3, 5
    int status = 0;
    QByteArray created = "2026-01-02T03:04:05+0000";
    QByteArray completed = {};
    int order = 0;
    QByteArray zone = "Europe/Berlin";
    bool isAllDay = false;
    QByteArray id = {};
    QByteArray parent = {};
};
[[nodiscard]] QByteArray tickTickFile(const QList<TickTickRow> &rows);

// A calendar of these lines within VTODO, with CR LF.
[[nodiscard]] QByteArray calendarFile(const QList<QByteArray> &todos, const QByteArray &header = {});

} // namespace tusk::tests
