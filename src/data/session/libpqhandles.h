// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <libpq-fe.h>

#include <memory>

namespace tusk::session
{

struct LibpqDeleter {
    void operator()(PGconn *connection) const { PQfinish(connection); }
    void operator()(PGresult *result) const { PQclear(result); }
    void operator()(PGcancel *cancel) const { PQfreeCancel(cancel); }
};

using ConnectionHandle = std::unique_ptr<PGconn, LibpqDeleter>;
using ResultHandle = std::unique_ptr<PGresult, LibpqDeleter>;
using CancelHandle = std::unique_ptr<PGcancel, LibpqDeleter>;

} // namespace tusk::session
