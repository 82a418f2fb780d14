// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::session
{

// Takes every secret out of a text that comes from libpq, a server or a proxy, before it becomes part of an
// error or a log: libpq's own texts repeat what they could not parse, whole connection strings included.
// The password is removed wherever it stands, also percent-encoded or quoted for a connection string;
// passwords in strings that are not ours (postgresql://user:secret@..., password=...) are removed by their
// form.
[[nodiscard]] QString redacted(QString text, const QString &password);

} // namespace tusk::session
