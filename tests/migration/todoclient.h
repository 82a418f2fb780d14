// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "migration/actionrequests.h"
#include "support/sqlclient.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tusk::tests
{

// An installation of the program, as the database sees it: a connection, without any search path, that sends
// actions.
class TodoClient final
{
public:
    explicit TodoClient(const base::ConnectionSettings &settings, int installation = 1);

    // The answer of tusk.apply_action; an error ends the test program.
    QJsonObject send(const QJsonObject &action);
    // As send(), for refusals: the SQLSTATE, empty where there was none.
    QByteArray failureOf(const QJsonObject &action);
    [[nodiscard]] QString statementFor(const QJsonObject &action) const;

    // Of a statement that gives one value. NULL is a null string.
    QString value(const QString &sql);
    QJsonObject object(const QString &sql);
    QJsonArray array(const QString &sql);

    // A todo as tusk.todo_fields, with its tags; empty when it is not there.
    QJsonObject todo(int number);
    // Everything that the user has, without versions and times of the server.
    QJsonObject everything();

    // What the server has spent for this client so far: milliseconds of processor time, in steps of ten.
    // Other than the time on the clock it does not depend on what else the machine is doing.
    [[nodiscard]] qint64 processorTime() const;

    [[nodiscard]] SqlClient &sql() { return m_sql; }

private:
    SqlClient m_sql;
    QString m_installation;
};

// The objects of an array whose member of that name is the value.
[[nodiscard]] QList<QJsonObject> thoseWith(const QJsonArray &objects, const QString &member,
                                           const QJsonValue &value);

} // namespace tusk::tests
