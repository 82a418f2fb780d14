// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/taskthread.h"
#include "importer/importjob.h"
#include "importer/importpreview.h"
#include "importer/mapping/sourcecolumns.h"

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

namespace tusk::session
{
class DatabaseSession;
}

namespace tusk::importer
{

// An import from the choice of its file to its report, off the thread that asks: the command line and the
// wizard are two listeners of it. What reads only the file runs on a thread of its own, one after another;
// what writes runs on a worker of a session. Thread: whoever made it; nothing waits, and every answer comes
// later.
class ImportRunner final : public QObject
{
    Q_OBJECT

public:
    using Source = std::shared_ptr<ImportSource>;
    template <class T>
    using Done = std::function<void(const base::Result<T> &)>;

    // folder: for private copies. What killed imports have left there is taken away.
    explicit ImportRunner(QString folder = usualCopyFolder(), QObject *parent = nullptr);
    // Stops what goes on: an import that has not been committed leaves the database as it was.
    ~ImportRunner() override;

    // Copies, opens and recognises a file. Ends what was being read before; that is not answered any more.
    void open(const QString &path, ImportSource::Damage damage, Done<Source> done);
    void describe(const Source &source, const Mapping &mapping, Done<QList<SourceColumn>> done);
    void preview(const Source &source, const PreviewRequest &request, Done<ImportPreview> done);
    // Any other work that waits for the disk, in its turn.
    void work(std::function<base::Result<void>()> task, Done<void> done);

    struct Run {
        Source source;
        ImportRequest request;
        bool keepBackup = false; // a copy beside the file first
    };
    // One at a time: one that still comes to its end is not answered any more. progressed() tells how it
    // goes. The session may go before it is done, which ends it.
    void run(session::DatabaseSession &session, const Run &run, Done<ImportReport> done);
    [[nodiscard]] bool isRunning() const { return m_done != nullptr; }
    // Of the run. It is answered when it is known what became of it: as Cancelled, and then nothing was
    // changed, or with its report where that was too late.
    void cancel();

Q_SIGNALS:
    void progressed(const tusk::importer::ImportProgress &progress);

private:
    struct Shared;

    void finish(const std::shared_ptr<Shared> &run, const base::Result<ImportReport> &report);

    const QString m_folder;
    const std::shared_ptr<std::mutex> m_turn = std::make_shared<std::mutex>(); // of reading a source
    std::stop_source m_reading;
    std::shared_ptr<Shared> m_shared; // of the run
    Done<ImportReport> m_done;
    std::function<void()> m_interrupt; // the session, if it is still there
    base::Inbox m_inbox;
    base::TaskThread m_thread; // last: it ends first
};

// Nothing can be imported, nor tried out, where an environment is set to read only; and the reason.
[[nodiscard]] bool isReadOnlyTarget(const session::DatabaseSession &session);
[[nodiscard]] base::Error readOnlyTarget();

} // namespace tusk::importer
