// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/temporaryhome.h"

#include "support/failure.h"

#include <QProcessEnvironment>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

TemporaryHome::TemporaryHome()
    : m_folder(u"/tmp/tusk-home-XXXXXX"_s) // short: sockets are made below it
{
    if (!m_folder.isValid())
        giveUp(u"cannot make a temporary home"_s);
    const QStringList variables = QProcessEnvironment::systemEnvironment().keys();
    for (const QString &variable : variables) {
        if (variable == "TUSK_TEST_POSTGRES_BIN"_L1) // whose servers the tests start
            continue;
        if (variable.startsWith("TUSK_"_L1) || variable.startsWith("PG"_L1))
            unset(variable.toLocal8Bit());
    }
    set("HOME", m_folder.path());
    set("XDG_DATA_HOME", makeFolder(u"data"_s));
    set("XDG_STATE_HOME", makeFolder(u"state"_s));
    set("XDG_CONFIG_HOME", makeFolder(u"config"_s));
    set("XDG_CACHE_HOME", makeFolder(u"cache"_s));
    set("XDG_RUNTIME_DIR", makeFolder(u"run"_s));
}

TemporaryHome::~TemporaryHome()
{
    for (auto it = m_before.cbegin(); it != m_before.cend(); ++it) {
        if (it.value().isNull())
            qunsetenv(it.key().constData());
        else
            qputenv(it.key().constData(), it.value());
    }
}

void TemporaryHome::set(const QByteArray &variable, const QString &value)
{
    m_before.insert(variable, qgetenv(variable.constData()));
    qputenv(variable.constData(), value.toLocal8Bit());
}

void TemporaryHome::unset(const QByteArray &variable)
{
    m_before.insert(variable, qgetenv(variable.constData()));
    qunsetenv(variable.constData());
}

QString TemporaryHome::makeFolder(const QString &name) const
{
    const QString path = m_folder.filePath(name);
    if (mkdir(qUtf8Printable(path), 0700) != 0)
        giveUp(u"cannot make "_s + path);
    return path;
}

} // namespace tusk::tests
