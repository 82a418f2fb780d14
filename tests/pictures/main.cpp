// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// Makes pictures of the window to look at, with todos that somebody might have:
//     xvfb-run -a -s "-screen 0 2800x1800x24" tusk-pictures FOLDER [SCENE...]
// A real screen and a real PostgreSQL stand behind them. Scale 2 and right-to-left need a program of their
// own and are started by this one.

#include "app/translations.h"
#include "demotodos.h"
#include "scenes.h"
#include "support/temporaryhome.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>
#include <QProcess>

#include <cstdio>

using namespace tusk;
using namespace Qt::StringLiterals;

namespace
{

// The same program once more, with what Qt reads at its start only.
bool runAgain(const QStringList &arguments, const QString &variable, const QString &value)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!variable.isEmpty())
        environment.insert(variable, value);
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::ForwardedChannels);
    program.start(QCoreApplication::applicationFilePath(), arguments);
    return program.waitForFinished(-1) && program.exitCode() == 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    app::installTranslations(application, QLocale::c()); // “1 todo”, “2 todos”
    const tests::TemporaryHome home;                     // the window as a new user sees it
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption(
        {u"suffix"_s,
         u"Appended to the names of the pictures; makes only a few scenes, unless some are named."_s,
         u"text"_s});
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    parser.addPositionalArgument(u"scene"_s, u"Only these."_s, u"[scene...]"_s);
    parser.process(application);
    QStringList wanted = parser.positionalArguments();
    if (wanted.isEmpty())
        parser.showHelp(2);
    const QString folder = wanted.takeFirst();
    if (!QDir().mkpath(folder)) {
        std::fputs("the folder cannot be made\n", stderr);
        return 1;
    }
    const QString suffix = parser.value(u"suffix"_s);
    if (!suffix.isEmpty() && wanted.isEmpty())
        wanted = {u"today"_s,         u"settings"_s,           u"menu"_s,  u"date"_s,     u"import-mapping"_s,
                  u"palette"_s,       u"several-selected"_s,   u"empty"_s, u"upcoming"_s, u"environments"_s,
                  u"settings-keys"_s, u"settings-appearance"_s};
    if (!pictures::takePictures(folder, suffix, wanted))
        return 1;
    if (!suffix.isEmpty() || !wanted.isEmpty())
        return 0;
    const bool scaled = runAgain({u"--suffix"_s, u"-scale2"_s, folder}, u"QT_SCALE_FACTOR"_s, u"2"_s);
    const bool mirrored = runAgain({u"-reverse"_s, u"--suffix"_s, u"-rtl"_s, folder}, {}, {});
    const bool between =
        runAgain({u"--suffix"_s, u"-scale1.25"_s, folder, u"today"_s}, u"QT_SCALE_FACTOR"_s, u"1.25"_s);
    return scaled && mirrored && between ? 0 : 1;
}
