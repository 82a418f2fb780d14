// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/servercontrol.h"
#include "sandbox.h"
#include "serveruser.h"
#include "support/sqlclient.h"
#include "support/testcase.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>

using namespace tusk;
using namespace tusk::localserver;
using namespace Qt::StringLiterals;
using tests::Sandbox;
using tests::ServerUser;
using tests::SqlClient;

// What people and their processes do with the server while nothing goes wrong.
class TestServerControl final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<Sandbox> m_sandbox;
    const Cancellation m_never;

    void prepare() override { m_sandbox = std::make_unique<Sandbox>(); }
    [[nodiscard]] std::unique_ptr<ServerControl> control() const
    {
        return std::make_unique<ServerControl>(m_sandbox->environment(), m_sandbox->location());
    }
    [[nodiscard]] base::ConnectionSettings acquire(ServerControl &control) const
    {
        const base::Result<base::ConnectionSettings> settings = control.acquire(m_never);
        if (!settings)
            qWarning().noquote() << settings.error().sentence << settings.error().detail;
        return settings ? *settings : base::ConnectionSettings();
    }
    [[nodiscard]] ServerStatus status() const
    {
        const base::Result<ServerStatus> status = control()->status();
        return status ? *status : ServerStatus();
    }

private Q_SLOTS:
    void cleanup() { m_sandbox.reset(); }

    void shouldStartFromNothingAndStopWithItsOnlyUser()
    {
        QList<ServerState> states;
        const std::unique_ptr<ServerControl> user = control();
        const base::Result<base::ConnectionSettings> settings =
            user->acquire(m_never, [&states](ServerState state) { states.append(state); });

        QVERIFY2(settings, qPrintable(settings ? QString() : settings.error().detail));
        QCOMPARE(states, QList({ServerState::Initialising, ServerState::Starting, ServerState::Running}));
        QCOMPARE(settings->host, m_sandbox->location().sockets);
        QCOMPARE(settings->port, 5432);
        QCOMPARE(settings->database, u"tusk"_s);
        QCOMPARE(settings->user, u"tusk"_s);
        QVERIFY(settings->password.isEmpty());
        QVERIFY(settings->listen);
        QCOMPARE(settings->poolSize, 2);
        QVERIFY(SqlClient(*settings).isConnected());
        QVERIFY(status().running);

        QVERIFY(user->release().hasValue());
        QVERIFY(!status().running);
        QVERIFY(!QFile::exists(m_sandbox->location().cluster + u"/postmaster.pid"_s));
    }

    void shouldHaveTheSettingsThatPeopleWereTold()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        SqlClient client(acquire(*user));
        const auto shown = [&client](const QString &name) {
            return client.rows(u"SHOW "_s + name).value(0).value(0);
        };
        QCOMPARE(shown(u"listen_addresses"_s), QString(u""_s));
        QCOMPARE(shown(u"unix_socket_permissions"_s), u"0700"_s);
        QCOMPARE(shown(u"fsync"_s), u"on"_s);
        QCOMPARE(shown(u"synchronous_commit"_s), u"on"_s);
        QCOMPARE(shown(u"shared_buffers"_s), u"128MB"_s);
        QCOMPARE(shown(u"max_wal_size"_s), u"1GB"_s);
        QCOMPARE(shown(u"data_checksums"_s), u"on"_s);
        QCOMPARE(shown(u"server_encoding"_s), u"UTF8"_s);
        QCOMPARE(shown(u"lc_collate"_s), u"C.UTF-8"_s);
        QCOMPARE(client.rows(u"SELECT 'ä' < 'b' COLLATE \"und-x-icu\""_s).value(0).value(0), u"t"_s);
        QCOMPARE(client.rows(u"SELECT rolsuper FROM pg_roles WHERE rolname = 'tusk'"_s).value(0).value(0),
                 u"t"_s);
    }

    void shouldLetNobodyInButTheOwnRoleOverTheSocket()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        base::ConnectionSettings settings = acquire(*user);
        SqlClient client(settings);
        const QList<QStringList> rules =
            client.rows(u"SELECT type, user_name, auth_method FROM pg_hba_file_rules"_s);
        QCOMPARE(rules, QList({QStringList({u"local"_s, u"{tusk}"_s, u"peer"_s})}));
        const QList<QStringList> accounts =
            client.rows(u"SELECT sys_name, pg_username FROM pg_ident_file_mappings"_s);
        QCOMPARE(accounts.size(), m_sandbox->location().clients.size());
        for (const QStringList &account : accounts)
            QVERIFY(m_sandbox->location().clients.contains(account.value(0)));

        client.rows(u"CREATE ROLE intruder LOGIN"_s);
        settings.user = u"intruder"_s;
        QVERIFY(!SqlClient(settings).isConnected());

        struct stat facts = {};
        QCOMPARE(stat(qUtf8Printable(settings.host), &facts), 0);
        QCOMPARE(facts.st_mode & 07777U, 0700U);
        QCOMPARE(facts.st_uid, m_sandbox->location().account.user);
    }

    void trap44_shouldRunAsTheServersAccountWhenWeAreRoot()
    {
        if (geteuid() != 0)
            QSKIP("only root needs another account");
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        const base::ConnectionSettings settings = acquire(*user);

        QVERIFY(SqlClient(settings).isConnected());
        const std::optional<ProcessFacts> facts = processFacts(user->postmaster().pid());
        QVERIFY(facts);
        QCOMPARE(facts->user, accountNamed(u"postgres"_s)->user);
        QVERIFY(m_sandbox->location().cluster.startsWith(m_sandbox->path(u"system/"_s)));
        QCOMPARE(QFileInfo(m_sandbox->location().cluster).owner(), u"postgres"_s);
        QCOMPARE(QFileInfo(m_sandbox->location().side).owner(), u"root"_s);
    }

    void trap45_shouldStartWithALongHomeAndWithoutARuntimeFolder()
    {
        Environment environment = m_sandbox->environment();
        environment.dataFolder = m_sandbox->path(QString(100, u'h') + u"/.local/share/tusk"_s);
        environment.runtimeFolder.clear();
        const base::Result<ClusterLocation> location = locateCluster(environment);
        QVERIFY(location);
        ServerControl user(environment, *location);

        const base::ConnectionSettings settings = acquire(user);

        QVERIFY(SqlClient(settings).isConnected());
        QCOMPARE_LE((settings.host + u"/.s.PGSQL.5432"_s).toUtf8().size(), 107);
        struct stat facts = {};
        QCOMPARE(stat(qUtf8Printable(settings.host), &facts), 0);
        QCOMPARE(facts.st_mode & 07777U, 0700U);
        QVERIFY(user.release().hasValue());
        QVERIFY(QDir(settings.host).removeRecursively()); // as an ordinary user it is in /tmp
    }

    void shouldFindARunningServerFromAnotherEnvironment()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        const base::ConnectionSettings settings = acquire(*user);
        Environment bare = m_sandbox->environment();
        bare.runtimeFolder.clear();
        const base::Result<ClusterLocation> location = locateCluster(bare);
        QVERIFY(location);
        QVERIFY(geteuid() == 0 || location->sockets != settings.host);

        ServerControl other(bare, *location);

        QCOMPARE(acquire(other).host, settings.host);
        QCOMPARE(other.postmaster().pid(), user->postmaster().pid());
    }

    void trap46_shouldServeOthersUntilTheLastOneLeaves()
    {
        m_sandbox->addCluster();
        ServerUser first(m_sandbox->environment());
        ServerUser second(m_sandbox->environment());
        QCOMPARE(first.ask("acquire"), m_sandbox->location().sockets);
        QCOMPARE(second.ask("acquire"), m_sandbox->location().sockets);
        QCOMPARE(status().users, 2);
        const pid_t server = status().pid;
        SqlClient editing(tests::settingsFor(m_sandbox->location().sockets));

        QCOMPARE(first.ask("release"), u"ok"_s);
        QVERIFY(editing.ask(u"SELECT 1"_s).ok);
        QCOMPARE(status().pid, server);
        QCOMPARE(status().users, 1);

        QCOMPARE(second.ask("release"), u"ok"_s);
        QVERIFY(!status().running);
        QCOMPARE(status().users, 0);
    }

    void trap46_shouldNotCountProcessesThatCrashed()
    {
        m_sandbox->addCluster();
        ServerUser crashing(m_sandbox->environment());
        QCOMPARE(crashing.ask("acquire"), m_sandbox->location().sockets);
        const std::unique_ptr<ServerControl> user = control();
        QVERIFY(!acquire(*user).host.isEmpty());

        crashing.kill9();

        QVERIFY(user->release().hasValue());
        QVERIFY(!status().running);
    }

    void shouldReleaseWhenItGoesOutOfScope()
    {
        m_sandbox->addCluster();
        {
            const std::unique_ptr<ServerControl> user = control();
            QVERIFY(!acquire(*user).host.isEmpty());
        }
        QVERIFY(!status().running);
    }

    void shouldInitialiseOnceWhenSeveralStartAtOnce()
    {
        constexpr int processes = 4;
        std::vector<std::unique_ptr<ServerUser>> users;
        for (int i = 0; i < processes; ++i)
            users.push_back(std::make_unique<ServerUser>(m_sandbox->environment()));
        for (const auto &user : users)
            user->tell("acquire");
        for (const auto &user : users)
            QCOMPARE(user->answer(), m_sandbox->location().sockets);

        QCOMPARE(status().users, processes);
        const QStringList made = QDir(QFileInfo(m_sandbox->location().cluster).path())
                                     .entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        for (const QString &name : made)
            QVERIFY2(!name.contains(u".new-"_s), qPrintable(name));
        users.clear();
        QVERIFY(!status().running);
    }

    void shouldComeAndGoQuicklyWithoutLosingEachOther()
    {
        // Starting and stopping processes meet at every step of each other.
        m_sandbox->addCluster();
        ServerUser first(m_sandbox->environment());
        ServerUser second(m_sandbox->environment());
        for (int round = 0; round < 8; ++round) {
            first.tell("acquire");
            second.tell("acquire");
            QCOMPARE(first.answer(), m_sandbox->location().sockets);
            first.tell("release");
            QCOMPARE(second.answer(), m_sandbox->location().sockets);
            QVERIFY(SqlClient(tests::settingsFor(m_sandbox->location().sockets)).isConnected());
            second.tell("release");
            QCOMPARE(first.answer(), u"ok"_s);
            QCOMPARE(second.answer(), u"ok"_s);
        }
        QVERIFY(!status().running);
    }

    void shouldKeepRunningWhenAskedTo()
    {
        m_sandbox->addCluster();
        std::unique_ptr<ServerControl> command = control();
        QVERIFY(!acquire(*command).host.isEmpty());
        QVERIFY(command->keepRunning().hasValue());
        command.reset();
        QVERIFY(status().running);
        QVERIFY(status().keepRunning);
        QCOMPARE(status().users, 0);

        // A window opens and closes.
        std::unique_ptr<ServerControl> window = control();
        QVERIFY(!acquire(*window).host.isEmpty());
        window.reset();
        QVERIFY(status().running);

        const base::Result<bool> stopped = control()->stop();
        QVERIFY(stopped);
        QVERIFY(*stopped);
        QVERIFY(!status().running);
        QVERIFY(!status().keepRunning);
    }

    void shouldForgetTheWishToKeepRunningWhenTheComputerStartsAnew()
    {
        m_sandbox->addCluster();
        std::unique_ptr<ServerControl> command = control();
        QVERIFY(!acquire(*command).host.isEmpty());
        QVERIFY(command->keepRunning().hasValue());
        tests::write(m_sandbox->location().side + u"/keep-running"_s, "another boot");
        QVERIFY(!status().keepRunning);
        command.reset();
        QVERIFY(!status().running);
    }

    void shouldStopAlthoughOthersUseItAndTellThemSo()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> window = control();
        QVERIFY(!acquire(*window).host.isEmpty());
        QVERIFY(!window->wasStoppedOnRequest());

        const base::Result<bool> stopped = control()->stop();

        QVERIFY(stopped && *stopped);
        QVERIFY(window->postmaster().hasEnded());
        QVERIFY(window->wasStoppedOnRequest());
        QVERIFY(!acquire(*window).host.isEmpty());
        QVERIFY(!window->wasStoppedOnRequest());
    }

    void shouldReportTheStatusWithoutLeavingATrace()
    {
        const base::Result<ServerStatus> nothing = control()->status();
        QVERIFY(nothing);
        QVERIFY(!nothing->running);
        QVERIFY(nothing->version.isNull());
        QVERIFY(!QFile::exists(QFileInfo(m_sandbox->location().cluster).path()));
        const base::Result<bool> stopped = control()->stop();
        QVERIFY(stopped);
        QVERIFY(!*stopped);
        QVERIFY(!QFile::exists(QFileInfo(m_sandbox->location().cluster).path()));

        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        const base::ConnectionSettings settings = acquire(*user);
        QVERIFY(status().running);
        QCOMPARE(status().pid, user->postmaster().pid());
        QCOMPARE(status().users, 1);
        QCOMPARE(status().clusterFolder, m_sandbox->location().cluster);
        QCOMPARE(status().socketFolder, settings.host);
        QCOMPARE(status().version, newestServerBinaries(m_sandbox->environment())->version);
    }

    void shouldDumpWhatCanBeRestored()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        const base::ConnectionSettings settings = acquire(*user);
        SqlClient(settings).rows(u"CREATE TABLE kept AS SELECT 'milk' AS title"_s);

        const base::Result<QString> dump =
            user->dump(QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC), m_never);

        QVERIFY2(dump, qPrintable(dump ? QString() : dump.error().detail));
        QCOMPARE(*dump, m_sandbox->location().dumps + u"/tusk-20260102-030405-000.dump"_s);
        QCOMPARE(QFileInfo(*dump).ownerId(), geteuid());
        QCOMPARE(QFile::permissions(*dump) & QFile::Permissions(0x0077), QFile::Permissions());
        SqlClient(settings).rows(u"DROP TABLE kept"_s);
        tests::runTool({tests::serverProgram(u"pg_restore"_s), u"-h"_s, settings.host, u"-U"_s, u"tusk"_s,
                        u"-d"_s, u"tusk"_s, *dump});
        QCOMPARE(SqlClient(settings).rows(u"SELECT title FROM kept"_s).value(0).value(0), u"milk"_s);
    }

    void shouldKeepTheLastFiveDumps()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        QVERIFY(!acquire(*user).host.isEmpty());
        for (int minute = 0; minute < 7; ++minute) {
            const QDateTime now(QDate(2026, 1, 2), QTime(3, minute), Qt::UTC);
            QVERIFY(user->dump(now, m_never).hasValue());
        }
        const QStringList kept = QDir(m_sandbox->location().dumps).entryList(QDir::Files, QDir::Name);
        QCOMPARE(kept.size(), 5);
        QCOMPARE(kept.front(), u"tusk-20260102-030200-000.dump"_s);
        QCOMPARE(kept.back(), u"tusk-20260102-030600-000.dump"_s);
    }

    void shouldLeaveNoHalfADump()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        QVERIFY(!acquire(*user).host.isEmpty());
        QVERIFY(control()->stop().hasValue());

        const QString target = m_sandbox->path(u"mine.dump"_s);
        tests::write(target, "older");
        const base::Result<void> dumped = user->dumpTo(target, m_never);

        QVERIFY(!dumped);
        QCOMPARE(dumped.error().kind, base::ErrorKind::LocalServer);
        QVERIFY(!dumped.error().detail.isEmpty());
        QCOMPARE(QFileInfo(target).size(), 5);
        QVERIFY(!QFile::exists(target + u".part"_s));
    }

    void shouldSayThatADumpNeedsTheServer()
    {
        const base::Result<QString> dump = control()->dump(QDateTime::currentDateTimeUtc(), m_never);
        QVERIFY(!dump);
        QVERIFY(!QFile::exists(m_sandbox->location().dumps));
    }
};

QTEST_GUILESS_MAIN(TestServerControl)
#include "tst_servercontrol.moc"
