// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"
#include "gui/theme/theme.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// Search, in the words of those who know that it was there somewhere.
class TestSearchFeature final : public FeatureTest
{
    Q_OBJECT

    void searchesAtOnceFor(const QString &text)
    {
        user().presses(u"Ctrl+F"_s);
        user().pastes(text);
    }

protected:
    [[nodiscard]] bool isExpectedInLog(const QString &line) const override
    {
        return FeatureTest::isExpectedInLog(line) || line.contains(u"slow search"_s);
    }
    void fill() override
    {
        execute(uR"(
            INSERT INTO tusk.list (name, position) VALUES ('Garden', '1');
            INSERT INTO tusk.todo (title, notes, list_id, completed_at, deleted_at, position)
            SELECT title, notes, (SELECT id FROM tusk.list WHERE list), now() - done * interval '1 day',
                   now() - deleted * interval '1 day', position
            FROM (VALUES
                ('Water the tomatoes', '', true, NULL, NULL, '1'),
                ('Meet Zoé at the café', 'bring the *receipt*', false, NULL, NULL, '2'),
                ('Buy seeds', '', false, 2, NULL, '3'),
                ('Sell the old seedbox', '', false, NULL, 3, '4'),
                ('Call Ana', '', false, NULL, NULL, '5')
            ) AS demo (title, notes, list, done, deleted, position);
            SELECT 1)"_s);
    }

private Q_SLOTS:
    void iFindWhatIThinkOf_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QStringList cafe{u"Meet Zoé at the café"_s};
        QTest::addRow("a word") << u"water"_s << QStringList{u"Water the tomatoes"_s};
        QTest::addRow("the beginning of a word") << u"tom"_s << QStringList{u"Water the tomatoes"_s};
        QTest::addRow("a piece of a title") << u"mato"_s << QStringList{u"Water the tomatoes"_s};
        QTest::addRow("without the accents") << u"zoe cafe"_s << cafe;
        QTest::addRow("in the notes") << u"receipt"_s << cafe;
        QTest::addRow("two words in any order")
            << u"tomatoes water"_s << QStringList{u"Water the tomatoes"_s};
        QTest::addRow("pieces of two words") << u"mato ater"_s << QStringList{u"Water the tomatoes"_s};
        QTest::addRow("in capitals") << u"CALL ANA"_s << QStringList{u"Call Ana"_s};
    }
    void iFindWhatIThinkOf()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, found);
        user().searches(typed);
        QTRY_COMPARE(user().titles(), found);
        QCOMPARE(user().summary(), u"1 found"_s);
    }

    void iAmToldOnceThatASearchTakesTooLongAndItWaitsForMe()
    {
        const QString tooLong = u"The database took too long and stopped; nothing was changed."_s;
        const auto tries = [this] { return timesSaid(u"FROM tusk.search_todos("_s); };
        const QString quickSearch =
            stored(u"SELECT pg_get_functiondef('tusk.search_todos(text, integer)'::regprocedure)"_s).value(0);
        execute(u"CREATE OR REPLACE FUNCTION tusk.search_todos(typed text, most integer) RETURNS SETOF uuid "
                "LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'slow search' USING ERRCODE = '57014'; END $$; "
                "SELECT 1"_s);
        qsizetype tried = tries();
        searchesAtOnceFor(u"seed"_s);
        QTRY_COMPARE(user().message(), tooLong);
        user().clicks(u"Dismiss"_s);
        QTRY_COMPARE_GE(tries(), tried + 5); // by itself
        QCOMPARE(user().message(), QString());
        tried = tries();
        QVERIFY(!QTest::qWaitFor([&] { return tries() > tried; }, 2'500)); // not for ever
        user().presses(u"F5"_s);
        QTRY_COMPARE_GE(tries(), tried + 2);
        QCOMPARE(user().message(), QString());
        searchesAtOnceFor(u"tomatoes"_s); // which may be found sooner
        QTRY_COMPARE(user().message(), tooLong);
        user().clicks(u"Dismiss"_s);
        execute(quickSearch + u"; SELECT 1"_s);
        user().presses(u"F5"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Water the tomatoes"_s});
        QCOMPARE(user().message(), QString());
    }

    void iFindWhatIsDoneAndWhatIsInTheTrash()
    {
        user().searches(u"seed"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"Buy seeds"_s, u"Sell the old seedbox"_s}));
        QVERIFY(user().row(u"Buy seeds"_s).endsWith(u"completed"_s));
        QVERIFY(user().row(u"Sell the old seedbox"_s).endsWith(u"in the Trash"_s));
    }

    void iPressEnterAndAmWhereTheHitIsAtHome_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("title");
        QTest::addRow("a list") << u"tomatoes"_s << u"Garden"_s << u"Water the tomatoes"_s;
        QTest::addRow("the Inbox") << u"ana"_s << u"Inbox"_s << u"Call Ana"_s;
        // The hits and the place are the same one todo.
        QTest::addRow("Completed") << u"buy"_s << u"Completed"_s << u"Buy seeds"_s;
        QTest::addRow("the Trash") << u"seedbox"_s << u"Trash"_s << u"Sell the old seedbox"_s;
    }
    void iPressEnterAndAmWhereTheHitIsAtHome()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, place);
        QFETCH(const QString, title);
        user().searches(typed);
        QTRY_COMPARE(user().titles(), QStringList{title});
        user().presses(u"Return"_s); // into the list
        user().presses(u"Return"_s); // to its place
        QTRY_COMPARE(user().place(), place);
        QTRY_COMPARE(user().selected(), QStringList{title});
    }

    void iPressEnterBeforeTheHitsAreThere()
    {
        QTRY_VERIFY(user().titles().size() > 1);
        searchesAtOnceFor(u"ana"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().selected(), QStringList{u"Call Ana"_s});
        QCOMPARE(user().titles(), QStringList{u"Call Ana"_s});
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().place(), u"Inbox"_s);
        QTRY_COMPARE(user().selected(), QStringList{u"Call Ana"_s});
    }

    void iPressEnterAndChooseNothingOfThePlaceBefore()
    {
        QTRY_VERIFY(user().titles().size() > 1);
        network().freeze();
        searchesAtOnceFor(u"ana"_s);
        user().presses(u"Return"_s);
        QCOMPARE(user().focused(), u"Todos"_s);
        QCOMPARE(user().selected(), QStringList());
        network().thaw();
        QTRY_COMPARE(user().titles(), QStringList{u"Call Ana"_s});
        QTRY_COMPARE(user().selected(), QStringList{u"Call Ana"_s});
    }

    void iOpenAHitWhileTheSameIsSearchedForAgain()
    {
        searchesAtOnceFor(u"ana"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Call Ana"_s});
        network().freeze();
        user().types(u"x"_s);
        user().presses(u"Backspace Return"_s);
        QCOMPARE(user().selected(), QStringList{u"Call Ana"_s});
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().place(), u"Inbox"_s);
        network().thaw();
        QTRY_COMPARE_GT(user().titles().size(), 1); // those of the Inbox
        QTRY_COMPARE(user().selected(), QStringList{u"Call Ana"_s});
    }

    void iGoDownIntoTheHits()
    {
        user().searches(u"seed"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"Buy seeds"_s, u"Sell the old seedbox"_s}));
        user().presses(u"Down"_s);
        QCOMPARE(user().selected(), QStringList{u"Buy seeds"_s});
        user().presses(u"Down"_s);
        QCOMPARE(user().selected(), QStringList{u"Sell the old seedbox"_s});
    }

    void iPressEnterAndTheDayThatIHaveFoldedOpensForTheHit()
    {
        user().goesTo(u"Completed"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Buy seeds"_s});
        user().clicksTodo(u"Buy seeds"_s);
        user().presses(u"Left"_s); // to the heading of its day
        user().presses(u"Left"_s);
        QTRY_VERIFY(user().titles().isEmpty());

        user().searches(u"buy"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Buy seeds"_s});
        user().presses(u"Return"_s);
        user().presses(u"Return"_s);

        QTRY_COMPARE(user().place(), u"Completed"_s);
        QTRY_COMPARE(user().selected(), QStringList{u"Buy seeds"_s});
    }

    void iPressEscapeAndAmWhereIWas()
    {
        user().goesTo(u"Garden"_s);
        user().searches(u"ana"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Call Ana"_s});
        QCOMPARE(user().place(), u"Search"_s);
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Water the tomatoes"_s});
        QCOMPARE(user().place(), u"Garden"_s);
        QCOMPARE(user().focused(), u"Todos"_s);
    }

    void iSeeWhereItWasFound()
    {
        user().searches(u"seed"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"Buy seeds"_s, u"Sell the old seedbox"_s}));
        QVERIFY(!marksIn(user().pictureOfTodo(u"Buy seeds"_s)).isNull());
        user().presses(u"Escape"_s);
        user().goesTo(u"Completed"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Buy seeds"_s});
        QVERIFY(marksIn(user().pictureOfTodo(u"Buy seeds"_s)).isNull());
    }

    void iSeeWhatWasFoundInTheNotes()
    {
        execute(
            u"INSERT INTO tusk.todo (title, notes) VALUES ('Shopping', 'bread, butter and quinces'); SELECT 1"_s);
        user().searches(u"quin"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Shopping"_s});
        const QImage row = user().pictureOfTodo(u"Shopping"_s);
        QVERIFY(marksIn(row).top() > row.height() / 3); // below the title
    }

    void iAmToldThatThereIsMoreThanIWouldRead()
    {
        execute(
            u"INSERT INTO tusk.todo (title) SELECT 'bean ' || n FROM generate_series(1, 501) n; SELECT 1"_s);
        user().searches(u"bean"_s);
        QTRY_COMPARE(user().summary(), u"500+ found"_s);
        user().types(u" 77"_s);
        QTRY_COMPARE(user().summary(), u"1 found"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"bean 77"_s});
    }

    void iAmToldWhereOnlyTheBeginningsOfWordsAreFound()
    {
        user().quitsTusk();
        execute(u"DROP INDEX tusk.todo_search_title_idx"_s); // as where pg_trgm could not be made
        user().startsTusk();

        user().searches(u"tom"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Water the tomatoes"_s});
        QCOMPARE(user().summary(), u"1 found, beginnings of words only"_s);

        user().searches(u"mato"_s);
        QTRY_COMPARE(user().emptyState(), u"Nothing matches “mato”"_s);
        QVERIFY2(user().emptyHint().contains(u"beginnings of words"_s), qPrintable(user().emptyHint()));
    }

    void iSearchForNothingThatExists_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed :
             {"xyzzy", "%", "_", "'; DROP TABLE tusk.todo; --", "\\", "a & | ! b", "((", "\"", "*:*"})
            QTest::addRow("%s", typed) << QString::fromLatin1(typed);
    }
    void iSearchForNothingThatExists()
    {
        QFETCH(const QString, typed);
        user().searches(typed);
        QTRY_COMPARE(user().place(), u"Search"_s);
        QTRY_VERIFY(!user().emptyState().isEmpty() || typed.startsWith(u'a'));
        QVERIFY2(user().message().isEmpty(), qPrintable(user().message()));
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().titles().size(), 2);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), QStringList{u"5"_s});
    }

private:
    // What is marked as found; null: nothing.
    [[nodiscard]] QRect marksIn(const QImage &image)
    {
        const QRgb marked = gui::Theme::of(&user().window()).colors().marked.rgb();
        QRect marks;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == marked)
                    marks |= QRect(x, y, 1, 1);
            }
        }
        return marks;
    }
};

QTEST_MAIN(TestSearchFeature)
#include "tst_searchfeature.moc"
