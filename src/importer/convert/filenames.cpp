// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/filenames.h"

#include "base/uuidv7.h"
#include "importer/convert/canonical.h"
#include "importer/convert/textrules.h"
#include "importer/source/sqlitefile.h"
#include "importer/values/textvalue.h"
#include "importer/values/timevalue.h"

#include <QSet>

namespace tusk::importer
{

namespace
{

// Of the columns that Mapping::lists gives.
enum Column { Id, Name, Color, Position, ArchivedAt, CreatedAt, UpdatedAt };

std::optional<QByteArray> instantIn(const SourceValue &value)
{
    const auto instant = instantOf(readTime(value, DayOrder::Unknown), QTimeZone::utc());
    return instant ? std::optional(instantText(*instant)) : std::nullopt;
}

NameBook::Entry entryFrom(const RowCursor &row)
{
    NameBook::Entry entry;
    const QUuid id = QUuid::fromString(QLatin1StringView(row.value(Id).toText()));
    entry.id = (id.isNull() ? base::makeUuidV7() : id).toByteArray(QUuid::WithoutBraces);
    const QString name = readText(row.value(Name)).text;
    entry.name = fitsName(name) ? name : asName(name).text;
    const QByteArray color = row.value(Color).toText();
    entry.look.color = fitsColor(color) ? color : QByteArray();
    const QByteArray position = row.value(Position).toText();
    if (fitsPosition(position))
        entry.look.position = position;
    entry.look.archivedAt = instantIn(row.value(ArchivedAt));
    entry.look.createdAt = instantIn(row.value(CreatedAt));
    entry.look.updatedAt = instantIn(row.value(UpdatedAt));
    return entry;
}

} // namespace

base::Result<void> expectNames(SqliteFile &file, const QString &query, NameBook &names)
{
    if (query.isEmpty())
        return {};
    auto rows = file.query(query);
    if (!rows)
        return rows.error();
    QSet<QByteArray> seen;
    return rows->forEach([&names, &seen](const RowCursor &row) {
        NameBook::Entry entry = entryFrom(row);
        // One id for two of them is a slip of somebody who has edited the file.
        if (seen.contains(entry.id))
            entry.id = base::makeUuidV7().toByteArray(QUuid::WithoutBraces);
        seen.insert(entry.id);
        if (!entry.name.trimmed().isEmpty())
            names.expect(entry);
    });
}

} // namespace tusk::importer
