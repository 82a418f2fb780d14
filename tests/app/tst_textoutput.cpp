// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/import/importprogressline.h"
#include "app/terminal.h"
#include "app/textwidth.h"
#include "app/todorecord.h"
#include "app/todotable.h"
#include "base/uuidv7.h"
#include "support/testcase.h"

#include <QFile>
#include <QJsonArray>
#include <QLocale>
#include <QTemporaryDir>

#include <cstdio>
#include <unistd.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using app::Catalogue;
using app::TodoTable;
using domain::Priority;
using domain::Todo;
using domain::TodoId;
using domain::When;
using Stage = importer::ImportProgress::Stage;

namespace
{

Todo makeTodo(const QString &title)
{
    Todo todo;
    todo.id = TodoId(base::makeUuidV7());
    todo.title = title;
    todo.createdAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC);
    todo.updatedAt = todo.createdAt;
    return todo;
}

// Standard error goes to a file meanwhile.
class CaughtErrors final
{
public:
    CaughtErrors()
        : m_before(dup(STDERR_FILENO))
        , m_file(m_folder.filePath(u"errors"_s))
    {
        if (m_file.open(QIODevice::WriteOnly))
            dup2(m_file.handle(), STDERR_FILENO);
    }
    ~CaughtErrors()
    {
        std::fflush(stderr);
        dup2(m_before, STDERR_FILENO);
        close(m_before);
    }
    Q_DISABLE_COPY_MOVE(CaughtErrors)

    [[nodiscard]] QString text() const
    {
        std::fflush(stderr);
        QFile file(m_file.fileName());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : u"no file"_s;
    }

private:
    const int m_before;
    const QTemporaryDir m_folder;
    QFile m_file;
};

} // namespace

class TestTextOutput final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldCountColumnsAsATerminalDoes()
    {
        QCOMPARE(app::columnsOf(u"tomato"_s), 6);
        QCOMPARE(app::columnsOf(u"日本"_s), 4);
        QCOMPARE(app::columnsOf(u"e\u0301"_s), 1); // with a combining accent
        QCOMPARE(app::columnsOf(QString()), 0);
    }

    void shouldShortenWithoutCuttingACharacterApart()
    {
        QCOMPARE(app::shortenedTo(6, u"tomato"_s), u"tomato"_s);
        QCOMPARE(app::shortenedTo(5, u"tomato"_s), u"toma…"_s);
        QCOMPARE(app::shortenedTo(4, u"日本語"_s), u"日…"_s);
        QCOMPARE(app::shortenedTo(2, u"e\u0301e\u0301e\u0301"_s), u"e\u0301…"_s);
    }

    void shouldKeepControlCharactersFromTheTerminal()
    {
        QCOMPARE(app::printable(u"a\u001b[2Jb\u0007\u009b"_s), u"a\ufffd[2Jb\ufffd\ufffd"_s);
        QCOMPARE(app::printable(u"a\nb\tc"_s), u"a b c"_s);
        QCOMPARE(app::printable(u"a\nb\tc\r"_s, app::Breaks::Kept), u"a\nb\tc\ufffd"_s);
    }

    void shouldAlignColumnsAndLeaveOutEmptyOnes()
    {
        Todo milk = makeTodo(u"Milk"_s);
        milk.due = When{QDate(2026, 5, 1), QTime(9, 5), "Europe/Berlin"};
        Todo bread = makeTodo(u"日本 bread"_s);
        bread.due = When{QDate(2026, 5, 2), std::nullopt, {}};
        bread.completedAt = bread.createdAt;
        Todo gone = makeTodo(u"Gone"_s);
        gone.deletedAt = gone.createdAt;

        const QStringList lines =
            table().lines({milk, bread, gone},
                          {{milk.id, u"12345678"_s}, {bread.id, u"1234567-89"_s}, {gone.id, u"abcdef01"_s}});

        QCOMPARE(lines,
                 QStringList({u"12345678    [ ]  Milk        2026-05-01 09:05"_s,
                              u"1234567-89  [x]  日本 bread  2026-05-02"_s, u"abcdef01    [-]  Gone"_s}));
    }

    void shouldShowPriorityListAndTags()
    {
        Todo todo = makeTodo(u"Roses"_s);
        todo.priority = Priority::High;
        todo.list = m_garden.id;
        todo.tags = {m_sun.id, m_rain.id};

        QCOMPARE(table().lines({todo}, {{todo.id, u"12345678"_s}}),
                 QStringList(u"12345678  [ ]  !!!  Roses  #Garden  @rain @sun"_s));
    }

    void shouldShortenTitlesToTheWidthOfTheTerminal()
    {
        const app::Terminal narrow(app::Terminal::Look{.colours = false, .width = 50, .watched = false});
        Todo todo = makeTodo(u"Water the tomatoes and the roses in the garden"_s);
        todo.due = When{QDate(2026, 5, 2), std::nullopt, {}};

        const QStringList lines =
            TodoTable(narrow, m_catalogue, QDate(2026, 5, 1)).lines({todo}, {{todo.id, u"1234567"_s}});

        QCOMPARE(lines, QStringList(u"1234567  [ ]  Water the tomatoes and…  2026-05-02"_s));
    }

    void shouldColourWhatIsLateOnATerminalOnly()
    {
        const app::Terminal colourful(app::Terminal::Look{.colours = true, .width = 0, .watched = false});
        Todo todo = makeTodo(u"Late"_s);
        todo.due = When{QDate(2026, 4, 30), std::nullopt, {}};

        const QString line =
            TodoTable(colourful, m_catalogue, QDate(2026, 5, 1)).lines({todo}, {}).constFirst();

        QVERIFY(line.endsWith(u"\033[31m2026-04-30\033[0m"_s));
        QVERIFY(!table().lines({todo}, {}).constFirst().contains(u'\033'));
    }

    void shouldShowWhatOtherProgramsWroteWithoutHarm()
    {
        const Todo todo = makeTodo(u"a\u001b[31mb\nc"_s);

        QCOMPARE(table().lines({todo}, {{todo.id, u"12345678"_s}}),
                 QStringList(u"12345678  [ ]  a\ufffd[31mb c"_s));
    }

    void shouldGiveAllKeysOfTheJsonAndNoOther()
    {
        const QJsonObject record = app::todoRecord(makeTodo(u"Roses"_s), m_catalogue);

        QStringList keys = record.keys();
        QStringList promised{u"id"_s,         u"title"_s,     u"notes"_s,        u"list"_s,
                             u"list_id"_s,    u"tags"_s,      u"priority"_s,     u"due_date"_s,
                             u"due_time"_s,   u"due_zone"_s,  u"start_date"_s,   u"repeat"_s,
                             u"parent_id"_s,  u"position"_s,  u"completed_at"_s, u"deleted_at"_s,
                             u"created_at"_s, u"updated_at"_s};
        promised.sort();
        QCOMPARE(keys, promised);
        for (const char *key : {"list", "list_id", "due_date", "due_time", "due_zone", "start_date", "repeat",
                                "parent_id", "completed_at", "deleted_at"})
            QVERIFY2(record[QLatin1StringView(key)].isNull(), key);
        QCOMPARE(record["notes"_L1], QJsonValue(u""_s));
        QCOMPARE(record["tags"_L1], QJsonValue(QJsonArray()));
        QCOMPARE(record["priority"_L1], QJsonValue(0));
        QCOMPARE(record["created_at"_L1], QJsonValue(u"2026-01-02T03:04:05.678Z"_s));
    }

    void shouldPutNamesIntoTheJson()
    {
        Todo todo = makeTodo(u"Roses"_s);
        todo.list = m_garden.id;
        todo.tags = {m_sun.id, m_rain.id};
        todo.due = When{QDate(2026, 5, 1), QTime(9, 5), "Europe/Berlin"};
        todo.repeatRule = u"FREQ=DAILY"_s;

        const QJsonObject record = app::todoRecord(todo, m_catalogue);

        QCOMPARE(record["list"_L1], QJsonValue(u"Garden"_s));
        QCOMPARE(record["list_id"_L1], QJsonValue(m_garden.id.toString()));
        QCOMPARE(record["tags"_L1],
                 QJsonValue(QJsonArray({u"rain"_s, u"sun"_s}))); // in the order of the tags
        QCOMPARE(record["due_date"_L1], QJsonValue(u"2026-05-01"_s));
        QCOMPARE(record["due_time"_L1], QJsonValue(u"09:05:00"_s));
        QCOMPARE(record["due_zone"_L1], QJsonValue(u"Europe/Berlin"_s));
        QCOMPARE(record["repeat"_L1], QJsonValue(u"FREQ=DAILY"_s));
    }

    void shouldDrawHowFarAnImportIs()
    {
        importer::ImportPace pace;
        pace.take({Stage::Reading, 0, 20'000}, 0);
        QCOMPARE(app::ImportProgressLine::text(pace).section(u"  "_s, 0, 0), u"Reading [············] 0 %"_s);

        pace.take({Stage::Reading, 12'000, 20'000}, 4'000);

        const QLocale numbers;
        QCOMPARE(app::ImportProgressLine::text(pace),
                 u"Reading [#######·····] 60 %  %1 of %2  %3/s  0:03 left"_s.arg(
                     numbers.toString(12'000), numbers.toString(20'000), numbers.toString(3'000)));
    }

    void shouldShowHowFarAnImportIsInOnePlaceAndOnATerminalOnly_data()
    {
        QTest::addColumn<bool>("watched");
        QTest::addColumn<QString>("shown");
        QTest::newRow("terminal") << true
                                  << u"\r\033[KReading the file…\r\033[KWriting the todos and their search "
                                     "index…\r\033[K"_s;
        QTest::newRow("file") << false << QString();
    }
    void shouldShowHowFarAnImportIsInOnePlaceAndOnATerminalOnly()
    {
        QFETCH(const bool, watched);
        QFETCH(const QString, shown);
        const CaughtErrors errors;
        {
            app::Terminal terminal(app::Terminal::Look{.colours = false, .width = 80, .watched = watched});
            app::ImportProgressLine line(terminal);

            line.show({Stage::Reading, 0, 0});
            line.show({Stage::Writing, 10, 0});
        }

        QCOMPARE(errors.text(), shown);
    }

private:
    [[nodiscard]] TodoTable table() const { return {m_terminal, m_catalogue, QDate(2026, 5, 1)}; }

    const domain::TodoList m_garden{domain::ListId(base::makeUuidV7()), u"Garden"_s, {}, {}, {}, 0};
    const domain::Tag m_rain{domain::TagId(base::makeUuidV7()), u"rain"_s, {}, {}, 0};
    const domain::Tag m_sun{domain::TagId(base::makeUuidV7()), u"sun"_s, {}, {}, 0};
    const Catalogue m_catalogue{{m_garden}, {m_rain, m_sun}};
    const app::Terminal m_terminal{app::Terminal::Look()};
};

QTEST_GUILESS_MAIN(TestTextOutput)
#include "tst_textoutput.moc"
