// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectionstring.h"
#include "environments/neonhost.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace environments;

namespace
{

const QString direct = u"ep-cool-rain-123456.eu-central-1.aws.neon.tech"_s;
const QString pooled = u"ep-cool-rain-123456-pooler.eu-central-1.aws.neon.tech"_s;

} // namespace

class TestNeonHost final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldDeriveOneNameFromTheOther()
    {
        QVERIFY(isNeonHost(direct));
        QVERIFY(isNeonHost(pooled));
        QCOMPARE(directNeonHost(pooled), direct);
        QCOMPARE(pooledNeonHost(direct), pooled);
        QCOMPARE(directNeonHost(direct), QString());
        QCOMPARE(pooledNeonHost(pooled), QString());
    }

    void shouldLeaveOtherHostsAlone_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("another provider") << u"ep-a-pooler.example.org"_s;
        QTest::newRow("a name that ends alike") << u"ep-a-pooler.notneon.tech"_s;
        QTest::newRow("a name that goes on") << u"ep-a-pooler.neon.tech.example.org"_s;
        QTest::newRow("the console") << u"console.neon.tech"_s;
        QTest::newRow("none") << QString();
    }
    void shouldLeaveOtherHostsAlone()
    {
        QFETCH(const QString, host);
        QCOMPARE(directNeonHost(host), QString());
        QCOMPARE(pooledNeonHost(host), QString());
    }

    void shouldTakeTheDirectNameForADirectWay()
    {
        EnvironmentProfile profile;
        profile.host = direct;
        QCOMPARE(connectionSettings(profile, {}).directHost, direct);
        profile.host = pooled;
        QCOMPARE(connectionSettings(profile, {}).directHost, QString());
        profile.host = u"db.example.org"_s;
        QCOMPARE(connectionSettings(profile, {}).directHost, QString());
    }

    void shouldAimMigrationsAtTheDatabaseBehindThePooler()
    {
        const auto parsed = parseConnectionString(u"psql 'postgresql://ann:pw@"_s + pooled +
                                                      u"/todos?sslmode=require&channel_binding=require'"_s,
                                                  {});
        QVERIFY(parsed);
        EnvironmentProfile profile;

        applyAddress(profile, parsed->address);

        QCOMPARE(profile.host, pooled);
        QCOMPARE(profile.directHost, direct);
        QCOMPARE(connectionSettings(profile, {}).direct().host, direct);
        QCOMPARE(profile.tls, TlsMode::Require);
        QCOMPARE(profile.channelBinding, ChannelBinding::Require);
        // A string for the same server keeps what it does not name.
        profile.directHost = u"past-the-pooler.example.org"_s;
        profile.directPort = 6432;
        profile.tls = TlsMode::VerifyFull;
        profile.rootCertificate = u"/etc/ssl/own.crt"_s;
        applyAddress(profile,
                     parseConnectionString(u"postgresql://ann:new@"_s + pooled + u"/todos"_s, {})->address);
        QCOMPARE(profile.directHost, u"past-the-pooler.example.org"_s);
        QCOMPARE(profile.directPort, 6432);
        QCOMPARE(profile.tls, TlsMode::VerifyFull);
        QCOMPARE(profile.rootCertificate, u"/etc/ssl/own.crt"_s);
        QCOMPARE(profile.channelBinding, ChannelBinding::Require);
        // What it names holds.
        applyAddress(profile, parseConnectionString(
                                  u"postgresql://ann:new@"_s + pooled + u"/todos?sslmode=require"_s, {})
                                  ->address);
        QCOMPARE(profile.tls, TlsMode::Require);
        QCOMPARE(profile.rootCertificate, QString());
        // And another address takes the place of all of it.
        applyAddress(profile, parseConnectionString(u"postgresql://db.example.org/todos"_s, {})->address);
        QCOMPARE(profile.directHost, QString());
        QCOMPARE(profile.channelBinding, ChannelBinding::Prefer);
    }
};

QTEST_GUILESS_MAIN(TestNeonHost)
#include "tst_neonhost.moc"
