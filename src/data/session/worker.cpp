// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/worker.h"

#include "base/logging.h"
#include "data/session/errorclassifier.h"
#include "data/session/interruption.h"
#include "data/session/socketwait.h"

#include <mutex>
#include <random>

namespace tusk::session
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int attemptsAtTransient = 4; // the first and three more
constexpr auto firstTransientPause = 20ms;

// The two cases in which PostgreSQL says: nothing happened, do it again.
bool isWorthRepeating(const base::Error &error)
{
    return error.connectionUsable && (error.sqlState == "40001" || error.sqlState == "40P01");
}

// False when interrupted.
bool pause(Interruption &interruption, std::chrono::milliseconds longest)
{
    thread_local std::minstd_rand random(std::random_device{}());
    std::uniform_int_distribution<std::chrono::milliseconds::rep> span(longest.count() / 2, longest.count());
    const Deadline end = std::chrono::steady_clock::now() + std::chrono::milliseconds(span(random));
    while (!interruption.isRaised()) {
        if (waitFor(-1, Interest::Read, interruption.bell(), end).timeUp())
            return true;
        interruption.bell().clear();
    }
    return false;
}

base::Result<Answer> execute(Connection &connection, Interruption &interruption, const Job &job,
                             const base::ConnectionSettings &settings)
{
    const Statement &statement = job.statement;
    const std::chrono::milliseconds limit = job.limit.value_or(settings.statementTimeout);
    auto longest = firstTransientPause;
    for (int attempt = 1;; ++attempt) {
        auto answer = settings.readOnly ? connection.executeReadOnly(statement, limit)
                                        : connection.execute(statement, limit);
        if (answer || attempt == attemptsAtTransient || !isWorthRepeating(answer.error()))
            return answer;
        qCDebug(base::logSession) << statement.name << "again after" << answer.error().sqlState;
        if (!pause(interruption, longest))
            return cancelledError(statement.name, true);
        longest *= 3;
    }
}

} // namespace

// What the thread needs, also when the Worker is gone.
struct Worker::Shared {
    const Id id;
    const base::ConnectionSettings settings;
    const CertificateJudge judge;
    const base::InboxAddress home;
    const Listener listener;
    const std::shared_ptr<Interruption> interruption = std::make_shared<Interruption>();

    std::mutex mutex{};
    JobPointer waiting{};
    JobPointer running{};

    void tell(Event event) const
    {
        home.post([tellThem = listener, from = id, event = std::move(event)] { tellThem(from, event); });
    }
    [[nodiscard]] bool isQuitting() const { return interruption->level() == Interruption::Level::ShutDown; }

    JobPointer takeJob()
    {
        const std::lock_guard lock(mutex);
        running = std::move(waiting);
        waiting.reset();
        return running;
    }
    // From here on a cancel of this job is too late, and one that came just before must not hit the next job.
    void leaveJob()
    {
        const std::lock_guard lock(mutex);
        running.reset();
        interruption->clearCancel();
    }
};

Worker::Worker(Id id, base::ConnectionSettings settings, CertificateJudge judge, base::InboxAddress home,
               Listener listener)
    : m_shared(new Shared{.id = id,
                          .settings = std::move(settings),
                          .judge = std::move(judge),
                          .home = std::move(home),
                          .listener = std::move(listener)})
    , m_thread([shared = m_shared] { shared->tell(live(*shared)); })
{
}

Worker::~Worker()
{
    quit();
}

Worker::Id Worker::id() const
{
    return m_shared->id;
}

void Worker::send(JobPointer job)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->waiting = std::move(job);
    }
    m_shared->interruption->bell().ring();
}

void Worker::cancel(const JobPointer &job)
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->running == job || m_shared->waiting == job)
        m_shared->interruption->raise(Interruption::Level::Cancel);
}

void Worker::quit()
{
    m_shared->interruption->raise(Interruption::Level::ShutDown);
}

void Worker::abandon()
{
    quit();
    m_thread.leaveAlone();
}

// The life of the connection, to its end.
Worker::Event Worker::live(Shared &shared)
{
    Connection connection(shared.settings, shared.interruption);
    connection.setCertificateJudge(shared.judge);
    const auto tellLogin = [&shared](Connection::Login login) {
        const bool asked = login == Connection::Login::Asked;
        shared.tell({.kind = asked ? Event::Kind::LoggingIn : Event::Kind::LetIn});
    };
    if (auto opened = connection.open(tellLogin); !opened)
        return {.kind = Event::Kind::Ended, .reason = opened.error()};
    shared.tell({.kind = Event::Kind::Opened, .isStandby = connection.isStandby()});
    while (!shared.isQuitting()) {
        const JobPointer job = shared.takeJob();
        if (auto end = job ? carryOut(shared, connection, job) : idle(shared, connection))
            return *end;
    }
    return {.kind = Event::Kind::Ended, .reason = cancelledError({}, false)};
}

// Waits for a job, or for the connection to end: then that.
std::optional<Worker::Event> Worker::idle(Shared &shared, Connection &connection)
{
    const Readiness ready =
        waitFor(connection.socket(), Interest::Read, shared.interruption->bell(), noDeadline);
    if (ready.woken)
        shared.interruption->bell().clear();
    if (!ready.readable)
        return std::nullopt;
    const auto alive = connection.consumeInput();
    if (alive)
        return std::nullopt;
    return Event{.kind = Event::Kind::Ended,
                 .reason = alive.error(),
                 .byServer = connection.wasEndedByServer(),
                 .whileIdle = true};
}

std::optional<Worker::Event> Worker::carryOut(Shared &shared, Connection &connection, const JobPointer &job)
{
    if (job->ticket->isRevoked()) {
        shared.leaveJob();
        shared.tell({.kind = Event::Kind::Finished});
        return std::nullopt;
    }
    if (shared.settings.prePing) {
        if (auto alive = connection.consumeInput(); !alive)
            return Event{.kind = Event::Kind::Ended,
                         .reason = alive.error(),
                         .byServer = connection.wasEndedByServer()};
    }
    const base::Error failure = answer(shared, connection, *job);
    shared.leaveJob();
    if (connection.inTransaction()) {
        qCWarning(base::logSession) << job->statement.name << "left a transaction open";
        connection.close();
    }
    if (!connection.isOpen())
        return Event{.kind = Event::Kind::Ended, .reason = failure, .answered = job};
    shared.tell({.kind = Event::Kind::Finished});
    return std::nullopt;
}

// The error of a statement, or what is said of a connection that a task has used up.
base::Error Worker::answer(Shared &shared, Connection &connection, Job &job)
{
    if (job.isTask()) {
        job.task(&connection, job.ticket);
        return connectionLostError({}, job.statement.name);
    }
    auto answer = execute(connection, *shared.interruption, job, shared.settings);
    base::Error failure = answer ? connectionLostError({}, job.statement.name) : answer.error();
    job.done(std::move(answer), job.ticket);
    return failure;
}

} // namespace tusk::session
