// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "privatehome.h"
#include "support/testcase.h"
#include "tuskprogram.h"

#include <QSet>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::addTodo;
using tests::idsIn;
using tests::titlesIn;
using tests::TuskRun;

// The commands that work with todos, on a private database that is kept running.
class TestCommands final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        m_home = std::make_unique<tests::PrivateHome>();
        const TuskRun run = tests::tusk({u"server"_s, u"start"_s});
        QVERIFY2(run.exitCode == 0, run.report().constData());
    }
    void cleanupTestCase() { m_home.reset(); }

    void shouldAddATodoWithEverythingThatCanBeSaid()
    {
        const TuskRun run = tests::tusk({u"add"_s,
                                         u"Water the tomatoes"_s,
                                         u"--list"_s,
                                         u"Garden"_s,
                                         u"--create"_s,
                                         u"--due"_s,
                                         u"2026-12-24 17:30"_s,
                                         u"--start"_s,
                                         u"2026-12-01"_s,
                                         u"--priority"_s,
                                         u"high"_s,
                                         u"--tag"_s,
                                         u"plants"_s,
                                         u"--tag"_s,
                                         u"Roof"_s,
                                         u"--tag"_s,
                                         u"PLANTS"_s,
                                         u"--notes"_s,
                                         u"*Not* the cactus"_s,
                                         u"--json"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QVERIFY(run.errors.isEmpty());
        const QJsonObject todo = run.only();
        QCOMPARE(todo["title"_L1], QJsonValue(u"Water the tomatoes"_s));
        QCOMPARE(todo["list"_L1], QJsonValue(u"Garden"_s));
        QCOMPARE(todo["due_date"_L1], QJsonValue(u"2026-12-24"_s));
        QCOMPARE(todo["due_time"_L1], QJsonValue(u"17:30:00"_s));
        QCOMPARE(todo["due_zone"_L1], QJsonValue(u"Europe/Berlin"_s));
        QCOMPARE(todo["start_date"_L1], QJsonValue(u"2026-12-01"_s));
        QCOMPARE(todo["priority"_L1], QJsonValue(3));
        QCOMPARE(todo["tags"_L1], QJsonValue(QJsonArray({u"plants"_s, u"Roof"_s})));
        QCOMPARE(todo["notes"_L1], QJsonValue(u"*Not* the cactus"_s));
        QVERIFY(todo["created_at"_L1].toString().endsWith(u'Z'));
        QCOMPARE(show(todo["id"_L1].toString()), todo);
    }

    void shouldTakeSeveralWordsForOneTitle()
    {
        const QJsonObject todo = tests::tusk({u"add"_s, u"Buy"_s, u"milk"_s, u"--json"_s, u"now"_s}).only();

        QCOMPARE(todo["title"_L1], QJsonValue(u"Buy milk now"_s));
    }

    void shouldTakeATitleThatLooksLikeAnOption()
    {
        const QJsonObject todo = tests::tusk({u"add"_s, u"--json"_s, u"--"_s, u"--due today"_s}).only();

        QCOMPARE(todo["title"_L1], QJsonValue(u"--due today"_s));
    }

    void shouldKeepEveryCharacterOfATitle()
    {
        const QString title = u"Ünïcödé 日本 👩‍👩‍👧 \u202eRTL\u202c %s '; DROP TABLE--"_s;

        QCOMPARE(show(addTodo(title))["title"_L1], QJsonValue(title));
    }

    void shouldReadNotesFromStandardInput()
    {
        const QByteArray notes = QByteArray("Zeile \xc3\xbc\r\n").repeated(60'000); // more than a pipe holds

        const TuskRun run = tests::tusk({u"add"_s, u"Long"_s, u"--notes"_s, u"-"_s, u"--json"_s}, {}, notes);

        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QCOMPARE(run.only()["notes"_L1].toString().toUtf8(), QByteArray(notes).replace("\r\n", "\n"));
    }

    void shouldAddAtTheEnd()
    {
        const QString first = addTodo(u"end one"_s);
        const QString second = addTodo(u"end two"_s);

        const QStringList open = idsIn(list());

        QCOMPARE(open.sliced(open.size() - 2), QStringList({first, second}));
    }

    void shouldListEachPlace()
    {
        const QString open = addTodo(u"open"_s, {u"--list"_s, u"Places"_s, u"--create"_s});
        const QString done = addTodo(u"done"_s, {u"--list"_s, u"Places"_s});
        const QString trashed = addTodo(u"trashed"_s, {u"--list"_s, u"Places"_s});
        const QString elsewhere = addTodo(u"elsewhere"_s);
        QCOMPARE(tests::tusk({u"done"_s, done}).exitCode, 0);
        QCOMPARE(tests::tusk({u"delete"_s, trashed}).exitCode, 0);
        const auto holds = [&](const QStringList &options) {
            const QStringList ids = idsIn(list(options));
            QStringList found;
            for (const QString &id : {open, done, trashed, elsewhere})
                found += ids.contains(id) ? QStringList(id) : QStringList();
            return found;
        };

        QCOMPARE(holds({}), QStringList({open, elsewhere}));
        QCOMPARE(holds({u"--list"_s, u"places"_s}), QStringList({open}));
        QCOMPARE(holds({u"--inbox"_s}), QStringList({elsewhere}));
        QCOMPARE(holds({u"--completed"_s}), QStringList({done}));
        QCOMPARE(holds({u"--trash"_s}), QStringList({trashed}));
        QCOMPARE(holds({u"--all"_s}), QStringList({open, done, trashed, elsewhere}));
    }

    void shouldListByTagAndDay()
    {
        const QString late = addTodo(u"late"_s, {u"--due"_s, u"2020-01-01"_s, u"--tag"_s, u"days"_s});
        const QString today = addTodo(u"today"_s, {u"--due"_s, u"today"_s, u"--tag"_s, u"days"_s});
        const QString tomorrow = addTodo(u"tomorrow"_s, {u"--due"_s, u"tomorrow"_s, u"--tag"_s, u"days"_s});

        QCOMPARE(idsIn(list({u"--tag"_s, u"days"_s})), QStringList({late, today, tomorrow}));
        QCOMPARE(idsIn(list({u"--today"_s})), QStringList({late, today}));
        QVERIFY(idsIn(list({u"--upcoming"_s})).contains(tomorrow));
    }

    void shouldPrintAnEmptyArrayWhereThereIsNothing()
    {
        const QString id = addTodo(u"alone"_s, {u"--list"_s, u"Nothing left"_s, u"--create"_s});
        QCOMPARE(tests::tusk({u"done"_s, id}).exitCode, 0);

        const TuskRun json = tests::tusk({u"list"_s, u"--list"_s, u"Nothing left"_s, u"--json"_s});
        const TuskRun text = tests::tusk({u"list"_s, u"--list"_s, u"Nothing left"_s});

        QCOMPARE(json.output, "[]\n");
        QCOMPARE(text.lines().size(), 1);
        QCOMPARE(text.exitCode, 0);
    }

    void shouldFindByWordsBeginningsAndParts()
    {
        const QString id = addTodo(u"Call Jürgen about rhubarb"_s, {u"--notes"_s, u"the greenhouse"_s});
        for (const QString &text :
             {u"rhubarb"_s, u"rhub"_s, u"ubar"_s, u"JURGEN"_s, u"greenhouse"_s, u"call about"_s})
            QVERIFY2(idsIn(tests::tusk({u"search"_s, text, u"--json"_s}).json()).contains(id),
                     qPrintable(text));

        const TuskRun none = tests::tusk({u"search"_s, u"zzznothing"_s});
        QCOMPARE(none.exitCode, 0);
        QVERIFY(none.output.contains("zzznothing"));
    }

    void shouldFindTodosByTheBeginningsOfTheirIds()
    {
        const QString id = addTodo(u"prefix"_s);
        const TuskRun shown = tests::tusk({u"list"_s});
        QString shortId;
        for (const QString &line : shown.lines())
            shortId = line.contains(u"prefix"_s) ? line.section(u' ', 0, 0) : shortId;

        QVERIFY2(shortId.size() >= 8 && shortId.size() < 36 && id.startsWith(shortId), qPrintable(shortId));
        QCOMPARE(show(shortId)["id"_L1], QJsonValue(id));
        QCOMPARE(show(shortId.toUpper())["id"_L1], QJsonValue(id));
        QCOMPARE(show(QString(id).remove(u'-'))["id"_L1], QJsonValue(id));
    }

    void shouldFindATodoByTheFirstSixDigitsOfItsId()
    {
        // No other todo is like it: ids made by Tusk begin with the time.
        const QString id = u"fedcba98-7654-4321-8000-0123456789ab"_s;
        m_home->runSql(u"INSERT INTO tusk.todo (id, title) VALUES ('%1', 'six digits')"_s.arg(id));

        const TuskRun run = tests::tusk({u"show"_s, u"fedcba"_s, u"--json"_s});
        const TuskRun tooShort = tests::tusk({u"show"_s, u"fedcb"_s, u"--json"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(run.only()["id"_L1], QJsonValue(id));
        QVERIFY2(tooShort.exitCode == 2 && tooShort.saysOneSentence(), tooShort.report().constData());
    }

    void shouldPrintIdsThatNameExactlyOneTodo()
    {
        for (int i = 0; i < 3; ++i)
            addTodo(u"many %1"_s.arg(i));
        for (const QString &line : tests::tusk({u"list"_s}).lines()) {
            const TuskRun run = tests::tusk({u"show"_s, u"--json"_s, line.section(u' ', 0, 0)});
            QVERIFY2(run.exitCode == 0, run.report().constData());
        }
    }

    void shouldShowAllDetails()
    {
        const QString id =
            addTodo(u"Details"_s, {u"--due"_s, u"2026-12-24 17:30"_s, u"--priority"_s, u"low"_s, u"--tag"_s,
                                   u"seen"_s, u"--notes"_s, u"line one\nline two"_s});

        const TuskRun run = tests::tusk({u"show"_s, id});

        QCOMPARE(run.exitCode, 0);
        for (const char *text : {"Details\n", "2026-12-24 17:30 Europe/Berlin", "low", "seen", "Inbox",
                                 "open", "line one\nline two\n"})
            QVERIFY2(run.output.contains(text), run.output.constData());
        QVERIFY(run.output.contains(id.toLatin1()));
    }

    void shouldEditWhatIsNamedAndNothingElse()
    {
        const QString id = addTodo(u"before"_s, {u"--due"_s, u"2026-01-01"_s, u"--tag"_s, u"keep"_s,
                                                 u"--tag"_s, u"drop"_s, u"--notes"_s, u"stay"_s});
        const TuskRun run = tests::tusk({u"edit"_s, id, u"--title"_s, u"after"_s, u"--due"_s, u"none"_s,
                                         u"--tag"_s, u"-drop"_s, u"--tag"_s, u"+new"_s, u"--tag"_s,
                                         u"newer"_s, u"--list"_s, u"Edited"_s, u"--create"_s, u"--json"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        const QJsonObject todo = run.only();
        QCOMPARE(todo["title"_L1], QJsonValue(u"after"_s));
        QVERIFY(todo["due_date"_L1].isNull());
        QCOMPARE(todo["tags"_L1], QJsonValue(QJsonArray({u"keep"_s, u"new"_s, u"newer"_s})));
        QCOMPARE(todo["list"_L1], QJsonValue(u"Edited"_s));
        QCOMPARE(todo["notes"_L1], QJsonValue(u"stay"_s));
    }

    void shouldEditSeveralAlike()
    {
        const QString one = addTodo(u"edit one"_s);
        const QString two = addTodo(u"edit two"_s);

        const TuskRun run = tests::tusk({u"edit"_s, two, one, u"--priority"_s, u"2"_s, u"--json"_s});

        QCOMPARE(titlesIn(run.json()), QStringList({u"edit two"_s, u"edit one"_s})); // in the order of typing
        for (const QJsonValue &todo : run.json())
            QCOMPARE(todo["priority"_L1], QJsonValue(2));
    }

    void shouldKeepLongNotesWholeWhenOtherFieldsChange()
    {
        const QString notes = u"long "_s.repeated(1000);
        const QString id = addTodo(u"notes"_s, {u"--notes"_s, notes});

        const QJsonObject todo = tests::tusk({u"edit"_s, id, u"--title"_s, u"still"_s, u"--json"_s}).only();

        QCOMPARE(todo["notes"_L1], QJsonValue(notes));
    }

    void shouldCompleteReopenDeleteAndRestore()
    {
        const QString id = addTodo(u"life"_s);
        const auto after = [&id](const QString &command) {
            return tests::tusk({command, u"--json"_s, id.first(20)}).only();
        };

        QVERIFY(after(u"done"_s)["completed_at"_L1].toString().endsWith(u'Z'));
        QVERIFY(after(u"reopen"_s)["completed_at"_L1].isNull());
        QVERIFY(after(u"delete"_s)["deleted_at"_L1].toString().endsWith(u'Z'));
        QVERIFY(after(u"restore"_s)["deleted_at"_L1].isNull());
    }

    void shouldDoNothingTwice()
    {
        const QString id = addTodo(u"twice"_s);
        const QJsonObject first = tests::tusk({u"done"_s, id, u"--json"_s}).only();
        const TuskRun second = tests::tusk({u"done"_s, id, id, u"--json"_s});

        QCOMPARE(second.exitCode, 0);
        QCOMPARE(second.only(), first);
        QVERIFY(!history().first()["label"_L1].toString().contains(u"2"_s));
    }

    void shouldCompleteSeveralAsOneAction()
    {
        const QStringList ids{addTodo(u"bulk 1"_s), addTodo(u"bulk 2"_s), addTodo(u"bulk 3"_s)};

        QCOMPARE(tests::tusk(QStringList(u"done"_s) + ids).lines().size(), 3);

        QCOMPARE(history().first()["label"_L1], QJsonValue(u"Complete 3 todos"_s));
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
        for (const QString &id : ids)
            QVERIFY(show(id)["completed_at"_L1].isNull());
    }

    void shouldPurgeOnlyFromTheTrashUnlessForced()
    {
        const QString id = addTodo(u"purge me"_s);
        const QString forced = addTodo(u"purge me too"_s);

        const TuskRun refused = tests::tusk({u"purge"_s, id});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.saysOneSentence(), refused.report().constData());
        QCOMPARE(show(id)["title"_L1], QJsonValue(u"purge me"_s));

        QCOMPARE(tests::tusk({u"delete"_s, id}).exitCode, 0);
        QCOMPARE(tests::tusk({u"purge"_s, id}).exitCode, 0);
        QCOMPARE(tests::tusk({u"purge"_s, u"--force"_s, forced}).exitCode, 0);
        QCOMPARE(tests::tusk({u"show"_s, id}).exitCode, 1);
        QCOMPARE(tests::tusk({u"show"_s, forced}).exitCode, 1);
        QVERIFY(!tests::tusk({u"history"_s}).output.contains("purge me")); // the log forgets the content
        const QString deletion = history().at(2)["id"_L1].toString();      // behind both purges
        const TuskRun undone = tests::tusk({u"undo"_s, deletion});
        QVERIFY2(undone.output.startsWith("Taken back: (deleted for good)\n"), undone.report().constData());
    }

    void shouldMoveToAListAndBackToTheInbox()
    {
        const QString id = addTodo(u"mover"_s);

        const QJsonObject moved =
            tests::tusk({u"move"_s, id, u"--list"_s, u"Moved"_s, u"--create"_s, u"--json"_s}).only();
        QCOMPARE(moved["list"_L1], QJsonValue(u"Moved"_s));
        QCOMPARE(tests::tusk({u"move"_s, id, u"--list"_s, u"MOVED"_s, u"--json"_s}).only(), moved);
        QVERIFY(tests::tusk({u"move"_s, id, u"--inbox"_s, u"--json"_s}).only()["list"_L1].isNull());
    }

    void shouldTakeTheNewListBackWithTheMove()
    {
        const QString id = addTodo(u"mover 2"_s);
        QCOMPARE(tests::tusk({u"move"_s, id, u"--list"_s, u"Not wanted"_s, u"--create"_s}).exitCode, 0);

        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);

        QVERIFY(!tests::tusk({u"lists"_s}).output.contains("Not wanted"));
    }

    void shouldReorder()
    {
        const QStringList list{u"--list"_s, u"Order"_s, u"--create"_s};
        const QString a = addTodo(u"a"_s, list);
        const QString b = addTodo(u"b"_s, list);
        const QString elsewhere = addTodo(u"between"_s);
        const QString c = addTodo(u"c"_s, list);
        const QString d = addTodo(u"d"_s, list);
        const auto reorder = [this](const QStringList &arguments) {
            const TuskRun run = tests::tusk(QStringList(u"reorder"_s) + arguments);
            return run.exitCode == 0 ? titlesIn(this->list({u"--list"_s, u"Order"_s})).join(QString())
                                     : QString::fromUtf8(run.report());
        };

        QCOMPARE(reorder({d, u"--before"_s, b}), u"adbc"_s);
        QCOMPARE(reorder({a, u"--after"_s, b}), u"dbac"_s);
        QCOMPARE(reorder({c, a, u"--top"_s}), u"cadb"_s);
        QCOMPARE(reorder({c, u"--bottom"_s}), u"adbc"_s);
        QCOMPARE(reorder({b, a, u"--after"_s, d}), u"dbac"_s);
        QCOMPARE(reorder({b, a, u"--after"_s, d}), u"dbac"_s); // already so
        QCOMPARE(reorder({d, b, a, u"--before"_s, c}), u"dbac"_s);
        QVERIFY(idsIn(this->list()).contains(elsewhere));
    }

    void shouldWriteOnlyTheRowThatMoves()
    {
        const QString a = addTodo(u"still"_s);
        const QString b = addTodo(u"moving"_s);
        const QJsonObject before = show(a);

        QCOMPARE(tests::tusk({u"reorder"_s, b, u"--before"_s, a}).exitCode, 0);

        QCOMPARE(show(a), before);
    }

    void shouldMerge()
    {
        const QString one = addTodo(u"one"_s, {u"--notes"_s, u"first"_s, u"--tag"_s, u"m1"_s});
        const QString two = addTodo(u"two"_s, {u"--notes"_s, u"second"_s, u"--tag"_s, u"m2"_s,
                                               u"--priority"_s, u"high"_s, u"--due"_s, u"2026-02-02"_s});

        const TuskRun run = tests::tusk({u"merge"_s, one, two, u"--json"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        const QJsonObject merged = run.json().at(0).toObject();
        QCOMPARE(merged["title"_L1], QJsonValue(u"one"_s));
        QCOMPARE(merged["notes"_L1], QJsonValue(u"first\n\n## two\n\nsecond"_s));
        QCOMPARE(merged["tags"_L1], QJsonValue(QJsonArray({u"m1"_s, u"m2"_s})));
        QCOMPARE(merged["priority"_L1], QJsonValue(3));
        QCOMPARE(merged["due_date"_L1], QJsonValue(u"2026-02-02"_s));
        QVERIFY(!run.json().at(1)["deleted_at"_L1].isNull());
    }

    void shouldCountTheListsTodos()
    {
        addTodo(u"counted 1"_s, {u"--list"_s, u"Counted"_s, u"--create"_s});
        addTodo(u"counted 2"_s, {u"--list"_s, u"counted"_s});

        const TuskRun text = tests::tusk({u"lists"_s});
        QJsonObject counted;
        for (const QJsonValue &list : tests::tusk({u"lists"_s, u"--json"_s}).json()) {
            if (list["name"_L1].toString() == u"Counted"_s)
                counted = list.toObject();
        }

        QVERIFY(text.lines().constFirst().startsWith(u"Inbox"_s));
        QCOMPARE(text.lines().filter(u"Counted"_s).value(0).simplified(), u"Counted 2"_s);
        QCOMPARE(counted["open"_L1], QJsonValue(2));
        QCOMPARE(counted["id"_L1].toString().size(), 36);
    }

    void shouldPrintNoColoursIntoAPipe()
    {
        addTodo(u"late"_s, {u"--due"_s, u"2020-01-01"_s, u"--priority"_s, u"high"_s});

        QVERIFY(!tests::tusk({u"list"_s}).output.contains('\033'));
    }

    void shouldWorkInALocaleThatIsNotUtf8()
    {
        const TuskRun run = tests::tusk({u"add"_s, u"Grüße"_s}, {{u"LC_ALL"_s, u"C"_s}});

        QVERIFY2(run.exitCode == 0 && run.errors.isEmpty(), run.report().constData());
        QVERIFY(run.output.contains("Grüße"));
    }

    // Last, because it fills the list: several pages, in order, none missing.
    void shouldListThousandsPageByPage()
    {
        const QString id = addTodo(u"paged"_s, {u"--list"_s, u"Paged"_s, u"--create"_s});
        m_home->runSql(u"INSERT INTO tusk.todo (title, list_id) SELECT 'paged ' || n, (SELECT id FROM "
                       "tusk.list WHERE name = 'Paged') FROM generate_series(1, 1234) AS n"_s);

        const TuskRun json = tests::tusk({u"list"_s, u"--list"_s, u"Paged"_s, u"--json"_s});
        const TuskRun text = tests::tusk({u"list"_s, u"--list"_s, u"Paged"_s});

        const QStringList ids = idsIn(json.json());
        QCOMPARE(ids.size(), 1235);
        QCOMPARE(ids.constFirst(), id);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 1235);
        QCOMPARE(text.lines().size(), 1235);
    }

private:
    [[nodiscard]] QJsonArray list(const QStringList &options = {})
    {
        return tests::tusk(QStringList{u"list"_s, u"--json"_s} + options).json();
    }
    [[nodiscard]] QJsonObject show(const QString &id)
    {
        return tests::tusk({u"show"_s, u"--json"_s, id}).only();
    }
    [[nodiscard]] QJsonArray history() { return tests::tusk({u"history"_s, u"--json"_s}).json(); }

    std::unique_ptr<tests::PrivateHome> m_home;
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
