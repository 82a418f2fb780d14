// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/textids.h"

#include "importer/source/sqlitefile.h"
#include "importer/source/tableshape.h"
#include "importer/texts.h"

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

Result<void> knowRowsByText(SqliteFile &file, Mapping &mapping)
{
    const auto tables = file.tables();
    if (!tables)
        return tables.error();
    const TableShape *table = tableNamed(*tables, mapping.table);
    const QString number = table ? table->rowId() : QString();
    if (number.isEmpty() || table->soleKey())
        return {};
    const QString list = mapping.has(Target::List) ? mapping.columns.value(Target::List).expression : u"''"_s;
    const QString texts = u"SELECT t.%1 AS number, tusk_digest(%2, %3) AS text FROM %4"_s.arg(
        number, mapping.columns.value(Target::Title).expression, list, mapping.from);
    const QString counted =
        u"SELECT number, text, row_number() OVER (PARTITION BY text ORDER BY number) AS place FROM (%1)"_s
            .arg(texts);
    for (
        const QString &step : {
            u"DROP TABLE IF EXISTS temp.known_rows"_s,
            u"CREATE TEMP TABLE known_rows (number INTEGER PRIMARY KEY, id TEXT NOT NULL)"_s,
            u"INSERT INTO temp.known_rows SELECT number, text || iif(place = 1, '', '-' || place) FROM (%1)"_s
                .arg(counted),
        }) {
        if (auto done = file.run(step); !done)
            return done;
    }
    mapping.columns.insert(
        Target::Id, {number, u"(SELECT k.id FROM temp.known_rows AS k WHERE k.number = t.%1)"_s.arg(number),
                     Text::tr("There are no ids: todos are known by their title and list.")});
    mapping.idsMayRepeat = false;
    return {};
}

} // namespace tusk::importer
