// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"
#include "gui/actions/actionregistry.h"
#include "gui/environments/environmentswitcher.h"
#include "support/guipausemeter.h"
#include "support/sanitizers.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCryptographicHash>
#include <QLabel>
#include <QMessageBox>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tusk;
using namespace tusk::tests;

// What people paste, and what they should better not have typed.
class TestOddTextsFeature final : public FeatureTest
{
    Q_OBJECT

    [[nodiscard]] static int widestWordOf(const QLabel &label)
    {
        int widest = 0;
        for (const QString &word : label.text().split(u' '))
            widest = std::max(widest, label.fontMetrics().horizontalAdvance(word));
        return widest;
    }
    static void tabulateTexts()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
        row("right to left", u"שלום עולם, לקנות חלב"_s);
        row("both directions", u"call أحمد about the «عقد» (5 pages)"_s);
        row("turned around", u"abc\u202edef\u202c ghi\u2066jkl"_s);
        row("emoji", u"🎂 for 👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 👍🏽"_s);
        row("combining marks", u"Z"_s + QString(60, u'\u0351') + u"algo e\u0301 n\u0303"_s);
        row("zero width", u"a\u200bb\u200dc\ufeffd\u2060e"_s);
        row("beyond the basic plane", u"𝒞𝒶𝓁𝓁 𠜎 𐍈"_s);
        row("not characters", u"a\ufffeb\uffffc"_s);
        row("of private use", u"a\ue000b\U000f0000c"_s);
        row("markup", u"<b>bold</b> &amp; <img src=x> %1 %n %s \\n"_s);
        row("mnemonics", u"R&D && more &x"_s);
        row("SQL", u"Robert'); DROP TABLE tusk.todo; --"_s);
        row("one long word", QString(500, u'W'));
    }
    static void tabulateRefused()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
        row("a bell", u"a\u0007b"_s);
        row("NUL", u"a"_s + QChar(QChar::Null) + u"b"_s);
        row("escape", u"\u001b[31mred"_s);
        row("half a character", u"a"_s + QChar(0xd83c) + u"b"_s);
        row("the other half", u"a"_s + QChar(0xdf82) + u"b"_s);
        row("too long", QString(501, u'x'));
        row("nothing that is seen", u"\u200b\u2060"_s);
    }
    static QString novel()
    {
        return u"It was a dark and stormy night; the rain fell in torrents. "_s.repeated(18'000);
    }
    static QString chapters()
    {
        return u"It was a dark and stormy night; the rain fell.\n"_s.repeated(22'000);
    }
    static void tabulateNovels()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a line of 1 MB") << novel();
        QTest::newRow("22,000 lines") << chapters();
        QTest::newRow("one word of 1 MB") << QString(1'000'000, u'x');
    }
    // Whoever waits longer believes that the program hangs.
    static constexpr auto bearable = 400ms;
    template <class Steps>
    void doesNotHang(Steps steps)
    {
        GuiPauseMeter meter;
        meter.start();
        steps();
        meter.runFor(300ms);
        meter.stop();
        QVERIFY2(meter.busiest() < bearable * sanitizerSlowdown,
                 qPrintable(QString::number(meter.busiest().count())));
    }

private Q_SLOTS:
    void iGiveATodoAnOddTitle_data() { tabulateTexts(); }
    void iGiveATodoAnOddTitle()
    {
        QFETCH(const QString, text);
        user().presses(u"Ctrl+N"_s);
        user().pastes(text);
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedTitles(), QStringList{text});
        QCOMPARE(user().titles(), QStringList{text});
        QVERIFY(user().message().isEmpty());
        user().presses(u"Down F2 End"_s);
        user().types(u"!"_s);
        user().presses(u"Escape"_s);
        user().searches(text.left(100));
        QTRY_VERIFY(user().titles().size() <= 1);
        user().presses(u"Escape Ctrl+K"_s);
        user().pastes(text);
        user().presses(u"Escape Ctrl+C"_s);
        QCOMPARE(user().titles(), QStringList{text});
    }

    void iWriteOddNotes_data() { tabulateTexts(); }
    void iWriteOddNotes()
    {
        QFETCH(const QString, text);
        user().adds({u"a"_s});
        user().clicksTodo(u"a"_s);
        user().clicks(u"Notes"_s);
        user().pastes(text);
        user().presses(u"Escape"_s);
        QTRY_COMPARE(stored(u"SELECT notes FROM tusk.todo"_s), QStringList{text});
    }

    void iGiveListsAndTagsOddNames_data() { tabulateTexts(); }
    void iGiveListsAndTagsOddNames()
    {
        QFETCH(const QString, text);
        const QString name = text.left(50);
        user().clicks(u"New list"_s);
        user().pastes(name);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT name FROM tusk.list"_s), QStringList{name});
        user().adds({u"a"_s});
        user().presses(u"Down G"_s);
        user().pastes(name);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT name FROM tusk.tag"_s), QStringList{name});
        user().clicksTodo(u"a"_s);
        user().clicks(u"List"_s);
        user().presses(u"Escape"_s);
        user().rightClicksTodo(u"a"_s);
        user().presses(u"Escape"_s);
        const QString spoken = name + u", 1"_s;
        QCOMPARE(user().sidebar().mid(6), (QStringList{spoken, spoken}));
    }

    void iTypeWhatCannotBeKeptAndAmToldWhy_data() { tabulateRefused(); }
    void iTypeWhatCannotBeKeptAndAmToldWhy()
    {
        QFETCH(const QString, text);
        user().presses(u"Ctrl+N"_s);
        user().pastes(text);
        const QString typed = user().textOf(u"Add a todo"_s);
        user().presses(u"Return"_s);
        if (user().message().isEmpty()) // the field has left out what cannot be shown
            QTRY_COMPARE(storedTitles(), QStringList{typed});
        else
            QCOMPARE(user().textOf(u"Add a todo"_s), typed);
    }

    void iPasteANovelIntoTheLineForNewTodos_data() { tabulateNovels(); }
    void iPasteANovelIntoTheLineForNewTodos()
    {
        QFETCH(const QString, text);
        user().presses(u"Ctrl+N"_s);
        doesNotHang([&] {
            user().pastes(text);
            user().presses(u"Return"_s);
        });
        QTRY_VERIFY(!user().message().isEmpty());
        QCOMPARE(user().titles(), QStringList());
    }

    void iPasteANovelAsTodos_data() { tabulateNovels(); }
    void iPasteANovelAsTodos()
    {
        QFETCH(const QString, text);
        user().adds({u"a"_s});
        user().presses(u"Down"_s);
        doesNotHang([&] { user().pastes(text); });
        QTRY_VERIFY(!user().message().isEmpty());
        QCOMPARE(user().titles(), QStringList{u"a"_s});
    }

    void iPasteANovelIntoATitle_data() { tabulateNovels(); }
    void iPasteANovelIntoATitle()
    {
        QFETCH(const QString, text);
        user().adds({u"a"_s});
        user().presses(u"Down F2 End"_s);
        doesNotHang([&] {
            user().pastes(text);
            user().presses(u"Return"_s);
        });
        QTRY_VERIFY(!user().message().isEmpty());
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"a"_s});
        user().clicks(u"Title"_s);
        doesNotHang([&] { user().pastes(text); });
        QVERIFY(user().sees(u"too long for a title"_s));
        QCOMPARE(user().textOf(u"Title"_s), u"a"_s);
    }

    void iPasteANovelIntoTheNotes_data() { tabulateNovels(); }
    void iPasteANovelIntoTheNotes()
    {
        QFETCH(const QString, text);
        const QString whole = text.left(1'000'000);
        user().adds({u"a"_s});
        user().clicksTodo(u"a"_s);
        user().clicks(u"Notes"_s);
        user().pastes(whole);
        user().types(u"!"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            stored(u"SELECT md5(notes) FROM tusk.todo"_s),
            stored(u"SELECT '%1'"_s.arg(QString::fromLatin1(
                QCryptographicHash::hash((whole + u'!').toUtf8(), QCryptographicHash::Md5).toHex()))),
            20'000);
        doesNotHang([&] { user().presses(u"Escape"_s); });
    }

    void iPasteANovelWhereverSomethingCanBeTyped_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addRow("search") << u"Ctrl+F"_s;
        QTest::addRow("palette") << u"Ctrl+K"_s;
        QTest::addRow("tag") << u"Down G"_s;
        QTest::addRow("list") << u"Down L"_s;
        QTest::addRow("date") << u"Down D"_s;
        QTest::addRow("all keys") << u"F1"_s;
    }
    void iPasteANovelWhereverSomethingCanBeTyped()
    {
        QFETCH(const QString, keys);
        user().adds({u"a"_s});
        user().presses(keys);
        for (const QString &text : {novel(), chapters()}) {
            doesNotHang([&] {
                user().presses(u"Ctrl+A"_s);
                user().pastes(text);
            });
            doesNotHang([&] { user().presses(u"Return"_s); });
        }
        user().presses(u"Escape Escape Ctrl+1"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"a"_s});
        QTRY_VERIFY(user().isSaved());
    }

    void iPasteANovelAsTheNameOfAList()
    {
        user().clicks(u"New list"_s);
        doesNotHang([&] {
            user().pastes(novel());
            user().presses(u"Return"_s);
        });
        QTRY_VERIFY(!user().message().isEmpty());
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.list"_s), QStringList{u"0"_s});
    }

    void iHaveATodoWithFiveHundredTags()
    {
        execute(u"INSERT INTO tusk.todo (title) VALUES ('tagged');"
                "INSERT INTO tusk.tag (name, position) SELECT 'tag ' || n, to_char(n, 'FM0000') || 'V'"
                " FROM generate_series(1, 500) n;"
                "INSERT INTO tusk.todo_tag SELECT t.id, g.id FROM tusk.todo t, tusk.tag g; SELECT 1"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"tagged"_s});
        QTRY_COMPARE(user().sidebar().size(), 506);
        doesNotHang([&] { user().clicksTodo(u"tagged"_s); });
        QVERIFY(user().sees(u"Tag tag 500"_s));
        doesNotHang([&] { user().presses(u"1"_s); });
        QTRY_COMPARE(stored(u"SELECT priority FROM tusk.todo"_s), QStringList{u"3"_s});
        user().clicks(u"Add a tag"_s);
        doesNotHang([&] { user().presses(u"Backspace"_s); });
        QTRY_COMPARE(stored(u"SELECT count(*) FROM tusk.todo_tag"_s), QStringList{u"499"_s});
    }

    void iHaveAThousandLists()
    {
        execute(u"INSERT INTO tusk.list (name, position) SELECT 'list ' || n, to_char(n, 'FM0000') || 'V'"
                " FROM generate_series(1, 1000) n; SELECT 1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(user().sidebar().size(), 1006, 20'000);
        user().adds({u"a"_s});
        user().presses(u"Down"_s);
        doesNotHang([&] { user().presses(u"L"_s); });
        user().types(u"list 777"_s);
        doesNotHang([&] { user().presses(u"Return"_s); });
        QTRY_COMPARE(stored(u"SELECT list FROM tusk.todo_overview"_s), QStringList{u"list 777"_s});
        doesNotHang([&] { user().goesTo(u"list 777"_s); });
        QTRY_COMPARE(user().titles(), QStringList{u"a"_s});
        doesNotHang([&] { user().rightClicksTodo(u"a"_s); });
        user().presses(u"Escape"_s);
        user().clicksTodo(u"a"_s);
        doesNotHang([&] { user().clicks(u"List"_s); });
        user().types(u"Inbox"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().titles(), QStringList());
    }

    void iNameThingsWithSignsAndReadThemAsIWroteThem()
    {
        const QString name = u"<b>x</b> R&D"_s;
        user().makesList(name);
        user().adds({name});
        user().presses(u"Down F10"_s);
        QCOMPARE(user().menu().value(0), u"Undo: Add “%1”"_s.arg(name));
        user().presses(u"Escape Ctrl+K"_s);
        user().types(u"undo"_s);
        QTRY_VERIFY(user().palette().contains(u"Undo: Add “%1”"_s.arg(name)));
        user().presses(u"Escape"_s);
        user().clicksTodo(name);
        user().presses(u"G"_s); // a tag of that name too
        user().types(name);
        user().presses(u"Return"_s);
        const auto ofThatName = [this] {
            QList<QAbstractButton *> buttons = user().window().findChildren<QAbstractButton *>();
            buttons.removeIf(
                [](const QAbstractButton *button) { return !button->text().contains(u"R&D"_s); });
            return buttons;
        };
        QTRY_COMPARE(ofThatName().size(), 2); // the list and the tag in the details
        for (const QAbstractButton *button : ofThatName())
            QVERIFY2(button->shortcut().isEmpty(), qPrintable(button->objectName()));
        user().rightClicksInSidebar(name);
        user().chooses({u"Delete…"_s});
        QVERIFY(user().sees(u"Delete the list “%1”?"_s.arg(name)));
        const auto *question = user().window().findChild<QMessageBox *>(u"deleteListQuestion"_s);
        for (const QLabel *label : question->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        user().presses(u"Escape"_s);
        user().window().switcher().setEntries({{QUuid::createUuid(), name, {}, {}}}, {});
        QCOMPARE(user().window().actions().action(gui::ActionId::Environment1).text(),
                 u"Switch to <b>x</b> R&&D"_s);
    }

    void iPasteANovelWhereADateIsAskedFor()
    {
        user().adds({u"a"_s});
        user().presses(u"Down D"_s);
        QTRY_COMPARE(user().focused(), u"Date in words"_s);
        const QWidget *popUp = QApplication::activePopupWidget();
        const QRect before = popUp->geometry();
        user().pastes(QString(1'000'000, u'W'));
        user().presses(u"Return"_s);
        QVERIFY(user().sees(u"is not a date. Nothing was changed."_s));
        QTest::qWait(0); // it is laid out
        QCOMPARE(popUp->width(), before.width());
        const auto *said = popUp->findChild<QLabel *>(u"dateUnderstood"_s);
        QVERIFY(said->textFormat() == Qt::PlainText);
        QVERIFY(said->fontMetrics().horizontalAdvance(u'W') * 20 > widestWordOf(*said));
        user().presses(u"Escape"_s);
    }

    void iSearchForALongWordAndReadWhatIsSaidOfIt()
    {
        user().searches(QString(60, u'W'));
        QTRY_VERIFY(user().emptyState().startsWith(u"Nothing matches “"_s));
        const auto *sentence = user().window().findChild<QLabel *>(u"emptySentence"_s);
        QVERIFY2(widestWordOf(*sentence) <= sentence->width(), qPrintable(sentence->text()));
    }
};

QTEST_MAIN(TestOddTextsFeature)
#include "tst_oddtextsfeature.moc"
