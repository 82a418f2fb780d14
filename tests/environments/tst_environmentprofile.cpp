// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/environmentprofile.h"
#include "environments/profilewords.h"
#include "support/testcase.h"

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace environments;

class TestEnvironmentProfile final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldGiveEveryFieldToTheSession()
    {
        EnvironmentProfile profile = newProfile(u"shop"_s, EnvironmentKind::Staging);
        profile.host = u"pooler.example.org"_s;
        profile.port = 6543;
        profile.database = u"todos"_s;
        profile.user = u"ann"_s;
        profile.tls = TlsMode::VerifyFull;
        profile.rootCertificate = u"/etc/ca.pem"_s;
        profile.channelBinding = ChannelBinding::Require;
        profile.applicationName = u"desk"_s;
        profile.directHost = u"db.example.org"_s;
        profile.directPort = 5433;
        profile.pool = {5, 1, 7s, 8s, 9s, 11s, 4s, 6, 600s, false};
        profile.readOnly = true;
        profile.listen = false;

        const base::ConnectionSettings settings = connectionSettings(profile, u"pw"_s);

        base::ConnectionSettings expected;
        expected.host = u"pooler.example.org"_s;
        expected.port = 6543;
        expected.database = u"todos"_s;
        expected.user = u"ann"_s;
        expected.password = u"pw"_s;
        expected.sslMode = u"verify-full"_s;
        expected.sslRootCert = u"/etc/ca.pem"_s;
        expected.channelBinding = u"require"_s;
        expected.applicationName = u"desk"_s;
        expected.directHost = u"db.example.org"_s;
        expected.directPort = 5433;
        expected.poolSize = 5;
        expected.minimumIdle = 1;
        expected.connectTimeout = 7s;
        expected.acquireTimeout = 8s;
        expected.statementTimeout = 9s;
        expected.keepAliveIdle = 11s;
        expected.keepAliveInterval = 4s;
        expected.keepAliveCount = 6;
        expected.recycleAge = 600s;
        expected.prePing = false;
        expected.readOnly = true;
        expected.listen = false;
        QCOMPARE(settings, expected);
    }

    void shouldGiveEachSwitchToTheSession()
    {
        const auto settingsWith = [](auto change) {
            EnvironmentProfile profile;
            change(profile);
            return connectionSettings(profile, {});
        };
        using Profile = EnvironmentProfile;
        const base::ConnectionSettings usual = connectionSettings({}, {});
        base::ConnectionSettings blind = usual;
        blind.prePing = !usual.prePing;
        base::ConnectionSettings deaf = usual;
        deaf.listen = !usual.listen;
        base::ConnectionSettings mute = usual;
        mute.readOnly = !usual.readOnly;

        QCOMPARE(settingsWith([](Profile &p) { p.pool.prePing = false; }), blind);
        QCOMPARE(settingsWith([](Profile &p) { p.listen = false; }), deaf);
        QCOMPARE(settingsWith([](Profile &p) { p.readOnly = true; }), mute);
    }

    void shouldHaveTheDefaultsOfTheSession()
    {
        const base::ConnectionSettings settings = connectionSettings({}, {});

        base::ConnectionSettings expected;
        expected.sslMode = u"require"_s;
        expected.channelBinding = u"prefer"_s;
        QCOMPARE(settings, expected);
    }

    // With the time that it takes to say so.
    void shouldNoticeAFrozenPeerWithinFifteenSeconds()
    {
        QCOMPARE_LE(base::ConnectionSettings().statementTimeout, 14s);
    }

    void shouldAskBeforeDestroyingInProductionOnly()
    {
        QVERIFY(newProfile(u"a"_s, EnvironmentKind::Production).confirmDestructive);
        QVERIFY(!newProfile(u"a"_s, EnvironmentKind::Staging).confirmDestructive);
        QVERIFY(!newProfile(u"a"_s, EnvironmentKind::Development).confirmDestructive);
        QVERIFY(!newProfile(u"a"_s, EnvironmentKind::Local).confirmDestructive);
    }

    void shouldKnowThePrivateServerByItsId()
    {
        EnvironmentProfile renamed = privateServerProfile();
        renamed.name = u"At home"_s;

        QVERIFY(renamed.isPrivateServer());
        QVERIFY(!newProfile(u"local"_s, EnvironmentKind::Local).isPrivateServer());
        QVERIFY(newProfile(u"a"_s, EnvironmentKind::Local).id !=
                newProfile(u"a"_s, EnvironmentKind::Local).id);
    }

    void shouldFindEveryChoiceByItsWord()
    {
        using enum TlsMode;
        for (const TlsMode mode : {Disable, Allow, Prefer, Require, VerifyCa, VerifyFull})
            QCOMPARE(tlsModeFrom(wordFor(mode)), mode);
        for (const auto binding : {ChannelBinding::Disable, ChannelBinding::Prefer, ChannelBinding::Require})
            QCOMPARE(channelBindingFrom(wordFor(binding)), binding);
        for (const auto kind : {EnvironmentKind::Local, EnvironmentKind::Development,
                                EnvironmentKind::Staging, EnvironmentKind::Production})
            QCOMPARE(kindFrom(wordFor(kind)), kind);
        using Kind = SecretSource::Kind;
        for (const Kind source :
             {Kind::None, Kind::Keychain, Kind::ThisRun, Kind::Variable, Kind::LibpqFiles})
            QCOMPARE(secretSourceFrom(wordFor(source)), source);
        QCOMPARE(kindFrom(u"PRODUCTION"), EnvironmentKind::Production);
        QCOMPARE(kindFrom(u"prod"), std::nullopt);
        QCOMPARE(tlsModeFrom(u""), std::nullopt);
    }

    void shouldGuessTheKindFromTheWordsOfTheName_data()
    {
        QTest::addColumn<EnvironmentKind>("kind");
        using enum EnvironmentKind;
        for (const char *name : {"production", "Production", "PROD", "live", "our prod", "shop-live", "prod2",
                                 "eu_prod", "production (test)"})
            QTest::newRow(name) << Production;
        for (const char *name : {"staging", "Stage", "test", "Test 2", "shop.preview", "local test"})
            QTest::newRow(name) << Staging;
        for (const char *name : {"local", "localhost:5433"})
            QTest::newRow(name) << Local;
        for (const char *name :
             {"work", "dev", "development", "products", "Productivity", "olives", "attest", "locality"})
            QTest::newRow(name) << Development;
    }
    void shouldGuessTheKindFromTheWordsOfTheName()
    {
        QTEST(guessedKind(QString::fromLatin1(QTest::currentDataTag())), "kind");
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentProfile)
#include "tst_environmentprofile.moc"
