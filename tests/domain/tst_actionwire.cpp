// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/action.h"
#include "domain/randomvalues.h"
#include "domain/todobuilder.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace tusk;
using namespace tusk::domain;
using namespace Qt::StringLiterals;
using tests::aTodo;
using tests::numbered;

namespace
{

Action anAction(ActionKind kind)
{
    Action action;
    action.id = numbered<ActionId>(1);
    action.kind = kind;
    action.label = u"Label"_s;
    action.madeAt = QDateTime({2026, 3, 1}, {9, 30, 0, 5}, Qt::UTC);
    return action;
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestActionWire final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldSendWholeNewTodos()
    {
        Action action = anAction(ActionKind::Create);
        action.todos.append(
            {ChangeOperation::Insert,
             {},
             aTodo(2).titled(u"Milk"_s).tagged({3}).due({2026, 3, 4}).priority(Priority::High),
             {}});
        QCOMPARE(toWireJson(action), parsed(R"({
            "id": "00000000-0000-7000-8000-000000000001", "kind": "create", "label": "Label",
            "made_at": "2026-03-01T09:30:00.005Z",
            "todos": [{"op": "insert", "id": "00000000-0000-7000-8000-000000000002", "new": {
                "title": "Milk", "notes": "", "list_id": null, "tags": ["00000000-0000-7000-8000-000000000003"],
                "priority": 3, "due": {"date": "2026-03-04", "time": null, "zone": null}, "start": null, "repeat": "",
                "parent_id": null, "position": "V", "completed_at": null, "deleted_at": null,
                "created_at": "2026-01-01T12:00:00.000Z"}}]})"));
    }

    void shouldSendOnlyTheNamedFieldsOfAnUpdate()
    {
        Action action = anAction(ActionKind::Edit);
        action.todos.append({ChangeOperation::Update, aTodo(2), aTodo(2).titled(u"Milk"_s).inList(4).at("W"),
                             TodoField::Title | TodoField::List});
        QCOMPARE(toWireJson(action)["todos"_L1].toArray().first().toObject(), parsed(R"({
            "op": "update", "id": "00000000-0000-7000-8000-000000000002",
            "base": {"title": "Todo 2", "list_id": null},
            "new": {"title": "Milk", "list_id": "00000000-0000-7000-8000-000000000004"}})"));
    }

    void shouldSendOnlyTheIdOfADeletedTodo()
    {
        Action action = anAction(ActionKind::Purge);
        action.todos.append({ChangeOperation::Delete, aTodo(2), {}, {}});
        QCOMPARE(toWireJson(action)["todos"_L1].toArray(),
                 (QJsonArray{parsed(R"({"op": "delete", "id": "00000000-0000-7000-8000-000000000002"})")}));
    }

    void shouldNeverSendNotesOfWhichOnlyTheBeginningIsKnown()
    {
        const Todo whole = aTodo(2).notes(u"Beginning and end"_s);
        const Todo cut = aTodo(2).notes(u"Beginning"_s).notesCut();
        for (const auto &[before, after] :
             {std::pair(whole, cut), std::pair(cut, whole), std::pair(cut, cut)}) {
            Action action = anAction(ActionKind::Edit);
            action.todos.append(
                {ChangeOperation::Update, before, after, TodoField::Notes | TodoField::Title});
            const QJsonObject change = toWireJson(action)["todos"_L1].toArray().first().toObject();
            QCOMPARE(change["base"_L1].toObject().keys(), QStringList{u"title"_s});
            QCOMPARE(change["new"_L1].toObject().keys(), QStringList{u"title"_s});

            action.todos.first().fields = TodoField::Notes;
            QVERIFY(!toWireJson(action).contains("todos"_L1));
        }
    }

    void shouldSendWholeNewLists()
    {
        Action action = anAction(ActionKind::EditLists);
        action.lists.append(
            {ChangeOperation::Insert, {}, {numbered<ListId>(5), u"Home"_s, u"#112233"_s, "V", {}, 0}, false});
        action.tags.append({ChangeOperation::Insert, {}, {numbered<TagId>(6), u"later"_s, {}, "W", 0}});
        const QJsonObject wire = toWireJson(action);
        // moc gives up at a # in a raw string: \u0023.
        const QJsonObject expected = parsed(R"({
            "lists": [{"op": "insert", "id": "00000000-0000-7000-8000-000000000005",
                "new": {"name": "Home", "color": "\u0023112233", "position": "V", "archived_at": null}}],
            "tags": [{"op": "insert", "id": "00000000-0000-7000-8000-000000000006",
                "new": {"name": "later", "color": "", "position": "W"}}]})");
        QCOMPARE(wire["lists"_L1], expected["lists"_L1]);
        QCOMPARE(wire["tags"_L1], expected["tags"_L1]);
        QVERIFY(!wire.contains("todos"_L1));
    }

    void shouldSendOnlyTheDifferingFieldsOfAList()
    {
        const TodoList before{numbered<ListId>(5), u"Home"_s, u"#112233"_s, "V", {}, 3};
        TodoList after = before;
        after.name = u"House"_s;
        after.archivedAt = QDateTime({2026, 3, 1}, {9, 0}, Qt::UTC);
        after.version = 4;
        Action action = anAction(ActionKind::EditLists);
        action.lists.append({ChangeOperation::Update, before, after, false});
        QCOMPARE(toWireJson(action)["lists"_L1].toArray(), (QJsonArray{parsed(R"({"op": "update",
            "id": "00000000-0000-7000-8000-000000000005", "base": {"name": "Home", "archived_at": null},
            "new": {"name": "House", "archived_at": "2026-03-01T09:00:00.000Z"}})")}));
    }

    void shouldSayWhatHappensToTheTodosOfADeletedList()
    {
        for (const bool trashTodos : {true, false}) {
            Action action = anAction(ActionKind::EditLists);
            action.lists.append(
                {ChangeOperation::Delete, {numbered<ListId>(5), u"Home"_s, {}, "V", {}, 3}, {}, trashTodos});
            QCOMPARE(toWireJson(action)["lists"_L1].toArray(),
                     (QJsonArray{QJsonObject{{u"op"_s, u"delete"_s},
                                             {u"id"_s, numbered<ListId>(5).toString()},
                                             {u"trash_todos"_s, trashTodos}}}));
        }
    }

    void shouldSendTheTargetOfAnUndoAndNothingElse()
    {
        Action action = anAction(ActionKind::Undo);
        action.target = numbered<ActionId>(9);
        QCOMPARE(toWireJson(action), parsed(R"({"id": "00000000-0000-7000-8000-000000000001", "kind": "undo",
            "label": "Label", "made_at": "2026-03-01T09:30:00.005Z",
            "target": "00000000-0000-7000-8000-000000000009"})"));
    }

    void shouldHaveANameForEveryKind()
    {
        QStringList names;
        for (int i = 0; i <= int(ActionKind::Redo); ++i) {
            const auto kind = static_cast<ActionKind>(i);
            names.append(toString(kind));
            QVERIFY(actionKindFromString(toString(kind)) == kind);
        }
        QCOMPARE(
            names.join(u' '),
            u"create edit complete reopen move reorder trash restore purge merge edit_lists undo redo"_s);
        QVERIFY(!actionKindFromString(u"external"));
    }
};

QTEST_GUILESS_MAIN(TestActionWire)
#include "tst_actionwire.moc"
