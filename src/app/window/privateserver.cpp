// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/privateserver.h"

#include "localserver/clusterlocation.h"
#include "localserver/servercontrol.h"

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

// A crash is repaired; who stopped it on purpose is not contradicted until the user acts.
void PrivateServer::onEnded(localserver::ServerEnd end)
{
    if (end != localserver::ServerEnd::Unexpected || m_released)
        return;
    m_server.start([this](const base::Result<base::ConnectionSettings> &) { Q_EMIT returned(); });
}

} // namespace tusk::app
