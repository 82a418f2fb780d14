// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/unsentfolder.h"
#include "base/lockedfile.h"
#include "data/repository/actionjournal.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "environments/environmentprofile.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <QDir>
#include <QFileInfo>

using namespace tusk;
using namespace Qt::StringLiterals;
using environments::EnvironmentProfile;

class TestUnsentFolder final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<tests::TemporaryHome> m_home;

    [[nodiscard]] static EnvironmentProfile profile(const QString &name)
    {
        EnvironmentProfile profile =
            environments::newProfile(name, environments::EnvironmentKind::Development);
        profile.host = u"db.example.org"_s;
        profile.database = u"todos"_s;
        return profile;
    }
    // By the address, as it was once done for every environment.
    [[nodiscard]] static QString former(const EnvironmentProfile &profile)
    {
        return app::unsentFolder(environments::connectionSettings(profile, {}));
    }
    static void leaveUnsent(const QString &folder, const QString &title)
    {
        domain::Todo todo;
        todo.id = domain::TodoId(QUuid::createUuid());
        todo.title = title;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        todo.position = domain::positionAtEnd(now);
        repository::ActionJournal journal(folder);
        QVERIFY(journal.append(domain::createTodos({todo}, now)));
    }

protected:
    void prepare() override { m_home = std::make_unique<tests::TemporaryHome>(); }

private Q_SLOTS:
    void cleanup() { m_home.reset(); }

    void shouldStayTheSameWhenTheAddressChanges()
    {
        EnvironmentProfile work = profile(u"work"_s);
        const QString before = app::unsentFolder(work);
        work.host = u"other.example.org"_s;
        work.name = u"Office"_s;
        QCOMPARE(app::unsentFolder(work), before);
        QVERIFY(app::unsentFolder(profile(u"work"_s)) != before);
    }

    void shouldKeepPrivateServersApart()
    {
        const EnvironmentProfile local = environments::privateServerProfile();
        const QString usual = app::unsentFolder(local);
        const QString usualAddress = app::rememberedAddress(local);
        QVERIFY(usual.endsWith(u"/local"_s));
        QStringList folders{usual};
        QStringList addresses{usualAddress};
        for (const char *cluster : {"/one", "/two"}) {
            qputenv("TUSK_CLUSTER_DIR", QFile::encodeName(m_home->path()) + cluster);
            folders.append(app::unsentFolder(local));
            addresses.append(app::rememberedAddress(local));
        }
        QVERIFY(QDir().mkpath(m_home->path() + u"/two"_s)); // which changes nothing
        QCOMPARE(app::unsentFolder(local), folders.constLast());
        // By another name the usual one is the usual one.
        qputenv("TUSK_CLUSTER_DIR", qgetenv("XDG_DATA_HOME") + "/tusk/../tusk/cluster");
        QCOMPARE(app::unsentFolder(local), usual);
        QCOMPARE(app::rememberedAddress(local), usualAddress);
        qunsetenv("TUSK_CLUSTER_DIR");

        QCOMPARE(QSet<QString>(folders.begin(), folders.end()).size(), 3);
        QCOMPARE(QSet<QString>(addresses.begin(), addresses.end()).size(), 3);
    }

    void shouldTakeOverWhatWasKeptByTheAddress()
    {
        const EnvironmentProfile work = profile(u"work"_s);
        const EnvironmentProfile sameDatabase = profile(u"again"_s);
        leaveUnsent(former(work), u"before"_s);
        leaveUnsent(app::unsentFolder(work), u"already here"_s); // the name of the file is taken

        app::adoptUnsent({environments::privateServerProfile(), work, sameDatabase});

        QCOMPARE(app::countUnsent(app::unsentFolder(work)).actions, 2);
        QCOMPARE(app::countUnsent(app::unsentFolder(sameDatabase)).actions, 0);
        QVERIFY(!QFileInfo::exists(former(work)));
        QCOMPARE(QFileInfo(app::unsentFolder(work)).permissions() & QFile::Permissions(0x0077),
                 QFile::Permissions());
    }

    void shouldLeaveWhatAnotherProcessIsWritingTo()
    {
        const EnvironmentProfile work = profile(u"work"_s);
        leaveUnsent(former(work), u"busy"_s);
        const QString name = QDir(former(work)).entryList({u"*.jsonl"_s}).value(0);
        {
            const auto inUse = base::LockedFile::open(former(work) + u'/' + name);
            QVERIFY(inUse && *inUse);
            app::adoptUnsent({work});
            QCOMPARE(app::countUnsent(former(work)).actions, 1);
            QCOMPARE(app::countUnsent(app::unsentFolder(work)).actions, 0);
        }
        app::adoptUnsent({work});
        QCOMPARE(app::countUnsent(app::unsentFolder(work)).actions, 1);
    }
};

QTEST_GUILESS_MAIN(TestUnsentFolder)
#include "tst_unsentfolder.moc"
