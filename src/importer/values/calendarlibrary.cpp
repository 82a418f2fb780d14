// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/values/calendarlibrary.h"

#include <libical/ical.h>
#include <mutex>

namespace tusk::importer
{

void prepareCalendarLibrary()
{
    static std::once_flag once; // it is a plain variable there
    std::call_once(once, [] { icalerror_set_errors_are_fatal(false); });
}

} // namespace tusk::importer
