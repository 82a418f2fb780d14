// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/folders.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace tusk;
using namespace tusk::localserver;
using namespace Qt::StringLiterals;

class TestFolders final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    Account m_own{geteuid(), getegid(), {}, {}};

    [[nodiscard]] static struct stat factsOf(const QString &path)
    {
        struct stat facts = {};
        lstat(qUtf8Printable(path), &facts);
        return facts;
    }
    [[nodiscard]] static mode_t modeOf(const QString &path) { return factsOf(path).st_mode & 07777U; }

    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void shouldMakeMissingParentsPrivateToo()
    {
        const QString folder = m_folder->filePath(u"a/b/c"_s);
        QVERIFY(makeFolder(folder, 0700).hasValue());
        QCOMPARE(modeOf(folder), 0700U);
        QCOMPARE(modeOf(m_folder->filePath(u"a"_s)), 0700U);
        QVERIFY(makeFolder(folder, 0700).hasValue());
    }

    void shouldGiveTheNamedModeWhateverTheMask()
    {
        const mode_t mask = umask(077);
        const base::Result<void> made = makeFolder(m_folder->filePath(u"a/b"_s), 0755);
        umask(mask);
        QVERIFY(made);
        QCOMPARE(modeOf(m_folder->filePath(u"a"_s)), 0755U);
        QCOMPARE(modeOf(m_folder->filePath(u"a/b"_s)), 0755U);
    }

    void shouldCloseAnOwnFolderThatIsOpenToOthers()
    {
        const QString folder = m_folder->filePath(u"open"_s);
        QCOMPARE(mkdir(qUtf8Printable(folder), 0700), 0);
        QCOMPARE(chmod(qUtf8Printable(folder), 0777), 0);
        QVERIFY(makePrivateFolder(folder, m_own).hasValue());
        QCOMPARE(modeOf(folder), 0700U);
    }

    void shouldNotFollowALinkToAFolder()
    {
        const QString real = m_folder->filePath(u"real"_s);
        const QString link = m_folder->filePath(u"link"_s);
        QCOMPARE(mkdir(qUtf8Printable(real), 0755), 0);
        QVERIFY(QFile::link(real, link));

        const base::Result<void> made = makePrivateFolder(link, m_own);

        QVERIFY(!made);
        QVERIFY2(made.error().sentence.contains(link), qPrintable(made.error().sentence));
        QCOMPARE(modeOf(real), 0755U);
    }

    void shouldNotUseAFileInPlaceOfAFolder()
    {
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!makePrivateFolder(file.fileName(), m_own));
        QVERIFY(!makeFolder(file.fileName(), 0700));
    }

    void shouldRefuseAFolderOfSomeoneElse()
    {
        // Root can give one away; anyone else finds one of root's.
        QString folder = u"/usr"_s;
        if (geteuid() == 0) {
            folder = m_folder->filePath(u"foreign"_s);
            QCOMPARE(mkdir(qUtf8Printable(folder), 0755), 0);
            QCOMPARE(chown(qUtf8Printable(folder), 65534, 65534), 0);
        }

        const base::Result<void> made = makePrivateFolder(folder, m_own);

        QVERIFY(!made);
        QCOMPARE(made.error().kind, base::ErrorKind::LocalServer);
        QCOMPARE(modeOf(folder), 0755U);
    }

    void shouldGiveAFolderToTheServersAccount()
    {
        if (geteuid() != 0)
            QSKIP("only root can give folders away");
        const Account other{65534, 65534, {}, {}};
        const QString folder = m_folder->filePath(u"given"_s);
        // One that was made but not yet given away when the process was killed.
        QCOMPARE(mkdir(qUtf8Printable(folder), 0700), 0);

        QVERIFY(makePrivateFolder(folder, other).hasValue());
        QCOMPARE(factsOf(folder).st_uid, other.user);
        QVERIFY(makePrivateFolder(folder, other).hasValue());
    }

    void shouldSayWhichFolderCannotBeMade()
    {
        const base::Result<void> made = makeFolder(u"/proc/tusk/cluster"_s, 0700);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, base::ErrorKind::LocalFile);
        QVERIFY2(made.error().sentence.contains(u"/proc/tusk"_s), qPrintable(made.error().sentence));
    }

    void shouldReplaceAFileWhole()
    {
        QFile file(m_folder->filePath(u"name"_s));
        QVERIFY(replaceFile(file.fileName(), "old", m_own).hasValue());
        QVERIFY(replaceFile(file.fileName(), "new", m_own).hasValue());

        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "new");
        QCOMPARE(modeOf(file.fileName()), 0600U);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList(u"name"_s));
    }

    void shouldNotWriteThroughALink()
    {
        QFile target(m_folder->filePath(u"target"_s));
        QVERIFY(target.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(target.fileName(), m_folder->filePath(u"name"_s)));
        QVERIFY(QFile::link(target.fileName(), m_folder->filePath(u"name.new"_s)));

        QVERIFY(replaceFile(m_folder->filePath(u"name"_s), "secret", m_own).hasValue());

        QCOMPARE(QFileInfo(target.fileName()).size(), 0);
        QVERIFY(!QFileInfo(m_folder->filePath(u"name"_s)).isSymLink());
    }
};

QTEST_GUILESS_MAIN(TestFolders)
#include "tst_folders.moc"
