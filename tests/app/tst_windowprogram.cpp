// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/unsentfolder.h"
#include "data/repository/actionjournal.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "support/markersearch.h"
#include "support/mutebus.h"
#include "support/proxy.h"
#include "support/sanitizers.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "support/testserver.h"
#include "tuskprogram.h"
#include "windowrun.h"

#include <QDir>
#include <QStandardPaths>

#include <csignal>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::at;
using tests::Proxy;
using tests::TuskRun;
using tests::Variables;
using Window = tests::WindowRun;

// The program as the desktop starts and ends it.
class TestWindowProgram final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<tests::TemporaryHome> m_home;
    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<Proxy> m_proxy;

    [[nodiscard]] QString value(const QString &sql)
    {
        return m_server->psql(sql, m_settings.database).value(0).value(0);
    }
    [[nodiscard]] QString waiting() const { return app::unsentFolder(m_proxy->settings()); }

    // As an earlier run has left it, which could not reach the database.
    void leaveUnsent(const QString &title) const
    {
        domain::Todo todo;
        todo.id = domain::TodoId(QUuid::createUuid());
        todo.title = title;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        todo.position = domain::positionAtEnd(now);
        repository::ActionJournal journal(waiting());
        QVERIFY(journal.append(domain::createTodos({todo}, now)));
    }
    // Holds every action up while it exists.
    [[nodiscard]] std::unique_ptr<tests::SqlClient> block()
    {
        auto client = std::make_unique<tests::SqlClient>(m_server->superuser(m_settings.database));
        client->rows(u"BEGIN; LOCK TABLE tusk.todo IN EXCLUSIVE MODE"_s);
        return client;
    }
    [[nodiscard]] bool isHeldUp()
    {
        return value(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = "
                     "current_database()"_s) == u"1"_s;
    }
    // The next start sends what waits, and nothing is left. (What the database was still at may be stored
    // before that.)
    void expectToBeSentOnce(const QString &title)
    {
        const Window next(at(m_proxy->settings()));
        QVERIFY(next.showsRows());
        QTRY_COMPARE_WITH_TIMEOUT(app::countUnsent(waiting()).actions, 0, Window::patience);
        TuskRun run;
        QVERIFY(next.terminate(run) >= 0);
        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(value(u"SELECT string_agg(title, ',') FROM tusk.todo"_s), title);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action"_s), u"1"_s);
    }

protected:
    void prepare() override
    {
        m_home = std::make_unique<tests::TemporaryHome>();
        m_settings = m_server->createDatabase();
        const TuskRun run = tests::tusk({u"migrate"_s}, at(m_settings));
        QVERIFY2(run.exitCode == 0, run.report().constData());
        m_proxy = std::make_unique<Proxy>(m_settings);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true});
    }
    void cleanup()
    {
        m_proxy.reset();
        m_home.reset();
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldShowItsRowsAtEveryScale_data()
    {
        QTest::addColumn<double>("scale");
        for (const double scale : {1.0, 1.25, 2.0})
            QTest::addRow("%g", scale) << scale;
    }
    void shouldShowItsRowsAtEveryScale()
    {
        QFETCH(const double, scale);
        Variables variables = at(m_settings);
        variables.insert(u"QT_SCALE_FACTOR"_s, QString::number(scale));

        const Window window(variables);

        QVERIFY(window.showsRows());
        const QImage picture = window.picture();
        QVERIFY2(picture.width() >= qRound(640 * scale) && picture.height() >= qRound(400 * scale),
                 qPrintable(u"%1 × %2"_s.arg(picture.width()).arg(picture.height())));
        TuskRun run;
        QVERIFY(window.terminate(run) >= 0);
        QVERIFY2(run.exitCode == 0, run.report().constData());
    }

    void shouldLeaveTheWindowToTheFirstStart()
    {
        const Window first(at(m_settings));
        QVERIFY(first.showsRows());

        const TuskRun second = tests::tusk({}, at(m_settings));

        QVERIFY2(second.exitCode == 0, second.report().constData());
        QVERIFY(first.isRunning());
    }

    void shouldSayThatThereIsNoScreen_data()
    {
        QTest::addColumn<Variables>("variables");
        const Variables none{{u"QT_QPA_PLATFORM"_s, {}}, {u"DISPLAY"_s, {}}, {u"WAYLAND_DISPLAY"_s, {}}};
        QTest::newRow("none") << none;
        Variables wrong = none;
        wrong.insert(u"DISPLAY"_s, u"nowhere.invalid:7"_s);
        QTest::newRow("one that does not answer") << wrong;
    }
    void shouldSayThatThereIsNoScreen()
    {
        QFETCH(Variables, variables);
        variables.insert(at(m_settings));

        const TuskRun run = tests::tusk({}, variables);

        QVERIFY2(run.exitCode == 1, run.report().constData());
        QVERIFY2(run.saysOneSentence() && run.errors.contains("screen"), run.report().constData());
    }

    // Whatever goes wrong, and however much is logged.
    void trap23_shouldTellNobodyItsPassword_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("wrong password") << "password authentication failed"_ba;
        QTest::newRow("no such database") << "does not exist"_ba;
        QTest::newRow("refused") << "Connection refused"_ba;
        QTest::newRow("cut") << "Connection refused"_ba;
    }
    void trap23_shouldTellNobodyItsPassword()
    {
        QFETCH(const QByteArray, said);
        const QString trouble = QString::fromLatin1(QTest::currentDataTag());
        const QString marker = u"lynx/brook@Wort%61-marker"_s;
        tests::TestServer server(tests::TestServerOptions{.tcp = true, .scram = true});
        base::ConnectionSettings settings = server.createDatabase();
        const TuskRun migrated = tests::tusk({u"migrate"_s}, at(settings));
        QVERIFY2(migrated.exitCode == 0, migrated.report().constData());
        server.psql(u"ALTER ROLE tusk PASSWORD '%1'"_s.arg(marker));
        settings.password = trouble == u"wrong password" ? marker + u"wrong"_s : marker;
        if (trouble == u"no such database")
            settings.database = u"nowhere"_s;
        Proxy network(settings);
        if (trouble == u"refused")
            network.refuse();
        Variables variables = at(network.settings());
        variables.insert(u"QT_LOGGING_RULES"_s, u"tusk.*=true"_s);
        Window window(variables);
        if (trouble == u"cut") {
            QVERIFY(window.showsRows());
            network.cut(Proxy::NewConnections::Refused);
        }
        QVERIFY(window.says(said));

        tests::MarkerSearch search(marker);
        search.lookInCommandLines();
        TuskRun run;
        QVERIFY(window.terminate(run) >= 0);

        QVERIFY2(run.exitCode == 0, run.report().constData());
        search.lookInBytes(u"standard error"_s, run.errors);
        search.lookInBytes(u"standard output"_s, run.output);
        search.lookInFolder(m_home->path());
        search.lookInText(u"the server's log"_s, server.logLines().join(u'\n'));
        QCOMPARE(search.findings(), QStringList());
    }

    void shouldComeAndGoWithoutTheLoopOfGlib()
    {
        Variables variables = at(m_settings);
        variables.insert(u"QT_NO_GLIB"_s, u"1"_s);
        const Window window(variables);
        QVERIFY(window.showsRows());

        TuskRun run;
        const qint64 time = window.terminate(run);

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE_LT(time, 1000 * tests::sanitizerSlowdown);
    }

    void shouldComeAndGoWithABusThatSaysNothing()
    {
        const tests::MuteBus bus;
        Variables variables = at(m_settings);
        variables.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
        const Window window(variables);
        QVERIFY(window.showsRows());

        TuskRun run;
        const qint64 time = window.terminate(run);

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE_LT(time, 1000 * tests::sanitizerSlowdown);
    }

    void shouldSayThatTheFirstDoesNotAnswer()
    {
        const Window first(at(m_settings));
        QVERIFY(first.showsRows());
        first.sendSignal(SIGSTOP);

        const TuskRun second = tests::tusk({}, at(m_settings));

        QVERIFY2(second.exitCode == 1, second.report().constData());
        QVERIFY2(second.saysOneSentence(), second.report().constData());
        first.sendSignal(SIGCONT);
    }

    void shouldOpenWindowsOnOtherDataBesideIt()
    {
        const Window first(at(m_settings));
        const Window otherDatabase(at(m_server->createDatabase()));
        QTemporaryDir data;
        Variables otherFolder = at(m_settings);
        otherFolder.insert(u"XDG_DATA_HOME"_s, data.path());
        const Window otherData(otherFolder);

        QVERIFY(first.showsRows());
        QVERIFY(otherDatabase.showsRows());
        QVERIFY(otherData.showsRows());
    }

    void shouldOpenAWindowForEachPrivateServer()
    {
        const auto cluster = [this](const QString &name) {
            return Variables{{u"TUSK_CLUSTER_DIR"_s, m_home->path() + u'/' + name},
                             {u"TUSK_PG_BINDIR"_s, m_home->path()}}; // no PostgreSQL: the window says so
        };
        const auto openWindows = [] {
            const QDir folder(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/tusk"_s);
            return folder.entryList({u"window-*"_s}, QDir::Files | QDir::System).size() / 2;
        };
        const Window first(cluster(u"one"_s));
        QTRY_COMPARE_WITH_TIMEOUT(openWindows(), 1, Window::patience);

        const Window second(cluster(u"two"_s));
        QTRY_COMPARE_WITH_TIMEOUT(openWindows(), 2, Window::patience);

        const TuskRun again = tests::tusk({}, cluster(u"two"_s));
        QVERIFY2(again.exitCode == 0, again.report().constData());
        QVERIFY(first.isRunning() && second.isRunning());
    }

    void shouldShowTheEnvironmentThatALaterStartNames()
    {
        const Variables desktop{{u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s}};
        const base::ConnectionSettings other = m_server->createDatabase();
        for (const auto &[name, database] : {std::pair(u"one"_s, m_settings), std::pair(u"two"_s, other)}) {
            const QString url = at(database).value(u"TUSK_DATABASE_URL"_s) + u"?sslmode=disable"_s;
            const TuskRun added =
                tests::tusk({u"env"_s, u"add"_s, name, u"--url-stdin"_s, u"--secret"_s, u"none"_s}, desktop,
                            url.toUtf8());
            QVERIFY2(added.exitCode == 0, added.report().constData());
        }
        QCOMPARE(tests::tusk({u"env"_s, u"use"_s, u"one"_s}, desktop).exitCode, 0);
        // Not any connection: that of the first careful try is gone again.
        const auto isListenedTo = [this, &other] {
            return m_server
                ->psql(u"SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = '%1' AND usename = '%2' "
                       "AND query LIKE 'LISTEN%'"_s.arg(other.database, other.user))
                .value(0)
                .value(0);
        };
        const Window first(desktop);
        QVERIFY(first.showsRows());
        QCOMPARE(isListenedTo(), u"f"_s);

        const TuskRun second = tests::tusk({u"--env"_s, u"two"_s}, desktop);

        QVERIFY2(second.exitCode == 0, second.report().constData());
        QTRY_COMPARE_WITH_TIMEOUT(isListenedTo(), u"t"_s, Window::patience);
        QVERIFY(first.isRunning());
    }

    void shouldStartAfterTheFirstWasKilled()
    {
        Window first(at(m_settings));
        QVERIFY(first.showsRows());
        first.sendSignal(SIGKILL);
        QCOMPARE(first.end().exitCode, -1);
        const QDir folder(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/tusk"_s);
        QCOMPARE(folder.entryList({u"window-*"_s}, QDir::Files | QDir::System).size(), 2); // left behind

        const Window next(at(m_settings));

        QVERIFY(next.showsRows());
    }

    void shouldEndAtOnceWhenNothingWaits_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void shouldEndAtOnceWhenNothingWaits()
    {
        QFETCH(const int, signal);
        const Window window(at(m_settings));
        QVERIFY(window.showsRows());

        window.sendSignal(signal);
        const TuskRun run = window.end();

        QVERIFY2(run.exitCode == 0, run.report().constData());
    }

    void shouldKeepWhatTheDatabaseIsStillAtWhenItIsAskedToEnd_data()
    {
        QTest::addColumn<QString>("trouble");
        for (const auto *trouble : {"held up", "frozen", "cut"})
            QTest::newRow(trouble) << QString::fromLatin1(trouble);
    }
    void shouldKeepWhatTheDatabaseIsStillAtWhenItIsAskedToEnd()
    {
        QFETCH(const QString, trouble);
        leaveUnsent(u"unsent"_s);
        auto blocker = block();
        const Window window(at(m_proxy->settings()));
        QTRY_VERIFY_WITH_TIMEOUT(isHeldUp(), Window::patience);
        if (trouble == u"frozen")
            m_proxy->freeze();
        else if (trouble == u"cut")
            m_proxy->cut(Proxy::NewConnections::Refused);

        TuskRun run;
        const qint64 time = window.terminate(run);

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QVERIFY2(time < 10'000, QByteArray::number(time).constData());
        QVERIFY2(run.errors.contains("kept on this computer"), run.report().constData());
        QCOMPARE(app::countUnsent(waiting()).actions, 1);
        blocker.reset();
        m_proxy->thaw();
        m_proxy->accept();
        expectToBeSentOnce(u"unsent"_s);
    }

    void shouldKeepWhatWaitsWhenTheDatabaseHasNeverAnswered()
    {
        leaveUnsent(u"unsent"_s);
        m_proxy->freezeAfterAuthentication();
        const Window window(at(m_proxy->settings()));
        QTRY_VERIFY_WITH_TIMEOUT(m_proxy->connections() > 0, Window::patience);

        TuskRun run;
        const qint64 time = window.terminate(run);

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QVERIFY2(time < 10'000, QByteArray::number(time).constData());
        QVERIFY2(run.errors.contains("kept on this computer"), run.report().constData());
        QCOMPARE(app::countUnsent(waiting()).actions, 1);
        m_proxy->thaw();
        expectToBeSentOnce(u"unsent"_s);
    }

    // What a logout is for a program of X11 that gets no signal in time.
    void shouldKeepWhatWaitsWhenTheDisplayGoesAway()
    {
        const QString displayServer = QStandardPaths::findExecutable(u"Xvfb"_s);
        if (displayServer.isEmpty())
            QSKIP("There is no Xvfb here.");
        QProcess display;
        display.start(displayServer, {u"-displayfd"_s, u"1"_s, u"-nolisten"_s, u"tcp"_s});
        QVERIFY(display.waitForReadyRead(Window::patience));
        leaveUnsent(u"unsent"_s);
        auto blocker = block();
        Variables variables = at(m_proxy->settings());
        variables.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        variables.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(display.readAllStandardOutput().trimmed()));
        const Window window(variables);
        QTRY_VERIFY_WITH_TIMEOUT(isHeldUp(), Window::patience);

        display.terminate();
        QVERIFY(display.waitForFinished(Window::patience));
        const TuskRun run = window.end();

        QVERIFY2(run.exitCode > 0, run.report().constData());
        QCOMPARE(app::countUnsent(waiting()).actions, 1);
        blocker.reset();
        expectToBeSentOnce(u"unsent"_s);
    }
};

QTEST_GUILESS_MAIN(TestWindowProgram)
#include "tst_windowprogram.moc"
