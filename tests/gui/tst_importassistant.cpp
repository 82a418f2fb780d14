// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importassistant.h"
#include "gui/import/pagetexts.h"
#include "gui/import/previewdelegate.h"
#include "gui/import/previewmodel.h"
#include "models/opendatabase.h"
#include "support/noisyneighbours.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"
#include "support/pgbouncer.h"
#include "support/sqlclient.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStyleOptionViewItem>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using gui::ImportAssistant;
using importer::Target;
using tests::SampleFile;
using Step = ImportAssistant::Step;
using Work = ImportAssistant::Work;

// The wizard of the import without its widgets, on a real database.
class TestImportAssistant final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<tests::TestServer>(); }
    void cleanup()
    {
        m_assistant.reset();
        m_device.reset();
        m_folder.reset();
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldLeadFromTheFileToTheReport()
    {
        tests::writeOldApp(path(), 30);

        choose();
        QCOMPARE(m_assistant->plan().recognised.program, u"the earlier todo app"_s);
        QCOMPARE(m_assistant->plan().people.size(), 2);
        goOn(Step::Mapping);
        QTRY_COMPARE(m_assistant->preview().total, 20); // of ana, who has the most
        goOn(Step::Options);
        tryOut();
        QCOMPARE(m_assistant->trial()->created, 20);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
        import();

        QCOMPARE(m_assistant->step(), Step::Result);
        QCOMPARE(m_assistant->report()->created, 20);
        QCOMPARE(m_assistant->report()->verified, 20);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"20"_s);
    }

    void shouldMarkOnlyTheRowOfThePreviewThatHasTheFocus()
    {
        gui::PreviewModel model;
        domain::Todo todo;
        todo.title = u"milk"_s;
        model.setTodos({{todo, {}}});
        const auto painted = [&model](QStyle::State more) {
            const gui::PreviewDelegate delegate;
            QStyleOptionViewItem option;
            option.rect = QRect(0, 0, 300, 40);
            option.state = QStyle::State_Enabled | QStyle::State_Active | more;
            QImage image(option.rect.size(), QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            delegate.paint(&painter, option, model.index(0, 0));
            return image;
        };

        const QImage plain = painted({});

        QCOMPARE(painted(QStyle::State_KeyboardFocusChange), plain);
        QVERIFY(painted(QStyle::State_KeyboardFocusChange | QStyle::State_HasFocus) != plain);
    }

    void shouldShowTheImportedTodosAtOnce()
    {
        tests::writeOldApp(path(), 30);
        QCOMPARE(m_device->workspace().lists().size(), 0);

        choose();
        walkToImport();

        QTRY_COMPARE(m_device->workspace().lists().size(), 1);
        QVERIFY(m_device->show(domain::TodoFilter::inList(m_device->workspace().lists().constFirst().id)));
        QCOMPARE(m_device->titles().size(), 16); // four of twenty are done
    }

    void shouldTakeTheImportBack()
    {
        tests::writeOldApp(path(), 30);
        choose();
        walkToImport();
        QTRY_COMPARE(m_device->workspace().lists().size(), 1);

        m_assistant->undo();
        QCOMPARE(m_assistant->work(), Work::Undoing);

        QTRY_VERIFY(m_assistant->isUndone());
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
        QTRY_COMPARE(m_device->workspace().lists().size(), 0); // the window has read anew
        QTRY_COMPARE(m_device->workspace().counts().all, 0);
        QVERIFY(!m_device->workspace().history().redoLabel()); // only the file brings it again
    }

    void shouldTakeBackTheImportWithCtrlZAsWell()
    {
        tests::writeOldApp(path(), 30);
        choose();
        walkToImport();
        QTRY_VERIFY(m_device->workspace().history().undoLabel());

        QVERIFY(m_device->workspace().undo());

        QTRY_COMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
        QTRY_COMPARE(m_device->workspace().counts().all, 0);
        QTRY_COMPARE(m_device->workspace().lists().size(), 0);
    }

    void shouldHavePatienceWithTheUndoOfALargeImport()
    {
        base::ConnectionSettings impatient = m_settings;
        impatient.statementTimeout = std::chrono::seconds(4);
        tests::Device device(impatient);
        m_assistant->setTarget({&device.link(), u"Local"_s, false});
        tests::writeOldApp(path(), 30);
        choose();
        walkToImport();
        // As long as if there had been a million.
        m_server->psql(u"CREATE FUNCTION public.dawdle() RETURNS trigger LANGUAGE plpgsql AS "
                       "'BEGIN PERFORM pg_sleep(6); RETURN NULL; END';"
                       "CREATE TRIGGER dawdle AFTER DELETE ON tusk.todo FOR EACH STATEMENT "
                       "EXECUTE FUNCTION public.dawdle(); SELECT 1"_s,
                       m_settings.database);

        m_assistant->undo();

        QTRY_VERIFY(m_assistant->isUndone());
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
        QTRY_COMPARE(device.workspace().counts().all, 0);
        m_assistant->setTarget({});
    }

    void shouldBringNothingTwice()
    {
        tests::writeOldApp(path(), 30);
        choose();
        walkToImport();

        choose();
        goOn(Step::Mapping);
        goOn(Step::Options);
        tryOut();

        QCOMPARE(m_assistant->trial()->created, 0);
        QCOMPARE(m_assistant->trial()->same, 20);
        QVERIFY(!m_assistant->canGoOn());
    }

    void shouldBringListsAndTagsThatHaveNoTodos()
    {
        const QString file = m_folder->filePath(u"export.json"_s);
        tests::writeAll(
            file,
            "{\"format\":\"tusk\",\"version\":1,\"lists\":[{\"id\":\"0190a0a0-0000-7000-8000-000000000001\","
            "\"name\":\"Home\",\"color\":\"#aabbcc\"},{\"id\":"
            "\"0190a0a0-0000-7000-8000-000000000003\",\"name\":\"Work\"}],\"tags\":[{\"id\":"
            "\"0190a0a0-0000-7000-8000-000000000002\",\"name\":\"soon\",\"color\":\"\"}],\"todos\":[]}");

        m_assistant->chooseFile(file);
        QTRY_COMPARE(m_assistant->step(), Step::Found);
        walkToImport();

        QCOMPARE(m_assistant->report()->created, 0);
        QVERIFY(m_assistant->report()->bringsAnything());
        QCOMPARE(gui::namesText(*m_assistant->report()), u"2 lists and 1 tags"_s);
        QCOMPARE(stored(u"SELECT string_agg(name, ',' ORDER BY name) FROM tusk.list"_s), u"Home,Work"_s);
        QCOMPARE(stored(u"SELECT name FROM tusk.tag"_s), u"soon"_s);
        QTRY_COMPARE(m_device->workspace().lists().size(), 2); // the window has read anew
        m_assistant->undo();
        QTRY_VERIFY(m_assistant->isUndone());
        QTRY_COMPARE(m_device->workspace().lists().size(), 0);
    }

    void shouldKeepWhatWasChosenWhileGoingBackAndForth()
    {
        tests::writeOldApp(path(), 30);
        choose();
        goOn(Step::Mapping);
        const qsizetype description = columnNamed(u"description"_s);
        m_assistant->map(description, std::nullopt);
        goOn(Step::Options);
        m_assistant->choosePerson(m_assistant->plan().chosenPeople.constFirst(), false);
        QVERIFY(!m_assistant->canGoOn()); // somebody has to be chosen
        const QString jonas = QString::fromUtf8(m_assistant->plan().people.at(1).id);
        m_assistant->choosePerson(jonas, true);
        m_assistant->setList(u"Old"_s);
        m_assistant->setZone("Europe/Berlin");
        m_assistant->setZone("UTC+03:00"); // of which PostgreSQL would make the opposite
        QCOMPARE(m_assistant->plan().zone, "Europe/Berlin");

        m_assistant->goBack();
        m_assistant->goBack();
        goOn(Step::Mapping);
        goOn(Step::Options);

        QVERIFY(!m_assistant->plan().mapping.has(Target::Notes));
        QCOMPARE(m_assistant->plan().chosenPeople, QStringList{jonas});
        QCOMPARE(m_assistant->plan().listName(), u"Old"_s);
        tryOut();
        import();
        QCOMPARE(stored(u"SELECT count(*) || ' ' || count(nullif(notes, '')) FROM tusk.todo"_s), u"10 0"_s);
        QCOMPARE(stored(u"SELECT name FROM tusk.list"_s), u"Old"_s);
        QCOMPARE(stored(u"SELECT min(created_at AT TIME ZONE 'UTC') FROM tusk.todo"_s),
                 u"2025-12-31 23:00:03"_s);
    }

    void shouldChooseWhatBelongsToNobodyAlongWithOnePerson()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, username TEXT); INSERT "
            u"INTO "
            "todos VALUES (1, 'call', 0, 'ana'), (2, 'write', 0, 'ana'), (3, 'pay', 0, 'jonas'), (4, 'a', 0, "
            "NULL), (5, 'b', 0, NULL), (6, 'c', 0, NULL)"_s);
        choose();
        goOn(Step::Mapping);
        goOn(Step::Options);

        QCOMPARE(m_assistant->plan().persons(), 1);
        QVERIFY(!m_assistant->plan().ownersAreLists());
        QTRY_COMPARE(m_assistant->preview().total, 5);
        tryOut();

        QCOMPARE(m_assistant->trial()->created, 5);
        QCOMPARE(m_assistant->trial()->othersSentence(), u"1 todos of others are not taken: jonas (1)."_s);
        import();
        QVERIFY(m_assistant->report()->furtherSentences().contains(m_assistant->trial()->othersSentence()));
        QCOMPARE(stored(u"SELECT string_agg(DISTINCT name, ',') FROM tusk.list"_s), u"Imported"_s);
    }

    void shouldTryAnewWhatWasChanged()
    {
        tests::writeOldApp(path(), 30);
        choose();
        goOn(Step::Mapping);
        goOn(Step::Options);
        tryOut();
        QCOMPARE(m_assistant->trial()->created, 20);

        m_assistant->goBack();
        for (const importer::SourceOwner &person : m_assistant->plan().people)
            m_assistant->choosePerson(QString::fromUtf8(person.id), true);
        QVERIFY(!m_assistant->trial());
        tryOut();

        QCOMPARE(m_assistant->trial()->created, 30);
        QCOMPARE(m_assistant->trial()->newLists.size(), 2); // a list for each of them
    }

    void shouldShowWhatAMappingByHandMeans()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, memo TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Shop', 'take the big bag', 1)"_s);
        choose();
        goOn(Step::Mapping);
        QTRY_COMPARE(m_assistant->columns().size(), 4);

        m_assistant->map(columnNamed(u"memo"_s), Target::Title);

        QTRY_COMPARE(m_assistant->preview().todos.constFirst().todo.title, u"take the big bag"_s);
        m_assistant->map(columnNamed(u"memo"_s), std::nullopt);
        QVERIFY(!m_assistant->canGoOn()); // without a title
        m_assistant->map(columnNamed(u"title"_s), Target::Title);
        m_assistant->setOpenMeansDone(true);
        QTRY_VERIFY(!m_assistant->preview().todos.constFirst().todo.completedAt);
    }

    void shouldTurnDoneAndOpenOfAnyColumnRoundAndBack()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, status TEXT, is_active INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Shop', 'done', 1)"_s);
        choose();
        goOn(Step::Mapping);
        QTRY_COMPARE(m_assistant->columns().size(), 4);
        const auto isDone = [this] {
            return m_assistant->preview().todos.value(0).todo.completedAt.has_value();
        };
        QTRY_VERIFY(isDone());

        m_assistant->map(columnNamed(u"is_active"_s), Target::State);

        QTRY_VERIFY(!isDone());
        m_assistant->setOpenMeansDone(true);
        QTRY_VERIFY(isDone());
        m_assistant->setOpenMeansDone(false);
        QTRY_VERIFY(!isDone());
    }

    void shouldReadMonthsFirstAndTurnPrioritiesWhereTheUserSaysSo()
    {
        tests::SampleFile(path())
            .run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, priority INTEGER, due TEXT)"_s)
            .run(
                u"INSERT INTO todos VALUES (1, 'milk', 0, 1, '03/04/2025'), (2, 'bread', 0, 3, '05/06/2025')"_s);
        choose();
        goOn(Step::Mapping);
        const auto milk = [this] { return m_assistant->preview().todos.value(0).todo; };
        const auto due = [&milk] { return milk().due ? milk().due->date : QDate(); };
        QTRY_COMPARE(due(), QDate(2025, 4, 3));
        QCOMPARE(milk().priority, domain::Priority::Low);

        m_assistant->setMonthFirst(true);
        QTRY_COMPARE(due(), QDate(2025, 3, 4));
        m_assistant->turnPriorities(true);
        QTRY_COMPARE(milk().priority, domain::Priority::High);
        QCOMPARE(due(), QDate(2025, 3, 4));
        m_assistant->setMonthFirst(false);
        QTRY_COMPARE(due(), QDate(2025, 4, 3));
        // Of another column nothing is turned.
        m_assistant->map(columnNamed(u"priority"_s), std::nullopt);
        QVERIFY(!m_assistant->plan().prioritiesAreTurned);
    }

    void shouldReadDaysFirstWhereTheUserSaysSoAgainstOtherColumns()
    {
        tests::SampleFile(path())
            .run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, start_date TEXT, due TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0, '3/1/2026', '03/14/2026')"_s);
        choose();
        goOn(Step::Mapping);
        const auto start = [this] { return m_assistant->preview().todos.value(0).todo.start; };
        const auto isOn = [&start](const QDate &day) { return start() && start()->date == day; };
        QTRY_VERIFY(isOn(QDate(2026, 3, 1)));

        m_assistant->setMonthFirst(false);
        QTRY_VERIFY(isOn(QDate(2026, 1, 3)));
        m_assistant->setMonthFirst(true);
        QTRY_VERIFY(isOn(QDate(2026, 3, 1)));
    }

    void shouldTakeMidnightsForTimesWhereTheUserSaysSo()
    {
        tests::SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0, '2026-01-20T00:00:00.000Z')"_s);
        choose();
        goOn(Step::Mapping);
        m_assistant->setZone("America/New_York");
        QTRY_COMPARE(firstDue(), u"2026-01-20"_s);

        m_assistant->setMidnightsAreDays(false);

        QTRY_COMPARE(firstDue(), u"2026-01-19 19:00"_s);
        m_assistant->setMidnightsAreDays(true);
        QTRY_COMPARE(firstDue(), u"2026-01-20"_s);
    }

    void shouldReadDueTimesInTheZoneWhereTheUserSaysSo()
    {
        const QByteArray zone = qgetenv("TZ");
        const auto restore = qScopeGuard([&zone] { zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone); });
        qputenv("TZ", "Asia/Tokyo");
        tests::SampleFile(path())
            .run(u"CREATE TABLE django_migrations (id INTEGER PRIMARY KEY); CREATE TABLE todos (id INTEGER "
                 "PRIMARY KEY, title TEXT, done INTEGER, due TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0, '2026-01-20 09:00:00')"_s);
        choose();
        goOn(Step::Mapping);
        QTRY_COMPARE(firstDue(), u"2026-01-20 18:00"_s); // Django writes UTC
        QVERIFY(m_assistant->plan().mapping.plansNameNoZone);

        m_assistant->setPlansAreMoments(false);

        QTRY_COMPARE(firstDue(), u"2026-01-20 09:00"_s);
    }

    void shouldTakeStatesForWhatTheUserSaysTheyMean()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, status INTEGER, kind INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'to do', 0, 0), (2, 'doing', 1, 0), (3, 'done', 2, 1)"_s);
        choose();
        goOn(Step::Mapping);
        const auto isDone = [this](qsizetype todo) {
            return m_assistant->preview().todos.value(todo).todo.completedAt.has_value();
        };
        QTRY_COMPARE(m_assistant->preview().states.size(), 3);
        QVERIFY(isDone(1)); // the likelier one

        m_assistant->sayState("1", importer::StateValue::Kind::Open);

        QTRY_VERIFY(!isDone(1));
        QVERIFY(isDone(2));
        QCOMPARE(m_assistant->preview().states.size(), 3); // to change one's mind
        goOn(Step::Options);
        tryOut();
        QCOMPARE(m_assistant->trial()->repairs.value(importer::RepairKind::UncertainState), 1); // 2
        // Of another column nothing was said.
        m_assistant->goBack();
        m_assistant->goBack();
        m_assistant->map(columnNamed(u"status"_s), std::nullopt);
        m_assistant->map(columnNamed(u"kind"_s), Target::State);
        QVERIFY(m_assistant->plan().mapping.states.isEmpty());
        QTRY_VERIFY(m_assistant->preview().states.isEmpty());
        QVERIFY(!isDone(1));
    }

    void shouldTurnThePrioritiesOfOneTableOnly()
    {
        for (const QString &table : {u"todos"_s, u"tasks"_s})
            SampleFile(path()).run(
                u"CREATE TABLE %1 (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, priority INTEGER);"
                "INSERT INTO %1 VALUES (1, 'milk', 0, 1), (2, 'bread', 0, 3)"_s.arg(table));
        choose();
        goOn(Step::Mapping);
        m_assistant->turnPriorities(true);
        QCOMPARE(m_assistant->tables().size(), 2);
        const QString other = m_assistant->tables().constLast().mapping.table;

        m_assistant->chooseTable(other);

        QCOMPARE(m_assistant->plan().mapping.table, other);
        QVERIFY(!m_assistant->plan().prioritiesAreTurned);
        m_assistant->turnPriorities(true);
        QTRY_COMPARE(m_assistant->preview().todos.value(0).todo.priority, domain::Priority::High);
    }

    void shouldSayInASentenceWhyAFileCannotBeRead()
    {
        tests::writeAll(path(), "this is no database, and it never was one, whatever its name says");

        m_assistant->chooseFile(path());

        QTRY_VERIFY(m_assistant->problem());
        QVERIFY(m_assistant->problem()->sentence.contains("is not a database file"_L1));
        QCOMPARE(m_assistant->step(), Step::File);
        QVERIFY(!m_assistant->canGoOn());
        QVERIFY(!m_assistant->canTakeWhatIsReadable());
    }

    void shouldTakeWhatIsReadableOfADamagedFile()
    {
        tests::writeOldApp(path(), 3000);
        QByteArray bytes = tests::readAll(path());
        bytes.replace(bytes.size() / 2, 20'000, QByteArray(20'000, '\xa5'));
        tests::writeAll(path(), bytes);
        m_assistant->chooseFile(path());
        QTRY_VERIFY(m_assistant->canTakeWhatIsReadable());

        m_assistant->takeWhatIsReadable();

        QTRY_COMPARE(m_assistant->step(), Step::Found);
        QVERIFY(!m_assistant->losses().isEmpty());
    }

    void shouldNotBeginWhatIsCancelledBeforeItsPageIsPainted()
    {
        tests::writeOldApp(path(), 300);
        choose();
        goOn(Step::Mapping);
        goOn(Step::Options);
        tryOut();

        m_assistant->goOn();
        QCOMPARE(m_assistant->step(), Step::Progress);
        m_assistant->cancel();
        QCOMPARE(m_assistant->work(), Work::Cancelling);
        QTRY_COMPARE(m_assistant->step(), Step::Summary);

        QCOMPARE(m_assistant->work(), Work::None);
        QVERIFY(m_assistant->problem());
        QCOMPARE(m_assistant->problem()->kind, base::ErrorKind::Cancelled);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.import"_s), u"0"_s);
    }

    void shouldAnswerACancelAtOnceAndChangeNothing()
    {
        tests::writeOldApp(path(), 300);
        choose();
        goOn(Step::Mapping);
        goOn(Step::Options);
        tryOut();
        // Somebody holds the table, so the import waits in the middle.
        tests::SqlClient other(m_settings);
        other.rows(u"BEGIN"_s);
        other.rows(u"LOCK TABLE tusk.import_row IN ACCESS EXCLUSIVE MODE"_s);
        m_assistant->goOn();
        QTRY_COMPARE(m_assistant->step(), Step::Progress);
        QTRY_VERIFY(isImportWaiting(other));

        QElapsedTimer clock;
        clock.start();
        m_assistant->cancel();
        QCOMPARE(m_assistant->work(), Work::Cancelling); // seen at once
        QTRY_COMPARE_WITH_TIMEOUT(m_assistant->work(), Work::None, 20'000);
        qInfo("cancelled after %lld ms", static_cast<long long>(clock.elapsed()));

        QVERIFY2(clock.elapsed() < 2'000, "a cancel has to be answered quickly, even on a busy machine");
        QCOMPARE(m_assistant->step(), Step::Summary);
        QVERIFY(m_assistant->problem()->sentence.contains("nothing was changed"_L1));
        other.rows(u"ROLLBACK"_s);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
        QTRY_VERIFY(m_assistant->canGoOn()); // and it can be begun again, once it is connected anew
        import();
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"200"_s);
    }

    void shouldNotImportWhereThereIsNoConnection()
    {
        tests::writeOldApp(path(), 30);
        choose();
        goOn(Step::Mapping);
        goOn(Step::Options);
        m_device->link().close();

        m_assistant->goOn();

        QTRY_VERIFY(m_assistant->problem());
        QCOMPARE(m_assistant->problem()->kind, base::ErrorKind::NoConnection);
        QVERIFY(!m_assistant->canGoOn());
    }

    void shouldSayAtOnceThatNothingCanBeImportedWhereAllIsReadOnly()
    {
        m_settings.readOnly = true;
        tests::Device reader(m_settings);
        m_assistant->setTarget({&reader.link(), u"Reader"_s, false});

        QTRY_VERIFY(m_assistant->problem()); // without any file
        QCOMPARE(m_assistant->problem()->kind, base::ErrorKind::ReadOnlyServer);
        tests::writeOldApp(path(), 30);
        choose();
        goOn(Step::Mapping);
        goOn(Step::Options);
        QVERIFY(m_assistant->problem());
        QVERIFY(!m_assistant->canGoOn());
        m_assistant->setTarget({&m_device->link(), u"Local"_s, false});

        QVERIFY2(!m_assistant->problem(), qPrintable(problem()));
        tryOut();
    }

    void shouldTryAgainInAnotherDatabase()
    {
        tests::writeOldApp(path(), 30);
        choose();
        goOn(Step::Mapping);
        goOn(Step::Options);
        tryOut();
        tests::Device other(tests::createTuskDatabase(*m_server));

        m_assistant->setTarget({&other.link(), u"Other"_s, true});

        QCOMPARE(m_assistant->step(), Step::Options);
        QVERIFY(!m_assistant->trial());
        tryOut();
        import();
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
        QTRY_COMPARE(other.workspace().lists().size(), 1);
        m_assistant->setTarget({});
    }

    // Of which no way past it is known.
    void shouldImportThroughAPoolerBehindWhichNothingIsHeard()
    {
        tests::writeOldApp(path(), 300);
        const tests::PgBouncer pooler(*m_server);
        base::ConnectionSettings pooled = pooler.pooled(m_settings);
        pooled.directHost.clear();
        pooled.directPort = 0;
        tests::Device device(pooled);
        const tests::NoisyNeighbours neighbours(pooled);
        m_assistant->setTarget({&device.link(), u"Pooled"_s, false});

        choose();
        walkToImport();
        QTRY_COMPARE(device.workspace().lists().size(), 1);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"200"_s);
        m_assistant->undo();
        QTRY_COMPARE(device.workspace().lists().size(), 0);

        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
        QCOMPARE(neighbours.failures(), 0);
        m_assistant->setTarget({});
    }

    void shouldSaveTheReport()
    {
        tests::writeOldApp(path(), 30);
        choose();
        walkToImport();

        m_assistant->saveReport(m_folder->filePath(u"report.json"_s));

        QTRY_VERIFY(!m_assistant->savedReport().isEmpty());
        const auto written = QJsonDocument::fromJson(tests::readAll(m_folder->filePath(u"report.json"_s)));
        QCOMPARE(written.object().value("verified"_L1).toInt(), 20);
        m_assistant->saveReport(u"/nowhere/report.html"_s);
        QTRY_VERIFY(m_assistant->problem());
        QVERIFY(m_assistant->problem()->sentence.contains("could not be written"_L1));
    }

    void shouldOfferFilesThatLieAround()
    {
        tests::writeOldApp(m_folder->filePath(u"todo_app_local.db"_s), 3);

        m_assistant->lookForFiles();

        QTRY_COMPARE(m_assistant->likelyFiles().size(), 1);
    }

private:
    void prepare() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = tests::createTuskDatabase(*m_server);
        m_device = std::make_unique<tests::Device>(m_settings);
        m_assistant = std::make_unique<ImportAssistant>(
            ImportAssistant::Folders{m_folder->path(), m_folder->filePath(u"copies"_s)});
        m_assistant->setTarget({&m_device->link(), u"Local"_s, false});
    }

    [[nodiscard]] QString path() const { return m_folder->filePath(u"old.db"_s); }
    // Of the first todo, as the preview has it.
    [[nodiscard]] QString firstDue() const
    {
        const auto due = m_assistant->preview().todos.value(0).todo.due;
        if (!due)
            return {};
        return due->date.toString(Qt::ISODate) + (due->time ? due->time->toString(u" HH:mm"_s) : QString());
    }
    void choose()
    {
        m_assistant->chooseFile(path());
        QTRY_COMPARE(m_assistant->step(), Step::Found);
    }
    void goOn(Step expected)
    {
        QTRY_VERIFY(m_assistant->canGoOn());
        m_assistant->goOn();
        QTRY_COMPARE(m_assistant->step(), expected);
    }
    void tryOut()
    {
        goOn(Step::Summary);
        QTRY_VERIFY(m_assistant->trial() || m_assistant->problem());
        QVERIFY2(m_assistant->trial(), qPrintable(problem()));
    }
    void import()
    {
        QTRY_VERIFY(m_assistant->canGoOn()); // after a cancelled one it has to connect first
        m_assistant->goOn();
        QTRY_VERIFY(m_assistant->step() == Step::Result || m_assistant->problem());
        QVERIFY2(m_assistant->report(), qPrintable(problem()));
    }
    [[nodiscard]] QString problem() const
    {
        return m_assistant->problem() ? m_assistant->problem()->sentence : QString();
    }
    void walkToImport()
    {
        goOn(Step::Mapping);
        goOn(Step::Options);
        tryOut();
        import();
    }
    [[nodiscard]] qsizetype columnNamed(const QString &name)
    {
        if (!QTest::qWaitFor([this] { return !m_assistant->columns().isEmpty(); }, tests::waitTimeout))
            qWarning("no columns");
        for (qsizetype i = 0; i < m_assistant->columns().size(); ++i) {
            if (m_assistant->columns().at(i).name == name)
                return i;
        }
        return -1;
    }
    [[nodiscard]] QString stored(const QString &sql)
    {
        return m_server->psql(sql, m_settings.database).value(0).value(0);
    }
    [[nodiscard]] static bool isImportWaiting(tests::SqlClient &client)
    {
        return client
                   .rows(
                       u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = "
                       "current_database()"_s)
                   .value(0)
                   .value(0) != "0"_L1;
    }

    std::unique_ptr<tests::TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    base::ConnectionSettings m_settings;
    std::unique_ptr<tests::Device> m_device;
    std::unique_ptr<ImportAssistant> m_assistant;
};

QTEST_MAIN(TestImportAssistant)

#include "tst_importassistant.moc"
