// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <unistd.h>
#include <utility>

namespace tusk::environments
{

// A descriptor that is closed at the end; -1: none.
class OwnedSocket final
{
public:
    explicit OwnedSocket(int number = -1)
        : m_number(number)
    {
    }
    OwnedSocket(OwnedSocket &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    OwnedSocket(const OwnedSocket &) = delete;
    OwnedSocket &operator=(const OwnedSocket &) = delete;
    OwnedSocket &operator=(OwnedSocket &&) = delete;
    ~OwnedSocket()
    {
        if (m_number >= 0)
            close(m_number);
    }

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

} // namespace tusk::environments
