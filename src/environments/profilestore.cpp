// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/profilestore.h"

#include "base/paths.h"
#include "environments/profilefile.h"
#include "environments/texts.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <thread>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using base::LockedFile;
using base::Result;

namespace
{

constexpr std::chrono::seconds patience{10};
constexpr std::chrono::milliseconds pause{5}; // others hold the file for about as long

base::Error failure(const QString &sentence, const base::Error &cause = {})
{
    base::Error error = cause;
    error.kind = cause.kind == ErrorKind::DiskFull ? ErrorKind::DiskFull : ErrorKind::LocalFile;
    error.sentence = sentence;
    return error;
}

base::Error notWritten(const base::Error &cause)
{
    return failure(Text::tr("Your environments could not be saved; they are as they were."), cause);
}

base::Error newer()
{
    return failure(
        Text::tr("Your environments were saved by a newer Tusk, which this one does not understand; "
                 "nothing was changed."));
}

QString setAsideNotice(const QString &copy)
{
    return Text::tr("The file with your environments was damaged and is kept as %1; please set them up anew.")
        .arg(copy);
}

QStringList noticesOf(const ProfileFile &file)
{
    QStringList notices;
    for (const QString &name : file.unreadable)
        notices.append(
            Text::tr("The environment “%1” cannot be read and is left out; it stays in the file.").arg(name));
    return notices;
}

// What is read of a file that is nobody's at the moment, or somebody's: a change replaces it as a whole.
Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    if (!QFileInfo::exists(path))
        return QByteArray();
    base::Error cause;
    cause.detail = file.errorString();
    return failure(Text::tr("The file with your environments, %1, cannot be read.").arg(path), cause);
}

// The file itself where the name is a link to it, as people have who keep their settings elsewhere.
QString target(const QString &path)
{
    const QFileInfo info(path);
    return info.isSymLink() && info.exists() ? info.canonicalFilePath() : path;
}

} // namespace

QString ProfileStore::defaultPath()
{
    return base::configFolder() + "/environments.json"_L1;
}

ProfileStore::ProfileStore(QString path)
    : m_path(std::move(path))
{
}

Result<StoredProfiles> ProfileStore::load()
{
    const Result<QByteArray> content = contentOf(m_path);
    if (!content)
        return content.error();
    const ProfileFile file = readProfileFile(*content);
    switch (file.state) {
    case ProfileFile::State::Good:
        return StoredProfiles{file.list, noticesOf(file)};
    case ProfileFile::State::Newer:
        return newer();
    case ProfileFile::State::Damaged:
        break;
    }
    return change([](ProfileList &) { return Result<void>(); }); // sets it aside
}

Result<StoredProfiles> ProfileStore::change(const Edit &edit)
{
    const Result<LockedFile::Pointer> file = lock();
    if (!file)
        return file.error();
    chmod(QFile::encodeName(QFileInfo((*file)->path()).path()).constData(), S_IRWXU);
    return changeLocked(**file, edit);
}

Result<LockedFile::Pointer> ProfileStore::lock() const
{
    const QString path = target(m_path);
    for (const QDeadlineTimer deadline(patience); !deadline.hasExpired();
         std::this_thread::sleep_for(pause)) {
        for (const auto &take : {&LockedFile::open, &LockedFile::create}) {
            Result<LockedFile::Pointer> file = take(path);
            if (!file)
                return notWritten(file.error());
            if (*file)
                return file;
        }
    }
    return failure(Text::tr("Another Tusk is busy with your environments; nothing was changed."));
}

Result<StoredProfiles> ProfileStore::changeLocked(LockedFile &file, const Edit &edit) const
{
    const Result<QByteArray> content = file.read();
    if (!content)
        return notWritten(content.error());
    ProfileFile before = readProfileFile(*content);
    if (before.state == ProfileFile::State::Newer)
        return newer();
    StoredProfiles result{before.list, noticesOf(before)};
    if (before.state == ProfileFile::State::Damaged) {
        const Result<QString> copy = file.keepCopy();
        if (!copy)
            return notWritten(copy.error());
        before = {};
        result.notices.append(setAsideNotice(*copy));
    }
    if (const auto edited = edit(result.list); !edited)
        return edited.error();
    const QByteArray written = writeProfileFile(before, result.list);
    if (written == *content)
        return result;
    if (const auto replaced = file.replace(written); !replaced)
        return notWritten(replaced.error());
    return result;
}

} // namespace tusk::environments
