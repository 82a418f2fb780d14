// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "models/opendatabase.h"
#include "support/proxy.h"
#include "support/testcase.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using models::DatabaseLink;
using State = DatabaseLink::State;

// What an environment allows the window to do to its database.
class TestDatabaseLink final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>();
        m_network = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true});
    }
    void cleanupTestCase()
    {
        m_link.reset();
        m_network.reset();
        m_server.reset();
    }
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_link.reset(); }

    void shouldAskBeforeItBringsADatabaseUp()
    {
        const base::ConnectionSettings empty = m_server->createDatabase();
        DatabaseLink::Options options = optionsFor(empty);
        options.asksBeforeMigrating = [] { return true; };
        open(options);
        QTRY_COMPARE(m_link->state(), State::MigrationWanted);
        QVERIFY(!hasSchema(empty));

        m_link->migrateNow();
        QTRY_COMPARE(m_link->state(), State::Ready);
        QVERIFY(hasSchema(empty));
    }

    void shouldNotAskWhereThereIsNothingToBringUp()
    {
        DatabaseLink::Options options = optionsFor(tests::createTuskDatabase(*m_server));
        options.asksBeforeMigrating = [] { return true; };
        open(options);
        QTRY_COMPARE(m_link->state(), State::Ready);
        m_link->migrateNow();
        QCOMPARE(m_link->state(), State::Ready);
    }

    void shouldNotBringUpWhatMayOnlyBeRead()
    {
        base::ConnectionSettings empty = m_server->createDatabase();
        empty.readOnly = true;
        open(optionsFor(empty));
        QTRY_COMPARE(m_link->state(), State::Failed);
        QVERIFY2(m_link->error().sentence.contains("read only"_L1), qPrintable(m_link->error().sentence));
        QVERIFY(!hasSchema(empty));
    }

    void shouldShowWhatMayOnlyBeRead()
    {
        base::ConnectionSettings settings = tests::createTuskDatabase(*m_server);
        {
            tests::Device writer(settings);
            writer.add(u"milk"_s);
            QTRY_VERIFY(writer.isSaved());
        }
        settings.readOnly = true;
        tests::Device reader(settings);
        QCOMPARE(reader.titles(), QStringList(u"milk"_s));
    }

    void shouldSayWhatKeepsItFromBringingADatabaseUpAndTryAgain()
    {
        base::ConnectionSettings settings = m_network->createDatabase();
        tests::Proxy direct(settings);
        direct.refuse();
        settings.directHost = direct.settings().host;
        settings.directPort = direct.settings().port;
        settings.listen = false;
        open(optionsFor(settings));
        QTRY_COMPARE(m_link->state(), State::Offline);
        QVERIFY(m_link->error().kind == base::ErrorKind::NoConnection);
        QVERIFY(!m_link->error().sentence.isEmpty());

        direct.accept();

        QTRY_COMPARE(m_link->state(), State::Ready);
        QCOMPARE(m_network->psql(u"SELECT to_regnamespace('tusk') IS NOT NULL"_s, settings.database)
                     .first()
                     .first(),
                 u"t"_s);
    }

    void shouldSayWhatKeepsItFromReadingAndTryAtOnceWhenItIsTold()
    {
        const base::ConnectionSettings settings = tests::createTuskDatabase(*m_server);
        const QString sound =
            m_server
                ->psql(u"SELECT pg_get_functiondef('tusk.trash_is_due()'::regprocedure)"_s, settings.database)
                .first()
                .first();
        m_server->psql(u"CREATE OR REPLACE FUNCTION tusk.trash_is_due() RETURNS boolean LANGUAGE plpgsql AS "
                       "$$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$"_s,
                       settings.database);
        open(optionsFor(settings));
        QTRY_COMPARE(m_link->state(), State::Offline);
        QVERIFY(m_link->error().kind == base::ErrorKind::DiskFull);

        m_server->psql(sound, settings.database);
        m_link->retryNow();

        QCOMPARE(m_link->state(), State::Opening); // it would have waited for seconds
        QTRY_COMPARE(m_link->state(), State::Ready);
    }

    void shouldKnowItsDatabaseAgainInTheNextRun()
    {
        const base::ConnectionSettings settings = tests::createTuskDatabase(*m_server);
        for (int run = 0; run < 2; ++run) {
            open(rememberedOptions(settings));
            QTRY_COMPARE(m_link->state(), State::Ready);
            m_link.reset();
        }
    }

    void shouldStopAtAnotherDatabaseInTheNextRunUntilItIsAccepted()
    {
        const base::ConnectionSettings settings = tests::createTuskDatabase(*m_server);
        open(rememberedOptions(settings));
        QTRY_COMPARE(m_link->state(), State::Ready);
        m_link.reset();
        m_server->psql(u"UPDATE tusk.database SET id = gen_random_uuid()"_s, settings.database);

        open(rememberedOptions(settings));
        QTRY_COMPARE(m_link->state(), State::Failed);
        QVERIFY(m_link->error().kind == base::ErrorKind::OtherDatabase);

        QSignalSpy accepted(m_link.get(), &DatabaseLink::reopenWanted);
        m_link->acceptDatabase();
        QTRY_COMPARE(accepted.size(), 1);
        open(rememberedOptions(settings));
        QTRY_COMPARE(m_link->state(), State::Ready);
    }

    void shouldKeepForTheFormerDatabaseWhatWasDoneBeforeAnotherWasMet()
    {
        const base::ConnectionSettings settings = tests::createTuskDatabase(*m_server);
        open(rememberedOptions(settings));
        QTRY_COMPARE(m_link->state(), State::Ready);
        m_link.reset();
        const QString former = identity(settings);
        m_server->psql(u"UPDATE tusk.database SET id = gen_random_uuid()"_s, settings.database);
        m_link = std::make_unique<DatabaseLink>(rememberedOptions(settings), m_clock);
        addTodo(u"meant for the former"_s);
        m_link->open();
        QTRY_COMPARE(m_link->state(), State::Failed);

        QSignalSpy accepted(m_link.get(), &DatabaseLink::reopenWanted);
        m_link->acceptDatabase();
        QTRY_COMPARE(accepted.size(), 1);
        open(rememberedOptions(settings));
        QTRY_COMPARE(m_link->state(), State::Ready);
        addTodo(u"meant for this"_s);

        QTRY_VERIFY(m_link->workspace().pending().isEmpty());
        QCOMPARE(titles(settings), u"meant for this"_s);
        m_link.reset();
        m_server->psql(u"UPDATE tusk.database SET id = '%1'"_s.arg(former), settings.database);
        DatabaseLink::Options back = rememberedOptions(settings);
        back.address = u"there"_s; // the former is back, somewhere else
        open(back);
        QTRY_COMPARE(m_link->state(), State::Ready);
        QTRY_VERIFY(m_link->workspace().pending().isEmpty());
        QCOMPARE(titles(settings), u"meant for the former,meant for this"_s);
    }

    void shouldTryAnewWhereTheNetworkComesUpWhileItTries()
    {
        base::ConnectionSettings settings = tests::createTuskDatabase(*m_network);
        tests::Proxy proxy(settings);
        settings = proxy.settings();
        settings.sslMode = u"disable"_s;
        proxy.setRoundTrip(std::chrono::seconds(60));
        open(optionsFor(settings));
        QTRY_COMPARE(proxy.openConnections(), 1);
        QCOMPARE(m_link->state(), State::Connecting);
        QSignalSpy changed(m_link.get(), &DatabaseLink::stateChanged);

        m_link->networkChanged(); // this try will not live to see it
        proxy.setRoundTrip(std::chrono::seconds(0));
        proxy.cut();

        QTRY_COMPARE(m_link->state(), State::Ready);
        for (const QList<QVariant> &each : changed)
            QVERIFY(each.first().value<State>() != State::Offline); // nor is a next try waited for
    }

    // Else an empty database would win over the one that holds the todos.
    void shouldNotBringUpAnEmptyDatabaseWhereThereWasOneWithTodos()
    {
        const base::ConnectionSettings full = tests::createTuskDatabase(*m_server);
        const base::ConnectionSettings empty = m_server->createDatabase();
        open(rememberedOptions(full));
        QTRY_COMPARE(m_link->state(), State::Ready);
        m_link.reset();

        open(rememberedOptions(empty));
        QTRY_COMPARE(m_link->state(), State::Failed);
        QVERIFY(m_link->error().kind == base::ErrorKind::OtherDatabase);
        QVERIFY(!hasSchema(empty));
    }

    void shouldAskNothingWhereTheAddressIsAnotherOne()
    {
        open(rememberedOptions(tests::createTuskDatabase(*m_server)));
        QTRY_COMPARE(m_link->state(), State::Ready);
        m_link.reset();
        DatabaseLink::Options moved = rememberedOptions(m_server->createDatabase());
        moved.address = u"elsewhere"_s;
        open(moved);
        QTRY_COMPARE(m_link->state(), State::Ready);
    }

    void shouldAskNothingWhereTheAddressIsTheOneOfBeforeAgain()
    {
        const base::ConnectionSettings settings = tests::createTuskDatabase(*m_server);
        DatabaseLink::Options moved = rememberedOptions(tests::createTuskDatabase(*m_server));
        moved.address = u"elsewhere"_s;
        for (const DatabaseLink::Options &options : {rememberedOptions(settings), moved}) {
            open(options);
            QTRY_COMPARE(m_link->state(), State::Ready);
            m_link.reset();
        }
        m_server->psql(u"UPDATE tusk.database SET id = gen_random_uuid()"_s, settings.database);

        open(rememberedOptions(settings)); // still known
        QTRY_COMPARE(m_link->state(), State::Failed);
        QVERIFY(m_link->error().kind == base::ErrorKind::OtherDatabase);
    }

    // The disk is slow: it is stopped while it looks up which database was there before.
    void shouldNotBecomeReadyAfterItWasStopped()
    {
        const DatabaseLink::Options options = rememberedOptions(tests::createTuskDatabase(*m_server));
        const QByteArray file = QFile::encodeName(options.unsentFolder + "/database.json"_L1);
        QVERIFY(QDir().mkpath(options.unsentFolder));
        QCOMPARE(::mkfifo(file.constData(), 0600), 0);
        open(options);
        int reader = -1; // somebody reads when it can be opened for writing
        const auto isRead = [&reader, &file] {
            if (reader < 0)
                reader = ::open(file.constData(), O_WRONLY | O_NONBLOCK);
            return reader >= 0;
        };
        QTRY_VERIFY(isRead());

        m_link->stop();
        QList<State> states;
        connect(m_link.get(), &DatabaseLink::stateChanged, this,
                [&states](State state) { states.append(state); });
        ::unlink(file.constData());
        ::close(reader);
        m_link->open();

        QTRY_COMPARE(m_link->state(), State::Ready);
        QCOMPARE(states, (QList{State::Connecting, State::Opening, State::Ready}));
    }

private:
    // Of an environment whose address stays, whatever is behind it.
    DatabaseLink::Options rememberedOptions(const base::ConnectionSettings &settings) const
    {
        DatabaseLink::Options options = optionsFor(settings);
        options.address = u"here"_s;
        return options;
    }
    DatabaseLink::Options optionsFor(const base::ConnectionSettings &settings) const
    {
        DatabaseLink::Options options;
        options.settings = settings;
        options.unsentFolder = m_folder->path();
        options.installation = domain::InstallationId(base::makeUuidV7());
        options.firstPlace = domain::TodoFilter::at(domain::TodoFilter::Place::Inbox);
        return options;
    }
    void open(const DatabaseLink::Options &options)
    {
        m_link = std::make_unique<DatabaseLink>(options, m_clock);
        m_link->open();
    }
    void addTodo(const QString &title)
    {
        domain::Todo todo;
        todo.id = domain::TodoId(base::makeUuidV7());
        todo.title = title;
        todo.position = domain::positionAtEnd(m_link->workspace().now());
        m_link->workspace().perform(domain::createTodos({todo}, m_link->workspace().now()));
    }
    QString identity(const base::ConnectionSettings &settings)
    {
        return m_server->psql(u"SELECT id FROM tusk.database"_s, settings.database).value(0).value(0);
    }
    QString titles(const base::ConnectionSettings &settings)
    {
        return m_server
            ->psql(u"SELECT string_agg(title, ',' ORDER BY title) FROM tusk.todo"_s, settings.database)
            .value(0)
            .value(0);
    }
    bool hasSchema(const base::ConnectionSettings &settings)
    {
        return m_server->psql(u"SELECT to_regnamespace('tusk') IS NOT NULL"_s, settings.database)
                   .first()
                   .first() == "t"_L1;
    }

    std::unique_ptr<tests::TestServer> m_server;
    std::unique_ptr<tests::TestServer> m_network; // reached by TCP
    std::unique_ptr<QTemporaryDir> m_folder;
    base::SystemClock m_clock;
    std::unique_ptr<DatabaseLink> m_link;
};

QTEST_GUILESS_MAIN(TestDatabaseLink)
#include "tst_databaselink.moc"
