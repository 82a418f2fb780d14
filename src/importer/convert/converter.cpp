// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/converter.h"

#include "domain/todorules.h"
#include "importer/convert/canonical.h"
#include "importer/convert/rowrules.h"
#include "importer/convert/textrules.h"
#include "importer/source/rowcursor.h"
#include "importer/texts.h"
#include "importer/values/repeatwords.h"
#include "importer/values/textvalue.h"

#include <QCryptographicHash>
#include <QtEndian>

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

// What stands for no reference.
bool isNoReference(const SourceValue &value)
{
    return value.isNull() || (value.isNumber() && value.toText() == "0") ||
           (value.kind == SourceValue::Kind::Text && value.bytes.trimmed().isEmpty());
}

// What the clocks show there. “9999-12-31T23:59:59Z” stands for never, and no day comes after it.
qint64 localTime(qint64 moment, const QTimeZone &zone)
{
    if (zone == QTimeZone::utc())
        return moment;
    const QDateTime inUtc = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
    const qint64 local = moment + qint64(zone.offsetFromUtc(inUtc)) * 1000;
    return isInCalendar(local) ? local : moment;
}

bool isText(const QByteArray &bytes)
{
    return !bytes.contains('\0') && !QString::fromUtf8(bytes).contains(QChar::ReplacementCharacter);
}

// An id goes to the server as a text, and into an index, which takes no more than 2,700 bytes.
QByteArray keptId(const QByteArray &stored)
{
    constexpr qsizetype longest = 1000;
    if (stored.size() > longest)
        return "sha256:" + QCryptographicHash::hash(stored, QCryptographicHash::Sha256).toHex();
    return isText(stored) ? stored : stored.toHex();
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
    , m_source(source)
    , m_start(start.toMSecsSinceEpoch())
    , m_lists(lists)
    , m_tags(tags)
    , m_findings(findings)
    , m_circle(std::move(circle))
{
}

QUuid Converter::todoId(const QUuid &source, const QByteArray &sourceId)
{
    return QUuid::createUuidV5(source, sourceId);
}

QUuid Converter::todoId(const QByteArray &sourceId) const
{
    const QUuid own = m_mapping.keepsIds ? QUuid::fromString(QLatin1StringView(sourceId)) : QUuid();
    // Written in another way it could be the same one twice.
    return own.isNull() || own.toByteArray(QUuid::WithoutBraces) != sourceId ? todoId(m_source, sourceId)
                                                                             : own;
}

TodoRow Converter::convert(const RowCursor &row)
{
    ++m_number;
    m_row = &row;
    TodoRow todo;
    m_unread.clear();
    m_repairs.clear();
    identify(row, todo);
    field(todo, Field::Due) = when(row, Target::Due);
    field(todo, Field::Start) = when(row, Target::Start);
    takeRepeat(row, todo);
    takeNames(row);
    takeTexts(row, todo); // and what none of these could take
    const auto created = instant(row, Target::CreatedAt, RepairKind::AssumedTime);
    const auto updated = instant(row, Target::UpdatedAt, RepairKind::AssumedTime);
    field(todo, Field::CreatedAt) = instantText(created.value_or(m_start));
    field(todo, Field::UpdatedAt) = instantText(updated.value_or(created.value_or(m_start)));
    takeState(row, todo);
    takeDeletion(row, todo);
    takePriority(row, todo);
    takeParent(row, todo);
    field(todo, Field::Position) = positionOf(row);
    mend(row, todo);
    todo.broken = brokenRule(todo);
    if (!todo.broken)
        settle(todo);
    return todo;
}

// What a todo that is refused does not bring: its repairs, and lists and tags that nobody else has.
void Converter::settle(TodoRow &todo)
{
    for (const Repair &each : std::as_const(m_repairs))
        m_findings.add(each);
    if (!m_list.isEmpty())
        field(todo, Field::List) = m_lists.idOf(m_list);
    QList<QByteArray> tags;
    for (const QString &name : std::as_const(m_tagNames)) {
        if (const QByteArray id = m_tags.idOf(name); !tags.contains(id))
            tags.append(id);
    }
    std::ranges::sort(tags);
    field(todo, Field::Tags) = tags.join(',');
}

// What the database would refuse for a value that can go: times in a zone whose name is no text, and a todo
// that belongs to itself. Times were read within the years that there are; whatever breaks a rule all the
// same is found before the todo is sent.
void Converter::mend(const RowCursor &row, TodoRow &todo)
{
    for (const auto &[which, target] :
         {std::pair(Field::Due, Target::Due), std::pair(Field::Start, Target::Start)}) {
        if (!fitsMoment(field(todo, which))) {
            repair(RepairKind::UnreadableTime, target, value(row, target));
            field(todo, which).reset();
        }
    }
    const auto &parent = field(todo, Field::Parent);
    if (parent && *parent == todo.id.toByteArray(QUuid::WithoutBraces)) {
        repair(RepairKind::ParentInCircle, Target::Parent, value(row, Target::Parent));
        field(todo, Field::Parent).reset();
    }
}

SourceValue Converter::value(const RowCursor &row, Target target) const
{
    return m_mapping.has(target) ? row.value(int(target)) : SourceValue();
}

QString Converter::text(const RowCursor &row, Target target)
{
    const SourceValue stored = value(row, target);
    const TextValue read = readText(stored);
    if (read.wasInvalid)
        repair(RepairKind::InvalidText, target, stored);
    else if (read.hadNul)
        repair(RepairKind::ControlCharacters, target, stored);
    else if (read.wasBytes)
        repair(RepairKind::BytesAsText, target, stored);
    return read.text;
}

std::optional<TimeValue> Converter::time(const RowCursor &row, Target target, RepairKind unreadable)
{
    const SourceValue stored = value(row, target);
    const TimeValue time = readTime(stored, m_mapping.dayOrders.value(target, DayOrder::Unknown));
    const bool isImpossible = time.isTime() && !instantOf(time, m_options.zone);
    if (time.kind == TimeValue::Kind::Unreadable || isImpossible)
        repair(unreadable, target, stored);
    return time.isTime() && !isImpossible ? std::optional(time) : std::nullopt;
}

std::optional<qint64> Converter::instant(const RowCursor &row, Target target, RepairKind unreadable)
{
    const auto read = time(row, target, unreadable);
    return read ? momentOf(row, target, *read) : std::nullopt;
}

std::optional<qint64> Converter::momentOf(const RowCursor &row, Target target, const TimeValue &read)
{
    const auto moment = instantOf(read, m_options.zone);
    const bool isShown = !moment || localTime(*moment, m_options.zone) == read.milliseconds;
    if (read.kind == TimeValue::Kind::Wall && !isShown)
        repair(RepairKind::SkippedHour, target, value(row, target));
    return moment;
}

void Converter::repair(RepairKind kind, Target target, const SourceValue &original)
{
    const auto column = m_mapping.columns.constFind(target);
    repair(kind, column == m_mapping.columns.cend() ? wordFor(target) : column->label, original);
}

void Converter::repair(RepairKind kind, const QString &column, const SourceValue &original)
{
    const LineText title = asTitle(readText(value(*m_row, Target::Title)).text);
    m_repairs.append({kind, m_sourceId, column, original.toText(), title.isBlank ? QString() : title.text});
}

void Converter::identify(const RowCursor &row, TodoRow &todo)
{
    const SourceValue stored = value(row, Target::Id);
    m_sourceId = keptId(stored.toText());
    const bool isNoText = !isText(stored.toText());
    const bool isMissing = m_sourceId.isEmpty();
    if (isMissing)
        m_sourceId = idForNone(row);
    const bool isRepeated = m_mapping.idsMayRepeat && !makeUnique(m_sourceId);
    // By their new ids.
    if (isNoText)
        repair(RepairKind::InvalidText, Target::Id, stored);
    if (isMissing)
        repair(RepairKind::MissingId, Target::Id, {});
    if (isRepeated)
        repair(RepairKind::RepeatedId, Target::Id, stored);
    todo.sourceId = m_sourceId;
    todo.id = todoId(m_sourceId);
}

// The same whichever owners are imported.
QByteArray Converter::idForNone(const RowCursor &row)
{
    if (!m_mapping.has(Target::Owner))
        return "row " + QByteArray::number(m_number);
    const QByteArray owner = keptId(value(row, Target::Owner).toText());
    return "row " + QByteArray::number(++m_idless[owner]) + " of " + owner;
}

// False: it was there before. The second row of an id is its second one the next time, too.
bool Converter::makeUnique(QByteArray &id)
{
    const auto keyOf = [](const QByteArray &each) { // a million texts would take more room
        const QByteArray digest = QCryptographicHash::hash(each, QCryptographicHash::Sha1);
        return qFromBigEndian<quint64>(digest.constData());
    };
    const QByteArray repeated = id;
    if (!m_ids.contains(keyOf(id))) {
        m_ids.insert(keyOf(id));
        return true;
    }
    int &number = m_repeatedIds[keyOf(repeated)];
    number = std::max(number, 1);
    do {
        id = repeated + '-' + QByteArray::number(++number);
    } while (m_ids.contains(keyOf(id)));
    m_ids.insert(keyOf(id));
    return false;
}

void Converter::takeTexts(const RowCursor &row, TodoRow &todo)
{
    const SourceValue stored = value(row, Target::Title);
    const QString whole = text(row, Target::Title);
    const LineText title = m_mapping.isExact && fitsTitle(whole) ? LineText{.text = whole} : asTitle(whole);
    QString notes = text(row, Target::Notes);
    if (m_mapping.notesAreHtml)
        notes = withoutHtml(notes);
    if (title.hadLines)
        repair(RepairKind::TitleOfLines, Target::Title, stored);
    if (title.hadControls)
        repair(RepairKind::ControlCharacters, Target::Title, stored);
    if (title.isBlank)
        repair(RepairKind::BlankTitle, Target::Title, stored);
    if (title.wasCut) {
        repair(RepairKind::LongTitle, Target::Title, stored);
        notes = title.whole + (notes.isEmpty() ? QString() : u"\n\n"_s + notes);
    }
    if (const QString rest = leftOut(row); !rest.isEmpty())
        notes += (notes.isEmpty() ? QString() : u"\n\n"_s) + rest;
    field(todo, Field::Title) = title.isBlank ? Text::tr("(no title)").toUtf8() : title.text.toUtf8();
    const NotesText kept = m_mapping.isExact ? asExactNotes(notes) : asNotes(notes);
    if (kept.wasCut)
        repair(RepairKind::LongNotes, Target::Notes, value(row, Target::Notes));
    field(todo, Field::Notes) = kept.utf8;
}

// What becomes nothing else, a line for each value.
QString Converter::leftOut(const RowCursor &row)
{
    QStringList lines = m_unread;
    const qsizetype columns = m_mapping.leftOutGoesToNotes ? m_mapping.leftOut.size() : 0;
    for (qsizetype i = 0; i < columns; ++i) {
        const QString &column = m_mapping.leftOut.at(i);
        const SourceValue stored = row.value(firstLeftOutColumn + int(i));
        const TextValue read = readText(stored);
        if (read.wasInvalid && stored.kind == SourceValue::Kind::Blob) {
            repair(RepairKind::BytesLeftOut, column, stored); // a picture or the like
            continue;
        }
        if (read.wasInvalid)
            repair(RepairKind::InvalidText, column, stored);
        if (const QString text = read.text.trimmed(); !text.isEmpty())
            lines.append(u"%1: %2"_s.arg(column, text));
    }
    return lines.join(u'\n');
}

StateValue Converter::stateOf(const Mapping &mapping, const SourceValue &stored)
{
    using Kind = StateValue::Kind;
    StateValue state = readState(stored);
    if (mapping.statesAreNumbered || !mapping.states.isEmpty()) {
        const QByteArray text = stored.toText().trimmed();
        if (const auto said = mapping.states.constFind(foldedWord(text)); said != mapping.states.cend())
            return {.kind = *said};
        if (mapping.statesAreNumbered && text == "1")
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

void Converter::takeState(const RowCursor &row, TodoRow &todo)
{
    using Kind = StateValue::Kind;
    const SourceValue stored = value(row, Target::State);
    StateValue state = stateOf(m_mapping, stored);
    if (!state.isCertain)
        repair(RepairKind::UncertainState, Target::State, stored);
    // One column may be both: the time when it was done, or nothing.
    const bool isSameColumn = m_mapping.columns.value(Target::State).expression ==
                              m_mapping.columns.value(Target::CompletedAt).expression;
    const bool isOpen = state.kind == Kind::Open || state.kind == Kind::Deleted;
    auto completed = isSameColumn ? std::nullopt
                                  : instant(row, Target::CompletedAt,
                                            isOpen ? RepairKind::UnreadableTime : RepairKind::AssumedTime);
    if (!completed)
        completed = instantOf(state.since, m_options.zone);
    if (!m_mapping.has(Target::State) && completed)
        state.kind = Kind::Done;
    if (state.kind == Kind::Cancelled)
        repair(RepairKind::Cancelled, Target::State, stored);
    if (state.kind == Kind::Archived)
        repair(RepairKind::Archived, Target::State, stored);
    if (state.kind == Kind::Deleted)
        field(todo, Field::DeletedAt) = field(todo, Field::UpdatedAt);
    else if (state.kind != Kind::Open)
        field(todo, Field::CompletedAt) = completed ? asInstant(completed) : field(todo, Field::UpdatedAt);
    else if (completed)
        repair(RepairKind::StrayCompletion, Target::CompletedAt, value(row, Target::CompletedAt));
}

void Converter::takeDeletion(const RowCursor &row, TodoRow &todo)
{
    const SourceValue stored = value(row, Target::DeletedAt);
    const StateValue state = readState(stored);
    if (!state.isCertain)
        repair(RepairKind::UncertainState, Target::DeletedAt, stored);
    if (state.kind == StateValue::Kind::Open)
        return;
    const auto since = instantOf(state.since, m_options.zone);
    field(todo, Field::DeletedAt) = since ? asInstant(since) : field(todo, Field::UpdatedAt);
}

void Converter::takePriority(const RowCursor &row, TodoRow &todo)
{
    const SourceValue stored = value(row, Target::Priority);
    const auto priority = priorityOf(m_mapping, stored);
    if (!priority)
        repair(RepairKind::UnknownPriority, Target::Priority, stored);
    field(todo, Field::Priority) = QByteArray::number(priority.value_or(0));
}

void Converter::takeParent(const RowCursor &row, TodoRow &todo)
{
    const SourceValue wanted = value(row, Target::Parent);
    if (isNoReference(wanted))
        return;
    const SourceValue found = row.value(parentFoundColumn);
    if (found.isNull())
        repair(RepairKind::MissingParent, Target::Parent, wanted);
    else if (m_circle.contains(value(row, Target::Id).toText()))
        repair(RepairKind::ParentInCircle, Target::Parent, wanted);
    else
        field(todo, Field::Parent) = todoId(keptId(found.toText())).toByteArray(QUuid::WithoutBraces);
}

void Converter::takeNames(const RowCursor &row)
{
    const SourceValue storedList = value(row, Target::List);
    const QString own = listOf(row);
    const QString owner = m_options.ownersAreLists ? ownerOf(row) : QString();
    const QString wanted = !own.isEmpty() ? own : owner.isEmpty() ? m_options.list : owner;
    m_list = checkedName(wanted, Target::List, storedList);
    m_tagNames.clear();
    const SourceValue storedTags = value(row, Target::Tags);
    QStringList names = tagsOf(row);
    // Its list does not say whose it is.
    if (!own.isEmpty() && !owner.isEmpty() && own.compare(owner, Qt::CaseInsensitive) != 0)
        names.append(owner);
    for (const QString &name : std::as_const(names)) {
        if (const QString tag = checkedName(name, Target::Tags, storedTags); !tag.isEmpty())
            m_tagNames.append(tag);
    }
}

QStringList Converter::tagsOf(const RowCursor &row)
{
    if (value(row, Target::Tags).isNull())
        return {};
    const QString names = text(row, Target::Tags);
    if (m_mapping.isExact)
        return namesInJson(names);
    const NamesValue read = readNamesValue(names);
    if (!read.isCertain)
        repair(RepairKind::UncertainTags, Target::Tags, value(row, Target::Tags));
    return read.names;
}

// Empty: the file does not say.
QString Converter::listOf(const RowCursor &row)
{
    const QString own = m_mapping.has(Target::List) ? text(row, Target::List) : QString();
    // What other programs call so is no list here.
    const bool isInbox = !m_mapping.isExact && own.trimmed().compare("inbox"_L1, Qt::CaseInsensitive) == 0;
    if (own.trimmed().isEmpty() && m_mapping.has(Target::List)) {
        const SourceValue wanted = row.value(listReferenceColumn);
        if (!isNoReference(wanted) && wanted.toText().trimmed() != "0")
            repair(RepairKind::MissingList, Target::List, wanted);
    }
    return own.trimmed().isEmpty() || isInbox ? QString() : own;
}

QString Converter::ownerOf(const RowCursor &row) const
{
    const QByteArray owner = value(row, Target::Owner).toText();
    return m_options.ownerNames.value(owner, QString::fromUtf8(owner)).trimmed();
}

QString Converter::checkedName(const QString &name, Target target, const SourceValue &original)
{
    const LineText line = m_mapping.isExact && fitsName(name) ? LineText{.text = name} : asName(name);
    if (line.wasCut) {
        repair(RepairKind::LongName, target, original);
        m_unread.append(u"%1: %2"_s.arg(textFor(target), line.whole));
    }
    return line.isBlank ? QString() : line.text;
}

// A day as the moment of its noon or, of a start, of its beginning, in a zone of which the file does not say
// which one. Noon in Auckland can be the evening before in UTC, in Samoa the evening of that day: the zone of
// whoever imports tells.
qint64 Converter::dayOfMoment(qint64 moment, Target target) const
{
    constexpr qint64 day = 86'400'000;
    constexpr qint64 noon = day / 2;
    const qint64 usual = target == Target::Start ? 0 : noon;
    for (const qint64 clock : {usual, noon - usual}) {
        for (const QTimeZone &zone : {m_options.zone, m_options.displayZone}) {
            const qint64 local = localTime(moment, zone);
            if (local % day == clock)
                return local;
        }
    }
    return moment;
}

// “Friday” is no time, but says something; a number does not.
void Converter::keepWords(Target target, const SourceValue &stored)
{
    if (stored.kind != SourceValue::Kind::Text || formOf(stored) == TimeForm::None)
        return;
    bool isNumber = false;
    [[maybe_unused]] const double number = stored.bytes.trimmed().toDouble(&isNumber);
    const QString words = isNumber ? QString() : readText(stored).text.trimmed();
    if (!words.isEmpty())
        m_unread.append(u"%1: %2"_s.arg(textFor(target), words));
}

// A wall clock stays as it is: who wrote 10:00 meant ten o'clock.
std::optional<QByteArray> Converter::when(const RowCursor &row, Target target)
{
    constexpr qint64 minute = 60'000;
    constexpr qint64 day = 24 * 60 * minute;
    const ZonedTime zoned = splitZone(value(row, target), m_mapping.isExact);
    if (!zoned.zone.isEmpty())
        return localText(zoned.time.milliseconds, zoned.zone);
    const auto read = time(row, target, RepairKind::UnreadableTime);
    if (!read) {
        keepWords(target, value(row, target));
        return std::nullopt;
    }
    const bool areSecondsMarks = m_mapping.secondsMarkTimes && read->kind == TimeValue::Kind::Instant;
    if (areSecondsMarks && read->milliseconds % minute == 0)
        return dayText(dayOfMoment(read->milliseconds, target));
    const bool isMidnight = read->milliseconds % day == 0;
    if (isMidnight && m_mapping.takesMidnightsForDays(target))
        return dayText(read->milliseconds);
    const bool isMoment = read->kind == TimeValue::Kind::Instant ||
                          (m_mapping.plansAreMoments && read->kind == TimeValue::Kind::Wall &&
                           m_options.zone != m_options.displayZone);
    const auto moment = isMoment ? momentOf(row, target, *read) : std::nullopt;
    qint64 local = moment ? localTime(*moment, m_options.displayZone) : read->milliseconds;
    const bool isDay = read->kind == TimeValue::Kind::Day || local % day == 0;
    if (areSecondsMarks)
        local -= local % minute;
    return isDay ? dayText(local) : localText(local, m_options.displayZone.id());
}

void Converter::takeRepeat(const RowCursor &row, TodoRow &todo)
{
    const QString written = text(row, Target::Repeat);
    auto repeat = m_mapping.isExact ? std::optional(RepeatValue{written}) : readRepeat(written);
    const bool isUnderstood = repeat && fitsRepeat(repeat->rule);
    if (!isUnderstood || !repeat->isWhole) {
        repair(isUnderstood ? RepairKind::PartialRepeat : RepairKind::UnknownRepeat, Target::Repeat,
               value(row, Target::Repeat));
        m_unread.append(u"%1: %2"_s.arg(textFor(Target::Repeat), written.trimmed()));
    }
    if (isUnderstood && repeat->fromCompletion)
        repair(RepairKind::RepeatFromDone, Target::Repeat, value(row, Target::Repeat));
    field(todo, Field::Repeat) = isUnderstood ? repeat->rule.toUtf8() : QByteArray();
}

// The order of another program is that in which its rows are read; its numbers say nothing here.
QByteArray Converter::positionOf(const RowCursor &row) const
{
    const QByteArray stored = m_mapping.isExact ? value(row, Target::Position).toText() : QByteArray();
    return fitsPosition(stored) ? stored : nextPosition();
}

// Nine digits of microseconds and a V, as the program gives them to a new row, one after another.
QByteArray Converter::nextPosition() const
{
    static constexpr char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    quint64 rest = quint64(m_start) * 1000 + quint64(m_number);
    QByteArray position(10, 'V');
    for (qsizetype i = 8; i >= 0; --i) {
        position[i] = digits[rest % 62];
        rest /= 62;
    }
    return position;
}

} // namespace tusk::importer
