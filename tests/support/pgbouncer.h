// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "support/programhandle.h"
#include "support/serverfolder.h"

#include <QMap>
#include <QString>

namespace tusk::tests
{

class TestServer;

// A real PgBouncer in front of a TestServer, set up to be as unkind as it may be: transaction mode, three
// servers a pool, taken in turn. One client alone does not notice (it keeps getting the same server): add
// NoisyNeighbours. Reached by a unix socket; knows the roles tusk and postgres and trusts them.
// Thread: one thread at a time.
class PgBouncer final
{
public:
    // The settings are added to the section [pgbouncer] and win.
    explicit PgBouncer(const TestServer &server, const QMap<QString, QString> &settings = {});
    ~PgBouncer();
    Q_DISABLE_COPY_MOVE(PgBouncer)

    // The same database through the pooler; direct() of the result goes past it.
    [[nodiscard]] base::ConnectionSettings pooled(const base::ConnectionSettings &direct) const;
    void stop(); // at once; clients are cut
    void start();
    [[nodiscard]] QString log() const;

private:
    void writeConfiguration(const TestServer &server, const QMap<QString, QString> &settings);
    [[nodiscard]] QString configuration() const { return m_folder.file(QStringLiteral("pgbouncer.ini")); }

    ServerFolder m_folder;
    ProgramHandle m_program;
};

} // namespace tusk::tests
