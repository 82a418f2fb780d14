// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importrunner.h"

#include "base/threadpriority.h"
#include "data/session/databasesession.h"
#include "importer/source/copyfolder.h"
#include "importer/source/sourcefailures.h"
#include "importer/texts.h"
#include "importer/write/importtransaction.h"

#include <QFile>
#include <QPointer>

#include <atomic>
#include <utility>

namespace tusk::importer
{

using base::Result;

// What a run has in common with its worker, which may outlive us by a moment.
struct ImportRunner::Shared {
    enum class Fate { Waiting, Begun, GivenUp };

    std::atomic<Fate> fate = Fate::Waiting;
    std::stop_source stop = {};

    // Only one of the two comes first: the worker that begins, or we who give up waiting for it.
    [[nodiscard]] bool become(Fate next)
    {
        Fate expected = Fate::Waiting;
        return fate.compare_exchange_strong(expected, next);
    }
};

namespace
{

Result<ImportReport> carryOut(const ImportRunner::Run &run, session::Connection &connection,
                              const ProgressListener &told, const std::stop_token &stop)
{
    if (!run.request.repairsFile.isEmpty())
        QFile::remove(run.request.repairsFile); // of a trial
    if (run.keepBackup && !run.request.dryRun) {
        if (const auto kept = run.source->keepBackup(); !kept)
            return kept.error();
    }
    return runImport(*run.source, run.request, connection, told, stop);
}

} // namespace

// A trial, too, needs tables for a while.
bool isReadOnlyTarget(const session::DatabaseSession &session)
{
    return session.settings().readOnly;
}

base::Error readOnlyTarget()
{
    base::Error error;
    error.kind = base::ErrorKind::ReadOnlyServer;
    error.sentence = Text::tr("This environment is set to read only, so nothing can be imported into it.");
    return error;
}

ImportRunner::ImportRunner(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_thread.post(base::giveWayToTheWindow);
    m_thread.post([path = m_folder] { removeAbandonedCopies(path); });
}

ImportRunner::~ImportRunner()
{
    m_reading.request_stop();
    cancel();
}

void ImportRunner::open(const QString &path, ImportSource::Damage damage, Done<Source> done)
{
    m_reading.request_stop();
    m_reading = std::stop_source();
    m_thread.post([path, damage, done = std::move(done), folder = m_folder, stop = m_reading.get_token(),
                   home = m_inbox.address()] {
        auto opened = ImportSource::open(path, folder, damage, stop);
        if (stop.stop_requested())
            return;
        const auto result =
            opened ? Result<Source>(Source(std::move(*opened))) : Result<Source>(opened.error());
        home.post([done, result] { done(result); });
    });
}

void ImportRunner::describe(const Source &source, const Mapping &mapping, Done<QList<SourceColumn>> done)
{
    m_thread.post([source, mapping, done = std::move(done), turn = m_turn, home = m_inbox.address()] {
        const std::lock_guard lock(*turn);
        home.post([done, columns = describeColumns(source->file(), mapping)] { done(columns); });
    });
}

void ImportRunner::preview(const Source &source, const PreviewRequest &request, Done<ImportPreview> done)
{
    m_thread.post([source, request, done = std::move(done), turn = m_turn, home = m_inbox.address()] {
        const std::lock_guard lock(*turn);
        home.post([done, preview = previewImport(*source, request)] { done(preview); });
    });
}

void ImportRunner::work(std::function<Result<void>()> task, Done<void> done)
{
    m_thread.post([task = std::move(task), done = std::move(done), home = m_inbox.address()] {
        home.post([done, result = task()] { done(result); });
    });
}

// The worker hands its report over by itself: the session would answer a cancelled task at once, and nobody
// would know whether it had been committed by then.
void ImportRunner::run(session::DatabaseSession &session, const Run &run, Done<ImportReport> done)
{
    m_done = std::move(done);
    m_shared = std::make_shared<Shared>();
    if (isReadOnlyTarget(session))
        return m_inbox.address().post([this, shared = m_shared] { finish(shared, readOnlyTarget()); });
    const auto told = [this, shared = m_shared, home = m_inbox.address()](const ImportProgress &progress) {
        home.post([this, shared, progress] {
            if (shared == m_shared)
                Q_EMIT progressed(progress);
        });
    };
    const auto task = [this, run, told, shared = m_shared, turn = m_turn,
                       home = m_inbox.address()](session::Connection &connection) -> Result<bool> {
        if (!shared->become(Shared::Fate::Begun))
            return false;
        const std::lock_guard lock(*turn);
        home.post([this, shared, report = carryOut(run, connection, told, shared->stop.get_token())] {
            finish(shared, report);
        });
        return true;
    };
    const auto answered = [this, shared = m_shared](const Result<bool> &begun) {
        if (!begun && shared->become(Shared::Fate::GivenUp))
            finish(shared, begun.error());
    };
    const auto id = session.run<bool>(task, true, m_inbox, answered);
    m_interrupt = [id, from = QPointer(&session)] {
        if (from)
            from->cancel(id);
    };
}

void ImportRunner::cancel()
{
    if (!isRunning())
        return;
    m_shared->stop.request_stop();
    if (const auto interrupt = std::exchange(m_interrupt, nullptr))
        interrupt();
}

void ImportRunner::finish(const std::shared_ptr<Shared> &run, const Result<ImportReport> &report)
{
    if (run != m_shared)
        return;
    m_interrupt = nullptr;
    const bool wasStopped = !report && m_shared->stop.stop_requested() && !isInDoubt(report.error());
    if (const auto done = std::exchange(m_done, nullptr))
        done(wasStopped ? Result<ImportReport>(readingCancelled()) : report);
}

} // namespace tusk::importer
