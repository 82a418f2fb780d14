// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// The trial, the import itself, and what can be done with it afterwards.

#include "base/uuidv7.h"
#include "gui/import/importassistant.h"
#include "importer/reportfile.h"
#include "importer/source/sourcefailures.h"
#include "models/databaselink.h"
#include "models/workspace.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace tusk::gui
{

using base::Result;
using importer::ImportReport;
using importer::ImportRunner;

namespace
{

// Then the threads of an import and the server want every processor there is.
constexpr std::chrono::milliseconds momentToPaint{30};

base::Error notConnected()
{
    base::Error error;
    error.kind = base::ErrorKind::NoConnection;
    error.sentence =
        ImportAssistant::tr("There is no connection to the database at the moment; nothing was imported.");
    return error;
}

base::Error notUndone()
{
    base::Error error;
    error.kind = base::ErrorKind::NotFound;
    error.sentence = ImportAssistant::tr("The import could not be undone; the window says why.");
    return error;
}

} // namespace

void ImportAssistant::forgetTrial()
{
    forgetUnfinishedTrial();
    m_trial.reset();
}

void ImportAssistant::forgetUnfinishedTrial()
{
    if (m_work != Work::Checking)
        return;
    m_work = Work::None;
    m_runner.cancel();
}

std::optional<ImportRunner::Run> ImportAssistant::makeRun(bool dryRun)
{
    if (!m_source || !isConnected())
        return std::nullopt;
    ImportRunner::Run run{m_source, {}, m_plan.keepBackup};
    run.request = {.import = base::makeUuidV7(),
                   .action = base::makeUuidV7(),
                   .installation = m_target.link->installation().uuid(),
                   .mapping = m_plan.mapping,
                   .owners = m_plan.owners(),
                   .conversion = m_plan.conversion(),
                   .dryRun = dryRun,
                   .repairsFile = m_source->snapshot().file() + QStringLiteral(".repairs"),
                   .now = m_target.link->workspace().now()};
    return run;
}

void ImportAssistant::tryOut()
{
    const auto run = makeRun(true);
    if (!run)
        return settle(Work::None, notConnected());
    m_repairsFile = run->request.repairsFile;
    m_savedReport.clear();
    settle(Work::Checking, std::nullopt);
    m_runner.run(m_target.link->session(), *run, [this](const Result<ImportReport> &report) {
        if (m_work != Work::Checking)
            return; // who went back meanwhile has ended it, and wants to hear nothing of it
        if (report)
            m_trial = *report;
        settle(Work::None, report ? std::nullopt : std::optional(report.error()));
    });
}

void ImportAssistant::import()
{
    const auto run = makeRun(false);
    if (!run)
        return settle(Work::None, notConnected());
    m_action = run->request.action;
    m_repairsFile = run->request.repairsFile;
    m_savedReport.clear();
    m_importedInto = m_target;
    m_pace = {};
    m_clock.start();
    m_work = Work::Importing;
    enter(Step::Progress);
    QTimer::singleShot(momentToPaint, this, [this, run = *run] { carryOut(run); });
}

void ImportAssistant::carryOut(const ImportRunner::Run &run)
{
    if (m_work == Work::Cancelling)
        onImported(importer::readingCancelled());
    else if (!m_importedInto.link)
        onImported(notConnected());
    else
        m_runner.run(m_importedInto.link->session(), run,
                     [this](const Result<ImportReport> &report) { onImported(report); });
}

void ImportAssistant::cancel()
{
    if (m_work != Work::Importing)
        return;
    settle(Work::Cancelling, std::nullopt);
    m_runner.cancel();
}

void ImportAssistant::onImported(const Result<ImportReport> &report)
{
    m_work = Work::None;
    if (!report) {
        enter(Step::Summary);
        settle(Work::None, report.error());
    } else {
        m_report = *report;
        // Its announcement may take a while, or the listening connection be down.
        if (m_importedInto.link && report->bringsAnything())
            m_importedInto.link->workspace().noteImport(domain::ActionId(m_action), actionLabel());
        enter(Step::Result);
    }
    Q_EMIT finished();
}

// ---------------------------------------------------------------------------------------------------------------
// Afterwards

QString ImportAssistant::actionLabel() const
{
    return tr("Import of %1").arg(fileName());
}

void ImportAssistant::undo()
{
    if (m_work != Work::None || !m_report || m_undone)
        return;
    if (!m_importedInto.link)
        return settle(Work::None, notConnected());
    models::Workspace &workspace = m_importedInto.link->workspace();
    connect(&workspace, &models::Workspace::settled, this, &ImportAssistant::onSettled, Qt::UniqueConnection);
    settle(Work::Undoing, std::nullopt);
    m_undo = workspace.undoImport(domain::ActionId(m_action), actionLabel());
}

void ImportAssistant::onSettled(domain::ActionId action, bool carriedOut)
{
    if (action != m_undo)
        return;
    m_undo.reset();
    m_undone = carriedOut;
    settle(Work::None, carriedOut ? std::nullopt : std::optional(notUndone()));
    Q_EMIT finished();
}

void ImportAssistant::saveReport(const QString &file)
{
    const std::optional<ImportReport> &known = m_report ? m_report : m_trial;
    if (m_work != Work::None || !known || file.isEmpty())
        return;
    settle(Work::Saving, std::nullopt);
    m_runner.work([report = *known, repairs = m_repairsFile,
                   file] { return importer::writeReport(report, repairs, file); },
                  [this, file](const Result<void> &saved) {
                      m_savedReport = saved ? file : QString();
                      settle(Work::None, saved ? std::nullopt : std::optional(saved.error()));
                  });
}

} // namespace tusk::gui
