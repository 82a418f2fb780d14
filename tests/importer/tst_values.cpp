// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/copytext.h"
#include "importer/convert/canonical.h"
#include "importer/convert/fieldhash.h"
#include "importer/convert/findings.h"
#include "importer/convert/textrules.h"
#include "importer/mapping/columnnames.h"
#include "importer/values/repeatwords.h"
#include "importer/values/textvalue.h"
#include "importer/values/timevalue.h"
#include "importer/values/wordvalue.h"
#include "support/testcase.h"

#include <QDateTime>
#include <QJsonObject>
#include <QRandomGenerator>

#include <libical/ical.h>
#include <limits>

using namespace tusk;
using namespace tusk::importer;
using namespace Qt::StringLiterals;

namespace
{

SourceValue text(QByteArrayView bytes)
{
    return {.kind = SourceValue::Kind::Text, .bytes = bytes};
}

SourceValue number(qint64 value)
{
    return {.kind = SourceValue::Kind::Integer, .integer = value};
}

SourceValue real(double value)
{
    return {.kind = SourceValue::Kind::Real, .real = value};
}

// “instant 2026-01-12 10:00:00+00”, “wall …”, “day 2026-01-12”, “none”, “unreadable”.
QByteArray spelled(const TimeValue &time)
{
    switch (time.kind) {
    case TimeValue::Kind::None:
        return "none";
    case TimeValue::Kind::Day:
        return QByteArray("day " + dayText(time.milliseconds));
    case TimeValue::Kind::Wall:
        return QByteArray("wall " + instantText(time.milliseconds));
    case TimeValue::Kind::Instant:
        return QByteArray("instant " + instantText(time.milliseconds));
    case TimeValue::Kind::Unreadable:
        return "unreadable";
    }
    return {};
}

} // namespace

class TestValues final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { icalerror_set_errors_are_fatal(true); } // as some build the library

    void shouldSurviveWhatLooksLikeARuleOfRepeating()
    {
        QVERIFY(!readRepeat(u"FREQ=FOO"_s));
        QVERIFY(!readRepeat(u"FREQ=DAILY;INTERVAL=-1"_s));
        QCOMPARE(readRepeat(u"RRULE:FREQ=DAILY;INTERVAL=2"_s), RepeatValue{u"FREQ=DAILY;INTERVAL=2"_s});
    }

    void shouldReadTimesAsTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("means");
        const auto row = [](const char *written, const char *means) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(means);
        };
        row("2026-01-12", "day 2026-01-12");
        row("2026-01-12 10:00:00", "wall 2026-01-12 10:00:00+00");
        row("2026-01-12 10:00:00.123456", "wall 2026-01-12 10:00:00.123+00");
        row("2026-01-12T10:00:00", "wall 2026-01-12 10:00:00+00");
        row("2026-01-12T10:00", "wall 2026-01-12 10:00:00+00");
        row("2026-01-12 10:00:00.1234567", "wall 2026-01-12 10:00:00.123+00");
        row("2026-01-12T10:00:00.123456789", "wall 2026-01-12 10:00:00.123+00");
        row("2026-01-12T10:00:00Z", "instant 2026-01-12 10:00:00+00");
        row("2026-01-12 10:00:00.500 +00:00", "instant 2026-01-12 10:00:00.5+00");
        row("2026-01-12T10:00:00+01:00", "instant 2026-01-12 09:00:00+00");
        row("2026-01-12T10:00:00+0530", "instant 2026-01-12 04:30:00+00");
        row("2026-01-12 10:00:00-08", "instant 2026-01-12 18:00:00+00");
        row("2026-01-12 10:00:00 UTC", "instant 2026-01-12 10:00:00+00");
        row("2026-01-12 10:00:00.1761161 +0800 CST m=+0.012", "instant 2026-01-12 02:00:00.176+00");
        row("2026-01-12T10:00Z[UTC]", "instant 2026-01-12 10:00:00+00");
        row("2026-01-12T10:00+01:00[Europe/Berlin]", "instant 2026-01-12 09:00:00+00");
        row("/Date(1768212000000)/", "instant 2026-01-12 10:00:00+00");
        row("/Date(1768212000000+0100)/", "instant 2026-01-12 10:00:00+00");
        row("/Date(12/01/2026)/", "unreadable");
        row("/Date(-62135596800000)/", "none");
        row("/Date(-62135600400000+0100)/", "none");
        row("20260112", "day 2026-01-12");
        row("202601121030", "wall 2026-01-12 10:30:00+00");
        row("202601121075", "unreadable");
        row("20260112T100000Z", "instant 2026-01-12 10:00:00+00");
        row("20260112T100000", "wall 2026-01-12 10:00:00+00");
        row("12.01.2026", "day 2026-01-12");
        row("12/01/2026 10:00", "wall 2026-01-12 10:00:00+00");
        row("31/12/2026", "day 2026-12-31");
        row("1/12/26", "day 2026-12-01");
        row("12.01.26 10:00", "wall 2026-01-12 10:00:00+00");
        row("12/01/68", "day 2068-01-12");
        row("12/01/69", "day 1969-01-12");
        row("26-01-12", "unreadable"); // by its year or by its day
        row("1.2.34.5", "unreadable");
        row("1/12/262", "unreadable");
        row("40/40/26", "unreadable");
        row("2026-01-12 10:00:00 PM", "wall 2026-01-12 22:00:00+00");
        row("March 5, 2026", "day 2026-03-05");
        row("5 March 2026", "day 2026-03-05");
        row("5th of March 2026", "unreadable"); // nobody's program writes so
        row("March 5th, 2026", "day 2026-03-05");
        row("Thursday, 5 March 2026", "day 2026-03-05");
        row("Sept 5 2026", "day 2026-09-05");
        row("5-Mar-2026 10:00", "wall 2026-03-05 10:00:00+00");
        row("MAR 5, 2026, 10:00 PM", "wall 2026-03-05 22:00:00+00");
        row("March 5, 2026 at 10:00 AM", "wall 2026-03-05 10:00:00+00");
        row("Thu, 05 Mar 2026 10:00:00 +0100", "instant 2026-03-05 09:00:00+00");
        row("Thu Mar 05 2026 10:00:00 GMT+0100 (CET)", "instant 2026-03-05 09:00:00+00");
        row("Thu, 05 Mar 2026 10:00:00 GMT", "instant 2026-03-05 10:00:00+00");
        row("1/12/2026, 10:00:00\u202fAM", "wall 2026-12-01 10:00:00+00");
        row("Jan 12, 2026, 10:00\u00a0PM", "wall 2026-01-12 22:00:00+00");
        row("Mon Jan 12 10:00:00 2026", "wall 2026-01-12 10:00:00+00");
        row("Mon Jan  5 10:00:00 2026", "wall 2026-01-05 10:00:00+00");
        row("Mon Jan 12 10:00:00 CET 2026", "wall 2026-01-12 10:00:00+00");
        row("Mon Jan 12 10:00:00 UTC 2026", "instant 2026-01-12 10:00:00+00");
        row("Mon Jan 12 10:00:00 +0100 2026", "instant 2026-01-12 09:00:00+00");
        row("Mon Jan 12 25:00:00 2026", "unreadable");
        row("Mon Jan 12 10:00:00 2026 or so", "unreadable");
        row("March 32, 2026", "unreadable");
        row("Marching 5, 2026", "unreadable");
        row("March 2026", "unreadable");
        row("5 lions 2026", "unreadable");
        row("1768212000", "instant 2026-01-12 10:00:00+00");
        row("1768212000123", "instant 2026-01-12 10:00:00.123+00");
        row("1768212000.5", "instant 2026-01-12 10:00:00.5+00");
        row("", "none");
        row("  ", "none");
        row("0", "none");
        row("NULL", "none");
        row("0000-00-00 00:00:00", "none");
        row("0001-01-01T00:00:00", "none");
        row("CURRENT_TIMESTAMP", "none");
        row("2024-02-30", "unreadable");
        row("2026-13-01", "unreadable");
        row("2026-01-12 25:00:00", "unreadable");
        row("2026-01-12 10:00:00 Mars", "unreadable");
        row("soon", "unreadable");
        row("9999999999999999999", "unreadable");
    }
    void shouldReadTimesAsTheyAreWritten()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, means);
        QCOMPARE(spelled(readTime(text(written), DayOrder::Unknown)), means);
    }

    void shouldTellTimesInNumbersByTheirSize_data()
    {
        QTest::addColumn<qint64>("stored");
        QTest::addColumn<TimeForm>("form");
        QTest::newRow("seconds") << qint64(1'768'212'000) << TimeForm::Seconds;
        QTest::newRow("milliseconds") << qint64(1'768'212'000'000) << TimeForm::Milliseconds;
        QTest::newRow("microseconds") << qint64(1'768'212'000'000'000) << TimeForm::Microseconds;
        QTest::newRow("nanoseconds") << qint64(1'768'212'000'000'000'000) << TimeForm::Nanoseconds;
        QTest::newRow("since 2001") << qint64(789'904'800) << TimeForm::SecondsSince2001;
        QTest::newRow(".NET") << qint64(639'038'088'000'000'000) << TimeForm::DotNetTicks;
        QTest::newRow("compact") << qint64(20'260'112'100'000) << TimeForm::CompactNumber;
        QTest::newRow("compact without seconds") << qint64(202'601'121'000) << TimeForm::CompactNumber;
    }
    void shouldTellTimesInNumbersByTheirSize()
    {
        QFETCH(qint64, stored);
        QFETCH(TimeForm, form);
        QCOMPARE(formOf(number(stored)), form);
        const bool isOfAClock = form == TimeForm::CompactNumber || form == TimeForm::DotNetTicks;
        const QByteArray kind = isOfAClock ? "wall " : "instant ";
        QCOMPARE(spelled(readTime(number(stored), DayOrder::Unknown)),
                 QByteArray(kind + "2026-01-12 10:00:00+00"));
    }

    void shouldReadJulianDays()
    {
        QCOMPARE(spelled(readTime(real(2461052.916666667), DayOrder::Unknown)),
                 "instant 2026-01-12 10:00:00+00");
        QCOMPARE(spelled(readTime(real(9e300), DayOrder::Unknown)), "unreadable");
        QCOMPARE(spelled(readTime(number(std::numeric_limits<qint64>::min()), DayOrder::Unknown)),
                 "unreadable");
    }

    void shouldReadDaysInTheOrderOfTheirColumn()
    {
        QCOMPARE(dayOrderOf(text("31/12/2026")), DayOrder::DayFirst);
        QCOMPARE(dayOrderOf(text("12/31/2026")), DayOrder::MonthFirst);
        QCOMPARE(dayOrderOf(text("12/31/26")), DayOrder::MonthFirst);
        QCOMPARE(dayOrderOf(text("01/02/2026")), DayOrder::Unknown);
        QCOMPARE(dayOrderOf(text("/Date(31/12/2026)/")), DayOrder::Unknown);
        QCOMPARE(spelled(readTime(text("01/02/2026"), DayOrder::MonthFirst)), "day 2026-01-02");
        QCOMPARE(spelled(readTime(text("01/02/2026"), DayOrder::DayFirst)), "day 2026-02-01");
        QCOMPARE(spelled(readTime(text("31/12/2026"), DayOrder::MonthFirst)), "unreadable");
    }

    void shouldTakeWallClocksForThoseOfTheZone()
    {
        const QTimeZone berlin("Europe/Berlin");
        const TimeValue summer = readTime(text("2026-07-12 10:00:00"), DayOrder::Unknown);
        QCOMPARE(instantText(*instantOf(summer, berlin)), "2026-07-12 08:00:00+00");
        QCOMPARE(instantText(*instantOf(summer, QTimeZone::utc())), "2026-07-12 10:00:00+00");
        const TimeValue known = readTime(text("2026-07-12 10:00:00Z"), DayOrder::Unknown);
        QCOMPARE(instantText(*instantOf(known, berlin)), "2026-07-12 10:00:00+00");
    }

    void shouldKnowTheZoneBehindATime_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("zone");
        const auto row = [](const char *written, const char *zone) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(zone);
        };
        row("2026-01-12 10:00:00 Europe/Berlin", "Europe/Berlin");
        row("2026-01-12 10:00:00 CET", "CET");
        row("2026-01-12 10:00:00 Japan", "Japan");
        row("2026-01-12 10:00:00 Mars", "");
        row("2026-01-12 10:00:00", "");
        // Moments, which are shown in the zone of whoever imports.
        row("2026-01-12 10:00:00 UTC", "");
        row("2026-01-12 10:00:00 GMT", "");
        row("2026-01-12 10:00:00 UTC+01", "");
        row("2026-01-12 10:00:00 +0100 CET", "");
        row("2026-01-12 10:00:00 PM", "");
    }
    void shouldKnowTheZoneBehindATime()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const QByteArray, zone);
        QCOMPARE(splitZone(text(written), false).zone, zone);
    }

    void shouldPrintInstantsAsTheServerDoes()
    {
        QCOMPARE(instantText(0), "1970-01-01 00:00:00+00");
        QCOMPARE(instantText(-1), "1969-12-31 23:59:59.999+00");
        QCOMPARE(instantText(120), "1970-01-01 00:00:00.12+00");
        QCOMPARE(instantText(-62'135'596'800'000), "0001-01-01 00:00:00+00");
        QCOMPARE(instantText(253'402'300'799'999), "9999-12-31 23:59:59.999+00");
    }

    void shouldKnowWhetherSomethingIsDone_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<StateValue::Kind>("means");
        QTest::addColumn<bool>("isCertain");
        const auto row = [](const char *written, StateValue::Kind means, bool isCertain = true) {
            QTest::newRow(written) << QByteArray(written) << means << isCertain;
        };
        using enum StateValue::Kind;
        for (const char *word : {"",           "0",        "f",          "false",       "False",
                                 "no",         "off",      "TODO",       "in_progress", "IN-PROGRESS",
                                 "incomplete", "Not done", "pending",    "pendiente",   "offen",
                                 "à faire",    "0.0",      "unfinished", "In review",   "[ ]",
                                 "-",          "☐",        "null",       "0000-00-00",  "0001-01-01 00:00:00",
                                 "NotStarted", "onHold",   "notdone",    "NeedsAction", "waitingOnOthers"})
            row(word, Open);
        for (const char *word : {"1", "t", "TRUE", "yes", "done", "Completed", "Concluída", "erledigt",
                                 "terminée", "x", "[x]", "✓", "✔️", "☑", "✅", "√"})
            row(word, Done);
        for (const char *word : {"FALSCH", "FAUX", "FALSO", "ONWAAR", "FAŁSZ", "não", "nee", "da fare"})
            row(word, Open);
        for (const char *word : {"WAHR", "VRAI", "VERDADERO", "VERDADEIRO", "VERO", "WAAR", "PRAWDA", "SÌ",
                                 "Sì", "si", "tak", "completato", "voltooid", "ukończone"})
            row(word, Done);
        row("cancelled", Cancelled);
        row("archived", Archived);
        row("Archivé", Archived);
        row("deleted", Deleted);
        row("WontDo", Cancelled);
        row("2", Done, false);
        row("maria", Open, false);
        for (const char *mark : {"🔥", "*", "•", "?", "[!]"}) // who knows
            row(mark, Open, false);
    }
    void shouldKnowWhetherSomethingIsDone()
    {
        QFETCH(QByteArray, written);
        QFETCH(StateValue::Kind, means);
        QFETCH(bool, isCertain);
        const StateValue state = readState(text(written));
        QCOMPARE(state.kind, means);
        QCOMPARE(state.isCertain, isCertain);
    }

    void shouldTakeATimeForTheMomentWhenItWasDone()
    {
        const StateValue state = readState(number(1'768'212'000'000));
        QCOMPARE(state.kind, StateValue::Kind::Done);
        QCOMPARE(spelled(state.since), "instant 2026-01-12 10:00:00+00");
        QCOMPARE(readState(number(0)).kind, StateValue::Kind::Open);
        QCOMPARE(readState({}).kind, StateValue::Kind::Open);
    }

    void shouldReadStatesThatAreDatesInTheOrderOfTheirColumn()
    {
        QCOMPARE(readState(text("01/25/2026")).isCertain, false);
        const StateValue state = readState(text("01/25/2026"), DayOrder::MonthFirst);
        QCOMPARE(state.kind, StateValue::Kind::Done);
        QCOMPARE(spelled(state.since), "day 2026-01-25");
    }

    void shouldKnowPriorities()
    {
        QCOMPARE(readPriority(text("HIGH"), {}), 3);
        QCOMPARE(readPriority(text("mittel"), {}), 2);
        QCOMPARE(readPriority(text("Bassa"), {}), 1);
        QCOMPARE(readPriority(text("ŚREDNI"), {}), 2);
        QCOMPARE(readPriority(text("Geen"), {}), 0);
        QCOMPARE(readPriority(text("élevée"), {}), 3);
        QCOMPARE(readPriority(text("VeryHigh"), {}), 3);
        QCOMPARE(readPriority({}, {}), 0);
        QCOMPARE(readPriority(number(5), ascendingScale(1, 5)), 3);
        QCOMPARE(readPriority(number(1), ascendingScale(1, 5)), 1);
        QCOMPARE(readPriority(number(2), ascendingScale(1, 3)), 2);
        QCOMPARE(readPriority(number(0), ascendingScale(0, 2)), 0);
        QCOMPARE(readPriority(number(1), ascendingScale(0, 2)), 2);
        QCOMPARE(readPriority(number(2), ascendingScale(0, 2)), 3);
        QCOMPARE(readPriority(number(0), ascendingScale(0, 3)), 0);
        QCOMPARE(readPriority(number(7), ascendingScale(1, 3)), std::nullopt);
        QCOMPARE(readPriority(text("whatever"), {}), std::nullopt);
        QCOMPARE(readPriority(text("-1"), ascendingScale(-1, 3)), 0);
        QCOMPARE(readPriority(text("-1"), ascendingScale(1, 3)), std::nullopt);
        QCOMPARE(readPriority(text("2.0"), ascendingScale(1, 3)), 2);
        QCOMPARE(readPriority(text("2.5"), ascendingScale(1, 3)), std::nullopt);
    }

    void shouldCompareWordsWithoutRegardToCase()
    {
        QCOMPARE(foldedWord(" ÉLEVÉE\n"), "élevée"_ba);
        QCOMPARE(foldedWord("In Progress"), "in progress"_ba);
        QCOMPARE(foldedWord("\xc4 A"), "\xc4 a"_ba); // in another encoding
    }

    void shouldTakeHugeNumbersForNoPriorities()
    {
        constexpr qint64 huge = std::numeric_limits<qint64>::max();
        QCOMPARE(ascendingScale(-1, huge), PriorityScale());
        QCOMPARE(ascendingScale(-huge, 5), PriorityScale());
        QCOMPARE(ascendingScale(huge - 2, huge), PriorityScale());
        QCOMPARE(ascendingScale(1, 102), PriorityScale());
        QCOMPARE(ascendingScale(1, 101).size(), 101);
    }

    void shouldKnowPrioritiesThatAreSigns()
    {
        QCOMPARE(readPriority(text("!"), {}), 1);
        QCOMPARE(readPriority(text("!!"), {}), 2);
        QCOMPARE(readPriority(text("!!!"), {}), 3);
        for (const char *nothing : {"-", "—", "[]", "''"})
            QCOMPARE(readPriority(text(nothing), {}), 0);
        for (const char *mark : {"***", "#", "?", "•"}) // stars can mean much or little
            QCOMPARE(readPriority(text(mark), {}), std::nullopt);
        QCOMPARE(readPriority(text("🔴"), {}), std::nullopt); // who knows
        QCOMPARE(readPriority(text("🔴 High"), {}), 3);
    }

    void shouldLoseNoTextThatIsNoUtf8()
    {
        QCOMPARE(readText(text("Gr\xfc\xdf"
                               "e \xe2\x82\xac \x80"))
                     .text,
                 u"Grüße € €"_s);
        QVERIFY(readText(text("Gr\xfc\xdf"
                              "e"))
                    .wasInvalid);
        QVERIFY(!readText(text("Grüße")).wasInvalid);
        const TextValue withNul = readText(text(QByteArrayView("a\0b", 3)));
        QCOMPARE(withNul.text, u"ab"_s);
        QVERIFY(withNul.hadNul);
    }

    void shouldSplitTags_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QStringList>("tags");
        const QStringList two{u"home"_s, u"work"_s};
        QTest::newRow("JSON") << uR"(["home", "work", "Home"])"_s << two;
        QTest::newRow("JSON of objects") << uR"([{"name": "home"}, {"name": "work"}])"_s << two;
        QTest::newRow("commas") << u"home, work,"_s << two;
        QTest::newRow("marks") << u"#home @work"_s << two;
        QTest::newRow("marks and commas") << u"#home, #work"_s << two;
        QTest::newRow("one mark") << u"#home"_s << QStringList{u"home"_s};
        QTest::newRow("a mark that others lack")
            << u"@home, home, C#"_s << QStringList{u"@home"_s, u"home"_s, u"C#"_s};
        QTest::newRow("marks in JSON")
            << uR"(["@home", "#1", "home"])"_s << QStringList{u"@home"_s, u"#1"_s, u"home"_s};
        QTest::newRow("join with marks")
            << u"\u001f@home\u001f#1\u001f@work"_s << QStringList{u"@home"_s, u"#1"_s, u"@work"_s};
        QTest::newRow("only a mark") << u"#"_s << QStringList{u"#"_s};
        QTest::newRow("join") << u"home\u001fwork"_s << two;
        QTest::newRow("join of one with a comma")
            << u"\u001fHome, garden"_s << QStringList{u"Home, garden"_s};
        QTest::newRow("join of one in brackets") << u"\u001f[home]"_s << QStringList{u"[home]"_s};
        QTest::newRow("join of names with signs")
            << u"\u001fa;b\u001fc,d"_s << QStringList{u"a;b"_s, u"c,d"_s};
        QTest::newRow("one with a blank") << u"at home"_s << QStringList{u"at home"_s};
        QTest::newRow("none") << u"[]"_s << QStringList();
        for (const char *none : {"null", " NULL ", "None", "{}", "\"\"", "\"null\""})
            QTest::addRow("none: %s", none) << QString::fromLatin1(none) << QStringList();
        QTest::newRow("one like none, of several") << u"null, home"_s << QStringList{u"null"_s, u"home"_s};
        QTest::newRow("JSON of one") << u"\"at home\""_s << QStringList{u"at home"_s};
        QTest::newRow("JSON in JSON") << u"\"[\\\"home\\\", \\\"work\\\"]\""_s << two;
        QTest::newRow("one that begins with a quotation")
            << u"\"home\" work"_s << QStringList{u"\"home\" work"_s};
    }
    void shouldSplitTags()
    {
        QFETCH(QString, written);
        QFETCH(QStringList, tags);
        QCOMPARE(readNames(written), tags);
    }

    void shouldKeepWhatFormattedNotesSay_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << u"<p>far &amp; <b>away</b></p><p>x</p>"_s << u"far & away\nx"_s;
        QTest::newRow("a link")
            << u"<p>see <a target=\"_blank\" href=\"https://example.org/a?b=1\">the\nplan</a>!</p>"_s
            << u"see [the\nplan](https://example.org/a?b=1)!"_s;
        QTest::newRow("two links") << u"<a href='x'>1</a>, <a href='y'>2</a>"_s << u"[1](x), [2](y)"_s;
        QTest::newRow("a picture") << u"<p><img alt=\"\" src=\"/api/attachments/3\"></p>"_s
                                   << u"![](/api/attachments/3)"_s;
        QTest::newRow("items that say whether they are done")
            << u"<ul data-type=\"taskList\"><li data-checked=\"true\" data-type=\"taskItem\"><label><input "
               "type=\"checkbox\" checked=\"checked\"><span></span></label><div><p>milk</p></div></li><li "
               "data-checked=\"false\" data-type=\"taskItem\"><label><input "
               "type=\"checkbox\"><span></span></label><div><p>bread</p></div></li></ul>"_s
            << u"- [x] milk\n\n- [ ] bread"_s;
        QTest::newRow("items with a box")
            << u"<ul><li><input type=\"checkbox\" checked> milk</li><li><input checked=\"\" "
               "type='checkbox'>tea</li><li><p><input type=\"checkbox\"/> bread</li><li>jam</li></ul>"_s
            << u"- [x] milk\n- [x] tea\n- [ ] bread\n- jam"_s;
        QTest::newRow("no HTML") << u"a < b"_s << u"a < b"_s;
    }
    void shouldKeepWhatFormattedNotesSay()
    {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QCOMPARE(withoutHtml(html), text);
    }

    void shouldKnowPicturesThatFormattedNotesHoldThemselves()
    {
        QVERIFY(hasPictureInside(u"<p><IMG alt='' src='data:image/png;base64,iVBORw0KGgo='></p>"_s));
        QVERIFY(hasPictureInside(u"<img src=data:image/png;base64,iVBORw0KGgo=>"_s));
        QVERIFY(!hasPictureInside(u"<img src=\"/api/attachments/3\">"_s));
        QVERIFY(!hasPictureInside(u"data: <img src=\"a.png\">"_s));
    }

    void shouldMakeTitlesFit()
    {
        QVERIFY(asTitle(u" \t\u200b\n"_s).isBlank);
        QCOMPARE(asTitle(u"two\r\nlines"_s).text, u"two lines"_s);
        QVERIFY(asTitle(u"two\nlines"_s).hadLines);
        QCOMPARE(asTitle(u"bell\u0007!"_s).text, u"bell!"_s);
        const QString elephants = u"🐘"_s.repeated(501);
        const LineText cut = asTitle(elephants);
        QVERIFY(cut.wasCut);
        QCOMPARE(cut.whole, elephants);
        QCOMPARE(cut.text, QString(u"🐘"_s.repeated(499) + u'…'));
        QVERIFY(!asTitle(u"🐘"_s.repeated(500)).wasCut);
        QCOMPARE(asNotes(u"ä"_s.repeated(600'000)).utf8.size(), 1'048'576);
    }

    void shouldCarryEveryTextThroughCopy()
    {
        QByteArray every;
        for (int code = 1; code < 256; ++code)
            every += char(code);
        const QList<std::optional<QByteArray>> fields{every, std::nullopt, QByteArray(""), QByteArray("\\N"),
                                                      QByteArray("a\tb\\\nc\r")};
        QByteArray row;
        for (const auto &field : fields) {
            session::appendCopyField(row, field);
            row += '\t';
        }
        row.chop(1);
        QCOMPARE(row.count('\n'), 0);
        QCOMPARE(session::splitCopyRow(QByteArray(row + '\n')), fields);
    }

    void shouldTellFieldsApartByTheirHashes()
    {
        FieldTexts fields;
        for (int i = 0; i < fieldCount; ++i)
            fields[size_t(i)] = QByteArray::number(i);
        const QByteArray hash = hashOf(fields);
        QCOMPARE(hash.size(), hashSize);
        // It is kept in databases: another result would make every import look changed.
        QCOMPARE(hash.first(16).toHex(), keptHash);
        for (int i = 0; i < fieldCount; ++i) {
            FieldTexts other = fields;
            other[size_t(i)] = std::nullopt;
            const QByteArray changed = hashOf(other);
            QCOMPARE(changed.first(rowHashSize) == hash.first(rowHashSize), i >= contentFieldCount);
            for (int each = 0; each < fieldCount; ++each)
                QCOMPARE(hashOfField(changed, Field(each)) == hashOfField(hash, Field(each)), each != i);
        }
    }

    void shouldUnderstandNames()
    {
        QCOMPARE(plainName(u"task_dueDate"_s, u"tasks"_s), u"duedate"_s);
        QCOMPARE(plainName(u"tasks"_s, u"x"_s), u"tasks"_s);
        QCOMPARE(plainName(u"ZDUEDATE"_s, u"ZTASK"_s), u"duedate"_s); // Core Data
        QCOMPARE(plainName(u"ZDUEDATE"_s, u"tasks"_s), u"zduedate"_s);
        QCOMPARE(plainName(u"zone"_s, u"ZTASK"_s), u"zone"_s);
        for (const QString &title : {u"strTitle"_s, u"str_title"_s, u"txtTitle"_s, u"STR_TITLE"_s})
            QCOMPARE(plainName(title), u"title"_s);
        QCOMPARE(plainName(u"STRIKE"_s), u"strike"_s);
        QCOMPARE(plainName(u"strike"_s), u"strike"_s);
        QVERIFY(nameScore(u"title"_s, Target::Title) > nameScore(u"description"_s, Target::Title));
        QVERIFY(nameScore(u"updatetat"_s, Target::UpdatedAt) > 0);
        QVERIFY(nameScore(plainName(u"is_compleate"_s), Target::State) > 0);
        QCOMPARE(nameScore(u"color"_s, Target::Title), 0);
        for (const QString &table :
             {u"alembic_version"_s, u"django_migrations"_s, u"django_q_task"_s, u"auth_user"_s,
              u"account_emailaddress"_s, u"drizzle_migrations"_s, u"Z_PRIMARYKEY"_s, u"Z_2TASKS"_s})
            QVERIFY2(isInfrastructure(table), qPrintable(table));
        for (const QString &table : {u"todos_todo"_s, u"django_todo_todo"_s, u"account_task"_s,
                                     u"auth_tasks"_s, u"drizzle_todos"_s, u"z_aufgaben"_s})
            QVERIFY2(!isInfrastructure(table), qPrintable(table));
    }

    void shouldKnowSecretsByTheirWords_data()
    {
        QTest::addColumn<bool>("is");
        const QByteArray secrets =
            "password Password passwd pwd userPwd password_hash hashed_password "
            "passwordHash passwordhash PassWord passwort passphrase encrypted_password "
            "password2 hash pw_hash pwhash contentHash salt salts passwordSalt secret "
            "secrets client_secret clientsecret secretKey token tokens apiToken APIToken "
            "api_token refreshToken refreshtoken access_token remember_token "
            "reset_password_token token_id api_key apiKey apikey API_KEY access_key_id "
            "accesskey private_key privatekey secret_key encryption_key encryptionKey "
            "sync_key license_key licence_key refresh_key refreshkey signing_key "
            "session_key session sessions session_id sessionid sessionId session_token "
            "session_data user_session otp totp otp_secret otpCode cookie cookies csrf "
            "csrf_token xsrf oauth oauth2 oauth_provider OAuthToken auth auth_code authcode "
            "auth_data authorization bearer credential credentials creditcard credit_card "
            "creditCardNumber card_number iban user_iban pin pin_code pincode cvv";
        const QByteArray others =
            "title hashtags hashtag hashTags hash_tags estimated_sessions sessions_done "
            "session_count focus_sessions footprint carbonFootprint laptop_type hotplate "
            "basis salty asphalt author author_id authors authored_at secretary "
            "compass_width key keys sort_key foreign_key primaryKey keywords pinned "
            "pin_order shopping opinion spinach discarded cardinality passenger passed "
            "position hospital_name cariband Größe todo öffentlich";
        for (const QByteArray &name : secrets.split(' '))
            QTest::newRow(name.constData()) << true;
        for (const QByteArray &name : others.split(' '))
            QTest::newRow(name.constData()) << false;
    }
    void shouldKnowSecretsByTheirWords()
    {
        QFETCH(const bool, is);
        QCOMPARE(isSecret(QString::fromUtf8(QTest::currentDataTag())), is);
    }

    void shouldCutOriginalsBetweenCharacters_data()
    {
        QTest::addColumn<QByteArray>("original");
        QTest::addColumn<QByteArray>("kept");
        const QByteArray greek = QByteArray("ω").repeated(2000); // two bytes each
        const QByteArray elephants = QByteArray("🐘").repeated(2000);
        QTest::newRow("short") << "Größe"_ba
                               << "Größe"_ba;
        QTest::newRow("at the end of a character") << greek << greek.first(2000);
        QTest::newRow("within two bytes") << "a" + greek << "a" + greek.first(1998);
        QTest::newRow("within four bytes") << "abc" + elephants << "abc" + elephants.first(1996);
        QTest::newRow("no text") << QByteArray(3000, '\x85') << QByteArray(1996, '\x85');
    }
    void shouldCutOriginalsBetweenCharacters()
    {
        QFETCH(const QByteArray, original);
        QFETCH(const QByteArray, kept);
        Findings findings({});

        findings.add({.kind = RepairKind::LongTitle, .sourceId = "1", .column = {}, .original = original});

        QCOMPARE(findings.first().constFirst().original, kept);
        const QString text = toJson(findings.first().constFirst()).value("original"_L1).toString();
        QCOMPARE(text.startsWith("\\x"_L1), original.startsWith('\x85'));
    }

private:
    static constexpr auto keptHash = "e69f95ce17636fd202db959808ca9aaf";
};

QTEST_GUILESS_MAIN(TestValues)

#include "tst_values.moc"
