// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QString>
#include <QVersionNumber>

namespace tusk::localserver::failures
{

// The errors of this layer: the sentence for the user is written here, in one place and one voice, the
// technical detail is added by whoever met the failure. Paths in sentences are absolute.

[[nodiscard]] base::Error postgresMissing(const QString &detail);
[[nodiscard]] base::Error postgresTooOld(const QVersionNumber &found, int oldestMajor);
[[nodiscard]] base::Error accountMissing(const QString &account);
[[nodiscard]] base::Error userUnknown(uint user);

[[nodiscard]] base::Error folderNotWritable(const QString &folder, const QString &detail);
[[nodiscard]] base::Error folderOfSomeoneElse(const QString &folder, const QString &detail);
[[nodiscard]] base::Error notACluster(const QString &folder, const QString &detail);
[[nodiscard]] base::Error clusterUnreadable(const QString &folder, const QString &detail);
[[nodiscard]] base::Error clusterOpenToOthers(const QString &folder);
// lastDump: path of the newest dump, empty if there is none.
[[nodiscard]] base::Error versionGone(const QVersionNumber &version, const QString &folder,
                                      const QString &lastDump);

[[nodiscard]] base::Error initialisingFailed(const QString &detail);
[[nodiscard]] base::Error startFailed(const QString &detail);
[[nodiscard]] base::Error startTakesTooLong(const QString &detail);
[[nodiscard]] base::Error stopTakesTooLong(const QString &detail);
[[nodiscard]] base::Error usedElsewhere(const QString &folder, const QString &detail);
[[nodiscard]] base::Error languageSupportMissing(const QString &detail);
[[nodiscard]] base::Error databaseRefused(const QString &detail);
[[nodiscard]] base::Error dumpFailed(const QString &detail);
[[nodiscard]] base::Error notRunning();

[[nodiscard]] base::Error diskFull(const QString &folder, const QString &detail);
[[nodiscard]] base::Error busyElsewhere(); // another process starts or stops the server for too long
[[nodiscard]] base::Error cancelled();
[[nodiscard]] base::Error systemCallFailed(const char *call, int errorNumber);

// True for the words of a PostgreSQL program that met a full disk. Its messages are English, see
// ChildCommand.
[[nodiscard]] bool saysDiskFull(const QByteArray &output);

// "mkdir: Permission denied", for details.
[[nodiscard]] QString systemText(const char *call, int errorNumber);

} // namespace tusk::localserver::failures
