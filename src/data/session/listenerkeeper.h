// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/inbox.h"
#include "data/session/notificationlistener.h"
#include "data/session/retrypolicy.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tusk::session
{

// Keeps one NotificationListener going while the session wants it: starts the next one when a connection
// ends, after a pause, unless the server has gone to sleep. Thread: that of the session.
class ListenerKeeper final : public QObject
{
    Q_OBJECT

public:
    // isQuiet: whether a server that ends the connection now has gone to sleep and is not to be woken.
    // mayConnect: false while another connection finds out whether the password is still right; start() is
    // called when it has.
    ListenerKeeper(base::ConnectionSettings settings, RetryPolicy::Spans spans, std::function<bool()> isQuiet,
                   std::function<bool()> mayConnect);

    // Unless it listens already, is about to, or was refused, be it for good or, by a standby, a moment ago.
    void start();
    void retryNow();                           // ends the pause before the next try
    void retryRefused() { m_refused = false; } // with the next start()
    void stop();                               // never waits
    void pause();                              // the same while the server sleeps: a failure() lasts
    void forgetRefusal();
    // Whether nothing that is announced will be heard, for all that is known.
    [[nodiscard]] bool isDeaf() const;
    // Why it does not listen although it should, be it tried again or not; until it listens, finds
    // that it cannot here, or is stopped and was not refused.
    [[nodiscard]] const std::optional<base::Error> &failure() const { return m_failure; }

Q_SIGNALS:
    // Each is the last thing that happens here: its slots may destroy the keeper.
    void listening();
    void notified(const QByteArray &payload);
    void foundPooler();                         // once: nothing is listened to
    void foundStandby();                        // the same, once until it listens
    void failed();                              // there is another failure(), or none; it is tried again
    void refused(const tusk::base::Error &why); // the same; it will not be tried again

private:
    void handle(NotificationListener::Id id, const NotificationListener::Event &event);
    void planNext(const NotificationListener::Event &end);
    void planAgain(const base::Error &why);
    void restAtStandby();
    void forgetFailure();

    const base::ConnectionSettings m_settings;
    const std::function<bool()> m_isQuiet;
    const std::function<bool()> m_mayConnect;
    NotificationListener::Id m_lastId = 0;
    std::unique_ptr<NotificationListener> m_listener;
    std::vector<std::unique_ptr<NotificationListener>> m_leaving; // told to quit; gone when they say so
    bool m_refused = false;
    bool m_isPooled = false; // which stays so
    const std::chrono::milliseconds m_restAtStandby;
    QDeadlineTimer m_restEnds;
    bool m_toldOfStandby = false;
    int m_ends = 0; // in a row, without listening in between
    std::optional<base::Error> m_failure;
    RetryPolicy m_retry;
    QTimer m_timer;
    base::Inbox m_inbox; // last, so that it goes first: what arrives after that is dropped
};

} // namespace tusk::session
