// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "domain/actions.h"
#include "heldanswers.h"
#include "support/testcase.h"

using namespace tusk;
using namespace tusk::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// A day begins, or very much has changed: everything is read again while the user goes on.
class TestReadingAnew final : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldAskOnceMoreWhenAnActionWasSavedWhileEverythingWasRead()
    {
        HeldDevice device;
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
        HeldDevice device;
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
        HeldDevice device;
        device.midnight();
        device.reader.openings.constFirst().done(device.state(device.clock.today(), "101"));
        QCOMPARE(device.reader.askedSince, QList<QByteArray>());
        QCOMPARE(device.reader.openings.size(), 1);
    }

    void shouldReadTheNextDayWhenMidnightPassesWhileEverythingIsRead()
    {
        HeldDevice device;
        device.midnight();
        const base::Day asked = device.reader.openings.constFirst().day;
        device.midnight();
        device.reader.openings.constFirst().done(device.state(asked, "101"));

        QCOMPARE(device.reader.openings.size(), 2);
        QCOMPARE(device.reader.openings.constLast().day.date, asked.date.addDays(1));
    }

    void shouldReadTheNextDayWhenMidnightPassesBeforeTheFirstAnswer()
    {
        HeldDevice device;
        device.clock.advance(24h);
        device.workspace.opened(device.state(device.clock.today().addDays(-1), "101"), {});
        QCOMPARE(device.reader.openings.size(), 1);
        QCOMPARE(device.reader.openings.constFirst().day, device.clock.day());
    }
};

QTEST_GUILESS_MAIN(TestReadingAnew)
#include "tst_readinganew.moc"
