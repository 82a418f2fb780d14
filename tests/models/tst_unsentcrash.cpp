// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/crashworker.h"
#include "models/opendatabase.h"
#include "support/proxy.h"
#include "support/steppedprocess.h"
#include "support/testcase.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

#include <atomic>
#include <vector>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 60'000; // milliseconds

// A worker that runs until it has told enough, and is then killed.
class RunningWorker final
{
public:
    RunningWorker(const base::ConnectionSettings &settings, const QString &unsentFolder,
                  const QStringList &steps)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), crashWorker(settings, unsentFolder, steps));
    }
    ~RunningWorker() { kill(); }
    Q_DISABLE_COPY_MOVE(RunningWorker)

    [[nodiscard]] bool waitFor(const QByteArray &word, int times = 1)
    {
        return QTest::qWaitFor([&] { return tale().words.count(word) >= times; }, patience);
    }
    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished();
    }
    [[nodiscard]] WorkersTale tale()
    {
        m_output += m_process.readAllStandardOutput();
        return WorkersTale(m_output);
    }

private:
    QProcess m_process;
    QByteArray m_output;
};

// A database with what is unsent for it. Thread: any, one at a time.
class Desk final
{
public:
    // As whom the workers come; and the superuser.
    Desk(base::ConnectionSettings settings, const base::ConnectionSettings &superuser)
        : m_settings(std::move(settings))
        , m_client(superuser)
    {
    }

    [[nodiscard]] const base::ConnectionSettings &settings() const { return m_settings; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    QList<QStringList> rows(const QString &sql) { return m_client.rows(sql); }
    [[nodiscard]] QString value(const QString &sql) { return rows(sql).value(0).value(0); }

    // In the order in which the database carried them out.
    [[nodiscard]] QList<domain::ActionId> storedActions(const QString &after)
    {
        QList<domain::ActionId> ids;
        for (const QStringList &row :
             rows(u"SELECT id FROM tusk.action WHERE sequence > %1 ORDER BY sequence"_s.arg(after)))
            ids.append(domain::ActionId::fromString(row.first()));
        return ids;
    }
    [[nodiscard]] QString lastSequence()
    {
        return value(u"SELECT coalesce(max(sequence), 0) FROM tusk.action"_s);
    }

    // The next start of the program, to its orderly end. Empty, or what is wrong.
    [[nodiscard]] QString sendTheRest(const base::ConnectionSettings &settings) const;
    // What the log holds since after, compared with what the worker has told.
    [[nodiscard]] QString complaint(const WorkersTale &tale, const QString &after);

private:
    base::ConnectionSettings m_settings;
    SqlClient m_client;
    QTemporaryDir m_folder;
};

QString Desk::sendTheRest(const base::ConnectionSettings &settings) const
{
    RunningWorker next(settings, folder(), {u"open"_s, u"saved"_s, u"close"_s});
    if (!next.waitFor("end"))
        return u"the next start did not come to its end"_s;
    if (next.tale().has("surprise"))
        return u"the next start met a conflict or a refusal"_s;
    if (!QDir(folder()).entryList({u"*.jsonl"_s}, QDir::Files).isEmpty())
        return u"something still waits in a file"_s;
    return {};
}

QString Desk::complaint(const WorkersTale &tale, const QString &after)
{
    const QList<domain::ActionId> stored = storedActions(after);
    for (const domain::ActionId &id : tale.kept) {
        if (!stored.contains(id))
            return id.toString() + u" is lost"_s;
    }
    if (stored.size() > tale.begun)
        return u"%1 actions are stored, %2 were made"_s.arg(stored.size()).arg(tale.begun);
    if (tale.typed.first(qMin(stored.size(), tale.typed.size())) !=
        stored.first(qMin(stored.size(), tale.typed.size())))
        return u"the order is lost"_s;
    const QString twice =
        value(u"SELECT string_agg(action_id::text, ' ') FROM (SELECT action_id FROM tusk.change JOIN "
              "tusk.action a ON a.id = action_id WHERE sequence > %1 GROUP BY action_id, row_id HAVING "
              "count(*) > 1) AS twice"_s.arg(after));
    return twice.isEmpty() ? QString() : twice + u" was done twice"_s;
}

// A worker killed at each of its calls of one kind, one after the other.
class KillSeries final
{
public:
    KillSeries(QByteArray call, const base::ConnectionSettings &settings,
               const base::ConnectionSettings &superuser)
        : m_call(std::move(call))
        , m_desk(settings, superuser)
    {
    }

    void run(); // on any thread

    [[nodiscard]] const QByteArray &call() const { return m_call; }
    [[nodiscard]] bool isPossible() const { return m_possible; }
    [[nodiscard]] int kills() const { return m_kills; }
    [[nodiscard]] const QString &wrong() const { return m_wrong; } // empty: nothing

private:
    [[nodiscard]] QString complaint(const SteppedRun &run, const QString &mark);
    [[nodiscard]] bool isAsAfter(qsizetype actions);

    QByteArray m_call;
    Desk m_desk;
    bool m_possible = true;
    int m_kills = 0;
    QString m_wrong;
};

void KillSeries::run()
{
    for (int time = 1;; ++time) {
        const QString mark = m_desk.lastSequence();
        const SteppedRun run = killAtStep(crashWorker(m_desk.settings(), m_desk.folder(),
                                                      {u"open"_s, u"add:one"_s, u"edit:one:two"_s,
                                                       u"complete:two"_s, u"undo"_s, u"saved"_s, u"close"_s}),
                                          time, m_call);
        m_possible = run.possible;
        if (!m_possible)
            return;
        m_wrong = complaint(run, mark);
        if (!m_wrong.isEmpty())
            m_wrong += u", killed at the end of: "_s + QString::fromLatin1(run.calls.join(' '));
        if (!m_wrong.isEmpty() || !run.killed)
            return;
        ++m_kills;
        m_desk.rows(u"DELETE FROM tusk.todo"_s);
    }
}

QString KillSeries::complaint(const SteppedRun &run, const QString &mark)
{
    const QString unsent = m_desk.sendTheRest(m_desk.settings());
    if (!unsent.isEmpty())
        return unsent;
    const WorkersTale tale(run.output);
    if (tale.has("surprise"))
        return u"a refusal or a conflict"_s;
    const QString wrong = m_desk.complaint(tale, mark);
    if (!wrong.isEmpty())
        return wrong;
    return isAsAfter(m_desk.storedActions(mark).size()) ? QString() : u"the todo is not as it should be"_s;
}

// The todo after so many of: add, edit, complete, undo.
bool KillSeries::isAsAfter(qsizetype actions)
{
    const QStringList states{u""_s, u"one false"_s, u"two false"_s, u"two true"_s, u"two false"_s};
    return actions < states.size() &&
           m_desk.value(
               u"SELECT string_agg(title || ' ' || (completed_at IS NOT NULL), ', ') FROM tusk.todo"_s) ==
               states.at(actions);
}

// Each takes the next series until none is left: most of the time a worker waits for others.
void runSideBySide(const std::vector<std::unique_ptr<KillSeries>> &all)
{
    constexpr int atOnce = 4;
    std::atomic<size_t> next = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < atOnce; ++i) {
        threads.emplace_back(QThread::create([&all, &next] {
            for (size_t mine = next++; mine < all.size(); mine = next++)
                all[mine]->run();
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
}

} // namespace

// The whole way of an action, from typing to its settling in the file of unsent actions, with the program
// killed anywhere on it: what was on disk is never lost, and nothing is done twice.
class TestUnsentCrash final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<Proxy> m_proxy;
    std::unique_ptr<Desk> m_desk;

    [[nodiscard]] QString value(const QString &sql) { return m_desk->value(sql); }
    [[nodiscard]] QString folder() const { return m_desk->folder(); }
    // Empty, or what is wrong.
    [[nodiscard]] QString sendTheRest() { return m_desk->sendTheRest(m_proxy->settings()); }
    [[nodiscard]] QString complaint(const WorkersTale &tale) { return m_desk->complaint(tale, u"0"_s); }

protected:
    void prepare() override
    {
        m_settings = createTuskDatabase(*m_server);
        m_proxy = std::make_unique<Proxy>(m_settings);
        m_desk = std::make_unique<Desk>(m_settings, m_server->superuser(m_settings.database));
    }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(TestServerOptions{.tcp = true}); }
    void cleanup()
    {
        m_desk.reset();
        m_proxy.reset();
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldLoseNothingAndDoNothingTwiceWhenKilledAtEveryStep()
    {
        std::vector<std::unique_ptr<KillSeries>> all;
        for (const char *call : // the longest first
             {"receive", "output", "write", "send", "fdatasync", "open", "lock", "fsync", "unlink"}) {
            const base::ConnectionSettings settings = createTuskDatabase(*m_server);
            all.push_back(
                std::make_unique<KillSeries>(call, settings, m_server->superuser(settings.database)));
        }

        runSideBySide(all);

        for (const auto &series : all) {
            TUSK_NEEDS_TRACING(series->isPossible());
            QVERIFY2(series->wrong().isEmpty(),
                     qUtf8Printable(QString::fromLatin1(series->call()) + u": "_s + series->wrong()));
            QVERIFY2(series->kills() > 0, series->call().constData());
            qInfo("%s: killed %d times", series->call().constData(), series->kills());
        }
    }

    void shouldSendWhatWasTypedBeforeTheDatabaseWasEverReached()
    {
        m_proxy->refuse();
        RunningWorker worker(m_proxy->settings(), folder(),
                             {u"offline"_s, u"add:one"_s, u"edit:one:two"_s, u"kept"_s, u"wait"_s});
        QVERIFY(worker.waitFor("kept", 2));
        worker.kill();
        m_proxy->accept();

        QCOMPARE(sendTheRest(), QString());

        QCOMPARE(complaint(worker.tale()), QString());
        QCOMPARE(value(u"SELECT string_agg(title, ',') FROM tusk.todo"_s), u"two"_s);
    }

    void shouldSendWhatWasTypedWhileTheConnectionWasCut()
    {
        RunningWorker worker(m_proxy->settings(), folder(),
                             {u"open"_s, u"offline"_s, u"add:one"_s, u"kept"_s, u"wait"_s});
        QVERIFY(worker.waitFor("ready"));
        m_proxy->cut(Proxy::NewConnections::Refused);
        QVERIFY(worker.waitFor("kept"));
        worker.kill();
        m_proxy->accept();

        QCOMPARE(sendTheRest(), QString());

        QCOMPARE(complaint(worker.tale()), QString());
        QCOMPARE(value(u"SELECT string_agg(title, ',') FROM tusk.todo"_s), u"one"_s);
    }

    void shouldSendWhatNeverReachedTheServer()
    {
        RunningWorker worker(m_proxy->settings(), folder(), {u"open"_s, u"add:one"_s, u"kept"_s, u"wait"_s});
        m_proxy->dropRequest("apply_action");
        QTRY_COMPARE_WITH_TIMEOUT(m_proxy->drops(), 1, patience);
        worker.kill();

        QCOMPARE(sendTheRest(), QString());

        QCOMPARE(complaint(worker.tale()), QString());
        QCOMPARE(value(u"SELECT string_agg(title, ',') FROM tusk.todo"_s), u"one"_s);
    }

    void trap12_shouldNotDoTwiceWhatWasStoredWhenTheAnswerWasLost()
    {
        RunningWorker worker(m_proxy->settings(), folder(), {u"open"_s, u"add:one"_s, u"kept"_s, u"wait"_s});
        m_proxy->dropAnswerOfCommit("apply_action");
        QTRY_COMPARE_WITH_TIMEOUT(m_proxy->drops(), 1, patience);
        worker.kill();
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action"_s), u"1"_s);

        QCOMPARE(sendTheRest(), QString());

        QCOMPARE(complaint(worker.tale()), QString());
        QCOMPARE(value(u"SELECT string_agg(title, ',') FROM tusk.todo"_s), u"one"_s);
    }

    // The server still carries out what a killed program has sent, while the next start sends it again.
    void shouldDoOnceWhatTheServerIsStillAtWhenTheNextStartSendsIt()
    {
        SqlClient blocker(m_server->superuser(m_settings.database));
        blocker.rows(u"BEGIN; LOCK TABLE tusk.todo IN EXCLUSIVE MODE"_s);
        const QString waiting =
            u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = '%1'"_s.arg(
                m_settings.database);
        RunningWorker worker(m_settings, folder(), {u"open"_s, u"add:one"_s, u"kept"_s, u"wait"_s});
        QTRY_COMPARE_WITH_TIMEOUT(value(waiting), u"1"_s, patience);
        worker.kill();

        RunningWorker next(m_settings, folder(), {u"open"_s, u"saved"_s, u"close"_s});
        QTRY_COMPARE_WITH_TIMEOUT(value(waiting), u"2"_s, patience);
        blocker.rows(u"COMMIT"_s);
        QVERIFY(next.waitFor("end"));

        QVERIFY(!next.tale().has("surprise"));
        QCOMPARE(complaint(worker.tale()), QString());
        QCOMPARE(value(u"SELECT string_agg(title, ',') FROM tusk.todo"_s), u"one"_s);
    }

    void shouldLoseNothingAndDoNothingTwiceWhenKilledAtRandom()
    {
        constexpr int rounds = 25;
        constexpr int longest = 300; // milliseconds
        QRandomGenerator random(20'261'120);
        QSet<domain::ActionId> kept;
        int begun = 0;
        for (int round = 1; round <= rounds; ++round) {
            RunningWorker worker(m_proxy->settings(), folder(),
                                 {u"open"_s, u"chatter:%1"_s.arg(random.generate())});
            QVERIFY(worker.waitFor("typing"));
            QThread::msleep(static_cast<unsigned long>(random.bounded(longest)));
            if (round % 3 == 0)
                m_proxy->dropAnswerOfCommit("apply_action");
            if (round % 4 == 0)
                m_proxy->cut();
            QThread::msleep(static_cast<unsigned long>(random.bounded(longest)));
            worker.kill();
            const WorkersTale tale = worker.tale();
            kept.unite(QSet(tale.kept.begin(), tale.kept.end()));
            begun += tale.begun;
        }
        RunningWorker last(m_proxy->settings(), folder(), {u"open"_s, u"saved"_s, u"close"_s});
        QVERIFY(last.waitFor("end"));

        const QList<domain::ActionId> stored = m_desk->storedActions(u"0"_s);
        const QSet<domain::ActionId> storedOnes(stored.begin(), stored.end());
        QVERIFY((kept - storedOnes).isEmpty());
        QVERIFY(stored.size() <= begun);
        QVERIFY(kept.size() > 5 * rounds);
        QVERIFY(QDir(folder()).entryList({u"*.jsonl"_s}, QDir::Files).isEmpty());
        // The log tells of each todo once that it was made.
        QCOMPARE(value(u"SELECT count(*) FROM (SELECT row_id FROM tusk.change WHERE operation = 'insert' "
                       "GROUP BY row_id HAVING count(*) > 1) AS twice"_s),
                 u"0"_s);
        qInfo("%d actions kept, %d stored", static_cast<int>(kept.size()), static_cast<int>(stored.size()));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (isCrashWorker(arguments))
        return runCrashWorker(arguments);
    TestUnsentCrash test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_unsentcrash.moc"
