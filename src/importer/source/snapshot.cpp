// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/snapshot.h"

#include "importer/source/filecopy.h"
#include "importer/source/fileheader.h"
#include "importer/source/sourcefailures.h"
#include "importer/source/sourcelocks.h"
#include "importer/text/textstream.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <sys/stat.h>
#include <thread>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Descriptor;
using base::Result;

namespace
{

constexpr auto attempts = 20;
constexpr qsizetype logHeaderSize = 32;
constexpr auto pauseBetween = 100ms;
constexpr QLatin1StringView logSuffix("-wal");
constexpr QLatin1StringView indexSuffix("-shm");
constexpr QLatin1StringView journalSuffix("-journal");

Result<Descriptor> openSource(const QString &source)
{
    Descriptor file = openForReading(source);
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.number(), &status) != 0)
        return notReadable(source, errno);
    if (S_ISDIR(status.st_mode))
        return isFolder(source);
    if (!S_ISREG(status.st_mode))
        return noOrdinaryFile(source);
    return file;
}

// The library looks for its companions beside the file itself, not beside a link to it.
QString realPath(const QString &source)
{
    const QString real = QFileInfo(source).canonicalFilePath();
    return real.isEmpty() ? source : real;
}

// Of the log its beginning counts: what is appended meanwhile is not part of the copy or a whole transaction
// in it, but a log that was begun anew belongs to another state of the database.
QByteArray stampOfAll(const QString &path)
{
    const Descriptor log = openForReading(path + logSuffix);
    const QByteArray beginning = log.isOpen() ? firstBytes(log, logHeaderSize) : QByteArray();
    return stampOf(path) + '|' + stampOf(path + journalSuffix) + '|' + beginning;
}

// A journal that has done its duty is emptied, deleted, or begins with zeros.
bool hasChangeIn(const QString &journal)
{
    constexpr QByteArrayView magic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    return firstBytes(openForReading(journal), magic.size()) == magic;
}

// Pages behind the last one that the file knows of; some programs let their files grow ahead, by zeros.
bool hasPagesBehind(const QString &database, qint64 end)
{
    constexpr qsizetype smallestPage = 512;
    QFile file(database);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(end))
        return false;
    const QByteArray behind = file.read(headerSample);
    return behind.size() >= smallestPage && std::ranges::any_of(behind, [](char byte) { return byte != 0; });
}

// False: there is nothing to copy.
Result<bool> copyCompanion(const QString &path, QLatin1StringView suffix, const QString &to,
                           const QString &source, const std::stop_token &stop)
{
    QFile::remove(to + suffix);
    const Descriptor companion = openForReading(path + suffix);
    if (!companion.isOpen() && errno == ENOENT)
        return false;
    struct stat status = {};
    // Without it the copy would be a mixture of old and new.
    if (!companion.isOpen() || ::fstat(companion.number(), &status) != 0)
        return notReadable(path + suffix, errno);
    if (status.st_size == 0)
        return false;
    if (const auto copied = copyFile(companion, to + suffix, source, stop); !copied)
        return copied.error();
    return true;
}

} // namespace

Snapshot::Snapshot(QString source, std::unique_ptr<CopyFolder> folder)
    : m_source(std::move(source))
    , m_folder(std::move(folder))
{
}

QString Snapshot::file() const
{
    return m_folder->filePath(u"copy.db"_s);
}

Result<Snapshot> Snapshot::take(const QString &source, const QString &folder, const std::stop_token &stop)
{
    auto own = CopyFolder::make(folder);
    if (!own)
        return noCopy(source, EACCES);
    Snapshot snapshot(source, std::move(own));
    for (int attempt = 1;; ++attempt) {
        const auto copied = snapshot.copy(stop);
        if (copied)
            return snapshot;
        // No kind: somebody is just writing.
        if (copied.error().kind != base::ErrorKind::Transient)
            return copied.error();
        if (attempt == attempts)
            return copied.error().detail.isEmpty() ? fileInUse(source) : fileKeptChanging(source);
        std::this_thread::sleep_for(pauseBetween);
    }
}

Result<void> Snapshot::copy(const std::stop_token &stop)
{
    if (stop.stop_requested())
        return readingCancelled();
    auto opened = openSource(m_source);
    if (!opened)
        return opened.error();
    const QString path = realPath(m_source);
    // The order matters: closing another descriptor of the same file would end its locks.
    const QByteArray before = stampOfAll(path);
    const Descriptor &database = *opened;
    const Descriptor index = openForReading(path + indexSuffix);
    base::Error busy;
    busy.kind = base::ErrorKind::Transient;
    if (!lockPages(database.number()) || (index.isOpen() && !lockCheckpoints(index.number())))
        return busy;

    const QByteArray beginning = firstBytes(database, headerSample);
    m_isDatabase = looksLikeDatabase(beginning) || !looksLikeText(beginning);
    if (const auto refusal = m_isDatabase ? refusalOf(beginning, m_source) : std::nullopt)
        return *refusal;
    if (auto copied = copyFile(database, file(), m_source, stop); !copied)
        return copied;
    const auto companion = [&](QLatin1StringView suffix) {
        return m_isDatabase ? copyCompanion(path, suffix, file(), m_source, stop) : Result<bool>(false);
    };
    const auto withLog = companion(logSuffix);
    const auto withJournal = companion(journalSuffix);
    if (!withLog || !withJournal)
        return withLog ? withJournal.error() : withLog.error();
    if (stampOfAll(path) != before) {
        busy.detail = u"changed meanwhile"_s;
        return busy;
    }
    m_size = QFileInfo(file()).size();
    m_hasLog = *withLog;
    m_lacksLog = m_isDatabase && keepsLog(beginning) && !QFile::exists(path + logSuffix);
    m_hasOpenChange = *withJournal && hasChangeIn(file() + journalSuffix);
    const bool isAlone = !*withLog && !*withJournal;
    const auto expected = m_isDatabase && isAlone ? expectedSize(beginning) : std::nullopt;
    m_isCutOff = expected && m_size < *expected;
    m_lacksJournal =
        expected && m_size > *expected && !keepsLog(beginning) && hasPagesBehind(file(), *expected);
    return {};
}

} // namespace tusk::importer
