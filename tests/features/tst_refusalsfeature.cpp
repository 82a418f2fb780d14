// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// What my database does not take, and where my words are then.
class TestRefusalsFeature final : public FeatureTest
{
    Q_OBJECT

    void addAndSelect(const QString &title)
    {
        user().adds({title});
        user().clicksTodo(title);
        QTRY_VERIFY(user().isSaved());
    }
    void forbidCats()
    {
        execute(u"ALTER TABLE tusk.todo ADD CONSTRAINT no_cats CHECK (title || notes !~ 'cat')"_s);
    }
    void allowCats() { execute(u"ALTER TABLE tusk.todo DROP CONSTRAINT no_cats"_s); }
    void takeRightToWrite()
    {
        execute(u"REVOKE ALL ON FUNCTION tusk.apply_action(jsonb) FROM PUBLIC, tusk"_s);
    }
    void giveRightToWrite() { execute(u"GRANT ALL ON FUNCTION tusk.apply_action(jsonb) TO PUBLIC"_s); }

    // What the details of the message say.
    [[nodiscard]] QString values()
    {
        const QWidget &window = user().window();
        window.findChild<QPushButton *>(u"messageDetails"_s)->click();
        auto *box = window.findChild<QMessageBox *>();
        const QString values = box->informativeText();
        delete box;
        return values;
    }

protected:
    [[nodiscard]] bool isExpectedInLog(const QString &line) const override
    {
        return FeatureTest::isExpectedInLog(line) || line.contains(u"no_cats"_s) ||
               line.contains(u"permission denied for function apply_action"_s);
    }

private Q_SLOTS:
    void myEditWaitsUntilTheDatabaseTakesIt()
    {
        addAndSelect(u"Call Ana"_s);
        takeRightToWrite();
        user().clicks(u"Notes"_s);
        user().types(u"before five"_s);
        user().presses(u"Escape"_s);
        QVERIFY(user().sees(u"kept on this computer and tried again by itself"_s));
        QVERIFY(user().sees(u"1 change waiting"_s));
        QVERIFY(user().seesNow(u"before five"_s));

        giveRightToWrite();
        user().clicks(u"Try now"_s);

        QTRY_COMPARE(stored(u"SELECT notes FROM tusk.todo"_s), QStringList{u"before five"_s});
        QTRY_COMPARE(user().message(), QString());
    }

    void iTakeBackWhatMyDatabaseDoesNotTake()
    {
        takeRightToWrite();
        user().adds({u"dig"_s});
        QVERIFY(user().sees(u"tried again by itself"_s));
        user().clicksTodo(u"dig"_s);
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(user().titles(), QStringList());
        QVERIFY(user().isSaved());
        QTRY_VERIFY(!user().message().contains(u"Not saved"_s));
    }

    void iFindMyNotesWhereITypedThemAfterTheyWereRefused()
    {
        addAndSelect(u"Call Ana"_s);
        user().adds({u"Call Jonas"_s});
        QTRY_VERIFY(user().isSaved());
        forbidCats();
        user().clicksTodo(u"Call Ana"_s);
        user().clicks(u"Notes"_s);
        user().types(u"about the cat"_s);
        user().clicksTodo(u"Call Jonas"_s);
        QTRY_VERIFY2(user().message().startsWith(u"Not saved: "_s), qPrintable(user().message()));

        user().clicks(u"Edit again"_s);

        QTRY_COMPARE(user().selected(), QStringList{u"Call Ana"_s});
        QTRY_COMPARE(user().focused(), u"Notes"_s);
        user().types(u"fish"_s); // for the cat is a cat still
        QTRY_COMPARE(user().textOf(u"Notes"_s), u"about the catfish"_s);
        allowCats();
        user().presses(u"Escape"_s);
        QTRY_COMPARE(stored(u"SELECT title, notes FROM tusk.todo ORDER BY title"_s),
                     (QStringList{u"Call Ana|about the catfish"_s, u"Call Jonas|"_s}));
    }

    void iFindMyTitleWhereITypedItAfterItWasRefused()
    {
        addAndSelect(u"Feed the dog"_s);
        forbidCats();
        user().clicks(u"Title"_s);
        user().presses(u"Ctrl+A"_s);
        user().types(u"Feed the cat"_s);
        user().presses(u"Tab"_s);
        QTRY_VERIFY2(user().message().startsWith(u"Not saved: "_s), qPrintable(user().message()));
        QTRY_COMPARE(user().textOf(u"Title"_s), u"Feed the dog"_s);

        user().clicks(u"Edit again"_s);

        QTRY_COMPARE(user().focused(), u"Title"_s);
        QCOMPARE(user().textOf(u"Title"_s), u"Feed the cat"_s);
        user().presses(u"Ctrl+A"_s);
        user().types(u"Feed the bird"_s);
        user().presses(u"Tab"_s);
        QTRY_COMPARE(storedTitles(), QStringList{u"Feed the bird"_s}); // and no second todo
    }

    void iDoNotLoseTheLineThatIAmTypingWhereATitleWasRefused()
    {
        forbidCats();
        user().adds({u"feed the cat"_s});
        QTRY_VERIFY2(user().message().startsWith(u"Not saved: "_s), qPrintable(user().message()));
        user().presses(u"Ctrl+N"_s);
        user().types(u"feed the do"_s);

        user().clicks(u"Edit again"_s);
        QCOMPARE(user().textOf(u"Add a todo"_s), u"feed the do"_s);
        user().types(u"g"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedTitles(), QStringList{u"feed the dog"_s});
        QCOMPARE(user().message(),
                 u"Something else stands in the line for new todos: add or clear it first."_s);
        user().clicks(u"Dismiss"_s);
        QTRY_VERIFY2(user().message().startsWith(u"Not saved: "_s), qPrintable(user().message()));
        user().clicks(u"Edit again"_s);
        QTRY_COMPARE(user().textOf(u"Add a todo"_s), u"feed the cat"_s);
    }

    void iKeepMyNameOfAListThatWasRenamedElsewhere()
    {
        user().makesList(u"Garden"_s);
        QTRY_VERIFY(user().isSaved());
        network().cut(Proxy::NewConnections::Refused);
        QVERIFY(user().sees(u"offline"_s));
        execute(u"UPDATE tusk.list SET name = 'Yard'"_s);
        user().rightClicksInSidebar(u"Garden"_s);
        user().chooses({u"Rename"_s});
        user().presses(u"Ctrl+A"_s);
        user().types(u"Allotment"_s);
        user().presses(u"Return"_s);
        network().accept();

        QVERIFY(user().sees(u"“Yard” was changed elsewhere meanwhile"_s));
        QCOMPARE(values(), u"Kept: Yard\nYours: Allotment"_s);
        user().clicks(u"Use mine"_s);

        QTRY_COMPARE(stored(u"SELECT name FROM tusk.list"_s), QStringList{u"Allotment"_s});
    }

    void iReadWhatWasChangedElsewhereInMyWords_data()
    {
        QTest::addColumn<QString>("elsewhere");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("expected");
        QTest::newRow("due") << u"due_date = '2026-12-24'"_s << u"T"_s << u"Kept: 24 Dec\nYours: Today"_s;
        QTest::newRow("priority") << u"priority = 1"_s << u"1"_s << u"Kept: Low\nYours: High"_s;
        QTest::newRow("list") << u"list_id = (SELECT id FROM tusk.list WHERE name = 'Garden')"_s << QString()
                              << u"Kept: Garden\nYours: House"_s;
    }
    void iReadWhatWasChangedElsewhereInMyWords()
    {
        QFETCH(const QString, elsewhere);
        QFETCH(const QString, key);
        QFETCH(const QString, expected);
        user().makesList(u"Garden"_s);
        user().makesList(u"House"_s);
        user().goesTo(u"Inbox"_s);
        addAndSelect(u"Call Ana"_s);
        network().cut(Proxy::NewConnections::Refused);
        QVERIFY(user().sees(u"offline"_s));
        execute(u"UPDATE tusk.todo SET "_s + elsewhere);
        if (key.isEmpty())
            user().dragsTodo(u"Call Ana"_s, u"House"_s);
        else
            user().presses(key);
        network().accept();

        QVERIFY(user().sees(u"“Call Ana” was changed elsewhere meanwhile"_s));
        QCOMPARE(values(), expected);
    }

    void iFindWhatWasRefusedTheNextDay()
    {
        forbidCats();
        user().adds({u"feed the cat"_s});
        QTRY_VERIFY2(user().message().startsWith(u"Not saved: "_s), qPrintable(user().message()));
        user().quitsTusk();
        QTRY_VERIFY(!user().hasTuskOpen());
        allowCats();
        user().startsTusk();
        QTRY_COMPARE(storedTitles(), QStringList{u"feed the cat"_s});
    }
};

QTEST_MAIN(TestRefusalsFeature)
#include "tst_refusalsfeature.moc"
