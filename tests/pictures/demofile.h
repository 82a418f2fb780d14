// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::pictures
{

// A file of the earlier todo app as somebody might bring it after some years: several people, some dirt.
void writeDemoFile(const QString &path);

} // namespace tusk::pictures
