// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importhistory.h"

#include "importer/texts.h"
#include "importer/write/importtransaction.h"

namespace tusk::importer
{

using base::Result;

namespace
{

base::Error notFound(base::ErrorKind kind, const QString &sentence)
{
    base::Error error;
    error.kind = kind;
    error.sentence = sentence;
    return error;
}

Result<ImportState> find(ImportTransaction &transaction, const QString &import)
{
    const auto answer = transaction.execute(
        "imports",
        "SELECT i.id, i.source_name, tusk.instant(i.finished_at), "
        "coalesce(a.undone_by IS NOT NULL, false) FROM tusk.import i LEFT JOIN tusk.action a ON a.id = "
        "i.action_id "
        "WHERE starts_with(i.id::text, $1) ORDER BY i.started_at DESC LIMIT 2",
        {import.toLower().toUtf8()});
    if (!answer)
        return answer.error();
    if (answer->rows.isEmpty())
        return notFound(base::ErrorKind::NotFound,
                        import.isEmpty() ? Text::tr("Nothing was imported into this database yet.")
                                         : Text::tr("There is no import with the id “%1”.").arg(import));
    if (answer->rows.size() > 1 && !import.isEmpty())
        return notFound(base::ErrorKind::Ambiguous,
                        Text::tr("The id “%1” fits several imports; please type more of it.").arg(import));
    const auto &row = answer->rows.first();
    const auto text = [&row](qsizetype i) { return QString::fromUtf8(row.at(i).value_or(QByteArray())); };
    return ImportState{QUuid::fromString(text(0)),
                       text(1),
                       QDateTime::fromString(text(2), Qt::ISODateWithMs),
                       row.at(3) == "t",
                       {}};
}

} // namespace

Result<ImportState> verifyImport(session::Connection &connection, const QString &import)
{
    ImportTransaction transaction(connection);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    auto state = find(transaction, import);
    if (!state)
        return state;
    const auto verification =
        verify(transaction, state->import.toByteArray(QUuid::WithoutBraces), Compared::Content);
    if (!verification)
        return verification.error();
    state->verification = *verification;
    return state;
}

} // namespace tusk::importer
