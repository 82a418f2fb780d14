// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "domain/ids.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace tusk::tests
{

// A whole device in a process of its own, to be killed at any moment: database link, workspace, model and the
// file of unsent actions. It tells on its standard output what it does, one word and an id or nothing a line:
// typing ID, undoing, undone ID, kept ID (on disk), offline, ready, saved (nothing is unsent),
// surprise (something was handed back, or in conflict), end.
//
// The steps: open, offline (wait until it is so), add:TITLE, edit:TITLE:NEW, complete:TITLE, undo, kept (wait
// until all is on disk), saved (wait for it), chatter:SEED (goes on for ever), wait (for ever), close.
[[nodiscard]] QStringList crashWorker(const base::ConnectionSettings &settings, const QString &unsentFolder,
                                      const QStringList &steps);

// What main() of the test program calls with the arguments of crashWorker(). Returns the exit code.
int runCrashWorker(const QStringList &arguments);
[[nodiscard]] bool isCrashWorker(const QStringList &arguments);

// What a worker has told.
struct WorkersTale {
    explicit WorkersTale(const QByteArray &output = {});

    [[nodiscard]] bool has(const QByteArray &word) const { return words.contains(word); }

    QByteArrayList words; // in order, without ids
    int begun = 0;        // actions
    QList<domain::ActionId> typed;
    QList<domain::ActionId> kept;
};

} // namespace tusk::tests
