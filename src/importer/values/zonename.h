// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace tusk::importer
{

// The name under which todos keep a time zone: names of the IANA database as they are, former ones too, and
// for those of Windows what they mean. Empty: no zone is called so.
[[nodiscard]] QByteArray zoneNamed(const QByteArray &name);

} // namespace tusk::importer
