// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/importproof.h"

#include "importer/write/verifier.h"

namespace tusk::importer
{

using base::Result;

namespace
{

// Beside the new todos: what is known of every row is what the file says now, but where there is a conflict.
// The hashes of the new ones.
Result<quint64> proveKnownRows(ImportTransaction &transaction, const ImportRecord &record,
                               const WrittenRows &written)
{
    const auto known = knownRows(transaction, record);
    if (!known)
        return known.error();
    const qint64 current = written.sent.rows - written.counts.gone - written.conflicting;
    if (known->current != current)
        return notAsWritten(
            QStringLiteral("%1 rows known as they are in the file, of %2").arg(known->current).arg(current));
    return known->created;
}

} // namespace

Result<ComparedSums> proveImport(ImportTransaction &transaction, const ImportRecord &record,
                                 const WrittenRows &written, const TodosDone &done)
{
    const auto proof = verify(transaction, record.import, Compared::Everything, done);
    if (!proof)
        return proof.error();
    const auto hashes = record.sourceIsKnown ? proveKnownRows(transaction, record, written)
                                             : Result<quint64>(written.sent.hashes);
    if (!hashes)
        return hashes.error();
    const qint64 created = written.counts.created;
    const bool hashesAgree = proof->hashes == *hashes && proof->found == *hashes;
    if (proof->compared != created || proof->equal != created || !hashesAgree)
        return notAsWritten(QStringLiteral("%1 rows, %2 read back, %3 equal, fields: %4")
                                .arg(created)
                                .arg(proof->compared)
                                .arg(proof->equal)
                                .arg(proof->differing.keys().join(QLatin1StringView(", "))));
    return ComparedSums{created, *hashes, proof->found};
}

} // namespace tusk::importer
