// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace tusk::tests
{

// What a run of the program tusk came to.
struct TuskRun {
    int exitCode = -1; // -1: it crashed, or did not end
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonArray json() const; // null where the output is none
    // The only element of the array; empty where there is not exactly one.
    [[nodiscard]] QJsonObject only() const;
    [[nodiscard]] QStringList lines() const; // of the output
    // One sentence and nothing else: what every refusal has to be.
    [[nodiscard]] bool saysOneSentence() const;
    // For messages of failed checks.
    [[nodiscard]] QByteArray report() const;
};

using Variables = QMap<QString, QString>; // set in the environment of the program; a null value unsets

// The database that the program shall use: as an address, and as what says so to the program.
[[nodiscard]] QString urlOf(const base::ConnectionSettings &settings);
[[nodiscard]] Variables at(const base::ConnectionSettings &settings);

// The real program in a process of its own, in the environment of this one.
[[nodiscard]] QString tuskProgram();
[[nodiscard]] TuskRun tusk(const QStringList &arguments, const Variables &variables = {},
                           const QByteArray &input = {});
// Started, not waited for; its standard input is empty.
[[nodiscard]] std::unique_ptr<QProcess> startTusk(const QStringList &arguments,
                                                  const Variables &variables = {});
[[nodiscard]] TuskRun finish(QProcess &process);

// Ids in the order of the array.
[[nodiscard]] QStringList idsIn(const QJsonArray &todos);
[[nodiscard]] QStringList titlesIn(const QJsonArray &todos);

// Adds a todo; its id. Ends the test program where that does not work.
QString addTodo(const QString &title, const QStringList &options = {}, const Variables &variables = {});

// What "tusk server status" says.
[[nodiscard]] QJsonObject serverStatus();
[[nodiscard]] bool isServerRunning();

} // namespace tusk::tests
