// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/alarm.h"
#include "domain/todo.h"

#include <QDateTime>
#include <QObject>

namespace tusk::models
{

class Workspace;

// Tells when a due time passes: then what is due is overdue, and looks so. Thread: that of the GUI.
class DueWatch final : public QObject
{
    Q_OBJECT

public:
    // workspace must outlive the watch.
    explicit DueWatch(const Workspace &workspace, QObject *parent = nullptr);

    // Instead of what was watched before. Those without a due time, and those that are done, do not count. A
    // time that passed just before is told of all the same.
    void watch(const QList<domain::Todo> &todos);

Q_SIGNALS:
    void passed(); // at least one of them, or the clock was set: to be shown anew and watched again

private:
    const Workspace &m_workspace;
    base::Alarm m_alarm;
    QDateTime m_next; // the due time that it is set for
};

} // namespace tusk::models
