// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/listenerkeeper.h"

namespace tusk::session
{

ListenerKeeper::ListenerKeeper(base::ConnectionSettings settings, RetryPolicy::Spans spans,
                               std::function<bool()> isQuiet, std::function<bool()> mayConnect)
    : m_settings(std::move(settings))
    , m_isQuiet(std::move(isQuiet))
    , m_mayConnect(std::move(mayConnect))
    , m_retry(spans)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ListenerKeeper::start);
}

void ListenerKeeper::start()
{
    if (!m_settings.listen || m_refused || m_isPooled || m_listener || m_timer.isActive() || !m_mayConnect())
        return;
    m_listener = std::make_unique<NotificationListener>(
        ++m_lastId, m_settings, m_inbox.address(),
        [this](NotificationListener::Id id, const NotificationListener::Event &event) { handle(id, event); });
}

void ListenerKeeper::stop()
{
    m_timer.stop();
    if (!m_listener)
        return;
    m_listener->quit();
    m_leaving.push_back(std::move(m_listener));
}

void ListenerKeeper::forgetRefusal()
{
    m_refused = false;
    m_retry.reset();
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
        Q_EMIT foundPooler();
        return;
    }
    if (end.byServer && m_isQuiet())
        return;
    if (const auto pause = m_retry.next(end.reason.kind)) {
        m_timer.start(*pause);
        return;
    }
    m_refused = true;
    Q_EMIT refused(end.reason);
}

} // namespace tusk::session
