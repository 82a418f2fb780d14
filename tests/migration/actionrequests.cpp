// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/actionrequests.h"

#include "base/uuidv7.h"

namespace tusk::tests
{

using namespace Qt::StringLiterals;

namespace
{

QString numbered(QLatin1StringView kind, int number)
{
    return u"00000000-0000-7000-%1-%2"_s.arg(kind).arg(number, 12, 10, QChar(u'0'));
}

QJsonObject takingBack(const QString &kind, const QString &target)
{
    QJsonObject request = action(kind);
    if (!target.isEmpty())
        request.insert(u"target"_s, target);
    return request;
}

} // namespace

QString todoId(int number)
{
    return numbered("8000"_L1, number);
}

QString listId(int number)
{
    return numbered("9000"_L1, number);
}

QString tagId(int number)
{
    return numbered("a000"_L1, number);
}

QJsonArray tagIds(std::initializer_list<int> numbers)
{
    QJsonArray ids;
    for (const int number : numbers)
        ids.append(tagId(number));
    return ids;
}

QJsonObject insertTodo(int number, const QJsonObject &fields)
{
    QJsonObject wanted{{u"title"_s, u"Todo %1"_s.arg(number)},
                       {u"position"_s, u"%1V"_s.arg(number, 9, 10, QChar(u'0'))},
                       {u"created_at"_s, QLatin1StringView(someInstant)}};
    for (auto field = fields.begin(); field != fields.end(); ++field)
        wanted.insert(field.key(), field.value());
    return {{u"op"_s, u"insert"_s}, {u"id"_s, todoId(number)}, {u"new"_s, wanted}};
}

QJsonObject updateTodo(int number, const QJsonObject &base, const QJsonObject &wanted)
{
    return updateNamed(todoId(number), base, wanted);
}

QJsonObject deleteTodo(int number)
{
    return deleteNamed(todoId(number));
}

QJsonObject completeTodo(int number)
{
    return updateTodo(number, open(), done());
}

QJsonObject insertNamed(const QString &id, const QString &name, const QJsonObject &fields)
{
    QJsonObject wanted = fields;
    wanted.insert(u"name"_s, name);
    return {{u"op"_s, u"insert"_s}, {u"id"_s, id}, {u"new"_s, wanted}};
}

QJsonObject updateNamed(const QString &id, const QJsonObject &base, const QJsonObject &wanted)
{
    return {{u"op"_s, u"update"_s}, {u"id"_s, id}, {u"base"_s, base}, {u"new"_s, wanted}};
}

QJsonObject deleteNamed(const QString &id)
{
    return {{u"op"_s, u"delete"_s}, {u"id"_s, id}};
}

QJsonObject action(const QString &kind, const QJsonArray &todos, const QJsonArray &lists,
                   const QJsonArray &tags)
{
    const QString id = base::makeUuidV7().toString(QUuid::WithoutBraces);
    QJsonObject request{{u"id"_s, id}, {u"kind"_s, kind}, {u"label"_s, QString(u"some "_s + kind)}};
    if (!todos.isEmpty())
        request.insert(u"todos"_s, todos);
    if (!lists.isEmpty())
        request.insert(u"lists"_s, lists);
    if (!tags.isEmpty())
        request.insert(u"tags"_s, tags);
    return request;
}

QJsonObject undo(const QString &target)
{
    return takingBack(u"undo"_s, target);
}

QJsonObject redo(const QString &target)
{
    return takingBack(u"redo"_s, target);
}

QJsonObject done()
{
    return {{u"completed_at"_s, QJsonValue(QLatin1StringView(someInstant))}};
}

QJsonObject open()
{
    return {{u"completed_at"_s, QJsonValue()}};
}

QJsonObject trashed()
{
    return {{u"deleted_at"_s, QJsonValue(QLatin1StringView(someInstant))}};
}

QJsonObject kept()
{
    return {{u"deleted_at"_s, QJsonValue()}};
}

QJsonObject title(const QString &text)
{
    return {{u"title"_s, text}};
}

QJsonObject notes(const QString &text)
{
    return {{u"notes"_s, text}};
}

} // namespace tusk::tests
