// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/inbox.h"
#include "data/session/connection.h"
#include "data/session/job.h"
#include "data/session/worker.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace tusk::session
{

// The connections of a session and their threads: opens them, gives them jobs, hears of their end, and
// abandons a thread that does not come back from connecting. Knows neither the queue nor the state of the
// session. Thread: that of the session.
class WorkerPool final : public QObject
{
    Q_OBJECT

public:
    struct End {
        base::Error reason;
        bool whileOpening = false;
        bool asleep = false;      // nothing was out, and the server itself ended the connection
        JobPointer answered = {}; // was out, and has its answer
        JobPointer unsent = {};   // was given to the worker and never went to the server
    };

    // openingLimit: after which a thread that connects is abandoned.
    WorkerPool(base::ConnectionSettings settings, std::chrono::milliseconds openingLimit,
               CertificateJudge judge = {});
    ~WorkerPool() override;

    void open();
    // A connection to the direct endpoint for this task alone, beside the others. Nothing is signalled: what
    // goes wrong is the answer of the task.
    void openForTask(JobPointer task);

    [[nodiscard]] int size() const; // open ones and those that are being opened, without those for tasks
    [[nodiscard]] bool isOpening() const; // one of them at least
    [[nodiscard]] bool hasOpen() const;
    [[nodiscard]] bool hasIdle() const;

    void giveToIdle(JobPointer job); // one of them must be idle
    // Stops the job on its worker. Null if it is not with one.
    JobPointer cancel(DatabaseSession::RequestId id);
    // Lets everyone go, without waiting. What was with a worker is not answered by it any more, unless it
    // just has been.
    std::vector<JobPointer> dismissAll();

Q_SIGNALS:
    // Each is the last thing that happens here: its slots may destroy the pool.
    void loggingIn(bool waits); // a connection for statements: waits for the server's answer, or has it
    void opened(bool isStandby);
    void finished(const tusk::session::JobPointer &job);
    void ended(const tusk::session::WorkerPool::End &end);

private:
    enum class Phase { Opening, Idle, Busy };
    struct Seat {
        std::unique_ptr<Worker> worker;
        std::unique_ptr<QTimer> timer; // Opening: the watchdog. Idle: until it is given up
        Phase phase = Phase::Opening;
        JobPointer job = {}; // Busy: the one that is out. Opening: the task it is opened for
        bool isForTask = false;
        bool hasFoundServer = false; // its name was looked up, and somebody answered
    };
    using Place = std::vector<Seat>::iterator;

    void start(const base::ConnectionSettings &settings, JobPointer task);
    void handle(Worker::Id id, const Worker::Event &event);
    void handleLogin(Seat &seat, bool waits);
    void handleOpened(Seat &seat, const Worker::Event &event);
    void rest(Seat &seat);
    void giveUp(Worker::Id id);
    void handleFinished(Place place);
    void handleEnd(Place place, const Worker::Event &event);
    void abandon(Worker::Id id);
    static void give(Seat &seat, JobPointer job);
    Seat removed(Place place);
    [[nodiscard]] Place placeOf(Worker::Id id);
    [[nodiscard]] int count(Phase phase) const;

    const base::ConnectionSettings m_settings;
    const std::chrono::milliseconds m_openingLimit;
    const CertificateJudge m_judge;
    Worker::Id m_lastId = 0;
    std::vector<Seat> m_seats;
    std::vector<std::unique_ptr<Worker>> m_leaving; // told to quit; they are gone when they say so
    base::Inbox m_inbox; // last, so that it goes first: what arrives after that is dropped
};

} // namespace tusk::session
