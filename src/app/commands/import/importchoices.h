// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/failure.h"
#include "importer/importjob.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace tusk::app
{

// What was typed after “tusk import”.
struct ImportChoices {
    QString file;
    bool dryRun = false;
    bool damaged = false; // take what is readable
    bool backup = false;
    bool restToNotes = false; // what is in columns that become nothing
    QString mapFile;
    QStringList owners; // names or ids
    bool allOwners = false;
    QByteArray zone; // IANA name; empty: not said
    std::optional<QString> list;
    QString reportFile;
};
[[nodiscard]] QList<QCommandLineOption> importOptions();
[[nodiscard]] std::variant<ImportChoices, Failure> importChoices(const QCommandLineParser &typed);

// Nothing in the file is certain to be todos, and no mapping says that it is: only a trial shows what it
// would become.
[[nodiscard]] bool isUnconfirmedGuess(const ImportChoices &choices, const importer::ImportSource &source);

// Fills in the mapping, the owners and the conversion of a request for this file. A failure where more has to
// be said: whose todos, or where they are.
[[nodiscard]] std::optional<Failure> settle(const ImportChoices &choices, importer::ImportSource &source,
                                            importer::ImportRequest &request);

} // namespace tusk::app
