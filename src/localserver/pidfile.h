// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <sys/types.h>

namespace tusk::localserver
{

// What a postmaster writes to postmaster.pid in its data directory.
struct PidFile {
    pid_t pid = 0;        // 0: the file is empty or not readable as such
    int port = 0;         // names the socket
    QString socketFolder; // empty until the server listens
    QByteArray status;    // "starting", "ready", "stopping", "standby"; empty in the first moments

    [[nodiscard]] static PidFile parse(const QByteArray &content);
    // Nothing if there is no such file.
    [[nodiscard]] static std::optional<PidFile> read(const QString &cluster);

    bool operator==(const PidFile &) const = default;
};

} // namespace tusk::localserver
