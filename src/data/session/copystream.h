// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace tusk::session
{

// Rows on their way into a table, in the text format of COPY: the next portion of them, some 64 KB, which
// need not end with a row. Empty: that was all.
using CopySource = std::function<base::Result<QByteArray>()>;
// Rows on their way out, one a call, in the same format with the line end. The bytes are gone afterwards.
using CopySink = std::function<base::Result<void>(QByteArrayView row)>;

} // namespace tusk::session
