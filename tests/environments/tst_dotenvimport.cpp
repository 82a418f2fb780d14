// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/dotenvimport.h"
#include "support/testcase.h"

#include <QDir>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace environments;
using Change = EnvironmentImport::Change;

namespace
{

ImportPreview preview(const QString &name, const QByteArray &content, const ProfileList &list = {})
{
    return previewImport({{name, content}}, list);
}

const EnvironmentImport &only(const ImportPreview &preview)
{
    if (preview.environments.size() != 1)
        qFatal("not one environment");
    return preview.environments.constFirst();
}

EnvFile shipped(const QString &name)
{
    QFile file(QStringLiteral(TUSK_SOURCE_DIR "/packaging/env/") + name);
    return {name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()};
}

} // namespace

class TestDotEnvImport final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldTakeTheShippedExamples()
    {
        const ImportPreview found =
            previewImport({shipped(u"development.env.example"_s), shipped(u"staging.env.example"_s),
                           shipped(u"production.env.example"_s)},
                          {});

        QVERIFY(found.problems.isEmpty());
        QCOMPARE(found.environments.size(), 3);
        for (const EnvironmentImport &environment : found.environments) {
            QCOMPARE(environment.change, Change::Added);
            QVERIFY2(environment.notices.isEmpty(), qPrintable(environment.notices.join(u'\n')));
            QVERIFY(!environment.password.isEmpty());
        }
        const EnvironmentProfile &development = found.environments.at(0).profile;
        QCOMPARE(development.name, u"development"_s);
        QCOMPARE(development.kind, EnvironmentKind::Development);
        QCOMPARE(development.host, u"localhost"_s);
        QCOMPARE(development.port, 6432);
        QCOMPARE(development.directHost, u"localhost"_s);
        QCOMPARE(development.directPort, 5432);
        QCOMPARE(connectionSettings(development, {}).direct().port, 5432);
        QCOMPARE(development.tls, TlsMode::Disable);
        const EnvironmentProfile &staging = found.environments.at(1).profile;
        QCOMPARE(staging.kind, EnvironmentKind::Staging);
        QCOMPARE(staging.directHost, u"ep-example-000000.eu-central-1.aws.neon.tech"_s);
        QVERIFY(!staging.confirmDestructive);
        const EnvironmentProfile &production = found.environments.at(2).profile;
        QCOMPARE(production.kind, EnvironmentKind::Production);
        QCOMPARE(production.tls, TlsMode::VerifyFull);
        QVERIFY(production.confirmDestructive);
        QCOMPARE(production.pool.size, 4);
        QCOMPARE(production.pool.acquireTimeout, 30s);
        QCOMPARE(production.pool.recycleAge, 1'800s);
    }

    void shouldShipNoOtherExamples()
    {
        QCOMPARE(QDir(QStringLiteral(TUSK_SOURCE_DIR "/packaging/env")).entryList(QDir::Files),
                 (QStringList{u"development.env.example"_s, u"production.env.example"_s,
                              u"staging.env.example"_s}));
    }

    void shouldNameTheEnvironment_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<EnvironmentKind>("kind");
        using enum EnvironmentKind;
        QTest::newRow("plain") << u".env"_s << QByteArray() << u"development"_s << Development;
        QTest::newRow("plain, local") << u".env.local"_s << QByteArray() << u"development"_s << Development;
        QTest::newRow("staging") << u".env.staging"_s << QByteArray() << u"staging"_s << Staging;
        QTest::newRow("production") << u".env.production.local"_s << QByteArray() << u"production"_s
                                    << Production;
        QTest::newRow("in front") << u"prod.env.example"_s << QByteArray() << u"prod"_s << Production;
        QTest::newRow("ENV") << u".env"_s << QByteArray("ENV=Production") << u"Production"_s << Production;
        QTest::newRow("ENV wins") << u".env.staging"_s << QByteArray("ENV=demo") << u"demo"_s << Development;
        QTest::newRow("shortened") << u".env"_s << QByteArray("ENV=prodeu") << u"prodeu"_s << Production;
        QTest::newRow("most care") << u".env"_s << QByteArray("ENV=dev-production") << u"dev-production"_s
                                   << Production;
        QTest::newRow("a word") << u".env"_s << QByteArray("ENV=our-stage") << u"our-stage"_s << Staging;
        QTest::newRow("local") << u".env"_s << QByteArray("ENV=local") << u"local server"_s << Local;
    }
    void shouldNameTheEnvironment()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, line);

        const auto found = preview(file, "DATABASE_URL=postgres://ann:pw@db/todos\n" + line);

        QTEST(only(found).profile.name, "name");
        QTEST(only(found).profile.kind, "kind");
    }

    void shouldTakeTheVariablesOfLibpq()
    {
        const auto found =
            preview(u".env"_s, "PGHOST='ep-a-1-pooler.x.neon.tech'\nPGDATABASE='todos'\nPGUSER='ann'\n"
                               "PGPASSWORD='pw'\nPGSSLMODE='require'\nPGCHANNELBINDING='require'\n");

        QCOMPARE(only(found).profile.host, u"ep-a-1-pooler.x.neon.tech"_s);
        QCOMPARE(only(found).profile.directHost, u"ep-a-1.x.neon.tech"_s);
        QCOMPARE(only(found).profile.tls, TlsMode::Require);
        QCOMPARE(only(found).profile.channelBinding, ChannelBinding::Require);
        QCOMPARE(only(found).password, u"pw"_s);
    }

    void shouldSayWhatWouldChange()
    {
        ProfileList list;
        EnvironmentProfile before = newProfile(u"Staging"_s, EnvironmentKind::Staging);
        before.host = u"old"_s;
        before.colour = u"#112233"_s;
        before.database = u"todos"_s;
        before.user = u"ann"_s;
        before.pool.size = 3;
        before.secret = {SecretSource::Kind::Variable, u"PW"_s};
        QVERIFY(list.add(before));
        const QByteArray content =
            "DATABASE_URL=postgres://ann:pw@new/todos?sslmode=require\nNEON_POOL_SIZE=5\n";

        const auto changed = preview(u".env.staging"_s, content, list);
        QVERIFY(applyImport(changed, list));
        const auto same = preview(u".env.staging"_s, content, list);

        QCOMPARE(only(changed).change, Change::Changed);
        QCOMPARE(only(changed).members, (QStringList{u"host"_s, u"pool.size"_s}));
        QCOMPARE(only(changed).profile.id, before.id);
        QCOMPARE(only(changed).profile.name, before.name);
        QCOMPARE(only(changed).profile.colour, before.colour);
        QCOMPARE(only(changed).profile.secret, before.secret);
        QCOMPARE(only(same).change, Change::Same);
        QCOMPARE(list.profiles().size(), 2);
    }

    void shouldSayThatAPasswordTakesThePlaceOfTheFormerOne()
    {
        ProfileList list;
        const auto added = preview(u".env.staging"_s, "DATABASE_URL=postgres://ann:pw@db/todos\n", list);
        QVERIFY(applyImport(added, list));

        const auto again = preview(u".env.staging"_s, "DATABASE_URL=postgres://ann:new@db/todos\n", list);
        const auto without = preview(u".env.staging"_s, "DATABASE_URL=postgres://ann@db/todos\n", list);

        QVERIFY(only(added).notices.isEmpty());
        QCOMPARE(only(again).change, Change::Same);
        QCOMPARE(only(again).notices, QStringList{u"Its password takes the place of the former one."_s});
        QVERIFY(only(without).notices.isEmpty());
    }

    void shouldGiveAPasswordAPlaceWhereNoneWasNeededSoFar()
    {
        ProfileList list;
        EnvironmentProfile before = newProfile(u"staging"_s, EnvironmentKind::Staging);
        before.host = u"db"_s;
        before.database = u"todos"_s;
        before.user = u"ann"_s;
        before.secret.kind = SecretSource::Kind::None;
        QVERIFY(list.add(before));

        const auto without = preview(u".env.staging"_s, "DATABASE_URL=postgres://ann@db/todos\n", list);
        const auto with = preview(u".env.staging"_s, "DATABASE_URL=postgres://ann:pw@db/todos\n", list);

        QCOMPARE(only(without).change, Change::Same);
        QCOMPARE(only(without).profile.secret.kind, SecretSource::Kind::None);
        QCOMPARE(only(with).change, Change::Changed);
        QCOMPARE(only(with).members, QStringList(u"secret.source"_s));
        QCOMPARE(only(with).profile.secret.kind, SecretSource::Kind::Keychain);
    }

    void shouldLeaveOutWhatIsNotPossible()
    {
        const auto found =
            preview(u".env"_s, "DATABASE_URL=postgres://ann:pw@db/todos?pgbouncer=true\n"
                               "NEON_POOL_SIZE=many\nNEON_POOL_TIMEOUT=0\nNEON_POOL_PRE_PING=false\n"
                               "what is this\n");

        QCOMPARE(only(found).profile.pool.size, PoolSettings().size);
        QCOMPARE(only(found).profile.pool.acquireTimeout, PoolSettings().acquireTimeout);
        QVERIFY(!only(found).profile.pool.prePing);
        const QString notices = only(found).notices.join(u'\n');
        QCOMPARE(only(found).notices.size(), 4);
        QVERIFY2(notices.contains(u"“pgbouncer”"_s) && notices.contains(u"“NEON_POOL_SIZE”"_s) &&
                     notices.contains(u"“NEON_POOL_TIMEOUT”"_s) && notices.contains(u"Line 5"_s),
                 qPrintable(notices));
    }

    void shouldSayWhyAFileGivesNoEnvironment_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QByteArray() << u"DATABASE_URL"_s;
        QTest::newRow("another product")
            << QByteArray("DATABASE_URL=mysql://ann:s3cret@db/todos") << u"DATABASE_URL"_s;
        QTest::newRow("not filled in")
            << QByteArray("DATABASE_URL=postgres://ann:${PW}@db/s3cret") << u"“PW”"_s;
        QTest::newRow("libpq's, not filled in") << QByteArray("PGHOST=db\nPGPASSWORD=${s3}cret") << u"“s3”"_s;
        QTest::newRow("a name that is not filled in")
            << QByteArray("ENV=${STAGE}\nDATABASE_URL=postgres://ann:s3cret@db/x") << u"“STAGE”"_s;
        QTest::newRow("bytes") << QByteArray("DATABASE_URL=\xff s3cret") << u"no text"_s;
        QTest::newRow("a bad name") << QByteArray("ENV=-x\nDATABASE_URL=postgres://ann:s3cret@db/x")
                                    << u"name"_s;
    }
    void shouldSayWhyAFileGivesNoEnvironment()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, words);

        const auto found = preview(u".env"_s, content);

        QVERIFY(found.environments.isEmpty());
        QCOMPARE(found.problems.size(), 1);
        QCOMPARE(found.problems.first().file, u".env"_s);
        QVERIFY2(found.problems.first().sentence.contains(words),
                 qPrintable(found.problems.first().sentence));
        QVERIFY(!found.problems.first().sentence.contains(u"s3cret"_s));
    }

    void shouldTakeTwoFilesOfOneEnvironmentOneAfterTheOther()
    {
        const auto found =
            previewImport({{u".env.staging"_s, "DATABASE_URL=postgres://ann:pw@one/todos"},
                           {u".env.staging.local"_s, "DATABASE_URL=postgres://ann:pw@two/todos"}},
                          {});

        QCOMPARE(found.environments.size(), 2);
        QCOMPARE(found.environments.at(0).change, Change::Added);
        QCOMPARE(found.environments.at(1).change, Change::Changed);
        ProfileList list;
        QVERIFY(applyImport(found, list));
        QCOMPARE(list.profiles().size(), 2);
        QCOMPARE(list.profiles().at(1).host, u"two"_s);
    }
};

QTEST_GUILESS_MAIN(TestDotEnvImport)
#include "tst_dotenvimport.moc"
