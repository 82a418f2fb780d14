// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reading.h"
#include "importer/values/textvalue.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"
#include "support/testcase.h"

#include <QTemporaryDir>

#include <random>

using namespace tusk;
using namespace tusk::importer;
using namespace Qt::StringLiterals;

namespace
{

int rounds(int usual)
{
    const int wished = qEnvironmentVariableIntValue("TUSK_FUZZ_ROUNDS");
    return wished > 0 ? wished : usual;
}

// How many todos; -1: they cannot be read. A file that is refused is refused with a sentence.
qint64 todosIn(const QString &path, SqliteFile::Damage damage)
{
    const tests::Reading reading = tests::readFile(path, damage);
    if (reading.outcome == tests::Reading::Outcome::Whole)
        return reading.rows.size();
    return reading.outcome == tests::Reading::Outcome::Refused && reading.complaint.isEmpty() ? -2 : -1;
}

} // namespace

// Files that nobody wrote on purpose: they may be refused, but never hang, crash or be read for more than
// they hold.
class TestImportFuzz final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldSurviveFlippedBytes()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"todo.db"_s);
        tests::writeOldApp(path, 300);
        const QByteArray whole = tests::readAll(path);
        std::mt19937 random(20261120);
        qint64 refused = 0;
        qint64 salvaged = 0;
        for (int round = 0; round < rounds(100); ++round) {
            QByteArray damaged = whole;
            for (auto flips = random() % 20; flips > 0; --flips)
                damaged[qsizetype(random() % damaged.size())] = char(random());
            if (random() % 10 == 0)
                damaged.truncate(qsizetype(random() % damaged.size()));
            tests::writeAll(path, damaged);

            const qint64 strictly = todosIn(path, SqliteFile::Damage::Refused);
            const qint64 leniently = todosIn(path, SqliteFile::Damage::Accepted);

            QVERIFY(strictly >= -1 && strictly <= 300);
            QVERIFY2(leniently >= -1 && leniently <= 3000, qPrintable(QString::number(leniently)));
            refused += strictly < 0 ? 1 : 0;
            salvaged += strictly < 0 && leniently > 0 ? 1 : 0;
            QCOMPARE(tests::readAll(path), damaged);
        }
        qInfo("refused %lld, of these salvaged %lld", refused, salvaged);
        QCOMPARE_GT(refused, 0);
        QCOMPARE_GT(salvaged, 0);
    }

    void shouldSurviveRandomValues()
    {
        std::mt19937 random(20261121);
        static constexpr char letters[] = "0123456789-:. TZ+/amPM\\'\"[]{},;\xff\xc3\xa9\0#@";
        const QByteArrayView alphabet(letters, sizeof letters - 1); // the NUL among them too
        for (int round = 0; round < rounds(20'000); ++round) {
            QByteArray bytes;
            for (auto length = random() % 24; length > 0; --length)
                bytes += alphabet[qsizetype(random() % alphabet.size())];
            const qint64 whole = qint64((quint64(random()) << 32U) | random()) >> (random() % 64);
            const SourceValue values[] = {
                {.kind = SourceValue::Kind::Text, .bytes = bytes},
                {.kind = SourceValue::Kind::Blob, .bytes = bytes},
                {.kind = SourceValue::Kind::Integer, .integer = whole},
                {.kind = SourceValue::Kind::Real, .real = double(whole) * 1e3},
            };
            for (const SourceValue &value : values) {
                const TimeValue time = readTime(value, DayOrder(random() % 3));
                if (const auto instant = instantOf(time, QTimeZone::utc()))
                    QVERIFY(*instant >= -62'135'596'800'000 && *instant <= 253'402'300'799'999);
                static_cast<void>(readState(value));
                static_cast<void>(readPriority(value, ascendingScale(0, 5)));
                QVERIFY(!readText(value).text.contains(QChar::Null));
                static_cast<void>(readNames(readText(value).text));
                static_cast<void>(withoutHtml(readText(value).text));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestImportFuzz)

#include "tst_importfuzz.moc"
