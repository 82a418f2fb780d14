// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/todosnapshot.h"

#include <QTest>

#include <functional>

using namespace tusk;
using namespace Qt::StringLiterals;
using domain::Todo;

using Change = std::function<void(Todo &)>;
Q_DECLARE_METATYPE(Change)

class TestTodoSnapshot : public QObject
{
    Q_OBJECT

    // As models::TodoRows gives it, while an action on it is not confirmed.
    static quint64 stampOfPending(const Todo &todo)
    {
        return models::TodoSnapshot({{todo, true, false}}, {}).rowStamp(0);
    }

private Q_SLOTS:
    void shouldStampAPendingRowByWhatItShows_data()
    {
        QTest::addColumn<Change>("change");
        const auto add = [](const char *field, Change change) { QTest::newRow(field) << std::move(change); };
        const QDateTime moment = QDateTime(QDate(2026, 11, 29), QTime(8, 30), Qt::UTC);
        add("title", [](Todo &todo) { todo.title = u"else"_s; });
        add("notes", [](Todo &todo) { todo.notes = u"else"_s; });
        add("list", [](Todo &todo) { todo.list = domain::ListId(QUuid::createUuid()); });
        add("tags", [](Todo &todo) { todo.tags = {domain::TagId(QUuid::createUuid())}; });
        add("priority", [](Todo &todo) { todo.priority = domain::Priority::High; });
        add("due", [](Todo &todo) { todo.due = domain::When{QDate(2026, 11, 30), {}, {}}; });
        add("start", [](Todo &todo) { todo.start = domain::When{QDate(2026, 11, 30), {}, {}}; });
        add("repeat", [](Todo &todo) { todo.repeatRule = u"FREQ=DAILY"_s; });
        add("parent", [](Todo &todo) { todo.parent = domain::TodoId(QUuid::createUuid()); });
        add("position", [](Todo &todo) { todo.position = "b"_ba; });
        add("completed", [moment](Todo &todo) { todo.completedAt = moment; });
        add("deleted", [moment](Todo &todo) { todo.deletedAt = moment; });
        add("updated", [moment](Todo &todo) { todo.updatedAt = moment; });
    }
    void shouldStampAPendingRowByWhatItShows()
    {
        QFETCH(const Change, change);
        Todo todo;
        todo.id = domain::TodoId(QUuid::createUuid());
        todo.title = u"Buy milk"_s;
        Todo changed = todo;
        change(changed);
        QCOMPARE_NE(stampOfPending(changed), stampOfPending(todo));
        QCOMPARE(stampOfPending(todo), stampOfPending(Todo(todo)));
    }

    void shouldStampADateDifferentlyAsDueAndAsStart()
    {
        Todo due;
        due.due = domain::When{QDate(2026, 11, 30), {}, {}};
        Todo start;
        start.start = due.due;
        QCOMPARE_NE(stampOfPending(due), stampOfPending(start));
    }
};

QTEST_GUILESS_MAIN(TestTodoSnapshot)
#include "tst_todosnapshot.moc"
