// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/lockedfile.h"
#include "base/uuidv7.h"
#include "data/repository/actionjournal.h"
#include "domain/actions.h"
#include "environments/keychainsecretstore.h"
#include "environments/keyringdaemon.h"
#include "support/flatjson.h"
#include "support/markersearch.h"
#include "support/privatebus.h"
#include "support/proxy.h"
#include "support/sqlclient.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "support/testserver.h"
#include "tuskprogram.h"

#include <QDir>
#include <QFile>
#include <QUrl>

#include <functional>
#include <optional>
#include <sys/stat.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using base::ConnectionSettings;
using tests::TuskRun;
using tests::Variables;

namespace
{

const QString marker = u"hare/bell@Wort%95-marker"_s;

QByteArray urlOf(const ConnectionSettings &settings, const QString &password)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    const QString uri = u"postgresql://"_s + encoded(settings.user) + u':' + encoded(password) + u'@' +
                        settings.host + u':' + QString::number(settings.port) + u'/' + settings.database;
    return QString(uri + "?sslmode=disable"_L1).toUtf8();
}

// An option with its value, and what is different in the environment then, by its path.
struct Option {
    QString name;
    QString value;
    QJsonObject members;
};

QList<Option> allOptions()
{
    return {
        {u"--kind"_s, u"staging"_s, {{u"kind"_s, u"staging"_s}}},
        {u"--colour"_s, u"#123456"_s, {{u"colour"_s, u"#123456"_s}}},
        {u"--host"_s, u"pooler.example.org"_s, {{u"host"_s, u"pooler.example.org"_s}}},
        {u"--port"_s, u"6001"_s, {{u"port"_s, 6001}}},
        {u"--database"_s, u"to do’s"_s, {{u"database"_s, u"to do’s"_s}}},
        {u"--user"_s, u"ann@corp"_s, {{u"user"_s, u"ann@corp"_s}}},
        {u"--sslmode"_s, u"verify-ca"_s, {{u"sslmode"_s, u"verify-ca"_s}}},
        {u"--sslrootcert"_s, u"/etc/ssl/our root.crt"_s, {{u"sslrootcert"_s, u"/etc/ssl/our root.crt"_s}}},
        {u"--channel-binding"_s, u"require"_s, {{u"channel_binding"_s, u"require"_s}}},
        {u"--application-name"_s, u"desk"_s, {{u"application_name"_s, u"desk"_s}}},
        {u"--direct-host"_s, u"db.example.org"_s, {{u"direct_host"_s, u"db.example.org"_s}}},
        {u"--direct-port"_s, u"6002"_s, {{u"direct_port"_s, 6002}}},
        {u"--pool-size"_s, u"9"_s, {{u"pool.size"_s, 9}}},
        {u"--minimum-idle"_s, u"5"_s, {{u"pool.minimum_idle"_s, 5}}},
        {u"--connect-timeout"_s, u"11"_s, {{u"pool.connect_timeout_ms"_s, 11'000}}},
        {u"--acquire-timeout"_s, u"12"_s, {{u"pool.acquire_timeout_ms"_s, 12'000}}},
        {u"--statement-timeout"_s, u"13"_s, {{u"pool.statement_timeout_ms"_s, 13'000}}},
        {u"--keepalives-idle"_s, u"16"_s, {{u"pool.keepalives_idle_s"_s, 16}}},
        {u"--keepalives-interval"_s, u"17"_s, {{u"pool.keepalives_interval_s"_s, 17}}},
        {u"--keepalives-count"_s, u"18"_s, {{u"pool.keepalives_count"_s, 18}}},
        {u"--recycle-age"_s, u"15"_s, {{u"pool.recycle_age_s"_s, 15}}},
        {u"--pre-ping"_s, u"off"_s, {{u"pool.pre_ping"_s, false}}},
        {u"--read-only"_s, u"on"_s, {{u"read_only"_s, true}}},
        {u"--confirm"_s, u"on"_s, {{u"confirm_destructive"_s, true}}},
        {u"--listen"_s, u"off"_s, {{u"listen"_s, false}}},
        {u"--secret"_s,
         u"variable:SHOP_PASSWORD"_s,
         {{u"secret.source"_s, u"variable"_s}, {u"secret.name"_s, u"SHOP_PASSWORD"_s}}},
    };
}

QStringList namesIn(const TuskRun &run)
{
    QStringList names;
    for (const QJsonValue &environment : run.json())
        names.append(environment["name"_L1].toString());
    return names;
}

} // namespace

// The environments on the command line, with the real program, a real keyring and a real server.
class TestEnvironmentCommands final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<tests::TemporaryHome> m_home;
    std::unique_ptr<tests::TestServer> m_server;
    Variables m_session;

    void prepare() override
    {
        m_home.reset();
        m_home = std::make_unique<tests::TemporaryHome>();
        // A desktop session without anything that keeps secrets, unless a test makes one.
        m_session = {{u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s}};
    }

    [[nodiscard]] static QString file()
    {
        return qEnvironmentVariable("XDG_CONFIG_HOME") + "/tusk/environments.json"_L1;
    }
    [[nodiscard]] TuskRun env(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return tests::tusk(QStringList(u"env"_s) + arguments, m_session, input);
    }
    [[nodiscard]] QStringList names() const { return namesIn(env({u"list"_s, u"--json"_s})); }
    [[nodiscard]] QJsonObject find(const QString &name) const
    {
        for (const QJsonValue &environment : env({u"list"_s, u"--json"_s}).json()) {
            if (environment["name"_L1] == name)
                return environment.toObject();
        }
        return {};
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_home->path() + u'/' + name;
        QFile opened(path);
        return opened.open(QIODevice::WriteOnly) && opened.write(content) == content.size() ? path
                                                                                            : QString();
    }
    // Of “work”, with its password in a variable.
    [[nodiscard]] TuskRun addWork(const ConnectionSettings &database, const QString &kind) const
    {
        return env({u"add"_s, u"work"_s, u"--url-stdin"_s, u"--kind"_s, kind, u"--secret"_s,
                    u"variable:WORK_PASSWORD"_s},
                   urlOf(database, marker));
    }
    [[nodiscard]] Variables withPassword(const ConnectionSettings &database) const
    {
        Variables session = m_session;
        session.insert(u"WORK_PASSWORD"_s, database.password);
        return session;
    }
    [[nodiscard]] QStringList whereTheMarkerIs(const QList<TuskRun> &runs) const
    {
        tests::MarkerSearch search(marker);
        search.lookInFolder(m_home->path());
        search.lookInCommandLines();
        for (const TuskRun &run : runs) {
            search.lookInBytes(u"output"_s, run.output);
            search.lookInBytes(u"errors"_s, run.errors);
        }
        return search.findings();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true, .scram = true});
    }
    void cleanupTestCase()
    {
        m_server.reset();
        m_home.reset();
    }

    void shouldAlwaysHaveThePrivateDatabase()
    {
        const TuskRun run = env({u"list"_s, u"--json"_s});

        QVERIFY2(run.exitCode == 0 && run.errors.isEmpty(), run.report().constData());
        QCOMPARE(run.only()["name"_L1].toString(), u"local"_s);
        QCOMPARE(run.only()["private"_L1].toBool(), true);
        QCOMPARE(run.only()["current"_L1].toBool(), true);
        QVERIFY(!QFile::exists(file()));
        QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME")).isEmpty());
        QVERIFY2(env({u"remove"_s, u"local"_s}).saysOneSentence(), "");
        QCOMPARE(env({u"remove"_s, u"local"_s}).exitCode, 1);
        QCOMPARE(names(), QStringList(u"local"_s));
    }

    void shouldWorkInAnEnvironmentWhosePasswordIsInAVariable()
    {
        const ConnectionSettings database = m_server->createDatabase();
        const TuskRun added = env({u"add"_s, u"work"_s, u"--url-stdin"_s, u"--kind"_s, u"staging"_s,
                                   u"--secret"_s, u"variable:WORK_PASSWORD"_s, u"--json"_s},
                                  urlOf(database, marker));
        Variables session = m_session;
        session.insert(u"WORK_PASSWORD"_s, database.password);

        const QString id = tests::addTodo(u"at work"_s, {u"--env"_s, u"work"_s}, session);
        const TuskRun listed = tests::tusk({u"list"_s, u"--env"_s, u"WORK"_s, u"--json"_s}, session);
        const TuskRun missing = tests::tusk({u"list"_s, u"--env"_s, u"work"_s}, m_session);

        QVERIFY2(added.exitCode == 0, added.report().constData());
        QCOMPARE(added.only()["kind"_L1].toString(), u"staging"_s);
        QCOMPARE(added.only()["host"_L1].toString(), database.host);
        QVERIFY(added.errors.contains("not kept"));
        QCOMPARE(tests::idsIn(listed.json()), QStringList(id));
        QCOMPARE(missing.exitCode, 3);
        QVERIFY2(missing.saysOneSentence() && missing.errors.contains("WORK_PASSWORD"),
                 missing.report().constData());
        QVERIFY(
            !QDir(qEnvironmentVariable("XDG_DATA_HOME") + u"/tusk/cluster"_s).exists()); // no private server
        QCOMPARE(whereTheMarkerIs({added, listed, missing}), QStringList());
    }

    void shouldUseTheOneThatIsInUse()
    {
        const ConnectionSettings database = m_server->createDatabase();
        QCOMPARE(env({u"add"_s, u"work"_s, u"--url-stdin"_s, u"--secret"_s, u"variable:WORK_PASSWORD"_s},
                     urlOf(database, {}))
                     .exitCode,
                 0);
        m_session.insert(u"WORK_PASSWORD"_s, database.password);

        const TuskRun used = env({u"use"_s, u"work"_s});
        const QString id = tests::addTodo(u"in use"_s, {}, m_session);

        QVERIFY2(used.exitCode == 0 && used.output.startsWith("* "), used.report().constData());
        QCOMPARE(tests::idsIn(tests::tusk({u"list"_s, u"--env"_s, u"work"_s, u"--json"_s}, m_session).json()),
                 QStringList(id));
        QVERIFY(tests::tusk({u"doctor"_s}, m_session).output.contains("connection"));
        QCOMPARE(env({u"remove"_s, u"work"_s}).exitCode, 0);
        QVERIFY(find(u"local"_s)["current"_L1].toBool());
    }

    void shouldPreferTheDatabaseOfTheVariableToTheOneThatIsInUse()
    {
        const ConnectionSettings work = m_server->createDatabase();
        const ConnectionSettings named = m_server->createDatabase();
        QCOMPARE(env({u"add"_s, u"work"_s, u"--url-stdin"_s, u"--secret"_s, u"variable:WORK_PASSWORD"_s},
                     urlOf(work, {}))
                     .exitCode,
                 0);
        QCOMPARE(env({u"use"_s, u"work"_s}).exitCode, 0);
        m_session.insert(u"WORK_PASSWORD"_s, work.password);
        Variables withVariable = m_session;
        withVariable.insert(u"TUSK_DATABASE_URL"_s, tests::urlOf(named));

        tests::addTodo(u"named"_s, {}, withVariable);

        const QString titles = u"SELECT title FROM tusk.todo"_s;
        QCOMPARE(m_server->psql(titles, named.database), QList<QStringList>{{u"named"_s}});
        QCOMPARE(m_server->psql(u"SELECT to_regnamespace('tusk') IS NULL"_s, work.database),
                 QList<QStringList>{{u"t"_s}});     // not even opened
        tests::addTodo(u"in use"_s, {}, m_session); // which it was all the time
        QCOMPARE(m_server->psql(titles, work.database), QList<QStringList>{{u"in use"_s}});
    }

    void shouldOpenTheWindowWithTheOneThatIsInUse()
    {
        const ConnectionSettings database = m_server->createDatabase();
        QCOMPARE(env({u"add"_s, u"work"_s, u"--url-stdin"_s, u"--secret"_s, u"variable:WORK_PASSWORD"_s},
                     urlOf(database, {}))
                     .exitCode,
                 0);
        QCOMPARE(env({u"use"_s, u"work"_s}).exitCode, 0);
        const QString picture = m_home->path() + u"/window.png"_s;
        Variables session = m_session;
        session.insert(u"WORK_PASSWORD"_s, database.password);
        session.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        session.insert(u"TUSK_SCREENSHOT"_s, picture);

        const auto window = tests::startTusk({}, session);

        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(picture), 60'000); // of its first rows
        QCOMPARE(m_server
                     ->psql(u"SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name = 'tusk' AND "
                            "datname = current_database()"_s,
                            database.database)
                     .value(0)
                     .value(0),
                 u"t"_s);
        window->terminate();
        QCOMPARE(tests::finish(*window).exitCode, 0);
        QVERIFY(!QFile::exists(qEnvironmentVariable("XDG_DATA_HOME") + u"/tusk/cluster"_s));
    }

    void shouldKeepThePasswordInTheKeyring()
    {
        const tests::PrivateBus bus;
        const tests::KeyringDaemon keyring(bus.address());
        m_session.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
        const ConnectionSettings database = m_server->createDatabase();

        const TuskRun added =
            env({u"add"_s, u"work"_s, u"--url-stdin"_s}, urlOf(database, database.password));
        const TuskRun listed = tests::tusk({u"list"_s, u"--env"_s, u"work"_s}, m_session);
        const TuskRun changed = env({u"edit"_s, u"work"_s, u"--password-stdin"_s}, marker.toUtf8() + '\n');
        const TuskRun refused = tests::tusk({u"list"_s, u"--env"_s, u"work"_s, u"--verbose"_s}, m_session);
        const TuskRun mended = env({u"edit"_s, u"work"_s, u"--password-stdin"_s}, database.password.toUtf8());
        const TuskRun again = tests::tusk({u"list"_s, u"--env"_s, u"work"_s}, m_session);
        const TuskRun removed = env({u"remove"_s, u"work"_s});

        for (const TuskRun &run : {added, listed, changed, mended, again, removed})
            QVERIFY2(run.exitCode == 0 && run.errors.isEmpty(), run.report().constData());
        QVERIFY2(refused.exitCode == 3 && refused.errors.contains("password"), refused.report().constData());
        QCOMPARE(names(), QStringList(u"local"_s));
        QCOMPARE(whereTheMarkerIs({added, listed, changed, refused, mended, again, removed}), QStringList());
    }

    // Traps 28 and 31; nobody is there to ask for the password of the keyring.
    void shouldTellALockedKeyringFromOneWithoutThePassword()
    {
        using Keyring = tests::KeyringDaemon;
        const tests::PrivateBus bus;
        auto keyring = std::make_unique<Keyring>(bus.address());
        const auto startAnew = [&keyring, &bus](Keyring::Begins begins) {
            keyring.reset(); // the name on the bus must be free
            keyring = std::make_unique<Keyring>(bus.address(), begins);
        };
        m_session.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
        const ConnectionSettings database = m_server->createDatabase();
        QCOMPARE(env({u"add"_s, u"work"_s, u"--url-stdin"_s}, urlOf(database, database.password)).exitCode,
                 0);
        startAnew(Keyring::Begins::Locked);
        const TuskRun locked = tests::tusk({u"list"_s, u"--env"_s, u"work"_s}, m_session);
        startAnew(Keyring::Begins::Unlocked);
        const TuskRun listed = tests::tusk({u"list"_s, u"--env"_s, u"work"_s}, m_session);
        startAnew(Keyring::Begins::Locked);
        const TuskRun removed = env({u"remove"_s, u"work"_s});

        QVERIFY2(locked.exitCode != 0 && locked.errors.contains("The keyring is locked"),
                 locked.report().constData());
        QVERIFY2(listed.exitCode == 0 && listed.errors.isEmpty(), listed.report().constData());
        QVERIFY2(removed.exitCode == 1 && removed.errors.contains("its password is still in the keyring"),
                 removed.report().constData());
        QCOMPARE(names(), QStringList(u"local"_s));
    }

    void shouldNotGiveANewPasswordToTheOldAddressWhereTheFileCannotBeWritten()
    {
        const tests::PrivateBus bus;
        const tests::KeyringDaemon keyring(bus.address());
        m_session.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
        const ConnectionSettings database = m_server->createDatabase();
        QCOMPARE(env({u"add"_s, u"work"_s, u"--url-stdin"_s}, urlOf(database, database.password)).exitCode,
                 0);
        const QString other =
            write(u".env"_s, "ENV=work\nDATABASE_URL=postgres://ann:x@two.example.org/todos\n");
        // Rights would not stop root.
        const QString obstacle = file() + u".tmp"_s;
        QVERIFY(QDir().mkpath(obstacle));

        const TuskRun edited =
            env({u"edit"_s, u"work"_s, u"--url-stdin"_s},
                "postgres://ann:" + marker.toUtf8().toPercentEncoding() + "@two.example.org/todos");
        const TuskRun imported = env({u"import-dotenv"_s, other});
        const TuskRun added =
            env({u"add"_s, u"more"_s, u"--url-stdin"_s}, "postgres://ann:x@two.example.org/x");
        const TuskRun listed = tests::tusk({u"list"_s, u"--env"_s, u"work"_s}, m_session);

        for (const TuskRun &run : {edited, imported, added}) {
            QVERIFY2(run.exitCode != 0 && run.saysOneSentence() && run.errors.contains("could not be saved"),
                     run.report().constData());
        }
        QCOMPARE(find(u"work"_s)["host"_L1].toString(), database.host);
        QVERIFY2(listed.exitCode == 0 && listed.errors.isEmpty(), listed.report().constData());
        QCOMPARE(whereTheMarkerIs({edited, imported, added, listed}), QStringList());
    }

    void shouldKeepPasswordAndAddressTogetherWhenItIsKilledBetweenThem()
    {
        // Given
        const tests::PrivateBus bus;
        const tests::KeyringDaemon keyring(bus.address());
        m_session.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
        const ConnectionSettings database = m_server->createDatabase();
        QCOMPARE(env({u"add"_s, u"work"_s, u"--url-stdin"_s}, urlOf(database, database.password)).exitCode,
                 0);
        const QString other =
            write(u".env"_s, "ENV=work\nDATABASE_URL=postgres://ann:x@two.example.org/todos\n");
        const auto inKeyring = [] {
            QByteArray bytes;
            const QDir folder(qEnvironmentVariable("XDG_DATA_HOME") + "/keyrings"_L1);
            for (const QString &name : folder.entryList(QDir::Files)) {
                QFile opened(folder.filePath(name));
                bytes += opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
            }
            return bytes;
        };
        const QByteArray before = inKeyring();
        QVERIFY(!before.isEmpty());

        // When
        auto lock = base::LockedFile::open(file()); // the program waits for it, with the password written
        QVERIFY(lock && *lock);
        const auto killed = tests::startTusk({u"env"_s, u"import-dotenv"_s, other}, m_session);
        QTRY_VERIFY_WITH_TIMEOUT(inKeyring() != before, 8'000);
        killed->kill();
        QVERIFY(killed->waitForFinished());
        lock = base::LockedFile::Pointer();

        // Then
        QCOMPARE(find(u"work"_s)["host"_L1].toString(), database.host);
        const TuskRun listed = tests::tusk({u"list"_s, u"--env"_s, u"work"_s}, m_session);
        QVERIFY2(listed.exitCode == 0 && listed.errors.isEmpty(), listed.report().constData());
        const TuskRun again = env({u"import-dotenv"_s, other});
        QVERIFY2(again.exitCode == 0, again.report().constData());
        QCOMPARE(find(u"work"_s)["host"_L1].toString(), u"two.example.org"_s);
    }

    void shouldNeverSayThePasswordWhateverHappensToASession()
    {
        ConnectionSettings database = m_server->createDatabase();
        m_server->psql(u"CREATE ROLE marked LOGIN PASSWORD '%1'"_s.arg(marker));
        m_server->psql(u"ALTER DATABASE \"%1\" OWNER TO marked"_s.arg(database.database));
        database.user = u"marked"_s;
        tests::Proxy network(database);
        const auto addNamed = [this](const QString &name, const ConnectionSettings &settings) {
            return env({u"add"_s, name, u"--url-stdin"_s, u"--connect-timeout"_s, u"2"_s, u"--secret"_s,
                        u"variable:WORK_PASSWORD"_s},
                       urlOf(settings, {}));
        };
        QCOMPARE(addNamed(u"work"_s, network.settings()).exitCode, 0);
        QCOMPARE(addNamed(u"other"_s, m_server->createDatabase()).exitCode, 0); // that has another password
        m_session.insert(u"WORK_PASSWORD"_s, marker);
        m_session.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        const QStringList atWork{u"--env"_s, u"work"_s, u"--verbose"_s};
        const auto work = [&](const QStringList &words) { return tests::tusk(words + atWork, m_session); };
        QList<TuskRun> runs{work({u"add"_s, u"first"_s})};
        QVERIFY2(runs.last().exitCode == 0, runs.last().report().constData());

        network.dropAnswerOfCommit("apply_action");
        runs.append(work({u"add"_s, u"asked for twice"_s}));
        QVERIFY2(runs.last().exitCode == 0, runs.last().report().constData());

        // While a change waits for a lock.
        const auto disturbed = [&](const std::function<void()> &disturb) {
            tests::SqlClient other(m_server->superuser(database.database));
            other.rows(u"BEGIN; LOCK TABLE tusk.action IN SHARE MODE"_s);
            const auto process = tests::startTusk(QStringList{u"add"_s, u"disturbed"_s} + atWork, m_session);
            const QString waiting = u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"_s;
            [&] { QTRY_COMPARE(m_server->psql(waiting).first().first(), u"1"_s); }();
            const QStringList seen = whereTheMarkerIs({});
            disturb();
            TuskRun run = tests::finish(*process);
            if (!seen.isEmpty())
                run.errors += seen.join(u'\n').toUtf8() + marker.toUtf8(); // is found below
            return run;
        };
        runs.append(disturbed([&network] { network.cut(tests::Proxy::NewConnections::Refused); }));
        QVERIFY2(runs.last().exitCode == 3, runs.last().report().constData());
        network.accept();
        runs.append(disturbed([&] {
            m_server->psql(u"ALTER ROLE marked PASSWORD 'another'"_s);
            m_server->terminateBackends(database.database);
        }));
        QVERIFY2(runs.last().exitCode == 3, runs.last().report().constData());
        runs.append(env({u"copy"_s, u"work"_s, u"other"_s, u"--verbose"_s}));
        QVERIFY2(runs.last().exitCode == 3 && runs.last().errors.contains("“work”"),
                 runs.last().report().constData());
        m_server->psql(u"ALTER ROLE marked PASSWORD '%1'"_s.arg(marker));
        runs.append(env({u"copy"_s, u"work"_s, u"other"_s, u"--verbose"_s}));
        QVERIFY2(runs.last().exitCode == 3 && runs.last().errors.contains("“other”"),
                 runs.last().report().constData());

        QCOMPARE(whereTheMarkerIs(runs), QStringList());
    }

    // Traps 28 and 32.
    void shouldChangeNothingWithoutAKeyring()
    {
        const TuskRun run =
            env({u"add"_s, u"work"_s, u"--url-stdin"_s}, "postgresql://ann:" + QByteArray("s3cret@db/x"));

        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.saysOneSentence() && run.errors.contains("--secret"), run.report().constData());
        QCOMPARE(names(), QStringList(u"local"_s));
    }

    void shouldRefuseSecretsAsArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString url = u"postgresql://ann:s3cret@db.example.org/todos"_s;
        QTest::newRow("address for a name") << QStringList{u"add"_s, url};
        QTest::newRow("address behind the name") << QStringList{u"add"_s, u"work"_s, url};
        QTest::newRow("pairs") << QStringList{u"add"_s, u"work"_s, u"host=db password=s3cret"_s};
        QTest::newRow("--url") << QStringList{u"add"_s, u"work"_s, u"--url"_s, url};
        QTest::newRow("--url=") << QStringList{u"add"_s, u"work"_s, u"--url="_s + url};
        QTest::newRow("--password") << QStringList{u"add"_s, u"work"_s, u"--password"_s, u"s3cret"_s};
        QTest::newRow("--host") << QStringList{u"edit"_s, u"work"_s, u"--host"_s, url};
        QTest::newRow("of another word") << QStringList{url};
    }
    void shouldRefuseSecretsAsArguments()
    {
        QFETCH(const QStringList, arguments);

        const TuskRun run = env(arguments);

        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.saysOneSentence() && run.errors.contains("standard input"), run.report().constData());
        QVERIFY2(!run.errors.contains("s3cret"), run.report().constData());
        QVERIFY(!QFile::exists(file()));
    }

    void shouldNotRepeatAnAddressAtAWrongPlace_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString url = u"postgresql://ann:s3cret@db/todos"_s;
        QTest::newRow("command") << QStringList{url};
        QTest::newRow("--env") << QStringList{u"list"_s, u"--env"_s, url};
        QTest::newRow("--env in front") << QStringList{u"--env"_s, url, u"list"_s};
        QTest::newRow("--env with pairs") << QStringList{u"list"_s, u"--env"_s, u"host=db password=s3cret"_s};
        QTest::newRow("--env without a scheme") << QStringList{u"list"_s, u"--env"_s, u"ann:s3cret@db"_s};
        QTest::newRow("--env of the window") << QStringList{u"--env"_s, url};
        QTest::newRow("--env= of the window") << QStringList{u"--env="_s + url};
        QTest::newRow("name of an environment") << QStringList{u"env"_s, u"use"_s, u"ann:s3cret@db"_s};
    }
    void shouldNotRepeatAnAddressAtAWrongPlace()
    {
        QFETCH(const QStringList, arguments);

        const TuskRun run = tests::tusk(arguments, m_session);

        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.saysOneSentence() && !run.errors.contains("s3cret"), run.report().constData());
    }

    void shouldSayHowAnAddressIsAdded()
    {
        const TuskRun run = tests::tusk({u"list"_s, u"--env"_s, u"postgresql://ann@db/todos"_s}, m_session);

        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.saysOneSentence() && run.errors.contains("tusk env add NAME --url-stdin"),
                 run.report().constData());
    }

    void shouldRefuseWhatMakesNoSense_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QStringList &arguments, int exitCode,
                            const QString &words, const QByteArray &input = {}) {
            QTest::newRow(name) << arguments << input << exitCode << words;
        };
        const QByteArray good = "postgresql://ann@db/todos";
        row("nothing", {}, 2, u"missing"_s);
        row("unknown word", {u"dance"_s}, 2, u"“dance”"_s);
        row("list with a name", {u"list"_s, u"work"_s}, 2, u"name"_s);
        row("no name", {u"add"_s}, 2, u"name"_s);
        row("two names", {u"use"_s, u"a"_s, u"b"_s}, 2, u"one"_s);
        row("no address", {u"add"_s, u"a"_s}, 2, u"--url-stdin"_s);
        row("nothing on standard input", {u"add"_s, u"a"_s, u"--url-stdin"_s}, 1, u"Standard input"_s, " \n");
        row("no address on standard input", {u"add"_s, u"a"_s, u"--url-stdin"_s}, 1, u"is not the address"_s,
            "s3cret");
        row("both", {u"add"_s, u"a"_s, u"--url-stdin"_s, u"--password-stdin"_s, u"--host"_s, u"h"_s}, 2,
            u"exclude"_s, good);
        row("kind", {u"add"_s, u"a"_s, u"--url-stdin"_s, u"--kind"_s, u"odd"_s}, 2, u"--kind"_s, good);
        row("pool", {u"add"_s, u"a"_s, u"--url-stdin"_s, u"--pool-size"_s, u"0"_s}, 1, u"connections"_s,
            good);
        row("switch", {u"add"_s, u"a"_s, u"--url-stdin"_s, u"--listen"_s, u"maybe"_s}, 2, u"--listen"_s,
            good);
        row("position with add", {u"add"_s, u"a"_s, u"--host"_s, u"h"_s, u"--position"_s, u"1"_s}, 2,
            u"edit"_s);
        row("taken name", {u"add"_s, u"Local"_s, u"--url-stdin"_s}, 1, u"already"_s, good);
        row("unknown to edit", {u"edit"_s, u"a"_s, u"--port"_s, u"1"_s}, 2, u"“a”"_s);
        row("nothing to edit", {u"edit"_s, u"local"_s}, 2, u"change"_s);
        row("address of the private one", {u"edit"_s, u"local"_s, u"--host"_s, u"h"_s}, 1, u"private"_s);
        row("unknown to remove", {u"remove"_s, u"a"_s}, 2, u"“a”"_s);
        row("unknown to use", {u"use"_s, u"a"_s}, 2, u"“a”"_s);
        row("option of another word", {u"use"_s, u"local"_s, u"--port"_s, u"1"_s}, 2, u"--port"_s);
        row("no file", {u"import-dotenv"_s}, 2, u"files"_s);
        row("missing file", {u"import-dotenv"_s, u"/nowhere/.env"_s}, 1, u"/nowhere/.env"_s);
    }
    void shouldRefuseWhatMakesNoSense()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, input);
        QFETCH(const int, exitCode);
        QFETCH(const QString, words);

        const TuskRun run = env(arguments, input);

        QVERIFY2(run.exitCode == exitCode, run.report().constData());
        QVERIFY2(run.saysOneSentence(), run.report().constData());
        QVERIFY2(QString::fromUtf8(run.errors).contains(words), run.report().constData());
        QVERIFY(!run.errors.contains("s3cret"));
        QCOMPARE(names(), QStringList(u"local"_s));
    }

    void shouldChangeWhatIsNamedOnly()
    {
        const QByteArray url = "psql 'postgresql://ann@ep-a-1-pooler.x.neon.tech/todos?sslmode=require'";
        QCOMPARE(env({u"add"_s, u"one"_s, u"--url-stdin"_s}, url).exitCode, 0);
        QCOMPARE(env({u"add"_s, u"two"_s, u"--host"_s, u"db"_s, u"--database"_s, u"x"_s, u"--kind"_s,
                      u"production"_s})
                     .exitCode,
                 0);
        const QJsonObject before = find(u"one"_s);

        const TuskRun changed =
            env({u"edit"_s, u"ONE"_s, u"--name"_s, u"first"_s, u"--pool-size"_s, u"4"_s, u"--read-only"_s,
                 u"on"_s, u"--statement-timeout"_s, u"20"_s, u"--json"_s});
        const TuskRun moved = env({u"edit"_s, u"two"_s, u"--position"_s, u"1"_s});

        QVERIFY2(changed.exitCode == 0, changed.report().constData());
        QJsonObject expected = before;
        expected["name"_L1] = u"first"_s;
        expected["read_only"_L1] = true;
        QJsonObject pool = expected["pool"_L1].toObject();
        pool["size"_L1] = 4;
        pool["statement_timeout_ms"_L1] = 20'000;
        expected["pool"_L1] = pool;
        QCOMPARE(changed.only(), expected);
        QCOMPARE(before["direct_host"_L1].toString(), u"ep-a-1.x.neon.tech"_s);
        QCOMPARE(before["secret"_L1]["source"_L1].toString(), u"none"_s);
        QVERIFY2(moved.exitCode == 0, moved.report().constData());
        QCOMPARE(names(), (QStringList{u"local"_s, u"two"_s, u"first"_s}));
        QVERIFY(find(u"two"_s)["confirm_destructive"_L1].toBool());
        struct stat status = {};
        QVERIFY(stat(file().toLocal8Bit().constData(), &status) == 0 && (status.st_mode & 0777) == 0600);
    }

    void shouldCountPlacesBehindThePrivateOneAndSayIt()
    {
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            QCOMPARE(env({u"add"_s, name, u"--host"_s, u"db"_s}).exitCode, 0);

        const TuskRun second = env({u"edit"_s, u"c"_s, u"--position"_s, u"2"_s});
        const TuskRun help = env({u"--help"_s});

        QVERIFY2(second.exitCode == 0, second.report().constData());
        QCOMPARE(names(), (QStringList{u"local"_s, u"a"_s, u"c"_s, u"b"_s}));
        QVERIFY2(QString::fromUtf8(help.output).simplified().contains(u"its place behind “local”"_s),
                 help.report().constData());
    }

    void shouldPutEachOptionIntoItsOwnMember()
    {
        // Given
        QCOMPARE(env({u"add"_s, u"one"_s, u"--host"_s, u"somewhere"_s}).exitCode, 0);
        QJsonObject before = tests::flat(find(u"one"_s));
        QStringList untouched = before.keys();

        // When
        QStringList all{u"add"_s, u"two"_s};
        for (const Option &option : allOptions()) {
            const TuskRun edited = env({u"edit"_s, u"one"_s, option.name, option.value, u"--json"_s});
            QVERIFY2(edited.exitCode == 0, edited.report().constData());
            const QJsonObject after = tests::flat(edited.only());
            QVERIFY2(
                tests::changes(before, after) == option.members,
                qPrintable(option.name + QString::fromUtf8(tests::textOf(tests::changes(before, after)))));
            for (const QString &member : option.members.keys())
                untouched.removeOne(member);
            before = after;
            all += {option.name, option.value};
        }
        const TuskRun added = env(all + QStringList{u"--json"_s});

        // Then
        QCOMPARE(tests::textOf(tests::flat(find(u"one"_s))), tests::textOf(before)); // as it said
        QCOMPARE(untouched, (QStringList{u"current"_s, u"id"_s, u"name"_s, u"private"_s}));
        QVERIFY2(added.exitCode == 0, added.report().constData());
        QCOMPARE(tests::changes(before, tests::flat(added.only())).keys(), (QStringList{u"id"_s, u"name"_s}));
    }

    void shouldTakeTheFormsInWhichPeopleTypeAServer()
    {
        const TuskRun numbers =
            env({u"add"_s, u"numbers"_s, u"--host"_s, u"[2001:db8::1]:6543"_s, u"--database"_s, u"todos"_s});
        const TuskRun name = env({u"add"_s, u"name"_s, u"--host"_s, u" db.example.org:6544"_s, u"--port"_s,
                                  u"6545"_s, u"--direct-host"_s, u"direct.example.org:5433"_s});

        QVERIFY2(numbers.exitCode == 0 && numbers.output.contains(" [2001:db8::1]:6543/todos "),
                 numbers.report().constData());
        QCOMPARE(find(u"numbers"_s)["host"_L1].toString(), u"2001:db8::1"_s);
        QCOMPARE(find(u"numbers"_s)["port"_L1].toInt(), 6543);
        QVERIFY2(name.exitCode == 0, name.report().constData());
        QCOMPARE(find(u"name"_s)["host"_L1].toString(), u"db.example.org"_s);
        QCOMPARE(find(u"name"_s)["port"_L1].toInt(), 6545); // what has an option of its own
        QCOMPARE(find(u"name"_s)["direct_host"_L1].toString(), u"direct.example.org"_s);
        QCOMPARE(find(u"name"_s)["direct_port"_L1].toInt(), 5433);
    }

    void shouldTakeTheKindFromTheNameWhereNoneIsGiven()
    {
        const TuskRun guessed = env({u"add"_s, u"Shop production"_s, u"--host"_s, u"h"_s});
        const TuskRun given = env({u"add"_s, u"prod"_s, u"--host"_s, u"h"_s, u"--kind"_s, u"staging"_s});
        const TuskRun silent = env({u"add"_s, u"live"_s, u"--host"_s, u"h"_s, u"--confirm"_s, u"off"_s});
        const TuskRun plain = env({u"add"_s, u"products"_s, u"--host"_s, u"h"_s});

        for (const TuskRun &run : {guessed, given, silent, plain})
            QVERIFY2(run.exitCode == 0, run.report().constData());
        QVERIFY2(guessed.output.contains("  production  "), guessed.report().constData()); // says it
        const auto kindOf = [this](const QString &name) { return find(name)["kind"_L1].toString(); };
        const auto asks = [this](const QString &name) {
            return find(name)["confirm_destructive"_L1].toBool();
        };
        QCOMPARE(kindOf(u"Shop production"_s), u"production"_s);
        QVERIFY(asks(u"Shop production"_s));
        QCOMPARE(kindOf(u"prod"_s), u"staging"_s);
        QVERIFY(!asks(u"prod"_s));
        QCOMPARE(kindOf(u"live"_s), u"production"_s);
        QVERIFY(!asks(u"live"_s));
        QCOMPARE(kindOf(u"products"_s), u"development"_s);
    }

    void shouldNotStopAskingBecauseTheKindBecomesAnother()
    {
        const auto asks = [this] { return find(u"a"_s)["confirm_destructive"_L1].toBool(); };
        QCOMPARE(env({u"add"_s, u"a"_s, u"--host"_s, u"h"_s, u"--kind"_s, u"staging"_s}).exitCode, 0);
        QVERIFY(!asks());
        QCOMPARE(env({u"edit"_s, u"a"_s, u"--confirm"_s, u"on"_s}).exitCode, 0);

        QCOMPARE(env({u"edit"_s, u"a"_s, u"--kind"_s, u"development"_s}).exitCode, 0);
        QVERIFY(asks());
        QCOMPARE(env({u"edit"_s, u"a"_s, u"--confirm"_s, u"off"_s}).exitCode, 0);
        QCOMPARE(env({u"edit"_s, u"a"_s, u"--kind"_s, u"production"_s}).exitCode, 0);
        QVERIFY(asks());
    }

    void shouldForgetAPasswordThatAnotherSourceHasReplaced()
    {
        const tests::PrivateBus bus;
        const tests::KeyringDaemon keyring(bus.address());
        m_session.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
        QCOMPARE(env({u"add"_s, u"work"_s, u"--url-stdin"_s}, "postgres://ann:x@db/todos").exitCode, 0);
        const QString entry = find(u"work"_s)["secret"_L1]["entry"_L1].toString();
        QVERIFY(!entry.isEmpty());
        QCOMPARE(env({u"edit"_s, u"work"_s, u"--secret"_s, u"variable:WORK_PASSWORD"_s}).exitCode, 0);
        QCOMPARE(find(u"work"_s)["secret"_L1]["entry"_L1].toString(), entry); // it may come back

        const TuskRun removed = env({u"remove"_s, u"work"_s});

        QVERIFY2(removed.exitCode == 0 && removed.errors.isEmpty(), removed.report().constData());
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toLocal8Bit());
        environments::KeychainSecretStore store;
        base::Inbox inbox;
        std::optional<environments::SecretAnswer> answer;
        environments::SecretListener listener;
        listener.answered = [&answer](const environments::SecretAnswer &found) { answer = found; };
        store.read(QUuid::fromString(entry), environments::Unlocking::Never, inbox, std::move(listener));
        QTRY_VERIFY(answer);
        QVERIFY(answer->error && answer->error->problem == environments::SecretProblem::Missing);
    }

    void shouldNotGiveThePasswordOfOneServerToAnother()
    {
        const QStringList source{u"--secret"_s, u"keychain"_s};
        QCOMPARE(env(QStringList{u"add"_s, u"work"_s, u"--host"_s, u"one.example.org"_s} + source).exitCode,
                 0);

        const TuskRun moved = env({u"edit"_s, u"work"_s, u"--host"_s, u"two.example.org"_s});
        QCOMPARE(moved.exitCode, 1);
        QVERIFY2(moved.saysOneSentence() && moved.errors.contains("--keep-password"),
                 moved.report().constData());
        QCOMPARE(find(u"work"_s)["host"_L1].toString(), u"one.example.org"_s);

        const TuskRun neighbour = env({u"edit"_s, u"work"_s, u"--port"_s, u"6543"_s});
        QCOMPARE(neighbour.exitCode, 1);
        QVERIFY2(neighbour.errors.contains("“one.example.org port 6543” would get the password of "
                                           "“one.example.org port 5432”"),
                 neighbour.report().constData());
        QCOMPARE(find(u"work"_s)["port"_L1].toInt(), 5432);

        QCOMPARE(
            env({u"edit"_s, u"work"_s, u"--host"_s, u"two.example.org"_s, u"--keep-password"_s}).exitCode, 0);
        QCOMPARE(find(u"work"_s)["host"_L1].toString(), u"two.example.org"_s);

        // Changes of the tables would go there, with the password.
        const TuskRun direct = env({u"edit"_s, u"work"_s, u"--direct-host"_s, u"three.example.org"_s});
        QCOMPARE(direct.exitCode, 1);
        QVERIFY2(direct.errors.contains("“three.example.org” would get"), direct.report().constData());
    }

    void shouldNotGiveThePasswordOfOneServerToTheOneOfAFile()
    {
        const QStringList source{u"--secret"_s, u"variable:WORK_PASSWORD"_s};
        QCOMPARE(env(QStringList{u"add"_s, u"work"_s, u"--host"_s, u"one.example.org"_s} + source).exitCode,
                 0);
        const QStringList import{
            u"import-dotenv"_s, write(u".env.work"_s, "DATABASE_URL=postgres://ann@two.example.org/todos\n")};

        const TuskRun refused = env(import);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.saysOneSentence() && refused.errors.contains("“two.example.org” would get"),
                 refused.report().constData());
        QCOMPARE(find(u"work"_s)["host"_L1].toString(), u"one.example.org"_s);

        QCOMPARE(env(import + QStringList{u"--keep-password"_s}).exitCode, 0);
        QCOMPARE(find(u"work"_s)["host"_L1].toString(), u"two.example.org"_s);
    }

    void shouldRefuseAPasswordInTheNameOfAServer()
    {
        QList<TuskRun> runs;
        for (const QString &option : {u"--host"_s, u"--direct-host"_s}) {
            runs.append(env({u"add"_s, u"work"_s, u"--host"_s, u"db"_s, option, u"ann:secret@db"_s}));
            QCOMPARE(runs.last().exitCode, 2);
            QVERIFY2(runs.last().saysOneSentence() && !runs.last().errors.contains("secret@"),
                     runs.last().report().constData());
        }
        QCOMPARE(names(), QStringList(u"local"_s));
    }

    void shouldAskBeforeProductionIsChangedMuch()
    {
        const ConnectionSettings database = m_server->createDatabase();
        const Variables session = withPassword(database);
        QCOMPARE(addWork(database, u"production"_s).exitCode, 0);
        const auto tusk = [&session](const QStringList &words) {
            return tests::tusk(words + QStringList{u"--env"_s, u"work"_s}, session);
        };
        const auto isRefused = [](const TuskRun &run) {
            return run.exitCode == 1 && run.saysOneSentence() && run.errors.contains("--yes");
        };
        const TuskRun tables = tusk({u"list"_s}); // it has none yet
        QVERIFY2(isRefused(tables), tables.report().constData());
        QVERIFY(isRefused(tusk({u"migrate"_s})));
        QCOMPARE(
            m_server->psql(u"SELECT to_regnamespace('tusk') IS NULL"_s, database.database).first().first(),
            u"t"_s);
        QCOMPARE(tusk({u"migrate"_s, u"--yes"_s}).exitCode, 0);

        m_server->psql(u"INSERT INTO tusk.todo (title) SELECT 'todo ' || n FROM generate_series(1, 10) n"_s,
                       database.database);
        QStringList ids;
        for (const QStringList &row : m_server->psql(u"SELECT id FROM tusk.todo"_s, database.database))
            ids.append(row.first());
        const TuskRun many = tusk(QStringList{u"delete"_s} + ids);
        QVERIFY2(isRefused(many), many.report().constData());
        m_server->psql(u"INSERT INTO tusk.todo (title) VALUES ('the eleventh')"_s, database.database);
        const QString eleventh =
            m_server->psql(u"SELECT id FROM tusk.todo WHERE title = 'the eleventh'"_s, database.database)
                .first()
                .first();
        QVERIFY(isRefused(tusk(QStringList{u"merge"_s, eleventh} + ids))); // ten would go to the Trash
        QCOMPARE(tusk(QStringList{u"merge"_s} + ids.mid(8)).exitCode, 0);
        QCOMPARE(tusk({u"undo"_s}).exitCode, 0); // can be done again, so that nobody need be asked
        const TuskRun some = tusk(QStringList{u"delete"_s} + ids.mid(1));
        QVERIFY2(some.exitCode == 0, some.report().constData());
        QCOMPARE(tusk(QStringList{u"delete"_s, u"--yes"_s} + ids).exitCode, 0);
        QVERIFY(isRefused(tusk({u"purge"_s, ids.first()})));
        QCOMPARE(tusk({u"purge"_s, ids.first(), u"--yes"_s}).exitCode, 0);
    }

    void shouldNotAskWhereTheSwitchIsOff()
    {
        const ConnectionSettings database = m_server->createDatabase();
        QCOMPARE(addWork(database, u"production"_s).exitCode, 0);
        QCOMPARE(env({u"edit"_s, u"work"_s, u"--confirm"_s, u"off"_s}).exitCode, 0);
        QCOMPARE(tests::tusk({u"list"_s, u"--env"_s, u"work"_s}, withPassword(database)).exitCode, 0);
    }

    void shouldChangeNothingInAnEnvironmentThatIsSetToReadOnly()
    {
        const ConnectionSettings database = m_server->createDatabase();
        m_session = withPassword(database);
        QCOMPARE(addWork(database, u"staging"_s).exitCode, 0);
        QCOMPARE(env({u"add"_s, u"other"_s, u"--host"_s, u"nowhere.example.org"_s, u"--secret"_s, u"none"_s})
                     .exitCode,
                 0);
        const QString file = write(u"todo.txt"_s, "(A) 2026-01-02 Call Ana\nBuy milk\n");
        const auto tusk = [this](const QStringList &words) {
            return tests::tusk(words + QStringList{u"--env"_s, u"work"_s}, m_session);
        };
        const auto isRefused = [](const TuskRun &run) {
            return run.exitCode == 1 && run.errors.contains("set to read only");
        };
        const auto stored = [this, &database](const QString &sql) {
            return m_server->psql(sql, database.database).first().first();
        };

        // Without tables of Tusk.
        QCOMPARE(env({u"edit"_s, u"work"_s, u"--read-only"_s, u"on"_s}).exitCode, 0);
        QList<TuskRun> runs{tusk({u"list"_s}), tusk({u"migrate"_s}), tusk({u"import"_s, file}),
                            env({u"copy"_s, u"other"_s, u"work"_s})};
        for (const TuskRun &run : runs)
            QVERIFY2(isRefused(run), run.report().constData());
        QCOMPARE(stored(u"SELECT to_regnamespace('tusk') IS NULL"_s), u"t"_s);

        // With them.
        QCOMPARE(env({u"edit"_s, u"work"_s, u"--read-only"_s, u"off"_s}).exitCode, 0);
        QCOMPARE(tusk({u"migrate"_s}).exitCode, 0);
        QCOMPARE(env({u"edit"_s, u"work"_s, u"--read-only"_s, u"on"_s}).exitCode, 0);
        runs = {tusk({u"import"_s, file}), env({u"copy"_s, u"other"_s, u"work"_s})};
        for (const TuskRun &run : runs)
            QVERIFY2(isRefused(run), run.report().constData());
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
        runs = {tusk({u"list"_s}), tusk({u"migrate"_s})};
        for (const TuskRun &run : runs)
            QVERIFY2(run.exitCode == 0, run.report().constData());
    }

    void shouldNotStrandWhatADatabaseHasNotGot()
    {
        QCOMPARE(env({u"add"_s, u"work"_s, u"--host"_s, u"nowhere.example.org"_s, u"--secret"_s, u"none"_s})
                     .exitCode,
                 0);
        const QString folder =
            qEnvironmentVariable("XDG_DATA_HOME") + "/tusk/unsent/"_L1 + find(u"work"_s)["id"_L1].toString();
        repository::ActionJournal journal(folder);
        QVERIFY(journal.open(domain::DatabaseId(base::makeUuidV7())));
        domain::Todo todo;
        todo.id = domain::TodoId(base::makeUuidV7());
        todo.title = u"on its way"_s;
        QVERIFY(journal.append(domain::createTodos({todo}, QDateTime::currentDateTimeUtc())));

        const TuskRun kept = env({u"remove"_s, u"work"_s});
        QCOMPARE(kept.exitCode, 1);
        QVERIFY2(kept.saysOneSentence() && kept.errors.contains("database: 1."), kept.report().constData());
        const TuskRun doctor = tests::tusk({u"doctor"_s, u"--json"_s}, m_session);
        QVERIFY2(doctor.output.contains(folder.toUtf8()), doctor.report().constData());

        QCOMPARE(env({u"remove"_s, u"work"_s, u"--yes"_s}).exitCode, 0);
        QCOMPARE(names(), QStringList(u"local"_s));
        QVERIFY(tests::tusk({u"doctor"_s, u"--json"_s}, m_session).output.contains(folder.toUtf8()));
    }

    void shouldWarnOfADoubtfulAddress()
    {
        const TuskRun run = env({u"add"_s, u"a"_s, u"--url-stdin"_s, u"--secret"_s, u"none"_s, u"--json"_s},
                                "postgres://ann:x@s3cret@db/todos?pgbouncer=true");

        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.only()["host"_L1].toString(), u"db"_s);
        QVERIFY2(run.errors.contains("%40") && run.errors.contains("“pgbouncer”"), run.report().constData());
        QVERIFY(!run.errors.contains("s3cret") && !run.output.contains("s3cret"));
    }

    // As the window shows it, and as consoles do.
    void shouldNotTakeStarsForAPassword()
    {
        const QByteArray shown = "postgresql://ann:***@db/todos";
        const TuskRun added = env({u"add"_s, u"a"_s, u"--url-stdin"_s}, shown);
        const TuskRun imported = env({u"import-dotenv"_s, write(u".env.b"_s, "DATABASE_URL=" + shown)});

        for (const TuskRun &run : {added, imported})
            QVERIFY2(run.exitCode == 0 && run.errors.contains("behind stars"), run.report().constData());
        QCOMPARE(find(u"a"_s)["secret"_L1]["source"_L1].toString(), u"none"_s);
        QCOMPARE(find(u"b"_s)["secret"_L1]["source"_L1].toString(), u"none"_s);
    }

    void shouldKeepThePasswordThatAFileGivesLater()
    {
        const tests::PrivateBus bus;
        const tests::KeyringDaemon keyring(bus.address());
        m_session.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
        const ConnectionSettings database = m_server->createDatabase();
        const auto importWith = [this](const QByteArray &url) {
            return env({u"import-dotenv"_s, write(u".env.work"_s, "DATABASE_URL=" + url + "\n")});
        };
        const TuskRun hidden = importWith(urlOf(database, u"HIDDEN"_s).replace("HIDDEN", "***"));
        QVERIFY2(hidden.exitCode == 0, hidden.report().constData());
        QCOMPARE(find(u"work"_s)["secret"_L1]["source"_L1].toString(), u"none"_s);

        const TuskRun filled = importWith(urlOf(database, database.password));

        QVERIFY2(filled.exitCode == 0 && filled.output.startsWith("changed  work"),
                 filled.report().constData());
        QCOMPARE(find(u"work"_s)["secret"_L1]["source"_L1].toString(), u"keychain"_s);
        const TuskRun listed = tests::tusk({u"list"_s, u"--env"_s, u"work"_s}, m_session);
        QVERIFY2(listed.exitCode == 0 && listed.errors.isEmpty(), listed.report().constData());
    }

    void shouldImportEnvironments()
    {
        const QString staging =
            write(u".env.staging"_s, "DATABASE_URL=postgres://ann:" + marker.toUtf8().toPercentEncoding() +
                                         "@stage/todos\nNEON_POOL_SIZE=3\n");
        const QString broken =
            write(u".env"_s, "SECRET=" + marker.toUtf8().toPercentEncoding().replace('%', "%%") + "\n");
        const QStringList command{u"import-dotenv"_s, staging, u"--secret"_s, u"variable:STAGE_PW"_s};

        const TuskRun planned = env(command + QStringList{u"--dry-run"_s, u"--json"_s});
        const QStringList afterPlan = names();
        const TuskRun done = env(command);
        const TuskRun again = env({u"import-dotenv"_s, staging, u"--dry-run"_s});
        const TuskRun none = env({u"import-dotenv"_s, broken});

        QVERIFY2(planned.exitCode == 0 && planned.errors.isEmpty(), planned.report().constData());
        QCOMPARE(planned.only()["change"_L1].toString(), u"added"_s);
        QCOMPARE(afterPlan, QStringList(u"local"_s));
        QVERIFY2(done.exitCode == 0 && done.output.startsWith("added  staging  stage/todos"),
                 done.report().constData());
        QVERIFY2(again.output.startsWith("same  staging"), again.report().constData());
        QVERIFY2(done.errors.contains("not kept") && again.errors.contains("not kept"),
                 again.report().constData());
        QCOMPARE(find(u"staging"_s)["pool"_L1]["size"_L1].toInt(), 3);
        QCOMPARE(find(u"staging"_s)["secret"_L1]["name"_L1].toString(), u"STAGE_PW"_s);
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.errors.contains("DATABASE_URL"), none.report().constData());
        QVERIFY(QFile::remove(staging) && QFile::remove(broken));
        QCOMPARE(whereTheMarkerIs({planned, done, again, none}), QStringList());
    }

    void shouldSayOfAnImportWhatTheChosenPlaceOfThePasswordChanges()
    {
        const QString path = write(u".env.work"_s, "DATABASE_URL=postgres://ann:x@db/todos\n");
        const QStringList command{u"import-dotenv"_s, path, u"--secret"_s};
        const TuskRun added = env(command + QStringList{u"none"_s});
        const QJsonObject before = find(u"work"_s);

        const TuskRun same = env(command + QStringList{u"none"_s});
        const TuskRun changed = env(command + QStringList{u"variable:WORK_PASSWORD"_s, u"--dry-run"_s});

        QVERIFY2(added.exitCode == 0 && added.output.startsWith("added  work"), added.report().constData());
        QVERIFY2(same.exitCode == 0 && same.output.startsWith("same  work"), same.report().constData());
        QCOMPARE(find(u"work"_s), before);
        QVERIFY2(changed.exitCode == 0 && changed.output.startsWith("changed  work"),
                 changed.report().constData());
        QVERIFY2(changed.output.contains("secret.source"), changed.report().constData());
    }

    void shouldLoseNothingWhenTwoProgramsWriteAtOnce()
    {
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 6; ++i)
            programs.push_back(
                tests::startTusk({u"env"_s, u"add"_s, u"e%1"_s.arg(i), u"--host"_s, u"h"_s}, m_session));
        for (const auto &program : programs) {
            const TuskRun run = tests::finish(*program);
            QVERIFY2(run.exitCode == 0, run.report().constData());
        }
        QCOMPARE(names().size(), 7);
    }

    // Trap 27.
    void shouldNotLetLibpqsVariablesAndFilesSayWhereToConnect()
    {
        const ConnectionSettings database = m_server->createDatabase();
        QCOMPARE(
            env({u"add"_s, u"work"_s, u"--url-stdin"_s, u"--secret"_s, u"libpq-files"_s}, urlOf(database, {}))
                .exitCode,
            0);
        const QString home = qEnvironmentVariable("HOME");
        const QByteArray line = "*:*:*:" + database.user.toUtf8() + ':' + database.password.toUtf8() + '\n';
        QFile passwords(home + u"/.pgpass"_s);
        QVERIFY(passwords.open(QIODevice::WriteOnly) && passwords.write(line) == line.size());
        passwords.close();
        QVERIFY(passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QFile services(home + u"/.pg_service.conf"_s);
        QVERIFY(services.open(QIODevice::WriteOnly) &&
                services.write("[elsewhere]\nhost=nowhere.invalid\n") > 0);
        services.close();
        m_session.insert(u"PGHOST"_s, u"nowhere.invalid"_s);
        m_session.insert(u"PGSERVICE"_s, u"elsewhere"_s);
        m_session.insert(u"PGPASSWORD"_s, u"wrong"_s);
        m_session.insert(u"PGOPTIONS"_s, u"-c default_transaction_read_only=on"_s);

        const QString id = tests::addTodo(u"here"_s, {u"--env"_s, u"work"_s}, m_session);

        QVERIFY(!id.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentCommands)
#include "tst_environmentcommands.moc"
