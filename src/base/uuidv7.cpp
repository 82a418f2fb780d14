// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <mutex>

namespace tusk::base
{

namespace
{

struct Sequence {
    std::mutex mutex;
    quint64 lastMilliseconds = 0;
    quint32 counter = 0; // 12 bits of rand_a, RFC 9562 section 6.2 method 1
};

Sequence &sequence()
{
    static Sequence instance;
    return instance;
}

} // namespace

QUuid makeUuidV7()
{
    constexpr quint32 counterLimit = 1U << 12U;

    Sequence &state = sequence();
    quint64 milliseconds = 0;
    quint32 counter = 0;
    {
        const std::lock_guard lock(state.mutex);
        const auto now = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
        if (now > state.lastMilliseconds) {
            state.lastMilliseconds = now;
            // Half of the range, so that the counter has room to grow.
            state.counter = QRandomGenerator::global()->bounded(counterLimit / 2);
        } else if (++state.counter == counterLimit) {
            ++state.lastMilliseconds;
            state.counter = 0;
        }
        milliseconds = state.lastMilliseconds;
        counter = state.counter;
    }

    const quint64 random = QRandomGenerator::system()->generate64();
    const auto byte = [random](int index) {
        return static_cast<uchar>(random >> (8U * static_cast<uint>(index)));
    };
    return QUuid(static_cast<uint>(milliseconds >> 16U), static_cast<ushort>(milliseconds & 0xffffU),
                 static_cast<ushort>(0x7000U | counter), static_cast<uchar>(0x80U | (byte(0) & 0x3fU)),
                 byte(1), byte(2), byte(3), byte(4), byte(5), byte(6), byte(7));
}

} // namespace tusk::base
