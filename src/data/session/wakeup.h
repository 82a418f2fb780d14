// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace tusk::session
{

// A bell between threads that poll() can hear (an eventfd). It rings until cleared.
// Thread: every function is safe from any thread.
class WakeUp final
{
public:
    WakeUp();
    ~WakeUp();
    Q_DISABLE_COPY_MOVE(WakeUp)

    void ring();
    void clear();
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace tusk::session
