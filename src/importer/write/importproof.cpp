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

base::Error notEqual(qint64 created, const Verification &found)
{
    return notAsWritten(QStringLiteral("%1 rows, %2 read back, %3 equal, fields: %4")
                            .arg(created)
                            .arg(found.compared)
                            .arg(found.equal)
                            .arg(found.differing.keys().join(QLatin1StringView(", "))));
}

// All that was sent has become new todos, so two looks in any order tell; what differs, if anything does, is
// for the slower comparison to find.
Result<ComparedSums> proveNewSource(ImportTransaction &transaction, const ImportRecord &record,
                                    const WrittenRows &written, const TodosDone &done)
{
    const Staged &sent = written.sent;
    const auto found = readBack(transaction, record.import, done);
    if (!found)
        return found.error();
    if (sent.rows == written.counts.created && found->todos == sent && found->kept == sent)
        return ComparedSums{sent.rows, sent.hashes, found->todos.hashes};
    const auto differing = verify(transaction, record.import, Compared::Everything, done);
    return differing ? notEqual(written.counts.created, *differing) : differing.error();
}

Result<ComparedSums> proveKnownSource(ImportTransaction &transaction, const ImportRecord &record,
                                      const WrittenRows &written, const TodosDone &done)
{
    const auto proof = verify(transaction, record.import, Compared::Everything, done);
    if (!proof)
        return proof.error();
    const auto hashes = proveKnownRows(transaction, record, written);
    if (!hashes)
        return hashes.error();
    const qint64 created = written.counts.created;
    const bool hashesAgree = proof->hashes == *hashes && proof->found == *hashes;
    if (proof->compared != created || proof->equal != created || !hashesAgree)
        return notEqual(created, *proof);
    return ComparedSums{created, *hashes, proof->found};
}

} // namespace

Result<ComparedSums> proveImport(ImportTransaction &transaction, const ImportRecord &record,
                                 const WrittenRows &written, const TodosDone &done)
{
    return record.sourceIsKnown ? proveKnownSource(transaction, record, written, done)
                                : proveNewSource(transaction, record, written, done);
}

} // namespace tusk::importer
