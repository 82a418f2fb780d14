// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importjob.h"

#include "domain/todorules.h"
#include "importer/convert/canonical.h"
#include "importer/convert/circles.h"
#include "importer/convert/filenames.h"
#include "importer/fingerprint.h"
#include "importer/identityfinder.h"
#include "importer/mapping/lookuptables.h"
#include "importer/progressteller.h"
#include "importer/readahead.h"
#include "importer/source/sourcefailures.h"
#include "importer/texts.h"
#include "importer/write/adoption.h"
#include "importer/write/conflictlist.h"
#include "importer/write/importproof.h"
#include "importer/write/importtransaction.h"
#include "importer/write/merger.h"
#include "importer/write/orphans.h"
#include "importer/write/refusedtodo.h"
#include "importer/write/sourceidentity.h"
#include "importer/write/spacecheck.h"
#include "importer/write/staging.h"
#include "importer/write/todoportion.h"
#include "importer/write/verifier.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

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
        , m_progress(progress)
        , m_stop(stop)
        , m_transaction(connection)
        , m_findings(request.repairsFile)
        , m_conflicts(conflictsFileBeside(request.repairsFile))
    {
        m_report.import = request.import;
        m_report.isDryRun = request.dryRun;
        m_report.file = source.snapshot().source();
        m_report.mapping = request.mapping;
        if (request.conversion.ownersAreLists && request.mapping.has(Target::List))
            m_report.mapping.remarks.append(
                Text::tr("Todos that are in a list in the file stay in it and have their person as a tag."));
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
                return m_stop.stop_requested() && !isInDoubt(taken.error()) ? readingCancelled()
                                                                            : named(taken.error());
        }
        return m_report;
    }

private:
    Result<void> begin()
    {
        const auto counted = m_source.file().number(countOf(m_request.mapping, m_request.owners));
        if (!counted)
            return counted.error();
        m_total = *counted;
        if (const auto found = lookForOthers(); !found)
            return found;
        return m_transaction.begin();
    }

    // Who chose some people may have forgotten the others.
    Result<void> lookForOthers()
    {
        if (m_request.owners.isEmpty())
            return {};
        auto owners = m_source.ownersOf(m_request.mapping);
        if (!owners)
            return owners.error();
        m_report.others = *owners;
        m_report.others.removeIf([this](const SourceOwner &owner) {
            return m_request.owners.contains(QString::fromUtf8(owner.id));
        });
        return {};
    }

    Result<void> identifySource()
    {
        const auto found = IdentityFinder(m_source, m_request, m_transaction).find();
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
        if (const auto learned = learnNames(m_transaction, m_record.source, m_lists, m_tags); !learned)
            return learned;
        if (const auto told = expectNames(m_source.file(), m_request.mapping.lists, m_lists); !told)
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
        const auto texts = sizeOfTexts();
        if (!texts)
            return texts.error();
        const qint64 todos = std::max<qint64>(0, m_total - *known);
        const double share = m_total > 0 ? double(todos) / double(m_total) : 0;
        return checkSpace(m_transaction, todos, qint64(double(*texts) * share));
    }

    // They are looked at only in a file that is large for so few todos: it may hold long notes, or much else.
    Result<qint64> sizeOfTexts()
    {
        if (m_source.snapshot().size() <= 2 * usualBytesOfTodo * m_total)
            return 0;
        auto sizes = m_source.file().query(textSizesOf(m_request.mapping, m_request.owners));
        if (!sizes)
            return sizes.error();
        qint64 sum = 0;
        while (true) {
            if (m_stop.stop_requested())
                return readingCancelled();
            const auto more = sizes->next();
            if (!more)
                return more.error();
            if (!*more)
                return sum;
            sum += sizes->value(0).toText().toLongLong();
        }
    }

    // Nothing of a file has to be read whose every byte is known.
    Result<void> recall()
    {
        const auto fingerprint = fingerprintOf(m_source, m_request, m_stop);
        if (!fingerprint)
            return fingerprint.error();
        m_report.fingerprint = *fingerprint;
        if (!m_identity.isKnown)
            return {};
        if (m_request.mapping.isExact) {
            if (const auto forgotten = forgetDeleted(m_transaction, m_record.source); !forgotten)
                return forgotten;
        }
        const auto known = wasImported(m_transaction, m_record.source, *fingerprint, m_total);
        if (!known)
            return known.error();
        m_isUnchanged = *known;
        return {};
    }

    Result<void> read()
    {
        if (m_isUnchanged) {
            m_report.rows = m_total;
            return {};
        }
        const auto circle = idsInCircles(m_source.file(), m_request.mapping, m_request.owners);
        if (!circle)
            return circle.error();
        Converter converter(m_request.mapping, m_request.conversion, m_identity.id, m_identity.firstImport,
                            m_lists, m_tags, m_findings, *circle);
        auto rows = queryTodos(m_source.file(), m_request.mapping, m_request.owners);
        if (!rows)
            return rows.error();
        const auto next = [this, &converter, &rows]() -> Result<std::optional<TodoRow>> {
            while (true) {
                if (m_stop.stop_requested())
                    return readingCancelled();
                const auto more = rows->next();
                if (!more)
                    return more.error();
                if (!*more)
                    return std::optional<TodoRow>();
                ++m_report.rows;
                TodoRow row = converter.convert(*rows);
                if (row.broken) {
                    refuse(row, *row.broken);
                    continue;
                }
                m_report.inTrash += !m_identity.isKnown && row.fields[size_t(Field::DeletedAt)] ? 1 : 0;
                return std::optional(std::move(row));
            }
        };
        m_isDirect = canGoDirectly();
        if (const auto sent = m_isDirect ? writeAsRead(next) : stageAll(next); !sent)
            return sent;
        // A list that was deleted here since stays away as its todos do.
        if (!m_identity.isKnown) {
            m_lists.addExpected();
            m_tags.addExpected();
        }
        m_report.newLists = m_lists.added();
        m_report.newTags = m_tags.added();
        return takeFindings();
    }

    // The others come all the same.
    void refuse(const TodoRow &row, Field broken)
    {
        const auto text = [&row](Field field) { return row.fields[size_t(field)].value_or(QByteArray()); };
        const QString title = QString::fromUtf8(text(Field::Title));
        m_findings.add({RepairKind::Refused, row.sourceId, fieldText(wordFor(broken)), text(broken),
                        excerptsOf(title, {}, domain::maxTitleLength).one});
    }

    // Of staged rows the server says the number or the id of the one that it does not take: the file is read
    // once more for its title.
    base::Error named(const base::Error &error)
    {
        const bool isOfTodos = error.statement == "import rows" || error.statement == "import todos";
        const bool isStaged = !m_isDirect && (error.copyLine > 0 || !error.rowId.isEmpty());
        if (!isStaged || !isOfTodos || !isAboutRow(error))
            return error;
        NameBook lists;
        NameBook tags;
        Findings findings({});
        Converter converter(m_request.mapping, m_request.conversion, m_identity.id, m_identity.firstImport,
                            lists, tags, findings, {});
        auto rows = m_source.file().query(selectOf(m_request.mapping, m_request.owners));
        qint64 line = 0;
        while (rows && !m_stop.stop_requested()) {
            const auto more = rows->next();
            if (!more || !*more)
                break;
            const TodoRow row = converter.convert(*rows);
            line += row.broken ? 0 : 1;
            const bool isLine = error.copyLine > 0 && line == error.copyLine;
            if (isLine || textOf(row.id) == error.rowId)
                return refusedTodo(error, QString::fromUtf8(row.fields[size_t(Field::Title)].value_or("")),
                                   row.sourceId);
        }
        return error;
    }

    // Whether nothing of the database has to be looked at to know what becomes of a row, and no todo comes
    // before its parent.
    [[nodiscard]] bool canGoDirectly() const
    {
        const Mapping &mapping = m_request.mapping;
        return !m_request.dryRun && !m_identity.isKnown && !mapping.keepsIds && !mapping.has(Target::Parent);
    }

    // What is read is written while the next is being read; the server, which takes longer, never waits.
    Result<void> writeAsRead(const RowSource &next)
    {
        tell(ImportProgress::Stage::Reading, 0);
        PortionMaker maker(m_record, next, m_lists, m_tags, m_request.portion);
        PortionWriter writer(m_transaction);
        if (m_total > m_request.portion)
            m_transaction.shareIndexing();
        ReadAhead portions([&maker](const std::stop_token &stop) { return maker.next(stop); });
        while (true) {
            const auto portion = portions.take();
            if (!portion)
                return portion.error();
            if (portion->sent.rows == 0)
                break;
            if (const auto announced = announceOnce(); !announced)
                return announced;
            if (const auto written = writer.write(*portion); !written)
                return written;
            m_writtenLists += portion->lists.size();
            m_writtenTags += portion->tags.size();
            m_staged += portion->sent;
            if (const auto told = goOn(ImportProgress::Stage::Writing, m_staged.rows); !told)
                return told;
        }
        return writer.end();
    }

    Result<void> stageAll(const RowSource &next)
    {
        const auto counted = [this, &next]() -> Result<std::optional<TodoRow>> {
            auto row = next();
            if (row && *row)
                tell(ImportProgress::Stage::Reading, m_report.rows);
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
            return {};
        }
        if (m_isDirect) {
            m_counts.created = m_report.created = m_staged.rows;
            return {};
        }
        if (m_request.mapping.keepsIds) {
            if (const auto adopted = adopt(); !adopted)
                return adopted;
        }
        const bool mayHaveOrphans = m_record.sourceIsKnown || m_report.refused() > 0;
        if (mayHaveOrphans && m_request.mapping.has(Target::Parent)) {
            const auto released = releaseOrphans(
                m_transaction, m_record, m_request.mapping.columns.value(Target::Parent).label, m_findings);
            if (!released)
                return released.error();
            m_staged += *released;
            if (const auto taken = takeFindings(); !taken)
                return taken;
        }
        const auto counts = compareStaged(m_transaction, m_record);
        if (!counts)
            return counts.error();
        m_counts = *counts;
        if (counts->created + counts->same + counts->changed + counts->gone != m_staged.rows)
            return notAsWritten(
                QStringLiteral("%1 rows, of which %2 are new, %3 the same, %4 changed, %5 gone")
                    .arg(m_staged.rows)
                    .arg(counts->created)
                    .arg(counts->same)
                    .arg(counts->changed)
                    .arg(counts->gone));
        m_report.created = counts->created;
        m_report.same = counts->same;
        m_report.deletedInTusk = counts->gone;
        if (m_request.dryRun)
            m_report.changed = counts->changed;
        return lookForMissing();
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

    // Todos that are here already, under the ids of the file.
    Result<void> adopt()
    {
        if (const auto announced = announceOnce(); !announced)
            return announced;
        const auto adopted = adoptTodos(m_transaction, m_record);
        if (!adopted)
            return adopted.error();
        m_record.sourceIsKnown = m_record.sourceIsKnown || *adopted > 0;
        m_identity.isKnown = m_record.sourceIsKnown;
        return {};
    }

    Result<void> announceOnce()
    {
        if (m_isAnnounced)
            return {};
        m_isAnnounced = true;
        return announce(m_transaction, m_record);
    }

    // Whether the database is going to be another one.
    [[nodiscard]] bool hasWork() const
    {
        const bool hasNames = m_request.mapping.isExact && m_lists.added().size() + m_tags.added().size() > 0;
        return !m_request.dryRun && (m_counts.created + m_counts.changed > 0 || hasNames);
    }

    // A trial, too, has to merge before it knows what is in conflict; nothing of it stays.
    [[nodiscard]] bool writes() const { return hasWork() || (m_request.dryRun && m_counts.changed > 0); }

    Result<void> write()
    {
        if (!writes())
            return {};
        using Stage = ImportProgress::Stage;
        tell(Stage::Writing, m_isDirect ? m_staged.rows : 0);
        if (const auto announced = announceOnce(); !announced)
            return announced;
        const auto added =
            addNames(m_transaction, m_lists.added().mid(m_writtenLists), m_tags.added().mid(m_writtenTags));
        if (!added)
            return added;
        if (m_counts.created > 0 && !m_isDirect) {
            const NewTodos todos{m_counts.created, m_tags.isUsed(), m_request.mapping.has(Target::Parent),
                                 m_request.portion};
            if (m_counts.created > m_request.portion)
                m_transaction.shareIndexing();
            const auto written = addTodos(m_transaction, m_record, todos,
                                          [this](qint64 done) { return goOn(Stage::Writing, done); });
            if (!written)
                return written;
        }
        if (m_counts.changed == 0)
            return {};
        m_report.changed = 0; // candidates so far
        const auto merged = mergeChanged(m_transaction, m_record, m_report, m_conflicts, [this](qint64 done) {
            return goOn(Stage::Writing, m_counts.created + done);
        });
        if (!merged)
            return merged.error();
        if (merged->rows != m_counts.changed)
            return notAsWritten(
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
        tell(ImportProgress::Stage::Comparing, 0);
        const WrittenRows written{m_staged, m_counts, m_conflicting};
        const auto proven = proveImport(m_transaction, m_record, written, [this](qint64 done) {
            return goOn(ImportProgress::Stage::Comparing, done);
        });
        if (!proven)
            return proven.error();
        m_report.verified += proven->todos;
        if (proven->todos > 0)
            m_report.newSums = *proven;
        return {};
    }

    // Nobody finds there what has just come.
    void nameArchivedLists()
    {
        const QStringList lists = m_lists.archived();
        if (!lists.isEmpty() && m_report.created + m_report.changed > 0)
            m_report.mapping.remarks.append(
                Text::tr("The sidebar does not show these lists, as they are archived in Tusk: %1. Todos "
                         "of the file are in them.")
                    .arg(lists.join(QStringLiteral(", "))));
    }

    Result<void> end()
    {
        nameArchivedLists();
        m_report.finished = QDateTime::currentDateTimeUtc();
        if (!hasWork()) // nothing of the transaction stays but two sources that are one
            return m_hasJoined && !m_request.dryRun && !m_isAnnounced ? m_transaction.commit()
                                                                      : Result<void>();
        if (const auto kept = keepReport(m_transaction, m_record, m_report); !kept)
            return kept;
        if (m_counts.created >= worthAnalysing) {
            const auto analysed = m_transaction.execute(
                "import statistics", "ANALYZE tusk.todo, tusk.todo_search, tusk.import_row");
            if (!analysed)
                return analysed.error();
        }
        return m_transaction.commit();
    }

    [[nodiscard]] qint64 totalOf(ImportProgress::Stage stage) const
    {
        switch (stage) {
        case ImportProgress::Stage::Reading:
            return m_total;
        case ImportProgress::Stage::Writing:
            return m_isDirect ? m_total : m_counts.created + m_counts.changed;
        case ImportProgress::Stage::Comparing:
            return m_counts.created;
        }
        return 0;
    }

    // Cancelled: it is to end.
    Result<void> goOn(ImportProgress::Stage stage, qint64 done)
    {
        if (m_stop.stop_requested())
            return readingCancelled();
        tell(stage, done);
        return {};
    }

    void tell(ImportProgress::Stage stage, qint64 done) { m_progress.tell({stage, done, totalOf(stage)}); }

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
    bool m_isUnchanged = false;   // since the import before
    bool m_isDirect = false;      // todos are written as they are read
    qsizetype m_writtenLists = 0; // of those that are added
    qsizetype m_writtenTags = 0;
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
