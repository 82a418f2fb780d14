// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importassistant.h"

#include "domain/todorules.h"
#include "importer/source/copyfolder.h"
#include "importer/source/sourcefailures.h"
#include "models/databaselink.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace tusk::gui
{

using base::Result;
using importer::ImportRunner;
using importer::ImportSource;

ImportAssistant::Folders ImportAssistant::usualFolders()
{
    return {QDir::homePath(), importer::usualCopyFolder()};
}

ImportAssistant::ImportAssistant(Folders folders, QObject *parent)
    : QObject(parent)
    , m_folders(std::move(folders))
    , m_runner(m_folders.copies)
{
    connect(&m_runner, &ImportRunner::progressed, this, [this](const importer::ImportProgress &progress) {
        m_pace.take(progress, m_clock.elapsed());
        Q_EMIT progressed();
    });
}

ImportAssistant::~ImportAssistant() = default;

void ImportAssistant::setTarget(const ImportTarget &target)
{
    const ImportTarget before = std::exchange(m_target, target);
    if (before == target)
        return;
    if (before.link)
        before.link->disconnect(this);
    if (target.link)
        connect(target.link, &models::DatabaseLink::stateChanged, this, &ImportAssistant::changed);
    forgetTrial();
    if (m_step == Step::Summary)
        enter(Step::Options);
    Q_EMIT changed();
}

// ---------------------------------------------------------------------------------------------------------------
// Steps

bool ImportAssistant::isConnected() const
{
    return m_target.link && m_target.link->state() == models::DatabaseLink::State::Ready;
}

bool ImportAssistant::isReadOnly() const
{
    return isConnected() && importer::isReadOnlyTarget(m_target.link->session());
}

// Before somebody has decided everything for nothing.
std::optional<base::Error> ImportAssistant::problem() const
{
    const bool isInVain = m_work == Work::None && m_step <= Step::Options && isReadOnly();
    return !m_problem && isInVain ? std::optional(importer::readOnlyTarget()) : m_problem;
}

bool ImportAssistant::canGoBack() const
{
    return m_step > Step::File && m_step <= Step::Summary && m_work != Work::Importing &&
           m_work != Work::Cancelling;
}

bool ImportAssistant::canGoOn() const
{
    if (m_work != Work::None)
        return false;
    switch (m_step) {
    case Step::File:
    case Step::Found:
        return isOpen();
    case Step::Mapping:
        return m_plan.mapping.has(importer::Target::Title);
    case Step::Options:
        return m_plan.isComplete() && !isReadOnly();
    case Step::Summary:
        return m_trial && m_trial->bringsAnything() && isConnected();
    case Step::Progress:
    case Step::Result:
        break;
    }
    return false;
}

void ImportAssistant::goBack()
{
    if (!canGoBack())
        return;
    forgetUnfinishedTrial();
    enter(static_cast<Step>(static_cast<int>(m_step) - 1));
}

void ImportAssistant::goOn()
{
    if (!canGoOn())
        return;
    if (m_step == Step::Summary)
        return import();
    // What is learned of the file last is part of what is tried out.
    m_goesOn = m_step == Step::Options && m_previewing;
    if (m_goesOn)
        return;
    enter(static_cast<Step>(static_cast<int>(m_step) + 1));
    if (m_step == Step::Summary && !m_trial)
        tryOut();
}

void ImportAssistant::enter(Step step)
{
    m_problem.reset();
    m_goesOn = false;
    m_step = step;
    Q_EMIT stepChanged();
    Q_EMIT changed();
}

void ImportAssistant::startOver()
{
    if (m_work == Work::Importing || m_work == Work::Cancelling)
        return;
    m_runner.cancel();
    dropSource();
    m_file.clear();
    m_columns.clear();
    m_plan = {};
    m_preview = {};
    m_trial.reset();
    m_report.reset();
    m_savedReport.clear();
    m_undone = false;
    m_undo.reset();
    m_work = Work::None;
    enter(Step::File);
}

// To remove the private copy of a large file takes a while.
void ImportAssistant::dropSource()
{
    if (!m_source)
        return;
    m_runner.work(
        [gone = std::exchange(m_source, nullptr)]() mutable -> Result<void> {
            gone.reset();
            return {};
        },
        [](const Result<void> &) {});
}

void ImportAssistant::settle(Work work, const std::optional<base::Error> &problem)
{
    m_work = work;
    m_problem = problem;
    Q_EMIT changed();
}

// ---------------------------------------------------------------------------------------------------------------
// The file

void ImportAssistant::lookForFiles()
{
    const auto found = std::make_shared<QList<importer::LikelyFile>>();
    m_runner.work(
        [found, home = m_folders.home]() -> Result<void> {
            *found = importer::findLikelyFiles(home);
            return {};
        },
        [this, found](const Result<void> &) {
            m_likely = *found;
            Q_EMIT changed();
        });
}

QString ImportAssistant::fileName() const
{
    return QFileInfo(m_file).fileName();
}

void ImportAssistant::chooseFile(const QString &path)
{
    if (m_work == Work::Importing || m_work == Work::Cancelling)
        return;
    startOver();
    m_file = path;
    open(ImportSource::Damage::Refused);
}

bool ImportAssistant::canTakeWhatIsReadable() const
{
    return m_problem && m_work == Work::None && importer::isDamage(*m_problem, m_file);
}

void ImportAssistant::takeWhatIsReadable()
{
    if (canTakeWhatIsReadable())
        open(ImportSource::Damage::Accepted);
}

void ImportAssistant::open(ImportSource::Damage damage)
{
    settle(Work::Opening, std::nullopt);
    m_runner.open(m_file, damage, [this](const Result<ImportRunner::Source> &source) {
        if (source)
            onOpened(*source);
        else
            settle(Work::None, source.error());
    });
}

void ImportAssistant::onOpened(const ImportRunner::Source &source)
{
    dropSource();
    m_source = source;
    m_plan = {};
    m_plan.meet(source->owners());
    m_work = Work::None;
    take(source->recognition().best());
    enter(Step::Found);
}

// ---------------------------------------------------------------------------------------------------------------
// What was found, and what goes where

QList<importer::ScoredMapping> ImportAssistant::tables() const
{
    return m_source ? m_source->recognition().mappings : QList<importer::ScoredMapping>();
}

QStringList ImportAssistant::losses() const
{
    return m_source ? m_source->losses() : QStringList();
}

void ImportAssistant::chooseTable(const QString &table)
{
    const auto all = tables();
    const auto found = std::ranges::find_if(
        all, [&table](const importer::ScoredMapping &each) { return each.mapping.table == table; });
    if (found != all.cend() && m_plan.recognised.table != table)
        take(found->mapping);
}

void ImportAssistant::take(const importer::Mapping &mapping)
{
    m_plan.recognised = mapping;
    m_plan.mapping = mapping;
    m_plan.prioritiesAreTurned = false; // those of another table
    m_columns.clear();
    m_runner.describe(m_source, mapping,
                      [this, table = mapping.table](const Result<QList<importer::SourceColumn>> &columns) {
                          if (table != m_plan.recognised.table)
                              return;
                          if (columns)
                              m_columns = *columns;
                          else
                              m_problem = columns.error();
                          Q_EMIT changed();
                      });
    planChanged();
}

void ImportAssistant::map(qsizetype column, std::optional<importer::Target> target)
{
    if (column < 0 || column >= m_columns.size())
        return;
    const importer::PriorityScale prioritiesBefore = m_plan.mapping.priorities;
    importer::assign(m_plan.mapping, m_plan.recognised, m_columns.at(column), target);
    if (m_plan.mapping.priorities != prioritiesBefore) // those of another column
        m_plan.prioritiesAreTurned = false;
    planChanged();
}

void ImportAssistant::planChanged()
{
    forgetTrial();
    refreshPreview();
    Q_EMIT changed();
}

// An answer to what was asked before the last change says nothing any more.
void ImportAssistant::refreshPreview()
{
    if (!m_source || !m_plan.mapping.has(importer::Target::Title)) {
        ++m_previewNumber;
        m_previewing = false;
        return;
    }
    m_previewing = true;
    importer::PreviewRequest request{.mapping = m_plan.mapping,
                                     .owners = m_plan.owners(),
                                     .conversion = m_plan.conversion(),
                                     .now = QDateTime::currentDateTimeUtc()};
    m_runner.preview(m_source, request,
                     [this, number = ++m_previewNumber](const Result<importer::ImportPreview> &preview) {
                         if (number != m_previewNumber)
                             return;
                         m_previewing = false;
                         if (!preview) {
                             m_goesOn = false;
                             return settle(m_work, preview.error());
                         }
                         m_preview = *preview;
                         m_plan.mapping = preview->mapping;
                         const auto peopleBefore = m_plan.people;
                         m_plan.meet(preview->owners);
                         if (m_plan.people != peopleBefore)
                             refreshPreview();
                         Q_EMIT changed();
                         if (m_goesOn && !m_previewing)
                             goOn();
                     });
}

// ---------------------------------------------------------------------------------------------------------------
// Options

void ImportAssistant::choosePerson(const QString &id, bool chosen)
{
    m_plan.chosenPeople.removeAll(id);
    if (chosen)
        m_plan.chosenPeople.append(id);
    planChanged();
}

void ImportAssistant::setList(const QString &name)
{
    m_plan.list = name;
    planChanged();
}

void ImportAssistant::setZone(const QByteArray &zone)
{
    if (!zone.isEmpty() && !domain::isKnownZone(zone))
        return;
    m_plan.zone = zone;
    planChanged();
}

void ImportAssistant::setRestToNotes(bool append)
{
    m_plan.mapping.leftOutGoesToNotes = append;
    planChanged();
}

void ImportAssistant::sayState(const QByteArray &value, importer::StateValue::Kind kind)
{
    m_plan.mapping.states.insert(importer::foldedWord(value), kind);
    planChanged();
}

void ImportAssistant::setOpenMeansDone(bool swapped)
{
    m_plan.mapping.stateMeansOpen = swapped != importer::columnMeansOpen(m_plan.mapping, m_plan.recognised);
    planChanged();
}

void ImportAssistant::turnPriorities(bool turned)
{
    if (turned == m_plan.prioritiesAreTurned)
        return;
    m_plan.prioritiesAreTurned = turned;
    for (int &priority : m_plan.mapping.priorities) {
        if (priority > 0) // none stays none
            priority = 4 - priority;
    }
    planChanged();
}

void ImportAssistant::setPlansAreMoments(bool areMoments)
{
    m_plan.mapping.plansAreMoments = areMoments;
    planChanged();
}

void ImportAssistant::setMidnightsAreDays(bool areDays)
{
    m_plan.mapping.midnightsAreDays = areDays;
    planChanged();
}

void ImportAssistant::setMonthFirst(bool monthFirst)
{
    for (const importer::Target target : m_plan.mapping.ambiguousDays.keys()) {
        if (monthFirst)
            m_plan.mapping.dayOrders.insert(target, importer::DayOrder::MonthFirst);
        else if (m_plan.recognised.dayOrders.contains(target)) // as other columns are
            m_plan.mapping.dayOrders.insert(target, importer::DayOrder::DayFirst);
        else
            m_plan.mapping.dayOrders.remove(target); // as it was read before
    }
    planChanged();
}

void ImportAssistant::setKeepBackup(bool keep)
{
    m_plan.keepBackup = keep;
    Q_EMIT changed();
}

} // namespace tusk::gui
