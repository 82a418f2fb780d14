// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/databasesession.h"

#include "base/logging.h"
#include "data/session/errorclassifier.h"
#include "data/session/listenerkeeper.h"
#include "data/session/requestqueue.h"
#include "data/session/workerpool.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace tusk::session
{

using base::Error;
using namespace std::chrono_literals;

namespace
{

// After an additional connection was refused; those that are open go on meanwhile.
constexpr std::chrono::seconds pauseAfterRefusedGrowth{10};

} // namespace

// The states and the rules by which they change. The pool and the keeper tell what happens; after each of
// their messages, requests are given out and a change of state is announced.
struct DatabaseSession::Private {
    DatabaseSession *q;
    const base::ConnectionSettings settings;
    const std::chrono::milliseconds quietTime;
    const std::chrono::milliseconds waking;

    SessionState state = SessionState::Closed;
    SessionState announced = SessionState::Closed;
    Error lastError;
    RequestId lastId = 0;
    QElapsedTimer sinceUse;
    // Of a login beside a connection that is still good: the password was changed. It is not sent again when
    // that one ends.
    std::optional<Error> refusal;
    QDeadlineTimer noGrowthUntil{0};
    bool isStandby = false;  // as the newest connection says
    bool retryAsked = false; // while a try was under way, which began before whatever made it worth one
    std::optional<QDeadlineTimer> wakesUntil; // of a database that has said that it is waking up
    RetryPolicy retry;
    QTimer retryTimer;
    QTimer loginTimer;   // while the server has not answered a login
    QTimer acquireTimer; // while all connections are busy and somebody waits for one

    RequestQueue queue;
    WorkerPool pool;
    ListenerKeeper listener;

    Private(DatabaseSession *session, base::ConnectionSettings theSettings, const SessionPace &pace,
            CertificateJudge judge);

    void loggingIn(bool waits);
    void opened(bool atStandby);
    void finished(const JobPointer &job);
    void ended(const WorkerPool::End &end);
    void openingFailed(const Error &why);
    void listenerRefused(const Error &why);
    void lost(const WorkerPool::End &end);

    void connectFirst();
    void openOne();
    void unreachable(const Error &why);
    [[nodiscard]] bool isStillWaking(const Error &why);
    void accept(const JobPointer &job, bool onDirectEndpoint);
    void dispatch();
    void grow();
    void watchWaiting();
    void rejectThoseThatWaitedTooLong();
    void used();
    void rejectThoseNotWaiting();
    void dismissAll();
    void announce();
    [[nodiscard]] bool isQuiet() const;
};

DatabaseSession::Private::Private(DatabaseSession *session, base::ConnectionSettings theSettings,
                                  const SessionPace &pace, CertificateJudge judge)
    : q(session)
    , settings(std::move(theSettings))
    , quietTime(pace.quietTime)
    , waking(pace.waking)
    , retry(pace.retry)
    , pool(settings, settings.connectTimeout + pace.openingMargin, std::move(judge))
    , listener(
          settings, pace.retry, [this] { return isQuiet(); },
          [this] { return !pool.isOpening() && !refusal; })
{
    sinceUse.start();
    retryTimer.setSingleShot(true);
    connect(&retryTimer, &QTimer::timeout, q, [this] {
        connectFirst();
        announce();
    });
    loginTimer.setSingleShot(true);
    loginTimer.setInterval(pace.slowLogin);
    connect(&loginTimer, &QTimer::timeout, q, [this] {
        if (state == SessionState::Connecting)
            state = SessionState::Waking;
        announce();
    });
    acquireTimer.setSingleShot(true);
    connect(&acquireTimer, &QTimer::timeout, q, [this] { rejectThoseThatWaitedTooLong(); });
    connect(&pool, &WorkerPool::loggingIn, q, [this](bool waits) { loggingIn(waits); });
    connect(&pool, &WorkerPool::opened, q, [this](bool atStandby) { opened(atStandby); });
    connect(&pool, &WorkerPool::finished, q, [this](const JobPointer &job) { finished(job); });
    connect(&pool, &WorkerPool::ended, q, [this](const WorkerPool::End &end) { ended(end); });
    connect(&listener, &ListenerKeeper::listening, q, &DatabaseSession::listening);
    connect(&listener, &ListenerKeeper::notified, q, &DatabaseSession::notified);
    connect(&listener, &ListenerKeeper::foundPooler, q, &DatabaseSession::foundPooler);
    connect(&listener, &ListenerKeeper::foundStandby, q, &DatabaseSession::foundStandby);
    connect(&listener, &ListenerKeeper::failed, q, &DatabaseSession::listeningFailed);
    connect(&listener, &ListenerKeeper::refused, q, [this](const Error &why) {
        listenerRefused(why);
        Q_EMIT q->listeningFailed();
    });
}

// --- what the pool tells

void DatabaseSession::Private::loggingIn(bool waits)
{
    if (waits)
        loginTimer.start();
    else
        loginTimer.stop();
}

void DatabaseSession::Private::opened(bool atStandby)
{
    isStandby = atStandby;
    loginTimer.stop();
    refusal.reset();
    noGrowthUntil = QDeadlineTimer(0);
    wakesUntil.reset();
    retryAsked = false;
    retry.reset();
    state = SessionState::Connected;
    listener.start();
    dispatch();
    announce();
}

void DatabaseSession::Private::finished(const JobPointer &job)
{
    queue.finished(job);
    used();
    dispatch();
}

void DatabaseSession::Private::ended(const WorkerPool::End &end)
{
    if (end.answered)
        queue.finished(end.answered);
    if (end.unsent)
        queue.putBack(end.unsent);
    if (end.whileOpening)
        openingFailed(end.reason);
    else
        lost(end);
    dispatch();
    announce();
}

void DatabaseSession::Private::openingFailed(const Error &why)
{
    if (pool.hasOpen()) {
        noGrowthUntil = base::isPassing(why.kind) ? QDeadlineTimer(pauseAfterRefusedGrowth)
                                                  : QDeadlineTimer(QDeadlineTimer::Forever);
        if (why.kind == base::ErrorKind::Authentication)
            refusal = why;
        listener.start(); // which has waited for this
    } else if (!pool.isOpening()) {
        unreachable(why);
    }
}

// At another endpoint other rules may hold.
void DatabaseSession::Private::listenerRefused(const Error &why)
{
    if (why.kind != base::ErrorKind::Authentication || settings.direct() != settings || !pool.hasOpen())
        return;
    refusal = why;
    noGrowthUntil = QDeadlineTimer(QDeadlineTimer::Forever);
}

void DatabaseSession::Private::lost(const WorkerPool::End &end)
{
    if (pool.hasOpen())
        return;
    if (refusal) {
        unreachable(*std::exchange(refusal, std::nullopt));
        return;
    }
    if (end.asleep && isQuiet() && queue.isEmpty()) {
        qCDebug(base::logSession) << "the server has gone to sleep";
        listener.pause();
        return;
    }
    lastError = end.reason;
    listener.stop();
    rejectThoseNotWaiting();
    connectFirst();
}

// --- connecting

void DatabaseSession::Private::connectFirst()
{
    retryTimer.stop();
    if (state != SessionState::Waking) // which goes on from try to try
        state = SessionState::Connecting;
    if (!pool.isOpening())
        openOne();
}

void DatabaseSession::Private::openOne()
{
    pool.open();
}

void DatabaseSession::Private::unreachable(const Error &why)
{
    loginTimer.stop();
    lastError = why;
    const auto pause = retry.next(why.kind);
    const bool atOnce = std::exchange(retryAsked, false);
    if (pause && atOnce) {
        connectFirst();
    } else if (pause) {
        state = isStillWaking(why) ? SessionState::Waking : SessionState::Offline;
        retryTimer.start(*pause);
    } else {
        state = SessionState::Failed;
    }
    listener.stop();
    rejectThoseNotWaiting();
}

// What says that it is waking up has not failed yet.
bool DatabaseSession::Private::isStillWaking(const Error &why)
{
    if (!meansWaking(why)) {
        wakesUntil.reset();
        return false;
    }
    if (!wakesUntil)
        wakesUntil = QDeadlineTimer(waking);
    return !wakesUntil->hasExpired();
}

// --- requests

void DatabaseSession::Private::accept(const JobPointer &job, bool onDirectEndpoint)
{
    job->id = ++lastId;
    const bool mayWait = job->waitsForConnection && state != SessionState::Closed;
    if (state != SessionState::Connected && !mayWait) {
        job->fail(notConnectedError());
        return;
    }
    if (onDirectEndpoint && settings.direct() != settings) {
        used();
        pool.openForTask(job);
        return;
    }
    sinceUse.restart();
    queue.append(job);
    dispatch();
    used(); // the listener waits for a connection that is being opened
}

// To the connections that are idle.
void DatabaseSession::Private::dispatch()
{
    if (state == SessionState::Connected) {
        while (pool.hasIdle() && queue.hasSendable())
            pool.giveToIdle(queue.take());
        grow();
    }
    watchWaiting();
}

// Another connection is opened when a request waits that could go out, and where fewer are open than always
// shall be. A server that may have gone to sleep is not woken for the latter.
void DatabaseSession::Private::grow()
{
    if (pool.isOpening())
        return;
    const bool mayGrow = pool.size() < settings.poolSize && noGrowthUntil.hasExpired();
    const bool tooFew = pool.size() < settings.minimumIdle && pool.hasOpen() && !isQuiet();
    if (queue.hasSendable() ? mayGrow || pool.size() == 0 : mayGrow && tooFew)
        openOne();
}

// Connecting has a limit of its own; here all are open and busy.
void DatabaseSession::Private::watchWaiting()
{
    const auto since = queue.sendableSince();
    if (!since || state != SessionState::Connected || pool.isOpening() || !pool.hasOpen()) {
        acquireTimer.stop();
        return;
    }
    const auto left = *since + settings.acquireTimeout - std::chrono::steady_clock::now();
    acquireTimer.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(left), 0ms));
}

void DatabaseSession::Private::rejectThoseThatWaitedTooLong()
{
    const auto moment = std::chrono::steady_clock::now() - settings.acquireTimeout;
    for (const JobPointer &job : queue.removeSendableSince(moment))
        job->fail(allBusyError(settings.poolSize));
    dispatch();
}

// Somebody uses the session: a server that slept is awake.
void DatabaseSession::Private::used()
{
    sinceUse.restart();
    if (pool.hasOpen())
        listener.start();
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
    std::vector<JobPointer> jobs = pool.dismissAll();
    const std::vector<JobPointer> waiting = queue.removeAll();
    jobs.insert(jobs.end(), waiting.begin(), waiting.end());
    for (const JobPointer &job : jobs) {
        job->ticket->revoke();
        job->fail(cancelledError({}, false));
    }
}

// The last thing that happens in a turn of the event loop: the slots may destroy the session.
void DatabaseSession::Private::announce()
{
    if (announced == state)
        return;
    announced = state;
    Q_EMIT q->stateChanged(state);
}

// Nobody has used the session for so long that a connection which the server ends means sleep. A server on
// this machine does not sleep.
bool DatabaseSession::Private::isQuiet() const
{
    return !settings.isLocalSocket() && std::chrono::milliseconds(sinceUse.elapsed()) >= quietTime;
}

// --- the session itself

DatabaseSession::DatabaseSession(base::ConnectionSettings settings, QObject *parent)
    : DatabaseSession(std::move(settings), SessionPace(), {}, parent)
{
}

DatabaseSession::DatabaseSession(base::ConnectionSettings settings, CertificateJudge judge)
    : DatabaseSession(std::move(settings), SessionPace(), std::move(judge), nullptr)
{
}

DatabaseSession::DatabaseSession(base::ConnectionSettings settings, SessionPace pace, QObject *parent)
    : DatabaseSession(std::move(settings), pace, {}, parent)
{
}

DatabaseSession::DatabaseSession(base::ConnectionSettings settings, const SessionPace &pace,
                                 CertificateJudge judge, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(settings), pace, std::move(judge)))
{
}

DatabaseSession::~DatabaseSession()
{
    d->listener.stop();
    d->dismissAll();
}

void DatabaseSession::open()
{
    if (d->state != SessionState::Closed && d->state != SessionState::Failed)
        return;
    d->retry.reset();
    d->wakesUntil.reset();
    d->refusal.reset();
    d->listener.forgetRefusal();
    d->connectFirst();
    d->announce();
}

void DatabaseSession::close()
{
    d->retryAsked = false;
    d->state = SessionState::Closed;
    d->retryTimer.stop();
    d->loginTimer.stop();
    d->listener.stop();
    d->dismissAll();
    d->announce();
}

void DatabaseSession::retryNow()
{
    if (d->state == SessionState::Offline || d->retryTimer.isActive()) {
        d->wakesUntil.reset();
        d->connectFirst();
        d->announce();
    } else if (d->state == SessionState::Connecting || d->state == SessionState::Waking) {
        d->retryAsked = true;
    } else if (d->state == SessionState::Connected) {
        d->listener.retryNow();
        d->used();
        if (d->pool.size() == 0)
            d->openOne();
    }
}

void DatabaseSession::listenAgain()
{
    d->listener.retryRefused();
    if (d->pool.hasOpen())
        d->listener.start();
}

SessionState DatabaseSession::state() const
{
    return d->state;
}

const base::Error &DatabaseSession::lastError() const
{
    return d->lastError;
}

bool DatabaseSession::isDeaf() const
{
    return d->listener.isDeaf();
}

bool DatabaseSession::isStandby() const
{
    return d->isStandby;
}

const std::optional<Error> &DatabaseSession::listeningFailure() const
{
    return d->listener.failure();
}

const base::ConnectionSettings &DatabaseSession::settings() const
{
    return d->settings;
}

DatabaseSession::RequestId DatabaseSession::enqueue(Request request, RawDone done)
{
    const auto job = std::make_shared<Job>();
    job->statement = std::move(request.statement);
    job->ordering = request.ordering;
    job->waitsForConnection = request.waitForConnection;
    job->limit = request.limit;
    job->done = std::move(done);
    d->accept(job, false);
    return job->id;
}

DatabaseSession::RequestId DatabaseSession::enqueueTask(bool onDirectEndpoint, RawTask task)
{
    const auto job = std::make_shared<Job>();
    job->statement.name = "task";
    job->task = std::move(task);
    d->accept(job, onDirectEndpoint);
    return job->id;
}

void DatabaseSession::cancel(RequestId id)
{
    JobPointer job = d->queue.remove(id);
    if (!job)
        job = d->pool.cancel(id);
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
