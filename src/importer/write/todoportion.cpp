// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/todoportion.h"

#include "importer/convert/fieldhash.h"
#include "importer/source/sourcefailures.h"
#include "importer/write/fieldcolumns.h"
#include "importer/write/importtransaction.h"
#include "importer/write/verifier.h"

#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

namespace tusk::importer
{

using base::Result;

namespace
{

constexpr qsizetype mostBytes = qsizetype(24) << 20; // another portion is under way meanwhile
constexpr qsizetype sentAtOnce = 1 << 16;
constexpr qsizetype usualLine = 320;

constexpr char todosSql[] =
    "COPY tusk.todo (id, import_id, title, notes, list_id, parent_id, priority, due_date, due_time, "
    "due_zone, start_date, start_time, start_zone, repeat, completed_at, deleted_at, created_at, updated_at, "
    "\"position\") FROM STDIN";
constexpr char taggingsSql[] = "COPY tusk.todo_tag (todo_id, tag_id) FROM STDIN";
constexpr char knownSql[] =
    "COPY tusk.import_row (source_identity, source_id, import_id, todo_id, content_hash) FROM STDIN "
    "(FORMAT binary)";

template <class T>
void appendNumber(QByteArray &bytes, T number)
{
    const T big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

// The format that the server need not parse. It is no larger than the text would be, in spite of the hash.
QByteArray binaryRow(std::initializer_list<QByteArrayView> fields)
{
    QByteArray row;
    appendNumber(row, qint16(fields.size()));
    for (const QByteArrayView field : fields) {
        appendNumber(row, qint32(field.size()));
        row.append(field);
    }
    return row;
}

QByteArray binaryHead()
{
    return QByteArray("PGCOPY\n\xff\r\n\0", 11) + QByteArray(8, '\0');
}

QByteArray binaryEnd()
{
    return QByteArray(2, '\xff');
}

QList<QByteArray> tagsOf(const FieldTexts &fields)
{
    const std::optional<QByteArray> &tags = fields[size_t(Field::Tags)];
    return tags && !tags->isEmpty() ? tags->split(',') : QList<QByteArray>();
}

session::CopySource sourceOf(const QByteArrayList &rows)
{
    return [&rows, next = qsizetype(0)]() mutable -> Result<QByteArray> {
        QByteArray portion;
        portion.reserve(sentAtOnce + 4096);
        while (next < rows.size() && portion.size() < sentAtOnce)
            portion += rows.at(next++);
        return portion;
    };
}

} // namespace

PortionMaker::PortionMaker(const ImportRecord &record, RowSource rows, const NameBook &lists,
                           const NameBook &tags, qint64 most)
    : m_import(record.import)
    , m_importBytes(QUuid::fromString(QLatin1StringView(record.import)).toRfc4122())
    , m_source(record.source)
    , m_rows(std::move(rows))
    , m_lists(lists)
    , m_tags(tags)
    , m_most(most)
{
}

Result<TodoPortion> PortionMaker::next(const std::stop_token &stop)
{
    TodoPortion portion;
    qsizetype bytes = 0;
    while (bytes < mostBytes && (m_most <= 0 || portion.sent.rows < m_most)) {
        if (stop.stop_requested())
            return readingCancelled();
        const auto row = m_rows();
        if (!row)
            return row.error();
        if (!*row)
            break;
        bytes += add(portion, **row);
    }
    std::ranges::sort(portion.todos);
    std::ranges::sort(portion.taggings);
    std::ranges::sort(portion.known);
    portion.known.prepend(binaryHead());
    portion.known.append(binaryEnd());
    portion.lists = m_lists.added().mid(std::exchange(m_knownLists, m_lists.added().size()));
    portion.tags = m_tags.added().mid(std::exchange(m_knownTags, m_tags.added().size()));
    return portion;
}

qsizetype PortionMaker::add(TodoPortion &portion, const TodoRow &row) const
{
    const QByteArray hash = hashOf(row.fields);
    addHash(portion.sent.hashes, hash);
    ++portion.sent.rows;
    const QByteArray id = row.id.toByteArray(QUuid::WithoutBraces);
    portion.todos.append(todoLine(id, row.fields));
    for (const QByteArray &tag : tagsOf(row.fields))
        portion.taggings.append(id + '\t' + tag + '\n');
    portion.known.append(binaryRow({m_source, row.sourceId, m_importBytes, row.id.toRfc4122(), hash}));
    return portion.todos.constLast().size() + portion.known.constLast().size();
}

QByteArray PortionMaker::todoLine(const QByteArray &id, const FieldTexts &fields) const
{
    QByteArray line;
    line.reserve(usualLine);
    line += id + '\t' + m_import;
    for (int i = 0; i < fieldCount; ++i) {
        if (Field(i) == Field::Tags)
            continue;
        line += '\t';
        appendColumns(line, Field(i), fields[size_t(i)]);
    }
    line += '\n';
    return line;
}

PortionWriter::PortionWriter(ImportTransaction &transaction)
    : m_transaction(transaction)
{
}

Result<void> PortionWriter::write(const TodoPortion &portion)
{
    if (!portion.lists.isEmpty() || !portion.tags.isEmpty()) {
        if (const auto set = setLogging(true); !set)
            return set;
        if (const auto added = addNames(m_transaction, portion.lists, portion.tags); !added)
            return added;
    }
    if (const auto set = setLogging(false); !set)
        return set;
    if (const auto copied = m_transaction.copyIn("import todos", todosSql, sourceOf(portion.todos)); !copied)
        return copied;
    if (!portion.taggings.isEmpty()) {
        const auto tagged = m_transaction.copyIn("import tags", taggingsSql, sourceOf(portion.taggings));
        if (!tagged && tagged.error().sqlState == "23503") // the todo of a tag is not there
            return notAsWritten(tagged.error().detail);
        if (!tagged)
            return tagged;
    }
    return m_transaction.copyIn("import rows", knownSql, sourceOf(portion.known));
}

Result<void> PortionWriter::end()
{
    return setLogging(true);
}

Result<void> PortionWriter::setLogging(bool isOn)
{
    if (isOn == m_isLogging)
        return {};
    m_isLogging = isOn;
    return m_transaction.logRows(isOn);
}

} // namespace tusk::importer
