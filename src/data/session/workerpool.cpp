// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/workerpool.h"

#include "data/session/errorclassifier.h"

#include <algorithm>
#include <arpa/inet.h>
#include <functional>

namespace tusk::session
{

namespace
{

std::unique_ptr<QTimer> singleShot(std::chrono::milliseconds span, const std::function<void()> &then)
{
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    QObject::connect(timer.get(), &QTimer::timeout, timer.get(), then);
    timer->start(span);
    return timer;
}

// By a name, which has to be looked up.
bool namesServer(const base::ConnectionSettings &settings)
{
    const QByteArray host = settings.host.toUtf8();
    in6_addr address{};
    return !settings.isLocalSocket() && inet_pton(AF_INET, host.constData(), &address) != 1 &&
           inet_pton(AF_INET6, host.constData(), &address) != 1;
}

} // namespace

WorkerPool::WorkerPool(base::ConnectionSettings settings, std::chrono::milliseconds openingLimit,
                       CertificateJudge judge)
    : m_settings(std::move(settings))
    , m_openingLimit(openingLimit)
    , m_judge(std::move(judge))
{
}

WorkerPool::~WorkerPool()
{
    // All at once first: each of the workers' destructors waits a moment.
    for (const Seat &seat : m_seats)
        seat.worker->quit();
}

void WorkerPool::open()
{
    start(m_settings, nullptr);
}

void WorkerPool::openForTask(JobPointer task)
{
    start(m_settings.direct(), std::move(task));
}

void WorkerPool::start(const base::ConnectionSettings &settings, JobPointer task)
{
    const Worker::Id id = ++m_lastId;
    Seat seat;
    seat.worker = std::make_unique<Worker>(
        id, settings, m_judge, m_inbox.address(),
        [this](Worker::Id from, const Worker::Event &event) { handle(from, event); });
    seat.timer = singleShot(m_openingLimit, [this, id] { abandon(id); });
    seat.isForTask = task != nullptr;
    seat.job = std::move(task);
    m_seats.push_back(std::move(seat));
}

int WorkerPool::size() const
{
    return count(Phase::Opening) + count(Phase::Idle) + count(Phase::Busy);
}

bool WorkerPool::isOpening() const
{
    return count(Phase::Opening) > 0;
}

bool WorkerPool::hasOpen() const
{
    return count(Phase::Idle) + count(Phase::Busy) > 0;
}

bool WorkerPool::hasIdle() const
{
    return count(Phase::Idle) > 0;
}

void WorkerPool::giveToIdle(JobPointer job)
{
    const auto seat = std::find_if(m_seats.begin(), m_seats.end(), [](const Seat &candidate) {
        return !candidate.isForTask && candidate.phase == Phase::Idle;
    });
    Q_ASSERT(seat != m_seats.end());
    give(*seat, std::move(job));
}

JobPointer WorkerPool::cancel(DatabaseSession::RequestId id)
{
    const auto seat = std::find_if(m_seats.begin(), m_seats.end(), [id](const Seat &candidate) {
        return candidate.job && candidate.job->id == id;
    });
    if (seat == m_seats.end())
        return nullptr;
    seat->worker->cancel(seat->job);
    return seat->job;
}

std::vector<JobPointer> WorkerPool::dismissAll()
{
    std::vector<JobPointer> out;
    for (Seat &seat : m_seats) {
        if (seat.job)
            out.push_back(std::move(seat.job));
        seat.worker->quit();
        m_leaving.push_back(std::move(seat.worker));
    }
    m_seats.clear();
    return out;
}

void WorkerPool::handle(Worker::Id id, const Worker::Event &event)
{
    const auto place = placeOf(id);
    if (place == m_seats.end()) {
        if (event.kind == Worker::Event::Kind::Ended)
            std::erase_if(m_leaving, [id](const auto &worker) { return worker->id() == id; });
        return;
    }
    switch (event.kind) {
    case Worker::Event::Kind::LoggingIn:
        handleLogin(*place, true);
        break;
    case Worker::Event::Kind::LetIn:
        handleLogin(*place, false);
        break;
    case Worker::Event::Kind::Opened:
        handleOpened(*place, event);
        break;
    case Worker::Event::Kind::Finished:
        handleFinished(place);
        break;
    case Worker::Event::Kind::Ended:
        handleEnd(place, event);
        break;
    }
}

// The watchdog knows how long that may take.
void WorkerPool::handleLogin(Seat &seat, bool waits)
{
    seat.hasFoundServer = true;
    seat.timer->start(waits ? m_openingLimit + wakingLimit : m_openingLimit);
    if (!seat.isForTask)
        Q_EMIT loggingIn(waits);
}

void WorkerPool::handleOpened(Seat &seat, const Worker::Event &event)
{
    if (seat.isForTask) {
        give(seat, seat.job);
        return;
    }
    rest(seat);
    Q_EMIT opened(event.isStandby);
}

void WorkerPool::handleFinished(Place place)
{
    if (place->isForTask) {
        place->worker->quit();
        m_leaving.push_back(removed(place).worker);
        return;
    }
    const JobPointer job = std::exchange(place->job, nullptr);
    rest(*place);
    Q_EMIT finished(job);
}

void WorkerPool::handleEnd(Place place, const Worker::Event &event)
{
    const Seat seat = removed(place);
    if (seat.isForTask) {
        if (seat.job)
            seat.job->fail(event.reason);
        return;
    }
    End end{.reason = event.reason,
            .whileOpening = seat.phase == Phase::Opening,
            .asleep = event.whileIdle && event.byServer && !seat.job};
    // A worker that ended before it saw its job has not answered it.
    (seat.job == event.answered ? end.answered : end.unsent) = seat.job;
    Q_EMIT ended(end);
}

// The driver or the system's resolver holds the thread: the latter where nothing was heard yet, because a
// connection in the making has a limit of its own. It is left to itself, and what it says is not heard.
void WorkerPool::abandon(Worker::Id id)
{
    const auto place = placeOf(id);
    if (place == m_seats.end())
        return;
    place->timer.release()->deleteLater(); // it is the caller
    place->worker->abandon();
    Worker::Event event;
    event.reason =
        place->hasFoundServer || !namesServer(m_settings) ? connectTimeoutError() : nameServerSilentError();
    handleEnd(place, event);
}

// Nothing to do: after the recycle age it goes, unless it is one of the least that stay.
void WorkerPool::rest(Seat &seat)
{
    seat.phase = Phase::Idle;
    if (m_settings.recycleAge > std::chrono::seconds(0))
        seat.timer = singleShot(m_settings.recycleAge, [this, id = seat.worker->id()] { giveUp(id); });
    else
        seat.timer.reset();
}

void WorkerPool::giveUp(Worker::Id id)
{
    const auto place = placeOf(id);
    if (place == m_seats.end() || size() <= m_settings.minimumIdle)
        return;
    place->timer.release()->deleteLater(); // it is the caller
    place->worker->quit();
    m_leaving.push_back(removed(place).worker);
}

void WorkerPool::give(Seat &seat, JobPointer job)
{
    seat.timer.reset();
    seat.phase = Phase::Busy;
    seat.job = job;
    seat.worker->send(std::move(job));
}

WorkerPool::Seat WorkerPool::removed(Place place)
{
    Seat seat = std::move(*place);
    m_seats.erase(place);
    return seat;
}

WorkerPool::Place WorkerPool::placeOf(Worker::Id id)
{
    return std::find_if(m_seats.begin(), m_seats.end(),
                        [id](const Seat &seat) { return seat.worker->id() == id; });
}

int WorkerPool::count(Phase phase) const
{
    return static_cast<int>(std::count_if(m_seats.begin(), m_seats.end(), [phase](const Seat &seat) {
        return !seat.isForTask && seat.phase == phase;
    }));
}

} // namespace tusk::session
