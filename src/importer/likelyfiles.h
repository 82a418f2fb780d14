// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace tusk::importer
{

// A file that may well hold somebody's todos.
struct LikelyFile {
    QString path;
    QString program; // whose it is, for people; empty: unknown
    qint64 size = 0; // bytes
    QDateTime changed;

    bool operator==(const LikelyFile &) const = default;
};

// Looks where known programs keep their todos, and for files called like todos where people put files: the
// one that was changed last comes first. Only names and the first bytes are looked at, a folder or two deep.
// home: of the user. Blocks for the disk.
[[nodiscard]] QList<LikelyFile> findLikelyFiles(const QString &home);

} // namespace tusk::importer
