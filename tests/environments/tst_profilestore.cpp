// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/profilekeeper.h"
#include "environments/profilestore.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <thread>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace environments;
using base::ErrorKind;
using base::Result;

namespace
{

EnvironmentProfile named(const QString &name)
{
    return newProfile(name, EnvironmentKind::Staging);
}

ProfileStore::Edit adding(const EnvironmentProfile &profile)
{
    return [profile](ProfileList &list) { return list.add(profile); };
}

// With another value in each field than the usual one.
EnvironmentProfile odd()
{
    EnvironmentProfile profile = newProfile(u"Odd “one”"_s, EnvironmentKind::Production);
    profile.colour = u"#a0B1c2"_s;
    profile.host = u"2001:db8::1"_s;
    profile.port = 1;
    profile.database = u"to do's"_s;
    profile.user = u"ann@corp"_s;
    profile.tls = TlsMode::VerifyCa;
    profile.rootCertificate = u"/etc/ca \"x\".pem"_s;
    profile.channelBinding = ChannelBinding::Disable;
    profile.applicationName = u"desk"_s;
    profile.directHost = u"direct"_s;
    profile.directPort = 65'535;
    profile.pool = {7, 3, 1'500ms, 2'500ms, 3'500ms, 4s, 5s, 6, 0s, false};
    profile.readOnly = true;
    profile.confirmDestructive = false;
    profile.listen = false;
    profile.secret = {SecretSource::Kind::Variable, u"ODD_PASSWORD"_s};
    return profile;
}

int modeOf(const QString &path)
{
    struct stat status = {};
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 0777) : -1;
}

} // namespace

class TestProfileStore final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

    [[nodiscard]] QString path() const { return m_folder->filePath(u"config/tusk/environments.json"_s); }
    [[nodiscard]] ProfileStore store() const { return ProfileStore(path()); }
    void write(const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] static QByteArray contentOf(const QString &file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(contentOf(path())).object(); }
    void writeJson(const QJsonObject &object) const { write(QJsonDocument(object).toJson()); }
    [[nodiscard]] QStringList filesInFolder() const
    {
        return QDir(QFileInfo(path()).path()).entryList(QDir::Files | QDir::Hidden);
    }

private Q_SLOTS:
    void shouldHaveThePrivateServerWithoutAFile()
    {
        const auto loaded = store().load();

        QVERIFY(loaded);
        QCOMPARE(loaded->list, ProfileList());
        QVERIFY(loaded->notices.isEmpty());
        QVERIFY(!QFile::exists(path()));
    }

    void shouldReadWhatItHasWritten()
    {
        const EnvironmentProfile first = odd();
        const EnvironmentProfile second = named(u"second"_s);
        QVERIFY(store().change(adding(first)));

        const auto changed = store().change([&](ProfileList &list) -> Result<void> {
            if (auto added = list.add(second); !added)
                return added;
            if (auto moved = list.move(second.id, 1); !moved)
                return moved;
            return list.setCurrent(first.id);
        });

        QVERIFY(changed);
        const auto loaded = store().load();
        QVERIFY(loaded);
        QCOMPARE(*loaded, *changed);
        QCOMPARE(loaded->list.profiles(), (QList{privateServerProfile(), second, first}));
        QCOMPARE(loaded->list.current(), first);
    }

    void shouldBeForItsOwnerOnly()
    {
        QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
        QFile::setPermissions(QFileInfo(path()).path(), QFile::Permissions(0x7755));
        write("{\"version\": 1, \"environments\": []}");
        QFile::setPermissions(path(), QFile::Permissions(0x6644));

        QVERIFY(store().change(adding(odd())));

        QCOMPARE(modeOf(path()), 0600);
        QCOMPARE(modeOf(QFileInfo(path()).path()), 0700);
        QCOMPARE(filesInFolder(), QStringList{u"environments.json"_s});
    }

    void shouldKeepWhatANewerTuskHasWritten()
    {
        QVERIFY(store().change(adding(odd())));
        QJsonObject object = json();
        object.insert(u"later"_s, u"kept"_s);
        QJsonArray environments = object.value(u"environments"_s).toArray();
        QJsonObject profile = environments.at(1).toObject();
        profile.insert(u"icon"_s, u"star"_s);
        QJsonObject pool = profile.value(u"pool"_s).toObject();
        pool.insert(u"flavour"_s, 3);
        profile.insert(u"pool"_s, pool);
        environments.replace(1, profile);
        object.insert(u"environments"_s, environments);
        writeJson(object);

        QVERIFY(store().change(adding(named(u"other"_s))));

        QCOMPARE(json().value(u"later"_s), u"kept"_s);
        const QJsonObject after = json().value(u"environments"_s).toArray().at(1).toObject();
        QCOMPARE(after.value(u"icon"_s), u"star"_s);
        QCOMPARE(after.value(u"pool"_s).toObject().value(u"flavour"_s), 3);
        QCOMPARE(store().load()->list.profiles().at(1).name, odd().name);
    }

    void shouldLeaveAFileOfANewerFormAlone()
    {
        const QByteArray content = "{\"version\": 2, \"places\": {}}\n";
        write(content);

        const auto loaded = store().load();
        const auto changed = store().change(adding(odd()));

        for (const auto &refused : {loaded, changed}) {
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::LocalFile);
            QVERIFY(refused.error().sentence.contains(u"newer"_s));
        }
        QCOMPARE(contentOf(path()), content);
    }

    void shouldSetADamagedFileAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no JSON") << QByteArray("{\"version\": 1, \"environ");
        QTest::newRow("an array") << QByteArray("[1, 2]");
        QTest::newRow("no version") << QByteArray("{\"environments\": []}");
        QTest::newRow("no environments") << QByteArray("{\"version\": 1}");
        QTest::newRow("bytes") << QByteArray("\0\xff\xfe\x01", 4);
    }
    void shouldSetADamagedFileAside()
    {
        QFETCH(const QByteArray, content);
        write(content);

        const auto loaded = store().load();

        QVERIFY(loaded);
        QCOMPARE(loaded->list, ProfileList());
        QCOMPARE(loaded->notices.size(), 1);
        const QString copy = path() + u".damaged-1"_s;
        QVERIFY(loaded->notices.first().contains(copy));
        QCOMPARE(contentOf(copy), content);
        QVERIFY(store().change(adding(odd())));
        QVERIFY(store().load()->notices.isEmpty());
        QCOMPARE(store().load()->list.profiles().size(), 2);
    }

    void shouldKeepAnEnvironmentThatItCannotRead_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("port") << u"port"_s << QJsonValue(99'999);
        QTest::newRow("port as text") << u"port"_s << QJsonValue(u"5432"_s);
        QTest::newRow("half a port") << u"port"_s << QJsonValue(1.5);
        QTest::newRow("kind") << u"kind"_s << QJsonValue(u"experiment"_s);
        QTest::newRow("sslmode") << u"sslmode"_s << QJsonValue(u"verify-all"_s);
        QTest::newRow("host") << u"host"_s << QJsonValue(7);
        QTest::newRow("pool") << u"pool"_s << QJsonValue(QJsonArray());
        QTest::newRow("pool size") << u"pool"_s << QJsonValue(QJsonObject{{u"size"_s, -1}});
        QTest::newRow("secret") << u"secret"_s << QJsonValue(QJsonObject{{u"source"_s, u"cloud"_s}});
        QTest::newRow("id") << u"id"_s << QJsonValue(u"x"_s);
    }
    void shouldKeepAnEnvironmentThatItCannotRead()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QVERIFY(store().change(adding(named(u"shop"_s))));
        QJsonObject object = json();
        QJsonArray environments = object.value(u"environments"_s).toArray();
        QJsonObject profile = environments.at(1).toObject();
        profile.insert(member, value);
        environments.replace(1, profile);
        object.insert(u"environments"_s, environments);
        writeJson(object);

        const auto loaded = store().load();
        QVERIFY(store().change(adding(named(u"other"_s))));

        QVERIFY(loaded);
        QCOMPARE(loaded->list.profiles().size(), 1);
        QCOMPARE(loaded->notices.size(), 1);
        QVERIFY(loaded->notices.first().contains(u"“shop”"_s));
        const QJsonArray after = json().value(u"environments"_s).toArray();
        QCOMPARE(after.size(), 3);
        QVERIFY(after.contains(profile));
    }

    // As when somebody copies one in an editor and forgets the id.
    void shouldKeepASecondOneWithTheSameId()
    {
        QVERIFY(store().change(adding(named(u"shop"_s))));
        QJsonObject object = json();
        QJsonArray environments = object.value(u"environments"_s).toArray();
        QJsonObject copy = environments.at(1).toObject();
        copy.insert(u"name"_s, u"stall"_s);
        copy.insert(u"host"_s, u"stall.example.org"_s);
        environments.append(copy);
        object.insert(u"environments"_s, environments);
        writeJson(object);

        const auto loaded = store().load();
        QVERIFY(store().change(adding(named(u"other"_s))));

        QVERIFY(loaded);
        QCOMPARE(loaded->notices.size(), 1);
        QVERIFY(loaded->notices.first().contains(u"“stall”"_s));
        const QJsonArray after = json().value(u"environments"_s).toArray();
        QCOMPARE(after.size(), 4);
        QVERIFY(after.contains(copy));
    }

    void shouldChangeNothingWhereTheEditFails()
    {
        QVERIFY(store().change(adding(odd())));
        const QByteArray before = contentOf(path());

        const auto changed = store().change([](ProfileList &list) -> Result<void> {
            [[maybe_unused]] const auto removed = list.remove(list.profiles().at(1).id);
            return list.remove(QUuid::createUuid());
        });

        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, ErrorKind::NotFound);
        QCOMPARE(contentOf(path()), before);
    }

    void shouldSayThatAFileCannotBeWritten()
    {
        // Not by rights, which root does not need: a file stands where the folder is to be.
        QFile file(m_folder->filePath(u"config"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));

        const auto changed = store().change(adding(odd()));

        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, ErrorKind::LocalFile);
        QVERIFY(changed.error().sentence.contains(u"could not be saved"_s));
        QVERIFY(!changed.error().detail.isEmpty());
    }

    void shouldChangeTheFileBehindALink()
    {
        const QString real = m_folder->filePath(u"dotfiles.json"_s);
        write("{\"version\": 1, \"environments\": []}");
        QVERIFY(QFile::rename(path(), real));
        QVERIFY(QFile::link(real, path()));

        QVERIFY(store().change(adding(odd())));

        QVERIFY(QFileInfo(path()).isSymLink());
        QVERIFY(contentOf(real).contains("ODD_PASSWORD"));
    }

    void shouldLoseNoChangeOfSeveralAtOnce()
    {
        constexpr int writers = 4;
        constexpr int each = 10;
        std::vector<std::thread> threads;
        std::atomic<int> failures = 0;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, writer] {
                for (int i = 0; i < each; ++i)
                    failures += !store().change(adding(named(u"%1-%2"_s.arg(writer).arg(i))));
            });
        }
        for (std::thread &thread : threads)
            thread.join();

        QCOMPARE(failures.load(), 0);
        QCOMPARE(store().load()->list.profiles().size(), 1 + writers * each);
        QCOMPARE(filesInFolder(), QStringList{u"environments.json"_s});
    }

    void shouldServeTheWindowFromAnotherThread()
    {
        QStringList heard;
        {
            ProfileKeeper keeper(path());
            keeper.change(adding(odd()),
                          [&](const auto &changed) { heard.append(changed ? u"added"_s : u"?"_s); });
            keeper.load([&](const auto &loaded) {
                QVERIFY(loaded);
                heard.append(loaded->list.profiles().at(1).name);
            });
            QVERIFY(heard.isEmpty());
            QTRY_COMPARE(heard, (QStringList{u"added"_s, odd().name}));
            keeper.change(adding(named(u"last"_s)), [&](const auto &) { heard.append(u"too late"_s); });
        }
        // Done before the end of the keeper, though nobody hears of it.
        QCOMPARE(store().load()->list.profiles().size(), 3);
        QCOMPARE(heard.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
