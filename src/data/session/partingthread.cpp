// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/partingthread.h"

#include "data/session/socketwait.h"

namespace tusk::session
{

namespace
{

constexpr std::chrono::milliseconds patience{100};

} // namespace

PartingThread::PartingThread(std::function<void()> body)
    : m_thread([body = std::move(body), ended = m_ended] {
        body();
        ended->ring();
    })
{
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

void PartingThread::leaveAlone()
{
    if (m_thread.joinable())
        m_thread.detach();
}

} // namespace tusk::session
