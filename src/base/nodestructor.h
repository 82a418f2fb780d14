// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <new>
#include <utility>

namespace tusk::base
{

// A static value that is never destroyed, for functions that run on threads: Qt ends the process by exit()
// where the display goes away, and then statics are destroyed while other threads still use them.
//   static const base::NoDestructor<QRegularExpression> form(u"[a-z]+"_s);
template <class T>
class NoDestructor final
{
public:
    template <class... Arguments>
    explicit NoDestructor(Arguments &&...arguments)
    {
        new (m_storage) T(std::forward<Arguments>(arguments)...);
    }
    Q_DISABLE_COPY_MOVE(NoDestructor)

    const T &operator*() const { return *std::launder(reinterpret_cast<const T *>(m_storage)); }
    const T *operator->() const { return &**this; }

private:
    alignas(T) unsigned char m_storage[sizeof(T)];
};

} // namespace tusk::base
