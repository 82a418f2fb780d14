// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/unsentactions.h"

#include "base/threadpriority.h"

#include <utility>

namespace tusk::repository
{

using base::ErrorKind;
using base::Result;
using domain::Action;
using domain::ActionId;

namespace
{

base::Error overtaken()
{
    base::Error error;
    error.kind = ErrorKind::Cancelled;
    error.detail = QStringLiteral("Overtaken by another load.");
    return error;
}

} // namespace

UnsentActions::UnsentActions(const QString &folder, const QString &address, QObject *parent)
    : QObject(parent)
    , m_journal(folder, address)
{
}

UnsentActions::~UnsentActions() = default;

void UnsentActions::load(std::optional<domain::DatabaseId> database, Found done)
{
    ++m_generation;
    m_open.clear();
    gather([database](ActionJournal &journal) { return journal.open(database); }, std::move(done));
}

void UnsentActions::bind(domain::DatabaseId database, Found done)
{
    gather([database](ActionJournal &journal) { return journal.bind(database); }, std::move(done));
}

void UnsentActions::gather(Gather gather, Found done)
{
    ++m_answersToCome;
    // Moved from thread to thread, so that what done holds is only ever destroyed on ours.
    m_thread.post([this, generation = m_generation, gather = std::move(gather), address = m_inbox.address(),
                   done = std::move(done)]() mutable {
        auto records = gather(m_journal);
        address.post([this, generation, records = std::move(records), done = std::move(done)]() mutable {
            takeFound(std::move(records), generation, done);
        });
    });
}

void UnsentActions::takeFound(Result<UnsentRecords> records, int generation, const Found &done)
{
    if (!std::exchange(m_givesWay, true)) // from now on: what waits from earlier runs is wanted at once
        m_thread.post(base::giveWayToTheWindow);
    const bool isLast = --m_answersToCome == 0;
    const QSet<ActionId> settled = isLast ? std::exchange(m_settledMeanwhile, {}) : m_settledMeanwhile;
    if (generation != m_generation)
        return done(overtaken());
    if (!records)
        return done(records.error());
    QList<Action> &actions = records->actions;
    actions.removeIf([&settled](const Action &action) { return settled.contains(action.id); });
    for (const Action &action : actions)
        m_open.insert(action.id);
    if (records->damaged > 0)
        Q_EMIT damageFound(records->damaged, records->damagedCopies);
    done(std::move(actions));
}

void UnsentActions::keep(const Action &action, Kept done)
{
    m_open.insert(action.id);
    m_settledMeanwhile.remove(action.id);
    m_thread.post([this, copy = action, address = m_inbox.address(), done = std::move(done)]() mutable {
        const ActionId id = copy.id;
        // When the caller hears of it, its action is shared with nobody any more.
        auto kept = m_journal.append(std::exchange(copy, Action()));
        address.post([this, id, kept = std::move(kept), done = std::move(done)] {
            if (!kept)
                m_open.remove(id);
            done(kept);
        });
    });
}

void UnsentActions::settle(ActionId id)
{
    m_open.remove(id);
    if (m_answersToCome > 0)
        m_settledMeanwhile.insert(id);
    m_thread.post([this, id] { m_journal.settle(id); });
}

} // namespace tusk::repository
