// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/journalparts.h"
#include "repository/journalfolder.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace tests;
using repository::createPart;
using repository::lockParts;

class TestJournalParts final : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldTakeTheFilesOfEachNameByNumber()
    {
        const JournalFolder folder;
        for (const QString &name : {u"b.10.jsonl"_s, u"b.2.jsonl"_s, u"b.jsonl"_s, u"a.jsonl"_s,
                                    u"bb.jsonl"_s, u"b.jsonl.damaged-1"_s, u"b.x.jsonl"_s})
            folder.leaveBehind(name, {});
        const auto parts = lockParts(folder.path(), {u"b"_s, u"a"_s});
        QVERIFY(parts);
        QStringList paths;
        for (const auto &part : *parts)
            paths.append(part.file->path());
        QCOMPARE(paths, (QStringList{folder.file(u"b.jsonl"_s), folder.file(u"b.2.jsonl"_s),
                                     folder.file(u"b.10.jsonl"_s), folder.file(u"a.jsonl"_s)}));
    }

    void shouldLeaveOutWhatSomebodyHasLocked()
    {
        const JournalFolder folder;
        folder.leaveBehind(u"a.jsonl"_s, {1});
        folder.leaveBehind(u"a.2.jsonl"_s, {2});
        const auto locked = base::LockedFile::open(folder.file(u"a.jsonl"_s));
        QVERIFY(locked && *locked);
        const auto parts = lockParts(folder.path(), {u"a"_s});
        QCOMPARE(parts->size(), size_t(1));
        QCOMPARE(numbersOf(parts->front().contents.open), QList({2}));
    }

    void shouldCreateWithTheFirstFreeNumber()
    {
        const JournalFolder folder;
        folder.leaveBehind(u"a.jsonl"_s, {});
        folder.leaveBehind(u"a.3.jsonl"_s, {});
        const auto second = createPart(folder.path(), u"a"_s);
        const auto fourth = createPart(folder.path(), u"a"_s);
        QCOMPARE((*second)->path(), folder.file(u"a.2.jsonl"_s));
        QCOMPARE((*fourth)->path(), folder.file(u"a.4.jsonl"_s));
    }

    void shouldNeverRemoveTheLastNameOfADamagedFile_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("the original is still there") << false;
        QTest::newRow("the original was replaced") << true;
    }
    void shouldNeverRemoveTheLastNameOfADamagedFile()
    {
        QFETCH(const bool, replaced);
        const JournalFolder folder;
        folder.write(u"a.jsonl"_s, "damage\n");
        const auto parts = lockParts(folder.path(), {u"a"_s});
        const auto copies = repository::copyDamaged(*parts);
        QCOMPARE(*copies, QStringList{folder.file(u"a.jsonl.damaged-1"_s)});
        if (replaced)
            QVERIFY(parts->front().file->replace("sound\n"));
        repository::removeCopies(*copies);
        QCOMPARE(folder.files().size(), replaced ? 2 : 1);
        QCOMPARE(folder.read(replaced ? u"a.jsonl.damaged-1"_s : u"a.jsonl"_s), "damage\n");
    }
};

QTEST_GUILESS_MAIN(TestJournalParts)
#include "tst_journalparts.moc"
