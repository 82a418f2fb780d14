// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <utility>
#include <variant>

namespace tusk::base
{

// A value or the reason why there is none. std::expected is C++23; this is the part of it that we use.
// Thread: a plain value, as safe as its T.
template <class T>
class [[nodiscard]] Result final
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool hasValue() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return hasValue(); }

    // Undefined unless hasValue().
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    // Undefined if hasValue().
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

    bool operator==(const Result &) const = default;

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> final
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool hasValue() const noexcept { return m_error.index() == 0; }
    explicit operator bool() const noexcept { return hasValue(); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_error); }

    bool operator==(const Result &) const = default;

private:
    std::variant<std::monostate, Error> m_error;
};

} // namespace tusk::base
