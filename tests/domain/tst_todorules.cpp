// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/todorules.h"
#include "support/testcase.h"

using namespace tusk;
using namespace tusk::domain;
using namespace Qt::StringLiterals;

namespace
{

const QChar loneHigh(0xd83d);
const QChar loneLow(0xdc18);

// The stored text, or the sentence in brackets.
QString outcome(const base::Result<QString> &result)
{
    return result ? *result : QString(u'[' + result.error().sentence + u']');
}

QString outcome(const When &when)
{
    const auto result = checkedWhen(when);
    if (result)
        return *result == when ? u"same"_s : u"changed"_s;
    return result.error().kind == base::ErrorKind::InvalidInput ? result.error().sentence : u"wrong kind"_s;
}

// A list or a tag.
template <class Record>
Record named(const QString &name)
{
    Record record;
    record.id = decltype(record.id)(QUuid::createUuid());
    record.name = name;
    return record;
}

} // namespace

class TestTodoRules final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    // NUL, lone surrogates, emoji and right-to-left text arrive unchanged or are refused with a sentence.
    void trap38_shouldKeepTitlesOrRefuseThemWithASentence_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto kept = [](const char *name, const QString &typed) {
            QTest::newRow(name) << typed << typed;
        };
        const auto row = [](const char *name, const QString &typed, const QString &expected) {
            QTest::newRow(name) << typed << expected;
        };
        kept("plain", u"Water the tomatoes"_s);
        kept("emoji", u"👨‍👩‍👧‍👦 🇩🇪 👍🏽 𝒜"_s);
        kept("right to left", u"שלום עולם, مرحبا"_s);
        kept("direction marks", u"\u200Eabc\u200F \u202Bאב\u202C \u2066x\u2069"_s);
        kept("joiners", u"می\u200Cخواهم क\u200D्"_s);
        kept("combining", u"e\u0301 ẞ ﬁ"_s);
        kept("private use and non-characters", u"\uE000\uFFFE"_s);
        kept("no-break blanks inside", u"10\u00A0km"_s);
        kept("markup and SQL", u"<b>'; DROP TABLE todo; --\\</b>"_s);
        row("blanks at both ends", u"  Milk\u00A0\u3000"_s, u"Milk"_s);
        row("line breaks and tabs", u"\tMilk\nand\r\nbread\rand\u2028eggs\u2029and\u0085salt\v\f"_s,
            u"Milk and bread and eggs and salt"_s);
        row("empty", QString(), u"[The title is blank.]"_s);
        row("blank", u" \t\r\n\u2003"_s, u"[The title is blank.]"_s);
        row("invisible", u" \u200B\u200E\uFEFF "_s, u"[The title is blank.]"_s);
        row("NUL", u"Mi\0lk"_s,
            u"[Character 3 of the title is the control character U+0000, which cannot be kept.]"_s);
        row("bell after an emoji", u" 🐘\a"_s,
            u"[Character 3 of the title is the control character U+0007, which cannot be kept.]"_s);
        row("delete", u"\u007F"_s,
            u"[Character 1 of the title is the control character U+007F, which cannot be kept.]"_s);
        row("C1", u"a\u009B"_s,
            u"[Character 2 of the title is the control character U+009B, which cannot be kept.]"_s);
        row("escape", u"\u001B[31m"_s,
            u"[Character 1 of the title is the control character U+001B, which cannot be kept.]"_s);
        const QString half = u"[Character 2 of the title is damaged: only half of it is there.]"_s;
        row("lone high surrogate", u'a' + QString(loneHigh), half);
        row("lone high surrogate inside", u'a' + QString(loneHigh) + u'b', half);
        row("lone low surrogate", u'a' + QString(loneLow) + u'b', half);
        row("swapped pair", u'a' + QString(loneLow) + loneHigh, half);
        row("half a pair behind a pair", u"🐘"_s + loneHigh + u"🐘"_s, half);
    }
    void trap38_shouldKeepTitlesOrRefuseThemWithASentence()
    {
        QFETCH(const QString, typed);
        const auto result = checkedTitle(typed);
        QTEST(outcome(result), "expected");
        if (!result) {
            QVERIFY(result.error().kind == base::ErrorKind::InvalidInput);
            QVERIFY(result.error().connectionUsable);
        }
    }

    void shouldCountTitlesByCodePoints_data()
    {
        QTest::addColumn<QString>("character");
        QTest::newRow("ASCII") << u"a"_s;
        QTest::newRow("three bytes") << u"語"_s;
        QTest::newRow("two UTF-16 units") << u"🐘"_s;
    }
    void shouldCountTitlesByCodePoints()
    {
        QFETCH(const QString, character);
        QCOMPARE(outcome(checkedTitle(character.repeated(500))), character.repeated(500));
        QCOMPARE(outcome(checkedTitle(character.repeated(501))),
                 u"[The title is too long: 501 characters, at most 500 are possible.]"_s);
        QCOMPARE(outcome(checkedTitle(u"  "_s + character.repeated(500) + u"\n"_s)), character.repeated(500));
        QCOMPARE(outcome(checkedTitle(character.repeated(612))),
                 u"[The title is too long: 612 characters, at most 500 are possible.]"_s);
    }

    void shouldCheckNamesOfListsAndTagsAsTitles()
    {
        QCOMPARE(outcome(checkedListName(u" Home\tand garden "_s)), u"Home and garden"_s);
        QCOMPARE(outcome(checkedTagName(u" later "_s)), u"later"_s);
        QCOMPARE(outcome(checkedListName(u"🐘"_s.repeated(200))), u"🐘"_s.repeated(200));
        QCOMPARE(outcome(checkedTagName(u"🐘"_s.repeated(200))), u"🐘"_s.repeated(200));
        QCOMPARE(outcome(checkedListName(QString())), u"[The name of the list is blank.]"_s);
        QCOMPARE(outcome(checkedTagName(QString())), u"[The name of the tag is blank.]"_s);
        QCOMPARE(outcome(checkedListName(QString(201, u'a'))),
                 u"[The name of the list is too long: 201 characters, at most 200 are possible.]"_s);
        QCOMPARE(outcome(checkedTagName(QString(201, u'a'))),
                 u"[The name of the tag is too long: 201 characters, at most 200 are possible.]"_s);
        QCOMPARE(
            outcome(checkedListName(u"a\0"_s)),
            u"[Character 2 of the name of the list is the control character U+0000, which cannot be kept.]"_s);
        QCOMPARE(outcome(checkedTagName(u"a"_s + loneLow)),
                 u"[Character 2 of the name of the tag is damaged: only half of it is there.]"_s);
    }

    void shouldRefuseNamesThatAnotherHas()
    {
        const auto garden = named<TodoList>(u"Garden"_s);
        const auto home = named<TodoList>(u"Home"_s);
        const QList<TodoList> lists{garden, home};
        QCOMPARE(outcome(checkedListName(u" gARDEN"_s, home.id, lists)),
                 u"[There is a list “Garden” already; please choose another name.]"_s);
        QCOMPARE(outcome(checkedListName(u"GARDEN"_s, garden.id, lists)), u"GARDEN"_s);
        QCOMPARE(outcome(checkedListName(u"Gardens"_s, home.id, lists)), u"Gardens"_s);
        QCOMPARE(outcome(checkedListName(u" "_s, home.id, lists)), u"[The name of the list is blank.]"_s);
        const auto later = named<Tag>(u"later"_s);
        const auto other = named<Tag>(u"now"_s);
        QCOMPARE(outcome(checkedTagName(u"Later"_s, other.id, {later, other})),
                 u"[There is a tag “later” already; please choose another name.]"_s);
        QCOMPARE(outcome(checkedTagName(u"Later"_s, later.id, {later, other})), u"Later"_s);
    }

    void shouldKeepNotesButForLineEnds()
    {
        const QString markdown = u"# עברית\n\n\t- 🐘 \u0007\u001B  \n"_s;
        QCOMPARE(outcome(checkedNotes(markdown)), markdown);
        QCOMPARE(outcome(checkedNotes(QString())), QString());
        QCOMPARE(outcome(checkedNotes(u"a\r\nb\rc\n\r\n"_s)), u"a\nb\nc\n\n"_s);
    }

    void shouldRefuseNotesThatCannotBeKept()
    {
        QCOMPARE(outcome(checkedNotes(u"🐘\n\0"_s)),
                 u"[Character 3 of the notes is the control character U+0000, which cannot be kept.]"_s);
        QCOMPARE(outcome(checkedNotes(u"ab"_s + loneHigh)),
                 u"[Character 3 of the notes is damaged: only half of it is there.]"_s);
    }

    void shouldMeasureNotesInBytesOfUtf8()
    {
        QVERIFY(checkedNotes(QString(1'048'576, u'a')));
        QVERIFY(checkedNotes(u"🐘"_s.repeated(262'144)));
        QVERIFY(checkedNotes(u"\r\n"_s.repeated(1'048'576))); // counted as stored
        QCOMPARE(outcome(checkedNotes(QString(1'048'577, u'a'))),
                 u"[The notes are too long: 1025 KB, at most 1024 KB are possible.]"_s);
        QCOMPARE(outcome(checkedNotes(u"🐘"_s.repeated(524'288))),
                 u"[The notes are too long: 2048 KB, at most 1024 KB are possible.]"_s);
    }

    void shouldCheckDates_data()
    {
        QTest::addColumn<When>("when");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const When &when, const QString &expected) {
            QTest::newRow(name) << when << expected;
        };
        row("day", {{2026, 3, 1}, {}, {}}, u"same"_s);
        row("first day", {{1, 1, 1}, {}, {}}, u"same"_s);
        row("last day", {{9999, 12, 31}, {}, {}}, u"same"_s);
        row("leap day", {{2028, 2, 29}, {}, {}}, u"same"_s);
        row("time", {{2026, 3, 1}, QTime(9, 0), "Europe/Berlin"}, u"same"_s);
        row("in the gap of summer time", {{2024, 3, 31}, QTime(2, 30), "Europe/Berlin"}, u"same"_s);
        row("null", {}, u"There is no such date."_s);
        row("no leap year", {{2026, 2, 29}, {}, {}}, u"There is no such date."_s);
        row("year 10000", {{10000, 1, 1}, {}, {}}, u"The year 10000 is not possible, only 1 to 9999 are."_s);
        row("before Christ", {{-44, 3, 15}, {}, {}}, u"The year -44 is not possible, only 1 to 9999 are."_s);
        row("no zone", {{2026, 3, 1}, QTime(9, 0), {}}, u"A time of day needs a time zone."_s);
        row("zone alone", {{2026, 3, 1}, {}, "Europe/Berlin"}, u"A time zone needs a time of day."_s);
        row("no such time", {{2026, 3, 1}, QTime(25, 0), "Europe/Berlin"},
            u"There is no such time of day."_s);
    }
    void shouldCheckDates()
    {
        QFETCH(const When, when);
        QTEST(outcome(when), "expected");
    }

    void shouldKnowTheZonesOfTheWorld_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<bool>("known");
        for (const char *zone :
             {"Europe/Berlin", "UTC", "Etc/UTC", "Etc/GMT+5", "US/Eastern", "Asia/Calcutta",
              "America/Argentina/Buenos_Aires", "EST5EDT", "CET", "Japan", "GMT0"})
            QTest::newRow(zone) << QByteArray(zone) << true;
        for (const char *zone :
             {"Europe/Nowhere", "Europe", "America/Argentina", "europe/berlin", "UTC+3", "UTC+03:00",
              "CET-1CEST", "../Europe/Berlin", "/etc/passwd", "W. Europe", "Zürich", "Mars", "Friday",
              "CET-1", "Foo5", "posix/Europe/Berlin", "right/Europe/Berlin", "posix/UTC"})
            QTest::newRow(zone) << QByteArray(zone) << false;
        QTest::newRow("line break") << QByteArray("Europe/Berlin\n") << false;
        QTest::newRow("NUL") << QByteArray("Europe/Berlin\0", 14) << false;
    }
    void shouldKnowTheZonesOfTheWorld()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const bool, known);
        const QString refusal = QString(u"There is no time zone “" + QString::fromUtf8(zone) + u"”.");
        QCOMPARE(outcome(When{{2026, 3, 1}, QTime(9, 0), zone}), known ? u"same"_s : refusal);
    }

    void shouldOfferOnlyZonesThatItKnows()
    {
        const QList<QByteArray> zones = domain::knownZones();

        for (const QByteArray &zone : {"Europe/Berlin"_ba, "America/New_York"_ba, "UTC"_ba})
            QVERIFY2(zones.contains(zone), zone.constData());
        for (const QByteArray &zone : {"Europe"_ba, "UTC+03:00"_ba, "UTC-05:00"_ba})
            QVERIFY2(!zones.contains(zone), zone.constData());
    }
};

QTEST_GUILESS_MAIN(TestTodoRules)
#include "tst_todorules.moc"
