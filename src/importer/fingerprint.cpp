// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/fingerprint.h"

#include "importer/importjob.h"
#include "importer/source/sourcefailures.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <thread>
#include <vector>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// Grows where the same bytes become other todos than in an earlier version of Tusk.
constexpr int conversion = 8;

// Everything that decides what the same bytes become.
QByteArray decisionsOf(const ImportRequest &request)
{
    QStringList parts{QString::number(conversion),
                      selectOf(request.mapping, request.owners),
                      request.conversion.list,
                      QString::fromLatin1(request.conversion.zone.id()),
                      QString::fromLatin1(request.conversion.displayZone.id()),
                      request.conversion.ownersAreLists ? u"owners"_s : QString(),
                      request.mapping.plansAreMoments ? u"moments"_s : QString(),
                      request.mapping.stateMeansOpen ? u"open"_s : QString(),
                      request.mapping.crossesMeanOpen ? u"crosses"_s : QString(),
                      request.mapping.wholeShare > 0 ? u"share of %1"_s.arg(request.mapping.wholeShare)
                                                     : QString()};
    for (const auto &[number, priority] : request.mapping.priorities.asKeyValueRange())
        parts.append(u"%1=%2"_s.arg(number).arg(priority));
    for (const auto &[value, priority] : request.mapping.priorityWords.asKeyValueRange())
        parts.append(u"%1=%2"_s.arg(QString::fromUtf8(value), QString::number(priority)));
    for (const auto &[value, state] : request.mapping.states.asKeyValueRange())
        parts.append(u"%1 is %2"_s.arg(QString::fromUtf8(value), QString::number(int(state))));
    for (const auto &[target, order] : request.mapping.dayOrders.asKeyValueRange())
        parts.append(u"%1:%2"_s.arg(int(target)).arg(int(order)));
    for (const Target target : {Target::Due, Target::Start}) {
        if (request.mapping.takesMidnightsForDays(target))
            parts.append(u"%1: days"_s.arg(int(target)));
    }
    return parts.join(u'\x1f').toUtf8();
}

// Empty: it cannot be read.
QByteArray digestOfPart(QFile &file, qint64 from, qint64 size, const std::stop_token &stop)
{
    constexpr qint64 portion = 1 << 20;
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    if (!file.seek(from))
        return {};
    for (qint64 rest = size; rest > 0 && !stop.stop_requested();) {
        const QByteArray bytes = file.read(std::min(rest, portion));
        if (bytes.isEmpty()) {
            if (!file.atEnd())
                return {};
            break;
        }
        hash.addData(bytes);
        rest -= bytes.size();
    }
    return hash.result();
}

// The digests of the parts of a file, one after another; empty: it cannot be read.
QByteArray digestsOf(const QString &path, const std::stop_token &stop)
{
    constexpr qint64 partSize = qint64(16) << 20;
    constexpr unsigned mostThreads = 4;
    const qint64 parts = std::max<qint64>(1, (QFileInfo(path).size() + partSize - 1) / partSize);
    QList<QByteArray> digests(parts);
    QByteArray *const results = digests.data(); // each thread has its own of them
    std::atomic<qint64> next = 0;
    const auto work = [&] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        for (qint64 part = next++; part < parts && !stop.stop_requested(); part = next++)
            results[part] = digestOfPart(file, part * partSize, partSize, stop);
    };
    {
        const auto count =
            std::min<qint64>(std::clamp(std::thread::hardware_concurrency(), 1U, mostThreads), parts);
        std::vector<std::jthread> threads;
        for (qint64 i = 1; i < count; ++i)
            threads.emplace_back(work);
        work();
    }
    return digests.contains(QByteArray()) ? QByteArray() : digests.join();
}

} // namespace

base::Result<QByteArray> digestOf(const ImportSource &source, const std::stop_token &stop)
{
    QByteArray digest;
    const QString file = source.snapshot().file();
    // What its program has not written into the file yet belongs to it.
    const QString log = file + "-wal"_L1;
    for (const QString &path : QFile::exists(log) ? QStringList{file, log} : QStringList{file}) {
        const QByteArray digests = digestsOf(path, stop);
        if (stop.stop_requested())
            return readingCancelled();
        if (digests.isEmpty())
            return notReadable(source.snapshot().source(), EIO);
        digest += digests;
    }
    return digest;
}

QByteArray digestText(const QByteArray &digest)
{
    return QCryptographicHash::hash(digest, QCryptographicHash::Blake2b_256).toHex();
}

QByteArray fingerprintOf(const QByteArray &digest, const ImportRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(decisionsOf(request));
    hash.addData(digest);
    return hash.result().toHex();
}

} // namespace tusk::importer
