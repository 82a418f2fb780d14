// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "data/repository/actionwriter.h"
#include "data/repository/todoreader.h"
#include "data/repository/unsentactions.h"
#include "domain/actions.h"
#include "models/workspace.h"
#include "support/testcase.h"
#include "support/testclock.h"

#include <QTemporaryDir>

using namespace tusk;
using namespace tusk::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

// Answers when the test says so: which of two connections answers first is nothing that a server can be told.
class HeldReader final : public repository::TodoReader
{
public:
    void open(domain::InstallationId, const repository::PageRequest &firstPage, const base::Inbox &,
              Done<repository::OpeningState> done) override
    {
        openings.append({firstPage.today, std::move(done)});
    }
    void changesSince(const QByteArray &snapshot, const base::Inbox &, Done<repository::CatchUp>) override
    {
        askedSince.append(snapshot);
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

} // namespace

// A day begins, or very much has changed: everything is read again while the user goes on.
class TestReadingAnew final : public TestCase
{
    Q_OBJECT

    struct Device {
        QTemporaryDir folder;
        TestClock clock{QDateTime({2026, 11, 18}, {23, 59}, Qt::UTC)};
        HeldReader reader;
        HeldWriter writer;
        repository::UnsentActions unsent{folder.path()};
        models::Workspace workspace{reader, writer, unsent, clock,
                                    domain::InstallationId(base::makeUuidV7())};
        domain::DatabaseId database = domain::DatabaseId(base::makeUuidV7());

        Device() { workspace.opened(state(clock.day(), "100"), {}); }

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

private Q_SLOTS:
    void shouldAskOnceMoreWhenAnActionWasSavedWhileEverythingWasRead()
    {
        Device device;
        domain::Todo todo;
        todo.id = domain::TodoId(base::makeUuidV7());
        todo.title = u"Water the tomatoes"_s;
        device.workspace.perform(domain::createTodos({todo}, device.clock.now()));
        QTRY_COMPARE(device.writer.sent.size(), 1);
        device.midnight();
        QCOMPARE(device.reader.openings.size(), 1);

        repository::ActionAnswer answer;
        answer.rows.todos = {todo};
        device.writer.sent.constFirst().done(answer);
        device.reader.openings.constFirst().done(device.state(device.clock.today(), "101"));

        QCOMPARE(device.reader.askedSince, QList<QByteArray>{"101"});
    }

    void shouldCountAgainWhatMayHaveBeenCountedBeforeItWasAnswered()
    {
        Device device;
        domain::Todo todo;
        todo.id = domain::TodoId(base::makeUuidV7());
        todo.title = u"Water the tomatoes"_s;
        device.workspace.perform(domain::createTodos({todo}, device.clock.now()));
        QTRY_COMPARE(device.writer.sent.size(), 1);
        device.midnight();

        device.reader.openings.constFirst().done(device.state(device.clock.today(), "101"));
        QCOMPARE(device.reader.openings.size(), 1);
        repository::ActionAnswer answer;
        answer.rows.todos = {todo};
        device.writer.sent.constFirst().done(answer);

        QCOMPARE(device.reader.openings.size(), 2);
    }

    void shouldNotAskAgainWhenNothingWasSavedMeanwhile()
    {
        Device device;
        device.midnight();
        device.reader.openings.constFirst().done(device.state(device.clock.today(), "101"));
        QCOMPARE(device.reader.askedSince, QList<QByteArray>());
        QCOMPARE(device.reader.openings.size(), 1);
    }

    void shouldReadTheNextDayWhenMidnightPassesWhileEverythingIsRead()
    {
        Device device;
        device.midnight();
        const base::Day asked = device.reader.openings.constFirst().day;
        device.midnight();
        device.reader.openings.constFirst().done(device.state(asked, "101"));

        QCOMPARE(device.reader.openings.size(), 2);
        QCOMPARE(device.reader.openings.constLast().day.date, asked.date.addDays(1));
    }

    void shouldReadTheNextDayWhenMidnightPassesBeforeTheFirstAnswer()
    {
        Device device;
        device.clock.advance(24h);
        device.workspace.opened(device.state(device.clock.today().addDays(-1), "101"), {});
        QCOMPARE(device.reader.openings.size(), 1);
        QCOMPARE(device.reader.openings.constFirst().day, device.clock.day());
    }
};

QTEST_GUILESS_MAIN(TestReadingAnew)
#include "tst_readinganew.moc"
