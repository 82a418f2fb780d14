// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/chosendatabase.h"
#include "app/processsetup.h"
#include "base/paths.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <QFile>
#include <QProcess>

#include <pwd.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using app::windowRequest;

class TestProcessSetup final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldLeaveNoMemoryOnTheDiskWhenItCrashes()
    {
        app::prepareProcess();

        rlimit limit{1, 1};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
    }

    void shouldGiveWhatIsSecretToNoProgramThatItStarts()
    {
        // Given
        const QString marker = u"Wal/rus@Tusk47"_s;
        for (const char *name : {"TUSK_DATABASE_URL", "PGPASSWORD", "SHOP_PASSWORD"})
            qputenv(name, marker.toUtf8());
        environments::EnvironmentProfile shop = environments::newProfile(u"Shop"_s, {});
        shop.secret = {environments::SecretSource::Kind::Variable, u"SHOP_PASSWORD"_s};
        app::ChosenDatabase database;
        database.all.append(shop);
        // When
        app::prepareProcess();
        app::takeVariables(database);
        // Then
        QProcess program;
        program.start(u"env"_s, QStringList());
        QVERIFY(program.waitForFinished());
        const QString seen = QString::fromUtf8(program.readAll());
        QVERIFY(seen.contains(u"PATH="_s));
        QVERIFY(!seen.contains(marker));
        QCOMPARE(database.variables.value(u"SHOP_PASSWORD"_s), marker);
    }

    void shouldOpenTheWindowWithoutACommand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("environment");
        QTest::newRow("nothing") << QStringList() << QString();
        QTest::newRow("platform") << QStringList{u"-platform"_s, u"offscreen"_s} << QString();
        QTest::newRow("style") << QStringList{u"--style=fusion"_s, u"-reverse"_s} << QString();
        QTest::newRow("environment") << QStringList{u"--env"_s, u"work"_s} << u"work"_s;
        QTest::newRow("environment, assigned") << QStringList{u"--env=work"_s} << u"work"_s;
        QTest::newRow("both") << QStringList{u"-platform"_s, u"xcb"_s, u"--env"_s, u"work"_s} << u"work"_s;
    }

    void shouldOpenTheWindowWithoutACommand()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, environment);

        const auto request = windowRequest(arguments);

        QVERIFY(request);
        QCOMPARE(request->environment.value_or(QString()), environment);
    }

    void shouldNotOpenTheWindowForACommand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("command") << QStringList{u"list"_s};
        QTest::newRow("unknown word") << QStringList{u"nonsense"_s};
        QTest::newRow("help") << QStringList{u"--help"_s};
        QTest::newRow("version") << QStringList{u"--version"_s};
        QTest::newRow("option first") << QStringList{u"--env"_s, u"local"_s, u"list"_s};
        QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
    }

    void shouldNotOpenTheWindowForACommand()
    {
        QFETCH(QStringList, arguments);

        QVERIFY(!windowRequest(arguments));
    }

    void shouldFindTheHomeOfTheAccountWhereTheVariableIsMissing_data()
    {
        QTest::addColumn<bool>("isSet");
        QTest::newRow("unset") << false;
        QTest::newRow("empty") << true;
    }
    void shouldFindTheHomeOfTheAccountWhereTheVariableIsMissing()
    {
        QFETCH(const bool, isSet);
        const tests::TemporaryHome home; // puts the variables back
        qunsetenv("XDG_CONFIG_HOME");
        isSet ? qputenv("HOME", "") : qunsetenv("HOME");

        app::prepareProcess();

        QCOMPARE(base::configFolder(),
                 QFile::decodeName(::getpwuid(::getuid())->pw_dir) + u"/.config/tusk"_s);
    }

    void shouldDecodeEveryLanguage()
    {
        const char *words[] = {"tusk", "Grüße", "日本語", "😀", "", "e\xcc\x81"};

        const auto arguments = app::decodedArguments(6, words);

        QVERIFY(arguments);
        QCOMPARE(*arguments, QStringList({u"Grüße"_s, u"日本語"_s, u"😀"_s, u""_s, u"e\u0301"_s}));
    }

    void shouldRefuseWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("lone byte") << "a\xff"_ba;
        QTest::newRow("cut off") << "a\xe2\x82"_ba;
        QTest::newRow("Latin-1") << "Gr\xfc\xdf"_ba;
        QTest::newRow("lone surrogate") << "\xed\xa0\x80"_ba;
        QTest::newRow("overlong") << "\xc0\x80"_ba;
        QTest::newRow("beyond Unicode") << "\xf5\x80\x80\x80"_ba;
    }

    void shouldRefuseWhatIsNoText()
    {
        QFETCH(QByteArray, bytes);
        const char *words[] = {"tusk", "add", bytes.constData()};

        const auto arguments = app::decodedArguments(3, words);

        QVERIFY(!arguments);
        QCOMPARE(arguments.error().kind, base::ErrorKind::InvalidInput);
        QVERIFY(arguments.error().sentence.contains(u"Argument 2"_s));
    }
};

QTEST_GUILESS_MAIN(TestProcessSetup)
#include "tst_processsetup.moc"
