// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/windowapplication.h"

#include "app/failure.h"
#include "app/installation.h"
#include "app/signalwatch.h"
#include "app/translations.h"
#include "app/unsentfolder.h"
#include "app/window/singleinstance.h"
#include "app/window/windowsession.h"
#include "base/paths.h"
#include "base/sessionbus.h"
#include "gui/settings/appearancesettings.h"
#include "gui/settings/settings.h"
#include "gui/theme/desktopsettings.h"
#include "gui/theme/icons.h"
#include "gui/theme/themekeeper.h"

#include <QApplication>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace tusk::app
{

namespace
{

constexpr std::chrono::milliseconds patienceWithBus(800); // it may be busy while the desktop starts

int fail(const base::Error &error)
{
    std::fputs(qUtf8Printable(error.sentence + u'\n'), stderr);
    return static_cast<int>(failureFrom(error).code);
}

// Qt waits for the bus before the window comes and when it has gone, and for one that says nothing it waits
// for good. So such a bus is none for this process, and the window does without what the desktop says there.
void leaveMuteBus()
{
    const QString bus = gui::DesktopSettings::sessionBusAddress();
    if (!bus.isEmpty() && !base::busAnswers(bus, patienceWithBus))
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
}

// Qt ends the program where it finds no screen, with a core and with words for programmers.
void endWithASentence(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtFatalMsg) {
        const QString sentence =
            QCoreApplication::translate("Window", "Tusk cannot show its window: there is no screen here. Its "
                                                  "commands work without one; “tusk --help” shows them.");
        std::fputs(qUtf8Printable(sentence + u'\n'), stderr);
        std::fflush(nullptr);
        std::_Exit(static_cast<int>(ExitCode::Refused));
    }
    const bool isAboutTheScreen = qstrncmp(context.category, "qt.qpa", 6) == 0;
    if (!isAboutTheScreen)
        std::fputs(qUtf8Printable(qFormatLogMessage(type, context, message) + u'\n'), stderr);
}

// One window for all environments of a user and a private server; a database that was named past them has its
// own.
QString windowKey(const ChosenDatabase &database)
{
    if (!database.url)
        return base::dataFolder() + u'\n' + otherCluster();
    return base::dataFolder() + u'\n' + unsentFolder(*database.url) + u'\n' + database.url->user;
}

int raiseFirst(SingleInstance &instance, const QByteArray &token, const QUuid &environment)
{
    QObject::connect(&instance, &SingleInstance::done, qApp, [](bool heard) {
        if (!heard)
            std::fputs(
                qUtf8Printable(
                    QApplication::translate("Window", "Tusk is open already, but does not answer.") + u'\n'),
                stderr);
        QCoreApplication::exit(static_cast<int>(heard ? ExitCode::Done : ExitCode::Refused));
    });
    instance.raiseFirst(token, environment);
    return QApplication::exec();
}

} // namespace

int runWindow(int &count, char **words, const ChosenDatabase &database)
{
    leaveMuteBus();
    const QByteArray token = qgetenv(startToken); // Qt may use it up
    const QtMessageHandler usual = qInstallMessageHandler(&endWithASentence);
    QApplication application(count, words);
    qInstallMessageHandler(usual);
    gui::Settings settings(base::configFolder(), base::stateFolder());
    installTranslations(application, gui::textLocale(settings));
    QApplication::setApplicationName(QStringLiteral("tusk"));
    QApplication::setDesktopFileName(QStringLiteral("io.github.tusk_todo.Tusk"));
    QApplication::setApplicationVersion(QStringLiteral(TUSK_VERSION));
    QApplication::setQuitOnLastWindowClosed(false); // what is on its way is sent first
    gui::ThemeKeeper themeKeeper;
    const gui::DesktopSettings desktop;
    QObject::connect(&desktop, &gui::DesktopSettings::changed, &themeKeeper,
                     [&] { themeKeeper.setDesktop(desktop.appearance()); });
    gui::followAppearance(settings, themeKeeper);
    QApplication::setWindowIcon(gui::applicationIcon());

    for (const QString &notice : database.notices)
        std::fputs(qUtf8Printable(notice + u'\n'), stderr);
    const base::Result<domain::InstallationId> installation = installationId(base::stateFolder());
    if (!installation)
        return fail(installation.error());

    SingleInstance instance(windowKey(database));
    if (!instance.claim())
        return raiseFirst(instance, token, database.isNamed ? database.environment.id : QUuid());

    adoptUnsent(database.all);
    WindowSession session(database, *installation, settings);
    SignalWatch signalWatch;
    QObject::connect(&signalWatch, &SignalWatch::interrupted, &session, &WindowSession::quit);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &session, &WindowSession::raise);
    QObject::connect(&session, &WindowSession::finished, &application, &QCoreApplication::quit);
    if (const QString picture = qEnvironmentVariable("TUSK_SCREENSHOT"); !picture.isEmpty())
        session.savePictureTo(picture);
    session.start();
    return QApplication::exec();
}

} // namespace tusk::app
