// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/localserver.h"

#include "localserver/failures.h"
#include "localserver/servercontrol.h"

#include <deque>
#include <mutex>
#include <sys/eventfd.h>
#include <thread>

namespace tusk::localserver
{

// The thread with the ServerControl. It waits for requests and for the end of the server at once, without
// ever looking at a clock.
class LocalServer::Worker final
{
public:
    using Task = std::function<void(Worker &)>;

    Worker(Environment environment, ServerLimits limits, base::InboxAddress home, LocalServer *owner)
        : m_environment(std::move(environment))
        , m_limits(limits)
        , m_home(std::move(home))
        , m_owner(owner)
        , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_thread([this] { work(); })
    {
    }
    ~Worker()
    {
        m_cancellation.cancel();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Worker)

    void request(Task task)
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        eventfd_write(m_wake.get(), 1);
    }

    // The rest is for tasks: it runs on the worker's thread.
    base::Result<base::ConnectionSettings> start();
    base::Result<void> release();
    base::Result<QString> dump(const QDateTime &now);

    // task runs on the owner's thread, while the owner lives.
    void answer(std::function<void(LocalServer &)> task)
    {
        m_home.post([owner = m_owner, task = std::move(task)] { task(*owner); });
    }

private:
    void work();
    void runTasks();
    void noticeEnd();
    void tellState(ServerState state)
    {
        answer([state](LocalServer &owner) { owner.setState(state); });
    }

    const Environment m_environment;
    const ServerLimits m_limits;
    const base::InboxAddress m_home;
    LocalServer *const m_owner; // not looked at on this thread
    const Cancellation m_cancellation;
    const FileDescriptor m_wake;
    std::unique_ptr<ServerControl> m_control; // of the worker's thread
    std::mutex m_mutex;
    std::deque<Task> m_tasks;
    std::thread m_thread; // last: it uses all of the above
};

void LocalServer::Worker::work()
{
    for (;;) {
        const int server = m_control ? m_control->postmaster().descriptor() : -1;
        const Waited waited = waitFor({{m_wake.get(), POLLIN, 0}, {server, POLLIN, 0}},
                                      QDeadlineTimer(QDeadlineTimer::Forever), m_cancellation);
        if (waited == Waited::Cancelled)
            break;
        runTasks();
        noticeEnd();
    }
    m_control.reset(); // releases
}

void LocalServer::Worker::runTasks()
{
    eventfd_t count = 0;
    eventfd_read(m_wake.get(), &count);
    std::deque<Task> tasks;
    {
        const std::lock_guard lock(m_mutex);
        tasks.swap(m_tasks);
    }
    for (const Task &task : tasks) {
        if (!m_cancellation.isCancelled())
            task(*this);
    }
}

void LocalServer::Worker::noticeEnd()
{
    if (!m_control || !m_control->postmaster().isValid() || !m_control->postmaster().hasEnded())
        return;
    m_control->forgetServer();
    const ServerEnd how = m_control->wasStoppedOnRequest() ? ServerEnd::OnRequest : ServerEnd::Unexpected;
    tellState(ServerState::Stopped);
    answer([how](LocalServer &owner) { Q_EMIT owner.ended(how); });
}

base::Result<base::ConnectionSettings> LocalServer::Worker::start()
{
    if (!m_control) {
        base::Result<ClusterLocation> location = locateCluster(m_environment);
        if (!location)
            return location.error();
        m_control = std::make_unique<ServerControl>(m_environment, std::move(*location), m_limits);
    }
    base::Result<base::ConnectionSettings> result =
        m_control->acquire(m_cancellation, [this](ServerState state) { tellState(state); });
    if (!result)
        tellState(ServerState::Stopped);
    return result;
}

base::Result<void> LocalServer::Worker::release()
{
    base::Result<void> result = m_control ? m_control->release() : base::Result<void>();
    tellState(ServerState::Stopped);
    return result;
}

base::Result<QString> LocalServer::Worker::dump(const QDateTime &now)
{
    if (!m_control)
        return failures::notRunning();
    return m_control->dump(now, m_cancellation);
}

LocalServer::LocalServer(Environment environment, QObject *parent, ServerLimits limits)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(std::move(environment), limits, m_inbox.address(), this))
{
}

LocalServer::~LocalServer() = default;

void LocalServer::start(Started answer)
{
    m_worker->request([answer = std::move(answer)](Worker &worker) mutable {
        worker.answer(
            [answer = std::move(answer), result = worker.start()](LocalServer &) { answer(result); });
    });
}

void LocalServer::release(Released answer)
{
    m_worker->request([answer = std::move(answer)](Worker &worker) mutable {
        worker.answer(
            [answer = std::move(answer), result = worker.release()](LocalServer &) { answer(result); });
    });
}

void LocalServer::dump(const QDateTime &now, Dumped answer)
{
    m_worker->request([now, answer = std::move(answer)](Worker &worker) mutable {
        worker.answer(
            [answer = std::move(answer), result = worker.dump(now)](LocalServer &) { answer(result); });
    });
}

void LocalServer::setState(ServerState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace tusk::localserver
