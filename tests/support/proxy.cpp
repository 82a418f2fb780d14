// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/proxy.h"

#include "support/proxylink.h"
#include "support/sockets.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <poll.h>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

// Everything but run() happens on the loop's own thread.
class Proxy::Loop final
{
public:
    explicit Loop(const base::ConnectionSettings &server)
        : m_host(server.host)
        , m_serverPort(server.port)
        , m_listener(m_port.listen())
        , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_thread([this] { serve(); })
    {
    }

    ~Loop()
    {
        run([this] { m_quit = true; });
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Loop)

    // Runs the task on the thread of the loop and waits for it.
    void run(std::function<void()> task)
    {
        std::unique_lock lock(m_mutex);
        m_task = std::move(task);
        const quint64 one = 1;
        if (::write(m_wake.number(), &one, sizeof one) != sizeof one)
            return;
        m_done.wait(lock, [this] { return !m_task; });
    }

    int read(const std::function<int()> &value)
    {
        int result = 0;
        run([&] { result = value(); });
        return result;
    }

    [[nodiscard]] int port() const { return m_port.number(); }

    void cut()
    {
        for (const auto &link : m_links)
            link->reset();
        removeClosed();
    }

    void setListening(bool on)
    {
        if (on != m_listener.isOpen())
            m_listener = on ? m_port.listen() : Descriptor();
    }

    void leadTo(const QString &host, int port)
    {
        m_host = host;
        m_serverPort = port;
    }

    void thaw()
    {
        frozen = false;
        rules.freezeAfterAuthentication = false;
        for (const auto &link : m_links)
            link->thaw();
    }

    [[nodiscard]] int openConnections() const { return static_cast<int>(m_links.size()); }

    ProxyRules rules;
    int connections = 0;
    bool frozen = false;

private:
    void serve()
    {
        while (!m_quit) {
            poll();
            runTask();
            if (frozen)
                continue;
            acceptAll();
            for (const auto &link : m_links)
                move(*link);
            removeClosed();
        }
    }

    void poll()
    {
        std::vector<pollfd> sockets{{m_wake.number(), POLLIN, 0}};
        std::optional<DelayLine::Time> next;
        if (!frozen) {
            sockets.push_back({m_listener.number(), POLLIN, 0});
            for (const auto &link : m_links) {
                if (link->isFrozen())
                    continue;
                link->addSockets(sockets);
                const auto due = link->nextDue();
                if (due && (!next || *due < *next))
                    next = due;
            }
        }
        wait(sockets, next);
    }

    static void wait(std::vector<pollfd> &sockets, std::optional<DelayLine::Time> until)
    {
        timespec limit = {};
        if (until) {
            const auto left =
                std::max(*until - std::chrono::steady_clock::now(), std::chrono::nanoseconds(0));
            limit.tv_sec = std::chrono::duration_cast<std::chrono::seconds>(left).count();
            limit.tv_nsec = (left % std::chrono::seconds(1)).count();
        }
        ppoll(sockets.data(), sockets.size(), until ? &limit : nullptr, nullptr);
    }

    void runTask()
    {
        const std::lock_guard lock(m_mutex);
        quint64 count = 0;
        if (::read(m_wake.number(), &count, sizeof count) != sizeof count || !m_task)
            return;
        m_task();
        m_task = nullptr;
        m_done.notify_one();
    }

    void acceptAll()
    {
        if (!m_listener.isOpen())
            return;
        for (Descriptor client = acceptClient(m_listener); client.isOpen();
             client = acceptClient(m_listener)) {
            ++connections;
            Descriptor server = connectTo(m_host, m_serverPort);
            if (server.isOpen())
                m_links.push_back(std::make_unique<ProxyLink>(std::move(client), std::move(server), rules));
            else
                resetAtClose(client);
        }
    }

    static void move(ProxyLink &link)
    {
        if (link.isFrozen())
            return;
        link.readClient();
        link.readServer();
        link.write();
    }

    void removeClosed()
    {
        std::erase_if(m_links, [](const auto &link) { return link->isClosed(); });
    }

    QString m_host;
    int m_serverPort;
    ReservedPort m_port;
    Descriptor m_listener;
    Descriptor m_wake;
    std::vector<std::unique_ptr<ProxyLink>> m_links;
    bool m_quit = false;

    std::mutex m_mutex; // guards the next two
    std::function<void()> m_task;
    std::condition_variable m_done;
    std::thread m_thread; // last: everything else is there when it starts
};

Proxy::Proxy(const base::ConnectionSettings &server)
    : m_server(server)
    , m_loop(std::make_unique<Loop>(server))
{
}

Proxy::~Proxy() = default;

base::ConnectionSettings Proxy::aimedHere(base::ConnectionSettings settings) const
{
    settings.host = u"127.0.0.1"_s;
    settings.port = m_loop->port();
    return settings;
}

void Proxy::setRoundTrip(std::chrono::microseconds time)
{
    m_loop->run([this, time] { m_loop->rules.roundTrip = time; });
}

void Proxy::cut(NewConnections afterwards)
{
    m_loop->run([this, afterwards] {
        m_loop->setListening(afterwards == NewConnections::Accepted);
        m_loop->cut();
    });
}

void Proxy::refuse()
{
    m_loop->run([this] { m_loop->setListening(false); });
}

void Proxy::accept()
{
    m_loop->run([this] { m_loop->setListening(true); });
}

void Proxy::leadTo(const base::ConnectionSettings &server)
{
    m_loop->run([this, &server] { m_loop->leadTo(server.host, server.port); });
}

void Proxy::freeze()
{
    m_loop->run([this] { m_loop->frozen = true; });
}

void Proxy::thaw()
{
    m_loop->run([this] { m_loop->thaw(); });
}

void Proxy::freezeAfterAuthentication()
{
    m_loop->run([this] { m_loop->rules.freezeAfterAuthentication = true; });
}

void Proxy::dropAnswerOfCommit(const QByteArray &requestContaining)
{
    m_loop->run([&] {
        m_loop->rules.drop = ProxyRules::Drop::Answer;
        m_loop->rules.dropContaining = requestContaining;
    });
}

void Proxy::dropRequest(const QByteArray &containing)
{
    m_loop->run([&] {
        m_loop->rules.drop = ProxyRules::Drop::Request;
        m_loop->rules.dropContaining = containing;
    });
}

int Proxy::drops() const
{
    return m_loop->read([this] { return m_loop->rules.drops; });
}

int Proxy::connections() const
{
    return m_loop->read([this] { return m_loop->connections; });
}

int Proxy::openConnections() const
{
    return m_loop->read([this] { return m_loop->openConnections(); });
}

int Proxy::roundTrips() const
{
    return m_loop->read([this] { return m_loop->rules.roundTrips; });
}

} // namespace tusk::tests
