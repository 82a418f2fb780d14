// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tusk::importer
{

// What the reader of a text file could not make sense of: only it knows what was written there, while its
// repairs are counted with those of the rows.
struct ReadRepair {
    enum class Kind {
        UnreadableTime, // when something is due or starts: left empty
        AssumedTime,    // of creation, change or completion
        UnknownRepeat,
        PartialRepeat,
        UnknownZone, // the time stays as it is written
    };

    Kind kind = Kind::UnreadableTime;
    QString column;
    QByteArray original;

    bool operator==(const ReadRepair &) const = default;
};

// All of a row as one value of a table, and back.
[[nodiscard]] QByteArray asJson(const QList<ReadRepair> &repairs);
[[nodiscard]] QList<ReadRepair> readRepairsFrom(const QByteArray &json);

} // namespace tusk::importer
