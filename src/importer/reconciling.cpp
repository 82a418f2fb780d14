// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reconciling.h"

#include "importer/convert/findings.h"
#include "importer/importjob.h"
#include "importer/importsource.h"
#include "importer/lineadoption.h"
#include "importer/write/adoption.h"
#include "importer/write/exactadoption.h"
#include "importer/write/formernames.h"
#include "importer/write/importtransaction.h"
#include "importer/write/orphans.h"
#include "importer/write/sourceidentity.h"
#include "importer/write/staging.h"

namespace tusk::importer
{

using base::Result;

namespace
{

Result<qint64> adoptRows(Reconciliation &run)
{
    if (run.request.mapping.isExact)
        return adoptExact(run.transaction, run.record);
    if (!run.request.mapping.isTodoTxt)
        return adoptTodos(run.transaction, run.record);
    const auto lines = adoptLines(run.source.file(), run.request, run.identity, run.lists, run.tags,
                                  run.transaction, run.record);
    if (!lines)
        return lines.error();
    run.staged += lines->change;
    return lines->adopted;
}

// Todos that are here already, under the ids of the file.
Result<void> adopt(Reconciliation &run)
{
    if (auto announced = run.announce(); !announced)
        return announced;
    const auto adopted = adoptRows(run);
    if (!adopted)
        return adopted.error();
    run.record.sourceIsKnown = run.record.sourceIsKnown || *adopted > 0;
    run.identity.isKnown = run.record.sourceIsKnown;
    return {};
}

Result<void> renameAsHere(Reconciliation &run)
{
    const auto renamed = keepFormerNames(run.transaction, run.record, run.lists, run.tags);
    if (!renamed)
        return renamed.error();
    run.staged += *renamed;
    return {};
}

Result<void> release(Reconciliation &run)
{
    const auto released = releaseOrphans(
        run.transaction, run.record, run.request.mapping.columns.value(Target::Parent).label, run.findings);
    if (!released)
        return released.error();
    run.staged += *released;
    return {};
}

} // namespace

Result<void> reconcile(Reconciliation &run)
{
    const Mapping &mapping = run.request.mapping;
    const bool wasKnown = run.identity.isKnown;
    if (mapping.keepsIds && !mapping.isExact) {
        if (auto adopted = adopt(run); !adopted)
            return adopted;
    }
    if (wasKnown) {
        if (auto renamed = renameAsHere(run); !renamed)
            return renamed;
    }
    if (mapping.isExact) { // weighs todos with the names that they keep
        if (auto adopted = adopt(run); !adopted)
            return adopted;
    }
    // Of todos that keep their ids the file may lack the parent; who was refused may have had subtasks.
    const bool mayHaveOrphans =
        run.record.sourceIsKnown || run.findings.counts().contains(RepairKind::Refused) || mapping.keepsIds;
    if (mayHaveOrphans && mapping.has(Target::Parent)) {
        if (auto released = release(run); !released)
            return released;
    }
    // What a file of Tusk has without todos comes with the first import of it.
    if (wasKnown || (run.identity.isKnown && mapping.lists.isEmpty()))
        return keepNeededNames(run.transaction, run.record, run.lists, run.tags);
    return {};
}

} // namespace tusk::importer
