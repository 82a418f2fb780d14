// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/environmentfailuretest.h"
#include "gui/actions/actionregistry.h"
#include "gui/copy/copydialog.h"
#include "support/fakeserver.h"

#include <QDir>
#include <QFile>
#include <QPushButton>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::EnvironmentProfile;
using environments::ProfileList;
using environments::TlsMode;

// What is read when a database cannot be reached, for all the reasons that there are; and never a password.
class TestEnvironmentFailureFeature final : public EnvironmentFailureTest
{
    Q_OBJECT

    // What is wrong with the environment or its database.
    using Fault = std::function<void(TestEnvironmentFailureFeature &, EnvironmentProfile &)>;

    std::unique_ptr<FakeServer> m_fake;
    std::unique_ptr<TestServer> m_other;

    void startOtherServer(EnvironmentProfile &profile, TestCertificates::Kind certificate)
    {
        m_other = std::make_unique<TestServer>(certificates().serverWith(certificate));
        const base::ConnectionSettings there = createTuskDatabase(*m_other);
        profile.port = there.port;
        profile.database = there.database;
        profile.user = there.user;
        profile.tls = TlsMode::VerifyFull;
        profile.rootCertificate = certificates().authority();
    }
    // parameter: reported at the login, which works then.
    void startFake(EnvironmentProfile &profile, const QByteArray &words, const QByteArray &parameter = {},
                   const QByteArray &sqlState = "XX000")
    {
        using When = FakeServer::Failure::When;
        m_fake = std::make_unique<FakeServer>(
            FakeServer::Failure{.sqlState = sqlState,
                                .message = words,
                                .severity = "ERROR",
                                .when = parameter.isEmpty() ? When::AtStart : When::AtFirstStatement,
                                .parameter = parameter});
        profile.port = m_fake->settings().port;
        profile.tls = TlsMode::Disable;
    }
    void copyToShopInVain()
    {
        session().raise({}, home().id); // reads the file again
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        window().actions().action(gui::ActionId::CopyToEnvironment).trigger();
        auto *dialog = window().findChild<gui::CopyDialog *>();
        auto *to = dialog->findChild<QComboBox *>(u"to"_s);
        to->setCurrentIndex(to->findText(u"Shop"_s));
        Q_EMIT to->activated(to->currentIndex());
        dialog->findChild<QPushButton *>(u"nextButton"_s)->click();
        const auto *problem = dialog->findChild<QLabel *>(u"problemText"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(problem->isVisible() && problem->text().startsWith(u"“Shop”: "_s) &&
                                      problem->text().contains(u"did not accept the user name"_s),
                                  qPrintable(problem->text()), patience);
    }
    void startBreaking(EnvironmentProfile &profile, FakeServer::Failure::Breaks where)
    {
        m_fake = std::make_unique<FakeServer>(FakeServer::Failure{.breaks = where});
        profile.port = m_fake->settings().port;
        profile.tls =
            where == FakeServer::Failure::Breaks::AtEncryption ? TlsMode::Require : TlsMode::Disable;
    }

    // What a server, a provider or a pooler says instead of letting us in.
    static void addRefusals()
    {
        struct Refusal {
            const char *sqlState;
            const char *words;
            const char *sentence;
            bool isFinal = false;
        };
        static constexpr Refusal refusals[] = {
            {"28000", "no pg_hba.conf entry for host",
             "The database server does not let this user in from here.", true},
            {"42501", "permission denied for database", "This user may not connect to this database.", true},
            {"53200", "out of memory", "The database server is overloaded."},
            {"53100", "could not extend file", "The disk of the database server is full."},
            {"57P03", "the database system is starting up",
             "The database server is just starting or stopping."},
            {"57P01", "terminating connection", "The database server is shutting down."},
            {"XX000", "connection is insecure (try using `sslmode=require`)",
             "The database provider asks for an encrypted connection; set the encryption to \"require\".",
             true},
            {"XX000", "endpoint is temporarily unavailable. Check your quotas",
             "The database provider says that this database is not available for now; the quota of the "
             "project may "
             "be used up."},
            {"XX000", "endpoint cannot be found",
             "The database provider does not know this database; it may have been deleted.", true},
            {"XX000", "exceeded the limit of concurrently active endpoints",
             "Too many databases of this project are active at its provider."},
            {"XX000", "exceeded the compute time quota",
             "The computing time that the database provider allows is used up.", true},
            {"XX000", "password authentication failed for user 'tusk'",
             "The database did not accept the user name or the password.", true},
            {"XX000", "Too many connections attempts",
             "The database provider has too many connections at the moment."},
            {"XX000", "Failed to acquire permit",
             "The database provider has too many connections at the moment."},
            {"XX000", "This IP address is not allowed",
             "The database provider does not allow connections from this network address.", true},
            {"XX000", "unsupported startup parameter",
             "The connection pooler does not allow a setting that was sent; use the address without pooler, "
             "or remove "
             "the setting.",
             true},
            {"XX000", "Endpoint ID is not specified",
             "The database provider needs the full name of the server, not its number.", true},
            {"", "Tenant or user not found", "The connection pooler does not know this user.", true},
            {"", "server login has been failing",
             "The database server behind the connection pooler cannot be reached."},
            {"", "query_wait_timeout", "The connection pooler had no free connection in time."},
            {"", "server conn crashed?", "The connection to the database was lost."},
        };
        for (const Refusal &each : refusals) {
            const Fault fault = [each](TestEnvironmentFailureFeature &test, EnvironmentProfile &profile) {
                test.startFake(profile, each.words, {}, each.sqlState);
            };
            const QString sentence = QString::fromUtf8(each.sentence);
            QTest::newRow(each.words)
                << fault << (each.isFinal ? u"not connected"_s : u"offline"_s)
                << (each.isFinal ? sentence : sentence + u" It is tried again by itself."_s) << true;
        }
    }

protected:
    void prepare() override
    {
        m_fake.reset();
        m_other.reset();
        EnvironmentFailureTest::prepare();
    }

private Q_SLOTS:
    void iReadWhyMyDatabaseCannotBeReached_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<bool>("hasDetail");
        using T = TestEnvironmentFailureFeature;
        using P = EnvironmentProfile;
        const auto row = [](const char *name, Fault fault, const char *state, const char *sentence,
                            bool hasDetail = true) {
            QTest::newRow(name) << std::move(fault) << QString::fromUtf8(state) << QString::fromUtf8(sentence)
                                << hasDetail;
        };
        row(
            "refused",
            [](T &test, P &profile) {
                test.startNetwork(profile);
                test.network().refuse();
            },
            "offline", "No database server is running at this address. It is tried again by itself.");
        row(
            "a network without a way",
            [](T &, P &profile) { profile.host = u"224.0.0.1"_s; }, // of a group; no TCP leads there
            "offline",
            "The database server cannot be reached; this computer may be offline. It is tried again by "
            "itself.");
        row(
            "no such database", [](T &, P &profile) { profile.database = u"nowhere"_s; }, "not connected",
            "The server has no database of this name.");
        row(
            "a wrong password", [](T &, P &) { qputenv(variable.constData(), marker.toUtf8() + "wrong"); },
            "not connected", "The database did not accept the user name or the password.");
        row(
            "a certificate of somebody else",
            [](T &test, P &profile) {
                profile.tls = TlsMode::VerifyFull;
                profile.rootCertificate = test.certificates().strangeAuthority();
            },
            "offline",
            "The certificate of the database server comes from somebody whom this computer does not trust, "
            "so "
            "Tusk did not connect. It is tried again by itself.");
        row(
            "a certificate that has expired",
            [](T &test, P &profile) { test.startOtherServer(profile, TestCertificates::Kind::Expired); },
            "offline",
            "The certificate of the database server has expired, so Tusk did not connect. It is tried again "
            "by itself.");
        row(
            "a certificate of another server",
            [](T &test, P &profile) { test.startOtherServer(profile, TestCertificates::Kind::OtherName); },
            "offline",
            "The certificate of the database server is that of another server, so Tusk did not connect. It "
            "is "
            "tried again by itself.");
        row(
            "a certificate for other purposes",
            [](T &test, P &profile) { test.startOtherServer(profile, TestCertificates::Kind::OtherPurpose); },
            "offline",
            "The certificate of the database server is not valid, so Tusk did not connect. It is tried again "
            "by itself.");
        row(
            "encryption that breaks",
            [](T &test, P &profile) {
                test.startBreaking(profile, FakeServer::Failure::Breaks::AtEncryption);
            },
            "offline",
            "No encrypted connection to the database server could be made. It is tried again by itself.");
        row(
            "a login that is cut",
            [](T &test, P &profile) { test.startBreaking(profile, FakeServer::Failure::Breaks::AtLogin); },
            "offline",
            "The database server ended the connection while logging in. It is tried again by itself.");
        row(
            "too many connections",
            [](T &test, P &profile) {
                test.server().psql(u"ALTER DATABASE \"%1\" CONNECTION LIMIT 0"_s.arg(profile.database));
            },
            "offline",
            "The database server has no free connection at the moment. It is tried again by itself.");
        row(
            "a database that wakes up",
            [](T &test, P &profile) { test.startFake(profile, "Couldn't connect to compute node"); },
            "waking the database…", "The database is waking up; this takes up to half a minute.", false);
        row(
            "something that only looks like PostgreSQL",
            [](T &test, P &profile) {
                test.startFake(profile, "unknown function", "crdb_version=CockroachDB CCL v23.1.11");
            },
            "not connected",
            "This is CockroachDB, which only looks like PostgreSQL; Tusk cannot keep todos in it.");
        row(
            "a database that is switched off",
            [](T &test, P &profile) {
                test.startFake(profile, "Control plane request failed: endpoint is disabled");
            },
            "not connected", "This database is switched off at its provider.");
        row(
            "a server without encryption",
            [](T &test, P &profile) {
                test.startFake(profile, "never said");
                profile.tls = TlsMode::Require;
            },
            "not connected", "The database server offers no encryption, which this environment asks for.");
        row(
            "a server that does not answer",
            [](T &test, P &profile) {
                test.m_fake = std::make_unique<FakeServer>();
                profile.port = test.m_fake->settings().port;
                profile.tls = TlsMode::Disable;
                profile.pool.connectTimeout = std::chrono::seconds(1);
            },
            "offline", "The database server did not answer in time. It is tried again by itself.");
        row(
            "a root certificate that is missing",
            [](T &, P &profile) {
                profile.tls = TlsMode::VerifyFull;
                profile.rootCertificate = u"/nowhere/root.crt"_s;
            },
            "not connected",
            "The file of the root certificate is missing, so the database server could not be checked.");
        row(
            "a login that cannot be tied",
            [](T &, P &profile) {
                profile.tls = TlsMode::Disable;
                profile.channelBinding = environments::ChannelBinding::Require;
            },
            "not connected",
            "The login could not be tied to the encrypted connection, which this environment asks for.");
        addRefusals();
    }
    void iReadWhyMyDatabaseCannotBeReached()
    {
        QFETCH(const Fault, fault);
        QFETCH(const QString, state);
        QFETCH(const QString, sentence);
        QFETCH(const bool, hasDetail);
        const qint64 mark = server().logMark();
        EnvironmentProfile profile = shop();
        fault(*this, profile);

        openShop(profile);

        QStringList read;
        const auto isRead = [&] {
            if (read.isEmpty() || read.last() != foot() + ": "_L1 + message())
                read.append(foot() + ": "_L1 + message());
            return message() == sentence;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(isRead(), qPrintable(read.join(u'\n')), patience / 2);
        QCOMPARE(foot(), u"Shop, "_s + state);
        const QString technical = detail();
        QCOMPARE(!technical.isEmpty(), hasDetail);
        QVERIFY2(!technical.contains(marker), qPrintable(technical));
        QCOMPARE_LE(failedLogins(mark), 1); // a wrong password is tried once
        expectNoMarker();
    }

    // Most of the time is spent on trying again.
    void iReadWhyMyDatabaseIsNotReachedWhileItIsTriedAgain()
    {
        m_fake = std::make_unique<FakeServer>();
        EnvironmentProfile profile = shop();
        profile.port = m_fake->settings().port;
        profile.tls = TlsMode::Disable;
        profile.pool.connectTimeout = std::chrono::seconds(1);

        openShop(profile);

        const QString sentence = u"The database server did not answer in time."_s;
        QTRY_VERIFY2_WITH_TIMEOUT(foot() == u"Shop, connecting…"_s && footTip() == sentence,
                                  qPrintable(foot()), patience);
        const QStringList reason = reasonInMenu();
        QCOMPARE(reason.value(0), sentence);
        QVERIFY(!reason.value(1).isEmpty());
        expectNoMarker();
    }

    // There is a way past a pooler, and nobody answers there.
    void iReadThatChangesMadeElsewhereDoNotCome()
    {
        EnvironmentProfile profile = shop();
        startNetwork(profile);
        network().refuse();
        profile.directHost = profile.host;
        profile.directPort = std::exchange(profile.port, homeDatabase().port);

        openShop(profile);

        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected, not live"_s, patience);
        const QString sentence = u"Changes made elsewhere are not shown at once: No database server is "
                                 "running at this address."_s;
        QCOMPARE(footTip(), sentence);
        const QStringList reason = reasonInMenu();
        QCOMPARE(reason.value(0), sentence);
        QVERIFY2(reason.value(1).contains(QString::number(profile.directPort)), qPrintable(reason.value(1)));
        addElsewhere({u"buy milk"_s});
        hands::press(u"F5"_s);
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"buy milk"_s}, patience);
        expectNoMarker();

        network().accept();

        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        QCOMPARE(footTip(), QString());
        addElsewhere({u"call Ana"_s});
        QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 2, patience);
        expectNoMarker();
    }

    // Past the pooler I was refused, which is not tried again by itself.
    void iHearOfChangesMadeElsewhereWhenIHaveMendedIt()
    {
        m_fake = std::make_unique<FakeServer>(
            FakeServer::Failure{.sqlState = "28000", .message = "no pg_hba.conf entry for host"});
        EnvironmentProfile profile = shop();
        startNetwork(profile);
        network().leadTo(m_fake->settings());
        profile.directHost = profile.host;
        profile.directPort = std::exchange(profile.port, homeDatabase().port);
        openShop(profile);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected, not live"_s, patience);
        network().leadTo(homeDatabase());

        hands::press(u"F5"_s);

        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        addElsewhere({u"buy milk"_s});
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"buy milk"_s}, patience);
        expectNoMarker();
    }

    // libpq would check by that file, and go on without encryption where the server is not certified by it.
    void myConnectionIsEncryptedWhateverLibpqsOwnFileTrusts()
    {
        QVERIFY(QDir(homeFolder()).mkdir(u".postgresql"_s));
        QVERIFY(QFile::copy(certificates().strangeAuthority(), homeFolder() + u"/.postgresql/root.crt"_s));

        openShopAndWait(shop());

        const QString sql = u"SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) "
                            "WHERE usename = 'tusk' AND datname = '%1'"_s.arg(homeDatabase().database);
        QCOMPARE(server().psql(sql), (QList<QStringList>{{u"t"_s}}));
        expectNoMarker();
    }

    void iReadThatIMayNotMakeTablesInMyDatabase()
    {
        const base::ConnectionSettings others = server().createDatabase({.role = TestRole::Powerless});
        server().psql(u"ALTER ROLE \"%1\" PASSWORD '%2'"_s.arg(others.user, marker));
        EnvironmentProfile profile = shop();
        profile.database = others.database;
        profile.user = others.user;

        openShop(profile);

        QTRY_COMPARE_WITH_TIMEOUT(
            message(),
            u"“%1” may not make anything in the database “%2”; please ask its owner for the right CREATE, "
            "or for a schema “tusk” of your own. Nothing was changed."_s.arg(others.user, others.database),
            patience);
        QCOMPARE(foot(), u"Shop, not connected"_s);
        const QString technical = detail();
        QVERIFY2(technical.contains(u"GRANT CREATE"_s) && !technical.contains(marker), qPrintable(technical));
        expectNoMarker();
    }

    void iReadWhyNothingCanBeCopiedToMyDatabase()
    {
        qputenv(variable.constData(), marker.toUtf8() + "wrong");
        change([profile = shop()](ProfileList &list) { return list.add(profile); });
        copyToShopInVain();
        expectNoMarker();
    }
    void aCopyDoesNotTryThePasswordAgainThatWasRefused()
    {
        qputenv(variable.constData(), marker.toUtf8() + "wrong");
        const qint64 mark = server().logMark();
        openShop(shop());
        QTRY_COMPARE_WITH_TIMEOUT(message(), u"The database did not accept the user name or the password."_s,
                                  patience);
        QCOMPARE(failedLogins(mark), 1);

        copyToShopInVain();

        QCOMPARE(failedLogins(mark), 1);
        expectNoMarker();
    }
};

QTEST_MAIN(TestEnvironmentFailureFeature)
#include "tst_environmentfailurefeature.moc"
