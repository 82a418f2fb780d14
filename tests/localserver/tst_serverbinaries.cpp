// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/serverbinaries.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

using namespace tusk;
using namespace tusk::localserver;
using namespace Qt::StringLiterals;

class TestServerBinaries final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    void addProgram(const QString &folder, const QString &name, const QByteArray &says = {}) const
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(folder)));
        QFile file(m_folder->filePath(folder + u'/' + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\necho '" + says + "'\n");
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    }

    // As the package postgresql-<version> installs it.
    void addPackage(const QString &version) const
    {
        addProgram(u"packages/%1/bin"_s.arg(version), u"initdb"_s);
        addProgram(u"packages/%1/bin"_s.arg(version), u"postgres"_s);
    }

    [[nodiscard]] Environment environment() const
    {
        Environment environment;
        environment.user = geteuid();
        environment.packagesFolder = m_folder->filePath(u"packages"_s);
        return environment;
    }

    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void shouldPreferTheNewestByNumberNotByName()
    {
        for (const QString &version : {u"9.6"_s, u"15"_s, u"17"_s, u"13"_s})
            addPackage(version);

        const QList<ServerBinaries> found = findServerBinaries(environment());

        QStringList versions;
        for (const ServerBinaries &binaries : found)
            versions.append(binaries.version.toString());
        QCOMPARE(versions, QStringList({u"17"_s, u"15"_s, u"13"_s, u"9.6"_s}));
        const base::Result<ServerBinaries> newest = newestServerBinaries(environment());
        QVERIFY(newest);
        QCOMPARE(newest->folder, m_folder->filePath(u"packages/17/bin"_s));
    }

    void shouldFindTheInstalledServerWithoutThePath()
    {
        Environment real;
        real.user = geteuid();
        const base::Result<ServerBinaries> newest = newestServerBinaries(real);
        QVERIFY(newest);
        QVERIFY(QFile::exists(newest->program("initdb"_L1)));
        QCOMPARE_GE(newest->version.majorVersion(), oldestServerMajor);
    }

    void shouldAskAServerOnThePathForItsVersion()
    {
        addProgram(u"elsewhere"_s, u"initdb"_s);
        addProgram(u"elsewhere"_s, u"postgres"_s, "postgres (PostgreSQL) 16.2 (Somewhere 16.2-1)");
        Environment withPath = environment();
        withPath.searchPath = {u"relative"_s, m_folder->filePath(u"elsewhere"_s)};

        const base::Result<ServerBinaries> newest = newestServerBinaries(withPath);

        QVERIFY(newest);
        QCOMPARE(newest->version, QVersionNumber(16));
    }

    void shouldLookOnlyInTheNamedFolder()
    {
        addPackage(u"17"_s);
        addProgram(u"chosen"_s, u"initdb"_s);
        addProgram(u"chosen"_s, u"postgres"_s, "postgres (PostgreSQL) 15.1");
        Environment chosen = environment();
        chosen.binariesFolder = m_folder->filePath(u"chosen"_s);

        const QList<ServerBinaries> found = findServerBinaries(chosen);

        QCOMPARE(found.size(), 1);
        QCOMPARE(found.front().version, QVersionNumber(15));
    }

    void shouldIgnoreFoldersWithClientsOnly()
    {
        addProgram(u"packages/16/bin"_s, u"psql"_s);
        addProgram(u"packages/16/bin"_s, u"initdb"_s);
        addPackage(u"15"_s);

        const QList<ServerBinaries> found = findServerBinaries(environment());

        QCOMPARE(found.size(), 1);
        QCOMPARE(found.front().version, QVersionNumber(15));
    }

    void shouldNameThePackageWhenNothingIsInstalled()
    {
        const base::Result<ServerBinaries> newest = newestServerBinaries(environment());

        QVERIFY(!newest);
        QCOMPARE(newest.error().kind, base::ErrorKind::LocalServer);
        QVERIFY2(newest.error().sentence.contains(u"“postgresql”"_s), qPrintable(newest.error().sentence));
        QVERIFY(newest.error().detail.contains(m_folder->path()));
    }

    void shouldRefuseAServerThatIsTooOld()
    {
        addPackage(u"9.6"_s);

        const base::Result<ServerBinaries> newest = newestServerBinaries(environment());

        QVERIFY(!newest);
        QVERIFY2(newest.error().sentence.contains(u"9.6"_s), qPrintable(newest.error().sentence));
    }

    void shouldReadMajorVersions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVersionNumber>("major");
        QTest::newRow("PG_VERSION") << u"15\n"_s << QVersionNumber(15);
        QTest::newRow("minor release") << u"15.18"_s << QVersionNumber(15);
        QTest::newRow("before 10") << u"9.6.24"_s << QVersionNumber(9, 6);
        QTest::newRow("beta") << u"17beta2"_s << QVersionNumber(17);
        QTest::newRow("empty") << QString() << QVersionNumber();
        QTest::newRow("words") << u"bin"_s << QVersionNumber();
    }
    void shouldReadMajorVersions()
    {
        QFETCH(const QString, text);
        QTEST(majorVersion(text), "major");
    }
};

QTEST_GUILESS_MAIN(TestServerBinaries)
#include "tst_serverbinaries.moc"
