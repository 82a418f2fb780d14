// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/journalrecords.h"
#include "domain/randomvalues.h"
#include "domain/todobuilder.h"
#include "repository/journalfolder.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace tests;
using domain::Action;
using domain::ActionId;
using repository::actionLine;
using repository::headerLine;
using repository::JournalContents;
using repository::readJournal;
using repository::settledLine;

class TestJournalRecords final : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    // Files are read by other versions too: their text is a promise.
    void shouldWriteTheDocumentedText()
    {
        QCOMPARE(headerLine(), "7f14e829 {\"tusk\":1}\n");
        QCOMPARE(settledLine(numbered<ActionId>(1)),
                 "0cdce292 {\"settled\":\"00000000-0000-7000-8000-000000000001\"}\n");
        const QByteArray line = actionLine(numberedAction(7));
        QVERIFY2(line.contains(" {\"action\":{"), line.constData());
        QCOMPARE(line.count('\n'), 1);
    }

    void shouldReadBackEveryKindOfAction()
    {
        RandomValues random(20'260'301);
        QList<Action> written;
        QByteArray text = headerLine();
        for (int i = 0; i < 300; ++i) {
            written.append(random.action());
            text += actionLine(written.last());
        }
        const JournalContents contents = readJournal(text);
        QCOMPARE(contents.damaged, 0);
        QCOMPARE(contents.completeSize, text.size());
        QCOMPARE(contents.open.size(), written.size());
        for (qsizetype i = 0; i < written.size(); ++i)
            QVERIFY2(contents.open.at(i) == written.at(i), actionLine(written.at(i)).constData());
    }

    void shouldLeaveOutWhatIsSettled()
    {
        const QByteArray text = headerLine() + actionLine(numberedAction(1)) + actionLine(numberedAction(2)) +
                                actionLine(numberedAction(3)) + settledLine(numberedAction(2).id);
        QCOMPARE(numbersOf(readJournal(text).open), QList({1, 3}));
    }

    void shouldGiveAnActionOnceThatStandsTwice()
    {
        const QByteArray text = headerLine() + actionLine(numberedAction(1)) + actionLine(numberedAction(2)) +
                                actionLine(numberedAction(1));
        QCOMPARE(numbersOf(readJournal(text).open), QList({1, 2}));
    }

    void shouldOpenAgainWhatWasKeptAgainAfterItWasSettled()
    {
        const QByteArray text = headerLine() + actionLine(numberedAction(1)) + actionLine(numberedAction(2)) +
                                settledLine(numberedAction(1).id) + actionLine(numberedAction(1));
        QCOMPARE(numbersOf(readJournal(text).open), QList({2, 1}));
        QVERIFY(readJournal(text).settled.isEmpty());
    }

    void shouldIgnoreWhatWasBeingWrittenAtTheEnd()
    {
        const QByteArray sound = headerLine() + actionLine(numberedAction(1));
        const QByteArray last = actionLine(numberedAction(2));
        for (qsizetype size = 0; size < last.size(); ++size) {
            const JournalContents contents = readJournal(QByteArray(sound + last.first(size)));
            QCOMPARE(numbersOf(contents.open), QList({1}));
            QCOMPARE(contents.damaged, 0);
            QCOMPARE(contents.completeSize, sound.size());
        }
    }

    // After a power cut, a part of the file may never have come to the disk.
    void shouldIgnoreZerosAtTheEnd()
    {
        const QByteArray sound = headerLine() + actionLine(numberedAction(1));
        const JournalContents contents = readJournal(QByteArray(sound + QByteArray(5'000, '\0')));
        QCOMPARE(numbersOf(contents.open), QList({1}));
        QCOMPARE(contents.damaged, 0);
        QCOMPARE(contents.completeSize, sound.size());
    }

    void shouldCountADamagedRecordAndReadTheOthers()
    {
        const QByteArray before = headerLine() + actionLine(numberedAction(1));
        const QByteArray line = actionLine(numberedAction(2));
        const QByteArray after = actionLine(numberedAction(3));
        for (qsizetype position = 0; position < line.size() - 1; ++position) {
            QByteArray damaged = line;
            damaged[position] = static_cast<char>(damaged[position] ^ 0x20);
            const JournalContents contents = readJournal(QByteArray(before + damaged + after));
            QCOMPARE(numbersOf(contents.open), QList({1, 3}));
            QCOMPARE(contents.damaged, 1);
        }
    }

    void shouldReadRecordsBehindADamagedHeader()
    {
        QByteArray text = headerLine() + actionLine(numberedAction(1));
        text[12] = 'X';
        const JournalContents contents = readJournal(text);
        QCOMPARE(numbersOf(contents.open), QList({1}));
        QCOMPARE(contents.damaged, 1);
    }

    void shouldCountForeignRecordsAsDamaged_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("blank line") << "\n"_ba;
        QTest::newRow("no JSON") << "00000000 \n"_ba;
        QTest::newRow("no checksum") << "{\"tusk\":1}\n"_ba;
        QTest::newRow("unknown record, sound") << "feb044ad {\"other\":1}\n"_ba;
        QTest::newRow("second header") << headerLine();
    }
    void shouldCountForeignRecordsAsDamaged()
    {
        QFETCH(const QByteArray, line);
        const JournalContents contents =
            readJournal(QByteArray(headerLine() + line + actionLine(numberedAction(1))));
        QCOMPARE(contents.damaged, 1);
        QCOMPARE(numbersOf(contents.open), QList({1}));
    }

    void shouldReadOnlyTheVersionOfALaterFormat()
    {
        const JournalContents contents =
            readJournal(QByteArray("5439bbea {\"tusk\":2}\n" + actionLine(numberedAction(1))));
        QCOMPARE(contents.version, 2);
        QVERIFY(contents.open.isEmpty());
    }

    void shouldReadAnEmptyFile()
    {
        const JournalContents contents = readJournal({});
        QVERIFY(contents.open.isEmpty());
        QCOMPARE(contents.damaged, 0);
        QCOMPARE(contents.completeSize, 0);
    }
};

QTEST_GUILESS_MAIN(TestJournalRecords)
#include "tst_journalrecords.moc"
