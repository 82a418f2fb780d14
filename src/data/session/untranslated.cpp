// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/untranslated.h"

namespace tusk::session
{

namespace
{

// Null where there is no memory for it; then nothing changes.
locale_t english()
{
    static const locale_t locale = newlocale(LC_MESSAGES_MASK, "C", duplocale(LC_GLOBAL_LOCALE));
    return locale;
}

} // namespace

Untranslated::Untranslated()
    : m_before(uselocale(english()))
{
}

Untranslated::~Untranslated()
{
    uselocale(m_before);
}

} // namespace tusk::session
