// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importtestcase.h"
#include "importer/write/pendinglistcleaner.h"
#include "support/oldfiles/oldapp.h"

#include <algorithm>

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::ImportProgress;
using importer::PendingListCleaner;
using tests::complaintOf;

// A second connection takes over the search indexes of a large import.
class TestPendingListCleaner final : public tests::ImportTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldCleanWhatIsNotCommitted()
    {
        PendingListCleaner cleaner(settings());
        QTRY_COMPARE(cleaner.state(), PendingListCleaner::State::Ready);
        rows(u"BEGIN"_s);
        addTodos();
        QCOMPARE_GT(pendingPages(), 0);

        cleaner.clean();

        QTRY_COMPARE(pendingPages(), 0);
        rows(u"COMMIT"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.search_todos('errand', 1000)"_s), u"500"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.search_todos('rrand 77', 1000)"_s), u"1"_s);
    }

    void shouldCleanAsOftenAsItIsAsked()
    {
        PendingListCleaner cleaner(settings());
        QTRY_COMPARE(cleaner.state(), PendingListCleaner::State::Ready);
        for (int i = 0; i < 3; ++i) {
            addTodos();
            cleaner.clean();
            QTRY_COMPARE(pendingPages(), 0);
        }
    }

    void shouldLeaveTheIndexesOfAnotherOwnerAlone()
    {
        server().server().psql(u"CREATE ROLE colleague LOGIN; GRANT USAGE ON SCHEMA tusk TO colleague"_s,
                               settings().database);
        base::ConnectionSettings theirs = settings();
        theirs.user = u"colleague"_s;
        const PendingListCleaner cleaner(theirs);

        QTRY_COMPARE(cleaner.state(), PendingListCleaner::State::Unavailable);
    }

    void shouldBeUnavailableWithoutAConnection()
    {
        base::ConnectionSettings nowhere = settings();
        nowhere.database = u"no_such_database"_s;
        const PendingListCleaner cleaner(nowhere);

        QTRY_COMPARE(cleaner.state(), PendingListCleaner::State::Unavailable);
    }

    void shouldHelpAnImportOfSeveralPortions()
    {
        QCOMPARE(mostConnectionsOfAnImport(5000, {.portion = 40}), 2);
        QCOMPARE(pendingPages(), 0);
    }

    void shouldNotLogInAgainForOnePortion()
    {
        QCOMPARE(mostConnectionsOfAnImport(300, {}), 1);
        QCOMPARE(pendingPages(), 0);
    }

    void shouldNotBeMissedByAnImport()
    {
        // What it does not get, as we have the only other connection, and that of the set-up is gone.
        QTRY_COMPARE(connections(), 0);
        server().server().psql(u"ALTER DATABASE %1 CONNECTION LIMIT 2"_s.arg(settings().database));
        tests::writeOldApp(path(), 300);

        auto report = importing().run(path(), {.portion = 40});
        // The server counts a connection that ends for a moment longer than it shows it.
        const auto isThere = [this, &report] {
            if (!report)
                report = importing().run(path(), {.portion = 40});
            return report.hasValue();
        };

        QTRY_VERIFY2(isThere(), complaintOf(report).constData());
        QCOMPARE(report->verified, 300);
        QCOMPARE(pendingPages(), 0);
    }

private:
    void addTodos()
    {
        rows(u"SET gin_pending_list_limit = '1GB'"_s);
        rows(u"INSERT INTO tusk.todo (title) SELECT 'Errand ' || i FROM generate_series(1, 500) AS i"_s);
    }

    // Of both search indexes.
    int pendingPages()
    {
        return server()
            .server()
            .psql(u"CREATE EXTENSION IF NOT EXISTS pgstattuple SCHEMA public; "
                  "SELECT sum((public.pgstatginindex(i)).pending_pages) FROM unnest(ARRAY["
                  "'tusk.todo_search_words_idx'::regclass, 'tusk.todo_search_title_idx']) AS i"_s,
                  settings().database)
            .value(0)
            .value(0)
            .toInt();
    }

    // But ours.
    int connections()
    {
        return value(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                     "backend_type = 'client backend' AND pid <> pg_backend_pid()"_s)
            .toInt();
    }

    int mostConnectionsOfAnImport(int todos, const tests::Importing::Options &how)
    {
        tests::writeOldApp(path(), todos);
        int most = 0;
        auto options = how;
        options.progress = [this, &most](const ImportProgress &) { most = std::max(most, connections()); };
        const auto report = importing().run(path(), options);
        return report && report->verified == todos ? most : -1;
    }
};

QTEST_GUILESS_MAIN(TestPendingListCleaner)
#include "tst_pendinglistcleaner.moc"
