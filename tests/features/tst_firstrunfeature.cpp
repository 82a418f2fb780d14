// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"
#include "support/oldfiles/oldapp.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// The very first minute with Tusk, in the words of those who have just installed it.
class TestFirstRunFeature final : public FeatureTest
{
    Q_OBJECT

    const QString m_question = u"How would you like to begin?"_s;

private Q_SLOTS:
    void iAmAskedHowToBegin()
    {
        QVERIFY(user().sees(m_question));
        QVERIFY(user().seesNow(u"Start fresh"_s));
        QVERIFY(user().seesNow(u"Bring my old todos"_s));
        QVERIFY(user().seesNow(u"Connect a database"_s));
        QCOMPARE(user().focused(), u"Add a todo"_s); // nothing is in the way
    }

    void iWalkRoundTheFirstPageWithTheTabKey()
    {
        QVERIFY(user().sees(m_question));
        const QStringList stops = user().walksRoundByTab();
        QVERIFY2(stops.contains(u"Start fresh"_s), qPrintable(stops.join(u'\n')));
        QVERIFY2(!stops.contains(u"Todos"_s), qPrintable(stops.join(u'\n')));
    }

    void iJustAddATodo()
    {
        QVERIFY(user().sees(m_question));
        user().types(u"Buy milk"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Buy milk"_s});
        QVERIFY(!user().seesNow(m_question));
        user().clicksTodo(u"Buy milk"_s);
        user().presses(u"Delete"_s);
        QTRY_COMPARE(user().titles(), QStringList());
        QVERIFY(!user().seesNow(m_question)); // also when it is empty again
    }

    void iStartFresh()
    {
        user().clicks(u"Start fresh"_s);
        QTRY_VERIFY(!user().seesNow(m_question));
        QCOMPARE(user().emptyState(), u"Nothing here yet"_s);
        QCOMPARE(user().focused(), u"Add a todo"_s);
    }

    void iCloseTheQuestion_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("with Esc") << u"Esc"_s;
        QTest::newRow("with its cross") << u"cross"_s;
    }
    void iCloseTheQuestion()
    {
        QFETCH(QString, how);
        QVERIFY(user().sees(m_question));
        if (how == "Esc"_L1)
            user().presses(how);
        else
            user().clicks(u"Close the welcome page"_s);
        QTRY_VERIFY(!user().seesNow(m_question));
        QCOMPARE(user().emptyState(), u"Nothing here yet"_s);
    }

    void iAmNeverAskedAgain()
    {
        QVERIFY(user().sees(m_question));
        user().quitsTusk();
        user().startsTusk();
        QCOMPARE(user().emptyState(), u"Nothing here yet"_s);
        QVERIFY(!user().seesNow(m_question));
    }

    void iBringMyOldTodosRightAway()
    {
        const QString old = homeFolder() + u"/todo_app_local.db"_s;
        tests::writeOldApp(old, 30);
        user().clicks(u"Bring my old todos"_s);
        QVERIFY(user().sees(u"todo_app_local.db"_s)); // it was found by itself
        user().clicks(u"todo_app_local.db"_s);
        QVERIFY(user().sees(u"A file of the earlier todo app"_s));
        user().presses(u"Escape"_s);
        QVERIFY(!user().seesNow(m_question));
        QFile::remove(old);
    }

    void iWantMyOwnDatabase()
    {
        user().clicks(u"Connect a database"_s);
        QVERIFY(user().sees(u"Pages of the settings"_s));
        QVERIFY(!user().seesNow(m_question));
    }

private:
    void begin() override { user().startsTuskForTheFirstTime(); }
};

QTEST_MAIN(TestFirstRunFeature)
#include "tst_firstrunfeature.moc"
