// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "base/taskthread.h"
#include "data/repository/actionjournal.h"
#include "domain/action.h"
#include "domain/ids.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace tusk::repository
{

// The file of unsent actions for a thread that may not wait: an ActionJournal on a thread of its own.
// Requests are carried out in the order of the calls; each is answered on the thread of this object, from its
// event loop, exactly once, or never when this object is gone first.
class UnsentActions final : public QObject
{
    Q_OBJECT

public:
    using Found = std::function<void(base::Result<QList<domain::Action>>)>;
    using Kept = std::function<void(base::Result<void>)>;

    // folder: of the environment; address: as that of an ActionJournal. Nothing is read or made before the
    // first call.
    explicit UnsentActions(const QString &folder, const QString &address = {}, QObject *parent = nullptr);
    // Waits until everything that was asked for is on disk.
    ~UnsentActions() override;
    Q_DISABLE_COPY_MOVE(UnsentActions)

    // ActionJournal::open and bind: what waits to be sent, in the order in which it was made. A load that a
    // later one has overtaken is answered with Cancelled.
    void load(std::optional<domain::DatabaseId> database, Found done);
    void bind(domain::DatabaseId database, Found done);
    // The action is on disk when done says so. When it is not (DiskFull, LocalFile) it may be sent all the
    // same: done tells, so that the user knows that it is not safe yet.
    void keep(const domain::Action &action, Kept done);
    // The server has confirmed it, or it was handed back. Also before keep() is answered.
    void settle(domain::ActionId id);

    // Kept, or being kept, and not settled.
    [[nodiscard]] int count() const { return static_cast<int>(m_open.size()); }

Q_SIGNALS:
    // While loading or binding, before its answer: that many records could not be read and were left out;
    // copies are the files that still hold them.
    void damageFound(int records, const QStringList &copies);

private:
    using Gather = std::function<base::Result<UnsentRecords>(ActionJournal &)>;
    void gather(Gather gather, Found done);
    void takeFound(base::Result<UnsentRecords> records, int generation, const Found &done);

    QSet<domain::ActionId> m_open;
    QSet<domain::ActionId> m_settledMeanwhile; // since the first of the answers that are still to come
    int m_answersToCome = 0;
    int m_generation = 0; // counts loads
    bool m_givesWay = false;
    base::Inbox m_inbox;
    ActionJournal m_journal;   // used by m_thread only
    base::TaskThread m_thread; // last: ends before what it uses
};

} // namespace tusk::repository
