// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace tusk::tests
{

// The rules that a machine can read off a file. Each takes a path below the project's root and the file's
// content, and returns a complaint ("path:line: what") for every place that breaks it.

// Every include of src/ keeps to the layer matrix.
[[nodiscard]] QStringList checkIncludes(const QString &path, const QString &content);

// SQLite is named nowhere but in the importer, which reads old files, and in the benchmark.
[[nodiscard]] QStringList checkOtherDatabase(const QString &path, const QString &content);

// No QFuture and its relatives, no waiting for a process, no event loop inside another, no SQL PREPARE.
[[nodiscard]] QStringList checkForbiddenCalls(const QString &path, const QString &content);

// No statement changes the state of its session: behind a pooler that is somebody else's session next.
[[nodiscard]] QStringList checkSessionState(const QString &path, const QString &content);

// No SQL but where the database is spoken to: data, importer, exporter, environments (the test of a
// connection) and localserver (making the private database).
[[nodiscard]] QStringList checkStatements(const QString &path, const QString &content);

// Colours of the window are named in gui/theme and nowhere else in gui.
[[nodiscard]] QStringList checkColors(const QString &path, const QString &content);

// The room between and around things comes from gui/theme/metrics.h; in forms it is whole steps of its grid.
[[nodiscard]] QStringList checkDistances(const QString &path, const QString &content);

// The two SPDX lines begin every file.
[[nodiscard]] QStringList checkLicence(const QString &path, const QString &content);

[[nodiscard]] QStringList checkAll(const QString &path, const QString &content);

} // namespace tusk::tests
