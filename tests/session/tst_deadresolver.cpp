// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/databasesession.h"
#include "data/session/partingthread.h"
#include "session/asking.h"
#include "support/fakeresolver.h"
#include "support/guipausemeter.h"
#include "support/testcase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSqlDatabase>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::DatabaseSession;
using session::SessionState;

class TestDeadResolver final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void trap15_shouldNotWaitForAResolverThatNeverAnswers()
    {
        base::ConnectionSettings settings;
        settings.host = QString::fromLatin1(tests::silentNameHost);
        settings.connectTimeout = 300ms;
        session::SessionPace pace = tests::quickPace;
        pace.openingMargin = 200ms;
        pace.retry = {.first = 60s, .ceiling = 60s, .earlyCeiling = 60s, .firstWhenOverloaded = 60s};
        const auto threads = [] { return QDir(u"/proc/self/task"_s).entryList(QDir::Dirs).size(); };
        const qsizetype before = threads();
        auto session = std::make_unique<DatabaseSession>(settings, pace);
        tests::GuiPauseMeter meter;
        meter.start();
        QElapsedTimer timer;
        timer.start();

        session->open();
        QVERIFY(meter.runUntil([&session] { return session->state() == SessionState::Offline; }, 5s));

        QCOMPARE_GE(timer.elapsed(), 400); // a coarse timer may be early by some per cent
        QCOMPARE_LT(timer.elapsed(), 3000);
        QCOMPARE(session->lastError().kind, ErrorKind::Timeout);
        QCOMPARE(session->lastError().sentence,
                 u"The name of the database server could not be looked up in time."_s);
        QCOMPARE(tests::heldLookUps(), 1); // the resolver was asked, and still holds that thread

        // The end of the session does not wait for it either.
        session->retryNow();
        QVERIFY(meter.runUntil([] { return tests::heldLookUps() == 2; }, 5s));
        timer.restart();
        session.reset();
        // It would hold for ever: any bound tells, and this one leaves room for a busy machine.
        QCOMPARE_LT(timer.elapsed(), 1000);
        QCOMPARE_LT(meter.longest(), 1000ms);

        QVERIFY(session::PartingThread::anyRunning());

        // Let go, the threads end by themselves.
        tests::setNameServerSilent(false);
        QTRY_VERIFY(!session::PartingThread::anyRunning());
        QTRY_VERIFY(QSqlDatabase::connectionNames().isEmpty());
        // Before the program does, whose end takes away what they still use.
        QTRY_COMPARE(threads(), before);
    }
};

QTEST_GUILESS_MAIN(TestDeadResolver)
#include "tst_deadresolver.moc"
