// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/wakeup.h"

#include <QDebug>

#include <cerrno>
#include <cstring>
#include <sys/eventfd.h>
#include <unistd.h>

namespace tusk::session
{

WakeUp::WakeUp()
    : m_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_descriptor < 0)
        qFatal("No eventfd: %s", std::strerror(errno));
}

WakeUp::~WakeUp()
{
    ::close(m_descriptor);
}

void WakeUp::ring()
{
    // Fails only when the counter is full, and then the bell is ringing anyway.
    [[maybe_unused]] const int failed = eventfd_write(m_descriptor, 1);
}

void WakeUp::clear()
{
    eventfd_t rings = 0;
    // Fails when it does not ring: fine.
    [[maybe_unused]] const int failed = eventfd_read(m_descriptor, &rings);
}

} // namespace tusk::session
