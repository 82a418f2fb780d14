// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/notificationlistener.h"

#include "data/session/conversation.h"
#include "data/session/errorclassifier.h"
#include "data/session/idlewatch.h"
#include "data/session/interruption.h"
#include "data/session/patientconnect.h"

namespace tusk::session
{

using namespace Qt::StringLiterals;

namespace
{

// A pooler invents the number that a server gives at the login. No process of a server has one as high, and
// 999 of 1,000 of those that are drawn from 32 bits are.
bool mayBeBackend(int process)
{
    constexpr int highest = 1 << 22; // that Linux gives; others stay far below
    return process > 0 && process <= highest;
}

base::Error pooledError()
{
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.detail = u"the number of the backend is not that of the login"_s;
    return error;
}

} // namespace

// What the thread needs, also when the NotificationListener is gone.
struct NotificationListener::Shared {
    const Id id;
    const base::ConnectionSettings settings;
    const base::InboxAddress home;
    const Reader reader;
    const std::shared_ptr<Interruption> interruption = std::make_shared<Interruption>();

    void tell(Event event) const
    {
        home.post([tellThem = reader, from = id, event = std::move(event)] { tellThem(from, event); });
    }

    base::Result<ConnectionHandle> subscribe(bool &isPooled);
    void tellNotices(PGconn *connection) const;
    Event listen(PGconn *connection, IdleWatch &watch);
};

// Whoever names a direct endpoint, be it the same, knows that it is one.
base::Result<ConnectionHandle> NotificationListener::Shared::subscribe(bool &isPooled)
{
    const Deadline deadline = std::chrono::steady_clock::now() + settings.connectTimeout;
    auto connected = connectPatiently(settings, *interruption, deadline);
    if (!connected)
        return connected;
    PGconn *connection = connected->get();
    const bool isNamed = !settings.directHost.isEmpty() || settings.directPort != 0;
    const int process = PQbackendPID(connection);
    isPooled = !isNamed && !mayBeBackend(process);
    if (isPooled)
        return pooledError();
    Exchange exchange(connection, interruption, settings.statementTimeout, "listen", settings.password);
    const auto backend =
        converseByScript(connection, exchange, "LISTEN tusk; SELECT pg_catalog.pg_backend_pid()");
    if (!backend)
        return backend.error();
    isPooled = !isNamed && backend->scalar().toInt() != process;
    if (isPooled)
        return pooledError();
    return connected;
}

void NotificationListener::Shared::tellNotices(PGconn *connection) const
{
    while (PGnotify *notice = PQnotifies(connection)) {
        tell({.kind = Event::Kind::Notified, .payload = notice->extra});
        PQfreemem(notice);
    }
}

// Until the end of the connection: that is what it gives back.
NotificationListener::Event NotificationListener::Shared::listen(PGconn *connection, IdleWatch &watch)
{
    while (!interruption->isRaised()) {
        tellNotices(connection);
        const Readiness ready =
            waitFor(PQsocket(connection), Interest::Read, interruption->bell(), noDeadline);
        if (ready.woken)
            interruption->bell().clear();
        if (!ready.readable)
            continue;
        if (auto alive = watch.look(); !alive) {
            tellNotices(connection); // what arrived just before the end
            return {.kind = Event::Kind::Ended, .reason = alive.error(), .byServer = watch.endedByServer()};
        }
    }
    return {.kind = Event::Kind::Ended, .reason = cancelledError({}, false)};
}

NotificationListener::NotificationListener(Id id, const base::ConnectionSettings &settings,
                                           base::InboxAddress home, Reader reader)
    : m_shared(new Shared{
          .id = id, .settings = settings.direct(), .home = std::move(home), .reader = std::move(reader)})
    , m_thread([shared = m_shared] { shared->tell(live(*shared)); })
{
}

NotificationListener::~NotificationListener()
{
    quit();
}

NotificationListener::Id NotificationListener::id() const
{
    return m_shared->id;
}

void NotificationListener::quit()
{
    m_shared->interruption->raise(Interruption::Level::ShutDown);
}

NotificationListener::Event NotificationListener::live(Shared &shared)
{
    bool isPooled = false;
    auto connection = shared.subscribe(isPooled);
    if (!connection)
        return {.kind = Event::Kind::Ended, .reason = connection.error(), .isPooled = isPooled};
    IdleWatch watch(connection->get(), shared.settings.password);
    shared.tell({.kind = Event::Kind::Listening});
    return shared.listen(connection->get(), watch);
}

} // namespace tusk::session
