// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reading.h"
#include "importer/text/calendarvalue.h"
#include "support/oldfiles/samplefile.h"
#include "support/oldfiles/textsamples.h"
#include "support/testcase.h"

#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::Reading;

using Repairs = QMap<QString, qint64>;

namespace
{

// Of the earliest year that programs write there.
QByteArray zone(const QByteArray &id, const QByteArray &more, const QByteArray &offset)
{
    return "BEGIN:VTIMEZONE\nTZID:" + id + '\n' + more +
           "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:" + offset + "\nTZOFFSETTO:" + offset +
           "\nEND:STANDARD\nEND:VTIMEZONE\n";
}

// Of summer and winter, half an hour away from any zone that is known.
QByteArray zoneWithSummer(const QByteArray &id)
{
    return "BEGIN:VTIMEZONE\nTZID:" + id +
           "\nBEGIN:DAYLIGHT\nDTSTART:16010325T020000\nTZOFFSETFROM:+0130\nTZOFFSETTO:+0230\n"
           "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:16011028T030000\n"
           "TZOFFSETFROM:+0230\nTZOFFSETTO:+0130\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\n"
           "END:VTIMEZONE\n";
}

} // namespace

// What calendars say beside the plain properties of their todos.
class TestCalendars final : public tests::TestCase
{
    Q_OBJECT

protected:
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void shouldReadTimesInZonesThatTheCalendarDefines_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("due");
        QTest::addColumn<QString>("read");
        QTest::addColumn<qint64>("unknown");
        QTest::addRow("of Outlook") << zone("Customized Time Zone", {}, "-0500")
                                    << "DUE;TZID=Customized Time Zone:20260701T090000"_ba
                                    << u"2026-07-01 14:00:00 UTC"_s << qint64(0);
        QTest::addRow("in summer") << zoneWithSummer("Here") << "DUE;TZID=Here:20260701T090000"_ba
                                   << u"2026-07-01 06:30:00 UTC"_s << qint64(0);
        QTest::addRow("in winter") << zoneWithSummer("Here") << "DUE;TZID=Here:20260101T090000"_ba
                                   << u"2026-01-01 07:30:00 UTC"_s << qint64(0);
        QTest::addRow("of a place") << zone("Berlin-mine", "X-LIC-LOCATION:Europe/Berlin\n", "+0100")
                                    << "DUE;TZID=Berlin-mine:20260701T090000"_ba
                                    << u"2026-07-01 09:00:00 Europe/Berlin"_s << qint64(0);
        QTest::addRow("of a known name")
            << zone("Europe/Berlin", {}, "-0500") << "DUE;TZID=Europe/Berlin:20260701T090000"_ba
            << u"2026-07-01 09:00:00 Europe/Berlin"_s << qint64(0);
        QTest::addRow("unknown") << zone("Other", {}, "-0500") << "DUE;TZID=Foo/Bar:20260701T090000"_ba
                                 << u"2026-07-01 09:00:00 UTC"_s << qint64(1);
        QTest::addRow("without an offset")
            << "BEGIN:VTIMEZONE\nTZID:Foo/Bar\nEND:VTIMEZONE\n"_ba
            << "DUE;TZID=Foo/Bar:20260701T090000"_ba << u"2026-07-01 09:00:00 UTC"_s << qint64(1);
        QTest::addRow("a day needs none")
            << QByteArray() << "DUE;VALUE=DATE;TZID=Foo/Bar:20260701"_ba << u"2026-07-01"_s << qint64(0);
    }
    void shouldReadTimesInZonesThatTheCalendarDefines()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, due);
        QFETCH(const QString, read);
        QFETCH(const qint64, unknown);

        const Reading reading = readCalendar("SUMMARY:Meet\n" + due + '\n', header);

        QCOMPARE(reading.todos, QStringList(u"Meet | due: "_s + read));
        QCOMPARE(reading.repairs.value(u"unknown_zone"_s), unknown);
    }

    // Of every second since 1601: whoever walks through them needs years.
    void shouldNotFollowAZoneWhoseClocksChangeAllTheTime()
    {
        const QByteArray zone =
            "BEGIN:VTIMEZONE\nTZID:Mad\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:-0500\n"
            "TZOFFSETTO:-0500\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n";

        const Reading reading = readCalendar("SUMMARY:Meet\nDUE;TZID=Mad:20260701T090000\n", zone);

        QCOMPARE(reading.repairs, (Repairs{{u"unknown_zone"_s, 1}}));
    }

    void shouldKnowTheZonesOfACalendarInADatabase()
    {
        const QByteArray calendar = tests::calendarFile(
            {"UID:1\nSUMMARY:Meet\nDTSTAMP:20260102T080000Z\nDUE;TZID=Mine:20260701T090000\n"},
            zone("Mine", {}, "-0500"));

        const auto values = importer::valuesInCalendar(calendar);

        QCOMPARE(values.value("DUE"), "2026-07-01 14:00:00Z"_ba);
        QCOMPARE(values.value("CREATED"), "2026-01-02 08:00:00Z"_ba);
    }

    void shouldTakeWhenATodoWasWrittenForItsCreation()
    {
        QCOMPARE(readCalendar("SUMMARY:Meet\nDTSTAMP:20260102T080000Z\n").todos,
                 QStringList{u"Meet | created_at: 2026-01-02 08:00:00+00"_s});
        QCOMPARE(readCalendar("SUMMARY:Meet\nDTSTAMP:20260102T080000Z\nCREATED:20260101T080000Z\n").todos,
                 QStringList{u"Meet | created_at: 2026-01-01 08:00:00+00"_s});
    }

    void shouldNameWhatHasNoPlace()
    {
        const Reading reading =
            readCalendar("SUMMARY:Meet\nCLASS:PRIVATE\nPERCENT-COMPLETE:50\n"
                         "RELATED-TO;RELTYPE=CHILD:2\nRRULE:FREQ=DAILY\nRRULE:FREQ=YEARLY\n");

        QCOMPARE(reading.todos, QStringList{u"Meet | repeat: FREQ=DAILY"_s});
        QStringList named = reading.mapping.leftOut;
        named.sort();
        QCOMPARE(named, (QStringList{u"CLASS"_s, u"PERCENT-COMPLETE"_s, u"RELATED-TO"_s, u"RRULE"_s}));
    }

    void shouldNotNameWhatSaysNothing()
    {
        const Reading reading = readCalendar("SUMMARY:Meet\nCLASS:PUBLIC\nPERCENT-COMPLETE:0\nSEQUENCE:1\n");

        QCOMPARE(reading.mapping.leftOut, QStringList());
    }

    void shouldCountWhatCouldNotBeRead()
    {
        const Reading reading =
            readCalendar("SUMMARY:Meet\nDUE:tomorrow\nRRULE:FREQ=FORTNIGHTLY\nCOMPLETED:yes\n");

        QCOMPARE(reading.todos.size(), 1);
        QCOMPARE(reading.repairs,
                 (Repairs{{u"unreadable_time"_s, 1}, {u"unknown_repeat"_s, 1}, {u"assumed_time"_s, 1}}));
        for (const QString &said : {u"DUE: tomorrow"_s, u"RRULE: FREQ=FORTNIGHTLY"_s, u"COMPLETED: yes"_s})
            QVERIFY2(reading.todos.constFirst().contains(said), qPrintable(reading.todos.constFirst()));
    }

private:
    // The todo of one, in the Inbox.
    Reading readCalendar(const QByteArray &todo, const QByteArray &header = {}) const
    {
        const QString path = m_folder->filePath(u"inbox.ics"_s);
        tests::writeAll(path, tests::calendarFile({"UID:1\n" + todo}, header));
        return tests::readFile(path);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCalendars)

#include "tst_calendars.moc"
