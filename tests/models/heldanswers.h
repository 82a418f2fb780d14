// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/uuidv7.h"
#include "data/repository/actionwriter.h"
#include "data/repository/todoreader.h"
#include "data/repository/unsentactions.h"
#include "models/workspace.h"
#include "support/testclock.h"

#include <QTemporaryDir>

namespace tusk::tests
{

using namespace std::chrono_literals;

// Answers when the test says so: which of two connections answers first is nothing that a server can be told.
class HeldReader final : public repository::TodoReader
{
public:
    void open(domain::InstallationId, const repository::PageRequest &firstPage, const base::Inbox &,
              Done<repository::OpeningState> done) override
    {
        openings.append({firstPage.today, std::move(done)});
    }
    void changesSince(const QByteArray &snapshot, const base::Inbox &,
                      Done<repository::CatchUp> done) override
    {
        askedSince.append(snapshot);
        questions.append(std::move(done));
    }
    void page(const repository::PageRequest &, const base::Inbox &, Done<repository::TodoPage>) override {}
    void todos(const QList<domain::TodoId> &, const base::Inbox &, Done<repository::TodoPage>) override {}
    void subtasks(const QList<domain::TodoId> &, const base::Inbox &, Done<repository::TodoPage>) override {}
    void todosByPrefix(const QString &, int, const base::Inbox &, Done<repository::TodoPage>) override {}
    void history(int, const base::Inbox &, Done<QList<repository::ActionSummary>>) override {}

    struct Opening {
        base::Day day;
        Done<repository::OpeningState> done;
    };
    QList<Opening> openings;
    QList<QByteArray> askedSince;
    QList<Done<repository::CatchUp>> questions; // of askedSince
};

class HeldWriter final : public repository::ActionWriter
{
public:
    void apply(const domain::Action &action, domain::InstallationId, const base::Inbox &, Done done) override
    {
        sent.append({action, std::move(done)});
    }
    void emptyTrash(const QString &, domain::InstallationId, const base::Inbox &,
                    std::function<void(base::Result<bool>)>) override
    {
    }

    struct Sent {
        domain::Action action;
        Done done;
    };
    QList<Sent> sent;
};

// A workspace that is open, and whose answers are held.
struct HeldDevice {
    QTemporaryDir folder;
    TestClock clock{QDateTime({2026, 11, 18}, {23, 59}, Qt::UTC)};
    HeldReader reader;
    HeldWriter writer;
    repository::UnsentActions unsent{folder.path()};
    models::Workspace workspace{reader, writer, unsent, clock, domain::InstallationId(base::makeUuidV7())};
    domain::DatabaseId database = domain::DatabaseId(base::makeUuidV7());

    HeldDevice() { workspace.opened(state(clock.day(), "100"), {}); }

    [[nodiscard]] repository::OpeningState state(const base::Day &day, const QByteArray &snapshot) const
    {
        repository::OpeningState result;
        result.database = database;
        result.day = day;
        result.snapshot = snapshot;
        return result;
    }
    void midnight()
    {
        clock.advance(24h);
        workspace.dayChanged();
    }
};

} // namespace tusk::tests
