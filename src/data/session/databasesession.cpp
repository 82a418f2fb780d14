// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/databasesession.h"

#include "base/logging.h"
#include "data/session/errorclassifier.h"
#include "data/session/notificationlistener.h"
#include "data/session/requestqueue.h"
#include "data/session/worker.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace tusk::session
{

using base::Error;
using base::ErrorKind;

namespace
{

// After an additional connection was refused; those that are open go on meanwhile.
constexpr std::chrono::seconds pauseAfterRefusedGrowth{10};

// A worker as the session sees it.
struct Seat {
    enum class Phase { Opening, Idle, Busy };

    std::unique_ptr<Worker> worker;
    std::unique_ptr<QTimer> openingWatchdog;
    Phase phase = Phase::Opening;
    JobPointer job;          // Busy: the one that is out. Opening: the one it is opened for
    bool forOneTask = false; // on the direct endpoint, beside the pool
};

} // namespace

struct DatabaseSession::Private {
    DatabaseSession *q;
    const base::ConnectionSettings settings;
    const SessionPace pace;

    SessionState state = SessionState::Closed;
    SessionState announced = SessionState::Closed;
    Error lastError;
    RequestId lastId = 0;
    quint64 lastThreadId = 0;

    RequestQueue queue;
    std::vector<Seat> seats;
    std::vector<std::unique_ptr<Worker>> leaving; // told to quit; they are gone when they say so
    bool credentialsProven = false;
    QDeadlineTimer noGrowthUntil{0};
    RetryPolicy retry;
    QTimer retryTimer;

    std::unique_ptr<NotificationListener> listener;
    bool listenerMayTry = true; // false: it was refused for good
    RetryPolicy listenerRetry;
    QTimer listenerTimer;

    QElapsedTimer sinceUse;
    base::Inbox inbox; // last, so that it goes first: what arrives after that is dropped

    Private(DatabaseSession *session, base::ConnectionSettings theSettings, SessionPace thePace);

    void handle(Worker::Id id, const Worker::Event &event);
    void handle(const NotificationListener::Event &event);
    void opened(Seat &seat);
    void finished(Seat &seat);
    void ended(Seat seat, const Worker::Event &event);
    void openingFailed(const Seat &seat, const Error &why);
    void lost(const Worker::Event &event);
    void abandon(Worker::Id id);

    void connectFirst();
    void openSeat(bool forOneTask, JobPointer job);
    void unreachable(const Error &why);
    void dispatch();
    void assign(Seat &seat, JobPointer job);
    void growIfUseful();
    void startListener();
    void stopListener();
    void listenerEnded(const NotificationListener::Event &event);
    void used();
    void dismissAll();
    void rejectThoseNotWaiting();
    RequestId accept(JobPointer job, bool onDirectEndpoint);
    void announce();

    [[nodiscard]] std::vector<Seat>::iterator seatOf(Worker::Id id);
    [[nodiscard]] std::ptrdiff_t poolCount(Seat::Phase phase) const;
    [[nodiscard]] std::ptrdiff_t poolSize() const;
    [[nodiscard]] bool hasReady() const
    {
        return poolCount(Seat::Phase::Idle) + poolCount(Seat::Phase::Busy) > 0;
    }
    [[nodiscard]] bool isQuiet() const;
};

DatabaseSession::Private::Private(DatabaseSession *session, base::ConnectionSettings theSettings,
                                  SessionPace thePace)
    : q(session)
    , settings(std::move(theSettings))
    , pace(thePace)
    , retry(pace.retry)
    , listenerRetry(pace.retry)
{
    retryTimer.setSingleShot(true);
    listenerTimer.setSingleShot(true);
    connect(&retryTimer, &QTimer::timeout, q, [this] {
        connectFirst();
        announce();
    });
    connect(&listenerTimer, &QTimer::timeout, q, [this] { startListener(); });
    sinceUse.start();
}

// --- what the workers tell

void DatabaseSession::Private::handle(Worker::Id id, const Worker::Event &event)
{
    const auto seat = seatOf(id);
    if (seat == seats.end()) {
        if (event.kind == Worker::Event::Kind::Ended)
            std::erase_if(leaving, [id](const auto &worker) { return worker->id() == id; });
        return;
    }
    switch (event.kind) {
    case Worker::Event::Kind::Opened:
        opened(*seat);
        break;
    case Worker::Event::Kind::Finished:
        finished(*seat);
        break;
    case Worker::Event::Kind::Ended: {
        Seat gone = std::move(*seat);
        seats.erase(seat);
        ended(std::move(gone), event);
        break;
    }
    }
    dispatch();
    announce();
}

void DatabaseSession::Private::opened(Seat &seat)
{
    seat.openingWatchdog.reset();
    seat.phase = Seat::Phase::Idle;
    if (seat.forOneTask) {
        assign(seat, std::move(seat.job));
        return;
    }
    credentialsProven = true;
    retry.reset();
    state = SessionState::Connected;
    startListener();
}

void DatabaseSession::Private::finished(Seat &seat)
{
    queue.finished(seat.job);
    seat.job.reset();
    seat.phase = Seat::Phase::Idle;
    used();
    if (seat.forOneTask) {
        seat.worker->quit();
        leaving.push_back(std::move(seat.worker));
        std::erase_if(seats, [](const Seat &other) { return !other.worker; });
    }
}

void DatabaseSession::Private::ended(Seat seat, const Worker::Event &event)
{
    if (seat.forOneTask) {
        if (seat.job)
            seat.job->fail(event.reason);
        return;
    }
    if (seat.job && seat.job == event.answered)
        queue.finished(seat.job);
    else if (seat.job)
        queue.putBack(seat.job);
    if (seat.phase == Seat::Phase::Opening)
        openingFailed(seat, event.reason);
    else
        lost(event);
}

void DatabaseSession::Private::openingFailed(const Seat &, const Error &why)
{
    if (hasReady())
        noGrowthUntil.setRemainingTime(pauseAfterRefusedGrowth);
    else if (poolCount(Seat::Phase::Opening) == 0)
        unreachable(why);
}

void DatabaseSession::Private::lost(const Worker::Event &event)
{
    if (hasReady())
        return;
    credentialsProven = false; // to be tried with care again: the password may have been changed meanwhile
    if (event.whileIdle && event.byServer && isQuiet() && queue.isEmpty()) {
        qCDebug(base::logSession) << "the server has gone to sleep";
        stopListener();
        return;
    }
    lastError = event.reason;
    stopListener();
    rejectThoseNotWaiting();
    connectFirst();
}

// The thread does not come back from connecting: the driver or the system's resolver holds it.
void DatabaseSession::Private::abandon(Worker::Id id)
{
    const auto seat = seatOf(id);
    if (seat == seats.end())
        return;
    Seat gone = std::move(*seat);
    seats.erase(seat);
    gone.openingWatchdog.release()->deleteLater(); // it is the caller
    gone.worker.reset();
    Worker::Event event;
    event.reason = connectTimeoutError();
    ended(std::move(gone), event);
    dispatch();
    announce();
}

// --- connecting

void DatabaseSession::Private::connectFirst()
{
    retryTimer.stop();
    state = SessionState::Connecting;
    if (poolCount(Seat::Phase::Opening) == 0)
        openSeat(false, nullptr);
}

void DatabaseSession::Private::openSeat(bool forOneTask, JobPointer job)
{
    using Credentials = Connection::Credentials;
    const bool proven = credentialsProven && !forOneTask;
    Seat seat;
    seat.forOneTask = forOneTask;
    seat.job = std::move(job);
    seat.worker =
        std::make_unique<Worker>(++lastThreadId, forOneTask ? settings.direct() : settings,
                                 proven ? Credentials::Proven : Credentials::Unproven, inbox.address(),
                                 [this](Worker::Id id, const Worker::Event &event) { handle(id, event); });
    seat.openingWatchdog = std::make_unique<QTimer>();
    seat.openingWatchdog->setSingleShot(true);
    connect(seat.openingWatchdog.get(), &QTimer::timeout, q, [this, id = lastThreadId] { abandon(id); });
    seat.openingWatchdog->start(settings.connectTimeout + pace.openingMargin);
    seats.push_back(std::move(seat));
}

void DatabaseSession::Private::unreachable(const Error &why)
{
    lastError = why;
    const auto delay = retry.next(why.kind);
    state = delay ? SessionState::Offline : SessionState::Failed;
    if (delay)
        retryTimer.start(*delay);
    stopListener();
    rejectThoseNotWaiting();
}

// --- requests

DatabaseSession::RequestId DatabaseSession::Private::accept(JobPointer job, bool onDirectEndpoint)
{
    job->id = ++lastId;
    const RequestId id = job->id;
    if (state != SessionState::Connected && (!job->waitsForConnection || state == SessionState::Closed)) {
        job->fail(notConnectedError());
        return id;
    }
    used();
    if (onDirectEndpoint && settings.direct() != settings) {
        openSeat(true, std::move(job));
        return id;
    }
    queue.append(std::move(job));
    dispatch();
    return id;
}

void DatabaseSession::Private::dispatch()
{
    if (state != SessionState::Connected)
        return;
    for (Seat &seat : seats) {
        if (seat.forOneTask || seat.phase != Seat::Phase::Idle)
            continue;
        JobPointer job = queue.take();
        if (!job)
            return;
        assign(seat, std::move(job));
    }
    growIfUseful();
}

void DatabaseSession::Private::assign(Seat &seat, JobPointer job)
{
    seat.phase = Seat::Phase::Busy;
    seat.job = job;
    seat.worker->send(std::move(job));
}

// Another connection is opened only when a request waits that could go out.
void DatabaseSession::Private::growIfUseful()
{
    const bool useful = queue.hasSendable() && poolCount(Seat::Phase::Opening) == 0;
    const bool allowed = poolSize() < std::max(1, settings.poolSize) && noGrowthUntil.hasExpired();
    if (useful && (allowed || poolSize() == 0))
        openSeat(false, nullptr);
}

// Somebody uses the session, so that a sleeping server is worth waking.
void DatabaseSession::Private::used()
{
    sinceUse.restart();
    if (hasReady())
        startListener();
}

void DatabaseSession::Private::rejectThoseNotWaiting()
{
    Error why = notConnectedError();
    why.detail = lastError.detail;
    for (const JobPointer &job : queue.removeThoseNotWaiting())
        job->fail(why);
}

// Answers whoever has asked with Cancelled and lets everyone go.
void DatabaseSession::Private::dismissAll()
{
    const auto cancel = [](const JobPointer &job) {
        job->ticket->revoke();
        job->fail(cancelledError({}, false));
    };
    std::vector<Seat> gone = std::move(seats);
    seats.clear();
    for (const Seat &seat : gone) {
        if (seat.job)
            cancel(seat.job);
    }
    for (const JobPointer &job : queue.removeAll())
        cancel(job);
    for (Seat &seat : gone) {
        seat.worker->quit();
        leaving.push_back(std::move(seat.worker));
    }
}

// --- listening

void DatabaseSession::Private::startListener()
{
    if (!settings.listen || !listenerMayTry || listener || listenerTimer.isActive() ||
        state != SessionState::Connected)
        return;
    listener = std::make_unique<NotificationListener>(
        ++lastThreadId, settings, inbox.address(),
        [this](NotificationListener::Id id, const NotificationListener::Event &event) {
            if (listener && listener->id() == id)
                handle(event);
        });
}

void DatabaseSession::Private::stopListener()
{
    listenerTimer.stop();
    listener.reset();
}

void DatabaseSession::Private::handle(const NotificationListener::Event &event)
{
    switch (event.kind) {
    case NotificationListener::Event::Kind::Listening:
        listenerRetry.reset();
        Q_EMIT q->listening();
        break;
    case NotificationListener::Event::Kind::Notified:
        Q_EMIT q->notified(event.payload);
        break;
    case NotificationListener::Event::Kind::Ended:
        listenerEnded(event);
        break;
    }
}

void DatabaseSession::Private::listenerEnded(const NotificationListener::Event &event)
{
    listener.reset();
    if (event.byServer && isQuiet())
        return; // asleep; used() wakes it
    if (const auto delay = listenerRetry.next(event.reason.kind))
        listenerTimer.start(*delay);
    else
        listenerMayTry = false;
}

// --- helpers

// The last thing that a handler does: the slots of the signal may destroy the session.
void DatabaseSession::Private::announce()
{
    if (announced == state)
        return;
    announced = state;
    Q_EMIT q->stateChanged(state);
}

std::vector<Seat>::iterator DatabaseSession::Private::seatOf(Worker::Id id)
{
    return std::find_if(seats.begin(), seats.end(),
                        [id](const Seat &seat) { return seat.worker->id() == id; });
}

std::ptrdiff_t DatabaseSession::Private::poolCount(Seat::Phase phase) const
{
    return std::count_if(seats.begin(), seats.end(),
                         [phase](const Seat &seat) { return !seat.forOneTask && seat.phase == phase; });
}

std::ptrdiff_t DatabaseSession::Private::poolSize() const
{
    return std::count_if(seats.begin(), seats.end(), [](const Seat &seat) { return !seat.forOneTask; });
}

// Nobody has used the session for so long that a connection which the server ends means sleep. A server on
// this machine does not sleep.
bool DatabaseSession::Private::isQuiet() const
{
    return !settings.isLocalSocket() && std::chrono::milliseconds(sinceUse.elapsed()) >= pace.quietTime;
}

// --- the session itself

DatabaseSession::DatabaseSession(base::ConnectionSettings settings, QObject *parent)
    : DatabaseSession(std::move(settings), SessionPace(), parent)
{
}

DatabaseSession::DatabaseSession(base::ConnectionSettings settings, SessionPace pace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(settings), pace))
{
}

DatabaseSession::~DatabaseSession()
{
    d->dismissAll();
}

void DatabaseSession::open()
{
    if (d->state != SessionState::Closed && d->state != SessionState::Failed)
        return;
    d->retry.reset();
    d->listenerRetry.reset();
    d->listenerMayTry = true;
    d->connectFirst();
    d->announce();
}

void DatabaseSession::close()
{
    d->state = SessionState::Closed;
    d->retryTimer.stop();
    d->stopListener();
    d->dismissAll();
    d->announce();
}

void DatabaseSession::retryNow()
{
    if (d->state == SessionState::Offline) {
        d->connectFirst();
        d->announce();
    } else if (d->state == SessionState::Connected) {
        d->used();
        if (d->poolSize() == 0)
            d->openSeat(false, nullptr);
    }
}

SessionState DatabaseSession::state() const
{
    return d->state;
}

const base::Error &DatabaseSession::lastError() const
{
    return d->lastError;
}

const base::ConnectionSettings &DatabaseSession::settings() const
{
    return d->settings;
}

DatabaseSession::RequestId DatabaseSession::enqueue(Request request, RawDone done)
{
    auto job = std::make_shared<Job>();
    job->statement = std::move(request.statement);
    job->ordering = request.ordering;
    job->waitsForConnection = request.waitForConnection;
    job->done = std::move(done);
    return d->accept(std::move(job), false);
}

DatabaseSession::RequestId DatabaseSession::enqueueTask(bool onDirectEndpoint, RawTask task)
{
    auto job = std::make_shared<Job>();
    job->statement.name = "task";
    job->task = std::move(task);
    return d->accept(std::move(job), onDirectEndpoint);
}

void DatabaseSession::cancel(RequestId id)
{
    JobPointer job = d->queue.remove(id);
    const auto seat = std::find_if(d->seats.begin(), d->seats.end(),
                                   [id](const Seat &other) { return other.job && other.job->id == id; });
    if (seat != d->seats.end()) {
        job = seat->job;
        seat->worker->cancel(job);
    }
    if (!job)
        return;
    job->ticket->revoke();
    job->fail(cancelled());
}

base::Error DatabaseSession::cancelled()
{
    return cancelledError({}, true);
}

} // namespace tusk::session
