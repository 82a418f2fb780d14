// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <clocale>

namespace tusk::session
{

// While it exists, libpq and the C library speak English on this thread: without a code, their words are all
// that tells why a connection failed. What the server says is in its own language still. Everything else of
// the locale stays. To be destroyed on the thread that made it.
class Untranslated final
{
public:
    Untranslated();
    ~Untranslated();
    Q_DISABLE_COPY_MOVE(Untranslated)

private:
    locale_t m_before;
};

} // namespace tusk::session
