// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "tuskprogram.h"

#include <QDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::TuskRun;

// What the program says about itself: without a database, and without making one.
class TestHelpTexts final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldNameEveryCommandInTheHelp()
    {
        const TuskRun run = tests::tusk({u"--help"_s});

        QVERIFY2(run.exitCode == 0 && run.errors.isEmpty(), run.report().constData());
        for (const QString &name : commands())
            QVERIFY2(run.lines().filter(u"  "_s + name + u' ').size() > 0, qPrintable(name));
        QCOMPARE(tests::tusk({u"help"_s}).output, run.output);
        QCOMPARE(tests::tusk({u"-h"_s}).output, run.output);
    }

    void shouldExplainEveryCommand_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : commands())
            QTest::newRow(qPrintable(name)) << name;
    }

    void shouldExplainEveryCommand()
    {
        QFETCH(QString, name);

        const TuskRun run = tests::tusk({name, u"--help"_s});

        QVERIFY2(run.exitCode == 0 && run.errors.isEmpty(), run.report().constData());
        QVERIFY(run.lines().constFirst().startsWith(u"Usage: tusk "_s + name));
        for (const char *option : {"--json", "--verbose", "--env NAME", "--help"})
            QVERIFY(run.output.contains(option));
        for (const QString &line : run.lines())
            QVERIFY2(line.size() <= 80, qPrintable(line));
        QCOMPARE(tests::tusk({u"help"_s, name}).output, run.output);
    }

    void shouldTellItsVersion() { QCOMPARE(tests::tusk({u"--version"_s}).output, "tusk " TUSK_VERSION "\n"); }

    void shouldLeaveNothingBehind()
    {
        const tests::TemporaryHome home;

        QCOMPARE(tests::tusk({u"--help"_s}).exitCode, 0);
        QCOMPARE(tests::tusk({u"add"_s, u"--help"_s}).exitCode, 0);
        QCOMPARE(tests::tusk({u"add"_s, u" "_s}).exitCode, 1);

        QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME")).isEmpty());
        QVERIFY(QDir(qEnvironmentVariable("XDG_STATE_HOME")).isEmpty());
        QVERIFY(QDir(qEnvironmentVariable("XDG_RUNTIME_DIR")).isEmpty());
    }

private:
    static QStringList commands()
    {
        return {u"add"_s,    u"list"_s,   u"search"_s,  u"show"_s,  u"edit"_s,    u"done"_s,
                u"reopen"_s, u"delete"_s, u"restore"_s, u"purge"_s, u"move"_s,    u"reorder"_s,
                u"merge"_s,  u"lists"_s,  u"undo"_s,    u"redo"_s,  u"history"_s, u"migrate"_s,
                u"import"_s, u"verify"_s, u"export"_s,  u"env"_s,   u"server"_s,  u"doctor"_s};
    }
};

QTEST_GUILESS_MAIN(TestHelpTexts)
#include "tst_helptexts.moc"
