// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/copyfolder.h"

#include "base/paths.h"

#include <QDir>
#include <QFile>

#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Descriptor;

namespace
{

constexpr auto namePattern = "copy-XXXXXX"_L1;

Descriptor openFolder(const QString &path)
{
    return Descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

bool lock(const Descriptor &folder, int how)
{
    return folder.isOpen() && ::flock(folder.number(), how) == 0;
}

} // namespace

QString usualCopyFolder()
{
    return base::stateFolder() + "/import"_L1;
}

CopyFolder::CopyFolder(QString path, Descriptor lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

CopyFolder::~CopyFolder()
{
    QDir(m_path).removeRecursively();
}

std::unique_ptr<CopyFolder> CopyFolder::make(const QString &parent)
{
    if (!QDir().mkpath(parent))
        return nullptr;
    // While this is held nobody tidies up: a folder without its lock would look like one that was left.
    const Descriptor quiet = openFolder(parent);
    if (!lock(quiet, LOCK_SH))
        return nullptr;
    QByteArray path = QFile::encodeName(parent + u'/' + namePattern);
    if (!::mkdtemp(path.data()))
        return nullptr;
    const QString name = QFile::decodeName(path);
    Descriptor own = openFolder(name);
    if (!lock(own, LOCK_EX | LOCK_NB)) {
        QDir().rmdir(name);
        return nullptr;
    }
    return std::unique_ptr<CopyFolder>(new CopyFolder(name, std::move(own)));
}

void removeAbandonedCopies(const QString &parent)
{
    const Descriptor quiet = openFolder(parent);
    if (!lock(quiet, LOCK_EX | LOCK_NB))
        return; // nothing there, or somebody is just beginning; next time, then
    const QDir folder(parent);
    for (const QString &name : folder.entryList({u"copy-*"_s}, QDir::Dirs | QDir::NoSymLinks)) {
        const QString path = folder.filePath(name);
        const Descriptor copy = openFolder(path);
        if (lock(copy, LOCK_EX | LOCK_NB))
            QDir(path).removeRecursively();
    }
}

} // namespace tusk::importer
