// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/circles.h"

#include "importer/source/sqlitefile.h"

namespace tusk::importer
{

using namespace Qt::StringLiterals;

base::Result<QSet<QByteArray>> idsInCircles(SqliteFile &file, const Mapping &mapping,
                                            const QStringList &owners)
{
    QSet<QByteArray> ids;
    if (!mapping.has(Target::Parent) || !mapping.has(Target::Id))
        return ids;
    const QString id = mapping.columns.value(Target::Id).expression;
    for (const QString &step : {
             u"DROP TABLE IF EXISTS temp.kin"_s,
             u"CREATE TEMP TABLE kin AS SELECT id, parent FROM (SELECT %1 AS id, %2 AS parent FROM %3) "
             "WHERE parent IS NOT NULL"_s.arg(id, parentOf(mapping, owners), mapping.from),
             u"CREATE INDEX temp.kin_parent ON kin (parent)"_s,
             u"CREATE INDEX temp.kin_id ON kin (id)"_s,
         }) {
        if (const auto done = file.run(step); !done)
            return done.error();
    }
    // From those who have no parent downwards; who is not reached goes round, or hangs on somebody who does.
    auto rows = file.query(u"WITH RECURSIVE reached (id) AS ("
                           "SELECT DISTINCT parent FROM temp.kin AS top WHERE NOT EXISTS "
                           "(SELECT 1 FROM temp.kin AS k WHERE k.id = top.parent) "
                           "UNION SELECT k.id FROM temp.kin AS k JOIN reached AS r ON k.parent = r.id) "
                           "SELECT id FROM temp.kin WHERE id NOT IN (SELECT id FROM reached)"_s);
    if (!rows)
        return rows.error();
    const auto read = rows->forEach([&ids](const RowCursor &row) { ids.insert(row.value(0).toText()); });
    if (!read)
        return read.error();
    return ids;
}

} // namespace tusk::importer
