// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/processsetup.h"

#include "app/texts.h"
#include "base/freedmemory.h"
#include "data/session/conninfo.h"
#include "data/session/partingthread.h"

#include <QStringDecoder>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <langinfo.h>
#include <pwd.h>
#include <sys/resource.h>
#include <unistd.h>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;

// Qt does so itself, but with a warning on the terminal.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    // LC_ALL outranks LC_CTYPE, LANG is outranked by it: the rest of the locale stays.
    if (const QByteArray all = qgetenv("LC_ALL"); !all.isEmpty()) {
        qputenv("LANG", all);
        qunsetenv("LC_ALL");
    }
    qputenv("LC_CTYPE", "C.UTF-8");
}

// Qt would take the root folder for it, and read and write there.
void findHome()
{
    if (!qEnvironmentVariableIsEmpty("HOME"))
        return;
    if (const passwd *account = ::getpwuid(::getuid()); account && account->pw_dir && *account->pw_dir)
        qputenv("HOME", account->pw_dir);
}

template <size_t N>
bool contains(const QLatin1StringView (&names)[N], QStringView wanted)
{
    return std::ranges::any_of(names, [wanted](QLatin1StringView name) { return name == wanted; });
}

// Qt calls exit() where the X server goes away: the threads of connections go on meanwhile.
void endWithoutDestructors()
{
    if (session::PartingThread::anyRunning()) {
        std::fflush(nullptr);
        std::_Exit(EXIT_FAILURE);
    }
}

// What a crash leaves on the disk would hold passwords. Programs that gather crashes keep to this limit as
// well.
void keepOutOfCores()
{
    const rlimit none{};
    setrlimit(RLIMIT_CORE, &none);
}

// Options of Qt's window programs that take the next argument; all others stand alone.
bool takesValue(QStringView option)
{
    static constexpr QLatin1StringView names[] = {"env"_L1,
                                                  "platform"_L1,
                                                  "platformpluginpath"_L1,
                                                  "platformtheme"_L1,
                                                  "plugin"_L1,
                                                  "style"_L1,
                                                  "stylesheet"_L1,
                                                  "qwindowgeometry"_L1,
                                                  "geometry"_L1,
                                                  "qwindowicon"_L1,
                                                  "icon"_L1,
                                                  "qwindowtitle"_L1,
                                                  "title"_L1,
                                                  "session"_L1,
                                                  "display"_L1};
    return contains(names, option);
}

bool standsAlone(QStringView option)
{
    static constexpr QLatin1StringView names[] = {"reverse"_L1, "nograb"_L1, "dograb"_L1, "sync"_L1,
                                                  "widgetcount"_L1};
    return option.startsWith("qmljsdebugger"_L1) || contains(names, option);
}

} // namespace

void prepareProcess()
{
    keepOutOfCores();
    base::keepFreedMemory();
    useUtf8();
    findHome();
    session::forgetLibpqEnvironment();
    std::atexit(endWithoutDestructors);
}

base::Result<QStringList> decodedArguments(int count, const char *const *words)
{
    QStringList arguments;
    for (int i = 1; i < count; ++i) {
        QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless); // a cut-off end counts
        const QString argument = decode(QByteArrayView(words[i]));
        if (decode.hasError()) {
            base::Error error;
            error.kind = base::ErrorKind::InvalidInput;
            error.sentence =
                Text::tr("Argument %1 is damaged: it is not text in UTF-8; nothing was changed.").arg(i);
            return error;
        }
        arguments.append(argument);
    }
    return arguments;
}

std::optional<WindowRequest> windowRequest(const QStringList &arguments)
{
    WindowRequest request;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (!arguments.at(i).startsWith(u'-'))
            return std::nullopt;
        const QString option = arguments.at(i).sliced(arguments.at(i).startsWith("--"_L1) ? 2 : 1);
        const QString name = option.section(u'=', 0, 0);
        if (!takesValue(name) && !standsAlone(name))
            return std::nullopt;
        const bool valueFollows = takesValue(name) && !option.contains(u'=');
        i += valueFollows;
        if (name == "env"_L1)
            request.environment = valueFollows ? arguments.value(i) : option.section(u'=', 1);
    }
    return request;
}

int leave(int exitCode)
{
    if (session::PartingThread::anyRunning()) {
        std::fflush(nullptr);
        std::_Exit(exitCode);
    }
    return exitCode;
}

} // namespace tusk::app
