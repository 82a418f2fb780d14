// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importing.h"
#include "importer/importsource.h"
#include "importer/likelyfiles.h"
#include "importer/reading.h"
#include "importer/source/copyfolder.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"
#include "support/testcase.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::CopyFolder;
using importer::LikelyFile;

// Where imports keep their private copies, and where old files are looked for.
class TestImportFolders final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldTakeAwayWhatAKilledImportHasLeft()
    {
        tests::writeOldApp(m_folder->filePath(u"old.db"_s), 30);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto source = importer::ImportSource::open(m_folder->filePath(u"old.db"_s), copies(),
                                                             importer::ImportSource::Damage::Refused, {});
            ::_exit(source && entries().size() == 1 ? 0 : 1); // as if killed: nothing is tidied up
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(WEXITSTATUS(status), 0);
        QCOMPARE(entries().size(), 1);

        importer::removeAbandonedCopies(copies());

        QCOMPARE(entries(), QStringList());
    }

    void shouldLeaveCopiesAloneThatSomebodyUses()
    {
        const auto used = CopyFolder::make(copies());
        QVERIFY(used);
        QVERIFY(QDir(copies()).mkdir(u"copy-abcdef"_s));
        QVERIFY(QDir(copies()).mkdir(u"other"_s));
        QCOMPARE(entries().size(), 3);

        importer::removeAbandonedCopies(copies());

        QCOMPARE(entries().size(), 2);
        QVERIFY(QFile::exists(used->filePath(u"."_s)));
        QVERIFY(entries().contains(u"other"_s));
    }

    void shouldHaveNothingToTakeAwayWhereNothingIs()
    {
        importer::removeAbandonedCopies(m_folder->filePath(u"nowhere"_s));
        QVERIFY(!QFile::exists(m_folder->filePath(u"nowhere"_s)));
    }

    void shouldKeepCopiesFromOtherUsers()
    {
        const auto folder = CopyFolder::make(copies());
        QVERIFY(folder);
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(folder->filePath(u"."_s)) & others));
    }

    void shouldKeepAllOfAFileInItsBackup()
    {
        const QString file = m_folder->filePath(u"todo.db"_s);
        tests::SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s)
            .run(u"PRAGMA journal_mode = wal"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0)"_s)
            .abandon(); // its log has the todo
        const auto before = tests::readAll(file);

        for (const QString &ending : {u".bak"_s, u".bak-2"_s}) { // none takes the place of another
            const auto source =
                importer::ImportSource::open(file, copies(), importer::ImportSource::Damage::Refused, {});
            QVERIFY2(source, tests::complaintOf(source).constData());

            const auto kept = (*source)->keepBackup();

            QVERIFY2(kept, tests::complaintOf(kept).constData());
            QCOMPARE(*kept, QString(file + ending));
            QCOMPARE(tests::readFile(*kept).todos, QStringList{u"milk"_s});
        }
        QCOMPARE(tests::readAll(file), before);
    }

    void shouldFindFilesWhereTodosUsuallyLie()
    {
        const QString home = m_folder->path();
        put(u"todo_app_local.db"_s);
        put(u"Downloads/my-Tasks.sqlite3"_s);
        put(u"projects/ignored/tasks.db"_s);
        put(u"hackathon-todoapp/todo.db"_s);
        put(u".task/taskchampion.sqlite3"_s);
        tests::writeAll(home + u"/todo-notes.db"_s, "no database at all");
        put(u"photos.db"_s);

        QStringList found;
        for (const LikelyFile &file : importer::findLikelyFiles(home))
            found.append(QDir(home).relativeFilePath(file.path) + u'|' + file.program);
        found.sort();

        QCOMPARE(found,
                 (QStringList{u".task/taskchampion.sqlite3|Taskwarrior"_s, u"Downloads/my-Tasks.sqlite3|"_s,
                              u"hackathon-todoapp/todo.db|"_s, u"todo_app_local.db|"_s}));
    }

    void shouldFindTheListsOfEvolutionThatHoldTodos()
    {
        const auto write = [this](const QString &name, const QByteArray &todos) {
            const QString path = m_folder->filePath(name);
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            tests::writeAll(path, "BEGIN:VCALENDAR\r\n" + todos + "END:VCALENDAR\r\n");
        };
        write(u".local/share/evolution/tasks/system/tasks.ics"_s, {});
        write(u".local/share/evolution/tasks/1f2e/tasks.ics"_s,
              "BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Milk\r\nEND:VTODO\r\n");
        put(u".cache/evolution/tasks/3d4c/cache.db"_s);

        QStringList found;
        for (const LikelyFile &file : importer::findLikelyFiles(m_folder->path()))
            found.append(QDir(m_folder->path()).relativeFilePath(file.path) + u'|' + file.program);
        found.sort();

        QCOMPARE(found, (QStringList{u".cache/evolution/tasks/3d4c/cache.db|Evolution"_s,
                                     u".local/share/evolution/tasks/1f2e/tasks.ics|Evolution"_s}));
    }

    void shouldNameTheOneThatWasUsedLastFirst()
    {
        put(u"todo-old.db"_s);
        put(u"todo-new.db"_s);
        setAge(u"todo-old.db"_s, 100);
        setAge(u"todo-new.db"_s, 1);

        const auto found = importer::findLikelyFiles(m_folder->path());

        QCOMPARE(found.size(), 2);
        QVERIFY(found.constFirst().path.endsWith(u"todo-new.db"_s));
    }

private:
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }
    [[nodiscard]] QString copies() const { return m_folder->filePath(u"copies"_s); }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(copies()).entryList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot);
    }
    void put(const QString &name) const
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        tests::SampleFile(path).run(u"CREATE TABLE todos (title TEXT)"_s);
    }
    void setAge(const QString &name, int days) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addDays(-days), QFileDevice::FileModificationTime));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestImportFolders)

#include "tst_importfolders.moc"
