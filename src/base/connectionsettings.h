// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace tusk::base
{

// Where a PostgreSQL is and how to talk to it: a plain value, made by the environments or the local server
// and used by the session. The password lives in memory only; never write this value to a file or a log.
struct ConnectionSettings {
    QString host; // name, address, or an absolute path: the directory of a unix socket
    int port = 5432;
    QString database;
    QString user;
    QString password;
    QString sslMode;        // libpq's words; empty: libpq's default
    QString sslRootCert;    // path; empty: libpq's default where sslMode checks it, else none
    QString channelBinding; // disable, prefer, require; empty: libpq's default
    QString applicationName = QStringLiteral("tusk");

    // The endpoint without a pooler, for migrations and LISTEN; empty: the same as host and port.
    QString directHost;
    int directPort = 0;

    int poolSize = 2;      // backends used for statements, at least 1
    int minimumIdle = 0;   // of them, kept open when nothing happens
    bool listen = true;    // keep a connection that waits for NOTIFY
    bool readOnly = false; // no statement may change anything
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds acquireTimeout{30'000};   // waiting for a free connection
    std::chrono::milliseconds statementTimeout{14'000}; // silence after which a peer counts as frozen
    std::chrono::seconds keepAliveIdle{4};              // TCP keepalive and tcp_user_timeout
    std::chrono::seconds keepAliveInterval{2};
    int keepAliveCount = 2;
    std::chrono::seconds recycleAge{1'800}; // of an idle connection, before it is closed; 0: never
    bool prePing = true;                    // look at the socket before a statement is sent

    bool operator==(const ConnectionSettings &) const = default;

    [[nodiscard]] bool isLocalSocket() const { return host.startsWith(QLatin1Char('/')); }
    // The same settings, aimed at the direct endpoint.
    [[nodiscard]] ConnectionSettings direct() const
    {
        ConnectionSettings settings = *this;
        if (!directHost.isEmpty())
            settings.host = directHost;
        if (directPort != 0)
            settings.port = directPort;
        return settings;
    }
};

} // namespace tusk::base
