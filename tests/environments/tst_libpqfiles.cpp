// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/conninfo.h"
#include "environments/libpqfiles.h"
#include "support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace environments;
using base::ErrorKind;

namespace
{

EnvironmentProfile shop()
{
    EnvironmentProfile profile = newProfile(u"shop"_s, EnvironmentKind::Staging);
    profile.host = u"db.example.org"_s;
    profile.port = 6543;
    profile.database = u"todos"_s;
    profile.user = u"ann"_s;
    profile.secret = {SecretSource::Kind::LibpqFiles, {}};
    return profile;
}

} // namespace

class TestLibpqFiles final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

    [[nodiscard]] LibpqFiles files() const
    {
        return {m_folder->filePath(u"pgpass"_s), m_folder->filePath(u"services"_s)};
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    void writePasswords(const QByteArray &content) const { write(files().passwords, content); }
    void writeServices(const QByteArray &content) const { write(files().services, content); }

private Q_SLOTS:
    void shouldFindTheLineThatFits_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("password");
        QTest::newRow("exact") << QByteArray("db.example.org:6543:todos:ann:pw") << u"pw"_s;
        QTest::newRow("stars") << QByteArray("*:*:*:*:pw") << u"pw"_s;
        QTest::newRow("the first one")
            << QByteArray("*:*:*:bob:no\n*:*:todos:ann:pw\n*:*:*:*:no\n") << u"pw"_s;
        QTest::newRow("comment") << QByteArray("#*:*:*:*:no\n*:*:*:*:pw\n") << u"pw"_s;
        QTest::newRow("escapes") << QByteArray("*:*:*:*:a\\:b\\\\c") << u"a:b\\c"_s;
        QTest::newRow("colons behind") << QByteArray("*:*:*:*:a:b") << u"a:b"_s;
        QTest::newRow("Windows") << QByteArray("*:*:*:*:pw\r\n") << u"pw"_s;
    }
    void shouldFindTheLineThatFits()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, password);
        writePasswords(content);

        const auto found = passwordFromFiles(shop(), files());

        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(*found, password);
    }

    void shouldTakeNoOtherLine_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("host") << QByteArray("other:6543:todos:ann:pw");
        QTest::newRow("port") << QByteArray("db.example.org:5432:todos:ann:pw");
        QTest::newRow("database") << QByteArray("db.example.org:6543:x:ann:pw");
        QTest::newRow("user") << QByteArray("db.example.org:6543:todos:bob:pw");
        QTest::newRow("too few fields") << QByteArray("*:*:*:pw");
        QTest::newRow("empty") << QByteArray();
    }
    void shouldTakeNoOtherLine()
    {
        QFETCH(const QByteArray, content);
        writePasswords(content);

        const auto found = passwordFromFiles(shop(), files());

        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::NotFound);
        QVERIFY(found.error().sentence.contains(u"“shop”"_s));
        QVERIFY(!found.error().sentence.contains(u"pw"_s));
    }

    void shouldKnowTheSocketAsThisComputer()
    {
        writePasswords("localhost:5432:*:*:pw\n");
        EnvironmentProfile profile = shop();
        profile.port = 5432;
        profile.host = u"/run/postgresql"_s;
        QCOMPARE(*passwordFromFiles(profile, files()), u"pw"_s);
        profile.host = u"/elsewhere"_s;
        QVERIFY(!passwordFromFiles(profile, files()));
    }

    void shouldKnowWhatIsLeftOpen()
    {
        EnvironmentProfile profile = shop();
        profile.user.clear();
        profile.database.clear();
        const QByteArray account = session::userOf({}).toUtf8();
        writePasswords("db.example.org:6543:" + account + ':' + account + ":pw\n");

        QCOMPARE(*passwordFromFiles(profile, files()), u"pw"_s);
    }

    void shouldNotReadWhatOthersMayRead()
    {
        writePasswords("*:*:*:*:pw\n");
        QVERIFY(QFile::setPermissions(files().passwords, QFile::ReadOwner | QFile::ReadGroup));

        const auto found = passwordFromFiles(shop(), files());

        QVERIFY(!found);
        QVERIFY(found.error().sentence.contains(u"chmod 600"_s));
    }

    // Trap 27: a service may say where to connect; here it may not.
    void shouldTakeTheServiceOnlyForTheSameDatabase_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("password only") << QByteArray("password=pw") << true;
        QTest::newRow("all the same")
            << QByteArray("host=db.example.org\nport=6543\ndbname=todos\nuser=ann\npassword=pw") << true;
        QTest::newRow("another host") << QByteArray("host=evil.example.org\npassword=pw") << false;
        QTest::newRow("another port") << QByteArray("port=1\npassword=pw") << false;
        QTest::newRow("another database") << QByteArray("dbname=x\npassword=pw") << false;
        QTest::newRow("another user") << QByteArray("user=bob\npassword=pw") << false;
    }
    void shouldTakeTheServiceOnlyForTheSameDatabase()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const bool, isTaken);
        writeServices("[other]\npassword=no\n\n# main\n[shop]\n" + lines + "\n[last]\npassword=no\n");
        EnvironmentProfile profile = shop();
        profile.secret.name = u"shop"_s;

        const auto found = passwordFromFiles(profile, files());

        QCOMPARE(found.hasValue(), isTaken);
        if (isTaken)
            QCOMPARE(*found, u"pw"_s);
        else
            QVERIFY(found.error().sentence.contains(u"another database"_s));
    }

    void shouldLookForThePasswordOfAServiceWithoutOne()
    {
        writeServices("[shop]\nhost=db.example.org\n");
        writePasswords("*:*:*:*:pw\n");
        EnvironmentProfile profile = shop();
        profile.secret.name = u"shop"_s;

        QCOMPARE(*passwordFromFiles(profile, files()), u"pw"_s);
        profile.secret.name = u"none"_s;
        QCOMPARE(passwordFromFiles(profile, files()).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestLibpqFiles)
#include "tst_libpqfiles.moc"
