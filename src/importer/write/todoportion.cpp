// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/todoportion.h"

#include "data/session/copytext.h"
#include "importer/convert/fieldhash.h"
#include "importer/source/sourcefailures.h"
#include "importer/write/fieldcolumns.h"
#include "importer/write/importtransaction.h"
#include "importer/write/refusedtodo.h"
#include "importer/write/verifier.h"

#include <QUuid>
#include <QtEndian>

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
void addBinaryRow(SortedLines &rows, std::initializer_list<QByteArrayView> fields)
{
    QByteArray &row = rows.next();
    appendNumber(row, qint16(fields.size()));
    for (const QByteArrayView field : fields) {
        appendNumber(row, qint32(field.size()));
        row.append(field);
    }
    rows.endLine();
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

// Between what the format wants before them and after them.
session::CopySource sourceOf(const SortedLines &lines, QByteArray head = {}, QByteArray end = {})
{
    return [&lines, head = std::move(head), end = std::move(end),
            next = qsizetype(0)]() mutable -> Result<QByteArray> {
        QByteArray portion;
        portion.reserve(sentAtOnce + 4096);
        portion += std::exchange(head, {});
        while (next < lines.count() && portion.size() < sentAtOnce)
            portion += lines.at(next++);
        if (next == lines.count())
            portion += std::exchange(end, {});
        return portion;
    };
}

constexpr qsizetype idLength = 36;

// Where the server says which line of a COPY it did not take.
std::optional<QByteArrayView> refusedLine(const base::Error &error, const SortedLines &lines)
{
    const bool isKnown = isAboutRow(error) && error.copyLine > 0 && error.copyLine <= lines.count();
    return isKnown ? std::optional(lines.at(error.copyLine - 1)) : std::nullopt;
}

base::Error withTitle(const base::Error &error, const TodoPortion &portion, QByteArrayView id)
{
    for (qsizetype i = 0; i < portion.todos.count(); ++i) {
        if (const QByteArrayView line = portion.todos.at(i); line.startsWith(id)) {
            constexpr qsizetype titleColumn = 2;
            const auto title = session::splitCopyRow(line).at(titleColumn).value_or(QByteArray());
            return refusedTodo(error, QString::fromUtf8(title), id.toByteArray());
        }
    }
    return error;
}

base::Error ofTodoLine(const base::Error &error, const TodoPortion &portion, const SortedLines &lines)
{
    const auto line = refusedLine(error, lines);
    return line ? withTitle(error, portion, line->first(idLength)) : error;
}

// In a row that is known again the id of the todo stands before the hash, each behind its length.
base::Error ofKnownRow(const base::Error &error, const TodoPortion &portion)
{
    constexpr qsizetype idSize = 16;
    const auto row = refusedLine(error, portion.known);
    if (!row)
        return error;
    const QByteArrayView id =
        row->sliced(row->size() - hashSize - qsizetype(sizeof(qint32)) - idSize, idSize);
    return withTitle(error, portion, QUuid::fromRfc4122(id).toByteArray(QUuid::WithoutBraces));
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
    constexpr qint64 partOfFirst = 8;
    const qint64 most = std::exchange(m_isFirst, false) ? (m_most + partOfFirst - 1) / partOfFirst : m_most;
    while (portion.todos.bytes() + portion.known.bytes() < mostBytes &&
           (most <= 0 || portion.sent.rows < most)) {
        if (stop.stop_requested())
            return readingCancelled();
        const auto row = m_rows();
        if (!row)
            return row.error();
        if (!*row)
            break;
        add(portion, **row);
    }
    portion.taggings.sort();
    portion.known.sort();
    portion.lists = m_lists.added().mid(std::exchange(m_knownLists, m_lists.added().size()));
    portion.tags = m_tags.added().mid(std::exchange(m_knownTags, m_tags.added().size()));
    return portion;
}

void PortionMaker::add(TodoPortion &portion, const TodoRow &row) const
{
    const QByteArray hash = hashOf(row.fields);
    portion.sent.add(row.id, hash);
    const QByteArray id = row.id.toByteArray(QUuid::WithoutBraces);
    addTodo(portion.todos, id, row.fields);
    for (const QByteArray &tag : tagsOf(row.fields)) {
        portion.taggings.next() += id + '\t' + tag + '\n';
        portion.taggings.endLine();
    }
    addBinaryRow(portion.known, {m_source, row.sourceId, m_importBytes, row.id.toRfc4122(), hash});
}

void PortionMaker::addTodo(SortedLines &todos, const QByteArray &id, const FieldTexts &fields) const
{
    QByteArray &line = todos.next();
    line += id + '\t' + m_import;
    for (int i = 0; i < fieldCount; ++i) {
        if (Field(i) == Field::Tags)
            continue;
        line += '\t';
        appendColumns(line, Field(i), fields[size_t(i)]);
    }
    line += '\n';
    todos.endLine();
}

PortionWriter::PortionWriter(ImportTransaction &transaction)
    : m_transaction(transaction)
{
}

Result<void> PortionWriter::write(const TodoPortion &portion)
{
    if (!portion.lists.isEmpty() || !portion.tags.isEmpty()) {
        if (auto set = setLogging(true); !set)
            return set;
        if (auto added = addNames(m_transaction, portion.lists, portion.tags); !added)
            return added;
    }
    if (auto set = setLogging(false); !set)
        return set;
    if (const auto copied = m_transaction.copyIn("import todos", todosSql, sourceOf(portion.todos)); !copied)
        return ofTodoLine(copied.error(), portion, portion.todos);
    if (auto passedOn = m_transaction.passOnIndexing(); !passedOn)
        return passedOn;
    if (portion.taggings.count() > 0) {
        const auto tagged = m_transaction.copyIn("import tags", taggingsSql, sourceOf(portion.taggings));
        if (!tagged && tagged.error().sqlState == "23503") // the todo of a tag is not there
            return notAsWritten(tagged.error().detail);
        if (!tagged)
            return ofTodoLine(tagged.error(), portion, portion.taggings);
    }
    const auto known =
        m_transaction.copyIn("import rows", knownSql, sourceOf(portion.known, binaryHead(), binaryEnd()));
    return known ? known : ofKnownRow(known.error(), portion);
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
