// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/actionjournal.h"
#include "data/repository/journalrecords.h"
#include "repository/journalfolder.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace tests;
using base::ErrorKind;
using repository::ActionJournal;

namespace
{

const QString databaseFile = databaseNumber().toString() + u".jsonl"_s;

// No file may grow beyond so many bytes, as on a disk with that much room: a write that crosses the limit is
// cut short there, as on a full disk.
class FileSizeLimit final
{
public:
    explicit FileSizeLimit(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before = {};
    sighandler_t m_handler;
};

// A file system of that size, seen by this process only, for the life of the object.
class SmallDisk final
{
public:
    explicit SmallDisk(const QString &folder, int kilobytes)
        : m_folder(QFile::encodeName(folder))
    {
        const QByteArray options = "size=" + QByteArray::number(kilobytes) + "k";
        m_isMounted = unshare(CLONE_NEWNS) == 0 &&
                      mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                      mount("tusk", m_folder.constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            umount2(m_folder.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    [[nodiscard]] bool isMounted() const { return m_isMounted; }

private:
    QByteArray m_folder;
    bool m_isMounted;
};

// For root, who may write everywhere: an ordinary user, for the life of the object.
class OrdinaryUser final
{
public:
    OrdinaryUser() { m_changed = geteuid() == 0 && seteuid(nobody) == 0; }
    ~OrdinaryUser()
    {
        if (m_changed)
            m_changed = seteuid(0) == 0;
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)
    static constexpr uid_t nobody = 65534;

private:
    bool m_changed;
};

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

QList<int> fromDisk(const QString &folder)
{
    ActionJournal journal(folder);
    return numbersOf(journal.open(databaseNumber()));
}

} // namespace

class TestJournalDisk final : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldBeReadableByItsUserOnly()
    {
        const JournalFolder folder;
        const mode_t former = umask(0);
        {
            ActionJournal journal(folder.path());
            QVERIFY(journal.open(std::nullopt));
            QVERIFY(journal.append(numberedAction(1)));
            QCOMPARE(modeOf(folder.file(u"new.jsonl"_s)), mode_t(0600));
            QVERIFY(journal.bind(databaseNumber()));
        }
        umask(former);
        QCOMPARE(modeOf(folder.file(databaseFile)), mode_t(0600));
        QCOMPARE(modeOf(folder.path()), mode_t(0700));
        QCOMPARE(modeOf(QFileInfo(folder.path()).path()), mode_t(0700));
    }

    void shouldSayThatTheDiskIsFullAndKeepTheFileIntact()
    {
        const JournalFolder folder;
        {
            ActionJournal journal(folder.path());
            QVERIFY(journal.open(databaseNumber()));
            QVERIFY(journal.append(numberedAction(1)));
            const QByteArray before = folder.read(databaseFile);
            for (const int room : {0, 1, 10, 100}) {
                const FileSizeLimit limit(rlim_t(before.size() + room));
                const auto kept = journal.append(numberedAction(2, 500));
                QVERIFY(!kept);
                QCOMPARE(kept.error().kind, ErrorKind::DiskFull);
                QVERIFY(kept.error().sentence.contains(u"The disk is full"));
                QCOMPARE(folder.read(databaseFile), before);
            }
            QVERIFY(journal.append(numberedAction(3)));
        }
        QCOMPARE(fromDisk(folder.path()), QList({1, 3}));
    }

    void shouldGoOnOnAFullDiskWhenThereIsRoomAgain()
    {
        const QTemporaryDir place(testFolder(Storage::Memory) + u"/disk-XXXXXX"_s);
        const SmallDisk disk(place.path(), 256);
        if (!disk.isMounted())
            QSKIP("Only root can mount a small disk.");
        const QString folder = place.filePath(u"unsent/local"_s);
        QList<int> kept;
        {
            ActionJournal journal(folder);
            QVERIFY(journal.open(databaseNumber()));
            int number = 1;
            for (; journal.append(numberedAction(number, 20'000)); ++number)
                kept.append(number);
            QCOMPARE(journal.append(numberedAction(number, 20'000)).error().kind, ErrorKind::DiskFull);
            QVERIFY(kept.size() > 5 && kept.size() < 13);
            const JournalFolder crashed; // as a crash would leave it now
            QVERIFY(QDir().mkpath(crashed.path()));
            QVERIFY(QFile::copy(folder + u'/' + databaseFile, crashed.file(databaseFile)));
            QCOMPARE(fromDisk(crashed.path()), kept);

            for (int settled = 1; settled <= 5; ++settled)
                journal.settle(numberedAction(settled).id);
            QCOMPARE(journal.append(numberedAction(100, 20'000)).error().kind, ErrorKind::DiskFull);
            for (const int settled : kept.sliced(5))
                journal.settle(numberedAction(settled).id);
            QVERIFY(journal.append(numberedAction(101, 20'000))); // the file was begun anew
        }
        QCOMPARE(fromDisk(folder), QList({101}));
    }

    void shouldFailToMergeOnAFullDiskAndLeaveEverythingInPlace()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1, 2});
        const QByteArray waiting = folder.read(databaseFile);
        {
            ActionJournal journal(folder.path());
            QVERIFY(journal.open(std::nullopt));
            QVERIFY(journal.append(numberedAction(3)));
            {
                const FileSizeLimit limit(rlim_t(waiting.size() + 10));
                const auto bound = journal.bind(databaseNumber());
                QVERIFY(!bound);
                QCOMPARE(bound.error().kind, ErrorKind::DiskFull);
                QVERIFY(bound.error().sentence.contains(u"The disk is full"));
            }
            QCOMPARE(folder.files(), (QStringList{databaseFile, u"new.jsonl"_s}));
            QCOMPARE(folder.read(databaseFile), waiting);
            QVERIFY(journal.append(numberedAction(4)));
        }
        ActionJournal journal(folder.path());
        QCOMPARE(numbersOf(journal.bind(databaseNumber())), QList({1, 2, 3, 4}));
    }

    void shouldNotHeapUpCopiesOfDamageOnAFullDisk()
    {
        const JournalFolder folder;
        folder.write(databaseFile, textOf({1, 2, 3}).replace("Action 2", "Axtion 2"));
        for (int round = 0; round < 3; ++round) {
            const FileSizeLimit limit(10);
            ActionJournal journal(folder.path());
            QCOMPARE(journal.open(databaseNumber()).error().kind, ErrorKind::DiskFull);
        }
        QCOMPARE(folder.files(), QStringList{databaseFile});
        QCOMPARE(fromDisk(folder.path()), QList({1, 3}));
    }

    void shouldSayThatAFolderIsReadOnly()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1});
        const QString other = databaseNumber(2).toString() + u".jsonl"_s;
        giveToOrdinaryUser(folder);
        QVERIFY(chmod(QFile::encodeName(folder.path()).constData(), 0500) == 0);
        QVERIFY(chmod(QFile::encodeName(folder.file(databaseFile)).constData(), 0400) == 0);
        {
            const OrdinaryUser user;
            ActionJournal journal(folder.path());
            const auto opened = journal.open(databaseNumber());
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, ErrorKind::LocalFile);
            QVERIFY(opened.error().sentence.contains(u"cannot be read"));

            QVERIFY(journal.open(databaseNumber(2)));
            const auto kept = journal.append(numberedAction(2));
            QVERIFY(!kept);
            QCOMPARE(kept.error().kind, ErrorKind::LocalFile);
            QVERIFY(kept.error().sentence.contains(u"cannot write to its folder"));
            QVERIFY2(kept.error().detail.contains(other), qPrintable(kept.error().detail));
        }
        QVERIFY(chmod(QFile::encodeName(folder.path()).constData(), 0700) == 0);
        QCOMPARE(folder.files(), QStringList{databaseFile});
    }

    void shouldSayThatAFileStandsInTheWayOfTheFolder()
    {
        const JournalFolder folder;
        QFile obstacle(folder.parent() + u"/unsent"_s);
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        ActionJournal journal(folder.path());
        QCOMPARE(numbersOf(journal.open(databaseNumber())), QList<int>());
        QCOMPARE(journal.append(numberedAction(1)).error().kind, ErrorKind::LocalFile);
    }

private:
    static QByteArray textOf(const QList<int> &numbers)
    {
        QByteArray text = repository::headerLine();
        for (const int number : numbers)
            text += repository::actionLine(numberedAction(number));
        return text;
    }

    static void giveToOrdinaryUser(const JournalFolder &folder)
    {
        if (geteuid() != 0)
            return;
        const QStringList paths{folder.parent(), folder.parent() + u"/unsent"_s, folder.path(),
                                folder.file(databaseFile)};
        for (const QString &path : paths)
            QVERIFY(chown(QFile::encodeName(path).constData(), OrdinaryUser::nobody, gid_t(-1)) == 0);
    }
};

QTEST_GUILESS_MAIN(TestJournalDisk)
#include "tst_journaldisk.moc"
