// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/fingerprint.h"

#include "importer/importjob.h"
#include "importer/source/sourcefailures.h"

#include <QCryptographicHash>
#include <QFile>

#include <cerrno>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// Everything that decides what the same bytes become.
QByteArray decisionsOf(const ImportRequest &request)
{
    QStringList parts{selectOf(request.mapping, request.owners),
                      request.conversion.list,
                      QString::fromLatin1(request.conversion.zone.id()),
                      QString::fromLatin1(request.conversion.displayZone.id()),
                      request.conversion.ownersAreLists ? u"owners"_s : QString(),
                      request.mapping.stateMeansOpen ? u"open"_s : QString()};
    for (const auto &[number, priority] : request.mapping.priorities.asKeyValueRange())
        parts.append(u"%1=%2"_s.arg(number).arg(priority));
    return parts.join(u'\x1f').toUtf8();
}

} // namespace

base::Result<QByteArray> fingerprintOf(const ImportSource &source, const ImportRequest &request,
                                       const std::stop_token &stop)
{
    constexpr qint64 portion = 1 << 20;
    QFile file(source.snapshot().file());
    if (!file.open(QIODevice::ReadOnly))
        return notReadable(source.snapshot().source(), EIO);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(decisionsOf(request));
    while (!file.atEnd()) {
        if (stop.stop_requested())
            return readingCancelled();
        hash.addData(file.read(portion));
    }
    return hash.result().toHex();
}

} // namespace tusk::importer
