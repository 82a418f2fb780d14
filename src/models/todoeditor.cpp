// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/todoeditor.h"

#include "base/uuidv7.h"
#include "domain/actionlabels.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "domain/todojson.h"
#include "domain/todorules.h"
#include "models/workspace.h"

#include <algorithm>

namespace tusk::models
{

namespace
{

using std::chrono::steady_clock;

constexpr std::array textFields{domain::TodoField::Title, domain::TodoField::Notes};

QList<domain::TodoId> idsOf(const QList<domain::Todo> &todos)
{
    QList<domain::TodoId> ids;
    ids.reserve(todos.size());
    for (const domain::Todo &todo : todos)
        ids.append(todo.id);
    return ids;
}

// The value that all todos share, or the member's default.
template <class Member>
auto shared(const QList<domain::Todo> &todos, Member member)
{
    std::remove_cvref_t<decltype(domain::Todo().*member)> none{};
    if (todos.isEmpty())
        return none;
    const auto &first = todos.constFirst().*member;
    const bool same =
        std::ranges::all_of(todos, [&](const domain::Todo &todo) { return todo.*member == first; });
    return same ? first : none;
}

domain::TodoFields differences(const QList<domain::Todo> &left, const QList<domain::Todo> &right)
{
    domain::TodoFields fields;
    for (qsizetype i = 0; i < left.size(); ++i) {
        fields |= domain::differingFields(left.at(i), right.at(i));
        // Here what is shown counts, not what can be merged.
        if (left.at(i).notes != right.at(i).notes || left.at(i).notesCut != right.at(i).notesCut)
            fields |= domain::TodoField::Notes;
    }
    return fields;
}

domain::Todo withText(domain::Todo todo, domain::TodoField field, const QString &text)
{
    (field == domain::TodoField::Title ? todo.title : todo.notes) = text;
    return todo;
}

} // namespace

TodoEditor::TodoEditor(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_watched(workspace)
{
    m_saveTimer.setSingleShot(true);
    connect(&m_saveTimer, &QTimer::timeout, this, &TodoEditor::saveTyped);
    connect(&m_watched, &WatchedTodos::changed, this, &TodoEditor::onWatchedChanged);
}

TodoEditor::~TodoEditor()
{
    flush();
}

void TodoEditor::edit(const QList<domain::Todo> &todos)
{
    if (idsOf(todos) == idsOf(m_watched.todos())) {
        m_watched.watch(todos);
        return;
    }
    flush();
    rememberRefused();
    m_drafts.clear();
    {
        const QSignalBlocker blocker(m_watched);
        m_watched.watch(todos);
    }
    takeUpRefused();
    m_lastShown = this->todos();
    Q_EMIT todosChanged();
}

bool TodoEditor::flush()
{
    m_saveTimer.stop();
    bool saved = true;
    for (const Field field : textFields)
        saved = save(field, Conflicts::Overrule) && saved;
    return saved;
}

void TodoEditor::rememberRefused()
{
    if (count() != 1)
        return;
    const domain::TodoId id = m_watched.todos().constFirst().id;
    m_refused.remove(id);
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
        if (draft->text)
            m_refused[id].insert(draft.key(), draft->text());
    }
}

void TodoEditor::takeUpRefused()
{
    if (count() != 1)
        return;
    const QHash<Field, QString> texts = m_refused.take(m_watched.todos().constFirst().id);
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        hold(text.key()).text = [kept = text.value()] { return kept; };
}

// ---------------------------------------------------------------------------------------------------------------
// What to show

QList<domain::Todo> TodoEditor::todos() const
{
    QList<domain::Todo> result = m_watched.todos();
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
        for (qsizetype i = 0; i < result.size(); ++i)
            result[i] = domain::patched(result.at(i), draft->seen.at(i), draft.key());
    }
    return result;
}

QList<domain::Todo> TodoEditor::seen(Field field) const
{
    const auto draft = m_drafts.constFind(field);
    return draft != m_drafts.cend() ? draft->seen : m_watched.todos();
}

bool TodoEditor::isMixed(Field field) const
{
    const QList<domain::Todo> all = todos();
    return std::ranges::any_of(all, [&](const domain::Todo &todo) {
        return domain::differingFields(all.constFirst(), todo).testFlag(field);
    });
}

QString TodoEditor::title() const
{
    const Draft draft = m_drafts.value(Field::Title);
    return draft.text ? draft.text() : shared(todos(), &domain::Todo::title);
}

QString TodoEditor::notes() const
{
    const Draft draft = m_drafts.value(Field::Notes);
    return draft.text ? draft.text() : shared(todos(), &domain::Todo::notes);
}

bool TodoEditor::hasWholeNotes() const
{
    return std::ranges::none_of(seen(Field::Notes), &domain::Todo::notesCut);
}

std::optional<domain::When> TodoEditor::due() const
{
    return shared(todos(), &domain::Todo::due);
}

std::optional<domain::When> TodoEditor::start() const
{
    return shared(todos(), &domain::Todo::start);
}

domain::Priority TodoEditor::priority() const
{
    return shared(todos(), &domain::Todo::priority);
}

std::optional<domain::ListId> TodoEditor::list() const
{
    return shared(todos(), &domain::Todo::list);
}

QString TodoEditor::repeatRule() const
{
    return shared(todos(), &domain::Todo::repeatRule);
}

QList<domain::TagId> TodoEditor::tags() const
{
    const QList<domain::Todo> all = todos();
    QList<domain::TagId> result = all.isEmpty() ? QList<domain::TagId>() : all.constFirst().tags;
    result.removeIf([&all](domain::TagId tag) {
        return std::ranges::any_of(all, [tag](const domain::Todo &todo) { return !todo.tags.contains(tag); });
    });
    return result;
}

QList<domain::TagId> TodoEditor::someTags() const
{
    QList<domain::TagId> result;
    for (const domain::Todo &todo : todos())
        result += todo.tags;
    const QList<domain::TagId> ofAll = tags();
    result.removeIf([&ofAll](domain::TagId tag) { return ofAll.contains(tag); });
    return domain::tagSet(result);
}

bool TodoEditor::isGone() const
{
    return std::ranges::any_of(m_watched.todos(),
                               [this](const domain::Todo &todo) { return m_watched.isGone(todo.id); });
}

void TodoEditor::onWatchedChanged()
{
    const QList<domain::Todo> before = std::exchange(m_lastShown, todos());
    if (idsOf(before) != idsOf(m_lastShown))
        return;
    Q_EMIT valuesChanged(differences(before, m_lastShown));
}

// ---------------------------------------------------------------------------------------------------------------
// What is typed

TodoEditor::Draft &TodoEditor::hold(Field field)
{
    const auto held = m_drafts.find(field);
    return held != m_drafts.end() ? *held : *m_drafts.insert(field, Draft{m_watched.todos(), {}, false});
}

void TodoEditor::release(Field field)
{
    m_drafts.remove(field);
    onWatchedChanged();
}

void TodoEditor::beginEditing(Field field)
{
    hold(field).editing = true;
}

void TodoEditor::endEditing(Field field)
{
    const auto draft = m_drafts.find(field);
    if (draft == m_drafts.end())
        return;
    draft->editing = false;
    if (save(field, Conflicts::Overrule))
        release(field);
}

void TodoEditor::type(Field field, TextSource text)
{
    if (count() != 1 || (field == Field::Notes && !hasWholeNotes()))
        return;
    hold(field).text = std::move(text);
    startTimer();
}

void TodoEditor::startTimer()
{
    const auto now = steady_clock::now();
    if (!m_saveTimer.isActive())
        m_firstUnsaved = now;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_firstUnsaved + longestWait - now);
    m_saveTimer.start(std::clamp(left, std::chrono::milliseconds(0), savePause));
}

void TodoEditor::saveTyped()
{
    for (const Field field : textFields)
        save(field, Conflicts::Wait);
}

// True unless a rule forbids it. A field whose last save met a conflict waits until it is left: else each
// pause in typing would ask the same question again.
bool TodoEditor::save(Field field, Conflicts conflicts)
{
    const auto draft = m_drafts.find(field);
    if (draft == m_drafts.end() || !draft->text)
        return true;
    if (conflicts == Conflicts::Wait && hasConflict(field))
        return true;
    if (!saveText(field, *draft))
        return false;
    if (!m_drafts.value(field).editing)
        release(field);
    return true;
}

bool TodoEditor::saveText(Field field, Draft &draft)
{
    if (isGone()) {
        base::Error gone;
        gone.kind = base::ErrorKind::NotFound;
        gone.sentence = tr("This todo was deleted for good elsewhere. What you typed is still here.");
        Q_EMIT rejected(field, gone);
        return false;
    }
    const QString typed = draft.text();
    const base::Result<QString> text =
        field == Field::Title ? domain::checkedTitle(typed) : domain::checkedNotes(typed);
    if (!text) {
        Q_EMIT rejected(field, text.error());
        return false;
    }
    const domain::Todo before = draft.seen.constFirst();
    const domain::Todo after = withText(before, field, *text);
    draft.text = nullptr;
    draft.seen = {after};
    dismissConflicts(field);
    perform(domain::editTodo(before, after, m_workspace.now()), field);
    return true;
}

bool TodoEditor::hasConflict(Field field) const
{
    const domain::TodoId id = m_watched.todos().constFirst().id;
    return std::ranges::any_of(m_workspace.conflicts(), [&](const Workspace::Conflict &conflict) {
        return conflict.todo.id == id && conflict.field.field == domain::wireName(field);
    });
}

// What is saved now is newer than what they would keep.
void TodoEditor::dismissConflicts(Field field)
{
    const domain::TodoId id = m_watched.todos().constFirst().id;
    const QList<Workspace::Conflict> conflicts = m_workspace.conflicts();
    for (const Workspace::Conflict &conflict : conflicts) {
        if (conflict.todo.id == id && conflict.field.field == domain::wireName(field))
            m_workspace.dismissConflict(conflict);
    }
}

// ---------------------------------------------------------------------------------------------------------------
// What is chosen

// Changes each todo as the user saw it.
template <class Change>
void TodoEditor::change(Field field, Change change, const QList<domain::TagChange> &newTags)
{
    QList<domain::TodoChange> changes;
    for (const domain::Todo &before : seen(field)) {
        domain::TodoChange each{domain::ChangeOperation::Update, before, before, field};
        change(each.after);
        if (domain::differingFields(each.before, each.after))
            changes.append(each);
    }
    if (changes.isEmpty())
        return;
    if (const auto draft = m_drafts.find(field); draft != m_drafts.end())
        std::ranges::for_each(draft->seen, change);
    const domain::ActionKind kind =
        field == Field::List ? domain::ActionKind::Move : domain::ActionKind::Edit;
    domain::Action action = domain::editTodos(changes, domain::todoLabel(kind, changes), m_workspace.now());
    action.kind = kind;
    action.tags = newTags;
    perform(action, field);
    onWatchedChanged();
}

void TodoEditor::perform(const domain::Action &action, Field field)
{
    Q_EMIT accepted(field);
    m_workspace.perform(action);
}

bool TodoEditor::check(Field field, const std::optional<domain::When> &when)
{
    const base::Result<domain::When> checked = domain::checkedWhen(when.value_or(domain::When{}));
    if (!when || checked)
        return true;
    Q_EMIT rejected(field, checked.error());
    return false;
}

void TodoEditor::setDue(const std::optional<domain::When> &due)
{
    if (check(Field::Due, due))
        change(Field::Due, [&due](domain::Todo &todo) { todo.due = due; });
}

void TodoEditor::setStart(const std::optional<domain::When> &start)
{
    if (check(Field::Start, start))
        change(Field::Start, [&start](domain::Todo &todo) { todo.start = start; });
}

void TodoEditor::setPriority(domain::Priority priority)
{
    change(Field::Priority, [priority](domain::Todo &todo) { todo.priority = priority; });
}

void TodoEditor::setList(std::optional<domain::ListId> list)
{
    change(Field::List, [list](domain::Todo &todo) { todo.list = list; });
}

void TodoEditor::addTag(domain::TagId tag)
{
    change(Field::Tags, [tag](domain::Todo &todo) { todo.tags = domain::tagSet(todo.tags + QList{tag}); });
}

void TodoEditor::addTagNamed(const QString &name)
{
    const base::Result<QString> checked = domain::checkedTagName(name);
    if (!checked) {
        Q_EMIT rejected(Field::Tags, checked.error());
        return;
    }
    const QList<domain::Tag> tags = m_workspace.tags();
    const auto known = std::ranges::find_if(tags, [&checked](const domain::Tag &tag) {
        return tag.name.compare(*checked, Qt::CaseInsensitive) == 0;
    });
    if (known != tags.end()) {
        addTag(known->id);
        return;
    }
    domain::Tag tag;
    tag.id = domain::TagId(base::makeUuidV7());
    tag.name = *checked;
    tag.position =
        domain::positionAtEnd(m_workspace.now(), tags.isEmpty() ? QByteArray() : tags.last().position);
    change(
        Field::Tags, [&tag](domain::Todo &todo) { todo.tags = domain::tagSet(todo.tags + QList{tag.id}); },
        domain::createTag(tag, m_workspace.now()).tags);
}

void TodoEditor::removeTag(domain::TagId tag)
{
    change(Field::Tags, [tag](domain::Todo &todo) { todo.tags.removeAll(tag); });
}

} // namespace tusk::models
