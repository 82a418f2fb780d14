// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QScopeGuard>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// Opens what the desktop is asked to open.
class Browser final : public QObject
{
    Q_OBJECT

public:
    QStringList opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url.toString()); }
};

// The details of a todo, in the words of those who write them down.
class TestDetailsFeature final : public FeatureTest
{
    Q_OBJECT

    void addAndSelect(const QString &title)
    {
        user().adds({title});
        user().clicksTodo(title);
        QTRY_VERIFY(user().isSaved());
    }
    [[nodiscard]] QStringList storedDue()
    {
        return stored(
            u"SELECT due_date, coalesce(due_time::text, '-') FROM tusk.todo WHERE due_date IS NOT NULL"_s);
    }
    [[nodiscard]] static QStringList offered() // in the list below a field
    {
        const auto *list = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
        QStringList result;
        for (int row = 0; list && row < list->model()->rowCount(); ++row)
            result.append(list->model()->index(row, 0).data().toString());
        return result;
    }

private Q_SLOTS:
    void iWriteNotesAndTheyAreSavedWhileIType()
    {
        addAndSelect(u"Call Ana"_s);
        user().clicks(u"Notes"_s);
        user().types(u"before **five**"_s);
        QTRY_COMPARE(stored(u"SELECT notes FROM tusk.todo"_s), QStringList{u"before **five**"_s});
        QCOMPARE(user().focused(), u"Notes"_s); // and I can go on
        user().types(u", please"_s);
        user().presses(u"Escape"_s);
        QVERIFY(user().sees(u"before five, please"_s)); // as it is meant
        QTRY_COMPARE(stored(u"SELECT notes FROM tusk.todo"_s), QStringList{u"before **five**, please"_s});
        QTRY_COMPARE(user().row(u"Call Ana"_s), u"Call Ana, with notes, not completed"_s);
    }

    void iGoToTheLinksInMyNotesByTabAndOpenThem()
    {
        Browser browser;
        QDesktopServices::setUrlHandler(u"https"_s, &browser, "open");
        const auto back = qScopeGuard([] { QDesktopServices::unsetUrlHandler(u"https"_s); });
        addAndSelect(u"Buy seeds"_s);
        user().presses(u"N"_s);
        QTRY_COMPARE(user().focused(), u"Notes"_s);
        user().types(u"[Seeds](https://example.org/seeds) and [soil](https://example.org/soil)"_s);
        user().presses(u"Escape"_s);
        QTRY_VERIFY(user().isSaved());
        QTRY_COMPARE(user().textOf(u"Notes"_s), u"Seeds and soil"_s);
        QCOMPARE(user().focused(), u"Notes"_s);
        user().presses(u"Tab Return"_s);
        QTRY_COMPARE(browser.opened, QStringList{u"https://example.org/seeds"_s});
        user().presses(u"Tab Return"_s);
        QTRY_COMPARE(browser.opened.value(1), u"https://example.org/soil"_s);
        QCOMPARE(user().focused(), u"Notes"_s);
        user().presses(u"Tab"_s); // on, behind the notes
        QVERIFY(user().focused() != u"Notes"_s);
        user().presses(u"Shift+Tab Return"_s); // on no link: there is nothing to open
        QTRY_COMPARE(user().textOf(u"Notes"_s),
                     u"[Seeds](https://example.org/seeds) and [soil](https://example.org/soil)"_s);
        QCOMPARE(browser.opened.size(), 2);
    }

    void iQuitInTheMiddleOfAWordAndItIsThere()
    {
        addAndSelect(u"Call Ana"_s);
        user().clicks(u"Notes"_s);
        user().types(u"before fi"_s);
        user().quitsTusk();
        QCOMPARE(stored(u"SELECT notes FROM tusk.todo"_s), QStringList{u"before fi"_s});
    }

    void iKeepMyCursorAndMyWordsWhileTheTodoChangesElsewhere()
    {
        addAndSelect(u"Call Ana"_s);
        user().clicks(u"Title"_s);
        user().presses(u"Home"_s);
        user().types(u"Please "_s);
        QTRY_VERIFY(user().isSaved());
        otherComputer().edit(u"Please call Ana"_s, u"Call Jonas"_s);
        otherComputer().edit(u"Call Ana"_s, u"Call Jonas"_s);
        otherComputer().edit(u"Please Call Ana"_s, u"Call Jonas"_s);
        QTRY_COMPARE(stored(u"SELECT title FROM tusk.todo"_s), QStringList{u"Call Jonas"_s});
        QTRY_COMPARE(user().titles(), QStringList{u"Call Jonas"_s});
        user().types(u"do "_s); // where the cursor was
        QCOMPARE(user().textOf(u"Title"_s), u"Please do Call Ana"_s);
        user().presses(u"Tab"_s);
        QVERIFY(user().sees(u"was changed elsewhere meanwhile"_s));
        user().clicks(u"Use mine"_s);
        QTRY_COMPARE(stored(u"SELECT title FROM tusk.todo"_s), QStringList{u"Please do Call Ana"_s});
    }

    void iInsistOnMyWordsWithoutTheMouse()
    {
        addAndSelect(u"Call Ana"_s);
        user().clicks(u"Title"_s);
        user().presses(u"Ctrl+A"_s);
        user().types(u"Write to Ana"_s);
        QTRY_COMPARE(stored(u"SELECT title FROM tusk.todo"_s), QStringList{u"Write to Ana"_s});
        execute(u"UPDATE tusk.todo SET title = 'Call Jonas'; SELECT 1"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Call Jonas"_s});
        user().types(u" today"_s); // where the cursor was
        user().presses(u"Tab"_s);
        QVERIFY(user().sees(u"was changed elsewhere meanwhile"_s));
        user().tabsTo(u"Use mine"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT title FROM tusk.todo"_s), QStringList{u"Write to Ana today"_s});
    }

    void iTypeADateAsISayIt_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("meant");
        QTest::addRow("tomorrow") << u"tomorrow"_s << u"2026-11-19|-"_s; // today is a Wednesday
        QTest::addRow("a weekday") << u"fri"_s << u"2026-11-20|-"_s;
        QTest::addRow("in words") << u"in 3 days"_s << u"2026-11-21|-"_s;
        QTest::addRow("with a time") << u"tomorrow 9am"_s << u"2026-11-19|09:00:00"_s;
        QTest::addRow("a day of next year") << u"2 jan"_s << u"2027-01-02|-"_s;
        QTest::addRow("in figures") << u"2026-12-24 17:30"_s << u"2026-12-24|17:30:00"_s;
    }
    void iTypeADateAsISayIt()
    {
        QFETCH(const QString, said);
        QFETCH(const QString, meant);
        addAndSelect(u"Call Ana"_s);
        user().clicks(u"Due"_s);
        user().types(said);
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedDue(), QStringList{meant});
    }

    void iTypeADateThatDoesNotExist_data()
    {
        QTest::addColumn<QString>("said");
        for (const char *said :
             {"31 feb", "2026-02-30", "24:61", "yesterweek", "99999-01-01", "in 99999999999 days"})
            QTest::addRow("%s", said) << QString::fromLatin1(said);
    }
    void iTypeADateThatDoesNotExist()
    {
        QFETCH(const QString, said);
        addAndSelect(u"Call Ana"_s);
        user().clicks(u"Due"_s);
        user().types(said);
        user().presses(u"Return"_s);
        QVERIFY(user().sees(u"Nothing was changed."_s));
        user().presses(u"Escape"_s);
        QVERIFY(user().isSaved());
        QCOMPARE(storedDue(), QStringList());
    }

    void iPickADayInTheCalendar()
    {
        addAndSelect(u"Call Ana"_s);
        user().presses(u"D"_s); // the calendar opens from the list, too
        QTRY_COMPARE(user().focused(), u"Date in words"_s);
        user().presses(u"Down"_s);
        QTRY_VERIFY(user().focused() != u"Date in words"_s);
        user().presses(u"Down Right Return"_s); // a week and a day on
        QTRY_COMPARE(storedDue(), QStringList{u"2026-11-26|-"_s});
    }

    void iLetATodoRestUntilItStarts()
    {
        addAndSelect(u"Plan the holidays"_s);
        user().presses(u"T"_s);
        user().clicks(u"Starts"_s);
        user().types(u"in 3 days"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT start_date FROM tusk.todo"_s), QStringList{u"2026-11-21"_s});
        user().goesTo(u"Today"_s);
        QTRY_COMPARE(user().titles(), QStringList());
        user().waitsUntil(QDateTime({2026, 11, 21}, {7, 0}));
        QTRY_COMPARE(user().titles(), QStringList{u"Plan the holidays"_s});
    }

    void iGiveATodoTagsAPriorityAndAList()
    {
        user().makesList(u"Garden"_s);
        user().goesTo(u"Inbox"_s);
        addAndSelect(u"dig"_s);
        user().clicks(u"Add a tag"_s);
        user().types(u"errand,"_s);
        user().types(u"5 minutes"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT name FROM tusk.tag ORDER BY name"_s),
                     (QStringList{u"5 minutes"_s, u"errand"_s}));
        user().clicks(u"Priority"_s);
        user().presses(u"Home Down Return"_s);
        QTRY_COMPARE(stored(u"SELECT priority FROM tusk.todo"_s), QStringList{u"2"_s});
        user().clicks(u"List"_s);
        user().types(u"Gar"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT list FROM tusk.todo_overview"_s), QStringList{u"Garden"_s});
        QCOMPARE(user().textOf(u"Priority"_s), u"Priority: Medium"_s);
    }

    void iMakeTheListOfATodoWhereIChooseIt()
    {
        addAndSelect(u"dig"_s);
        QVERIFY(user().sees(u"List: Inbox"_s));
        user().clicks(u"List"_s);
        user().types(u"Garden"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT list FROM tusk.todo_overview"_s), QStringList{u"Garden"_s});
        QTRY_COMPARE(user().textOf(u"List"_s), u"List: Garden"_s);
        user().presses(u"Ctrl+Z"_s); // list and move were one thing
        QTRY_COMPARE(stored(u"SELECT count(*) FROM tusk.list"_s), QStringList{u"0"_s});
        QTRY_COMPARE(user().textOf(u"List"_s), u"List: Inbox"_s);
    }

    void iFindAListByANameThatIsThereAndMakeNoSecond()
    {
        user().makesList(u"Garden"_s);
        user().goesTo(u"Inbox"_s);
        addAndSelect(u"dig"_s);
        user().clicks(u"List"_s);
        user().types(u"garden"_s);
        user().presses(u"Down Return"_s); // there is nothing below it
        QTRY_COMPARE(stored(u"SELECT list FROM tusk.todo_overview"_s), QStringList{u"Garden"_s});
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.list"_s), QStringList{u"1"_s});
    }

    void iTypeTheBeginningOfATagAndTakeTheOneThatIsThere_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addRow("Enter") << u"Return"_s;
        QTest::addRow("Tab") << u"Tab"_s;
        QTest::addRow("comma") << u","_s;
    }
    void iTypeTheBeginningOfATagAndTakeTheOneThatIsThere()
    {
        QFETCH(const QString, key);
        user().adds({u"dig"_s, u"sow"_s});
        user().clicksTodo(u"dig"_s);
        user().clicks(u"Add a tag"_s);
        user().types(u"errand,"_s);
        user().types(u"garden,"_s);
        QTRY_COMPARE(stored(u"SELECT name FROM tusk.tag ORDER BY name"_s),
                     (QStringList{u"errand"_s, u"garden"_s}));
        user().clicksTodo(u"sow"_s);
        user().clicks(u"Add a tag"_s);
        user().types(u"err"_s);
        QTRY_COMPARE(offered(), QStringList{u"errand"_s});
        user().presses(u"Down"_s);
        user().presses(key);
        QTRY_COMPARE(stored(u"SELECT g.name FROM tusk.todo_tag o JOIN tusk.todo t ON t.id = o.todo_id "
                            "JOIN tusk.tag g ON g.id = o.tag_id WHERE t.title = 'sow'"_s),
                     QStringList{u"errand"_s});
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.tag"_s), QStringList{u"2"_s});
    }

    void iTypeTagsWithCommasWhileOthersAreOffered()
    {
        user().adds({u"dig"_s, u"sow"_s});
        user().clicksTodo(u"dig"_s);
        user().clicks(u"Add a tag"_s);
        user().types(u"errand,"_s);
        QTRY_COMPARE(stored(u"SELECT name FROM tusk.tag"_s), QStringList{u"errand"_s});
        user().clicksTodo(u"sow"_s);
        user().clicks(u"Add a tag"_s);
        user().types(u"err"_s);
        QTRY_COMPARE(offered(), QStringList{u"errand"_s});
        user().types(u","_s); // as I have typed it, not what is offered
        QTRY_COMPARE(offered(), QStringList());
        user().types(u"seeds,"_s);
        QTRY_COMPARE(stored(u"SELECT name FROM tusk.tag ORDER BY name"_s),
                     (QStringList{u"err"_s, u"errand"_s, u"seeds"_s}));
    }

    void iTakeATagAwayWithTheBackspaceKey()
    {
        addAndSelect(u"dig"_s);
        user().clicks(u"Add a tag"_s);
        user().types(u"errand,"_s);
        QVERIFY(user().sees(u"Tag errand"_s));
        user().presses(u"Backspace"_s);
        QTRY_COMPARE(stored(u"SELECT count(*) FROM tusk.todo_tag"_s), QStringList{u"0"_s});
        QTRY_VERIFY(!user().seesNow(u"Tag errand"_s));
    }

    void iLeaveATagWithoutEnterAndItIsAdded()
    {
        const QString tags =
            u"SELECT t.title, g.name FROM tusk.todo_tag o JOIN tusk.todo t ON t.id = o.todo_id"
            " JOIN tusk.tag g ON g.id = o.tag_id ORDER BY g.name"_s;
        user().adds({u"dig"_s, u"sow"_s});
        user().clicksTodo(u"dig"_s);
        user().clicks(u"Add a tag"_s);
        user().types(u"errand"_s);
        user().clicks(u"Title"_s); // another field
        QTRY_COMPARE(stored(tags), QStringList{u"dig|errand"_s});
        user().clicks(u"Add a tag"_s);
        user().types(u"garden"_s);
        user().clicksTodo(u"sow"_s); // another todo
        QTRY_COMPARE(stored(tags), (QStringList{u"dig|errand"_s, u"dig|garden"_s}));
        user().clicks(u"Add a tag"_s);
        user().types(u"zzz"_s);
        user().presses(u"Escape"_s); // I do not mean it
        user().types(u"monthly"_s);
        user().quitsTusk();
        QCOMPARE(stored(tags), (QStringList{u"dig|errand"_s, u"dig|garden"_s, u"sow|monthly"_s}));
    }

    void iSeeWhatSeveralTodosShareAndChangeItForAll()
    {
        user().adds({u"a"_s, u"b"_s});
        user().clicksTodo(u"a"_s);
        user().presses(u"1 T"_s);
        user().clicksTodo(u"b"_s);
        user().presses(u"T"_s);
        user().selects({u"a"_s, u"b"_s});
        QVERIFY(user().sees(u"2 todos selected"_s));
        QCOMPARE(user().textOf(u"Due"_s), u"Due: Today"_s);
        QCOMPARE(user().textOf(u"Priority"_s), u"Priority: Different priorities"_s);
        user().clicks(u"Due"_s);
        user().types(u"tomorrow"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT title, due_date, priority FROM tusk.todo ORDER BY title"_s),
                     (QStringList{u"a|2026-11-19|3"_s, u"b|2026-11-19|0"_s}));
    }

    void iSeeThatTheListsAndStartsOfSeveralTodosDifferAndSetThemForAll()
    {
        user().makesList(u"Garden"_s);
        user().adds({u"a"_s});
        user().goesTo(u"Inbox"_s);
        user().adds({u"b"_s});
        user().goesTo(u"All"_s);
        user().clicksTodo(u"a"_s);
        user().clicks(u"Starts"_s);
        user().types(u"in 3 days"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT start_date FROM tusk.todo WHERE start_date IS NOT NULL"_s),
                     QStringList{u"2026-11-21"_s});
        user().selects({u"a"_s, u"b"_s});
        QVERIFY(user().sees(u"2 todos selected"_s));
        QTRY_COMPARE(user().textOf(u"Starts"_s), u"Starts: Different dates"_s);
        QCOMPARE(user().textOf(u"List"_s), u"List: Different lists"_s);
        user().clicks(u"Starts"_s);
        user().types(u"in 5 days"_s);
        user().presses(u"Return"_s);
        user().clicks(u"List"_s);
        user().types(u"Gar"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT title, start_date, list FROM tusk.todo_overview ORDER BY title"_s),
                     (QStringList{u"a|2026-11-23|Garden"_s, u"b|2026-11-23|Garden"_s}));
        QTRY_COMPARE(user().textOf(u"List"_s), u"List: Garden"_s);
    }

    void iReadHowOftenATodoRepeats()
    {
        execute(u"INSERT INTO tusk.todo (title, repeat, position) VALUES "
                "('Pay the rent', 'FREQ=MONTHLY;BYMONTHDAY=3', 'a1'), ('Call Ana', '', 'a2'); SELECT 1"_s);
        user().clicksTodo(u"Pay the rent"_s);
        QVERIFY(user().sees(u"Repeats"_s)); // the name of the field
        const auto *inWords = user().window().findChild<QLabel *>(u"detailsRepeat"_s);
        QVERIFY(inWords->isVisible());
        QCOMPARE(inWords->text(), u"every month on day 3"_s);
        user().clicksTodo(u"Call Ana"_s);
        QTRY_VERIFY(!user().seesNow(u"Repeats"_s));
    }

    void iSeeWhenATodoWasEditedCompletedAndDeleted()
    {
        const auto at = [](QDate day, QTime time) {
            return QDateTime(day, time).toUTC().toString(Qt::ISODate);
        };
        execute(
            u"INSERT INTO tusk.todo (title, created_at, updated_at) VALUES ('dig', '%1', '%2'); SELECT 1"_s
                .arg(at({2026, 11, 16}, {9, 0}), at({2026, 11, 18}, {9, 40})));
        user().clicksTodo(u"dig"_s);
        QVERIFY(user().sees(u"Added Monday · edited 20 minutes ago"_s));
        user().clicksCircleOf(u"dig"_s);
        user().goesTo(u"Completed"_s);
        user().clicksTodo(u"dig"_s);
        QVERIFY(user().sees(u"Added Monday · completed just now"_s));
        user().presses(u"Delete"_s);
        user().goesTo(u"Trash"_s);
        user().clicksTodo(u"dig"_s);
        QVERIFY(user().sees(u"Added Monday · deleted just now"_s));
    }

    void iSeeWhenATodoWasMade()
    {
        addAndSelect(u"dig"_s);
        QVERIFY(user().sees(u"Added just now"_s));
        user().waitsUntil(QDateTime({2026, 11, 19}, {7, 0}));
        user().adds({u"sow"_s});
        user().clicksTodo(u"dig"_s);
        QVERIFY(user().sees(u"Added yesterday"_s) || user().sees(u"Added Yesterday"_s));
    }
};

QTEST_MAIN(TestDetailsFeature)
#include "tst_detailsfeature.moc"
