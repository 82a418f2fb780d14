// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actionlabels.h"
#include "domain/todobuilder.h"
#include "support/testcase.h"

#include <QTranslator>

using namespace tusk;
using namespace tusk::domain;
using namespace Qt::StringLiterals;
using tests::aTodo;
using tests::numbered;

namespace
{

// Stands for a translation: repeats what it was asked for.
class EchoTranslator final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int n) const override
    {
        return u"[%1:%2]"_s.arg(QString::fromUtf8(context)).arg(n) + QString::fromUtf8(text);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

QList<TodoChange> updates(int count)
{
    QList<TodoChange> changes;
    for (int i = 1; i <= count; ++i)
        changes.append(
            {ChangeOperation::Update, aTodo(i), aTodo(i).titled(u"New title"_s), TodoField::Title});
    return changes;
}

} // namespace

class TestActionLabels final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldCallOneTodoByItsTitleAndSeveralByTheirNumber_data()
    {
        QTest::addColumn<ActionKind>("kind");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("several");
        const auto row = [](ActionKind kind, const QString &one, const QString &several) {
            QTest::newRow(qPrintable(toString(kind))) << kind << one << several;
        };
        row(ActionKind::Create, u"Add “Todo 1”"_s, u"Add 12 todos"_s);
        row(ActionKind::Edit, u"Edit “Todo 1”"_s, u"Edit 12 todos"_s);
        row(ActionKind::Complete, u"Complete “Todo 1”"_s, u"Complete 12 todos"_s);
        row(ActionKind::Reopen, u"Reopen “Todo 1”"_s, u"Reopen 12 todos"_s);
        row(ActionKind::Move, u"Move “Todo 1”"_s, u"Move 12 todos"_s);
        row(ActionKind::Reorder, u"Move “Todo 1”"_s, u"Move 12 todos"_s);
        row(ActionKind::Trash, u"Delete “Todo 1”"_s, u"Delete 12 todos"_s);
        row(ActionKind::Restore, u"Restore “Todo 1”"_s, u"Restore 12 todos"_s);
        row(ActionKind::Purge, u"Delete a todo for good"_s, u"Delete 12 todos for good"_s);
    }
    void shouldCallOneTodoByItsTitleAndSeveralByTheirNumber()
    {
        QFETCH(const ActionKind, kind);
        QTEST(todoLabel(kind, updates(1)), "one");
        QTEST(todoLabel(kind, updates(12)), "several");
    }

    void shouldCallANewTodoByItsOnlyTitle()
    {
        const QList<TodoChange> changes{{ChangeOperation::Insert, {}, aTodo(1).titled(u"Milk"_s), {}}};
        QCOMPARE(todoLabel(ActionKind::Create, changes), u"Add “Milk”"_s);
    }

    void shouldTakeATitleAsItIs_data()
    {
        QTest::addColumn<QString>("title");
        for (const char *title :
             {"%1 %2 %n 100%", "“quoted”", "שלום", "👨‍👩‍👧‍👦", "<b>&amp;</b>"})
            QTest::newRow(title) << QString::fromUtf8(title);
    }
    void shouldTakeATitleAsItIs()
    {
        QFETCH(const QString, title);
        const QList<TodoChange> changes{{ChangeOperation::Update, aTodo(1).titled(title), aTodo(1), {}}};
        QCOMPARE(todoLabel(ActionKind::Complete, changes), QString(u"Complete “" + title + u"”"));
        QCOMPARE(mergeLabel(aTodo(1).titled(title), 3), QString(u"Merge 3 todos into “" + title + u"”"));
    }

    void shouldSayWhatChangesInAList()
    {
        const TodoList before{numbered<ListId>(1), u"Home %2"_s, {}, "V", {}, 3};
        const auto changed = [&before](auto change) {
            TodoList after = before;
            change(after);
            return after;
        };
        const TodoList archived = changed([](TodoList &list) {
            list.archivedAt = QDateTime({2026, 3, 1}, {9, 0});
        });
        QCOMPARE(createListLabel(before), u"Add the list “Home %2”"_s);
        QCOMPARE(editListLabel(before, changed([](TodoList &list) { list.name = u"House"_s; })),
                 u"Rename the list “Home %2” to “House”"_s);
        QCOMPARE(editListLabel(before, archived), u"Archive the list “Home %2”"_s);
        QCOMPARE(editListLabel(archived, before), u"Bring back the list “Home %2”"_s);
        QCOMPARE(editListLabel(before, changed([](TodoList &list) { list.position = "W"; })),
                 u"Move the list “Home %2”"_s);
        QCOMPARE(editListLabel(before, changed([](TodoList &list) { list.color = u"#112233"_s; })),
                 u"Change the list “Home %2”"_s);
        QCOMPARE(deleteListLabel(before, false), u"Delete the list “Home %2”"_s);
        QCOMPARE(deleteListLabel(before, true), u"Delete the list “Home %2” and its todos"_s);
        QCOMPARE(createTagLabel({numbered<TagId>(1), u"later"_s, {}, "V", 0}), u"Add the tag “later”"_s);
    }

    void shouldKeepFortyCharactersAsTheyAre()
    {
        QCOMPARE(shortened(QString()), QString());
        QCOMPARE(shortened(QString(40, u'a')), QString(40, u'a'));
        QCOMPARE(shortened(u"👍🏽"_s.repeated(40)), u"👍🏽"_s.repeated(40));
    }

    void shouldShortenToFortyCharactersAsAReaderCountsThem_data()
    {
        QTest::addColumn<QString>("character");
        QTest::newRow("ASCII") << u"a"_s;
        QTest::newRow("surrogate pair") << u"𝒜"_s;
        QTest::newRow("combining mark") << u"e\u0301"_s;
        QTest::newRow("family") << u"👨‍👩‍👧‍👦"_s;
        QTest::newRow("flag") << u"🇩🇪"_s;
        QTest::newRow("skin colour") << u"👍🏽"_s;
        QTest::newRow("line break") << u"\r\n"_s;
    }
    void shouldShortenToFortyCharactersAsAReaderCountsThem()
    {
        QFETCH(const QString, character);
        const QString expected = character.repeated(39).trimmed() + u'…';
        QCOMPARE(shortened(character.repeated(41)), expected);
        QCOMPARE(shortened(character.repeated(500)), expected);
    }

    void shouldLeaveNoBlankBeforeTheEllipsis()
    {
        const QString text = QString(38, u'a') + u' ' + QString(10, u'b');
        QCOMPARE(shortened(text), QString(QString(38, u'a') + u'…'));
    }

    void shouldAskForTranslationsWithTheNumber()
    {
        EchoTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        const QString one = todoLabel(ActionKind::Complete, updates(1));
        const QString several = todoLabel(ActionKind::Complete, updates(3));
        const QString merge = mergeLabel(aTodo(1), 3);
        const QString list = createListLabel({numbered<ListId>(1), u"Home"_s, {}, {}, {}, 0});
        QCoreApplication::removeTranslator(&translator);

        QCOMPARE(one, u"[ActionLabel:-1]Complete “Todo 1”"_s);
        QCOMPARE(several, u"[ActionLabel:3]Complete 3 todos"_s);
        QCOMPARE(merge, u"[ActionLabel:3]Merge 3 todos into “Todo 1”"_s);
        QCOMPARE(list, u"[ActionLabel:-1]Add the list “Home”"_s);
    }
};

QTEST_GUILESS_MAIN(TestActionLabels)
#include "tst_actionlabels.moc"
