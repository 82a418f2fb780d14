// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/listenerkeeper.h"

#include <utility>

namespace tusk::session
{

namespace
{

constexpr int endsToTell = 2; // what is over with the first try again is nobody's worry

} // namespace

ListenerKeeper::ListenerKeeper(base::ConnectionSettings settings, RetryPolicy::Spans spans,
                               std::function<bool()> isQuiet, std::function<bool()> mayConnect)
    : m_settings(std::move(settings))
    , m_isQuiet(std::move(isQuiet))
    , m_mayConnect(std::move(mayConnect))
    , m_restAtStandby(spans.ceiling)
    , m_retry(spans)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ListenerKeeper::start);
}

void ListenerKeeper::start()
{
    if (!m_settings.listen || m_refused || m_isPooled || m_listener || m_timer.isActive() ||
        !m_restEnds.hasExpired() || !m_mayConnect())
        return;
    m_listener = std::make_unique<NotificationListener>(
        ++m_lastId, m_settings, m_inbox.address(),
        [this](NotificationListener::Id id, const NotificationListener::Event &event) { handle(id, event); });
}

void ListenerKeeper::retryNow()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    start();
}

void ListenerKeeper::stop()
{
    if (!m_refused)
        forgetFailure();
    pause();
}

void ListenerKeeper::pause()
{
    m_timer.stop();
    m_restEnds = QDeadlineTimer(0); // the next connection may lead to another server
    if (!m_listener)
        return;
    m_listener->quit();
    m_leaving.push_back(std::move(m_listener));
}

void ListenerKeeper::forgetRefusal()
{
    m_refused = false;
    forgetFailure();
    m_retry.reset();
}

void ListenerKeeper::forgetFailure()
{
    m_ends = 0;
    m_failure.reset();
}

bool ListenerKeeper::isDeaf() const
{
    return !m_settings.listen || m_refused || m_isPooled || m_toldOfStandby || m_failure;
}

void ListenerKeeper::handle(NotificationListener::Id id, const NotificationListener::Event &event)
{
    if (!m_listener || m_listener->id() != id) {
        if (event.kind == NotificationListener::Event::Kind::Ended)
            std::erase_if(m_leaving, [id](const auto &listener) { return listener->id() == id; });
        return;
    }
    switch (event.kind) {
    case NotificationListener::Event::Kind::Listening:
        m_retry.reset();
        forgetFailure();
        m_toldOfStandby = false;
        Q_EMIT listening();
        break;
    case NotificationListener::Event::Kind::Notified:
        Q_EMIT notified(event.payload);
        break;
    case NotificationListener::Event::Kind::Ended:
        planNext(event);
        break;
    }
}

void ListenerKeeper::planNext(const NotificationListener::Event &end)
{
    m_listener.reset();
    if (end.isPooled) {
        m_isPooled = true;
        forgetFailure(); // it could be asked
        Q_EMIT foundPooler();
        return;
    }
    if (end.reason.kind == base::ErrorKind::ReadOnlyServer) {
        restAtStandby();
        return;
    }
    if (end.byServer && m_isQuiet())
        return;
    planAgain(end.reason);
}

void ListenerKeeper::planAgain(const base::Error &why)
{
    if (const auto pause = m_retry.next(why.kind)) {
        m_timer.start(*pause);
        if (++m_ends >= endsToTell && std::exchange(m_failure, why) != why)
            Q_EMIT failed();
        return;
    }
    m_refused = true;
    m_failure = why;
    Q_EMIT refused(why);
}

// It refuses LISTEN until it is promoted, and nobody tells of that: it is asked again when it is used, but
// not each time.
void ListenerKeeper::restAtStandby()
{
    m_restEnds = QDeadlineTimer(m_restAtStandby);
    const bool hadFailed = m_failure.has_value();
    forgetFailure(); // it could be asked
    if (!std::exchange(m_toldOfStandby, true))
        Q_EMIT foundStandby();
    else if (hadFailed)
        Q_EMIT failed();
}

} // namespace tusk::session
