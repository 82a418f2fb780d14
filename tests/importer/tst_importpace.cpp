// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importpace.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::ImportPace;
using Stage = importer::ImportProgress::Stage;

class TestImportPace final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldSayHowQuickItIsAndHowLongItTakes()
    {
        ImportPace pace;
        pace.take({Stage::Reading, 0, 100'000}, 500);
        pace.take({Stage::Reading, 20'000, 100'000}, 2'500);

        QCOMPARE(pace.percent(), 20);
        QCOMPARE(pace.rate(), 10'000);
        QCOMPARE(pace.secondsLeft(), 8);
    }

    void shouldSayNothingThatItDoesNotKnow()
    {
        ImportPace pace;
        QVERIFY(!pace.percent() && !pace.rate() && !pace.secondsLeft());
        pace.take({Stage::Reading, 10, 100'000}, 0);
        pace.take({Stage::Reading, 900, 100'000}, 400);
        QVERIFY(!pace.rate()); // too early
        pace.take({Stage::Reading, 900, 0}, 4'000);
        QVERIFY(!pace.percent() && !pace.secondsLeft()); // how many there are is not known
    }

    void shouldBeginAnewWithEachStage()
    {
        ImportPace pace;
        pace.take({Stage::Reading, 10'000, 10'000}, 5'000);
        pace.take({Stage::Writing, 0, 10'000}, 5'100);

        QCOMPARE(pace.percent(), 0);
        QVERIFY(!pace.rate() && !pace.secondsLeft());
        QCOMPARE(pace.stageText(), u"Writing the todos and their search index…"_s);
        // and is measured by itself
        for (const Stage stage : {Stage::Comparing, Stage::Writing}) {
            pace.take({stage, 0, 10'000}, 10'000);
            pace.take({stage, 4'000, 10'000}, 12'000);
            QCOMPARE(pace.percent(), 40);
            QCOMPARE(pace.rate(), 2'000);
            QCOMPARE(pace.secondsLeft(), 3);
        }
    }

    void shouldNeverBeMoreThanDone()
    {
        ImportPace pace;
        pace.take({Stage::Reading, 0, 10}, 0);
        pace.take({Stage::Reading, 12, 10}, 3'000); // the file has more rows than it said
        QCOMPARE(pace.percent(), 100);
        QCOMPARE(pace.secondsLeft(), 0);
    }

    void shouldWriteTimesAsPeopleDo()
    {
        QCOMPARE(ImportPace::timeText(7), u"0:07"_s);
        QCOMPARE(ImportPace::timeText(605), u"10:05"_s);
    }
};

QTEST_GUILESS_MAIN(TestImportPace)

#include "tst_importpace.moc"
