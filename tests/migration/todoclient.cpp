// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/todoclient.h"

#include "support/failure.h"

#include <QFile>
#include <QJsonDocument>

#include <unistd.h>

namespace tusk::tests
{

using namespace Qt::StringLiterals;

namespace
{

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', "''"_L1) + u'\'';
}

} // namespace

TodoClient::TodoClient(const base::ConnectionSettings &settings, int installation)
    : m_sql(settings)
    , m_installation(u"00000000-0000-7000-b000-%1"_s.arg(installation, 12, 10, QChar(u'0')))
{
    // What names its schema everywhere works without a search path too, as it must while a dump is restored.
    m_sql.rows(u"SET search_path = ''; SET client_min_messages = warning"_s);
}

QString TodoClient::statementFor(const QJsonObject &action) const
{
    QJsonObject request = action;
    request.insert(u"installation"_s, m_installation);
    const QByteArray json = QJsonDocument(request).toJson(QJsonDocument::Compact);
    return u"SELECT tusk.apply_action(%1::jsonb)"_s.arg(quoted(QString::fromUtf8(json)));
}

QJsonObject TodoClient::send(const QJsonObject &action)
{
    return object(statementFor(action));
}

QByteArray TodoClient::failureOf(const QJsonObject &action)
{
    return m_sql.ask(statementFor(action)).sqlState;
}

QString TodoClient::value(const QString &sql)
{
    const QList<QStringList> rows = m_sql.rows(sql);
    return rows.isEmpty() ? QString() : rows.constFirst().constFirst();
}

QJsonObject TodoClient::object(const QString &sql)
{
    return QJsonDocument::fromJson(value(sql).toUtf8()).object();
}

QJsonArray TodoClient::array(const QString &sql)
{
    return QJsonDocument::fromJson(value(sql).toUtf8()).array();
}

QJsonObject TodoClient::todo(int number)
{
    return object(u"SELECT tusk.todo_fields(t) || pg_catalog.jsonb_build_object('tags', tusk.tags_of(t.id)) "
                  u"FROM tusk.todo t WHERE t.id = '%1'"_s.arg(todoId(number)));
}

qint64 TodoClient::processorTime() const
{
    QFile file(u"/proc/%1/stat"_s.arg(m_sql.backendPid()));
    if (!file.open(QIODevice::ReadOnly))
        giveUp(u"no such backend: "_s + file.fileName());
    // After the name, which may hold blanks: state is the first field, user and system time are the 12th and
    // 13th.
    const QByteArray line = file.readAll();
    const QByteArrayList fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return (fields.at(11).toLongLong() + fields.at(12).toLongLong()) * 1000 / sysconf(_SC_CLK_TCK);
}

QJsonObject TodoClient::everything()
{
    return object(uR"(SELECT jsonb_build_object(
        'todos', (SELECT jsonb_object_agg(t.id, tusk.todo_fields(t) || jsonb_build_object('tags', tusk.tags_of(t.id)))
                  FROM tusk.todo t),
        'lists', (SELECT jsonb_object_agg(l.id, tusk.list_row(l) - 'version') FROM tusk.list l),
        'tags', (SELECT jsonb_object_agg(g.id, tusk.tag_row(g) - 'version') FROM tusk.tag g)))"_s);
}

QList<QJsonObject> thoseWith(const QJsonArray &objects, const QString &member, const QJsonValue &value)
{
    QList<QJsonObject> found;
    for (const QJsonValue &object : objects) {
        if (object[member] == value)
            found.append(object.toObject());
    }
    return found;
}

} // namespace tusk::tests
