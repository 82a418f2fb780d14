// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/watchedtodos.h"

#include "domain/todoids.h"
#include "models/workspace.h"

#include <algorithm>

namespace tusk::models
{

namespace
{

using domain::ChangeOperation;

template <class Range>
auto withId(Range &todos, domain::TodoId id)
{
    return std::ranges::find(todos, id, &domain::Todo::id);
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
    connect(&m_workspace, &Workspace::staleChanged, this, [this](bool stale) {
        if (!stale)
            fetchWhole(); // what could not be asked without a connection
    });
}

void WatchedTodos::watch(const QList<domain::Todo> &todos)
{
    QList<domain::Todo> confirmed;
    confirmed.reserve(todos.size());
    for (const domain::Todo &todo : todos) {
        const auto known = withId(m_confirmed, todo.id);
        const bool knownBetter = known != m_confirmed.end() && known->version >= todo.version;
        confirmed.append(knownBetter ? *known : todo);
    }
    m_confirmed = confirmed;
    m_gone.removeIf([this](domain::TodoId id) { return withId(m_confirmed, id) == m_confirmed.end(); });
    m_asked.clear();
    onPendingChanged();
    fetchWhole();
}

// ---------------------------------------------------------------------------------------------------------------
// What happens to them

void WatchedTodos::onRowsChanged(const repository::ChangedRows &rows)
{
    for (domain::Todo &known : m_confirmed)
        absorb(known, rows);
    showTodos();
    fetchWhole();
}

void WatchedTodos::absorb(domain::Todo &known, const repository::ChangedRows &rows)
{
    if (rows.versions) {
        const qint64 version = rows.versions->value(known.id, known.version);
        for (const domain::TodoChange &patch : rows.patches) {
            if (patch.id() == known.id && version > known.version)
                known = domain::patched(known, patch.after, patch.fields);
        }
        known.version = std::max(known.version, version);
        return;
    }
    const auto row = withId(rows.todos, known.id);
    if (row == rows.todos.end()) {
        // Touched and not among the rows: deleted for good.
        if (std::ranges::any_of(rows.actions, [&](const auto &action) { return touches(action, known.id); }))
            m_gone.insert(known.id);
        return;
    }
    if (row->version < known.version)
        return;
    const std::optional<QString> notes = row->notesCut ? notesAfter(known, *row, rows) : std::nullopt;
    known = *row;
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
    QList<domain::TodoId> refused;
    for (const Workspace::HandedBack &handedBack : m_workspace.handedBack()) {
        for (const domain::TodoChange &change : handedBack.action.todos) {
            if (withId(m_confirmed, change.id()) != m_confirmed.end() && !refused.contains(change.id()))
                refused.append(change.id());
        }
    }
    if (!refused.isEmpty())
        fetch(refused);
}

void WatchedTodos::showTodos()
{
    QList<domain::Todo> shown = m_confirmed;
    for (const domain::TodoChange &change : m_workspace.pendingChanges()) {
        const auto todo = withId(shown, change.id());
        if (todo == shown.end())
            continue;
        if (change.operation == ChangeOperation::Update)
            *todo = domain::patched(*todo, change.after, change.fields);
        else if (change.operation == ChangeOperation::Insert && todo->version == 0)
            *todo = change.after;
    }
    const bool differs = shown != m_shown;
    m_shown = shown;
    if (differs)
        Q_EMIT changed();
}

// ---------------------------------------------------------------------------------------------------------------
// Whole notes

void WatchedTodos::fetchWhole()
{
    QList<domain::TodoId> cut;
    for (const domain::Todo &todo : m_confirmed) {
        if (todo.notesCut && !m_gone.contains(todo.id))
            cut.append(todo.id);
    }
    if (!cut.isEmpty())
        fetch(cut);
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
    if (!page)
        return; // the beginning stays; asked again when the connection is back
    for (domain::Todo &known : m_confirmed) {
        const auto row = withId(page->todos, known.id);
        if (row != page->todos.end() && row->version >= known.version)
            known = *row;
        else if (row == page->todos.end() && ids.contains(known.id) && known.version > 0)
            m_gone.insert(known.id);
    }
    showTodos();
    const QSet<domain::TodoId> asked = std::exchange(m_asked, {});
    QList<domain::TodoId> again;
    for (const domain::Todo &todo : m_confirmed) {
        if (asked.contains(todo.id) || (todo.notesCut && !m_gone.contains(todo.id)))
            again.append(todo.id);
    }
    fetch(again);
}

} // namespace tusk::models
