// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importtestcase.h"
#include "support/oldfiles/samplefile.h"

#include <QFile>

#include <random>

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::Mapping;
using importer::Target;
using tests::complaintOf;
using tests::SampleFile;

namespace
{

// How many files; the one that failed comes again with TUSK_FUZZ_SEED.
int rounds()
{
    const int wished = qEnvironmentVariableIntValue("TUSK_FUZZ_ROUNDS");
    return wished > 0 ? wished : 4;
}

unsigned firstSeed()
{
    const int wished = qEnvironmentVariableIntValue("TUSK_FUZZ_SEED");
    return wished > 0 ? unsigned(wished) : 20261130;
}

constexpr int rowsOfFile = 150;

// Any value that SQLite can store, as it is written in SQL.
class AnyValue final
{
public:
    explicit AnyValue(unsigned seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] quint32 below(quint32 limit) { return quint32(m_random()) % limit; }
    [[nodiscard]] bool oneIn(quint32 count) { return below(count) == 0; }

    QString next()
    {
        switch (below(8)) {
        case 0:
            return u"NULL"_s;
        case 1:
            return QString::number(integer());
        case 2:
            return real();
        case 3:
            return u"X'%1'"_s.arg(QLatin1StringView(noise().toHex()));
        case 4:
            return text(noise());
        default:
            return text(known());
        }
    }
    static QString text(const QByteArray &bytes)
    {
        return u"CAST(X'%1' AS TEXT)"_s.arg(QLatin1StringView(bytes.toHex()));
    }

private:
    qint64 integer()
    {
        static constexpr qint64 edges[] = {0,
                                           1,
                                           2,
                                           -1,
                                           3,
                                           7,
                                           1'768'212'000,
                                           1'768'212'000'000,
                                           253'402'300'799,
                                           253'402'300'800,
                                           253'402'300'799'999,
                                           -62'135'596'800'000,
                                           3'155'378'975'999'999'999, // of .NET, the last
                                           99'991'231,
                                           20'260'230,
                                           std::numeric_limits<qint64>::max(),
                                           std::numeric_limits<qint64>::min()};
        if (oneIn(2))
            return edges[below(std::size(edges))];
        return qint64((quint64(m_random()) << 32U) | m_random()) >> below(64);
    }
    QString real()
    {
        static constexpr const char *edges[] = {"9e999",  "-9e999",       "0.0",           "-0.0",
                                                "1e-300", "5373484.5",    "2461052.9",     "1.5",
                                                "2e18",   "1768212000.5", "253402300799.9"};
        return oneIn(2) ? QString::fromLatin1(edges[below(std::size(edges))])
                        : QString::number(double(integer()) * 1.1, 'e', 17);
    }
    // Bytes that are no UTF-8, NUL, control characters and whatever else.
    QByteArray noise()
    {
        static constexpr char letters[] =
            "0123456789-:. TZ+/amPM\\'\"[]{},;\t\r\n\x01\x1f\x7f\xff\xc3\xa9\xed\xa0\x80"
            "\xf0\x9f\x90\x98\xe2\x80\xa8\xe2\x80\xae\xc2\xa0\xef\xbf\xbf\0#@";
        const QByteArrayView alphabet(letters, sizeof letters - 1); // the NUL among them too
        QByteArray bytes;
        for (auto length = oneIn(40) ? 600 + below(2000) : below(24); length > 0; --length)
            bytes += oneIn(4) ? char(m_random()) : alphabet[qsizetype(below(quint32(alphabet.size())))];
        return bytes;
    }
    // What programs write there, and what nearly is it.
    QByteArray known()
    {
        static constexpr const char *words[] = {"9999-12-31T23:59:59Z",
                                                "9999-12-31T23:59:59.9999999+00:00",
                                                "0001-01-01T00:00:00Z",
                                                "0001-01-02 00:00:00+14:00",
                                                "9999-12-31",
                                                "0000-00-00",
                                                "2024-02-30",
                                                "2026-01-12 10:00:00 Europe/Berlin",
                                                "9999-12-31 23:59:59 Pacific/Kiritimati",
                                                "2026-01-12 10:00:00 \xff/\xff",
                                                "2026-01-12 24:00:00",
                                                "2026-01-12 23:59:60Z",
                                                "+05:30",
                                                "31/12/9999",
                                                "03/04/2025",
                                                "Dec 31, 9999 23:59",
                                                "20260230T250000Z",
                                                "/Date(253402300799999)/",
                                                "high",
                                                "!!!!",
                                                "done",
                                                "deleted",
                                                "cancelled",
                                                "maybe",
                                                "[\"a\", \"half \\ud83d\", \"n\\u0000\"]",
                                                "a,b,,#c , A",
                                                "[broken",
                                                "Inbox",
                                                "\xc4\xb0stanbul",
                                                "i\xcc\x87stanbul",
                                                "STRASSE",
                                                ("Stra\xc3\x9f"
                                                 "e"),
                                                "FREQ=WEEKLY;BYDAY=MO",
                                                "FREQ=FOO;INTERVAL=-1",
                                                "every 2 weeks",
                                                "1",
                                                "2",
                                                "0190a0a0-0000-7000-8000-000000000001",
                                                "0190A0A0-0000-7000-8000-000000000001",
                                                "{}",
                                                "V0",
                                                "zz",
                                                "<b>bold</b><br>&nbsp;",
                                                " "};
        QByteArray word = words[below(std::size(words))];
        if (oneIn(30))
            word = word.repeated(1 + int(below(300)));
        return word;
    }

    std::mt19937 m_random;
};

QString columnOf(Target target)
{
    return u'"' + importer::wordFor(target) + u'"';
}

// Half of them such as the table would hold if all were well, so that it is taken for todos.
QString usualValue(Target target, int number)
{
    switch (target) {
    case Target::Id:
        return QString::number(number);
    case Target::Title:
        return u"'Todo %1'"_s.arg(number);
    case Target::Parent:
        return number > 1 ? QString::number(number / 2) : u"NULL"_s;
    case Target::State:
    case Target::DeletedAt:
    case Target::ArchivedAt:
        return u"0"_s;
    case Target::Due:
    case Target::Start:
    case Target::CreatedAt:
    case Target::UpdatedAt:
    case Target::CompletedAt:
        return u"'2026-01-12 10:00:00'"_s;
    case Target::Priority:
        return QString::number(number % 4);
    case Target::Notes:
    case Target::Repeat:
    case Target::List:
    case Target::Tags:
    case Target::Owner:
    case Target::Position:
        break;
    }
    return u"'%1'"_s.arg(importer::wordFor(target));
}

QString anyOf(AnyValue &any, Target target, int number)
{
    return any.oneIn(2) ? any.next() : usualValue(target, number);
}

void writeTodos(const QString &path, AnyValue &any)
{
    SampleFile file(path);
    QStringList columns;
    for (const Target target : importer::allTargets())
        columns.append(columnOf(target));
    file.run(u"CREATE TABLE todos (%1, extra); BEGIN"_s.arg(columns.join(u", "_s)));
    for (int number = 1; number <= rowsOfFile; ++number) {
        QStringList values;
        for (const Target target : importer::allTargets())
            values.append(anyOf(any, target, number));
        file.run(u"INSERT INTO todos VALUES (%1, %2)"_s.arg(values.join(u", "_s), any.next()));
    }
    file.run(u"COMMIT"_s);
}

// All but what a todo is known by.
void changeTodos(const QString &path, AnyValue &any)
{
    SampleFile file(path);
    file.run(u"BEGIN"_s);
    for (int number = 1; number <= rowsOfFile; ++number) {
        QStringList values;
        for (const Target target : importer::allTargets()) {
            if (target != Target::Id && target != Target::Title && target != Target::Position)
                values.append(columnOf(target) + " = "_L1 + anyOf(any, target, number));
        }
        file.run(u"UPDATE todos SET %1 WHERE rowid = %2"_s.arg(values.join(u", "_s)).arg(number));
    }
    file.run(u"COMMIT"_s);
}

// What a mapping can say, in any combination.
tests::Importing::Options anyOptions(AnyValue &any)
{
    static constexpr const char *zones[] = {"UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati",
                                            "Pacific/Pago_Pago"};
    const auto zone = [&any] { return QTimeZone(zones[any.below(std::size(zones))]); };
    tests::Importing::Options options;
    options.conversion.zone = zone();
    options.conversion.displayZone = zone();
    options.conversion.ownersAreLists = any.oneIn(3);
    options.restToNotes = any.oneIn(2);
    options.portion = 1 + any.below(100);
    const bool hasParents = any.oneIn(2);
    const bool isExact = any.oneIn(4);
    const bool says[] = {any.oneIn(3), any.oneIn(3), any.oneIn(3), any.oneIn(3), any.oneIn(3)};
    options.change = [=](Mapping &mapping) {
        mapping.columns.clear();
        for (const Target target : importer::allTargets()) {
            if (target != Target::Parent || hasParents)
                mapping.columns.insert(target, {importer::wordFor(target), u"t."_s + columnOf(target)});
        }
        mapping.leftOut = {u"extra"_s};
        mapping.priorities = importer::ascendingScale(0, 3);
        mapping.idsMayRepeat = true;
        mapping.isExact = isExact;
        mapping.keepsIds = isExact;
        mapping.notesAreHtml = says[0];
        mapping.secondsMarkTimes = says[1];
        mapping.plansAreMoments = says[2];
        mapping.stateMeansOpen = says[3];
        mapping.statesAreNumbered = says[4];
    };
    return options;
}

} // namespace

// Whatever a file holds, the database takes what becomes of it, and what a trial says is what comes.
class TestValueFuzz final : public tests::ImportTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldBringAnyValueOfAnyColumn()
    {
        for (int round = 0; round < rounds(); ++round) {
            const unsigned seed = firstSeed() + unsigned(round);
            if (round > 0)
                useEmptyDatabase();
            importAny(seed);
            if (QTest::currentTestFailed()) {
                qInfo("again with TUSK_FUZZ_SEED=%u", seed);
                return;
            }
        }
    }

private:
    void importAny(unsigned seed)
    {
        AnyValue any(seed);
        QFile::remove(path());
        writeTodos(path(), any);
        tests::Importing::Options options = anyOptions(any);

        options.dryRun = true;
        const auto trial = importing().run(path(), options);
        options.dryRun = false;
        const auto report = importing().run(path(), options);

        QVERIFY2(trial, complaintOf(trial).constData());
        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->refused(), 0); // each can be mended
        QCOMPARE(report->created, rowsOfFile);
        QCOMPARE(report->verified, rowsOfFile);
        QCOMPARE(trial->created, report->created);
        QCOMPARE(trial->repairs, report->repairs);
        QCOMPARE(trial->repairedRows, report->repairedRows);

        // The same todos with other values are merged.
        changeTodos(path(), any);
        options.dryRun = true;
        const auto secondTrial = importing().run(path(), options);
        options.dryRun = false;
        const auto second = importing().run(path(), options);

        QVERIFY2(secondTrial, complaintOf(secondTrial).constData());
        QVERIFY2(second, complaintOf(second).constData());
        QCOMPARE(second->refused(), 0);
        QCOMPARE_GT(second->changed, 0);
        QCOMPARE(secondTrial->created, second->created);
        QCOMPARE(secondTrial->changed, second->changed);
        QCOMPARE(secondTrial->conflictCount, second->conflictCount);
    }
};

QTEST_GUILESS_MAIN(TestValueFuzz)

#include "tst_valuefuzz.moc"
