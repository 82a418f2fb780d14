// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/pidfile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

PidFile PidFile::parse(const QByteArray &content)
{
    // Lines, from one: pid, data directory, start time, port, socket folder, listen address, shared memory,
    // status.
    constexpr int pidLine = 0;
    constexpr int portLine = 3;
    constexpr int socketLine = 4;
    constexpr int statusLine = 7;
    const QList<QByteArray> lines = content.split('\n');
    PidFile file;
    file.pid = std::max(lines.value(pidLine).trimmed().toInt(), 0);
    file.port = lines.value(portLine).trimmed().toInt();
    file.socketFolder = QFile::decodeName(lines.value(socketLine));
    file.status = lines.value(statusLine).trimmed();
    return file;
}

std::optional<PidFile> PidFile::read(const QString &cluster)
{
    QFile file(cluster + "/postmaster.pid"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return parse(file.readAll());
}

} // namespace tusk::localserver
