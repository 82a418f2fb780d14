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

    base::Result<ConnectionHandle> subscribe();
    void tellNotices(PGconn *connection) const;
    Event listen(PGconn *connection, IdleWatch &watch);
};

base::Result<ConnectionHandle> NotificationListener::Shared::subscribe()
{
    const Deadline deadline = std::chrono::steady_clock::now() + settings.connectTimeout;
    auto connected = connectPatiently(settings, *interruption, deadline);
    if (!connected)
        return connected;
    const Statement listen{.name = "listen", .sql = "LISTEN tusk", .values = {}};
    PGconn *connection = connected->get();
    Exchange exchange(connection, interruption, settings.statementTimeout, listen.name, settings.password);
    if (auto done = converse(connection, exchange, listen); !done)
        return done.error();
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
    auto connection = shared.subscribe();
    if (!connection)
        return {.kind = Event::Kind::Ended, .reason = connection.error()};
    IdleWatch watch(connection->get(), shared.settings.password);
    shared.tell({.kind = Event::Kind::Listening});
    return shared.listen(connection->get(), watch);
}

} // namespace tusk::session
