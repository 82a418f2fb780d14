// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/likelyfiles.h"

#include "importer/source/filecopy.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <functional>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostFiles = 6;       // more would be no help
constexpr qsizetype mostEntries = 2'000; // of one folder

struct KnownPlace {
    QLatin1StringView path; // below the home folder
    QLatin1StringView program;
};
constexpr std::array knownPlaces{
    KnownPlace{".local/share/io.github.alainm23.planify/database.db"_L1, "Planify"_L1},
    KnownPlace{".var/app/io.github.alainm23.planify/data/io.github.alainm23.planify/database.db"_L1,
               "Planify"_L1},
    KnownPlace{".local/share/com.github.alainm23.planner/database.db"_L1, "Planner"_L1},
    KnownPlace{".var/app/com.github.alainm23.planner/data/com.github.alainm23.planner/database.db"_L1,
               "Planner"_L1},
    KnownPlace{".task/taskchampion.sqlite3"_L1, "Taskwarrior"_L1},
    KnownPlace{".local/share/task/taskchampion.sqlite3"_L1, "Taskwarrior"_L1},
    KnownPlace{".local/share/errands/data.db"_L1, "Errands"_L1},
    KnownPlace{".var/app/io.github.mrvladus.List/data/errands/data.db"_L1, "Errands"_L1},
    KnownPlace{".local/share/tasks.org/database"_L1, "Tasks.org"_L1},
    KnownPlace{".local/share/mindwtr/mindwtr.db"_L1, "Mindwtr"_L1},
    KnownPlace{".local/share/PBE/QOwnNotes/QOwnNotes.sqlite"_L1, "QOwnNotes"_L1},
    KnownPlace{".config/joplin-desktop/database.sqlite"_L1, "Joplin"_L1}};

// Of Evolution and the programs that share its todos, such as Endeavour.
struct ListFolder {
    QLatin1StringView path; // below the home folder
    QLatin1StringView file; // in the folder of each list
};
constexpr std::array listFolders{
    ListFolder{".local/share/evolution/tasks"_L1, "tasks.ics"_L1},
    ListFolder{".cache/evolution/tasks"_L1, "cache.db"_L1}}; // of lists on a server

// Where people put files, whatever their language calls it.
QStringList foldersOf(const QDir &home)
{
    QStringList folders;
    for (const QLatin1StringView name : {"."_L1, "Downloads"_L1, "Documents"_L1, "Desktop"_L1})
        folders.append(QDir::cleanPath(home.filePath(name)));
    for (const auto location : {QStandardPaths::DownloadLocation, QStandardPaths::DocumentsLocation,
                                QStandardPaths::DesktopLocation}) {
        const QString folder = QStandardPaths::writableLocation(location);
        if (folder.startsWith(home.absolutePath() + u'/') && !folders.contains(folder))
            folders.append(folder);
    }
    return folders;
}

// “todo_app_local.db”, “my-tasks.sqlite3”.
bool isCalledLikeTodos(const QString &name)
{
    static constexpr std::array suffixes{".db"_L1, ".sqlite"_L1, ".sqlite3"_L1, ".db3"_L1};
    const QString lower = name.toLower();
    return (lower.contains("todo"_L1) || lower.contains("task"_L1)) &&
           std::ranges::any_of(suffixes,
                               [&lower](QLatin1StringView suffix) { return lower.endsWith(suffix); });
}

bool isDatabase(const QString &path)
{
    static constexpr QByteArrayView magic("SQLite format 3");
    const base::Descriptor file = openForReading(path);
    return file.isOpen() && firstBytes(file, magic.size()) == magic;
}

// Every desktop has empty ones.
bool isCalendarOfTodos(const QString &path)
{
    constexpr qsizetype most = 65'536;
    const base::Descriptor file = openForReading(path);
    return file.isOpen() && firstBytes(file, most).contains("BEGIN:VTODO");
}

class Search final
{
public:
    explicit Search(const QString &home)
        : m_home(home)
    {
    }

    QList<LikelyFile> run()
    {
        for (const KnownPlace &place : knownPlaces) {
            if (const QString path = m_home.filePath(place.path); isDatabase(path))
                take(path, place.program);
        }
        for (const ListFolder &each : listFolders)
            lookForLists(QDir(m_home.filePath(each.path)), each.file);
        for (const QString &folder : foldersOf(m_home))
            look(QDir(folder), true);
        std::ranges::stable_sort(m_found, std::greater<>(), &LikelyFile::changed);
        return m_found.first(std::min(m_found.size(), mostFiles));
    }

private:
    void take(const QString &path, const QString &program)
    {
        const QFileInfo file(path);
        if (!file.isFile() || file.size() == 0 || !file.isReadable() ||
            m_seen.contains(file.canonicalFilePath()))
            return;
        m_seen.insert(file.canonicalFilePath());
        m_found.append({file.absoluteFilePath(), program, file.size(), file.lastModified()});
    }

    void lookForLists(const QDir &folder, const QString &name)
    {
        const QStringList lists = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &list : lists) {
            const QString path = folder.filePath(list + u'/' + name);
            if (isDatabase(path) || isCalendarOfTodos(path))
                take(path, u"Evolution"_s);
        }
    }

    void look(const QDir &folder, bool deeper)
    {
        const QFileInfoList entries = folder.entryInfoList(
            QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
        for (const QFileInfo &entry : entries.first(std::min(entries.size(), mostEntries))) {
            if (entry.isFile() && entry.fileName().compare("todo.txt"_L1, Qt::CaseInsensitive) == 0)
                take(entry.filePath(), u"todo.txt"_s);
            else if (entry.isFile() && isCalledLikeTodos(entry.fileName()) && isDatabase(entry.filePath()))
                take(entry.filePath(), {});
            else if (entry.isDir() && deeper && entry.fileName().contains("todo"_L1, Qt::CaseInsensitive))
                look(QDir(entry.filePath()), false);
        }
    }

    const QDir m_home;
    QList<LikelyFile> m_found;
    QSet<QString> m_seen;
};

} // namespace

QList<LikelyFile> findLikelyFiles(const QString &home)
{
    return Search(home).run();
}

} // namespace tusk::importer
