// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/installation.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <mutex>
#include <thread>
#include <vector>

using namespace tusk;
using namespace Qt::StringLiterals;
using app::installationId;

class TestInstallation final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldMakeTheIdOnce()
    {
        const QTemporaryDir home;
        const QString folder = home.filePath(u"new/state/tusk"_s);

        const auto first = installationId(folder);
        const auto second = installationId(folder);

        QVERIFY(first);
        QVERIFY(!first->isNull());
        QCOMPARE(second, first);
    }

    void shouldKeepTheIdFromOthers()
    {
        const QTemporaryDir home;
        const QString folder = home.filePath(u"state/tusk"_s);

        QVERIFY(installationId(folder));

        constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(folder + u"/installation"_s), owner);
        QCOMPARE(QFile::permissions(folder), owner | QFile::ExeOwner | QFile::ExeUser);
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList(u"installation"_s));
    }

    void shouldGiveTheSameIdToAllWhoAskAtOnce()
    {
        const QTemporaryDir home;
        QSet<QString> ids;
        std::mutex mutex;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                const auto id = installationId(home.filePath(u"state"_s));
                const std::lock_guard lock(mutex);
                ids.insert(id ? id->toString() : id.error().sentence);
            });
        }
        for (std::thread &thread : threads)
            thread.join();

        QCOMPARE(ids.size(), 1);
        QCOMPARE(ids.values().constFirst().size(), 36);
    }

    void shouldReplaceADamagedFile()
    {
        const QTemporaryDir home;
        QFile file(home.filePath(u"installation"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("half an i");
        file.close();

        const auto id = installationId(home.path());

        QVERIFY(id);
        QCOMPARE(installationId(home.path()), id);
    }

    void shouldSayWhereNothingCanBeWritten()
    {
        const QTemporaryDir home;
        QFile inTheWay(home.filePath(u"state"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));

        const auto id = installationId(home.filePath(u"state/tusk"_s));

        QVERIFY(!id);
        QCOMPARE(id.error().kind, base::ErrorKind::LocalFile);
        QVERIFY(id.error().sentence.contains(home.filePath(u"state"_s)));
    }
};

QTEST_GUILESS_MAIN(TestInstallation)
#include "tst_installation.moc"
