// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/partingthread.h"

#include "base/threadpriority.h"
#include "data/session/socketwait.h"

#include <atomic>
#include <openssl/crypto.h>

namespace tusk::session
{

namespace
{

constexpr std::chrono::milliseconds patience{100};

std::atomic<int> running = 0;

} // namespace

PartingThread::PartingThread(std::function<void()> body)
{
    ++running;
    m_thread = std::thread([body = std::move(body), ended = m_ended]() mutable {
        base::giveWayToTheWindow();
        body();
        body = {}; // what it owns goes before the end is told
        // So does what libpq's encryption keeps for each thread: a program that ends right then would take
        // away what frees it.
        OPENSSL_thread_stop();
        ended->ring();
        --running;
    });
}

PartingThread::~PartingThread()
{
    if (!m_thread.joinable())
        return;
    if (waitFor(-1, Interest::Read, *m_ended, std::chrono::steady_clock::now() + patience).woken)
        m_thread.join();
    else
        m_thread.detach();
}

bool PartingThread::anyRunning()
{
    return running > 0;
}

void PartingThread::leaveAlone()
{
    if (m_thread.joinable())
        m_thread.detach();
}

} // namespace tusk::session
