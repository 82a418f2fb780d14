// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/position.h"

#include <algorithm>
#include <string_view>

namespace tusk::domain
{

namespace
{

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr qint64 base = 62;
constexpr qsizetype clockDigits = 9;
constexpr qint64 lastMillisecond = 13'537'086'546'263; // in the year 2398: 62^9 microseconds
constexpr qsizetype longest = 200;

// -1 for what is no digit.
int valueOf(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'A' && digit <= 'Z')
        return digit - 'A' + 10;
    if (digit >= 'a' && digit <= 'z')
        return digit - 'a' + 36;
    return -1;
}

int valueAt(const QByteArray &position, qsizetype index)
{
    return index < position.size() ? valueOf(position.at(index)) : 0;
}

void chopZeros(QByteArray &position)
{
    while (position.endsWith('0'))
        position.chop(1);
}

// Rows of other programs cannot break the rules in our database, but a damaged file can.
QByteArray sanitised(const QByteArray &position)
{
    const auto end = std::ranges::find_if(position, [](char digit) { return valueOf(digit) < 0; });
    QByteArray result = position.first(end - position.cbegin());
    chopZeros(result);
    return result;
}

// The first length digits of position, read as a number, plus offset.
QByteArray advanced(const QByteArray &position, qsizetype length, qint64 offset)
{
    QByteArray result = position.leftJustified(length, '0', true);
    for (qsizetype i = length - 1; i >= 0 && offset > 0; --i) {
        offset += valueOf(result.at(i));
        result[i] = digits.at(size_t(offset % base));
        offset /= base;
    }
    chopZeros(result);
    return result;
}

// Positions of at most that many digits between two others: before's first digits plus 1 up to plus room.
struct Gap {
    qsizetype length = 0;
    qint64 room = 0;
};

// The shortest that has room for count. Only the difference of the two is carried from digit to digit: it
// stays below 62 times what is wanted, however many digits they share.
Gap shortestGap(const QByteArray &before, const QByteArray &after, qsizetype count)
{
    Gap gap;
    qint64 difference = after.isEmpty() ? 1 : 0;
    while (gap.room < count) {
        difference = difference * base + valueAt(after, gap.length) - valueAt(before, gap.length);
        ++gap.length;
        // What has after's first digits is below after if more digits follow.
        gap.room = gap.length < after.size() ? difference : difference - 1;
    }
    return gap;
}

qint64 offsetOf(qsizetype index, qsizetype count, const Gap &gap, bool openBelow, bool openAbove)
{
    if (openBelow == openAbove)
        return (gap.room + 1) * (index + 1) / (count + 1);
    return openBelow ? gap.room - count + 1 + index : index + 1;
}

QByteArray fromClock(qint64 microseconds)
{
    QByteArray result(clockDigits + 1, 'V');
    for (qsizetype i = clockDigits - 1; i >= 0; --i) {
        result[i] = digits.at(size_t(microseconds % base));
        microseconds /= base;
    }
    return result;
}

} // namespace

QByteArray positionAtEnd(const QDateTime &now, const QByteArray &lowerBound)
{
    QByteArray position = fromClock(std::clamp<qint64>(now.toMSecsSinceEpoch(), 0, lastMillisecond) * 1000);
    if (position > lowerBound)
        return position;
    // A later microsecond instead of more digits: a thousand rows of one moment are no longer than one.
    const QByteArray bound = sanitised(lowerBound);
    const QByteArray next = advanced(bound, clockDigits, 1).leftJustified(clockDigits, '0') + 'V';
    return next > bound ? next : positionBetween(bound, {});
}

QByteArray positionBetween(const QByteArray &before, const QByteArray &after)
{
    return positionsBetween(before, after, 1).constFirst();
}

QList<QByteArray> positionsBetween(const QByteArray &before, const QByteArray &after, qsizetype count)
{
    const QByteArray lower = sanitised(before);
    QByteArray upper = sanitised(after);
    if (!upper.isEmpty() && upper <= lower)
        upper = lower + 'V';

    const Gap gap = shortestGap(lower, upper, count);
    QList<QByteArray> result;
    result.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        result.append(advanced(lower, gap.length, offsetOf(i, count, gap, lower.isEmpty(), upper.isEmpty())));
    return result;
}

bool isValidPosition(const QByteArray &position)
{
    return !position.isEmpty() && position.size() <= longest && !position.endsWith('0') &&
           std::ranges::all_of(position, [](char digit) { return valueOf(digit) >= 0; });
}

} // namespace tusk::domain
