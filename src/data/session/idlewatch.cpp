// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/idlewatch.h"

#include <poll.h>

namespace tusk::session
{

namespace
{

// Reset or timed out, as opposed to closed by the peer. To be asked before reading, which takes the error
// away.
bool hasFailed(int socket)
{
    pollfd watched{socket, POLLIN, 0};
    return poll(&watched, 1, 0) > 0 && (watched.revents & POLLERR) != 0;
}

} // namespace

IdleWatch::IdleWatch(PGconn *connection, QString password)
    : m_connection(connection)
    , m_password(std::move(password))
{
    PQsetNoticeReceiver(m_connection, &IdleWatch::receive, this);
}

base::Result<void> IdleWatch::look()
{
    const bool broken = hasFailed(PQsocket(m_connection));
    PQconsumeInput(m_connection);
    [[maybe_unused]] const int parsed = PQisBusy(m_connection); // hands notices to their receiver
    if (PQstatus(m_connection) == CONNECTION_OK && !m_goodbye.fatal)
        return {};
    m_endedByServer = m_goodbye.fatal || !broken;
    return connectionLostError(m_goodbye.fatal ? m_goodbye : reportOf(m_connection, m_password), {});
}

// Other notices have no reader.
void IdleWatch::receive(void *self, const PGresult *notice)
{
    auto *watch = static_cast<IdleWatch *>(self);
    if (Report report = reportOf(notice, watch->m_password); report.fatal)
        watch->m_goodbye = std::move(report);
}

} // namespace tusk::session
