// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/randomvalues.h"

#include "domain/position.h"

#include <algorithm>
#include <array>

namespace tusk::tests
{

using namespace domain;

QString RandomValues::text(int pieces)
{
    static const std::array samples{
        QStringLiteral("Water the tomatoes"),
        QStringLiteral("שלום עולם"),
        QStringLiteral("\u200Fمرحبا\u200E"),
        QStringLiteral("👨‍👩‍👧‍👦 🇩🇪 👍🏽"),
        QStringLiteral("\"quotes\" 'and' \\backslash\\ /"),
        QStringLiteral("e\u0301 ﬁ Å ẞ"),
        QStringLiteral("日本語"),
        QStringLiteral("\t\n# Heading\n\n- item"),
        QStringLiteral("\u007F\u0001\uFFFE"),
        QStringLiteral("%1 %n {} null \\N"),
    };
    QString result;
    for (int i = number(pieces + 1); i > 0; --i)
        result += samples.at(size_t(number(int(samples.size()))));
    return result;
}

QByteArray RandomValues::position()
{
    return positionAtEnd(instant());
}

QDateTime RandomValues::instant()
{
    constexpr qint64 lastMillisecond = 253'402'300'799'999;  // 9999-12-31 23:59:59.999
    constexpr qint64 firstMillisecond = -62'135'596'800'000; // 0001-01-01 00:00
    switch (number(8)) {
    case 0:
        return QDateTime::fromMSecsSinceEpoch(firstMillisecond, Qt::UTC);
    case 1:
        return QDateTime::fromMSecsSinceEpoch(lastMillisecond, Qt::UTC);
    default:
        return QDateTime::fromMSecsSinceEpoch(m_generator.bounded(firstMillisecond, lastMillisecond),
                                              Qt::UTC);
    }
}

When RandomValues::when()
{
    When when;
    when.date = instant().date();
    if (coin()) {
        when.time = QTime(number(24), number(60));
        when.zone = coin() ? "Europe/Berlin" : "America/Argentina/Buenos_Aires";
    }
    return when;
}

qint64 RandomValues::version()
{
    return coin() ? number(100) : std::numeric_limits<qint64>::max() - number(100);
}

Todo RandomValues::todo()
{
    Todo todo;
    todo.id = id<TodoId>();
    todo.title = text(4);
    todo.notes = text(20);
    todo.notesCut = coin();
    todo.list = maybe(id<ListId>());
    for (int i = number(4); i > 0; --i)
        todo.tags.append(id<TagId>());
    std::ranges::sort(todo.tags);
    todo.priority = static_cast<Priority>(number(4));
    todo.due = maybe(when());
    todo.start = maybe(when());
    todo.repeatRule = coin() ? QString() : QStringLiteral("FREQ=WEEKLY;BYDAY=MO,WE");
    todo.parent = maybe(id<TodoId>());
    todo.position = position();
    todo.completedAt = maybe(instant());
    todo.deletedAt = maybe(instant());
    todo.createdAt = instant();
    todo.updatedAt = instant();
    todo.version = version();
    return todo;
}

TodoList RandomValues::list()
{
    return {id<ListId>(), text(2),          coin() ? QString() : QStringLiteral("#12ab9f"),
            position(),   maybe(instant()), version()};
}

Tag RandomValues::tag()
{
    return {id<TagId>(), text(2), coin() ? QString() : QStringLiteral("#000000"), position(), version()};
}

ChangeOperation RandomValues::operation()
{
    return static_cast<ChangeOperation>(number(3));
}

template <class Change, class Make>
Change RandomValues::change(Make make)
{
    Change change;
    change.operation = operation();
    if (change.operation != ChangeOperation::Insert)
        change.before = make();
    if (change.operation != ChangeOperation::Delete)
        change.after = make();
    return change;
}

Action RandomValues::action()
{
    Action action;
    action.id = id<ActionId>();
    action.kind = static_cast<ActionKind>(number(int(ActionKind::Redo) + 1));
    action.label = text(3);
    action.madeAt = instant();
    action.target = maybe(id<ActionId>());
    for (int i = number(4); i > 0; --i) {
        auto change = this->change<TodoChange>([this] { return todo(); });
        if (change.operation == ChangeOperation::Update)
            change.fields = TodoFields::fromInt(number(allTodoFields.toInt() + 1));
        action.todos.append(change);
    }
    for (int i = number(3); i > 0; --i) {
        auto change = this->change<ListChange>([this] { return list(); });
        change.trashTodos = change.operation == ChangeOperation::Delete && coin();
        action.lists.append(change);
    }
    for (int i = number(3); i > 0; --i)
        action.tags.append(change<TagChange>([this] { return tag(); }));
    return action;
}

} // namespace tusk::tests
