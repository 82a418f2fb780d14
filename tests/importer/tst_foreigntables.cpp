// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importreport.h"
#include "importer/reading.h"
#include "importer/samplefile.h"
#include "support/testcase.h"

#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::Reading;
using tests::SampleFile;

using Repairs = QMap<QString, qint64>;

// What the rows of a table, and those of the tables around it, tell about the todos in it.
class TestForeignTables final : public tests::TestCase
{
    Q_OBJECT

protected:
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void shouldLearnFromTimesOfCompletionWhatNumbersMean_data()
    {
        QTest::addColumn<QString>("rows"); // title, status, completed_at
        QTest::addColumn<QStringList>("completed");
        QTest::addColumn<qint64>("uncertain");
        QTest::addColumn<bool>("isLearned");
        QTest::newRow("in progress") << u"('a', 0, NULL), ('b', 1, NULL), ('c', 2, '2026-01-02 09:00:00')"_s
                                     << QStringList{u"c"_s} << qint64(0) << true;
        QTest::newRow("done comes first")
            << u"('a', 0, '2026-01-02 09:00:00'), ('b', 1, NULL), ('c', 2, NULL)"_s << QStringList{u"a"_s}
            << qint64(0) << true;
        QTest::newRow("one of many was forgotten")
            << u"('a', 0, NULL), ('b', 2, NULL), ('c', 2, '2026-01-02'), ('d', 2, '2026-01-02'), ('e', 2, "
               "'2026-01-02'), ('f', 2, '2026-01-02'), ('g', 2, '2026-01-02'), ('h', 2, '2026-01-02'), ('i', "
               "2, '2026-01-02'), ('j', 2, '2026-01-02'), ('k', 2, '2026-01-02')"_s
            << QStringList{u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s, u"i"_s, u"j"_s, u"k"_s}
            << qint64(0) << true;
        QTest::newRow("half of one tells nothing")
            << u"('a', 0, NULL), ('b', 1, NULL), ('c', 1, '2026-01-02'), ('d', 2, '2026-01-02')"_s
            << QStringList{u"b"_s, u"c"_s, u"d"_s} << qint64(2) << true;
        QTest::newRow("no time at all") << u"('a', 0, NULL), ('b', 1, '0'), ('c', 2, '')"_s
                                        << QStringList{u"b"_s, u"c"_s} << qint64(2) << false;
        QTest::newRow("times everywhere")
            << u"('a', 0, '2026-01-02'), ('b', 1, '2026-01-02'), ('c', 2, '2026-01-02')"_s
            << QStringList{u"b"_s, u"c"_s} << qint64(2) << false;
    }
    void shouldLearnFromTimesOfCompletionWhatNumbersMean()
    {
        QFETCH(const QString, rows);
        QFETCH(const QStringList, completed);
        QFETCH(const qint64, uncertain);
        QFETCH(const bool, isLearned);
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, status INTEGER, completed_at "
                 "DATETIME)"_s)
            .run(u"INSERT INTO tasks (title, status, completed_at) VALUES %1"_s.arg(rows));

        const Reading reading = tests::readFile(path());

        QCOMPARE(completedIn(reading), completed);
        QCOMPARE(reading.repairs.value(u"uncertain_state"_s), uncertain);
        importer::ImportReport report;
        report.mapping = reading.mapping;
        QCOMPARE(report.remarks().join(u' ').contains("tells the meaning"_L1), isLearned);
    }

    void shouldPutWhatItsProgramHadThrownAwayIntoTheTrash_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("values"); // of what is there and of what is thrown away
        QTest::addRow("Rails") << u"discarded_at"_s << u"NULL, '2026-01-05 10:00:00'"_s;
        QTest::addRow("removed") << u"removed_at"_s << u"'', '2026-01-05 10:00:00'"_s;
        QTest::addRow("a flag") << u"is_removed"_s << u"0, 1"_s;
        QTest::addRow("in the trash") << u"inTrash"_s << u"'false', 'true'"_s;
    }
    void shouldPutWhatItsProgramHadThrownAwayIntoTheTrash()
    {
        QFETCH(const QString, column);
        QFETCH(const QString, values);
        writeTwo(column, values);

        const Reading reading = tests::readFile(path());

        QVERIFY(!reading.rows.at(0).fields[size_t(importer::Field::DeletedAt)]);
        QVERIFY(reading.rows.at(1).fields[size_t(importer::Field::DeletedAt)]);
        QVERIFY(completedIn(reading).isEmpty());
    }

    void shouldTakeWhatIsArchivedForCompleted_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("values");
        QTest::addRow("a time") << u"archived_at"_s << u"NULL, '2026-01-05 10:00:00'"_s;
        QTest::addRow("a flag") << u"is_archived"_s << u"0, 1"_s;
        QTest::addRow("a word") << u"archived"_s << u"'no', 'yes'"_s;
        QTest::addRow("hidden") << u"hidden"_s << u"0, 1"_s;
    }
    void shouldTakeWhatIsArchivedForCompleted()
    {
        QFETCH(const QString, column);
        QFETCH(const QString, values);
        writeTwo(column, values);

        const Reading reading = tests::readFile(path());

        QCOMPARE(completedIn(reading), QStringList{u"gone"_s});
        QCOMPARE(reading.repairs, (Repairs{{u"archived"_s, 1}}));
        QVERIFY(!reading.mapping.leftOut.contains(column));
    }

    void shouldKeepWhenSomethingWasDoneThatWasArchivedLater()
    {
        SampleFile(path()).run(
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, completed_at DATETIME, archived_at "
            "DATETIME); INSERT INTO tasks VALUES (1, 'done', '2026-01-03 10:00:00', '2026-01-05 10:00:00'), "
            "(2, 'given up', NULL, '2026-01-05 10:00:00')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"done | completed_at: 2026-01-03 10:00:00+00"_s,
                                             u"given up | completed_at: 2026-01-05 10:00:00+00"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"archived"_s, 1}}));
    }

private:
    // values: of “keep” and of “gone”, both of them open.
    void writeTwo(const QString &column, const QString &values) const
    {
        const QStringList each = values.split(u", "_s);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, %1)"_s.arg(column))
            .run(u"INSERT INTO todos VALUES (1, 'keep', 0, %1), (2, 'gone', 0, %2)"_s.arg(each.at(0),
                                                                                          each.at(1)));
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"todo.db"_s); }

    static QStringList completedIn(const Reading &reading)
    {
        QStringList titles;
        for (const importer::TodoRow &row : reading.rows) {
            if (row.fields[size_t(importer::Field::CompletedAt)])
                titles.append(
                    QString::fromUtf8(row.fields[size_t(importer::Field::Title)].value_or(QByteArray())));
        }
        return titles;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestForeignTables)

#include "tst_foreigntables.moc"
