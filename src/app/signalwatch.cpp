// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/signalwatch.h"

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace tusk::app
{

namespace
{

std::atomic<int> pipeWriter = -1; // all that a handler can reach

void onSignal(int signalNumber)
{
    const auto number = static_cast<unsigned char>(signalNumber);
    [[maybe_unused]] const ssize_t written = write(pipeWriter, &number, 1);
}

void ignore(int) {}

void handle(int signalNumber, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigaction(signalNumber, &action, nullptr);
}

int makePipe()
{
    std::array<int, 2> ends = {-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return -1;
    pipeWriter = ends[1];
    return ends[0];
}

constexpr std::array endingSignals{SIGINT, SIGTERM, SIGHUP};

} // namespace

SignalWatch::SignalWatch(QObject *parent)
    : QObject(parent)
    , m_reader(makePipe())
    , m_notifier(m_reader, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &SignalWatch::read);
    for (const int signalNumber : endingSignals)
        handle(signalNumber, onSignal, SA_RESTART | static_cast<int>(SA_RESETHAND));
    // Who reads our output may stop reading: the write fails, the program ends in order.
    handle(SIGPIPE, ignore, SA_RESTART);
}

SignalWatch::~SignalWatch()
{
    for (const int signalNumber : endingSignals)
        handle(signalNumber, SIG_DFL, 0);
    m_notifier.setEnabled(false);
    close(pipeWriter.exchange(-1));
    close(m_reader);
}

void SignalWatch::read()
{
    unsigned char number = 0;
    if (::read(m_reader, &number, 1) == 1)
        Q_EMIT interrupted(number);
}

} // namespace tusk::app
