// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "importer/importjob.h"

#include <QTemporaryDir>

#include <functional>

namespace tusk::tests
{

// Imports as the program does, on the thread of the test.
class Importing final
{
public:
    struct Options {
        QStringList owners = {}; // e-mail addresses or names; empty: everybody
        bool dryRun = false;
        importer::SqliteFile::Damage damage = importer::SqliteFile::Damage::Refused;
        importer::ConversionOptions conversion = {};
        QString repairsFile = {};
        bool restToNotes = false;
        qint64 portion = 60'000;
        QByteArray mapping = {}; // JSON, as of --map
        importer::ProgressListener progress = {};
        std::stop_token stop = {};
        std::function<void(importer::Mapping &)> change = {}; // of what was recognised
    };

    explicit Importing(base::ConnectionSettings settings);

    [[nodiscard]] base::Result<importer::ImportReport> run(const QString &path);
    [[nodiscard]] base::Result<importer::ImportReport> run(const QString &path, const Options &options);

private:
    base::ConnectionSettings m_settings;
    QTemporaryDir m_copies;
};

// The sentence and the detail, or nothing.
template <class T>
QByteArray complaintOf(const base::Result<T> &result)
{
    return result ? QByteArray() : (result.error().sentence + u" – " + result.error().detail).toUtf8();
}

} // namespace tusk::tests
