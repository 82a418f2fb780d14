// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/windowsession.h"

#include "app/unsentfolder.h"
#include "base/logging.h"
#include "gui/settings/lastplace.h"
#include "localserver/clusterlocation.h"
#include "localserver/servercontrol.h"
#include "models/workspace.h"

#include <QPixmap>
#include <QSaveFile>

#include <chrono>

namespace tusk::app
{

namespace
{

using namespace std::chrono_literals;

// What is on its way when the window closes usually arrives; what does not is sent next time.
constexpr auto lastWords = 3s;

// Runs on the session's thread, before the first migration of a database that holds todos.
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

WindowSession::WindowSession(std::optional<base::ConnectionSettings> database,
                             domain::InstallationId installation, gui::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_given(std::move(database))
    , m_settings(settings)
    , m_installation(installation)
    , m_window(settings)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(lastWords);
    connect(&m_patience, &QTimer::timeout, this, &WindowSession::putAway);
    connect(&m_window, &gui::MainWindow::closeRequested, this, &WindowSession::onCloseRequested);
    connect(&m_days, &base::DayWatch::dayChanged, this, [this] {
        if (m_link)
            m_link->workspace().dayChanged();
    });
    connect(&m_window, &gui::MainWindow::retryRequested, this, &WindowSession::start);
}

WindowSession::~WindowSession() = default;

void WindowSession::start()
{
    if (m_given)
        openDatabase(*m_given, m_given->database);
    else
        startServer();
    if (!m_window.isVisible()) {
        m_window.restorePlacement();
        m_window.show();
    }
}

void WindowSession::startServer()
{
    m_window.showStarting();
    m_server = std::make_unique<localserver::LocalServer>(localserver::Environment::current());
    connect(m_server.get(), &localserver::LocalServer::ended, this, [this](localserver::ServerEnd end) {
        // A crash is repaired; who stopped it on purpose is not contradicted until the user acts.
        if (end == localserver::ServerEnd::Unexpected && !m_ending)
            m_server->start([this](const base::Result<base::ConnectionSettings> &) {
                if (m_link)
                    m_link->retryNow();
            });
    });
    m_server->start([this](const base::Result<base::ConnectionSettings> &settings) {
        if (settings)
            openDatabase(*settings, tr("Local"));
        else
            m_window.showFailure(settings.error());
    });
}

void WindowSession::openDatabase(const base::ConnectionSettings &settings, const QString &name)
{
    models::DatabaseLink::Options options;
    options.name = name;
    options.settings = settings;
    options.unsentFolder = unsentFolder(m_given);
    options.installation = m_installation;
    options.firstPlace = gui::lastPlace(m_settings);
    if (!m_given)
        options.backup = dumpPrivateServer;
    m_link = std::make_unique<models::DatabaseLink>(std::move(options), m_clock);
    m_window.showEnvironment(*m_link);
    m_link->open();
}

void WindowSession::raise()
{
    m_window.show();
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.activateWindow();
}

void WindowSession::quit()
{
    m_window.closeAtOnce();
}

void WindowSession::savePictureTo(const QString &file)
{
    connect(&m_window, &gui::MainWindow::firstRowsPainted, this, [this, file] {
        QSaveFile picture(file);
        if (!picture.open(QIODevice::WriteOnly) || !m_window.grab().save(&picture, "PNG") ||
            !picture.commit())
            qCWarning(base::logApp) << "the picture could not be saved:" << file;
    });
}

void WindowSession::onCloseRequested()
{
    if (m_ending)
        return;
    m_ending = true;
    if (!m_link || m_link->workspace().pending().isEmpty() ||
        m_link->state() != models::DatabaseLink::State::Ready) {
        putAway();
        return;
    }
    connect(&m_link->workspace(), &models::Workspace::pendingChanged, this, &WindowSession::finishWhenSent);
    m_patience.start();
}

void WindowSession::finishWhenSent()
{
    if (m_link->workspace().pending().isEmpty())
        putAway();
}

void WindowSession::putAway()
{
    m_patience.stop();
    if (m_link) {
        disconnect(&m_link->workspace(), nullptr, this, nullptr);
        const auto waiting = static_cast<int>(m_link->workspace().pending().size());
        if (waiting > 0)
            qCInfo(base::logApp).noquote()
                << tr("%n change(s) are kept on this computer and will be sent next time.", nullptr, waiting);
        m_link->close();
    }
    if (!m_server) {
        Q_EMIT finished();
        return;
    }
    m_server->release([this](const base::Result<void> &) { Q_EMIT finished(); });
}

} // namespace tusk::app
