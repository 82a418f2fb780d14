// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/session/copystream.h"
#include "data/session/statement.h"
#include "importer/write/pendinglistcleaner.h"

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
    // Whether todos that change from now on keep the time of their last change, or get one that is written.
    [[nodiscard]] base::Result<void> keepTimes(bool areKept);
    // Before very many todos: a second connection takes over the search indexes, as far as it can.
    void shareIndexing();
    // Behind each portion of them.
    [[nodiscard]] base::Result<void> passOnIndexing();

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
    [[nodiscard]] base::Result<void> waitForIndexing();

    session::Connection &m_connection;
    std::optional<PendingListCleaner> m_cleaner;
    bool m_areListsLeft = false; // to the cleaner
};

// Whether it may have been committed: the end was sent, and no answer came. Nobody may say then that nothing
// was changed.
[[nodiscard]] bool isInDoubt(const base::Error &error);

} // namespace tusk::importer
