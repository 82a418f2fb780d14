// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/circles.h"

#include "importer/mapping/lookuptables.h"
#include "importer/source/sqlitefile.h"

#include <QHash>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// Of rows from which the way from parent to parent never ends those that it comes back to: the others can
// hang on them.
QSet<QByteArray> turningIn(const QHash<QByteArray, QByteArray> &parents)
{
    QSet<QByteArray> circle;
    QHash<QByteArray, qsizetype> seen; // on which way
    qsizetype way = 0;
    for (auto start = parents.keyBegin(); start != parents.keyEnd(); ++start) {
        ++way;
        QByteArray id = *start;
        for (; parents.contains(id) && !seen.contains(id); id = parents.value(id))
            seen.insert(id, way);
        if (seen.value(id) != way)
            continue; // it leads into one before
        while (!circle.contains(id)) {
            circle.insert(id);
            id = parents.value(id);
        }
    }
    return circle;
}

// As Tusk writes it: 7 and '7' are one id there. Texts stay as they are, also those that are no UTF-8.
QString asKept(const QString &id)
{
    return u"iif(typeof(%1) IN ('integer', 'real', 'blob'), tusk_text(%1), %1)"_s.arg(id);
}

} // namespace

base::Result<QSet<QByteArray>> idsInCircles(SqliteFile &file, const Mapping &mapping,
                                            const QStringList &owners)
{
    if (!mapping.has(Target::Parent) || !mapping.has(Target::Id))
        return QSet<QByteArray>();
    if (const auto filled = fillParents(file, mapping, owners); !filled)
        return filled.error();
    const QString id = mapping.columns.value(Target::Id).expression;
    for (const QString &step : {
             u"DROP TABLE IF EXISTS temp.kin"_s,
             u"CREATE TEMP TABLE kin AS SELECT %4 AS id, %5 AS parent FROM (SELECT %1 AS id, %2 AS parent "
             "FROM %3) WHERE parent IS NOT NULL"_s.arg(id, parentOf(mapping, owners), mapping.from,
                                                       asKept(u"id"_s), asKept(u"parent"_s)),
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
                           "SELECT id, parent FROM temp.kin WHERE id NOT IN (SELECT id FROM reached)"_s);
    if (!rows)
        return rows.error();
    QHash<QByteArray, QByteArray> parents;
    qsizetype count = 0;
    const auto read = rows->forEach([&parents, &count](const RowCursor &row) {
        parents.insert(row.value(0).toText(), row.value(1).toText());
        ++count;
    });
    if (!read)
        return read.error();
    // Where several rows have the same id, nobody knows which of them is meant.
    return count == parents.size() ? turningIn(parents) : QSet(parents.keyBegin(), parents.keyEnd());
}

} // namespace tusk::importer
