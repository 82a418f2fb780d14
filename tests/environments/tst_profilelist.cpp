// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/profilelist.h"
#include "environments/profilerules.h"
#include "support/testcase.h"

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace environments;
using base::ErrorKind;

namespace
{

EnvironmentProfile named(const QString &name)
{
    return newProfile(name, EnvironmentKind::Development);
}

QStringList names(const ProfileList &list)
{
    QStringList result;
    for (const EnvironmentProfile &profile : list.profiles())
        result.append(profile.name);
    return result;
}

} // namespace

class TestProfileList final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldAlwaysHaveThePrivateServerFirst()
    {
        ProfileList list;
        const EnvironmentProfile shop = named(u"shop"_s);
        QVERIFY(list.add(shop));
        const QUuid local = list.privateServer().id;

        QVERIFY(!list.remove(local));
        QVERIFY(!list.move(local, 1));
        QVERIFY(!list.move(shop.id, 0));
        EnvironmentProfile elsewhere = list.privateServer();
        elsewhere.host = u"db.example.org"_s;
        QVERIFY(!list.replace(elsewhere));

        QCOMPARE(names(list), (QStringList{u"local"_s, u"shop"_s}));
        QVERIFY(list.privateServer().isPrivateServer());
        QCOMPARE(list.privateServer().host, QString());
    }

    void shouldLetThePrivateServerHaveAnotherNameAndColour()
    {
        ProfileList list;
        EnvironmentProfile changed = list.privateServer();
        changed.name = u"At home"_s;
        changed.colour = u"#336699"_s;

        QVERIFY(list.replace(changed));

        QCOMPARE(list.privateServer(), changed);
        QCOMPARE(list.findNamed(u"at home"_s), &list.privateServer());
        QCOMPARE(list.findNamed(u"local"_s), &list.privateServer());
    }

    void shouldKeepTheOrderOfTheUser()
    {
        ProfileList list;
        const QList<EnvironmentProfile> profiles{named(u"a"_s), named(u"b"_s), named(u"c"_s)};
        for (const EnvironmentProfile &profile : profiles)
            QVERIFY(list.add(profile));

        QVERIFY(list.move(profiles.at(2).id, 1));
        QCOMPARE(names(list), (QStringList{u"local"_s, u"c"_s, u"a"_s, u"b"_s}));
        QVERIFY(list.move(profiles.at(2).id, 99));
        QCOMPARE(names(list), (QStringList{u"local"_s, u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(list.remove(profiles.at(0).id));
        QCOMPARE(names(list), (QStringList{u"local"_s, u"b"_s, u"c"_s}));
    }

    void shouldTellNamesApartWithoutCase()
    {
        ProfileList list;
        QVERIFY(list.add(named(u"Shop"_s)));

        const auto again = list.add(named(u"sHOP"_s));
        const auto local = list.add(named(u"LOCAL"_s));
        EnvironmentProfile renamed = named(u"other"_s);
        QVERIFY(list.add(renamed));
        renamed.name = u"shop"_s;
        const auto replaced = list.replace(renamed);

        for (const auto &refused : {again, local, replaced}) {
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
            QVERIFY(refused.error().sentence.contains(u"already"_s));
        }
        QCOMPARE(list.findNamed(u" SHOP "_s)->name, u"Shop"_s);
        QCOMPARE(list.findNamed(u"nowhere"_s), nullptr);
    }

    void shouldStartWithThePrivateServerWhenTheOtherIsGone()
    {
        ProfileList list;
        const EnvironmentProfile shop = named(u"shop"_s);
        QVERIFY(list.add(shop));
        QVERIFY(list.current().isPrivateServer());

        QVERIFY(list.setCurrent(shop.id));
        QCOMPARE(list.current(), shop);
        QVERIFY(!list.setCurrent(QUuid::createUuid()));
        QCOMPARE(list.current(), shop);

        QVERIFY(list.remove(shop.id));
        QVERIFY(list.current().isPrivateServer());
        QCOMPARE(list.remove(shop.id).error().kind, ErrorKind::NotFound);
        QCOMPARE(list.replace(shop).error().kind, ErrorKind::NotFound);
        QCOMPARE(list.move(shop.id, 1).error().kind, ErrorKind::NotFound);
    }

    void shouldRefuseWhatIsNotPossible_data()
    {
        QTest::addColumn<EnvironmentProfile>("profile");
        const auto row = [](const char *name, auto change) {
            EnvironmentProfile profile = named(u"shop"_s);
            change(profile);
            QTest::newRow(name) << profile;
        };
        using Profile = EnvironmentProfile;
        row("no name", [](Profile &p) { p.name = QString(); });
        row("blanks around the name", [](Profile &p) { p.name = u" shop"_s; });
        row("a name like an option", [](Profile &p) { p.name = u"--json"_s; });
        row("a line break in the name", [](Profile &p) { p.name = u"a\nb"_s; });
        row("a long name", [](Profile &p) { p.name = QString(61, u'x'); });
        row("colour", [](Profile &p) { p.colour = u"red"_s; });
        row("two hosts", [](Profile &p) { p.host = u"a,b"_s; });
        row("a line break in the host", [](Profile &p) { p.host = u"a\nb"_s; });
        row("blanks around the host", [](Profile &p) { p.host = u" a"_s; });
        row("two direct hosts", [](Profile &p) { p.directHost = u"a,b"_s; });
        row("blanks around the direct host", [](Profile &p) { p.directHost = u"a "_s; });
        row("a line break in the database", [](Profile &p) { p.database = u"a\nb"_s; });
        row("a semicolon in the application name", [](Profile &p) { p.applicationName = u"a;b"_s; });
        row("a semicolon in the root certificate", [](Profile &p) { p.rootCertificate = u"/a;b.crt"_s; });
        row("port 0", [](Profile &p) { p.port = 0; });
        row("port 65536", [](Profile &p) { p.port = 65'536; });
        row("direct port", [](Profile &p) { p.directPort = -1; });
        row("no connection", [](Profile &p) { p.pool.size = 0; });
        row("many connections", [](Profile &p) { p.pool.size = maximumPoolSize + 1; });
        row("more idle than there are", [](Profile &p) { p.pool.minimumIdle = p.pool.size + 1; });
        row("connect timeout", [](Profile &p) { p.pool.connectTimeout = 0ms; });
        row("acquire timeout", [](Profile &p) { p.pool.acquireTimeout = 2h; });
        row("statement timeout", [](Profile &p) { p.pool.statementTimeout = -1ms; });
        row("keepalive", [](Profile &p) { p.pool.keepAliveIdle = 0s; });
        row("keepalive count", [](Profile &p) { p.pool.keepAliveCount = 0; });
        row("recycle age", [](Profile &p) { p.pool.recycleAge = -1s; });
        row("variable without name", [](Profile &p) { p.secret = {SecretSource::Kind::Variable, {}}; });
        row("odd variable", [](Profile &p) { p.secret = {SecretSource::Kind::Variable, u"A B"_s}; });
    }
    void shouldRefuseWhatIsNotPossible()
    {
        QFETCH(const EnvironmentProfile, profile);
        ProfileList list;

        const auto added = list.add(profile);

        QVERIFY(!added);
        QCOMPARE(added.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!added.error().sentence.isEmpty());
        QCOMPARE(list.profiles().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestProfileList)
#include "tst_profilelist.moc"
