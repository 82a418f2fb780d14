// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/watchedtodos.h"

#include "domain/todoids.h"
#include "models/workspace.h"

#include <algorithm>
#include <utility>

namespace tusk::models
{

namespace
{

using domain::ChangeOperation;

// Where each stands: thousands may be watched, and as many be changed at once.
QHash<domain::TodoId, qsizetype> placesOf(const QList<domain::Todo> &todos)
{
    QHash<domain::TodoId, qsizetype> places;
    places.reserve(todos.size());
    for (qsizetype i = 0; i < todos.size(); ++i)
        places.insert(todos.at(i).id, i);
    return places;
}

QList<domain::TodoChange> changesOf(const repository::LoggedAction &action, domain::TodoId id,
                                    const QHash<domain::ActionId, QList<domain::TodoChange>> &known)
{
    QList<domain::TodoChange> result = known.value(action.summary.id);
    result.removeIf([id](const domain::TodoChange &change) { return change.id() != id; });
    return result;
}

bool touches(const repository::LoggedAction &action, domain::TodoId id)
{
    return std::ranges::any_of(action.changes, [id](const repository::LoggedChange &change) {
        return change.entity == repository::LoggedChange::Entity::Todo && change.id == id.uuid();
    });
}

} // namespace

WatchedTodos::WatchedTodos(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&m_workspace, &Workspace::rowsChanged, this, &WatchedTodos::onRowsChanged);
    connect(&m_workspace, &Workspace::pendingChanged, this, &WatchedTodos::onPendingChanged);
    connect(&m_workspace, &Workspace::handedBackChanged, this, &WatchedTodos::onHandedBack);
    connect(&m_workspace, &Workspace::reloadNeeded, this, [this] { fetch(domain::idsOf(m_confirmed)); });
    connect(&m_workspace, &Workspace::caughtUp, this, &WatchedTodos::fetchAgain);
}

void WatchedTodos::watch(const QList<domain::Todo> &todos)
{
    const QHash<domain::TodoId, qsizetype> places = placesOf(m_confirmed);
    QList<domain::Todo> confirmed;
    QSet<domain::TodoId> watched;
    confirmed.reserve(todos.size());
    for (const domain::Todo &todo : todos) {
        const qsizetype known = places.value(todo.id, -1);
        const bool knownBetter = known >= 0 && m_confirmed.at(known).version >= todo.version;
        confirmed.append(knownBetter ? m_confirmed.at(known) : todo);
        watched.insert(todo.id);
    }
    m_confirmed = std::move(confirmed);
    m_gone.intersect(watched);
    m_asked.clear();
    onPendingChanged();
    fetchWhole();
}

// ---------------------------------------------------------------------------------------------------------------
// What happens to them

void WatchedTodos::onRowsChanged(const repository::ChangedRows &rows)
{
    if (rows.versions)
        absorbPatches(rows);
    else
        absorbRows(rows);
    showTodos();
    fetchWhole();
}

void WatchedTodos::absorbPatches(const repository::ChangedRows &rows)
{
    const QHash<domain::TodoId, qsizetype> places = placesOf(m_confirmed);
    QSet<domain::TodoId> changed;
    for (const domain::TodoChange &patch : rows.patches) {
        const qsizetype place = places.value(patch.id(), -1);
        if (place < 0 || patch.operation == ChangeOperation::Delete)
            continue;
        domain::Todo &known = m_confirmed[place];
        const qint64 version = known.version;
        if (rows.versions->value(known.id, version) <= version)
            continue;
        known = patch.operation == ChangeOperation::Insert
                    ? patch.after
                    : domain::patched(known, patch.after, patch.fields);
        known.version = version; // the same todo may be changed twice
        changed.insert(known.id);
    }
    for (domain::Todo &known : m_confirmed) {
        if (changed.contains(known.id))
            known.version = rows.versions->value(known.id);
    }
    const QSet<domain::TodoId> gone = repository::goneTodos(rows);
    for (const domain::Todo &known : std::as_const(m_confirmed)) {
        if (gone.contains(known.id))
            m_gone.insert(known.id);
    }
}

void WatchedTodos::absorbRows(const repository::ChangedRows &rows)
{
    const QHash<domain::TodoId, qsizetype> places = placesOf(rows.todos);
    const QSet<domain::TodoId> gone = repository::goneTodos(rows);
    for (domain::Todo &known : m_confirmed) {
        if (const qsizetype place = places.value(known.id, -1); place >= 0)
            absorb(known, rows.todos.at(place), rows);
        else if (gone.contains(known.id))
            m_gone.insert(known.id);
    }
}

void WatchedTodos::absorb(domain::Todo &known, const domain::Todo &row,
                          const repository::ChangedRows &rows) const
{
    if (row.version < known.version)
        return;
    const std::optional<QString> notes = row.notesCut ? notesAfter(known, row, rows) : std::nullopt;
    known = row;
    if (notes) {
        known.notes = *notes;
        known.notesCut = false;
    }
}

// The whole notes of a row that brings their beginning only, if they follow from what is known: then nothing
// has to be fetched after each save of long notes.
std::optional<QString> WatchedTodos::notesAfter(const domain::Todo &known, const domain::Todo &row,
                                                const repository::ChangedRows &rows) const
{
    if (known.notesCut)
        return std::nullopt;
    QString notes = known.notes;
    qint64 version = known.version;
    for (const repository::LoggedAction &action : rows.actions) {
        if (!touches(action, known.id))
            continue;
        const QList<domain::TodoChange> changes = changesOf(action, known.id, m_onTheirWay);
        if (changes.isEmpty())
            return std::nullopt; // somebody else's: the log does not carry the notes
        for (const domain::TodoChange &change : changes) {
            if (!change.fields.testFlag(domain::TodoField::Notes))
                continue;
            if (change.before.notes != notes)
                return std::nullopt; // perhaps a conflict
            notes = change.after.notes;
        }
        ++version;
    }
    return version == row.version ? std::optional(notes) : std::nullopt;
}

void WatchedTodos::onPendingChanged()
{
    m_onTheirWay.clear();
    for (const Workspace::Pending &pending : m_workspace.pending())
        m_onTheirWay.insert(pending.action.id, pending.overlay);
    showTodos();
}

void WatchedTodos::onHandedBack()
{
    // A list that was asked meanwhile may have given the refused values as if they stood.
    const QHash<domain::TodoId, qsizetype> places = placesOf(m_confirmed);
    QList<domain::TodoId> refused;
    for (const Workspace::HandedBack &handedBack : m_workspace.handedBack()) {
        for (const domain::TodoChange &change : handedBack.action.todos) {
            if (places.contains(change.id()) && !refused.contains(change.id()))
                refused.append(change.id());
        }
    }
    if (!refused.isEmpty())
        fetch(refused);
}

void WatchedTodos::showTodos()
{
    QList<domain::Todo> shown = m_confirmed;
    const auto pending = m_workspace.pendingChanges();
    const auto places = pending.isEmpty() ? QHash<domain::TodoId, qsizetype>() : placesOf(shown);
    for (const domain::TodoChange &change : pending) {
        const qsizetype place = places.value(change.id(), -1);
        if (place < 0)
            continue;
        domain::Todo &todo = shown[place];
        if (change.operation == ChangeOperation::Update)
            todo = domain::patched(todo, change.after, change.fields);
        else if (change.operation == ChangeOperation::Insert && todo.version == 0)
            todo = change.after;
    }
    const bool differs = shown != m_shown;
    m_shown = std::move(shown);
    if (differs)
        Q_EMIT changed();
}

// ---------------------------------------------------------------------------------------------------------------
// Whole notes

void WatchedTodos::fetchWhole()
{
    QList<domain::TodoId> cut;
    for (const domain::Todo &todo : std::as_const(m_confirmed)) { // thousands may be shared with those shown
        if (todo.notesCut && !m_gone.contains(todo.id))
            cut.append(todo.id);
    }
    if (!cut.isEmpty())
        fetch(cut);
}

void WatchedTodos::fetchAgain()
{
    if (!m_fetching)
        fetch(std::exchange(m_asked, {}).values());
}

void WatchedTodos::fetch(const QList<domain::TodoId> &ids)
{
    if (m_fetching) {
        m_asked += QSet<domain::TodoId>(ids.begin(), ids.end());
        return;
    }
    if (ids.isEmpty())
        return;
    m_fetching = true;
    m_workspace.reader().todos(
        ids, m_inbox, [this, ids](const base::Result<repository::TodoPage> &page) { onFetched(page, ids); });
}

void WatchedTodos::onFetched(const base::Result<repository::TodoPage> &page, const QList<domain::TodoId> &ids)
{
    m_fetching = false;
    if (!page) { // what is known stays
        if (base::isPassing(page.error().kind))
            m_asked += QSet<domain::TodoId>(ids.begin(), ids.end());
        return;
    }
    const QHash<domain::TodoId, qsizetype> places = placesOf(page->todos);
    for (domain::Todo &known : m_confirmed) {
        const qsizetype place = places.value(known.id, -1);
        if (place >= 0 && page->todos.at(place).version >= known.version)
            known = page->todos.at(place);
        else if (place < 0 && ids.contains(known.id) && known.version > 0)
            m_gone.insert(known.id);
    }
    showTodos();
    const QSet<domain::TodoId> asked = std::exchange(m_asked, {});
    QList<domain::TodoId> again;
    for (const domain::Todo &todo : std::as_const(m_confirmed)) {
        if (asked.contains(todo.id) || (todo.notesCut && !m_gone.contains(todo.id)))
            again.append(todo.id);
    }
    fetch(again);
}

} // namespace tusk::models
