// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "privatehome.h"
#include "support/testcase.h"
#include "tuskprogram.h"

#include <QFile>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::addTodo;
using tests::isServerRunning;
using tests::PrivateHome;
using tests::serverStatus;
using tests::TuskRun;

// The first command of somebody who has never run Tusk.
class TestFirstRun final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldWorkInANewHomeAndLeaveNoServerBehind()
    {
        const PrivateHome home;
        QVERIFY(!isServerRunning());

        const QString id = addTodo(u"first of all"_s);

        QVERIFY(!isServerRunning());
        QCOMPARE(tests::idsIn(tests::tusk({u"list"_s, u"--json"_s}).json()), QStringList(id));
        QVERIFY(!isServerRunning());
    }

    void shouldLetTwoCommandsMakeTheDatabaseAtOnce()
    {
        const PrivateHome home;

        const auto one = tests::startTusk({u"add"_s, u"one"_s});
        const auto two = tests::startTusk({u"add"_s, u"two"_s});
        const TuskRun first = tests::finish(*one);
        const TuskRun second = tests::finish(*two);

        QVERIFY2(first.exitCode == 0 && first.errors.isEmpty(), first.report().constData());
        QVERIFY2(second.exitCode == 0 && second.errors.isEmpty(), second.report().constData());
        QStringList titles = tests::titlesIn(tests::tusk({u"list"_s, u"--json"_s}).json());
        titles.sort();
        QCOMPARE(titles, QStringList({u"one"_s, u"two"_s}));
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0); // both are of the same installation
        QVERIFY(!isServerRunning());
    }

    void shouldWorkInAHomeWithALongName()
    {
        const PrivateHome home(PrivateHome::Folders::Default);

        const TuskRun run = tests::tusk({u"add"_s, u"x"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QVERIFY(QFile::exists(qEnvironmentVariable("HOME") + u"/.local/state/tusk/installation"_s));
    }

    void shouldExplainWherePostgresqlIsMissing()
    {
        const PrivateHome home;
        const tests::Variables without{{u"TUSK_PG_BINDIR"_s, home.path()}};

        const TuskRun run = tests::tusk({u"list"_s}, without);
        const TuskRun doctor = tests::tusk({u"doctor"_s}, without);

        QVERIFY2(run.exitCode == 3, run.report().constData());
        QVERIFY2(run.saysOneSentence() && run.errors.contains("PostgreSQL"), run.report().constData());
        QCOMPARE(doctor.exitCode, 1);
        QVERIFY2(doctor.output.startsWith("problem  PostgreSQL"), doctor.report().constData());
        QVERIFY(serverStatus()["version"_L1].isNull()); // nothing was made
    }

    void shouldFindNothingWrongBeforeAndAfterTheFirstTodo()
    {
        const PrivateHome home;

        const TuskRun before = tests::tusk({u"doctor"_s});
        QVERIFY2(before.exitCode == 0, before.report().constData());
        QVERIFY(before.output.contains("none yet"));
        QVERIFY(serverStatus()["version"_L1].isNull()); // the doctor makes nothing

        addTodo(u"x"_s);
        const TuskRun after = tests::tusk({u"doctor"_s});
        QVERIFY2(after.exitCode == 0, after.report().constData());
        for (const QString &line : after.lines())
            QVERIFY2(line.startsWith(u"ok "_s), qPrintable(line));
        QStringList checks;
        for (const QJsonValue &finding : tests::tusk({u"doctor"_s, u"--json"_s}).json())
            checks.append(finding["check"_L1].toString());
        QCOMPARE(checks, QStringList({u"PostgreSQL"_s, u"database"_s, u"server"_s, u"socket"_s, u"unsent"_s,
                                      u"connection"_s, u"schema"_s, u"search"_s}));
        QVERIFY(!isServerRunning());
    }
};

QTEST_GUILESS_MAIN(TestFirstRun)
#include "tst_firstrun.moc"
