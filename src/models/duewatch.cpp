// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/duewatch.h"

#include "domain/relativedate.h"
#include "models/workspace.h"

namespace tusk::models
{

DueWatch::DueWatch(const Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_alarm(workspace.clock())
{
    connect(&m_alarm, &base::Alarm::rang, this, [this] {
        m_next = {};
        Q_EMIT passed();
    });
}

void DueWatch::watch(const QList<domain::Todo> &todos)
{
    const QDateTime now = m_workspace.now().toLocalTime();
    QDateTime next = m_next.isValid() && m_next < now ? m_next : QDateTime();
    for (const domain::Todo &todo : todos) {
        if (!todo.isOpen() || !todo.due || !todo.due->time)
            continue;
        const QDateTime due = domain::dueInstant(*todo.due, now.timeZone());
        if (due >= now && (next.isNull() || due < next))
            next = due;
    }
    m_next = next;
    if (next.isNull())
        m_alarm.clear();
    else
        m_alarm.set(next.addMSecs(1)); // at the due time itself it is in time
}

} // namespace tusk::models
