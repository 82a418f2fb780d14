// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/privateserver.h"

#include "localserver/clusterlocation.h"
#include "localserver/servercontrol.h"

#include <utility>

namespace tusk::app
{

namespace
{

base::Result<void> dumpPrivateServer()
{
    const auto environment = localserver::Environment::current();
    const base::Result<localserver::ClusterLocation> location = localserver::locateCluster(environment);
    if (!location)
        return location.error();
    const localserver::Cancellation never;
    localserver::ServerControl control(environment, *location);
    const auto acquired = control.acquire(never);
    if (!acquired)
        return acquired.error();
    const base::Result<QString> dump = control.dump(QDateTime::currentDateTimeUtc(), never);
    if (!dump)
        return dump.error();
    return {};
}

} // namespace

PrivateServer::PrivateServer()
    : m_server(localserver::Environment::current())
{
    connect(&m_server, &localserver::LocalServer::ended, this, &PrivateServer::onEnded);
}

void PrivateServer::find(Found found)
{
    Q_EMIT progressed(tr("Starting your private database…"));
    m_server.start(std::move(found));
}

void PrivateServer::release(const std::function<void()> &released)
{
    m_released = true;
    m_server.release([released](const base::Result<void> &) { released(); });
}

ConnectionSource::Backup PrivateServer::backup() const
{
    return dumpPrivateServer;
}

void PrivateServer::onEnded(localserver::ServerEnd end)
{
    m_end = end;
    (void)bringBack(false);
}

// A crash is repaired; who stopped it on purpose is not contradicted until the user acts.
bool PrivateServer::bringBack(bool byUser)
{
    if (!m_end || m_released)
        return false;
    if (*m_end == localserver::ServerEnd::OnRequest && !byUser && !m_starting)
        return false;
    startAgain();
    return true;
}

// Somebody else has started it: watched, and used, like one that was started here.
void PrivateServer::reached()
{
    if (m_end && !m_released)
        startAgain();
}

void PrivateServer::startAgain()
{
    if (std::exchange(m_starting, true))
        return;
    m_server.start([this](const base::Result<base::ConnectionSettings> &settings) {
        m_starting = false;
        if (settings)
            m_end.reset();
        if (!m_released)
            Q_EMIT broughtBack(settings);
    });
}

} // namespace tusk::app
