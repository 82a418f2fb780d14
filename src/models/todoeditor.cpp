// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/todoeditor.h"

#include "domain/actions.h"
#include "domain/todoids.h"
#include "domain/todojson.h"
#include "domain/todorules.h"
#include "models/workspace.h"

#include <algorithm>
#include <utility>

namespace tusk::models
{

namespace
{

using std::chrono::steady_clock;

constexpr std::array textFields{domain::TodoField::Title, domain::TodoField::Notes};

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

QString textOf(const domain::Todo &todo, domain::TodoField field)
{
    return field == domain::TodoField::Title ? todo.title : todo.notes;
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
    if (domain::idsOf(todos) == domain::idsOf(m_watched.todos())) {
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
    const Fields givenBack = takeUpRefused();
    m_lastShown = this->todos();
    Q_EMIT todosChanged();
    tellGivenBack(givenBack);
}

bool TodoEditor::giveBack(const domain::Action &refused)
{
    const domain::TodoChange change = refused.todos.value(0);
    const bool isEdited = count() == 1 && m_watched.todos().constFirst().id == change.id();
    if (isEdited) {
        flush(); // what was typed since then
        rememberRefused();
    }
    QHash<Field, Refused> &texts = m_refused[change.id()];
    const auto isFree = [&](Field field) { return !change.fields.testFlag(field) || !texts.contains(field); };
    const bool takes = std::ranges::all_of(textFields, isFree);
    for (const Field field : textFields) {
        if (takes && change.fields.testFlag(field))
            texts.insert(field, {textOf(change.after, field), {refused.id}});
    }
    if (isEdited) {
        m_drafts.clear();
        const Fields givenBack = takeUpRefused();
        m_lastShown = todos();
        Q_EMIT todosChanged();
        tellGivenBack(givenBack);
    }
    return takes;
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
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
        if (draft->text)
            m_refused[id].insert(draft.key(), {draft->text(), draft->handedBack});
    }
}

// Fields in which there is now what the database refused. Notes wait until they are there as a whole.
TodoEditor::Fields TodoEditor::takeUpRefused()
{
    Fields givenBack;
    if (count() != 1)
        return givenBack;
    const domain::TodoId id = m_watched.todos().constFirst().id;
    QHash<Field, Refused> texts = m_refused.take(id);
    for (const Field field : textFields) {
        if (!texts.contains(field) || (field == Field::Notes && !hasWholeNotes()))
            continue;
        const Refused refused = texts.take(field);
        Draft &draft = hold(field);
        draft.text = [kept = refused.text] { return kept; };
        draft.handedBack = refused.handedBack;
        givenBack.setFlag(field, !refused.handedBack.isEmpty());
    }
    if (!texts.isEmpty())
        m_refused.insert(id, texts);
    return givenBack;
}

void TodoEditor::tellGivenBack(Fields fields)
{
    for (const Field field : textFields) {
        if (fields.testFlag(field))
            Q_EMIT gaveBack(field);
    }
}

// ---------------------------------------------------------------------------------------------------------------
// What is edited

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

void TodoEditor::onWatchedChanged()
{
    const QList<domain::Todo> before = std::exchange(m_lastShown, todos());
    if (domain::idsOf(before) != domain::idsOf(m_lastShown))
        return;
    const Fields givenBack = takeUpRefused();
    Q_EMIT valuesChanged(differences(before, m_lastShown) | givenBack);
    tellGivenBack(givenBack);
}

// ---------------------------------------------------------------------------------------------------------------
// What is typed

TodoEditor::Draft &TodoEditor::hold(Field field)
{
    const auto held = m_drafts.find(field);
    return held != m_drafts.end() ? *held : *m_drafts.insert(field, Draft{m_watched.todos(), {}, false, {}});
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
    const QList<domain::ActionId> handedBack = std::exchange(draft.handedBack, {});
    draft.text = nullptr;
    draft.seen = {after};
    dismissConflicts(field);
    perform(domain::editTodo(before, after, m_workspace.now()), field);
    for (const domain::ActionId id : handedBack) // it is in an action of its own again
        m_workspace.dismissHandedBack(id);
    return true;
}

bool TodoEditor::hasConflict(Field field) const
{
    const domain::TodoId id = m_watched.todos().constFirst().id;
    return std::ranges::any_of(m_workspace.conflicts(), [&](const Workspace::Conflict &conflict) {
        return conflict.field.id == id.uuid() && conflict.field.field == domain::wireName(field);
    });
}

// What is saved now is newer than what they would keep.
void TodoEditor::dismissConflicts(Field field)
{
    const domain::TodoId id = m_watched.todos().constFirst().id;
    const QList<Workspace::Conflict> conflicts = m_workspace.conflicts();
    for (const Workspace::Conflict &conflict : conflicts) {
        if (conflict.field.id == id.uuid() && conflict.field.field == domain::wireName(field))
            m_workspace.dismissConflict(conflict);
    }
}

} // namespace tusk::models
