// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/action.h"

#include <QRandomGenerator>

namespace tusk::tests
{

// Well-formed values of every shape, the same in every run for the same seed: texts of many scripts, every
// optional with and without a value, the ends of every range.
class RandomValues final
{
public:
    explicit RandomValues(quint32 seed)
        : m_generator(seed)
    {
    }

    [[nodiscard]] int number(int below) { return m_generator.bounded(below); }
    [[nodiscard]] bool coin() { return number(2) == 0; }

    [[nodiscard]] QString text(int pieces);
    [[nodiscard]] QByteArray position();
    [[nodiscard]] QDateTime instant();
    [[nodiscard]] domain::When when();
    [[nodiscard]] domain::Todo todo();
    [[nodiscard]] domain::TodoList list();
    [[nodiscard]] domain::Tag tag();
    [[nodiscard]] domain::Action action();

private:
    template <class IdType>
    [[nodiscard]] IdType id()
    {
        return IdType(QUuid(m_generator.generate(), ushort(number(0x10000)), 0x7000, 0x80, 1, 2, 3, 4, 5,
                            uchar(number(256)), uchar(number(256))));
    }
    template <class Value>
    [[nodiscard]] std::optional<Value> maybe(const Value &value)
    {
        return coin() ? std::optional(value) : std::nullopt;
    }
    [[nodiscard]] domain::ChangeOperation operation();
    [[nodiscard]] qint64 version();
    template <class Change, class Make>
    [[nodiscard]] Change change(Make make);

    QRandomGenerator m_generator;
};

} // namespace tusk::tests
