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

using namespace std::chrono_literals;

namespace
{

constexpr auto partingPatience = 100ms;

} // namespace

// What the thread needs, also when the NotificationListener is gone.
struct NotificationListener::Shared {
    const Id id;
    const base::ConnectionSettings settings;
    const base::InboxAddress home;
    const Reader reader;
    const std::shared_ptr<Interruption> interruption = std::make_shared<Interruption>();
    WakeUp ended{};

    void tell(Event event) const
    {
        home.post([tellThem = reader, from = id, event = std::move(event)] { tellThem(from, event); });
    }
    void tellEnd(const base::Error &reason, bool byServer = false) const
    {
        tell({.kind = Event::Kind::Ended, .reason = reason, .byServer = byServer});
    }

    base::Result<ConnectionHandle> subscribe();
    void tellNotices(PGconn *connection) const;
    void listen(PGconn *connection, IdleWatch &watch);
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

void NotificationListener::Shared::listen(PGconn *connection, IdleWatch &watch)
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
            tellEnd(alive.error(), watch.endedByServer());
            return;
        }
    }
    tellEnd(cancelledError({}, false));
}

NotificationListener::NotificationListener(Id id, const base::ConnectionSettings &settings,
                                           base::InboxAddress home, Reader reader)
    : m_shared(new Shared{
          .id = id, .settings = settings.direct(), .home = std::move(home), .reader = std::move(reader)})
    , m_thread([shared = m_shared] {
        run(shared);
        shared->ended.ring();
    })
{
}

NotificationListener::~NotificationListener()
{
    m_shared->interruption->raise(Interruption::Level::ShutDown);
    const Deadline patience = std::chrono::steady_clock::now() + partingPatience;
    if (waitFor(-1, Interest::Read, m_shared->ended, patience).woken)
        m_thread.join();
    else
        m_thread.detach();
}

NotificationListener::Id NotificationListener::id() const
{
    return m_shared->id;
}

void NotificationListener::run(const std::shared_ptr<Shared> &shared)
{
    auto connection = shared->subscribe();
    if (!connection) {
        shared->tellEnd(connection.error());
        return;
    }
    IdleWatch watch(connection->get(), shared->settings.password);
    shared->tell({.kind = Event::Kind::Listening});
    shared->listen(connection->get(), watch);
}

} // namespace tusk::session
