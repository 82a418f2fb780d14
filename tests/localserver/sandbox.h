// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "localserver/clusterlocation.h"
#include "localserver/environment.h"
#include "localserver/serverbinaries.h"
#include "support/serverfolder.h"

#include <QStringList>

#include <memory>

namespace tusk::tests
{

// A world of its own for a local server: home, runtime folder and, for root, the system's folder lie in one
// folder that a guardian clears, servers included, whatever becomes of the test.
class Sandbox final
{
public:
    Sandbox();
    Q_DISABLE_COPY_MOVE(Sandbox)

    [[nodiscard]] QString path(const QString &name) const { return m_folder.file(name); }
    [[nodiscard]] localserver::Environment environment() const;
    [[nodiscard]] localserver::ClusterLocation location() const;

    // Puts a whole cluster, with an empty database, where this sandbox has its own. Quicker than initdb: it
    // is made once in a test program, then copied.
    void addCluster() const;

    // A PostgreSQL of the installed version whose programs are shell scripts: initdb, with $folder for the
    // folder of the new cluster, and postgres.
    [[nodiscard]] localserver::ServerBinaries fakeBinaries(const QByteArray &initdb,
                                                           const QByteArray &postgres = {}) const;

    // Every file and folder below a folder, with size, mode, owner and time of change: equal before and after
    // means untouched.
    [[nodiscard]] static QStringList fingerprint(const QString &folder);

private:
    ServerFolder m_folder;
};

// The settings of a server that was started by hand: the database that every cluster has, as the role tusk.
[[nodiscard]] base::ConnectionSettings settingsFor(const QString &socketFolder,
                                                   const QString &database = QStringLiteral("tusk"));

// A file with this content, and the folders above it.
void write(const QString &path, const QByteArray &content);

// Runs a program to its end; its standard output. A failure ends the test program.
QByteArray runTool(const QStringList &command);

// Path of a program of the newest installed PostgreSQL.
[[nodiscard]] QString serverProgram(const QString &name);

} // namespace tusk::tests
