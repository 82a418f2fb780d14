// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reading.h"

#include "importer/convert/circles.h"
#include "importer/convert/converter.h"
#include "importer/convert/filenames.h"

#include <QHash>
#include <QTemporaryDir>

namespace tusk::tests
{

using namespace Qt::StringLiterals;
using namespace importer;

namespace
{

const QDateTime start(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

// Ids to what they stand for.
QHash<QByteArray, QString> namesOf(const NameBook &lists, const NameBook &tags, const QList<TodoRow> &rows)
{
    QHash<QByteArray, QString> names;
    for (const NameBook::Entry &entry : lists.added() + tags.added())
        names.insert(entry.id, entry.name);
    for (const TodoRow &row : rows)
        names.insert(row.id.toByteArray(QUuid::WithoutBraces),
                     QString::fromUtf8(row.fields[size_t(Field::Title)].value_or(QByteArray())));
    return names;
}

QString lineOf(const TodoRow &row, const QHash<QByteArray, QString> &names)
{
    const auto text = [&row](Field field) { return row.fields[size_t(field)].value_or(QByteArray()); };
    QString line = QString::fromUtf8(text(Field::Title));
    for (const Field field :
         {Field::Notes, Field::List, Field::Parent, Field::Priority, Field::Due, Field::Start, Field::Repeat,
          Field::CompletedAt, Field::DeletedAt, Field::CreatedAt, Field::Tags}) {
        QStringList values;
        for (const QByteArray &value : field == Field::Tags ? text(field).split(',') : QList{text(field)})
            values.append(names.value(value, QString::fromUtf8(value)));
        values.sort();
        const QString value = values.join(u',');
        // When it was imported says nothing about the file.
        const bool isAssumed = value.startsWith("2026-11-20 12:00:00"_L1);
        if (!value.isEmpty() && !isAssumed && !(field == Field::Priority && value == u'0'))
            line += u" | %1: %2"_s.arg(wordFor(field), value);
    }
    return line;
}

} // namespace

Reading readFile(const QString &path, SqliteFile::Damage damage, const ConversionOptions &options)
{
    Reading reading;
    const auto stopped = [&reading](Reading::Outcome outcome, const QString &complaint) {
        reading.outcome = outcome;
        reading.complaint = complaint;
        return reading;
    };
    QTemporaryDir copies;
    auto source = ImportSource::open(path, copies.path(), damage, {});
    if (!source)
        return stopped(Reading::Outcome::Refused, source.error().sentence);
    reading.mapping = (*source)->recognition().best();
    reading.losses = (*source)->losses();
    NameBook lists;
    NameBook tags;
    Findings findings({});
    const auto circle = idsInCircles((*source)->file(), reading.mapping, {});
    const auto named = expectNames((*source)->file(), reading.mapping.lists, lists);
    auto rows = (*source)->file().query(selectOf(reading.mapping, {}));
    if (!circle || !named || !rows)
        return stopped(Reading::Outcome::BrokenOff, !circle  ? circle.error().detail
                                                    : !named ? named.error().detail
                                                             : rows.error().detail);
    Converter converter(reading.mapping, options, QUuid::createUuidV5({}, u"test"_s), start, lists, tags,
                        findings, *circle);
    for (auto more = rows->next(); !more || *more; more = rows->next()) {
        if (!more)
            return stopped(Reading::Outcome::BrokenOff, more.error().detail);
        reading.rows.append(converter.convert(*rows));
    }
    const auto names = namesOf(lists, tags, reading.rows);
    for (const TodoRow &row : std::as_const(reading.rows))
        reading.todos.append(lineOf(row, names));
    for (const auto &[kind, count] : findings.counts().asKeyValueRange())
        reading.repairs.insert(wordFor(kind), count);
    return reading;
}

} // namespace tusk::tests
