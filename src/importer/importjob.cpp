// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importjob.h"

#include "importer/convert/canonical.h"
#include "importer/convert/filenames.h"
#include "importer/directwriting.h"
#include "importer/fingerprint.h"
#include "importer/identityfinder.h"
#include "importer/importremarks.h"
#include "importer/neededspace.h"
#include "importer/progressteller.h"
#include "importer/reconciling.h"
#include "importer/refusedrow.h"
#include "importer/rowreader.h"
#include "importer/source/sourcefailures.h"
#include "importer/texts.h"
#include "importer/write/adoption.h"
#include "importer/write/conflictlist.h"
#include "importer/write/editedhere.h"
#include "importer/write/importproof.h"
#include "importer/write/importtransaction.h"
#include "importer/write/merger.h"
#include "importer/write/recalledrepairs.h"
#include "importer/write/sourceidentity.h"
#include "importer/write/spacecheck.h"
#include "importer/write/staging.h"
#include "importer/write/todoportion.h"
#include "importer/write/verifier.h"

#include <QFileInfo>

namespace tusk::importer
{

using base::Result;

namespace
{

constexpr qint64 worthAnalysing = 10'000; // rows; the server's own statistics come later

QByteArray textOf(const QUuid &id)
{
    return id.toByteArray(QUuid::WithoutBraces);
}

// One run.
class Job final
{
public:
    Job(ImportSource &source, const ImportRequest &request, session::Connection &connection,
        const ProgressListener &progress, const std::stop_token &stop)
        : m_source(source)
        , m_request(request)
        , m_progress(progress, stop)
        , m_stop(stop)
        , m_transaction(connection)
        , m_findings(request.repairsFile)
        , m_conflicts(conflictsFileBeside(request.repairsFile))
    {
        m_report.import = request.import;
        m_report.isDryRun = request.dryRun;
        m_report.file = source.snapshot().source();
        m_report.mapping = request.mapping;
        m_report.mapping.remarks.append(remarksOnOwners(request));
        m_report.owners = request.owners;
        m_report.started = request.now;
        m_report.losses = source.losses();
    }

    Result<ImportReport> run()
    {
        using Step = Result<void> (Job::*)();
        for (const Step step : {&Job::begin, &Job::identifySource, &Job::recall, &Job::fit, &Job::read,
                                &Job::compare, &Job::write, &Job::prove, &Job::end}) {
            if (m_stop.stop_requested())
                return readingCancelled();
            if (const auto taken = (this->*step)(); !taken)
                return ended(taken.error());
        }
        return m_report;
    }

private:
    using Stage = ImportProgress::Stage;

    base::Error ended(const base::Error &error)
    {
        if (m_stop.stop_requested() && !isInDoubt(error))
            return readingCancelled();
        return m_isDirect ? error : namedInFile(error, m_source, m_request, m_identity, m_stop);
    }

    Result<void> begin()
    {
        const auto counted = m_source.file().number(countOf(m_request.mapping, m_request.owners));
        if (!counted)
            return counted.error();
        m_total = *counted;
        m_progress.expect(Stage::Reading, m_total);
        const auto others = m_source.ownersBeside(m_request.owners, m_request.mapping);
        if (!others)
            return others.error();
        m_report.others = *others;
        return m_transaction.begin();
    }

    Result<void> identifySource()
    {
        const auto digest = digestOf(m_source, m_stop);
        if (!digest)
            return digest.error();
        m_report.digest = digestText(*digest);
        m_report.fingerprint = fingerprintOf(*digest, m_request);
        const auto found = IdentityFinder(m_source, m_request, m_report.digest, m_transaction).find();
        if (!found)
            return found.error();
        m_identity = found->identity;
        m_hasJoined = found->hasJoined;
        m_report.mapping.remarks.append(found->remarks);
        m_record = {.import = textOf(m_request.import),
                    .action = textOf(m_request.action),
                    .installation = textOf(m_request.installation),
                    .started = instantText(m_request.now.toMSecsSinceEpoch()),
                    .source = m_identity.text(found->kind),
                    .kind = found->kind,
                    .file = m_report.file,
                    .label = Text::tr("Import of %1").arg(QFileInfo(m_report.file).fileName()),
                    .sourceIsKnown = m_identity.isKnown};
        if (m_request.mapping.isTodoTxt) {
            m_lists.takeWordsForNames();
            m_tags.takeWordsForNames();
        }
        if (auto learned = learnNames(m_transaction, m_record.source, m_lists, m_tags); !learned)
            return learned;
        if (auto told = expectNames(m_source.file(), m_request.mapping.lists, m_lists); !told)
            return told;
        return expectNames(m_source.file(), m_request.mapping.tags, m_tags);
    }

    Result<void> fit()
    {
        if (m_isUnchanged)
            return {};
        const auto known =
            m_identity.isKnown ? countKnownRows(m_transaction, m_record.source) : Result<qint64>(0);
        if (!known)
            return known.error();
        const auto needed = neededSpace(m_source, m_request, {m_total, *known}, m_stop);
        if (!needed)
            return needed.error();
        return checkSpace(m_transaction, needed->newTodos, needed->textBytes);
    }

    // Nothing of a file has to be read whose every byte is known, unless each repair in it is asked for.
    Result<void> recall()
    {
        if (!m_identity.isKnown)
            return {};
        if (m_request.mapping.isExact) {
            if (auto forgotten = forgetDeleted(m_transaction, m_record.source); !forgotten)
                return forgotten;
        }
        const auto known = wasImported(m_transaction, m_record.source, m_report.fingerprint, m_total);
        if (!known || !*known)
            return known ? Result<void>() : known.error();
        const bool wantsAll = !m_request.repairsFile.isEmpty();
        const auto recalled = recallRepairs(m_transaction, m_record.source, wantsAll, m_report);
        if (!recalled)
            return recalled.error();
        m_isUnchanged = *recalled;
        return {};
    }

    Result<void> read()
    {
        if (m_isUnchanged) {
            m_report.rows = m_total;
            return {};
        }
        RowReader reader(m_source.file(), m_request, m_identity, m_lists, m_tags, m_findings, m_stop);
        if (auto opened = reader.open(); !opened)
            return opened;
        m_isDirect = canWriteDirectly(m_request, m_identity.isKnown);
        m_progress.expect(Stage::Writing, m_total);
        if (auto sent = m_isDirect ? writeAsRead(reader) : stageAll(reader); !sent)
            return sent;
        m_report.rows = reader.rows();
        m_report.inTrash = reader.inTrash();
        // A list that was deleted here since stays away as its todos do.
        // Of other programs it is expected only where todos are in it.
        if (!m_identity.isKnown && m_request.mapping.isExact) {
            m_lists.addExpected();
            m_tags.addExpected();
        }
        m_report.usedLists = m_lists.used();
        m_report.usedTags = m_tags.used();
        takeAdded();
        return takeFindings();
    }

    void takeAdded()
    {
        m_report.newLists = m_lists.added();
        m_report.newTags = m_tags.added();
    }

    Result<void> writeAsRead(RowReader &reader)
    {
        m_progress.tell(Stage::Reading, 0);
        PortionMaker maker(
            m_record, [&reader] { return reader.next(); }, m_lists, m_tags, m_request.portion);
        if (m_total > m_request.portion)
            m_transaction.shareIndexing();
        const auto written = writeDirectly(m_transaction, m_record, maker, [this](qint64 done) {
            return m_progress.goOn(Stage::Writing, done);
        });
        if (!written)
            return written.error();
        m_written = *written;
        m_staged = written->sent;
        m_isAnnounced = written->sent.rows > 0;
        return {};
    }

    Result<void> stageAll(RowReader &reader)
    {
        const auto counted = [this, &reader] {
            auto row = reader.next();
            if (row && *row)
                m_progress.tell(Stage::Reading, reader.rows());
            return row;
        };
        // Of a known source most rows are there already, and a trial merges what has changed.
        const bool isChecked = m_request.dryRun && !m_identity.isKnown;
        const auto rules = isChecked ? StagedRules::Checked : StagedRules::Unchecked;
        const auto staged = stage(m_transaction, counted, rules);
        if (!staged)
            return staged.error();
        m_staged = *staged;
        // Of a new source the todos themselves are compared with what was sent.
        if (m_identity.isKnown || m_request.mapping.keepsIds) {
            const auto arrived = verifyStaged(m_transaction, m_staged);
            if (!arrived)
                return arrived.error();
            m_report.sentSums = ComparedSums{m_staged.rows, m_staged.hashes, *arrived};
        }
        return {};
    }

    Result<void> takeFindings()
    {
        m_report.repairs = m_findings.counts();
        m_report.repairedRows = m_findings.repairedRows();
        m_report.firstRepairs = m_findings.first();
        return m_findings.flush();
    }

    Result<void> compare()
    {
        if (m_isUnchanged) {
            m_report.same = m_total;
            return lookForEdited(LookedAt::AllRows);
        }
        if (m_isDirect) {
            m_counts.created = m_report.created = m_staged.rows;
            m_progress.expect(Stage::Comparing, m_staged.rows);
            return {};
        }
        Reconciliation run{m_source, m_request, m_transaction, m_record, m_identity,
                           m_lists,  m_tags,    m_findings,    m_staged, [this] { return announceOnce(); }};
        if (auto reconciled = reconcile(run); !reconciled)
            return reconciled;
        takeAdded();
        if (auto taken = takeFindings(); !taken)
            return taken;
        const auto counts = compareStaged(m_transaction, m_record, m_staged.rows);
        if (!counts)
            return counts.error();
        m_counts = *counts;
        m_progress.expect(Stage::Writing, counts->created + counts->changed);
        m_progress.expect(Stage::Comparing, counts->created);
        m_report.created = counts->created;
        m_report.same = counts->same;
        m_report.deletedInTusk = counts->gone;
        if (m_request.dryRun)
            m_report.changed = counts->changed;
        if (auto looked = lookForEdited(LookedAt::UnchangedRows); !looked)
            return looked;
        return lookForMissing();
    }

    Result<void> lookForEdited(LookedAt lookedAt)
    {
        if (!m_record.sourceIsKnown || m_report.same == 0)
            return {};
        const auto edited = countEditedHere(m_transaction, m_record, lookedAt, m_request.mapping);
        if (!edited)
            return edited.error();
        m_report.editedInTusk = *edited;
        return {};
    }

    // Whose todos were not asked for, what could not be read or was refused, and what an export of Tusk was
    // not asked to hold, may be there still.
    Result<void> lookForMissing()
    {
        const bool isWhole = m_request.owners.isEmpty() && m_report.losses.isEmpty() &&
                             m_report.refused() == 0 && !m_request.mapping.isExact;
        if (!m_record.sourceIsKnown || !isWhole)
            return {};
        const auto missing = countMissing(m_transaction, m_record);
        if (!missing)
            return missing.error();
        m_report.missing = *missing;
        return {};
    }

    Result<void> announceOnce()
    {
        if (m_isAnnounced)
            return {};
        m_isAnnounced = true;
        return announce(m_transaction, m_record);
    }

    // Whether the database is another one now. Where all that the file says otherwise is in conflict it is
    // not, and nothing of the import stays.
    [[nodiscard]] bool hasWork() const { return !m_request.dryRun && m_report.bringsAnything(); }

    // What changed in the file has to be merged before anybody knows what is in conflict, in a trial, too.
    [[nodiscard]] bool writes() const
    {
        const bool adds = m_counts.created + m_report.namesOfTheirOwn() > 0;
        return m_counts.changed > 0 || (!m_request.dryRun && adds);
    }

    Result<void> write()
    {
        if (!writes())
            return {};
        m_progress.tell(Stage::Writing, m_isDirect ? m_staged.rows : 0);
        if (auto announced = announceOnce(); !announced)
            return announced;
        auto added =
            addNames(m_transaction, m_lists.added().mid(m_written.lists), m_tags.added().mid(m_written.tags));
        if (!added)
            return added;
        if (m_counts.created > 0 && !m_isDirect) {
            const NewTodos todos{m_counts.created, m_tags.isUsed(), m_request.mapping.has(Target::Parent),
                                 m_request.portion};
            if (m_counts.created > m_request.portion)
                m_transaction.shareIndexing();
            auto written = addTodos(m_transaction, m_record, todos,
                                    [this](qint64 done) { return m_progress.goOn(Stage::Writing, done); });
            if (!written)
                return written;
        }
        if (m_counts.changed == 0)
            return {};
        m_report.changed = 0; // candidates so far
        const auto merged = mergeChanged(m_transaction, m_record, m_report, m_conflicts, [this](qint64 done) {
            return m_progress.goOn(Stage::Writing, m_counts.created + done);
        });
        if (!merged)
            return merged.error();
        if (merged->rows != m_counts.changed) // some were deleted since they were counted
            return editedMeanwhile(
                QStringLiteral("%1 changed rows, %2 compared").arg(m_counts.changed).arg(merged->rows));
        m_conflicting = merged->conflicting;
        if (m_request.dryRun) {
            m_report.verified = 0;
            m_report.changedSums.reset();
        }
        return {};
    }

    Result<void> prove()
    {
        if (!hasWork())
            return {};
        m_progress.tell(Stage::Comparing, 0);
        const WrittenRows written{m_staged, m_counts, m_conflicting};
        const auto proven = proveImport(m_transaction, m_record, written, [this](qint64 done) {
            return m_progress.goOn(Stage::Comparing, done);
        });
        if (!proven)
            return proven.error();
        m_report.verified += proven->todos;
        if (proven->todos > 0)
            m_report.newSums = *proven;
        return {};
    }

    Result<void> end()
    {
        if (m_report.created + m_report.changed > 0)
            m_report.mapping.remarks.append(remarksOnArchived(m_lists));
        m_report.finished = QDateTime::currentDateTimeUtc();
        if (!hasWork()) // nothing of the transaction stays but two sources that are one
            return m_hasJoined && !m_request.dryRun && !m_isAnnounced ? m_transaction.commit()
                                                                      : Result<void>();
        if (auto kept = keepReport(m_transaction, m_record, m_report); !kept)
            return kept;
        if (m_counts.created >= worthAnalysing) {
            const auto analysed = m_transaction.execute(
                "import statistics", "ANALYZE tusk.todo, tusk.todo_search, tusk.import_row");
            if (!analysed)
                return analysed.error();
        }
        return m_transaction.commit();
    }

    ImportSource &m_source;
    const ImportRequest &m_request;
    ProgressTeller m_progress;
    const std::stop_token &m_stop;
    ImportTransaction m_transaction;
    Findings m_findings;
    ConflictList m_conflicts;
    ImportReport m_report;
    ImportRecord m_record;
    SourceIdentity m_identity;
    NameBook m_lists;
    NameBook m_tags;
    Staged m_staged; // all that was sent
    StagedCounts m_counts;
    qint64 m_conflicting = 0; // rows
    qint64 m_total = 0;
    bool m_isUnchanged = false; // since the import before
    bool m_isDirect = false;    // todos are written as they are read
    DirectlyWritten m_written;
    bool m_isAnnounced = false;
    bool m_hasJoined = false;
};

} // namespace

Result<ImportReport> runImport(ImportSource &source, const ImportRequest &request,
                               session::Connection &connection, const ProgressListener &progress,
                               const std::stop_token &stop)
{
    return Job(source, request, connection, progress, stop).run();
}

} // namespace tusk::importer
