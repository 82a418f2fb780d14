// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/sortedlines.h"
#include "support/testcase.h"

#include <algorithm>

using namespace tusk;
using importer::SortedLines;
using tests::TestCase;

// What goes to the server in the order of its keys.
class TestSortedLines final : public TestCase
{
    Q_OBJECT

    static QList<QByteArray> linesOf(const SortedLines &lines)
    {
        QList<QByteArray> all;
        for (qsizetype i = 0; i < lines.count(); ++i)
            all.append(lines.at(i).toByteArray());
        return all;
    }
    static void add(SortedLines &lines, const QByteArray &line)
    {
        lines.next() += line;
        lines.endLine();
    }

private Q_SLOTS:
    void shouldKeepLinesAsTheyCameUntilTheyAreSorted()
    {
        SortedLines lines;
        QCOMPARE(lines.count(), 0);
        add(lines, "b\n");
        add(lines, "a\n");
        QCOMPARE(linesOf(lines), (QList<QByteArray>{"b\n", "a\n"}));
        lines.sort();
        QCOMPARE(linesOf(lines), (QList<QByteArray>{"a\n", "b\n"}));
        QCOMPARE(lines.bytes(), 4);
    }

    void shouldSortByBytesAndLength()
    {
        SortedLines lines;
        for (const QByteArray &line : {QByteArray("\xff"), QByteArray("a\0b", 3), QByteArray("a"),
                                       QByteArray(), QByteArray("a\0a", 3), QByteArray("B")})
            add(lines, line);
        lines.sort();
        QCOMPARE(linesOf(lines), (QList<QByteArray>{QByteArray(), "B", "a", QByteArray("a\0a", 3),
                                                    QByteArray("a\0b", 3), "\xff"}));
    }

    void shouldHoldLinesOfEverySize()
    {
        SortedLines lines;
        QList<QByteArray> expected;
        qsizetype bytes = 0;
        for (int i = 0; i < 3'000; ++i) {
            // Some are larger than a buffer of lines is, some are empty.
            const qsizetype size = i % 500 == 499 ? 700'000 : i % 7 == 0 ? 0 : i;
            expected.append(QByteArray(size, char('a' + i % 26)));
            add(lines, expected.constLast());
            bytes += size;
        }
        QCOMPARE(lines.count(), expected.size());
        QCOMPARE(lines.bytes(), bytes);
        QVERIFY(linesOf(lines) == expected);
        lines.sort();
        std::ranges::sort(expected);
        QVERIFY(linesOf(lines) == expected);
    }
};

QTEST_GUILESS_MAIN(TestSortedLines)
#include "tst_sortedlines.moc"
