// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::tests
{

// An owned descriptor.
class Descriptor final
{
public:
    Descriptor() = default;
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor() { reset(); }
    Q_DISABLE_COPY(Descriptor)
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    void reset();

private:
    int m_number = -1;
};

// A port of 127.0.0.1 that stays ours for the life of the object, whether or not anything listens on it.
class ReservedPort final
{
public:
    ReservedPort();

    [[nodiscard]] int number() const { return m_number; }
    // A socket that listens on the port and does not block. One at a time.
    [[nodiscard]] Descriptor listen() const;

private:
    [[nodiscard]] Descriptor bind(int port) const;

    Descriptor m_placeholder; // bound, never listening: connections to the port are refused
    int m_number = 0;
};

// The next waiting client, not blocking; closed when there is none.
[[nodiscard]] Descriptor acceptClient(const Descriptor &listener);
// Connected to a TCP port, or to PostgreSQL's socket in a folder, then not blocking; closed when refused.
[[nodiscard]] Descriptor connectTo(const QString &host, int port);
// Makes closing the socket reset the connection instead of ending it in order.
void resetAtClose(const Descriptor &socket);

} // namespace tusk::tests
