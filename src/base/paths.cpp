// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/paths.h"

#include <QDir>

#include <unistd.h>

namespace tusk::base
{

namespace
{

QString folder(const char *variable, QLatin1StringView fallbackBelowHome)
{
    // The specification calls relative paths invalid: they are ignored.
    const QString value = qEnvironmentVariable(variable);
    const QString parent = QDir::isAbsolutePath(value) ? value : QDir::homePath() + u'/' + fallbackBelowHome;
    return parent + QLatin1StringView("/tusk");
}

} // namespace

QString dataFolder()
{
    return folder("XDG_DATA_HOME", QLatin1StringView(".local/share"));
}

QString stateFolder()
{
    return folder("XDG_STATE_HOME", QLatin1StringView(".local/state"));
}

QString configFolder()
{
    return folder("XDG_CONFIG_HOME", QLatin1StringView(".config"));
}

QString runtimeFolder()
{
    const QString value = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (QDir::isAbsolutePath(value))
        return value + QLatin1StringView("/tusk");
    return QStringLiteral("/tmp/tusk-%1").arg(getuid());
}

} // namespace tusk::base
