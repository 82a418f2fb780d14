// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/windowsession.h"

#include "app/window/singleinstance.h"
#include "base/logging.h"
#include "environments/destructive.h"
#include "gui/environments/environmentlook.h"
#include "gui/environments/environmentswitcher.h"
#include "gui/import/firstrun.h"
#include "gui/settings/lastplace.h"
#include "gui/settings/sortings.h"
#include "gui/settings/startofday.h"
#include "models/databaselink.h"
#include "models/workspace.h"

#include <QGuiApplication>
#include <QPixmap>
#include <QSaveFile>

#include <utility>

namespace tusk::app
{

namespace
{

// Where the user was in it.
EnvironmentSet::Options setOptions(domain::InstallationId installation, const gui::Settings &settings)
{
    return {installation, [&settings](const QUuid &environment) {
                const domain::TodoFilter place = gui::lastPlace(settings, environment);
                return place.sorted(gui::sortingOf(settings, environment, place));
            }};
}

} // namespace

WindowSession::WindowSession(const ChosenDatabase &database, domain::InstallationId installation,
                             gui::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_environments(database, setOptions(installation, settings), m_clock)
    , m_desk(m_environments)
    , m_window(settings)
{
    m_window.setDesk(m_desk);
    if (isFirstRun(database))
        m_window.askHowToBegin();
    connect(&m_window, &gui::MainWindow::closeRequested, this, &WindowSession::onCloseRequested);
    connect(&m_days, &base::DayWatch::dayChanged, &m_environments, &EnvironmentSet::dayChanged);
    connect(&m_network, &base::NetworkWatch::changed, &m_environments, &EnvironmentSet::networkChanged);
    connectEnvironments();
    gui::followStartOfDay(settings, m_clock, m_days);
}

WindowSession::~WindowSession()
{
    m_environments.disconnect(this); // they outlive the window, which would be told
}

void WindowSession::connectEnvironments()
{
    connect(&m_environments, &EnvironmentSet::changed, this, &WindowSession::showEntries);
    connect(&m_environments, &EnvironmentSet::shownChanged, this, &WindowSession::showEnvironment);
    connect(&m_environments, &EnvironmentSet::leaving, &m_window, &gui::MainWindow::forgetEnvironment);
    connect(&m_window.switcher(), &gui::EnvironmentSwitcher::chosen, &m_environments, &EnvironmentSet::show);
    connect(&m_window, &gui::MainWindow::retryRequested, &m_environments, [this] {
        if (OpenEnvironment *shown = m_environments.shown())
            shown->open();
    });
    connect(&m_window, &gui::MainWindow::keyringCancelled, &m_environments, [this] {
        if (OpenEnvironment *shown = m_environments.shown())
            shown->giveUp();
    });
    connect(&m_window, &gui::MainWindow::passwordTyped, &m_environments, [this](const QString &password) {
        m_environments.keepForThisRun(m_environments.shownId(), password);
    });
    // The command line may have changed them while the window was in the background.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, &m_environments,
            [this](Qt::ApplicationState state) {
                if (state == Qt::ApplicationActive)
                    m_environments.reload();
            });
}

void WindowSession::showEntries()
{
    QList<gui::EnvironmentEntry> entries;
    for (const environments::EnvironmentProfile &profile : m_environments.profiles())
        entries.append(
            {profile.id, gui::environmentName(profile), gui::environmentColor(profile),
             stateOf(m_environments.open(profile.id)),
             environments::asksBefore(profile, environments::Destructive::Trash, environments::manyTodos),
             profile.kind == environments::EnvironmentKind::Production,
             environments::asksBefore(profile, environments::Destructive::Import)});
    m_window.switcher().setEntries(entries, m_environments.shownId());
}

void WindowSession::showEnvironment()
{
    const OpenEnvironment *shown = m_environments.shown();
    if (!shown)
        m_window.showStarting({});
    else if (shown->link())
        m_window.showEnvironment(*shown->link());
    else if (shown->error())
        showFailure(*shown->error());
    else if (shown->waitsForKeyring())
        m_window.showKeyringAsking(shown->progress());
    else
        m_window.showStarting(shown->progress());
}

// Of a password that nobody has kept only its user knows.
void WindowSession::showFailure(const base::Error &error)
{
    const QUuid &id = m_environments.shownId();
    const environments::EnvironmentProfile *profile = m_environments.find(id);
    if (profile && profile->secret.kind == environments::SecretSource::Kind::ThisRun)
        m_window.askForPassword(m_environments.refusal(id).value_or(error).sentence);
    else
        m_window.showFailure(error);
}

// Of who has set up databases already nothing has to be asked.
bool WindowSession::isFirstRun(const ChosenDatabase &database) const
{
    return database.isPrivate() && database.all.size() == 1 && !gui::FirstRun::wasAsked(m_settings);
}

void WindowSession::start()
{
    m_environments.show(m_environments.shownId());
    m_window.restorePlacement();
    m_window.show();
}

void WindowSession::raise(const QByteArray &token, const QUuid &environment)
{
    // Where Qt looks for it when a window is to be activated: on Wayland there is no other right to that.
    if (!token.isEmpty())
        qputenv(startToken, token);
    if (!environment.isNull())
        m_environments.reload(environment); // it may have been added just now
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
    const auto save = [this, file] {
        QSaveFile picture(file);
        if (!picture.open(QIODevice::WriteOnly) || !m_window.grab().save(&picture, "PNG") ||
            !picture.commit())
            qCWarning(base::logApp) << "the picture could not be saved:" << file;
    };
    connect(&m_window, &gui::MainWindow::firstRowsPainted, this, save, Qt::SingleShotConnection);
}

void WindowSession::onCloseRequested()
{
    if (!std::exchange(m_ending, true))
        m_environments.close([this] { Q_EMIT finished(); });
}

} // namespace tusk::app
