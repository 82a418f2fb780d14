// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/action.h"
#include "domain/actions.h"
#include "domain/randomvalues.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace tusk;
using namespace tusk::domain;
using namespace Qt::StringLiterals;

namespace
{

QJsonObject overBytes(const QJsonObject &object)
{
    return QJsonDocument::fromJson(QJsonDocument(object).toJson(QJsonDocument::Compact)).object();
}

QJsonObject sample()
{
    Action action;
    action.id = ActionId(QUuid::createUuid());
    action.madeAt = QDateTime({2026, 3, 1}, {9, 30}, Qt::UTC);
    tests::RandomValues random(1);
    Todo before = random.todo();
    before.priority = Priority::Low;
    action.todos.append({ChangeOperation::Update, before, before, TodoField::Title});
    return toJournalJson(action);
}

// A copy in which one value of the only todo change is another.
QJsonObject withChange(const QString &key, const QJsonValue &value)
{
    QJsonObject record = sample();
    QJsonObject change = record["todos"_L1].toArray().first().toObject();
    change.insert(key, value);
    record.insert("todos"_L1, QJsonArray{change});
    return record;
}

QJsonObject withBefore(const QString &key, const QJsonValue &value)
{
    QJsonObject before = sample()["todos"_L1].toArray().first().toObject()["before"_L1].toObject();
    before.insert(key, value);
    return withChange(u"before"_s, before);
}

QJsonObject with(const QString &key, const QJsonValue &value)
{
    QJsonObject record = sample();
    record.insert(key, value);
    return record;
}

} // namespace

class TestActionJournal final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldReadBackEveryActionExactly()
    {
        tests::RandomValues random(21);
        for (int round = 0; round < 2000; ++round) {
            const Action action = random.action();
            const auto read = fromJournalJson(overBytes(toJournalJson(action)));
            QVERIFY(read.has_value());
            QVERIFY(*read == action);
            QCOMPARE(toWireJson(*read), toWireJson(action));
        }
    }

    void shouldKnowAgainWhatTakesLong()
    {
        const QDateTime now({2026, 3, 1}, {9, 30}, Qt::UTC);
        const Action undo = undoLongAction(ActionId(QUuid::createUuid()), u"Import of old.db"_s, now);
        QVERIFY(undo.takesLong);
        QCOMPARE(fromJournalJson(toJournalJson(undo)), std::optional(undo));
    }

    void shouldRefuseWhatIsNotExactlyOneOfOurs_data()
    {
        QTest::addColumn<QJsonObject>("record");
        QTest::newRow("empty") << QJsonObject();
        QTest::newRow("no id") << with(u"id"_s, QJsonValue());
        QTest::newRow("unknown kind") << with(u"kind"_s, u"explode"_s);
        QTest::newRow("time without an offset") << with(u"made_at"_s, u"2026-03-01T09:30:00.000"_s);
        QTest::newRow("no time") << with(u"made_at"_s, u"now"_s);
        QTest::newRow("label a number") << with(u"label"_s, 7);
        QTest::newRow("malformed target") << with(u"target"_s, u"x"_s);
        QTest::newRow("todos no array") << with(u"todos"_s, u"all"_s);
        QTest::newRow("todos empty") << with(u"todos"_s, QJsonArray());
        QTest::newRow("a change that is none") << with(u"todos"_s, QJsonArray{1});
        QTest::newRow("key of a later version") << with(u"urgency"_s, 1);
        QTest::newRow("operation of a later version") << withChange(u"op"_s, u"archive"_s);
        QTest::newRow("field of a later version")
            << withChange(u"fields"_s, QJsonArray{u"title"_s, u"owner"_s});
        QTest::newRow("before a number") << withChange(u"before"_s, 1);
        QTest::newRow("no title") << withBefore(u"title"_s, QJsonValue());
        QTest::newRow("priority out of range") << withBefore(u"priority"_s, 4);
        QTest::newRow("damaged date") << withBefore(u"due_date"_s, u"2026-02-30"_s);
        QTest::newRow("attribute of a later version") << withBefore(u"owner"_s, u"me"_s);
    }
    void shouldRefuseWhatIsNotExactlyOneOfOurs()
    {
        QFETCH(const QJsonObject, record);
        QVERIFY(fromJournalJson(overBytes(sample())).has_value());
        QVERIFY(!fromJournalJson(overBytes(record)));
    }
};

QTEST_GUILESS_MAIN(TestActionJournal)
#include "tst_actionjournal.moc"
