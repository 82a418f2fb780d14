// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/convert/converter.h"
#include "importer/convert/findings.h"
#include "importer/convert/todorow.h"
#include "importer/importsource.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace tusk::tests
{

// What an import would make of a file, without any server.
struct Reading {
    enum class Outcome { Whole, Refused, BrokenOff }; // before, or while todos were read

    Outcome outcome = Outcome::Whole;
    QString complaint; // why not; else empty
    importer::Mapping mapping;
    QList<importer::TodoRow> rows;
    // One line a todo: “title | field: value | …” with the fields that are set, names instead of ids.
    QStringList todos;
    QMap<QString, qint64> repairs; // by their words
    QStringList losses = {};
};
[[nodiscard]] Reading readFile(const QString &path,
                               importer::SqliteFile::Damage damage = importer::SqliteFile::Damage::Refused,
                               const importer::ConversionOptions &options = {});

} // namespace tusk::tests
