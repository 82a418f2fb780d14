// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/error.h"
#include "base/inbox.h"
#include "data/session/partingthread.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace tusk::session
{

// A thread with one connection to the direct endpoint that does nothing but LISTEN tusk: no statement after
// that, no heartbeat, so a serverless database can go to sleep. A pooler of transactions would give what is
// announced to anybody, so where the settings name no direct endpoint it does not listen through one. A
// silent death is noticed by TCP keepalive. Ends with its connection; the session decides when to start the
// next one. Thread: made and used on the session's; what happens is told through the session's Inbox.
class NotificationListener final
{
public:
    using Id = quint64;

    struct Event {
        enum class Kind { Listening, Notified, Ended };
        Kind kind = Kind::Ended;
        QByteArray payload = {}; // of Notified
        base::Error reason = {}; // of Ended
        bool byServer = false;   // Ended: the server said goodbye in order; the network did not fail
        bool isPooled = false;   // Ended: this is no way to listen, and no other one is known
    };
    using Reader = std::function<void(Id, const Event &)>;

    NotificationListener(Id id, const base::ConnectionSettings &settings, base::InboxAddress home,
                         Reader reader);
    ~NotificationListener(); // as quit(), and waits a moment for the thread, see PartingThread
    Q_DISABLE_COPY_MOVE(NotificationListener)

    [[nodiscard]] Id id() const;

    void quit(); // never waits

private:
    struct Shared;
    static Event live(Shared &shared);

    std::shared_ptr<Shared> m_shared;
    PartingThread m_thread;
};

} // namespace tusk::session
