// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/openenvironment.h"

#include "base/logging.h"
#include "models/workspace.h"

#include <chrono>
#include <utility>

namespace tusk::app
{

namespace
{

using namespace std::chrono_literals;

// What is on its way when the window closes usually arrives; what does not is sent next time.
constexpr auto lastWords = 3s;

} // namespace

OpenEnvironment::OpenEnvironment(std::unique_ptr<ConnectionSource> source,
                                 models::DatabaseLink::Options options, const base::Clock &clock)
    : m_source(std::move(source))
    , m_options(std::move(options))
    , m_clock(clock)
{
    m_options.backup = m_source->backup();
    m_patience.setSingleShot(true);
    m_patience.setInterval(lastWords);
    connect(&m_patience, &QTimer::timeout, this, &OpenEnvironment::letGo);
    connect(m_source.get(), &ConnectionSource::progressed, this, [this](const QString &sentence) {
        m_progress = sentence;
        Q_EMIT progressed();
    });
    m_options.bringBack = [source = m_source.get()](bool byUser) { return source->bringBack(byUser); };
    connect(m_source.get(), &ConnectionSource::broughtBack, this, &OpenEnvironment::onBroughtBack);
}

OpenEnvironment::~OpenEnvironment() = default;

void OpenEnvironment::open()
{
    if (m_link || m_finding)
        return;
    m_finding = true;
    m_error.reset();
    m_source->find([this](const base::Result<base::ConnectionSettings> &settings) { onFound(settings); });
}

bool OpenEnvironment::waitsForKeyring() const
{
    return m_finding && m_source->waitsForKeyring();
}

void OpenEnvironment::giveUp()
{
    if (waitsForKeyring())
        m_source->giveUp();
}

void OpenEnvironment::onFound(const base::Result<base::ConnectionSettings> &settings)
{
    m_finding = false;
    if (m_closing)
        return;
    if (!settings) {
        m_error = settings.error();
        Q_EMIT failed();
        return;
    }
    m_options.settings = *settings;
    m_link = std::make_unique<models::DatabaseLink>(m_options, m_clock);
    connect(m_link.get(), &models::DatabaseLink::stateChanged, this,
            [this](models::DatabaseLink::State state) {
                if (state == models::DatabaseLink::State::Ready)
                    m_source->reached();
            });
    Q_EMIT opened();
    m_link->open();
}

// A link cannot move: at another place there has to be another one.
void OpenEnvironment::onBroughtBack(const base::Result<base::ConnectionSettings> &settings)
{
    if (!m_link || m_closing)
        return;
    if (settings && *settings != m_options.settings)
        Q_EMIT moved();
    else
        m_link->broughtBack(settings ? base::Result<void>() : base::Result<void>(settings.error()));
}

void OpenEnvironment::close(std::function<void()> closed)
{
    m_closing = true;
    m_closed = std::move(closed);
    const bool canArrive = m_link && m_link->state() == models::DatabaseLink::State::Ready;
    if (!canArrive || m_link->workspace().pending().isEmpty()) {
        letGo();
        return;
    }
    connect(&m_link->workspace(), &models::Workspace::pendingChanged, this, &OpenEnvironment::letGoWhenSent);
    m_patience.start();
}

void OpenEnvironment::letGoWhenSent()
{
    if (m_link->workspace().pending().isEmpty())
        letGo();
}

void OpenEnvironment::letGo()
{
    m_patience.stop();
    if (m_link) {
        disconnect(&m_link->workspace(), nullptr, this, nullptr);
        const auto waiting = static_cast<int>(m_link->workspace().pending().size());
        if (waiting > 0)
            qCInfo(base::logApp).noquote() << tr(
                "%Ln change(s) are kept on this computer and will be sent next time.", nullptr, waiting);
        m_link->close();
    }
    m_source->release(std::exchange(m_closed, {}));
}

} // namespace tusk::app
