// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importpreview.h"

#include "domain/todorules.h"
#include "importer/mapping/lookuptables.h"
#include "importer/mapping/survey.h"
#include "importer/mapping/tablemapping.h"
#include "importer/source/rowcursor.h"
#include "importer/texts.h"

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr qsizetype shownNotes = 1'000; // characters: as lists carry them
constexpr qsizetype dayLength = 10;     // of 2026-01-12

QDateTime instantFrom(const QByteArray &text)
{
    const QString instant = QString::fromLatin1(text);
    return {QDate::fromString(instant.first(dayLength), Qt::ISODate),
            QTime::fromString(instant.sliced(dayLength + 1).section(u'+', 0, 0), Qt::ISODateWithMs), Qt::UTC};
}

domain::When whenFrom(const QByteArray &text)
{
    const QStringList parts = QString::fromLatin1(text).split(u' ');
    domain::When when{QDate::fromString(parts.first(), Qt::ISODate), {}, {}};
    if (parts.size() == 3) {
        when.time = QTime::fromString(parts.at(1), Qt::ISODate);
        when.zone = parts.at(2).toLatin1();
    }
    return when;
}

template <class Value, class Read>
std::optional<Value> read(const std::optional<QByteArray> &text, Read readText)
{
    return text ? std::optional<Value>(readText(*text)) : std::nullopt;
}

domain::Todo todoFrom(const TodoRow &row)
{
    const auto field = [&row](Field which) -> const std::optional<QByteArray> & {
        return row.fields.at(size_t(which));
    };
    const auto text = [&field](Field which) {
        return QString::fromUtf8(field(which).value_or(QByteArray()));
    };
    const auto id = [](const QByteArray &written) { return QUuid(QString::fromLatin1(written)); };
    domain::Todo todo;
    todo.id = domain::TodoId(row.id);
    todo.title = text(Field::Title);
    todo.notes = text(Field::Notes).left(shownNotes);
    todo.list = read<domain::ListId>(field(Field::List),
                                     [id](const QByteArray &it) { return domain::ListId(id(it)); });
    todo.parent = read<domain::TodoId>(field(Field::Parent),
                                       [id](const QByteArray &it) { return domain::TodoId(id(it)); });
    todo.priority = static_cast<domain::Priority>(field(Field::Priority).value_or("0").toInt());
    todo.due = read<domain::When>(field(Field::Due), whenFrom);
    todo.start = read<domain::When>(field(Field::Start), whenFrom);
    todo.repeatRule = text(Field::Repeat);
    todo.completedAt = read<QDateTime>(field(Field::CompletedAt), instantFrom);
    todo.deletedAt = read<QDateTime>(field(Field::DeletedAt), instantFrom);
    todo.createdAt = instantFrom(field(Field::CreatedAt).value_or(QByteArray("1970-01-01 00:00:00+00")));
    todo.updatedAt = todo.createdAt;
    for (const QString &tag : text(Field::Tags).split(u',', Qt::SkipEmptyParts))
        todo.tags.append(domain::TagId(QUuid(tag)));
    return todo;
}

bool hasTimeWithoutZone(const RowCursor &row, const Mapping &mapping)
{
    return std::ranges::any_of(timeTargets, [&](Target target) {
        const DayOrder order = mapping.dayOrders.value(target, DayOrder::Unknown);
        return mapping.has(target) && readTime(row.value(int(target)), order).kind == TimeValue::Kind::Wall;
    });
}

Result<void> learnStateValues(SqliteFile &file, Mapping &mapping)
{
    constexpr int mostSpellings = 40; // “Done” and “done” are one value
    if (!mapping.has(Target::State) || mapping.isExact || !mapping.stateValues.isEmpty())
        return {};
    const auto values =
        distinctValues(file, mapping.from, mapping.columns.value(Target::State).expression, mostSpellings);
    if (!values)
        return values.error();
    QList<QByteArray> keys;
    for (const QByteArray &value : *values) {
        const QByteArray shown = value.trimmed();
        const QByteArray key = foldedWord(shown);
        const bool isOther = !keys.contains(key) || values->size() == mostSpellings;
        if (key.isEmpty() || !isOther)
            continue;
        keys.append(key);
        mapping.stateValues.append(shown);
    }
    std::ranges::sort(mapping.stateValues);
    return {};
}

QList<StateMeaning> doubtfulStates(const Mapping &mapping)
{
    constexpr qsizetype most = 8; // that somebody can be asked about
    if (mapping.stateValues.size() > most)
        return {};
    Mapping unsaid = mapping;
    unsaid.states.clear();
    unsaid.learnedStates.clear(); // somebody may know better
    QList<StateMeaning> meanings;
    bool isDoubtful = false;
    for (const QByteArray &value : mapping.stateValues) {
        const SourceValue stored{.kind = SourceValue::Kind::Text, .bytes = value};
        isDoubtful |= !Converter::stateOf(unsaid, stored).isCertain;
        meanings.append({value, Converter::stateOf(mapping, stored).kind});
    }
    return isDoubtful ? meanings : QList<StateMeaning>();
}

// The first rows of the file.
Result<void> readTodos(ImportSource &source, const PreviewRequest &request, ImportPreview &preview)
{
    NameBook lists;
    NameBook tags;
    Findings findings({});
    Converter converter(preview.mapping, request.conversion, {}, request.now, lists, tags, findings, {});
    auto rows = queryTodos(source.file(), preview.mapping, request.owners);
    if (!rows)
        return rows.error();
    while (preview.todos.size() < request.todos) {
        const auto more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        preview.hasTimesWithoutZone |= hasTimeWithoutZone(*rows, preview.mapping);
        const qsizetype before = findings.first().size();
        const TodoRow row = converter.convert(*rows);
        preview.todos.append({todoFrom(row), findings.first().sliced(before)});
    }
    for (const NameBook::Entry &entry : lists.added())
        preview.lists.append(
            {domain::ListId(QUuid(QString::fromLatin1(entry.id))), entry.name, {}, {}, {}, 0});
    for (const NameBook::Entry &entry : tags.added())
        preview.tags.append({domain::TagId(QUuid(QString::fromLatin1(entry.id))), entry.name, {}, {}, 0});
    return {};
}

} // namespace

QString usualList(const Mapping &mapping, bool ownersAreLists)
{
    return mapping.has(Target::List) || ownersAreLists ? QString() : Text::tr("Imported");
}

QTimeZone ownZone()
{
    const QByteArray zone = QTimeZone::systemTimeZoneId();
    return domain::isKnownZone(zone) ? QTimeZone(zone) : QTimeZone::utc();
}

Result<ImportPreview> previewImport(ImportSource &source, const PreviewRequest &request)
{
    ImportPreview preview;
    preview.mapping = request.mapping;
    if (const auto learned = learnForms(source.file(), preview.mapping); !learned)
        return learned.error();
    if (const auto learned = learnStateValues(source.file(), preview.mapping); !learned)
        return learned.error();
    preview.states = doubtfulStates(preview.mapping);
    const auto total = source.file().number(countOf(preview.mapping, request.owners));
    if (!total)
        return total.error();
    preview.total = *total;
    auto owners = source.ownersOf(preview.mapping);
    if (!owners)
        return owners.error();
    preview.owners = *owners;
    if (const auto read = readTodos(source, request, preview); !read)
        return read.error();
    return preview;
}

} // namespace tusk::importer
