// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importreport.h"
#include "importer/reading.h"
#include "support/oldfiles/dirtyfile.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::Reading;
using tests::SampleFile;

using Repairs = QMap<QString, qint64>;

// A file of each kind, and what becomes of it.
class TestRecognition final : public tests::TestCase
{
    Q_OBJECT

protected:
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void shouldReadFilesOfEveryKind_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QStringList>("todos");
        const auto row = [](const char *name, const QString &kind, const QString &script,
                            const QStringList &todos) { QTest::newRow(name) << script << kind << todos; };
        row("FastAPI course", u"table"_s,
            u"CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, hashed_password TEXT);"
            "INSERT INTO users VALUES (1, 'ana', 'x');"
            "CREATE TABLE todos (id INTEGER PRIMARY KEY, title VARCHAR, description VARCHAR, priority "
            "INTEGER, complete BOOLEAN, "
            "owner_id INTEGER REFERENCES users (id));"
            "INSERT INTO todos VALUES (1, 'milk', 'two', 5, 0, 1), (2, 'bread', NULL, 1, 1, 1)"_s,
            {u"milk | notes: two | priority: 3"_s, u"bread | priority: 1"_s});
        row("Flask", u"table"_s,
            u"CREATE TABLE todo (sno INTEGER NOT NULL PRIMARY KEY, title VARCHAR(200), \"desc\" "
            u"VARCHAR(500), date_created DATETIME);"
            "INSERT INTO todo VALUES (1, 'milk', 'two', '2026-01-12 10:00:00.123456')"_s,
            {u"milk | notes: two | created_at: 2026-01-12 10:00:00.123+00"_s});
        row("Django", u"django"_s,
            u"CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT);"
            "CREATE TABLE auth_user (id INTEGER PRIMARY KEY, username TEXT, password TEXT);"
            "INSERT INTO auth_user VALUES (1, 'ana', 'pbkdf2');"
            "CREATE TABLE base_task (id INTEGER PRIMARY KEY AUTOINCREMENT, title VARCHAR(200), description "
            "TEXT, complete bool, "
            "\"create\" datetime, user_id INTEGER REFERENCES auth_user (id));"
            "INSERT INTO base_task VALUES (1, 'milk', NULL, 1, '2026-01-12 10:00:00', 1)"_s,
            {u"milk | completed_at: 2026-01-12 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s});
        row("Django, of an app that is called after it", u"django"_s,
            u"CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT);"
            "CREATE TABLE django_todo_todo (id INTEGER PRIMARY KEY, title VARCHAR(200), done bool); INSERT "
            "INTO django_todo_todo VALUES (1, 'milk', 0)"_s,
            {u"milk"_s});
        row("old Rails", u"rails"_s,
            u"CREATE TABLE schema_migrations (version varchar PRIMARY KEY);"
            "CREATE TABLE todos (id integer PRIMARY KEY AUTOINCREMENT, content varchar, is_done boolean "
            "DEFAULT 'f', "
            "created_at datetime, updated_at datetime);"
            "INSERT INTO todos VALUES (1, 'milk', 't', '2026-01-12 10:00:00.000000', '2026-01-13 "
            "10:00:00.000000'), "
            "(2, 'bread', 'f', '2026-01-12 10:00:00.000000', '2026-01-13 10:00:00.000000')"_s,
            {u"milk | completed_at: 2026-01-13 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s,
             u"bread | created_at: 2026-01-12 10:00:00+00"_s});
        row("Laravel", u"laravel"_s,
            u"CREATE TABLE migrations (id INTEGER PRIMARY KEY, migration TEXT); CREATE TABLE failed_jobs (id "
            u"INTEGER PRIMARY KEY);"
            "CREATE TABLE tasks (id integer PRIMARY KEY, title varchar, description text, priority varchar, "
            "due_date date, "
            "is_completed tinyint(1), created_at datetime, updated_at datetime);"
            "INSERT INTO tasks VALUES (1, 'milk', NULL, 'high', '2026-01-20 00:00:00', 0, '2026-01-12 10:00:00', NULL)"_s,
            {u"milk | priority: 3 | due: 2026-01-20 | created_at: 2026-01-12 10:00:00+00"_s});
        row("Prisma", u"prisma"_s,
            u"CREATE TABLE _prisma_migrations (id TEXT PRIMARY KEY);"
            "CREATE TABLE ToDo (id TEXT NOT NULL PRIMARY KEY, title TEXT, complete BOOLEAN, createdAt "
            "DATETIME, updatedAt DATETIME);"
            "INSERT INTO ToDo VALUES ('c1', 'milk', 1, 1768212000000, 1768215600000)"_s,
            {u"milk | completed_at: 2026-01-12 11:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s});
        row("EF Core", u"efcore"_s,
            u"CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY);"
            "CREATE TABLE TodoItems (Id TEXT PRIMARY KEY, Title TEXT, IsDone INTEGER, DateCreated TEXT, "
            "Category TEXT);"
            "INSERT INTO TodoItems VALUES ('6F9619FF-8B86-D011-B42D-00C04FC964FF', 'milk', 0, '2026-01-12 "
            "10:00:00.1234567', "
            "'Home'), ('2', 'bread', 0, '0001-01-01 00:00:00', NULL)"_s,
            {u"milk | list_id: Home | created_at: 2026-01-12 10:00:00.123+00"_s, u"bread"_s});
        row("gorm", u"table"_s,
            u"CREATE TABLE todos (id integer PRIMARY KEY, created_at datetime, updated_at datetime, "
            u"deleted_at datetime, "
            "title text, completed numeric);"
            "INSERT INTO todos VALUES (1, '2026-01-12 10:00:00.1761161+08:00', '2026-01-12 10:00:00+08:00', "
            "'2026-01-13 10:00:00+08:00', 'milk', 0)"_s,
            {u"milk | deleted_at: 2026-01-13 02:00:00+00 | created_at: 2026-01-12 02:00:00.176+00"_s});
        row("Room", u"room"_s,
            u"CREATE TABLE room_master_table (id INTEGER PRIMARY KEY, identity_hash TEXT);"
            "CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, description TEXT, dueDate INTEGER, "
            "completed INTEGER);"
            "INSERT INTO tasks VALUES (1, 'milk', '', 1768212000000, 0)"_s,
            {u"milk | due: 2026-01-12 10:00:00 UTC"_s});
        row("Qt without a key", u"table"_s,
            u"CREATE TABLE todos (todo TEXT, done INT, date INT);"
            "INSERT INTO todos VALUES ('milk', 1, 20260112), ('bread', 0, 0)"_s,
            {u"milk | due: 2026-01-12"_s, u"bread"_s});
        row("German", u"table"_s,
            u"CREATE TABLE aufgaben (id INTEGER PRIMARY KEY, aufgabe TEXT, beschreibung TEXT, datum TEXT, "
            u"erledigt INTEGER);"
            "INSERT INTO aufgaben VALUES (1, 'Milch', 'zwei', '31.01.2026', 1), (2, 'Brot', NULL, '01.02.2026', 0)"_s,
            {u"Milch | notes: zwei | due: 2026-01-31"_s, u"Brot | due: 2026-02-01"_s});
        row("status words and tags", u"table"_s,
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, status TEXT, tags TEXT, parent_id "
            u"INTEGER);"
            "INSERT INTO tasks VALUES (1, 'trip', 'in_progress', '[\"a\", \"b\"]', NULL), (2, 'pack', 'done', '[]', 1)"_s,
            {u"trip | tags: a,b"_s, u"pack | parent_id: trip"_s});
        row("lists and join table", u"table"_s,
            u"CREATE TABLE lists (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE tags (id INTEGER PRIMARY "
            u"KEY, name TEXT);"
            "INSERT INTO lists VALUES (7, 'Home'); INSERT INTO tags VALUES (1, 'shop'), (2, 'soon');"
            "CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list_id INTEGER);"
            "CREATE TABLE todo_tags (todo_id INTEGER REFERENCES todos (id), tag_id INTEGER REFERENCES tags "
            "(id));"
            "INSERT INTO todos VALUES (1, 'milk', 0, 7); INSERT INTO todo_tags VALUES (1, 1), (1, 2)"_s,
            {u"milk | list_id: Home | tags: shop,soon"_s});
        row("join table with a comma in a tag", u"table"_s,
            u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO tags VALUES (1, 'Home, "
            "garden'); CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); CREATE TABLE "
            "todo_tags (todo_id INTEGER REFERENCES todos (id), tag_id INTEGER REFERENCES tags (id)); INSERT "
            "INTO todos VALUES (1, 'seeds', 0), (2, 'milk', 0); INSERT INTO todo_tags VALUES (1, 1)"_s,
            {u"seeds | tags: Home, garden"_s, u"milk"_s});
        row("tags in rows of their own", u"table"_s,
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); CREATE TABLE task_tags "
            "(task_id INTEGER, tag TEXT); INSERT INTO tasks VALUES (1, 'milk', 0), (2, 'bread', 0); INSERT "
            "INTO task_tags VALUES (1, 'home'), (1, 'soon, maybe')"_s,
            {u"milk | tags: home,soon, maybe"_s, u"bread"_s});
        row("tags in rows with a key", u"table"_s,
            u"CREATE TABLE todos (id TEXT PRIMARY KEY, title TEXT, done INTEGER); CREATE TABLE labels (id "
            "INTEGER PRIMARY KEY, todo_id TEXT REFERENCES todos (id), name VARCHAR(20)); INSERT INTO todos "
            "VALUES ('a', 'milk', 0); INSERT INTO labels VALUES (1, 'a', 'home')"_s,
            {u"milk | tags: home"_s});
        row("steps of a todo are no tags", u"table"_s,
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); CREATE TABLE "
            u"task_stages "
            "(task_id INTEGER, name TEXT); CREATE TABLE task_tags (task_id INTEGER, tag INTEGER); INSERT "
            "INTO tasks VALUES (1, 'milk', 0); INSERT INTO task_stages VALUES (1, 'drafted'); INSERT INTO "
            "task_tags VALUES (1, 7)"_s,
            {u"milk"_s});
        row("empty table of an older version", u"table"_s,
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, completed INTEGER);"
            "CREATE TABLE tasks (id INTEGER PRIMARY KEY, name TEXT, done INTEGER); INSERT INTO tasks VALUES (1, 'milk', 0)"_s,
            {u"milk"_s});
        row("Planify", u"planify"_s,
            u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT); INSERT INTO Projects VALUES ('p', "
            u"'Home');"
            "CREATE TABLE Labels (id TEXT PRIMARY KEY, name TEXT); INSERT INTO Labels VALUES ('l1', 'shop'), "
            "('l2', 'soon');"
            "CREATE TABLE Items (id TEXT PRIMARY KEY, content TEXT, description TEXT, due TEXT, added_at "
            "TEXT, completed_at TEXT, "
            "updated_at TEXT, section_id TEXT, project_id TEXT, parent_id TEXT, priority INTEGER, "
            "child_order INTEGER, "
            "checked INTEGER, is_deleted INTEGER, is_trash INTEGER, labels TEXT, item_type TEXT);"
            "INSERT INTO Items VALUES ('a', 'trip', 'far', "
            "'{\"date\":\"2026-01-20T09:30:00\",\"is_recurring\":true,"
            "\"recurrency_type\":\"3\",\"recurrency_interval\":\"2\"}', '2026-01-05T10:11:12+0100', '', '', "
            "'', 'p', '', 4, 2, 0, 0, 0, "
            "'l1;l2', 'task'), ('b', 'pack', '', '', '2026-01-05T10:11:12+0100', '2026-01-06T10:11:12+0100', "
            "'', '', 'p', 'a', 1, 1, 1, "
            "0, 0, '', 'task'), ('c', 'a note', '', '', '', '', '', '', 'p', '', 1, 3, 0, 0, 0, '', 'note')"_s,
            {u"pack | list_id: Home | parent_id: trip | completed_at: 2026-01-06 09:11:12+00 | created_at: 2026-01-05 09:11:12+00"_s,
             u"trip | notes: far | list_id: Home | priority: 3 | due: 2026-01-20 09:30:00 UTC | repeat: "
             u"FREQ=WEEKLY;INTERVAL=2 | "
             "created_at: 2026-01-05 09:11:12+00 | tags: shop,soon"_s});
        row("older Planify", u"planify"_s,
            u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT); INSERT INTO Projects VALUES ('p', "
            u"'Home');"
            "CREATE TABLE Labels (id TEXT PRIMARY KEY, name TEXT);"
            "CREATE TABLE Items (id TEXT PRIMARY KEY, content TEXT, description TEXT, due TEXT, added_at "
            "TEXT, completed_at TEXT, updated_at TEXT, section_id TEXT, project_id TEXT, parent_id TEXT, "
            "priority INTEGER, child_order INTEGER, checked INTEGER, is_deleted INTEGER, labels TEXT);"
            "INSERT INTO Items VALUES ('a', 'trip', '', '', '2026-01-05T10:11:12+0100', '', '', '', 'p', '', "
            "1, "
            "0, 0, 0, ''), ('b', 'gone', '', '', '2026-01-05T10:11:12+0100', '', '', '', 'p', '', 1, 1, 0, 1, '')"_s,
            {u"trip | list_id: Home | created_at: 2026-01-05 09:11:12+00"_s,
             u"gone | list_id: Home | deleted_at: 2026-01-05 09:11:12+00 | created_at: 2026-01-05 "
             "09:11:12+00"_s});
        row("Planner 2", u"planner"_s,
            u"CREATE TABLE Projects (id INTEGER PRIMARY KEY, name TEXT, color INTEGER, is_kanban INTEGER); "
            u"INSERT INTO Projects VALUES (7, 'Home', 1, 0);"
            "CREATE TABLE Labels (id INTEGER PRIMARY KEY, name TEXT, color INTEGER); "
            "INSERT INTO Labels VALUES (1, 'shop', 1), (2, 'soon', 2);"
            "CREATE TABLE Items_Labels (id INTEGER PRIMARY KEY, item_id INTEGER, label_id INTEGER); "
            "INSERT INTO Items_Labels VALUES (1, 10, 1), (2, 10, 2);"
            "CREATE TABLE Items (id INTEGER PRIMARY KEY, project_id INTEGER, section_id INTEGER, parent_id "
            "INTEGER, priority INTEGER, item_order INTEGER, checked INTEGER, is_deleted INTEGER, content "
            "TEXT, "
            "note TEXT, due_date TEXT, due_string TEXT, due_is_recurring INTEGER, date_added TEXT, "
            "date_completed TEXT, date_updated TEXT, is_todoist INTEGER);"
            "INSERT INTO Items VALUES (10, 7, 0, 0, 4, 0, 0, 0, 'trip', 'far', '2026-01-20T00:00:00+0100', "
            "'', "
            "0, '2026-01-05T10:11:12+0100', '', '', 0), (11, 7, 0, 10, 1, 1, 1, 0, 'pack', '', '', '', 0, "
            "'2026-01-05T10:11:12+0100', '2026-01-06T10:11:12+0100', '', 0)"_s,
            {u"trip | notes: far | list_id: Home | priority: 3 | due: 2026-01-19 23:00:00 UTC | created_at: "
             "2026-01-05 09:11:12+00 | tags: shop,soon"_s,
             u"pack | list_id: Home | parent_id: trip | completed_at: 2026-01-06 09:11:12+00 | created_at: "
             "2026-01-05 09:11:12+00"_s});
        row("Planner 1", u"planner1"_s,
            u"CREATE TABLE PROJECTS (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO PROJECTS VALUES (1, "
            u"'Home');"
            "CREATE TABLE LABELS (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO LABELS VALUES (1, 'shop'), "
            "(11, 'soon');"
            "CREATE TABLE TASKS (id INTEGER PRIMARY KEY, checked INTEGER, project_id INTEGER, task_order "
            "INTEGER, is_inbox INTEGER, content TEXT, note TEXT, when_date_utc TEXT, reminder_time TEXT, "
            "checklist TEXT, labels TEXT);"
            "INSERT INTO TASKS VALUES (1, 0, 1, 0, 0, 'trip', 'far', '2026-01-20T00:00:00Z', '', "
            "'0map;1money;', '11;'), (2, 1, 0, 1, 1, 'pack', '', '', '', '', '')"_s,
            {u"trip | notes: far\n0map\n1money | list_id: Home | due: 2026-01-20 | tags: soon"_s, u"pack"_s});
        row("SQLModel", u"table"_s,
            u"CREATE TABLE todo (id INTEGER NOT NULL PRIMARY KEY, content VARCHAR NOT NULL, is_completed "
            u"BOOLEAN NOT NULL, deadline DATE, created_at DATETIME);"
            "INSERT INTO todo VALUES (1, 'milk', 0, '2026-01-20', '2026-01-12 10:00:00.123456'), "
            "(2, 'bread', 1, NULL, '2026-01-12 10:00:00.000000')"_s,
            {u"milk | due: 2026-01-20 | created_at: 2026-01-12 10:00:00.123+00"_s,
             u"bread | completed_at: 2026-01-12 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s});
        row("Drizzle", u"drizzle"_s,
            u"CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at "
            u"numeric);"
            "CREATE TABLE todos (id text PRIMARY KEY NOT NULL, title text NOT NULL, completed integer "
            "DEFAULT "
            "false NOT NULL, created_at integer NOT NULL, due_at integer, updated_at text DEFAULT "
            "'CURRENT_TIMESTAMP');"
            "INSERT INTO todos VALUES ('a', 'milk', 0, 1768212000, 1768798800000, 'CURRENT_TIMESTAMP'), "
            "('b', 'bread', 1, 1768212000, NULL, 'CURRENT_TIMESTAMP')"_s,
            {u"milk | due: 2026-01-19 05:00:00 UTC | created_at: 2026-01-12 10:00:00+00"_s,
             u"bread | completed_at: 2026-01-12 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s});
        row("Sequelize", u"sequelize"_s,
            u"CREATE TABLE SequelizeMeta (name VARCHAR(255) PRIMARY KEY);"
            "CREATE TABLE Todos (id INTEGER PRIMARY KEY AUTOINCREMENT, title VARCHAR(255), completed "
            "TINYINT(1), createdAt DATETIME NOT NULL, updatedAt DATETIME NOT NULL, deletedAt DATETIME);"
            "INSERT INTO Todos VALUES (1, 'milk', 0, '2026-01-12 10:00:00.237 +00:00', '2026-01-12 "
            "10:00:00.237 +00:00', NULL), (2, 'bread', 0, '2026-01-12 10:00:00.237 +00:00', '2026-01-12 "
            "10:00:00.237 +00:00', '2026-01-13 10:00:00.500 +00:00')"_s,
            {u"milk | created_at: 2026-01-12 10:00:00.237+00"_s,
             u"bread | deleted_at: 2026-01-13 10:00:00.5+00 | created_at: 2026-01-12 10:00:00.237+00"_s});
        row("TypeORM", u"typeorm"_s,
            u"CREATE TABLE typeorm_metadata (type varchar NOT NULL, name varchar, value text);"
            "CREATE TABLE todo (id varchar PRIMARY KEY NOT NULL, title varchar NOT NULL, isCompleted boolean "
            "NOT NULL DEFAULT (0), tags text NOT NULL, createdAt datetime NOT NULL DEFAULT "
            "(datetime('now')), "
            "updatedAt datetime NOT NULL DEFAULT (datetime('now')));"
            "INSERT INTO todo VALUES ('6f9619ff-8b86-4011-b42d-00c04fc964ff', 'milk', 1, 'shop,soon', "
            "'2026-01-12 10:00:00', '2026-01-13 10:00:00.250')"_s,
            {u"milk | completed_at: 2026-01-13 10:00:00.25+00 | created_at: 2026-01-12 10:00:00+00 | tags: "
             "shop,soon"_s});
        row("Core Data", u"coredata"_s,
            u"CREATE TABLE Z_PRIMARYKEY (Z_ENT INTEGER PRIMARY KEY, Z_NAME VARCHAR, Z_SUPER INTEGER, Z_MAX "
            "INTEGER); CREATE TABLE ZTASKLIST (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZNAME "
            "VARCHAR); INSERT INTO ZTASKLIST VALUES (7, 2, 1, 'Home');"
            "CREATE TABLE ZTASK (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZDONE INTEGER, "
            "ZPRIORITY INTEGER, ZLIST INTEGER, ZPARENT INTEGER, ZCREATEDAT TIMESTAMP, ZDUEDATE TIMESTAMP, "
            "ZTITLE VARCHAR, ZNOTES VARCHAR);"
            "INSERT INTO ZTASK VALUES (1, 1, 3, 0, 3, 7, NULL, 789904800, 790491600, 'milk', 'two litres of "
            "the good one'), (2, 1, 3, 1, 0, NULL, 1, 789904800, NULL, 'bread', NULL)"_s,
            {u"milk | notes: two litres of the good one | list_id: Home | priority: 3 | due: 2026-01-19 "
             "05:00:00 UTC | created_at: 2026-01-12 10:00:00+00"_s,
             u"bread | parent_id: milk | completed_at: 2026-01-12 10:00:00+00 | created_at: 2026-01-12 "
             "10:00:00+00"_s});
        row("kinds before names", u"table"_s,
            u"CREATE TABLE tblTask (lngId INTEGER PRIMARY KEY, strTask TEXT, strDescription TEXT, done "
            u"INTEGER); "
            "INSERT INTO tblTask VALUES (1, 'milk', 'two litres of the good one', 0)"_s,
            {u"milk | notes: two litres of the good one"_s});
        row("Ecto", u"ecto"_s,
            u"CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, inserted_at TEXT);"
            "CREATE TABLE items (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT, done INTEGER, inserted_at "
            "TEXT NOT NULL, updated_at TEXT NOT NULL);"
            "INSERT INTO items VALUES (1, 'milk', 1, '2026-01-12T10:00:00', '2026-01-13T10:00:00')"_s,
            {u"milk | completed_at: 2026-01-13 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s});
        row("SQLx", u"sqlx"_s,
            u"CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL, success "
            u"BOOLEAN NOT NULL);"
            "CREATE TABLE tasks (id INTEGER PRIMARY KEY NOT NULL, title TEXT NOT NULL, body TEXT, done "
            "BOOLEAN "
            "NOT NULL, created_at TEXT);"
            "INSERT INTO tasks VALUES (1, 'milk', 'two', 0, '2026-01-12T10:00:00.123456789+00:00')"_s,
            {u"milk | notes: two | created_at: 2026-01-12 10:00:00.123+00"_s});
        row("Vikunja", u"vikunja"_s,
            u"CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT, password TEXT); INSERT INTO users "
            u"VALUES (1, 'ana', 'x');"
            "CREATE TABLE projects (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO projects VALUES (3, "
            "'Home');"
            "CREATE TABLE labels (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO labels VALUES (1, 'shop');"
            "CREATE TABLE label_tasks (id INTEGER PRIMARY KEY, task_id INTEGER, label_id INTEGER); INSERT "
            "INTO label_tasks VALUES (1, 1, 1);"
            "CREATE TABLE task_relations (id INTEGER PRIMARY KEY, task_id INTEGER, other_task_id INTEGER, "
            "relation_kind TEXT);"
            "INSERT INTO task_relations VALUES (1, 1, 2, 'subtask'), (2, 2, 1, 'parenttask');"
            "CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, description TEXT, done INTEGER, done_at "
            "DATETIME, due_date DATETIME, "
            "start_date DATETIME, project_id INTEGER, priority INTEGER, created DATETIME, updated DATETIME, "
            "deleted_at DATETIME, "
            "created_by_id INTEGER);"
            "INSERT INTO tasks VALUES (1, 'trip', '<p>far &amp; away</p>', 0, NULL, '2026-01-20 09:30:00', "
            "NULL, 3, 5, "
            "'2026-01-12 10:00:00', '2026-01-12 10:00:00', NULL, 1), (2, 'pack', '', 1, '2026-01-13 "
            "10:00:00', NULL, NULL, 3, 0, "
            "'2026-01-12 10:00:00', '2026-01-12 10:00:00', NULL, 1)"_s,
            {u"trip | notes: far & away | list_id: Home | priority: 3 | due: 2026-01-20 09:30:00 UTC | "
             "created_at: 2026-01-12 10:00:00+00 | tags: shop"_s,
             u"pack | list_id: Home | parent_id: trip | completed_at: 2026-01-13 10:00:00+00 | "
             "created_at: 2026-01-12 10:00:00+00"_s});
        row("Taskwarrior", u"taskwarrior"_s,
            u"CREATE TABLE operations (id INTEGER PRIMARY KEY, data STRING); CREATE TABLE working_set (id "
            u"INTEGER PRIMARY KEY, uuid STRING);"
            "CREATE TABLE tasks (uuid STRING PRIMARY KEY, data STRING);"
            "INSERT INTO tasks VALUES ('11111111-1111-1111-1111-111111111111', "
            "'{\"description\":\"milk\",\"status\":\"pending\","
            "\"entry\":\"1768212000\",\"due\":\"1768798800\",\"priority\":\"H\",\"project\":\"Home.Shop\","
            "\"tag_soon\":\"\",\"tag_shop\":\"\","
            "\"annotation_1768212001\":\"two litres\"}'), ('22222222-2222-2222-2222-222222222222', "
            "'{\"description\":\"bread\","
            "\"status\":\"completed\",\"entry\":\"1768212000\",\"end\":\"1768298400\"}'), "
            "('33333333-3333-3333-3333-333333333333', "
            "'{\"description\":\"old\",\"status\":\"deleted\",\"entry\":\"1768212000\",\"modified\":\"1768298400\"}')"_s,
            {u"milk | notes: 2026-01-12: two litres | list_id: Home.Shop | priority: 3 | due: 2026-01-19 "
             u"05:00:00 UTC | "
             "created_at: 2026-01-12 10:00:00+00 | tags: shop,soon"_s,
             u"bread | completed_at: 2026-01-13 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s,
             u"old | deleted_at: 2026-01-13 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s});
        row("Tasks.org", u"tasks.org"_s,
            u"CREATE TABLE caldav_lists (cdl_id INTEGER PRIMARY KEY, cdl_uuid TEXT, cdl_name TEXT); INSERT "
            u"INTO caldav_lists VALUES (1, 'u', 'Home');"
            "CREATE TABLE caldav_tasks (cd_id INTEGER PRIMARY KEY, cd_task INTEGER, cd_calendar TEXT); "
            "INSERT INTO caldav_tasks VALUES (1, 1, 'u');"
            "CREATE TABLE tags (_id INTEGER PRIMARY KEY, task INTEGER, tag_uid TEXT); INSERT INTO tags "
            "VALUES (1, 1, 't');"
            "CREATE TABLE tagdata (_id INTEGER PRIMARY KEY, remoteId TEXT, name TEXT); INSERT INTO tagdata "
            "VALUES (1, 't', 'shop');"
            "CREATE TABLE tasks (_id INTEGER PRIMARY KEY, title TEXT, importance INTEGER, dueDate INTEGER, "
            "hideUntil INTEGER, created INTEGER, "
            "modified INTEGER, completed INTEGER, deleted INTEGER, notes TEXT, recurrence TEXT, parent "
            "INTEGER);"
            "INSERT INTO tasks VALUES (1, 'milk', 0, 1768910400000, 0, 1768212000000, 1768212000000, 0, 0, "
            "'two', 'RRULE:FREQ=DAILY', 0), "
            "(2, 'bread', 3, 1768901460001, 0, 1768212000000, 1768212000000, 1768298400000, 0, NULL, NULL, 1)"_s,
            {u"milk | notes: two | list_id: Home | priority: 3 | due: 2026-01-20 | repeat: FREQ=DAILY | "
             "created_at: 2026-01-12 10:00:00+00 | tags: shop"_s,
             u"bread | parent_id: milk | due: 2026-01-20 09:31:00 UTC | completed_at: 2026-01-13 10:00:00+00 "
             u"| "
             "created_at: 2026-01-12 10:00:00+00"_s});
        row("Errands", u"errands"_s,
            u"CREATE TABLE lists (deleted INTEGER, name TEXT, synced INTEGER, uid TEXT PRIMARY KEY); INSERT "
            u"INTO lists VALUES (0, 'Home', 1, 'l');"
            "CREATE TABLE tasks (color TEXT, completed INTEGER, deleted INTEGER, end_date TEXT, expanded "
            "INTEGER, list_uid TEXT, notes TEXT, "
            "parent TEXT, percent_complete INTEGER, priority INTEGER, start_date TEXT, synced INTEGER, tags "
            "TEXT, text TEXT, trash INTEGER, "
            "uid TEXT PRIMARY KEY);"
            "INSERT INTO tasks VALUES ('', 0, 0, '20260120T093000', 0, 'l', 'two', '', 0, 1, '20260112', 1, "
            "'shop,soon', 'milk', 0, 'a'), "
            "('', 1, 0, '', 0, 'l', '', 'a', 100, 0, '', 1, '', 'bread', 1, 'b')"_s,
            {u"milk | notes: two | list_id: Home | priority: 3 | due: 2026-01-20 09:30:00 UTC | start: 2026-01-12 | tags: shop,soon"_s,
             u"bread | list_id: Home | parent_id: milk"_s});
        row("Mindwtr", u"mindwtr"_s,
            u"CREATE TABLE projects (id TEXT PRIMARY KEY, title TEXT); INSERT INTO projects VALUES ('p', "
            u"'Home');"
            "CREATE TABLE tasks (id TEXT PRIMARY KEY, title TEXT, status TEXT, priority TEXT, startTime "
            "TEXT, dueDate TEXT, tags TEXT, "
            "description TEXT, projectId TEXT, orderNum INTEGER, isFocusedToday INTEGER, completedAt TEXT, "
            "createdAt TEXT, updatedAt TEXT, deletedAt TEXT);"
            "INSERT INTO tasks VALUES ('a', 'milk', 'next', 'urgent', NULL, '2026-01-20', '[\"#shop\"]', "
            "'two', 'p', 1, 0, NULL, "
            "'2026-01-12T10:00:00.000Z', '2026-01-12T10:00:00.000Z', NULL), ('b', 'bread', 'done', NULL, "
            "NULL, NULL, '[]', NULL, NULL, 2, 0, "
            "'2026-01-13T10:00:00.000Z', '2026-01-12T10:00:00.000Z', '2026-01-13T10:00:00.000Z', NULL)"_s,
            {u"milk | notes: two | list_id: Home | priority: 3 | due: 2026-01-20 | created_at: 2026-01-12 10:00:00+00 | tags: shop"_s,
             u"bread | completed_at: 2026-01-13 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s});
        row("Chiri", u"chiri"_s,
            u"CREATE TABLE tasks (uid TEXT PRIMARY KEY, title TEXT, description TEXT, completed INTEGER, "
            u"completed_at TEXT, tags TEXT, "
            "priority TEXT, start_date TEXT, due_date TEXT, rrule TEXT, parent_uid TEXT, sort_order INTEGER, "
            "deleted_at TEXT, created_at TEXT, modified_at TEXT);"
            "INSERT INTO tasks VALUES ('a', 'milk', 'two', 0, NULL, '[\"shop\"]', 'high', NULL, "
            "'2026-01-20', 'FREQ=DAILY', '', 1, NULL, "
            "'2026-01-12T10:00:00Z', '2026-01-12T10:00:00Z')"_s,
            {u"milk | notes: two | priority: 3 | due: 2026-01-20 | repeat: FREQ=DAILY | created_at: 2026-01-12 10:00:00+00 | tags: shop"_s});
        row("QOwnNotes", u"qownnotes"_s,
            u"CREATE TABLE calendarItem (id INTEGER PRIMARY KEY, summary TEXT, description TEXT, completed "
            u"INTEGER, priority INTEGER, "
            "calendar TEXT, uid TEXT, ics_data TEXT, created TEXT, modified TEXT, completed_date TEXT, "
            "related_uid TEXT);"
            "INSERT INTO calendarItem VALUES (1, 'milk', 'two', 0, 1, 'Home', 'a', '', "
            "'2026-01-12T10:00:00', '', '', ''), "
            "(2, 'bread', '', 1, 0, 'Home', 'b', '', '2026-01-12T10:00:00', '', '2026-01-13T10:00:00', 'a')"_s,
            {u"milk | notes: two | list_id: Home | priority: 3 | created_at: 2026-01-12 10:00:00+00"_s,
             u"bread | list_id: Home | parent_id: milk | completed_at: 2026-01-13 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s});
    }

    void shouldReadFilesOfEveryKind()
    {
        QFETCH(QString, script);
        QFETCH(QString, kind);
        QFETCH(QStringList, todos);
        SampleFile(path()).run(script);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.kind, kind);
        QCOMPARE(reading.todos, todos);
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldKnowTheEarlierApp()
    {
        tests::writeOldApp(path(), 5);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"todo-app"_s);
        QCOMPARE(reading.todos.last(), u"Todo 5 – Grüße | completed_at: 2026-01-01 00:05:00+00 | "
                                       "created_at: 2026-01-01 00:00:05+00"_s);
        QCOMPARE(reading.mapping.leftOut, QStringList());
    }

    void shouldRepairWithoutLosingAnything()
    {
        tests::writeDirtyTasks(path());

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos.size(), 40);
        QCOMPARE(reading.repairs, (Repairs{{u"blank_title"_s, 1},
                                           {u"uncertain_state"_s, 1},
                                           {u"assumed_time"_s, 1},
                                           {u"unreadable_time"_s, 2},
                                           {u"unknown_priority"_s, 1},
                                           {u"missing_parent"_s, 2},
                                           {u"parent_in_circle"_s, 2},
                                           {u"bytes_as_text"_s, 1},
                                           {u"stray_completion"_s, 1},
                                           {u"title_of_lines"_s, 1},
                                           {u"control_characters"_s, 1},
                                           {u"invalid_text"_s, 1},
                                           {u"long_title"_s, 1}}));
        QVERIFY(reading.todos.at(0).startsWith(u"(no title) | "_s));
        QVERIFY(reading.todos.at(10).startsWith(u"milk | "_s));
        QVERIFY(reading.todos.at(14).startsWith(u"ab | "_s));
        QVERIFY(reading.todos.at(15).startsWith(u"Grüße | "_s));
        QVERIFY(reading.todos.at(16).contains("notes: "_L1 + QString(600, u'x')));
    }

    void shouldKeepLongNamesOfListsAndTagsInTheNotes()
    {
        const QString name(300, u'n');
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, notes TEXT, list TEXT, "
            u"tags "
            "TEXT); INSERT INTO todos VALUES (1, 'milk', 0, 'of goats', '%1', '[\"a\", \"%1\"]'), (2, "
            "'bread', 0, '', 'Home', '[]')"_s.arg(name));

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.repairs, (Repairs{{u"long_name"_s, 2}}));
        const QString cut = name.first(194) + u"… c57d"_s;
        QCOMPARE(
            reading.todos,
            (QStringList{
                u"milk | notes: of goats\n\nList: %1\nTags: %1 | list_id: %2 | tags: a,%2"_s.arg(name, cut),
                u"bread | list_id: Home"_s}));
    }

    void shouldTellLongNamesApart()
    {
        const QString begin = QString(193, u'n') + u"🐘"_s; // 194 characters, as the database counts
        const QString name = begin + QString(10, u'n');
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list TEXT); INSERT INTO "
            "todos VALUES (1, 'milk', 0, '%1 one'), (2, 'tea', 0, '%1 two'), (3, 'jam', 0, '%1 ONE')"_s.arg(
                name));

        const Reading reading = tests::readFile(path());

        const auto line = [](const QString &title, const QString &whole, const QString &list) {
            return u"%1 | notes: List: %2 | list_id: %3"_s.arg(title, whole, list);
        };
        // By the names alone: in another order, and without the others, they are the same.
        const QString first = begin + u"… bb88"_s;
        const QString second = begin + u"… d960"_s;
        QCOMPARE(reading.todos, (QStringList{line(u"milk"_s, name + u" one"_s, first),
                                             line(u"tea"_s, name + u" two"_s, second),
                                             line(u"jam"_s, name + u" ONE"_s, first)}));
    }

    void shouldTakeNamesForOneThatLookTheSame()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list TEXT); INSERT INTO "
            "todos VALUES (1, 'milk', 0, 'Caf\u00e9'), (2, 'tea', 0, 'CAFE\u0301')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk | list_id: Caf\u00e9"_s, u"tea | list_id: Caf\u00e9"_s}));
    }

    void shouldKeepWhoseTodosTheyAreWhereTheyHaveLists()
    {
        SampleFile(path()).run(
            u"CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT); INSERT INTO users VALUES "
            u"(1, "
            "'Ana', 'ana@example.org'), (2, 'Jonas', NULL), (3, 'ana', 'a@example.org'), (4, 'Ana', NULL); "
            "CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list TEXT, tags TEXT, "
            "user_id "
            "INTEGER REFERENCES users (id)); INSERT INTO todos VALUES (1, 'milk', 0, 'Work', '[\"soon\"]', "
            "1), "
            "(2, 'tea', 0, 'Work', '[]', 2), (3, 'soap', 0, NULL, '[]', 1), (4, 'rice', 0, 'Inbox', '[]', "
            "3), "
            "(5, 'salt', 0, 'Jonas', '[]', 2), (6, 'oil', 0, '', '[]', 4), (7, 'bread', 0, 'Work', '[]', "
            "NULL), "
            "(8, 'jam', 0, NULL, '[]', NULL)"_s);
        QTemporaryDir copies;
        constexpr auto refused = importer::SqliteFile::Damage::Refused;
        const auto source = importer::ImportSource::open(path(), copies.path(), refused, {});
        QVERIFY(source);
        importer::ConversionOptions options{.list = u"Found"_s, .ownersAreLists = true};
        for (const importer::SourceOwner &owner : (*source)->owners())
            options.ownerNames.insert(owner.id, owner.label);

        const Reading reading = tests::readFile(path(), refused, options);

        QCOMPARE(reading.todos, (QStringList{u"milk | list_id: Work | tags: Ana (ana@example.org),soon"_s,
                                             u"tea | list_id: Work | tags: Jonas"_s,
                                             u"soap | list_id: Ana (ana@example.org)"_s,
                                             u"rice | list_id: ana (a@example.org)"_s,
                                             u"salt | list_id: Jonas"_s, u"oil | list_id: Ana (4)"_s,
                                             u"bread | list_id: Work"_s, u"jam | list_id: Found"_s}));
    }

    void shouldKeepTheParentsOfWhatHangsOnACircle()
    {
        SampleFile(path()).run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, "
                               u"parent_id INTEGER); INSERT "
                               "INTO todos VALUES (1, 'a', 0, 2), (2, 'b', 0, 1), (3, 'c', 0, 1), (4, 'd', "
                               "0, 3), (5, 'e', 0, NULL), "
                               "(6, 'f', 0, 5), (7, 'g', 0, 8), (8, 'h', 0, 9), (9, 'i', 0, 7)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"a"_s, u"b"_s, u"c | parent_id: a"_s, u"d | parent_id: c"_s,
                                             u"e"_s, u"f | parent_id: e"_s, u"g"_s, u"h"_s, u"i"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"parent_in_circle"_s, 5}}));
    }

    void shouldNotMissParentsThatStandForNone_data()
    {
        QTest::addColumn<QString>("parent");
        for (const char *none : {"-1", "'-1'", "0", "'0'", "'null'", "'None'", "zeroblob(16)",
                                 "'00000000-0000-0000-0000-000000000000'"})
            QTest::newRow(none) << QString::fromLatin1(none);
    }
    void shouldNotMissParentsThatStandForNone()
    {
        QFETCH(const QString, parent);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, parent_id)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'trip', 0, %1), (2, 'pack', 0, 1)"_s.arg(parent));

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"trip"_s, u"pack | parent_id: trip"_s}));
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldFindAParentWhoseIdElsewhereStandsForNone()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id TEXT PRIMARY KEY, title TEXT, done INTEGER, parent_id TEXT); "
            "INSERT INTO todos VALUES ('-1', 'trip', 0, NULL), ('2', 'pack', 0, '-1'), ('3', 'walk', 0, "
            "'gone')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"trip"_s, u"pack | parent_id: trip"_s, u"walk"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"missing_parent"_s, 1}}));
    }

    void shouldNotWalkThroughAllTodosWhoseIdIsTheirParent()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id TEXT, title TEXT, done INTEGER, parent_id TEXT, PRIMARY KEY (id, "
            "title)) WITHOUT ROWID; INSERT INTO todos WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + "
            "1 FROM n WHERE i < 20000) SELECT '', 'todo ' || i, 0, '' FROM n; INSERT INTO todos VALUES ('a', "
            "'trip', 0, 'a'), ('b', 'pack', 0, 'a')"_s);
        QElapsedTimer clock;
        clock.start();

        const Reading reading = tests::readFile(path());

        QCOMPARE_LT(clock.elapsed(), 8000); // each through all of them: a minute
        QVERIFY(reading.mapping.idsMayRepeat);
        QCOMPARE(reading.todos.size(), 20'002);
        QCOMPARE(reading.todos.mid(20'000), (QStringList{u"trip"_s, u"pack | parent_id: trip"_s}));
    }

    void shouldKnowCirclesThroughAnIdThatIsANumberAndAText()
    {
        SampleFile(path()).run(u"CREATE TABLE todos (id PRIMARY KEY, title TEXT, done INTEGER, parent_id); "
                               "INSERT INTO todos VALUES (7, 'a', 0, 5), ('7', 'b', 0, NULL), (5, 'c', 0, "
                               "'7'), (8, 'd', 0, 5)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d | parent_id: c"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"parent_in_circle"_s, 2}, {u"repeated_id"_s, 1}}));
    }

    void shouldFindTagsByAnIndex_data()
    {
        QTest::addColumn<QString>("join");
        QTest::newRow("none") << u"CREATE TABLE todo_tags (todo_id INTEGER, tag_id INTEGER)"_s;
        QTest::newRow("its own") << u"CREATE TABLE todo_tags (todo_id INTEGER, tag_id INTEGER); CREATE INDEX "
                                    "by_todo ON todo_tags (todo_id)"_s;
        QTest::newRow("of texts") << u"CREATE TABLE todo_tags (todo_id TEXT, tag_id INTEGER); CREATE INDEX "
                                     "by_todo ON todo_tags (todo_id)"_s;
        QTest::newRow("of anything") << u"CREATE TABLE todo_tags (todo_id, tag_id INTEGER); CREATE INDEX "
                                        "by_todo ON todo_tags (todo_id)"_s;
        QTest::newRow("of the tags") << u"CREATE TABLE todo_tags (todo_id INTEGER, tag_id INTEGER, PRIMARY "
                                        "KEY (tag_id, todo_id)) WITHOUT ROWID"_s;
    }
    void shouldFindTagsByAnIndex()
    {
        QFETCH(const QString, join);
        SampleFile(path())
            .run(u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO tags VALUES (1, "
                 "'shop'), (2, 'soon'); CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done "
                 "INTEGER); INSERT INTO todos VALUES (1, 'milk', 0), (2, 'bread', 0)"_s)
            .run(join)
            .run(u"INSERT INTO todo_tags VALUES (1, 1), (1, 2)"_s);
        const QTemporaryDir copies;
        constexpr auto refused = importer::SqliteFile::Damage::Refused;
        const auto source = importer::ImportSource::open(path(), copies.path(), refused, {});
        QVERIFY(source);
        auto plan =
            (*source)->file().query(u"EXPLAIN QUERY PLAN "_s + selectOf((*source)->recognition().best(), {}));
        QVERIFY(plan);

        QStringList steps;
        QVERIFY(plan->forEach([&steps](const importer::RowCursor &row) {
            steps.append(QString::fromUtf8(row.value(3).toText()));
        }));

        const QStringList searches = steps.filter(u"SEARCH j USING "_s).filter(u"(todo_id=?)"_s);
        QVERIFY2(searches.size() == 1 && !searches.first().contains("AUTOMATIC"_L1),
                 qPrintable(steps.join(u'\n')));
        QCOMPARE(tests::readFile(path()).todos, (QStringList{u"milk | tags: shop,soon"_s, u"bread"_s}));
    }

    void shouldNameTheTablesBesideTheChosenOne()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO todos "
            "VALUES (1, 'milk', 0), (2, 'tea', 0); CREATE TABLE chores (id INTEGER PRIMARY KEY, title TEXT, "
            "done INTEGER); INSERT INTO chores VALUES (1, 'sweep', 0); CREATE TABLE tasks (id INTEGER "
            "PRIMARY KEY, title TEXT, done INTEGER); CREATE TABLE songs (id INTEGER PRIMARY KEY, title "
            "TEXT); INSERT INTO songs VALUES (1, 'Help')"_s);
        const QTemporaryDir copies;
        constexpr auto refused = importer::SqliteFile::Damage::Refused;
        const auto source = importer::ImportSource::open(path(), copies.path(), refused, {});
        QVERIFY(source);
        const importer::Recognition &recognition = (*source)->recognition();
        importer::Mapping chosen = recognition.best();
        QCOMPARE(chosen.table, u"todos"_s);

        QCOMPARE(tablesBeside(chosen, recognition.mappings), QStringList{u"chores"_s}); // tasks is empty
        chosen.table = u"chores"_s;
        QCOMPARE(tablesBeside(chosen, recognition.mappings), QStringList{u"todos"_s});
    }

    void shouldNameTheTablesBesideTheChosenOneOfAFramework()
    {
        SampleFile(path()).run(
            u"CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT); INSERT INTO "
            "django_migrations VALUES (1, 'todos', '0001'); CREATE TABLE todos_tasklist (id INTEGER PRIMARY "
            "KEY, name TEXT, created_at TEXT); INSERT INTO todos_tasklist VALUES (1, 'Home', '2026-01-12 "
            "10:00:00'); CREATE TABLE todos_todo (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, "
            "tasklist_id INTEGER REFERENCES todos_tasklist (id)); INSERT INTO todos_todo VALUES (1, 'milk', "
            "0, 1), (2, 'tea', 0, 1); CREATE TABLE work_task (id INTEGER PRIMARY KEY, title TEXT, done "
            "INTEGER); INSERT INTO work_task VALUES (1, 'report', 0)"_s);
        const QTemporaryDir copies;
        constexpr auto refused = importer::SqliteFile::Damage::Refused;
        const auto source = importer::ImportSource::open(path(), copies.path(), refused, {});
        QVERIFY(source);
        const importer::Recognition &recognition = (*source)->recognition();
        const importer::Mapping &chosen = recognition.best();
        QCOMPARE(chosen.kind, u"django"_s);
        QCOMPARE(chosen.table, u"todos_todo"_s);

        // The lists of the todos are none.
        QCOMPARE(tablesBeside(chosen, recognition.mappings), QStringList{u"work_task"_s});
    }

    void shouldKeepTrashOfAnErrandsThatKnowsNoOther()
    {
        SampleFile(path()).run(
            u"CREATE TABLE lists (name TEXT, uid TEXT PRIMARY KEY); CREATE TABLE tasks (uid TEXT PRIMARY "
            u"KEY, "
            "list_uid TEXT, percent_complete INTEGER, text TEXT, completed INTEGER, trash INTEGER);"
            "INSERT INTO tasks VALUES ('a', 'l', 0, 'milk', 0, 1)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"errands"_s);
        QVERIFY(reading.rows.constFirst().fields[size_t(importer::Field::DeletedAt)].has_value());
    }

    void shouldTakeEveryTodoOfAProgramWhoseIdsRepeat()
    {
        SampleFile(path()).run(
            u"CREATE TABLE calendarItem (id INTEGER PRIMARY KEY, summary TEXT, completed INTEGER, uid TEXT, "
            "ics_data TEXT); INSERT INTO calendarItem VALUES (1, 'milk', 0, 'u', ''), (2, 'bread', 0, 'u', '')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"qownnotes"_s);
        QCOMPARE(reading.repairs, (Repairs{{u"repeated_id"_s, 1}}));
        QVERIFY(reading.rows.at(0).id != reading.rows.at(1).id);
    }

    void shouldTakeEveryTodoWhereTheKeyIsOfSeveralColumns()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (user_id INTEGER, id INTEGER, title TEXT, done INTEGER, PRIMARY KEY "
            u"(user_id, "
            "id)) WITHOUT ROWID; INSERT INTO todos VALUES (1, 1, 'milk', 0), (2, 1, 'bread', 0)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread"_s}));
        QVERIFY(reading.rows.at(0).id != reading.rows.at(1).id);
    }

    void shouldTakeEveryTodoWhereAKeyHoldsNumbersAndTexts()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO todos VALUES (1, "
            "'milk', 0), ('1', 'bread', 0), (X'6162', 'tea', 0), ('6162', 'salt', 0), ('1', 'oil', 0) ON "
            "CONFLICT DO UPDATE SET done = 1"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread"_s, u"tea"_s, u"salt"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"repeated_id"_s, 2}}));
        QSet<QUuid> ids;
        for (const importer::TodoRow &row : reading.rows)
            ids.insert(row.id);
        QCOMPARE(ids.size(), 4);
        // What cannot repeat is not kept in mind.
        SampleFile(path()).run(u"DELETE FROM todos WHERE typeof(id) <> 'text'"_s);
        QVERIFY(!tests::readFile(path()).mapping.idsMayRepeat);
    }

    void shouldNotTakeAColumnThatIsCalledRowidForTheNumberOfTheRow()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (rowid TEXT, title TEXT, done INTEGER); INSERT INTO todos "
            "VALUES ('b', 'milk', 0), ('a', 'bread', 0), ('a', 'tea', 0)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread"_s, u"tea"_s}));
        QCOMPARE(reading.repairs, Repairs());
        QVERIFY(reading.rows.at(1).id != reading.rows.at(2).id);
    }

    void shouldKeepTheOrderOfPositions_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addRow("numbers") << u"INTEGER"_s;
        QTest::addRow("texts") << u"TEXT"_s;
    }
    void shouldKeepTheOrderOfPositions()
    {
        QFETCH(const QString, type);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, position %1)"_s.arg(
                type))
            .run(u"INSERT INTO todos VALUES (1, 'fourth', 0, 10), (2, 'second', 0, 1), (3, 'third', 0, 1), "
                 u"(4, "
                 "'last', 0, NULL), (5, 'first', 0, 0.5)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"first"_s, u"second"_s, u"third"_s, u"fourth"_s, u"last"_s}));
    }

    void shouldUnderstandHowProgramsSayThatTodosRepeat_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("todo");
        QTest::addColumn<Repairs>("repairs");
        const auto row = [](const char *written, const char *todo, const Repairs &repairs = {}) {
            QTest::addRow("%s", written) << QString::fromUtf8(written) << QString::fromUtf8(todo) << repairs;
        };
        row("FREQ=DAILY;COUNT=3", "milk | repeat: FREQ=DAILY;COUNT=3");
        row("rrule:freq=weekly;byday=mo", "milk | repeat: FREQ=WEEKLY;BYDAY=MO");
        row("INTERVAL=2;FREQ=WEEKLY", "milk | repeat: FREQ=WEEKLY;INTERVAL=2");
        row("DTSTART:20260101T000000Z\nRRULE:FREQ=DAILY", "milk | repeat: FREQ=DAILY");
        row("RRULE:FREQ=DAILY;FROM=COMPLETION", "milk | repeat: FREQ=DAILY", {{u"repeat_from_done"_s, 1}});
        row("RRULE:FREQ=DAILY;TT_SKIP=WEEKEND",
            "milk | notes: Repeats: RRULE:FREQ=DAILY;TT_SKIP=WEEKEND | repeat: FREQ=DAILY",
            {{u"partial_repeat"_s, 1}});
        row("3days", "milk | repeat: FREQ=DAILY;INTERVAL=3");
        row("2wks", "milk | repeat: FREQ=WEEKLY;INTERVAL=2");
        row("P2M", "milk | repeat: FREQ=MONTHLY;INTERVAL=2");
        row("1q", "milk | repeat: FREQ=MONTHLY;INTERVAL=3");
        row("semiannual", "milk | repeat: FREQ=MONTHLY;INTERVAL=6");
        row("Daily", "milk | repeat: FREQ=DAILY");
        row("weekly", "milk | repeat: FREQ=WEEKLY");
        row("monthly", "milk | repeat: FREQ=MONTHLY");
        row("yearly", "milk | repeat: FREQ=YEARLY");
        row("every 2 weeks", "milk | repeat: FREQ=WEEKLY;INTERVAL=2");
        row("none", "milk");
        row("", "milk");
        row("ERULE:NAME=CUSTOM;BYDATE=20260101,20260105",
            "milk | notes: Repeats: ERULE:NAME=CUSTOM;BYDATE=20260101,20260105", {{u"unknown_repeat"_s, 1}});
        for (const char *none : {"FREQ=FOO", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;INTERVAL=-1",
                                 "RRULE:FREQ=DAILY;COUNT=x", "FREQ=MONTHLY;BYMONTHDAY=99"})
            row(none, QByteArray("milk | notes: Repeats: ").append(none).constData(),
                {{u"unknown_repeat"_s, 1}});
        row("FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3;UNTIL=20300101T000000Z",
            "milk | repeat: FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3;UNTIL=20300101T000000Z");
        row("when the moon is full", "milk | notes: Repeats: when the moon is full",
            {{u"unknown_repeat"_s, 1}});
    }
    void shouldUnderstandHowProgramsSayThatTodosRepeat()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, todo);
        QFETCH(const Repairs, repairs);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, recurrence TEXT)"_s)
            .insert(u"INSERT INTO todos VALUES (1, 'milk', 0, ?)"_s, {written.toUtf8()});

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, QStringList{todo});
        QCOMPARE(reading.repairs, repairs);
    }

    void shouldTakeAllThatPlanifySaysOfRepeating_data()
    {
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<Repairs>("repairs");
        const auto row = [](const char *name, const QString &members, const QString &rule,
                            const Repairs &repairs = {}) {
            QTest::newRow(name) << u"{\"date\":\"2026-01-20\",\"is_recurring\":true,"_s + members + u'}'
                                << (rule.isEmpty() ? QString() : u" | repeat: "_s + rule) << repairs;
        };
        row("weekdays", uR"("recurrency_type":"3","recurrency_interval":"1","recurrency_weeks":"1,5")"_s,
            u"FREQ=WEEKLY;BYDAY=MO,FR"_s);
        row("count", uR"("recurrency_type":"2","recurrency_interval":"3","recurrency_count":"5")"_s,
            u"FREQ=DAILY;INTERVAL=3;COUNT=5"_s);
        row("end",
            uR"("recurrency_type":"5","recurrency_interval":"1","recurrency_count":"0","recurrency_end":"2030-02-01T00:00:00")"_s,
            u"FREQ=YEARLY;UNTIL=20300201"_s);
        row("end and count",
            uR"("recurrency_type":"2","recurrency_count":"5","recurrency_end":"2030-02-01")"_s,
            u"FREQ=DAILY;UNTIL=20300201"_s);
        row("last day", uR"("recurrency_type":"4","recurrency_last_day_of_month":"true")"_s,
            u"FREQ=MONTHLY;BYMONTHDAY=-1"_s);
        row("hours", uR"("recurrency_type":"1","recurrency_interval":"4")"_s, u"FREQ=HOURLY;INTERVAL=4"_s);
        row("unknown", uR"("recurrency_type":"9")"_s, {}, {{u"unknown_repeat"_s, 1}});
    }
    void shouldTakeAllThatPlanifySaysOfRepeating()
    {
        QFETCH(const QString, due);
        QFETCH(const QString, rule);
        QFETCH(const Repairs, repairs);
        SampleFile(path())
            .run(u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE Items (id TEXT "
                 u"PRIMARY "
                 "KEY, content TEXT, checked INTEGER, due TEXT, child_order INTEGER)"_s)
            .insert(u"INSERT INTO Items VALUES ('a', 'milk', 0, ?, 1)"_s, {due.toUtf8()});

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"planify"_s);
        const QString unread = repairs.isEmpty() ? QString() : u" | notes: Repeats: "_s + due;
        QCOMPARE(reading.todos, QStringList{u"milk"_s + unread + u" | due: 2026-01-20"_s + rule});
        QCOMPARE(reading.repairs, repairs);
    }

    void shouldTakeTemplatesOfTaskwarriorOnceWithTheirNextDay()
    {
        SampleFile(path())
            .run(
                u"CREATE TABLE operations (id INTEGER PRIMARY KEY, data STRING); CREATE TABLE working_set "
                u"(id "
                "INTEGER PRIMARY KEY, uuid STRING); CREATE TABLE tasks (uuid STRING PRIMARY KEY, data STRING)"_s)
            .run(
                uR"(INSERT INTO tasks VALUES ('t', '{"description":"rent","status":"recurring","recur":"monthly","entry":"1768212000","due":"1768521600","tag_home":"","mask":"+-"}'),
                 ('c1', '{"description":"rent","status":"completed","parent":"t","imask":"0","recur":"monthly","entry":"1768212000","end":"1768298400","due":"1768521600","tag_home":""}'),
                 ('c2', '{"description":"rent","status":"pending","parent":"t","imask":"1","recur":"monthly","entry":"1768212000","due":"1771200000","tag_home":""}'),
                 ('c3', '{"description":"rent","status":"pending","parent":"t","imask":"2","recur":"monthly","entry":"1768212000","due":"1773619200","tag_home":"","annotation_1768212001":"ask first"}'))"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"taskwarrior"_s);
        QCOMPARE(
            reading.todos,
            (QStringList{
                u"rent | due: 2026-02-16 | repeat: FREQ=MONTHLY | created_at: 2026-01-12 10:00:00+00 | tags: home"_s,
                u"rent | due: 2026-01-16 | completed_at: 2026-01-13 10:00:00+00 | created_at: 2026-01-12 "
                "10:00:00+00 | tags: home"_s,
                u"rent | notes: 2026-01-12: ask first | due: 2026-03-16 | created_at: 2026-01-12 10:00:00+00 | tags: home"_s}));
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldSayWhichTodosRepeatedFromTheirCompletion()
    {
        SampleFile(path()).run(
            u"CREATE TABLE caldav_lists (cdl_uuid TEXT, cdl_name TEXT); CREATE TABLE caldav_tasks (cd_task "
            "INTEGER, cd_calendar TEXT); CREATE TABLE tags (task INTEGER, tag_uid TEXT); CREATE TABLE "
            "tagdata "
            "(remoteId TEXT, name TEXT); CREATE TABLE tasks (_id INTEGER "
            u"PRIMARY "
            "KEY, title TEXT, importance INTEGER, hideUntil INTEGER, recurrence TEXT, repeat_from INTEGER);"
            "INSERT INTO tasks VALUES (1, 'milk', 3, 0, 'RRULE:FREQ=DAILY', 1), (2, 'bread', 3, 0, "
            "'RRULE:FREQ=WEEKLY;FROM=COMPLETION', 0), (3, 'tea', 3, 0, 'RRULE:FREQ=DAILY', 0), (4, 'salt', "
            "3, "
            "0, '', 1)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"tasks.org"_s);
        QCOMPARE(reading.todos, (QStringList{u"milk | repeat: FREQ=DAILY"_s, u"bread | repeat: FREQ=WEEKLY"_s,
                                             u"tea | repeat: FREQ=DAILY"_s, u"salt"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"repeat_from_done"_s, 2}}));
    }

    void shouldTakeTheDayThatWasDueWhereverTasksOrgWasUsed_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("noon");
        const auto row = [](const char *zone) {
            const QDateTime noon(QDate(2026, 1, 20), QTime(12, 0), QTimeZone(zone));
            QTest::newRow(zone) << QByteArray(zone) << noon.toMSecsSinceEpoch();
        };
        row("UTC");
        row("Europe/Berlin");
        row("Pacific/Auckland");   // 13 hours east in January
        row("Pacific/Kiritimati"); // 14
        row("Pacific/Pago_Pago");  // 11 west
    }
    void shouldTakeTheDayThatWasDueWhereverTasksOrgWasUsed()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const qint64, noon);
        SampleFile(path()).run(
            u"CREATE TABLE caldav_lists (cdl_uuid TEXT, cdl_name TEXT); CREATE TABLE caldav_tasks (cd_task "
            "INTEGER, cd_calendar TEXT); CREATE TABLE tags (task INTEGER, tag_uid TEXT); CREATE TABLE "
            "tagdata "
            "(remoteId TEXT, name TEXT); CREATE TABLE tasks (_id INTEGER "
            u"PRIMARY "
            "KEY, title TEXT, importance INTEGER, dueDate INTEGER, hideUntil INTEGER);"
            "INSERT INTO tasks VALUES (1, 'milk', 3, %1, %1), (2, 'bread', 3, 0, 0)"_s.arg(noon));

        const Reading reading =
            tests::readFile(path(), importer::SqliteFile::Damage::Refused, {.displayZone = QTimeZone(zone)});

        QCOMPARE(reading.todos, (QStringList{u"milk | due: 2026-01-20 | start: 2026-01-20"_s, u"bread"_s}));
    }

    void shouldTakeMidnightsOfUtcForDaysInEveryZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("first");
        QTest::addColumn<bool>("areDays");
        const QString texts = u"('2026-01-20T00:00:00.000Z'), ('2026-07-21T00:00:00.000Z')"_s;
        const QString numbers = u"(1768867200000), (1784592000000)"_s;
        const QString times = u"('2026-01-20T00:00:00Z'), ('2026-01-20T09:30:00Z'), (NULL)"_s;
        const auto row = [](const char *name, const char *zone, const QString &values, const QString &first,
                            bool areDays) {
            QTest::newRow(name) << QByteArray(zone) << values << first << areDays;
        };
        row("texts, Berlin", "Europe/Berlin", texts, u"2026-01-20"_s, true);
        row("texts, New York", "America/New_York", texts, u"2026-01-20"_s, true);
        row("numbers, Berlin", "Europe/Berlin", numbers, u"2026-01-20"_s, true);
        row("numbers, New York", "America/New_York", numbers, u"2026-01-20"_s, true);
        row("numbers, Kiritimati", "Pacific/Kiritimati", numbers, u"2026-01-20"_s, true);
        row("times, too", "Europe/Berlin", times, u"2026-01-20 01:00:00 Europe/Berlin"_s, false);
    }
    void shouldTakeMidnightsOfUtcForDaysInEveryZone()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QString, values);
        QFETCH(const QString, first);
        QFETCH(const bool, areDays);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT DEFAULT 'milk', done INTEGER, "
                 "dueDate)"_s)
            .run(u"INSERT INTO todos (dueDate) VALUES %1"_s.arg(values));

        const Reading reading =
            tests::readFile(path(), importer::SqliteFile::Damage::Refused, {.displayZone = QTimeZone(zone)});

        QCOMPARE(reading.todos.value(0), u"milk | due: "_s + first);
        importer::ImportReport report;
        report.mapping = reading.mapping;
        QCOMPARE(report.remarks().join(u' ').contains("midnight in UTC were taken for days"_L1), areDays);
    }

    void shouldTakeDueTimesForMomentsWhereTheProgramWritesUtc_data()
    {
        QTest::addColumn<QString>("program"); // what tells which one it is
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("first");
        const auto row = [](const char *name, const QString &program, const char *zone, const QString &values,
                            const QString &first) {
            QTest::newRow(name) << program << QByteArray(zone) << values << first;
        };
        const QString django = u"CREATE TABLE django_migrations (id INTEGER PRIMARY KEY)"_s;
        const QString rails = u"CREATE TABLE ar_internal_metadata (key TEXT PRIMARY KEY)"_s;
        const QString laravel = u"CREATE TABLE failed_jobs (id INTEGER PRIMARY KEY)"_s;
        const QString ecto =
            u"CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, inserted_at TEXT)"_s;
        const QString none = u"CREATE TABLE other (id INTEGER PRIMARY KEY)"_s;
        const QString times = u"('2026-01-20 09:00:00'), ('2026-07-20 08:30:00')"_s;
        const QString tenInBerlin = u"2026-01-20 10:00:00 Europe/Berlin"_s;
        row("Django", django, "Europe/Berlin", times, tenInBerlin);
        row("Rails", rails, "Europe/Berlin", times, tenInBerlin);
        row("Laravel", laravel, "Europe/Berlin", times, tenInBerlin);
        row("Ecto", ecto, "Europe/Berlin", times, tenInBerlin);
        row("New York", django, "America/New_York", times, u"2026-01-20 04:00:00 America/New_York"_s);
        row("midnight there", django, "Europe/Berlin", u"('2026-01-19 23:00:00'), ('2026-07-20 08:30:00')"_s,
            u"2026-01-20"_s);
        row("days", laravel, "America/New_York", u"('2026-01-20 00:00:00'), ('2026-07-20 00:00:00')"_s,
            u"2026-01-20"_s);
        row("another program", none, "Europe/Berlin", times, u"2026-01-20 09:00:00 Europe/Berlin"_s);
    }
    void shouldTakeDueTimesForMomentsWhereTheProgramWritesUtc()
    {
        QFETCH(const QString, program);
        QFETCH(const QByteArray, zone);
        QFETCH(const QString, values);
        QFETCH(const QString, first);
        SampleFile(path())
            .run(program)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT DEFAULT 'milk', done INTEGER, "
                 "due_date TEXT)"_s)
            .run(u"INSERT INTO todos (due_date) VALUES %1"_s.arg(values));

        const Reading reading =
            tests::readFile(path(), importer::SqliteFile::Damage::Refused, {.displayZone = QTimeZone(zone)});

        QCOMPARE(reading.todos.value(0), u"milk | due: "_s + first);
    }

    void shouldTakeTagsInBracketsThatAreNoJson()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, tags TEXT)"_s)
            .insert(u"INSERT INTO todos VALUES (1, 'python', 0, ?), (2, 'plain', 0, ?), (3, 'object', 0, ?), "
                    "(4, 'none', 0, '[]')"_s,
                    {"['home', \"mum's\"]", "[a, b]", "[{\"label\": \"x\"}]"});

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"python | tags: home,mum's"_s, u"plain | tags: a,b"_s,
                                             u"object"_s, u"none"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"uncertain_tags"_s, 2}}));
    }

    void shouldSayWhereNoValueTellsDaysFromMonths_data()
    {
        QTest::addColumn<QString>("days");
        QTest::addColumn<QString>("example");
        QTest::addRow("nobody knows")
            << u"('05/05/2025'), ('07/08/2025'), ('03/04/2025')"_s << u"03/04/2025"_s;
        QTest::addRow("one tells") << u"('03/04/2025'), ('13/04/2025')"_s << QString();
        QTest::addRow("full stops") << u"('03.04.2025')"_s << QString();
        QTest::addRow("all the same") << u"('04/04/2025')"_s << QString();
    }
    void shouldSayWhereNoValueTellsDaysFromMonths()
    {
        QFETCH(const QString, days);
        QFETCH(const QString, example);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT DEFAULT 'milk', done INTEGER, due "
                 "TEXT)"_s)
            .run(u"INSERT INTO todos (due) VALUES %1"_s.arg(days));

        const Reading reading = tests::readFile(path());

        importer::ImportReport report;
        report.mapping = reading.mapping;
        const QString said = report.sentences().join(u' ');
        QCOMPARE(said.contains("day/month"_L1), !example.isEmpty());
        QVERIFY2(said.contains(example), qPrintable(said));
    }

    void shouldReadDaysAsTheOtherColumnsTell_data()
    {
        QTest::addColumn<QByteArray>("file"); // with a start on the third of January or the first of March
        QTest::addColumn<QString>("start");
        QTest::addColumn<bool>("isSaid");
        QTest::addRow("months first")
            << "Task,Start,Due\nA,3/1/2026,03/14/2026\n"_ba << u"2026-03-01"_s << false;
        QTest::addRow("days first") << "Task,Start,Due\nA,3/1/2026,14/03/2026\n"_ba << u"2026-01-03"_s
                                    << false;
        QTest::addRow("by a column that becomes nothing")
            << "Task,Start,Invoice sent\nA,3/1/2026,03/14/2026\n"_ba << u"2026-03-01"_s << false;
        QTest::addRow("others contradict each other")
            << "Task,Start,Due,Invoice sent\nA,3/1/2026,03/14/2026,14/03/2026\n"_ba << u"2026-01-03"_s
            << true;
        QTest::addRow("others do not tell")
            << "Task,Start,Due\nA,3/1/2026,4/5/2026\n"_ba << u"2026-01-03"_s << true;
    }
    void shouldReadDaysAsTheOtherColumnsTell()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, start);
        QFETCH(const bool, isSaid);
        tests::writeAll(csv(), file);

        const Reading reading = tests::readFile(csv());

        QVERIFY2(reading.todos.value(0).contains("start: "_L1 + start), qPrintable(reading.todos.value(0)));
        importer::ImportReport report;
        report.mapping = reading.mapping;
        QCOMPARE(report.sentences().join(u' ').contains("day/month"_L1), isSaid);
    }

    void shouldSayWhichTimesTheClocksLeftOut()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, created_at TEXT, due "
            u"TEXT);"
            "INSERT INTO todos VALUES (1, 'milk', 0, '2026-03-29 02:30:00', '2026-03-29 02:30:00'), "
            "(2, 'bread', 0, '2026-03-29 03:30:00', NULL), (3, 'eggs', 0, '2026-10-25 02:30:00', NULL), "
            "(4, 'tea', 0, '2026-03-29T02:30:00Z', NULL)"_s);
        const QTimeZone berlin("Europe/Berlin");

        const Reading reading = tests::readFile(path(), importer::SqliteFile::Damage::Refused,
                                                {.zone = berlin, .displayZone = berlin});

        QCOMPARE(reading.todos.value(0), u"milk | due: 2026-03-29 02:30:00 Europe/Berlin | created_at: "
                                         "2026-03-29 01:30:00+00"_s);
        QCOMPARE(reading.repairs, (Repairs{{u"skipped_hour"_s, 1}}));
        QVERIFY(tests::readFile(path()).repairs.isEmpty()); // UTC leaves nothing out
    }

    void shouldKeepInTheNotesWhatIsNoTime()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, notes TEXT, done INTEGER, due, "
            u"start_date);"
            "INSERT INTO todos VALUES (1, 'milk', 'two', 0, 'Friday', NULL), "
            "(2, 'bread', NULL, 0, '2026-02-31', ' after lunch '), (3, 'eggs', NULL, 0, '1/20/26', NULL), "
            "(4, 'tea', NULL, 0, -1, ''), (5, 'rice', NULL, 0, '0000-00-00', '2026-01-20'), "
            "(6, 'soup', NULL, 0, '2026-01-20', '2026-01-20'), (7, 'oil', NULL, 0, '2026-01-20', '2026-01-20')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(
            reading.todos.mid(0, 5),
            (QStringList{u"milk | notes: two\n\nDue: Friday"_s,
                         u"bread | notes: Due: 2026-02-31\nStart: after lunch"_s, u"eggs | due: 2026-01-20"_s,
                         u"tea | notes: Due: -1"_s, u"rice | start: 2026-01-20"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"unreadable_time"_s, 4}}));
    }

    void shouldKnowFlagsThatSayOpen_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        QTest::addColumn<bool>("meansOpen");
        const auto row = [](const QString &table, const QString &column, bool meansOpen) {
            QTest::addRow("%s.%s", qPrintable(table), qPrintable(column)) << table << column << meansOpen;
        };
        row(u"todos"_s, u"is_active"_s, true);
        row(u"tasks"_s, u"task_active"_s, true);
        row(u"todos"_s, u"todo_open"_s, true);
        row(u"ZTASK"_s, u"ZISACTIVE"_s, true);
        row(u"todos"_s, u"is_actve"_s, true);
        row(u"todos"_s, u"inactive"_s, false);
        row(u"tasks"_s, u"task_done"_s, false);
    }
    void shouldKnowFlagsThatSayOpen()
    {
        QFETCH(const QString, table);
        QFETCH(const QString, column);
        QFETCH(const bool, meansOpen);
        SampleFile(path()).run(
            u"CREATE TABLE %1 (id INTEGER PRIMARY KEY, title TEXT, %2 INTEGER);"
            "INSERT INTO %1 (title, %2) VALUES ('one', 1), ('zero', 0), ('unsaid', NULL), ('empty', '')"_s
                .arg(table, column));

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        const auto isDone = [&reading](qsizetype todo) {
            return reading.rows.at(todo).fields[size_t(importer::Field::CompletedAt)].has_value();
        };
        QCOMPARE(isDone(0), !meansOpen);
        QCOMPARE(isDone(1), meansOpen);
        QVERIFY(!isDone(2));
        QVERIFY(!isDone(3));
    }

    void shouldKnowStatesThatAreWrittenAsOneWord()
    {
        SampleFile(path()).run(
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, status TEXT); INSERT INTO tasks "
            "(title, status) VALUES ('a', 'NotStarted'), ('b', 'NotStarted'), ('c', 'NotStarted'), ('d', "
            "'NotStarted'), ('e', 'NotStarted'), ('f', 'InProgress'), ('g', 'Completed')"_s);

        const Reading reading = tests::readFile(path());

        QVERIFY(reading.mapping.has(importer::Target::State));
        QVERIFY(!reading.rows.first().fields[size_t(importer::Field::CompletedAt)]);
        QVERIFY(reading.rows.last().fields[size_t(importer::Field::CompletedAt)].has_value());
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldReadFlagsThatAreDatesInTheOrderOfTheirColumn()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, completed TEXT, deleted_at TEXT); "
            "INSERT INTO todos VALUES (1, 'milk', '01/12/2026', '02/11/2026'), (2, 'bread', '01/25/2026', "
            "'02/25/2026'), (3, 'tea', '', NULL)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk | completed_at: 2026-01-12 00:00:00+00 | deleted_at: "
                                             "2026-02-11 00:00:00+00"_s,
                                             u"bread | completed_at: 2026-01-25 00:00:00+00 | deleted_at: "
                                             "2026-02-25 00:00:00+00"_s,
                                             u"tea"_s}));
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldTakeTicksForTheTimeOfAClock()
    {
        // 10:00 on 2026-01-12.
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date BIGINT, "
            "created_at BIGINT); INSERT INTO todos VALUES (1, 'milk', 0, 639038088000000000, "
            "639038088000000000)"_s);
        const QTimeZone berlin("Europe/Berlin");

        const Reading reading = tests::readFile(path(), importer::SqliteFile::Damage::Refused,
                                                {.zone = berlin, .displayZone = berlin});

        QCOMPARE(reading.todos, QStringList{u"milk | due: 2026-01-12 10:00:00 Europe/Berlin | created_at: "
                                            "2026-01-12 09:00:00+00"_s});
        QVERIFY(reading.mapping.plansNameNoZone);
    }

    void shouldNotTakeNoTagsForATag()
    {
        SampleFile(path()).run(
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, completed INTEGER, tags JSON); INSERT "
            "INTO tasks VALUES (1, 'milk', 0, 'null'), (2, 'bread', 0, '[\"home\"]'), (3, 'tea', 0, '{}')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread | tags: home"_s, u"tea"_s}));
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldNotBeCertainOfAOneAmongNumberedStates()
    {
        SampleFile(path()).run(
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, status INTEGER); INSERT INTO tasks "
            "(title, status) VALUES ('a', 0), ('b', 1), ('c', 2), ('d', 0), ('e', 1)"_s);
        QCOMPARE(tests::readFile(path()).repairs, (Repairs{{u"uncertain_state"_s, 3}}));

        SampleFile(path()).run(u"DELETE FROM tasks WHERE status = 2"_s);
        QCOMPARE(tests::readFile(path()).repairs, Repairs()); // a yes or no
    }

    void shouldLookForPrioritiesAndStatesInTheWholeColumn()
    {
        SampleFile(path()).run(
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, status INTEGER, priority INTEGER);"
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000) INSERT INTO "
            "tasks SELECT i, 'milk', i % 2, 1 + i % 3 FROM n;"
            "INSERT INTO tasks VALUES (6001, 'four', 0, 4), (6002, 'five', 2, 5)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos.at(2), u"milk | priority: 1"_s); // 1 of 5
        QCOMPARE(reading.todos.at(6000), u"four | priority: 3"_s);
        QCOMPARE(reading.todos.at(6001), u"five | priority: 3"_s);
        QCOMPARE(reading.repairs, (Repairs{{u"uncertain_state"_s, 3001}}));
    }

    void shouldNotBendAllPrioritiesForOneThatWasTypedWrong()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, priority INTEGER);"
            "INSERT INTO todos (title, done, priority) VALUES ('a', 0, 1), ('b', 0, 2), ('c', 0, 3), ('d', "
            "0, 4), ('e', 0, 5), ('f', 0, 5), ('g', 0, 1), ('h', 0, 1), ('i', 0, 1), ('j', 0, 99)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos,
                 (QStringList{u"a | priority: 1"_s, u"b | priority: 2"_s, u"c | priority: 2"_s,
                              u"d | priority: 3"_s, u"e | priority: 3"_s, u"f | priority: 3"_s,
                              u"g | priority: 1"_s, u"h | priority: 1"_s, u"i | priority: 1"_s, u"j"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"unknown_priority"_s, 1}}));
    }

    void shouldSayWhichNumberItTakesForTheHighestPriority_data()
    {
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("highest");
        QTest::addRow("numbers") << u"(1), (5), (2)"_s << u"the number 5 was taken"_s;
        QTest::addRow("texts") << u"('0'), ('3')"_s << u"the number 3 was taken"_s;
        QTest::addRow("words") << u"('low'), ('high')"_s << QString();
        QTest::addRow("one number") << u"(1), (1)"_s << u"the number 1 was taken"_s;
        QTest::addRow("all the same") << u"(0), (0)"_s << QString();
    }
    void shouldSayWhichNumberItTakesForTheHighestPriority()
    {
        QFETCH(const QString, values);
        QFETCH(const QString, highest);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT DEFAULT 'milk', done INTEGER, "
                 "priority)"_s)
            .run(u"INSERT INTO todos (priority) VALUES %1"_s.arg(values));

        importer::ImportReport report;
        report.mapping = tests::readFile(path()).mapping;

        const QString said = report.remarks().join(u' ');
        QCOMPARE(said.contains("highest priority"_L1), !highest.isEmpty());
        QVERIFY2(said.contains(highest), qPrintable(said));
    }

    void shouldTakeACrossBesideACheckMarkForItsOpposite()
    {
        SampleFile(path()).run(
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done TEXT); INSERT INTO tasks (title, "
            "done) VALUES ('a', '✓'), ('b', 'x'), ('c', 'X'), ('d', '❌'), ('e', '')"_s);
        const auto completed = [this] {
            QString titles;
            const Reading reading = tests::readFile(path());
            for (qsizetype i = 0; i < reading.rows.size(); ++i) {
                if (reading.rows.at(i).fields[size_t(importer::Field::CompletedAt)])
                    titles += reading.todos.at(i).first(1);
            }
            return titles;
        };
        QCOMPARE(completed(), u"a"_s);
        QCOMPARE(tests::readFile(path()).repairs, Repairs());

        // The other way round where that is what it says.
        SampleFile(path()).run(u"ALTER TABLE tasks RENAME COLUMN done TO is_open"_s);
        QCOMPARE(completed(), u"bcd"_s); // what says nothing is open

        SampleFile(path()).run(u"ALTER TABLE tasks RENAME COLUMN is_open TO done; DELETE FROM tasks WHERE "
                               "done IN ('✓', '❌')"_s);
        QCOMPARE(completed(), u"bc"_s); // now it is the mark
    }

    void shouldReadTheTablesBesideAViewThatFails()
    {
        const QString failing =
            u"CREATE VIEW tasks AS SELECT id, title, abs(-9223372036854775807 - 1) AS done FROM %1"_s;
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO todos "
                 "VALUES (1, 'milk', 0)"_s)
            .run(failing.arg(u"todos"_s));

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.table, u"todos"_s);
        QCOMPARE(reading.todos, QStringList(u"milk"_s));
        // But where there is nothing else, that is why.
        SampleFile(path())
            .run(u"DROP VIEW tasks"_s)
            .run(u"DROP TABLE todos"_s)
            .run(u"CREATE TABLE numbers (id INTEGER PRIMARY KEY); INSERT INTO numbers VALUES (1)"_s)
            .run(failing.arg(u"(SELECT id, 'milk' AS title FROM numbers)"_s));
        const QString complaint = tests::readFile(path()).complaint;
        QVERIFY2(complaint.contains("cannot be read"_L1), qPrintable(complaint));
    }

    void shouldPreferATableToAViewOfIt()
    {
        SampleFile(path()).run(
            u"CREATE TABLE entries (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO entries "
            "VALUES (1, 'milk', 0), (2, 'bread', 1); CREATE VIEW todos AS SELECT id, title, done FROM "
            "entries WHERE done = 0"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.table, u"entries"_s);
        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread"_s}));
        // Where nothing else looks like todos, it is taken.
        SampleFile(path()).run(
            u"DROP VIEW todos; ALTER TABLE entries RENAME COLUMN done TO a; ALTER TABLE "
            "entries RENAME COLUMN title TO b; CREATE VIEW todos AS SELECT id, b AS title, "
            "a AS done FROM entries"_s);
        QCOMPARE(tests::readFile(path()).mapping.table, u"todos"_s);
    }

    void shouldPreferAColumnInUseToAnEmptyOne_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("values");
        QTest::addColumn<importer::Target>("target");
        QTest::addColumn<QString>("taken");
        const auto row = [](const char *name, const QString &columns, const QString &values,
                            importer::Target target, const QString &taken) {
            QTest::newRow(name) << columns << values << target << taken;
        };
        using importer::Target;
        row("state", u"title TEXT, completed INTEGER, status TEXT"_s, u"'milk', NULL, 'done'"_s,
            Target::State, u"status"_s);
        row("due", u"title TEXT, done INTEGER, due_date TEXT, deadline TEXT"_s,
            u"'milk', 0, NULL, '2026-01-20'"_s, Target::Due, u"deadline"_s);
        row("title", u"title TEXT, task TEXT, done INTEGER"_s, u"' ', 'milk', 0"_s, Target::Title, u"task"_s);
        row("notes", u"title TEXT, notes TEXT, comment TEXT, done INTEGER"_s, u"'milk', '', 'two', 0"_s,
            Target::Notes, u"comment"_s);
        row("deleted", u"title TEXT, done INTEGER, deleted_at TEXT, is_deleted INTEGER"_s,
            u"'milk', 0, NULL, 1"_s, Target::DeletedAt, u"is_deleted"_s);
        row("the only one", u"title TEXT, done INTEGER, due_date TEXT"_s, u"'milk', 0, NULL"_s, Target::Due,
            u"due_date"_s);
        // It may as well be when a todo was written down.
        row("any day", u"title TEXT, done INTEGER, due_date TEXT, date TEXT"_s,
            u"'milk', 0, NULL, '2026-01-20'"_s, Target::Due, u"due_date"_s);
        row("a count is no text", u"title TEXT, done INTEGER, notes TEXT, comments INTEGER"_s,
            u"'milk', 0, NULL, 3"_s, Target::Notes, u"notes"_s);
    }
    void shouldPreferAColumnInUseToAnEmptyOne()
    {
        QFETCH(const QString, columns);
        QFETCH(const QString, values);
        QFETCH(const importer::Target, target);
        QFETCH(const QString, taken);
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, %1)"_s.arg(columns))
            .run(u"INSERT INTO tasks VALUES (1, %1)"_s.arg(values));

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.columns.value(target).label, taken);
    }

    void shouldTakeADescriptionForTheTitleWhereThereIsNoOther_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QStringList>("todos");
        const auto row = [](const char *name, const QString &columns, const QString &rows,
                            const QStringList &todos) { QTest::newRow(name) << columns << rows << todos; };
        row("beside a colour", u"description TEXT, done INTEGER, color TEXT"_s,
            u"(1, 'Buy milk', 0, '#ff0000')"_s, {u"Buy milk"_s});
        row("beside details", u"description TEXT, details TEXT, done INTEGER"_s,
            u"(1, 'milk', 'two litres of the good one', 0), (2, 'bread', NULL, 0)"_s,
            {u"milk | notes: two litres of the good one"_s, u"bread"_s});
        row("behind the same word in every row", u"kind TEXT, description TEXT, done INTEGER"_s,
            u"(1, 'errand', 'milk', 0), (2, 'errand', 'bread', 0), (3, 'errand', 'tea', 0)"_s,
            {u"milk"_s, u"bread"_s, u"tea"_s});
        row("an empty title", u"title TEXT, description TEXT, done INTEGER"_s, u"(1, '', 'milk', 0)"_s,
            {u"milk"_s});
        // What it is called is unknown, but it is one.
        row("behind a title", u"thing TEXT, description TEXT, done INTEGER"_s,
            u"(1, 'milk', 'two litres of the good one', 0)"_s,
            {u"milk | notes: two litres of the good one"_s});
        row("before a title", u"description TEXT, thing TEXT, done INTEGER"_s,
            u"(1, NULL, 'milk', 0), (2, 'two', 'bread', 0)"_s, {u"milk"_s, u"bread | notes: two"_s});
    }
    void shouldTakeADescriptionForTheTitleWhereThereIsNoOther()
    {
        QFETCH(const QString, columns);
        QFETCH(const QString, rows);
        QFETCH(const QStringList, todos);
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, %1)"_s.arg(columns))
            .run(u"INSERT INTO tasks VALUES %1"_s.arg(rows));

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos, todos);
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldTakeADirtyColumnForWhatItIs()
    {
        // One mark among eight that is neither 0 nor 1: other loaders give up all eight.
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, completed BOOLEAN);"
            "INSERT INTO todos (title, completed) VALUES ('a', 0), ('b', 1), ('c', 2), ('d', 0), ('e', 0), ('f', 0), ('g', 1), ('h', 0)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.columns.value(importer::Target::State).label, u"completed"_s);
        QCOMPARE(reading.repairs, (Repairs{{u"uncertain_state"_s, 1}}));
        // But a name is no state.
        SampleFile(path()).run(
            u"ALTER TABLE todos RENAME COLUMN completed TO done_by; ALTER TABLE todos ADD COLUMN status TEXT;"
            "UPDATE todos SET status = 'maria'"_s);
        QVERIFY(!tests::readFile(path()).mapping.has(importer::Target::State));
    }

    void shouldReadWhatDjangoMakesOfAFieldOfJson()
    {
        SampleFile(path()).run(
            u"CREATE TABLE django_migrations (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, app "
            u"varchar(255) "
            "NOT NULL, name varchar(255) NOT NULL, applied datetime NOT NULL);"
            "CREATE TABLE todo_todo (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, title varchar(200) NOT "
            "NULL, completed bool NOT NULL, tags text NOT NULL CHECK ((JSON_VALID(\"tags\") OR \"tags\" IS "
            "NULL)), \"order\" integer unsigned NOT NULL CHECK (\"order\" >= 0));"
            "INSERT INTO todo_todo VALUES (1, 'milk', 0, '[]', 1), (2, 'bread', 0, '[]', 2)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread"_s}));
    }

    void shouldReadAViewThatTakesTodosOutOfJson()
    {
        SampleFile(path()).run(
            u"CREATE TABLE docs (id INTEGER PRIMARY KEY, body TEXT);"
            "INSERT INTO docs VALUES (1, '[{\"title\": \"milk\"}, {\"title\": \"bread\"}]');"
            "CREATE VIEW todos AS SELECT j.key AS id, json_extract(j.value, '$.title') AS title, 0 AS done "
            "FROM docs, json_each(docs.body) AS j"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread"_s}));
    }

    void shouldSayThatThereAreNoTodos()
    {
        SampleFile(path()).run(u"CREATE TABLE songs (id INTEGER PRIMARY KEY, artist TEXT, length INTEGER)"_s);

        QVERIFY(tests::readFile(path()).complaint.startsWith(u"No todos were found"_s));
    }

    void shouldNameTablesWhoseModuleIsMissing()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO todos "
                 "VALUES (1, 'milk', 0)"_s)
            .run(u"PRAGMA writable_schema = on; INSERT INTO sqlite_schema VALUES ('table', 'ideas', "
                 "'ideas', 0, 'CREATE VIRTUAL TABLE ideas USING elsewhere (title)')"_s);
        const QString sentence =
            u"The table “ideas” could not be read: it needs the module “elsewhere”, which Tusk does not have."_s;

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, QStringList{u"milk"_s});
        QVERIFY2(reading.mapping.remarks.contains(sentence), qPrintable(reading.mapping.remarks.join(u'\n')));
        // Where there is nothing else, that is why.
        SampleFile(path()).run(u"DROP TABLE todos"_s);
        const QString complaint = tests::readFile(path()).complaint;
        QVERIFY2(complaint.startsWith(u"No todos were found"_s) && complaint.endsWith(sentence),
                 qPrintable(complaint));
    }

    void shouldProposeWhatMightBeTodosWhereNothingElseIs()
    {
        SampleFile(path()).run(
            u"CREATE TABLE shopping (id INTEGER PRIMARY KEY, what TEXT, shop TEXT);"
            "INSERT INTO shopping VALUES (1, 'milk for the weekend', 'A'), (2, 'bread', 'B');"
            "CREATE TABLE empty (id INTEGER PRIMARY KEY, text TEXT)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.table, u"shopping"_s);
        QCOMPARE(reading.todos, (QStringList{u"milk for the weekend"_s, u"bread"_s}));
        QCOMPARE(reading.mapping.remarks.value(0),
                 u"Nothing in this file is certain to be todos: please look at what its columns become."_s);
    }

    void shouldReadATableThatIsOnlyVirtual()
    {
        SampleFile(path()).run(
            u"CREATE VIRTUAL TABLE todos USING fts5 (title, done, due_date UNINDEXED); INSERT INTO todos "
            "(rowid, title, done, due_date) VALUES (5, 'milk', 0, '2026-01-20'), (7, 'bread', 1, NULL)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.table, u"todos"_s);
        QCOMPARE(reading.todos, (QStringList{u"milk | due: 2026-01-20"_s, u"bread"_s}));
        QCOMPARE(reading.rows.at(0).sourceId, "5"_ba);
        QCOMPARE(reading.rows.at(1).sourceId, "7"_ba);
        QVERIFY(reading.rows.at(1).fields[size_t(importer::Field::CompletedAt)]);
        QCOMPARE(reading.repairs, (QMap<QString, qint64>()));
    }

    void shouldReadColumnsWhateverTheyAreCalled()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, \"share %1 of %3\" TEXT, "
            "\"a \"\"b\"\" 'c'\" TEXT); INSERT INTO todos VALUES (1, 'milk', 0, 'half', 'x')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos, QStringList{u"milk"_s});
        QCOMPARE(reading.mapping.leftOut, (QStringList{u"share %1 of %3"_s, u"a \"b\" 'c'"_s}));
    }

    void shouldPutDaysAndTimesOfTwoColumnsTogether_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("due");
        QTest::addColumn<Repairs>("repairs");
        const auto row = [](const QString &day, const QString &time, const QString &due,
                            const Repairs &repairs = {}) {
            QTest::addRow("%s and %s", qPrintable(day), qPrintable(time)) << day << time << due << repairs;
        };
        const QString together = u" | due: 2026-01-20 09:30:00 UTC"_s;
        row(u"'2026-01-20'"_s, u"'09:30'"_s, together);
        row(u"'2026-01-20'"_s, u"'09:30:15.000000'"_s, u" | due: 2026-01-20 09:30:15 UTC"_s);
        row(u"'20.01.2026'"_s, u"'9:30 PM'"_s, u" | due: 2026-01-20 21:30:00 UTC"_s);
        row(u"20260120"_s, u"'09:30'"_s, together);
        row(u"'20 Jan 2026'"_s, u"'09:30'"_s, together);
        row(u"'January 20, 2026'"_s, u"'09:30'"_s, together);
        row(u"'2026-01-20 00:00:00'"_s, u"'09:30'"_s, together);
        row(u"'2026-01-20T00:00:00.000Z'"_s, u"'09:30'"_s, together);
        row(u"'2026-01-20 00:00:00.0000000'"_s, u"'09:30:00'"_s, together);
        row(u"'2026-01-20'"_s, u"NULL"_s, u" | due: 2026-01-20"_s);
        row(u"'2026-01-20'"_s, u"''"_s, u" | due: 2026-01-20"_s);
        const Repairs noDay{{u"unreadable_time"_s, 1}};
        row(u"NULL"_s, u"'09:30'"_s, u" | notes: Due: 09:30"_s, noDay);
        row(u"'0000-00-00'"_s, u"'09:30'"_s, u" | notes: Due: 09:30"_s, noDay);
        row(u"NULL"_s, u"'00:00:00'"_s, QString());
        row(u"'2026-01-20 08:00:00'"_s, u"'09:30'"_s, u" | due: 2026-01-20 08:00:00 UTC"_s);
        row(u"'20260120T080000'"_s, u"'09:30'"_s, u" | due: 2026-01-20 08:00:00 UTC"_s);
        row(u"1768901400000"_s, u"'10:45'"_s, together);
        row(u"1768901400"_s, u"'10:45'"_s, together);
    }
    void shouldPutDaysAndTimesOfTwoColumnsTogether()
    {
        QFETCH(const QString, day);
        QFETCH(const QString, time);
        QFETCH(const QString, due);
        QFETCH(const Repairs, repairs);
        SampleFile(path())
            .run(u"CREATE TABLE tasks (task_id INTEGER PRIMARY KEY, task_name, task_dueDate, "
                 "task_dueTime, done "
                 "INTEGER)"_s)
            .run(u"INSERT INTO tasks VALUES (1, 'milk', %1, %2, 0), (2, 'bread', '2026-03-01', '10:00', 0)"_s
                     .arg(day, time));

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk"_s + due, u"bread | due: 2026-03-01 10:00:00 UTC"_s}));
        QCOMPARE(reading.mapping.leftOut, QStringList());
        QCOMPARE(reading.repairs, repairs);
    }

    void shouldSayWhereATimeOfDayIsNotTaken_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<bool>("isSaid");
        QTest::newRow("another time") << u"2026-01-20 08:00:00"_s << true;
        QTest::newRow("the same time") << u"2026-01-20 09:30:00"_s << false;
        QTest::newRow("midnight") << u"2026-01-20 00:00:00"_s << false;
        QTest::newRow("none") << u"2026-01-20"_s << false;
    }
    void shouldSayWhereATimeOfDayIsNotTaken()
    {
        QFETCH(const QString, day);
        QFETCH(const bool, isSaid);
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date TEXT, "
                 "due_time TEXT)"_s)
            .run(u"INSERT INTO tasks VALUES (1, 'milk', 0, '%1', '09:30')"_s.arg(day));

        const QStringList remarks = tests::readFile(path()).mapping.remarks;

        QCOMPARE(
            remarks.contains(u"Where “due_date” has a time of day itself, that counts, and “due_time” is "
                             "not taken."_s),
            isSaid);
    }

    void shouldKnowHeadingsInOtherLanguages_data()
    {
        QTest::addColumn<QString>("headings"); // title, due, start, priority, tags, list, done
        QTest::addRow("German")
            << u"Titel;Fälligkeitsdatum;Startdatum;Wichtigkeit;Schlagwörter;Projekt;Abgeschlossen"_s;
        QTest::addRow("German, without accents")
            << u"BETREFF;FAELLIGKEITSDATUM;Beginn;Prioritaet;Stichwoerter;Ordner;Erledigt"_s;
        QTest::addRow("French")
            << u"Tâche;Date d’échéance;Date de début;Priorité;Étiquettes;Projet;Terminé"_s;
        QTest::addRow("Spanish")
            << u"Tarea;Fecha de vencimiento;Fecha de inicio;Importancia;Etiquetas;Proyecto;Hecha"_s;
        QTest::addRow("Italian")
            << u"Attività;Scadenza;Data di inizio;Priorità;Etichette;Elenco;Completato"_s;
        QTest::addRow("Portuguese")
            << u"Tarefa;Data de vencimento;Data de início;Prioridade;Marcadores;Projeto;Concluída"_s;
        QTest::addRow("Dutch") << u"Taak;Vervaldatum;Begindatum;Prioriteit;Trefwoorden;Lijst;Voltooid"_s;
        QTest::addRow("Polish")
            << u"Zadanie;Termin wykonania;Data rozpoczęcia;Priorytet;Etykiety;Kategoria;Ukończone"_s;
    }
    void shouldKnowHeadingsInOtherLanguages()
    {
        QFETCH(const QString, headings);
        tests::writeAll(csv(), headings.toUtf8() + "\nMilk;2026-03-25;2026-03-01;3;shop;Home;no\n"
                                                   "Bread;2026-03-26;;1;shop;Home;yes\n");

        const Reading reading = tests::readFile(csv());

        QCOMPARE(reading.todos.value(0),
                 u"Milk | list_id: Home | priority: 3 | due: 2026-03-25 | start: 2026-03-01 | tags: shop"_s);
        QVERIFY(reading.rows.value(1).fields[size_t(importer::Field::CompletedAt)]);
        QCOMPARE(reading.mapping.leftOut, QStringList());
    }

    void shouldReadTheCardsOfTrello()
    {
        tests::writeAll(
            csv(),
            "Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,List ID,List Name,Board "
            "ID,Board Name,Archived,Start Date,Due Complete\n"
            "c1,Buy paint,https://trello.com/c/1,two buckets,red,,2026-03-04T12:30:00.000Z,l1,To "
            "Do,b,Home,false,,false\n"
            "c2,Paint,https://trello.com/c/2-a-rather-long-address,,,,,l2,Done,b,Home,false,,true\n"
            "c3,Rest,https://trello.com/c/3,,,,,l2,Done,b,Home,true,,false\n");

        const Reading reading = tests::readFile(csv());

        QCOMPARE(reading.todos, (QStringList{u"Buy paint | notes: two buckets | list_id: To Do | due: "
                                             "2026-03-04 12:30:00 UTC | tags: red"_s,
                                             u"Paint | list_id: Done"_s, u"Rest | list_id: Done"_s}));
        const auto isDone = [&reading](qsizetype row) {
            return reading.rows.at(row).fields[size_t(importer::Field::CompletedAt)].has_value();
        };
        QVERIFY(!isDone(0) && isDone(1) && isDone(2));
        QCOMPARE(reading.repairs, (Repairs{{u"archived"_s, 1}}));
        QCOMPARE(reading.rows.at(0).sourceId, "c1"_ba);
        QCOMPARE(reading.mapping.leftOut,
                 (QStringList{u"Card URL"_s, u"Members"_s, u"List ID"_s, u"Board ID"_s, u"Board Name"_s}));
    }

    void shouldTakeNoAddressForTheTitle_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("title");
        QTest::addRow("an address by its name")
            << "Ticket URL,Ticket Words,Done\ntickets/of/the/year/1,Paint,no\n"_ba << u"Paint"_s;
        QTest::addRow("an address by its looks")
            << "Where,Words,Done\nhttps://example.org/tickets/1,Paint,no\n"_ba << u"Paint"_s;
        QTest::addRow("an id") << "Ticket ID,Words,Done\n8f3a-77de-a6b1-9c,Paint,no\n"_ba << u"Paint"_s;
        QTest::addRow("a name beside a longer text")
            << "Ticket Name,Ticket Story,Done\nPaint,As an owner I want a wall,no\n"_ba << u"Paint"_s;
        QTest::addRow("nothing else")
            << "Ticket URL,Done\nhttps://example.org/1,no\n"_ba << u"https://example.org/1"_s;
    }
    void shouldTakeNoAddressForTheTitle()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, title);
        tests::writeAll(csv(), file);

        QCOMPARE(tests::readFile(csv()).todos, QStringList(title));
    }

    void shouldTakeHalfDoneForOpen_data()
    {
        QTest::addColumn<QByteArray>("file"); // “Half” and “Whole”
        QTest::addRow("beside a status")
            << "Subject,% Complete,Status\nHalf,0.5,In Progress\nWhole,1,Complete\n"_ba;
        QTest::addRow("beside a status that knows better")
            << "Subject,% Complete,Status\nHalf,1,In Progress\nWhole,0,Complete\n"_ba;
        QTest::addRow("parts of 1") << "Subject,% Complete\nHalf,0.5\nWhole,1\n"_ba;
        QTest::addRow("parts of 1, with a comma") << "Betreff;% erledigt\nHalf;0,5\nWhole;1,0\n"_ba;
        QTest::addRow("parts of 100") << "Subject,Percent Complete\nHalf,1\nWhole,100\n"_ba;
        QTest::addRow("with a sign") << "Subject,% Complete\nHalf,50%\nWhole,100 %\n"_ba;
    }
    void shouldTakeHalfDoneForOpen()
    {
        QFETCH(const QByteArray, file);
        tests::writeAll(csv(), file);

        const Reading reading = tests::readFile(csv());

        QCOMPARE(reading.todos, (QStringList{u"Half"_s, u"Whole"_s}));
        QVERIFY(!reading.rows.at(0).fields[size_t(importer::Field::CompletedAt)]);
        QVERIFY(reading.rows.at(1).fields[size_t(importer::Field::CompletedAt)]);
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldNameWhatItDoesNotTake()
    {
        SampleFile(path()).run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, "
                               u"colour_hex TEXT, api_token TEXT);"
                               "INSERT INTO todos VALUES (1, 'milk', 0, '#fff', 'xyz')"_s);

        QCOMPARE(tests::readFile(path()).mapping.leftOut, QStringList{u"colour_hex"_s});
    }

    void shouldNameWhatItDoesNotTakeOfAKnownProgram()
    {
        SampleFile(path()).run(
            u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE Items (id TEXT PRIMARY "
            u"KEY, "
            "content TEXT, checked INTEGER, due TEXT, child_order INTEGER, is_deleted INTEGER, is_trash "
            "INTEGER, pinned INTEGER, "
            "item_type TEXT, \"Section_ID\" TEXT, access_token TEXT)"_s);

        const importer::Mapping mapping = tests::readFile(path()).mapping;

        QCOMPARE(mapping.kind, u"planify"_s);
        QCOMPARE(mapping.leftOut, (QStringList{u"pinned"_s, u"Section_ID"_s}));
        QVERIFY(mapping.remarks.constLast().endsWith(u": access_token."_s));
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"todo.db"_s); }
    [[nodiscard]] QString csv() const { return m_folder->filePath(u"todos.csv"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRecognition)

#include "tst_recognition.moc"
