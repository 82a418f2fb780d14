// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/clusterlocation.h"
#include "support/testcase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <unistd.h>

using namespace tusk;
using namespace tusk::localserver;
using namespace Qt::StringLiterals;

class TestClusterLocation final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    // Of a user who certainly has a name, and is not root.
    [[nodiscard]] Environment ordinary() const
    {
        Environment environment;
        environment.user = geteuid() == 0 ? accountNamed(u"nobody"_s).value_or(Account()).user : geteuid();
        environment.dataFolder = m_folder->filePath(u"data/tusk"_s);
        return environment;
    }
    [[nodiscard]] Environment root() const
    {
        Environment environment = ordinary();
        environment.user = 0;
        environment.serverAccount = accountOf(geteuid()).value_or(Account()).name; // any that exists
        return environment;
    }
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void shouldLieInTheDataFolderByDefault()
    {
        const base::Result<ClusterLocation> location = locateCluster(ordinary());

        QVERIFY(location);
        QCOMPARE(location->cluster, m_folder->filePath(u"data/tusk/cluster"_s));
        QCOMPARE(location->dumps, m_folder->filePath(u"data/tusk/dumps"_s));
        QCOMPARE(location->account.user, ordinary().user);
        QCOMPARE(location->clients, QStringList(location->account.name));
    }

    void shouldPreferTheNamedFolder()
    {
        Environment named = ordinary();
        named.clusterFolder = m_folder->filePath(u"my todos/./cluster/"_s);

        const base::Result<ClusterLocation> location = locateCluster(named);

        QVERIFY(location);
        QCOMPARE(location->cluster, m_folder->filePath(u"my todos/cluster"_s));
        QCOMPARE(location->dumps, m_folder->filePath(u"my todos/cluster.dumps"_s));
    }

    void shouldKnowOneFolderByTwoNames()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"real"_s));
        QVERIFY(QFile::link(m_folder->filePath(u"real"_s), m_folder->filePath(u"link"_s)));
        Environment real = ordinary();
        real.clusterFolder = m_folder->filePath(u"real"_s);
        Environment linked = ordinary();
        linked.clusterFolder = m_folder->filePath(u"link"_s);

        QCOMPARE(locateCluster(linked), locateCluster(real));
    }

    void shouldLieInTheSystemsFolderForRoot()
    {
        Environment environment = root();
        environment.clusterFolder = u"/srv/todos"_s;

        const base::Result<ClusterLocation> location = locateCluster(environment);

        QVERIFY(location);
        // printf %s /srv/todos | sha256sum
        QCOMPARE(location->cluster, u"/var/lib/tusk/af9397f7d52b2ce6"_s);
        QCOMPARE(location->dumps, location->cluster + u".dumps"_s);
        QCOMPARE(location->account.name, environment.serverAccount);
        QVERIFY(location->clients.contains(u"root"_s));
        QVERIFY(location->clients.contains(environment.serverAccount));
        QCOMPARE_LE(location->sockets.size(), longestSocketFolder);
    }

    void trap44_shouldSayThatTheServersAccountIsMissing()
    {
        Environment environment = root();
        environment.serverAccount = u"no-such-account"_s;
        environment.systemFolder = m_folder->filePath(u"system"_s);

        const base::Result<ClusterLocation> location = locateCluster(environment);

        QVERIFY(!location);
        QCOMPARE(location.error().kind, base::ErrorKind::LocalServer);
        QVERIFY2(location.error().sentence.contains(u"no-such-account"_s),
                 qPrintable(location.error().sentence));
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void shouldSayThatTheUserHasNoName()
    {
        Environment environment = ordinary();
        environment.user = 4'123'456;

        const base::Result<ClusterLocation> location = locateCluster(environment);

        QVERIFY(!location);
        QVERIFY2(location.error().sentence.contains(u"4123456"_s), qPrintable(location.error().sentence));
    }

    void shouldHaveTheSocketInTheRuntimeFolder()
    {
        Environment environment = ordinary();
        environment.runtimeFolder = m_folder->path();
        QVERIFY(geteuid() != 0 || chown(qUtf8Printable(m_folder->path()), environment.user, 0) == 0);

        const base::Result<ClusterLocation> location = locateCluster(environment);

        QVERIFY(location);
        QVERIFY2(location->sockets.startsWith(m_folder->path() + u"/tusk/"_s), qPrintable(location->sockets));
    }

    void trap45_shouldHaveAShortSocketFolderInAnyEnvironment_data()
    {
        QTest::addColumn<QString>("home");
        QTest::addColumn<QString>("runtimeFolder");
        const QString longName = u"/"_s + QString(99, u'h');
        QTest::newRow("long home, no runtime folder") << longName << QString();
        QTest::newRow("long home, long runtime folder") << longName << longName;
        QTest::newRow("runtime folder that is not there") << u"/home/me"_s << u"/run/user/no-one"_s;
        QTest::newRow("runtime folder of someone else") << u"/home/me"_s << u"/"_s;
        QTest::newRow("relative runtime folder") << u"/home/me"_s << u"run"_s;
        QTest::newRow("characters of a list") << u"/home/me"_s << u"/tmp/a,b"_s;
    }
    void trap45_shouldHaveAShortSocketFolderInAnyEnvironment()
    {
        QFETCH(const QString, home);
        QFETCH(const QString, runtimeFolder);
        Environment environment = ordinary();
        environment.dataFolder = home + u"/.local/share/tusk"_s;
        environment.runtimeFolder = runtimeFolder;

        const base::Result<ClusterLocation> location = locateCluster(environment);

        QVERIFY(location);
        QVERIFY2(location->sockets.startsWith(u"/tmp/tusk-%1-"_s.arg(environment.user)),
                 qPrintable(location->sockets));
        QCOMPARE_LE((location->sockets + u"/.s.PGSQL.5432"_s).toUtf8().size(), 107);
    }

    void shouldNotShareSocketFoldersBetweenClusters()
    {
        Environment one = ordinary();
        one.clusterFolder = u"/a"_s;
        Environment other = ordinary();
        other.clusterFolder = u"/b"_s;
        QVERIFY(locateCluster(one)->sockets != locateCluster(other)->sockets);
    }
};

QTEST_GUILESS_MAIN(TestClusterLocation)
#include "tst_clusterlocation.moc"
