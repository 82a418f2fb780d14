// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "privatehome.h"

#include "localserver/clusterlocation.h"
#include "support/failure.h"
#include "tuskprogram.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

localserver::ClusterLocation location()
{
    const auto found = localserver::locateCluster(localserver::Environment::current());
    if (!found)
        giveUp(found.error().sentence);
    return *found;
}

void useDefaultFolders(const QString &home)
{
    const QString longName = home + u'/' + QString(100, u'h');
    QDir().mkpath(longName);
    qputenv("HOME", longName.toLocal8Bit());
    for (const char *variable : {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
        qunsetenv(variable);
}

} // namespace

PrivateHome::PrivateHome(Folders folders)
{
    if (folders == Folders::Default) // taken back by m_home
        useDefaultFolders(m_home.path());
    const localserver::ClusterLocation place = location();
    m_caretaker.setWorkingDirectory(u"/"_s);
    m_caretaker.start(u"/bin/sh"_s,
                      {u"-c"_s, u"cat >/dev/null; \"$0\" server stop >/dev/null 2>&1; rm -rf \"$@\""_s,
                       tuskProgram(), place.cluster, place.side, place.dumps, place.sockets});
    if (!m_caretaker.waitForStarted())
        giveUp(u"cannot start a shell"_s);
}

PrivateHome::~PrivateHome()
{
    m_caretaker.closeWriteChannel();
    m_caretaker.waitForFinished();
}

base::ConnectionSettings PrivateHome::settings() const
{
    base::ConnectionSettings settings;
    settings.host = location().sockets;
    settings.database = u"tusk"_s;
    settings.user = u"tusk"_s;
    return settings;
}

QString PrivateHome::databaseUrl() const
{
    return u"postgresql://tusk@/tusk?host="_s + settings().host;
}

QList<QStringList> PrivateHome::runSql(const QString &sql) const
{
    return connect()->rows(sql);
}

std::unique_ptr<SqlClient> PrivateHome::connect() const
{
    return std::make_unique<SqlClient>(settings());
}

QStringList PrivateHome::dumps() const
{
    return QDir(location().dumps).entryList(QDir::Files);
}

} // namespace tusk::tests
