// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QTimeZone>

namespace tusk::importer
{

// What the user decides about the values of a file.
struct ConversionOptions {
    QTimeZone zone = QTimeZone::utc();        // of times without one
    QTimeZone displayZone = QTimeZone::utc(); // in which due times of the whole world are written down
    QString list = {};                        // for todos without one of their own; empty: the Inbox
    // Several owners: each becomes a list, and a tag of todos that have a list of their own.
    bool ownersAreLists = false;
    QHash<QByteArray, QString> ownerNames = {};
};

} // namespace tusk::importer
