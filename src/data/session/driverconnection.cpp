// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/driverconnection.h"

#include "data/session/conninfo.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>

#include <atomic>

Q_DECLARE_OPAQUE_POINTER(PGconn *)

namespace tusk::session
{

using namespace Qt::StringLiterals;

namespace
{

QString uniqueName()
{
    static std::atomic<quint64> count = 0;
    return u"tusk-%1"_s.arg(++count);
}

} // namespace

DriverConnection::DriverConnection()
    : m_name(uniqueName())
{
}

DriverConnection::~DriverConnection()
{
    close();
}

bool DriverConnection::open(const base::ConnectionSettings &settings, const QString &options)
{
    close();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    database.setHostName(settings.host);
    database.setPort(settings.port);
    database.setDatabaseName(settings.database);
    database.setUserName(userOf(settings));
    database.setPassword(settings.password);
    database.setConnectOptions(options);
    if (database.open()) {
        Q_ASSERT(database.driver()->thread() == QThread::currentThread());
        m_handle = database.driver()->handle().value<PGconn *>();
        m_failure.clear();
        return true;
    }
    m_failure = database.lastError().text();
    database = {};
    QSqlDatabase::removeDatabase(m_name);
    return false;
}

void DriverConnection::close()
{
    if (!m_handle)
        return;
    m_handle = nullptr;
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace tusk::session
