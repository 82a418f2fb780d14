// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/converter.h"

#include "importer/convert/canonical.h"
#include "importer/convert/rowrules.h"
#include "importer/convert/textrules.h"
#include "importer/texts.h"
#include "importer/values/repeatwords.h"
#include "importer/values/sharevalue.h"
#include "importer/values/textvalue.h"

#include <algorithm>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<QByteArray> &field(TodoRow &todo, Field which)
{
    return todo.fields[size_t(which)];
}

std::optional<QByteArray> asInstant(std::optional<qint64> milliseconds)
{
    return milliseconds ? std::optional(instantText(*milliseconds)) : std::nullopt;
}

std::optional<int> priorityOf(const Mapping &mapping, const SourceValue &stored)
{
    if (!mapping.priorityWords.isEmpty()) {
        const auto said = mapping.priorityWords.constFind(foldedWord(stored.toText()));
        if (said != mapping.priorityWords.cend())
            return *said;
    }
    return readPriority(stored, mapping.priorities);
}

} // namespace

Converter::Converter(const Mapping &mapping, const ConversionOptions &options, const QUuid &source,
                     const QDateTime &start, NameBook &lists, NameBook &tags, Findings &findings,
                     QSet<QByteArray> circle)
    : m_mapping(mapping)
    , m_options(options)
    , m_start(start.toMSecsSinceEpoch())
    , m_lists(lists)
    , m_tags(tags)
    , m_findings(findings)
    , m_circle(std::move(circle))
    , m_row(mapping)
    , m_ids(mapping, source)
    , m_times(mapping, options, m_row)
    , m_names(mapping, options, m_row)
{
}

QUuid Converter::todoId(const QUuid &source, const QByteArray &sourceId)
{
    return IdMaker::todoId(source, sourceId);
}

QUuid Converter::todoId(const QByteArray &sourceId) const
{
    return m_ids.todoId(sourceId);
}

TodoRow Converter::convert(const RowCursor &row)
{
    m_row.take(row);
    TodoRow todo;
    todo.sourceId = m_ids.take(m_row);
    todo.id = m_ids.todoId(todo.sourceId);
    field(todo, Field::Due) = m_times.when(Target::Due);
    field(todo, Field::Start) = m_times.when(Target::Start);
    takeRepeat(todo);
    m_row.repairAsRead();
    const TodoNames names = m_names.read();
    takeTexts(todo); // and what none of these could take
    const auto created = m_times.instant(Target::CreatedAt, RepairKind::AssumedTime);
    const auto updated = m_times.instant(Target::UpdatedAt, RepairKind::AssumedTime);
    field(todo, Field::CreatedAt) = instantText(created.value_or(m_start));
    field(todo, Field::UpdatedAt) = instantText(updated.value_or(created.value_or(m_start)));
    takeState(todo);
    takeArchiving(todo);
    takeDeletion(todo);
    takePriority(todo);
    takeParent(todo);
    field(todo, Field::Position) = position();
    mend(todo);
    todo.broken = brokenRule(todo);
    if (!todo.broken)
        settle(todo, names);
    return todo;
}

// What a todo that is refused does not bring: its repairs, and lists and tags that nobody else has.
void Converter::settle(TodoRow &todo, const TodoNames &names)
{
    for (const Repair &each : m_row.repairs())
        m_findings.add(each);
    if (!names.list.isEmpty())
        field(todo, Field::List) = m_lists.idOf(names.list);
    QList<QByteArray> tags;
    for (const QString &name : names.tags) {
        if (const QByteArray id = m_tags.idOf(name); !tags.contains(id))
            tags.append(id);
    }
    std::ranges::sort(tags);
    field(todo, Field::Tags) = tags.join(',');
}

// What the database would refuse for a value that can go: times in a zone whose name is no text, and a todo
// that belongs to itself. Times were read within the years that there are; whatever breaks a rule all the
// same is found before the todo is sent.
void Converter::mend(TodoRow &todo)
{
    for (const auto &[which, target] :
         {std::pair(Field::Due, Target::Due), std::pair(Field::Start, Target::Start)}) {
        if (!fitsMoment(field(todo, which))) {
            m_row.repair(RepairKind::UnreadableTime, target, m_row.value(target));
            field(todo, which).reset();
        }
    }
    const auto &parent = field(todo, Field::Parent);
    if (parent && *parent == todo.id.toByteArray(QUuid::WithoutBraces)) {
        m_row.repair(RepairKind::ParentInCircle, Target::Parent, m_row.value(Target::Parent));
        field(todo, Field::Parent).reset();
    }
}

void Converter::takeTexts(TodoRow &todo)
{
    const SourceValue stored = m_row.value(Target::Title);
    const QString whole = m_row.text(Target::Title);
    const LineText title = m_mapping.isExact && fitsTitle(whole) ? LineText{.text = whole} : asTitle(whole);
    QString notes = m_row.text(Target::Notes);
    if (m_mapping.notesAreHtml) {
        if (hasPictureInside(notes))
            m_row.repair(RepairKind::BytesLeftOut, Target::Notes, m_row.value(Target::Notes));
        notes = withoutHtml(notes);
    }
    if (title.hadLines)
        m_row.repair(RepairKind::TitleOfLines, Target::Title, stored);
    if (title.hadControls)
        m_row.repair(RepairKind::ControlCharacters, Target::Title, stored);
    if (title.isBlank)
        m_row.repair(RepairKind::BlankTitle, Target::Title, stored);
    if (title.wasCut) {
        m_row.repair(RepairKind::LongTitle, Target::Title, stored);
        notes = title.whole + (notes.isEmpty() ? QString() : u"\n\n"_s + notes);
    }
    if (const QString rest = leftOut(); !rest.isEmpty())
        notes += (notes.isEmpty() ? QString() : u"\n\n"_s) + rest;
    field(todo, Field::Title) = title.isBlank ? Text::tr("(no title)").toUtf8() : title.text.toUtf8();
    const NotesText kept = m_mapping.isExact ? asExactNotes(notes) : asNotes(notes);
    if (kept.wasCut)
        m_row.repair(RepairKind::LongNotes, Target::Notes, m_row.value(Target::Notes));
    field(todo, Field::Notes) = kept.utf8;
}

// What becomes nothing else, a line for each value.
QString Converter::leftOut()
{
    QStringList lines = m_row.kept();
    const qsizetype columns = m_mapping.leftOutGoesToNotes ? m_mapping.leftOut.size() : 0;
    for (qsizetype i = 0; i < columns; ++i) {
        const QString &column = m_mapping.leftOut.at(i);
        const SourceValue stored = m_row.column(firstLeftOutColumn + int(i));
        const TextValue read = readText(stored);
        if (read.wasInvalid && stored.kind == SourceValue::Kind::Blob) {
            m_row.repair(RepairKind::BytesLeftOut, column, stored); // a picture or the like
            continue;
        }
        if (read.wasInvalid)
            m_row.repair(RepairKind::InvalidText, column, stored);
        if (const QString text = read.text.trimmed(); !text.isEmpty())
            lines.append(u"%1: %2"_s.arg(column, text));
    }
    return lines.join(u'\n');
}

StateValue Converter::stateOf(const Mapping &mapping, const SourceValue &stored)
{
    using Kind = StateValue::Kind;
    const auto share = mapping.wholeShare > 0 ? readShare(stored) : std::nullopt;
    StateValue state = share
                           ? StateValue{.kind = isWhole(*share, mapping.wholeShare) ? Kind::Done : Kind::Open}
                           : readState(stored, mapping.dayOrders.value(Target::State, DayOrder::Unknown));
    if (mapping.statesAreNumbered || !mapping.states.isEmpty()) {
        const QByteArray text = stored.toText().trimmed();
        if (const auto said = mapping.states.constFind(foldedWord(text)); said != mapping.states.cend())
            return {.kind = *said};
        const auto learned = mapping.learnedStates.constFind(foldedWord(text));
        if (learned != mapping.learnedStates.cend())
            state = {.kind = *learned};
        else if (mapping.statesAreNumbered && text == "1")
            state.isCertain = false;
    }
    if (mapping.crossesMeanOpen && isCross(stored.toText()))
        state = {};
    // What says nothing is open, whatever the others mean.
    if (state.isCertain && mapping.stateMeansOpen && !state.since.isTime() &&
        !stored.toText().trimmed().isEmpty())
        state.kind = state.kind == Kind::Open ? Kind::Done : Kind::Open;
    return state;
}

void Converter::takeState(TodoRow &todo)
{
    using Kind = StateValue::Kind;
    const SourceValue stored = m_row.value(Target::State);
    StateValue state = stateOf(m_mapping, stored);
    if (!state.isCertain)
        m_row.repair(RepairKind::UncertainState, Target::State, stored);
    // One column may be both: the time when it was done, or nothing.
    const bool isSameColumn = m_mapping.columns.value(Target::State).expression ==
                              m_mapping.columns.value(Target::CompletedAt).expression;
    const bool isOpen = state.kind == Kind::Open || state.kind == Kind::Deleted;
    auto completed = isSameColumn ? std::nullopt
                                  : m_times.instant(Target::CompletedAt, isOpen ? RepairKind::UnreadableTime
                                                                                : RepairKind::AssumedTime);
    if (!completed)
        completed = instantOf(state.since, m_options.zone);
    if (!m_mapping.has(Target::State) && completed)
        state.kind = Kind::Done;
    if (state.kind == Kind::Cancelled)
        m_row.repair(RepairKind::Cancelled, Target::State, stored);
    if (state.kind == Kind::Archived)
        m_row.repair(RepairKind::Archived, Target::State, stored);
    if (state.kind == Kind::Deleted)
        field(todo, Field::DeletedAt) = field(todo, Field::UpdatedAt);
    else if (state.kind != Kind::Open)
        field(todo, Field::CompletedAt) = completed ? asInstant(completed) : field(todo, Field::UpdatedAt);
    else if (completed)
        m_row.repair(RepairKind::StrayCompletion, Target::CompletedAt, m_row.value(Target::CompletedAt));
}

void Converter::takeDeletion(TodoRow &todo)
{
    const SourceValue stored = m_row.value(Target::DeletedAt);
    const StateValue state =
        readState(stored, m_mapping.dayOrders.value(Target::DeletedAt, DayOrder::Unknown));
    if (!state.isCertain)
        m_row.repair(RepairKind::UncertainState, Target::DeletedAt, stored);
    if (state.kind == StateValue::Kind::Open)
        return;
    const auto since = instantOf(state.since, m_options.zone);
    field(todo, Field::DeletedAt) = since ? asInstant(since) : field(todo, Field::UpdatedAt);
}

// As by a word of its state: there is no archive of todos here.
void Converter::takeArchiving(TodoRow &todo)
{
    const SourceValue stored = m_row.value(Target::ArchivedAt);
    const StateValue state =
        readState(stored, m_mapping.dayOrders.value(Target::ArchivedAt, DayOrder::Unknown));
    if (!state.isCertain)
        m_row.repair(RepairKind::UncertainState, Target::ArchivedAt, stored);
    if (state.kind == StateValue::Kind::Open || field(todo, Field::CompletedAt))
        return;
    m_row.repair(RepairKind::Archived, Target::ArchivedAt, stored);
    const auto since = instantOf(state.since, m_options.zone);
    field(todo, Field::CompletedAt) = since ? asInstant(since) : field(todo, Field::UpdatedAt);
}

void Converter::takePriority(TodoRow &todo)
{
    const SourceValue stored = m_row.value(Target::Priority);
    const auto priority = priorityOf(m_mapping, stored);
    if (!priority)
        m_row.repair(RepairKind::UnknownPriority, Target::Priority, stored);
    field(todo, Field::Priority) = QByteArray::number(priority.value_or(0));
}

void Converter::takeParent(TodoRow &todo)
{
    const SourceValue wanted = m_row.value(Target::Parent);
    if (isNoReference(wanted))
        return;
    const SourceValue found = m_row.column(parentFoundColumn);
    if (found.isNull()) {
        // One that the file lacks may be here, under its own id; else releaseOrphans() says so.
        if (m_ids.isKept(wanted.toText()) && m_ids.todoOf(wanted.toText()) != todo.id)
            field(todo, Field::Parent) = wanted.toText();
        else if (!meansNobody(wanted))
            m_row.repair(RepairKind::MissingParent, Target::Parent, wanted);
        return;
    }
    if (m_circle.contains(m_row.value(Target::Id).toText()))
        m_row.repair(RepairKind::ParentInCircle, Target::Parent, wanted);
    else
        field(todo, Field::Parent) = m_ids.todoOf(found.toText()).toByteArray(QUuid::WithoutBraces);
}

void Converter::takeRepeat(TodoRow &todo)
{
    const QString written = m_row.text(Target::Repeat);
    auto repeat = m_mapping.isExact ? std::optional(RepeatValue{written}) : readRepeat(written);
    const bool isUnderstood = repeat && fitsRepeat(repeat->rule);
    if (!isUnderstood || !repeat->isWhole) {
        m_row.repair(isUnderstood ? RepairKind::PartialRepeat : RepairKind::UnknownRepeat, Target::Repeat,
                     m_row.value(Target::Repeat));
        m_row.keep(Target::Repeat, written.trimmed());
    }
    if (isUnderstood && repeat->fromCompletion)
        m_row.repair(RepairKind::RepeatFromDone, Target::Repeat, m_row.value(Target::Repeat));
    field(todo, Field::Repeat) = isUnderstood ? repeat->rule.toUtf8() : QByteArray();
}

// The order of another program is that in which its rows are read; its numbers say nothing here.
QByteArray Converter::position() const
{
    const QByteArray stored = m_mapping.isExact ? m_row.value(Target::Position).toText() : QByteArray();
    return fitsPosition(stored) ? stored : nextPosition();
}

// Nine digits of microseconds and a V, as the program gives them to a new row, one after another.
QByteArray Converter::nextPosition() const
{
    static constexpr char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    quint64 rest = quint64(m_start) * 1000 + quint64(m_row.number());
    QByteArray position(10, 'V');
    for (qsizetype i = 8; i >= 0; --i) {
        position[i] = digits[rest % 62];
        rest /= 62;
    }
    return position;
}

} // namespace tusk::importer
