// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/exchange.h"

#include "data/session/errorclassifier.h"
#include "data/session/interruption.h"
#include "data/session/servercancel.h"

#include <algorithm>
#include <sys/socket.h>
#include <utility>

namespace tusk::session
{

using namespace std::chrono_literals;

namespace
{

// A server that is alive answers a cancel within two round trips. Past this the connection is given up.
constexpr auto cancelPatience = 1500ms;
// The same for one that was silent before, as far as its limit allows; what it does not hear in time it may
// hear later.
constexpr std::chrono::milliseconds silentPatience = 1000ms;

Deadline fromNow(std::chrono::milliseconds span)
{
    return std::chrono::steady_clock::now() + span;
}

} // namespace

Exchange::Exchange(PGconn *connection, std::shared_ptr<Interruption> interruption,
                   std::chrono::milliseconds limit, QByteArray statementName, QString password)
    : m_connection(connection)
    , m_interruption(std::move(interruption))
    , m_limit(limit)
    , m_statementName(std::move(statementName))
    , m_password(std::move(password))
    , m_lastPatience(std::min(silentPatience, limit / 4))
    , m_silenceEnds(fromNow(limit - m_lastPatience))
{
}

Exchange::~Exchange() = default;

base::Result<ResultHandle> Exchange::next()
{
    while (PQisBusy(m_connection) != 0) {
        if (auto advanced = advance(); !advanced)
            return advanced.error();
    }
    return ResultHandle(PQgetResult(m_connection));
}

base::Result<void> Exchange::flush()
{
    // Negative: it cannot be sent any more, and the next result tells why. The wait is for room, also where
    // there is some by now: a server that has taken everything says nothing before it gets more.
    while (PQflush(m_connection) > 0) {
        if (auto advanced = advance(Interest::ReadAndWrite); !advanced)
            return advanced;
    }
    return heed();
}

// One step: send what the socket takes, read what it has, or wait until either is possible.
base::Result<void> Exchange::advance()
{
    const int unsent = PQflush(m_connection);
    // When sending fails, the reason is often there to be read: libpq reports it as a result.
    return advance(unsent > 0 ? Interest::ReadAndWrite : Interest::Read);
}

base::Result<void> Exchange::advance(Interest interest)
{
    const Readiness ready = waitFor(PQsocket(m_connection), interest, m_interruption->bell(), deadline());
    if (ready.woken)
        m_interruption->bell().clear();
    if (ready.readable || ready.writable)
        m_silenceEnds = fromNow(m_limit - m_lastPatience);
    if (ready.readable && PQconsumeInput(m_connection) == 0 && PQstatus(m_connection) == CONNECTION_BAD) {
        // PQisBusy() is false now, and the result tells what happened.
        return {};
    }
    if (ready.timeUp() && !m_interruption->isRaised())
        return hearSilence();
    return heed();
}

base::Result<void> Exchange::hearSilence()
{
    if (!m_cancel)
        askToStop(m_lastPatience);
    return m_cancel && std::chrono::steady_clock::now() < m_cancelEnds
               ? base::Result<void>()
               : giveUp(silenceError(m_statementName));
}

void Exchange::askToStop(std::chrono::milliseconds patience)
{
    m_cancel = ServerCancel::send(m_connection, m_interruption);
    m_cancelEnds = fromNow(patience);
}

bool Exchange::isCancelling() const
{
    return m_cancel && m_interruption->isRaised();
}

base::Result<void> Exchange::heed()
{
    if (!m_interruption->isRaised())
        return {};
    if (!m_cancel)
        askToStop(cancelPatience);
    const bool tooLate = !m_cancel || std::chrono::steady_clock::now() >= m_cancelEnds;
    if (tooLate || m_interruption->level() == Interruption::Level::ShutDown)
        return giveUp(cancelledError(m_statementName, false));
    return {};
}

bool Exchange::settle()
{
    while (m_cancel && !m_cancel->isFinished()) {
        const Readiness ready = waitFor(-1, Interest::Read, m_interruption->bell(), m_cancelEnds);
        if (ready.woken)
            m_interruption->bell().clear();
        if (ready.timeUp() || m_interruption->level() == Interruption::Level::ShutDown)
            return false;
    }
    return true;
}

base::Error Exchange::errorOf(const PGresult *result) const
{
    const Report report = reportOf(result, m_password);
    if (report.sqlState == "57014" && m_interruption->isRaised())
        return cancelledError(m_statementName, true);
    if (PQstatus(m_connection) == CONNECTION_BAD)
        return connectionLostError(report, m_statementName);
    return statementError(report, m_statementName);
}

base::Error Exchange::sendFailure() const
{
    const Report report = reportOf(m_connection, m_password);
    if (PQstatus(m_connection) == CONNECTION_BAD)
        return connectionLostError(report, m_statementName);
    return brokenPromise(report.detail, m_statementName);
}

Deadline Exchange::deadline() const
{
    return m_cancel ? m_cancelEnds : m_silenceEnds;
}

base::Error Exchange::giveUp(base::Error error)
{
    ::shutdown(PQsocket(m_connection), SHUT_RDWR);
    return error;
}

} // namespace tusk::session
