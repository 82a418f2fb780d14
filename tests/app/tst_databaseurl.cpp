// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/databaseurl.h"
#include "support/testcase.h"

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using app::DatabaseUrl;
using app::parseDatabaseUrl;
using base::ConnectionSettings;

namespace
{

base::Result<DatabaseUrl> parse(const QString &url)
{
    return parseDatabaseUrl(url, u"THE_URL"_s);
}

} // namespace

class TestDatabaseUrl final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldUnderstandEveryPartOfAnAddress()
    {
        const auto url = parse(
            u"postgresql://ann:s%40crt@db.example.org:6543/todos?sslmode=verify-full&channel_binding=require&"
            "sslrootcert=/etc/ca.pem&connect_timeout=7&application_name=desk&keepalives_idle=20"_s);

        QVERIFY(url);
        const ConnectionSettings *settings = &url->settings;
        QCOMPARE(settings->host, u"db.example.org"_s);
        QCOMPARE(settings->port, 6543);
        QCOMPARE(settings->database, u"todos"_s);
        QCOMPARE(settings->user, u"ann"_s);
        QCOMPARE(settings->password, u"s@crt"_s);
        QCOMPARE(settings->sslMode, u"verify-full"_s);
        QCOMPARE(settings->sslRootCert, u"/etc/ca.pem"_s);
        QCOMPARE(settings->channelBinding, u"require"_s);
        QCOMPARE(settings->applicationName, u"desk"_s);
        QCOMPARE(settings->connectTimeout, 7s);
        QCOMPARE(settings->keepAliveIdle, 20s);
    }

    void shouldTakeEveryForm_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("postgresql") << u"postgresql://ann:pw@db:6543/todos"_s;
        QTest::newRow("postgres") << u"postgres://ann:pw@db:6543/todos"_s;
        QTest::newRow("keywords") << u"host=db port=6543 dbname=todos user=ann password=pw"_s;
        QTest::newRow("quoted keywords")
            << u"host='db' port='6543' dbname='todos' user='ann' password='pw'"_s;
        QTest::newRow("white space around") << u"  postgres://ann:pw@db:6543/todos\n"_s;
        QTest::newRow("what changes nothing")
            << u"postgres://ann:pw@db:6543/todos?client_encoding=utf8&gssencmode=prefer"_s;
    }

    void shouldTakeEveryForm()
    {
        QFETCH(QString, url);

        const auto parsed = parse(url);

        ConnectionSettings expected;
        expected.host = u"db"_s;
        expected.port = 6543;
        expected.database = u"todos"_s;
        expected.user = u"ann"_s;
        expected.password = u"pw"_s;
        QVERIFY(parsed);
        QCOMPARE(parsed->settings, expected);
        QVERIFY(parsed->notices.isEmpty());
    }

    void shouldTakeTheDirectoryOfASocket()
    {
        const auto url = parse(u"postgresql:///todos?host=/run/postgresql"_s);

        QVERIFY(url);
        QVERIFY(url->settings.isLocalSocket());
        QCOMPARE(url->settings.host, u"/run/postgresql"_s);
    }

    void shouldRefuseWithoutRepeatingTheSecret_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("words"); // in the sentence
        QTest::newRow("no address") << u"s3cret"_s << u"is not the address"_s;
        QTest::newRow("other scheme") << u"mysql://ann:s3cret@db/todos"_s << u"is not the address"_s;
        QTest::newRow("broken quotes") << u"host=db password='s3cret"_s << u"is not the address"_s;
        QTest::newRow("port") << u"postgresql://ann:s3cret@db:99999/todos"_s << u"“port”"_s;
        QTest::newRow("ssl mode") << u"postgresql://ann:s3cret@db/todos?sslmode=s3cret"_s << u"“sslmode”"_s;
        QTest::newRow("@ in the password") << u"postgresql://ann:x@s3cret@db/todos"_s << u"%40"_s;
        QTest::newRow("/ in the password") << u"postgresql://ann:x/s3cret@db/todos"_s << u"%2F"_s;
        QTest::newRow("several servers")
            << u"postgresql://ann:s3cret@one,two/todos"_s << u"several servers"_s;
        QTest::newRow("service") << u"postgresql://ann:s3cret@db/todos?service=prod"_s << u"“service”"_s;
    }

    void shouldRefuseWithoutRepeatingTheSecret()
    {
        QFETCH(QString, url);
        QFETCH(QString, words);

        const auto settings = parse(url);

        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, base::ErrorKind::InvalidInput);
        QVERIFY2(settings.error().sentence.contains(words), qPrintable(settings.error().sentence));
        QVERIFY2(settings.error().sentence.contains(u"THE_URL"_s), qPrintable(settings.error().sentence));
        QVERIFY(!settings.error().sentence.contains(u"s3cret"_s));
        QVERIFY2(!settings.error().detail.contains(u"s3cret"_s), qPrintable(settings.error().detail));
    }

    void shouldNameWhatIsLeftOut()
    {
        const auto url = parse(u"postgresql://ann:s3cret@db/todos?pgbouncer=true&options=-cx%3D1"_s);

        QVERIFY(url);
        QCOMPARE(url->notices.size(), 2);
        QVERIFY(url->notices.at(0).contains(u"“pgbouncer”"_s));
        QVERIFY(url->notices.at(1).contains(u"“options”"_s));
        QVERIFY(url->notices.at(0).startsWith(u"THE_URL: "_s));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseUrl)
#include "tst_databaseurl.moc"
