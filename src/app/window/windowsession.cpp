// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/windowsession.h"

#include "app/unsentfolder.h"
#include "app/window/privateserver.h"
#include "app/window/profileconnection.h"
#include "app/window/singleinstance.h"
#include "base/logging.h"
#include "gui/settings/lastplace.h"
#include "gui/settings/sortings.h"
#include "gui/settings/startofday.h"
#include "models/workspace.h"

#include <QPixmap>
#include <QSaveFile>

#include <utility>

namespace tusk::app
{

WindowSession::WindowSession(ChosenDatabase database, domain::InstallationId installation,
                             gui::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_settings(settings)
    , m_installation(installation)
    , m_window(settings)
{
    connect(&m_window, &gui::MainWindow::closeRequested, this, &WindowSession::onCloseRequested);
    connect(&m_days, &base::DayWatch::dayChanged, this, [this] {
        if (m_environment->link())
            m_environment->link()->workspace().dayChanged();
    });
    makeEnvironment();
    connect(&m_window, &gui::MainWindow::retryRequested, m_environment.get(), &OpenEnvironment::open);
    gui::followStartOfDay(settings, m_clock, m_days);
}

WindowSession::~WindowSession() = default;

void WindowSession::makeEnvironment()
{
    const environments::EnvironmentProfile &profile = m_database.environment;
    std::unique_ptr<ConnectionSource> source;
    models::DatabaseLink::Options options;
    options.unsentFolder = unsentFolder(m_database.address());
    options.installation = m_installation;
    if (m_database.url) {
        options.name = m_database.url->database;
        source = std::make_unique<GivenConnection>(*m_database.url);
    } else if (profile.isPrivateServer()) {
        options.name = profile == environments::privateServerProfile() ? tr("Local") : profile.name;
        source = std::make_unique<PrivateServer>();
    } else {
        options.name = profile.name;
        source = std::make_unique<ProfileConnection>(profile);
    }
    const domain::TodoFilter place = gui::lastPlace(m_settings);
    options.firstPlace = place.sorted(gui::sortingOf(m_settings, options.name, place));
    m_environment = std::make_unique<OpenEnvironment>(std::move(source), std::move(options), m_clock);
    const auto show = [this] { showEnvironment(); };
    connect(m_environment.get(), &OpenEnvironment::progressed, this, show);
    connect(m_environment.get(), &OpenEnvironment::opened, this, show);
    connect(m_environment.get(), &OpenEnvironment::failed, this, show);
}

void WindowSession::showEnvironment()
{
    if (m_environment->link())
        m_window.showEnvironment(*m_environment->link());
    else if (m_environment->error())
        m_window.showFailure(*m_environment->error());
    else
        m_window.showStarting(m_environment->progress());
}

void WindowSession::start()
{
    m_environment->open();
    m_window.restorePlacement();
    m_window.show();
}

void WindowSession::raise(const QByteArray &token)
{
    // Where Qt looks for it when a window is to be activated: on Wayland there is no other right to that.
    if (!token.isEmpty())
        qputenv(startToken, token);
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
    if (!std::exchange(m_ending, true))
        m_environment->close([this] { Q_EMIT finished(); });
}

} // namespace tusk::app
