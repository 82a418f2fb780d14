// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

#include <QLocale>
#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// The settings, in the words of those who have habits.
class TestSettingsFeature final : public FeatureTest
{
    Q_OBJECT

private Q_SLOTS:
    void iLetMyWeekBeginOnSunday()
    {
        user().opensSettings(u"General"_s);
        user().choosesIn(u"First day of the week"_s, u"Sunday"_s);
        user().presses(u"Escape"_s);
        user().adds({u"next week"_s});
        user().clicksTodo(u"next week"_s);
        user().presses(u"W"_s);
        QTRY_COMPARE(stored(u"SELECT due_date FROM tusk.todo"_s), QStringList{u"2026-11-22"_s});
        user().presses(u"Ctrl+Z"_s);
        user().clicks(u"Due"_s);
        user().clicks(u"Next week"_s); // in the calendar, too
        QTRY_COMPARE(stored(u"SELECT due_date FROM tusk.todo"_s), QStringList{u"2026-11-22"_s});
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(stored(u"SELECT count(due_date) FROM tusk.todo"_s), QStringList{u"0"_s});
        user().rightClicksTodo(u"next week"_s);
        user().chooses({u"Due"_s, u"Next week"_s});
        QTRY_COMPARE(stored(u"SELECT due_date FROM tusk.todo"_s), QStringList{u"2026-11-22"_s});
    }

    void iReadDaysInTheLanguageOfMyDesktop()
    {
        const QLocale english;
        const auto back = qScopeGuard([&english] { QLocale::setDefault(english); });
        user().quitsTusk();
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        user().startsTusk();
        user().adds({u"Tee"_s});
        user().clicksTodo(u"Tee"_s);
        user().presses(u"T"_s);
        user().goesTo(u"Today"_s);
        QTRY_COMPARE(user().rows().value(0), u"Today · Mittwoch 18 November, 1 todo"_s);
    }

    void iChooseEnglishAndAmToldWhenItComes()
    {
        const QString when = u"The language changes when Tusk is started again."_s;
        user().opensSettings(u"General"_s);
        QVERIFY(!user().seesNow(when));
        user().choosesIn(u"Language"_s, u"English"_s);
        QVERIFY(user().sees(when));
        user().presses(u"Escape"_s);
        user().quitsTusk();
        user().startsTusk();
        user().opensSettings(u"General"_s);
        QTRY_COMPARE(user().textOf(u"Language"_s), u"English"_s);
        QVERIFY(!user().seesNow(when));
    }

    void iHaveAListForWhatComesFromToday()
    {
        user().makesList(u"Garden"_s);
        user().opensSettings(u"General"_s);
        user().choosesIn(u"New todos go to"_s, u"Garden"_s);
        user().presses(u"Escape"_s);
        user().goesTo(u"Today"_s);
        user().adds({u"dig"_s});
        QTRY_COMPARE(user().row(u"dig"_s), u"dig, due today, list Garden, not completed"_s);
        user().goesTo(u"Inbox"_s);
        user().adds({u"think"_s});
        QTRY_COMPARE(user().titles(), QStringList{u"think"_s});
    }

    void iChooseTheDarkAndItIsDarkTheNextTime()
    {
        const int light = user().lightness();
        user().opensSettings(u"Appearance"_s);
        user().clicks(u"Dark"_s);
        user().presses(u"Escape"_s);
        QTRY_VERIFY(user().lightness() < light / 2);
        user().quitsTusk();
        user().startsTusk();
        QVERIFY(user().lightness() < light / 2);
    }

    void iWalkRoundAPageWithTheTabKey_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QStringList>("stops");
        // A list to choose from is called by what is chosen; its label is a relation.
        QTest::newRow("general") << u"General"_s << QStringList{u"Pages of the settings"_s, u"Midnight"_s,
                                                                u"As in this country"_s,    u"Inbox"_s,
                                                                u"As the desktop"_s,        u"Close"_s};
        // The arrows lead to the other choices.
        QTest::newRow("appearance") << u"Appearance"_s
                                    << QStringList{u"Pages of the settings"_s, u"As the desktop"_s,
                                                   u"Close"_s};
    }
    void iWalkRoundAPageWithTheTabKey()
    {
        QFETCH(const QString, page);
        QFETCH(const QStringList, stops);
        user().opensSettings(page);
        const QStringList walked = user().walksRoundByTab();
        for (const QString &stop : stops)
            QVERIFY2(walked.contains(stop), qPrintable(stop + u" is not in:\n"_s + walked.join(u'\n')));
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().focused(), u"Add a todo"_s);
    }

    void iWalkRoundThePageOfKeysWithTheTabKey()
    {
        user().opensSettings(u"Keys"_s);
        const QStringList stops = user().walksRoundByTab();
        for (const QString &stop : {u"Pages of the settings"_s, u"Search actions and keys"_s,
                                    u"Actions and their keys"_s, u"Change key…"_s, u"Close"_s})
            QVERIFY2(stops.contains(stop), qPrintable(stop + u" is not in:\n"_s + stops.join(u'\n')));
    }

    void iChangeAKeyAndTheSheetSaysSo()
    {
        user().opensSettings(u"Keys"_s);
        user().clicks(u"Search actions and keys"_s);
        user().types(u"Go to Today"_s);
        user().presses(u"Tab"_s); // into the table
        user().presses(u"Return"_s);
        user().presses(u"Ctrl+T"_s);
        user().presses(u"Escape"_s);
        user().presses(u"Ctrl+T"_s);
        QTRY_COMPARE(user().place(), u"Today"_s);
        user().presses(u"Ctrl+1 Ctrl+2"_s); // the old key is free
        QCOMPARE(user().place(), u"Inbox"_s);
        user().presses(u"F1"_s);
        QVERIFY(user().sees(u"Ctrl+T"_s));
        user().presses(u"Escape"_s);
        user().quitsTusk();
        user().startsTusk();
        user().presses(u"Ctrl+T"_s);
        QTRY_COMPARE(user().place(), u"Today"_s);
    }

    void iGiveAKeyToTwoActionsAndAmAsked()
    {
        user().opensSettings(u"Keys"_s);
        user().clicks(u"Search actions and keys"_s);
        user().types(u"Go to Today"_s);
        user().presses(u"Tab Return"_s);
        user().presses(u"Ctrl+1"_s);
        QVERIFY(user().sees(u"Ctrl+1 belongs to “Go to Inbox”. One key can do one thing only."_s));
        user().presses(u"Escape Ctrl+1"_s); // nothing has changed
        QTRY_COMPARE(user().place(), u"Inbox"_s);

        user().opensSettings(u"Keys"_s);
        user().clicks(u"Search actions and keys"_s);
        user().types(u"Go to Today"_s);
        user().presses(u"Tab Return"_s);
        user().presses(u"Ctrl+1"_s);
        user().presses(u"Return"_s); // take it
        user().presses(u"Escape Ctrl+1"_s);
        QTRY_COMPARE(user().place(), u"Today"_s);
    }
};

QTEST_MAIN(TestSettingsFeature)
#include "tst_settingsfeature.moc"
