// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/session/copystream.h"
#include "data/session/statement.h"

#include <QtGlobal>

#include <optional>

namespace tusk::session
{
class Connection;
}

namespace tusk::importer
{

// The one transaction of an import. What has not been committed when this goes is gone. One import at a time
// in a database; a second one waits for the first, but not for long. Thread: that of the connection.
class ImportTransaction final
{
public:
    explicit ImportTransaction(session::Connection &connection);
    ~ImportTransaction();
    Q_DISABLE_COPY_MOVE(ImportTransaction)

    [[nodiscard]] base::Result<void> begin();
    [[nodiscard]] base::Result<void> commit();

    // Whether what changes from now on is logged row by row, as it is at first.
    [[nodiscard]] base::Result<void> logRows(bool areLogged);

    [[nodiscard]] base::Result<session::Answer> execute(const char *name, const QByteArray &sql,
                                                        const QList<std::optional<QByteArray>> &values = {});
    // The single number of the answer.
    [[nodiscard]] base::Result<qint64> number(const char *name, const QByteArray &sql,
                                              const QList<std::optional<QByteArray>> &values = {});
    [[nodiscard]] base::Result<void> copyIn(const char *name, const QByteArray &sql,
                                            const session::CopySource &source);
    [[nodiscard]] base::Result<void> copyOut(const char *name, const QByteArray &sql,
                                             const session::CopySink &sink);

private:
    session::Connection &m_connection;
};

// Whether it may have been committed: the end was sent, and no answer came. Nobody may say then that nothing
// was changed.
[[nodiscard]] bool isInDoubt(const base::Error &error);

} // namespace tusk::importer
