// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/workspace.h"

#include "base/clock.h"
#include "base/logging.h"
#include "data/repository/unsentactions.h"
#include "domain/actions.h"
#include "models/recordchanges.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace tusk::models
{

namespace
{

using domain::ActionKind;
using domain::ChangeOperation;
using repository::LoggedChange;

QString refusalSentence(repository::UndoRefusal refusal)
{
    switch (refusal) {
        using enum repository::UndoRefusal;
    case NothingToUndo:
        return QCoreApplication::translate("Workspace", "There is nothing to undo.");
    case UnknownAction:
        return QCoreApplication::translate(
            "Workspace", "This is too long ago to be undone: the history has forgotten it.");
    case AlreadyUndone:
        return QCoreApplication::translate("Workspace", "This was undone already, on another device.");
    case DeletedForGood:
        return QCoreApplication::translate("Workspace", "What was deleted for good cannot come back.");
    }
    return {};
}

// Where the answer to an action of ours has only the versions of todos: whether what we asked for is what
// became of all of them.
bool isAsAsked(const domain::Action &action, const repository::ActionAnswer &answer,
               const QList<domain::TodoChange> &patches)
{
    if (!answer.conflicts.isEmpty() || repository::lostTheirList(action, answer))
        return false;
    QSet<domain::TodoId> patched;
    patched.reserve(patches.size());
    for (const domain::TodoChange &patch : patches) {
        if (patch.operation != ChangeOperation::Delete)
            patched.insert(patch.id());
    }
    const QHash<domain::TodoId, qint64> &versions = *answer.rows.versions;
    return std::all_of(versions.keyBegin(), versions.keyEnd(),
                       [&patched](domain::TodoId id) { return patched.contains(id); });
}

// All that the action was about has been deleted for good. What stays as it is for another reason is named in
// the answer.
bool tookNothingBack(const domain::Action &action, const repository::ActionAnswer &answer)
{
    if (action.kind != ActionKind::Undo || answer.refusal || !answer.conflicts.isEmpty() ||
        !answer.gone.isEmpty() || !answer.listsGone.isEmpty() || answer.rows.versions)
        return false;
    const QList<repository::LoggedAction> &actions = answer.rows.actions;
    return std::ranges::any_of(actions, [&action](const repository::LoggedAction &logged) {
        return logged.summary.id == action.id && logged.changes.isEmpty();
    });
}

} // namespace

Workspace::Workspace(repository::TodoReader &reader, repository::ActionWriter &writer,
                     repository::UnsentActions &unsent, const base::Clock &clock,
                     domain::InstallationId installation, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
    , m_installation(installation)
    , m_queue(writer, unsent, installation)
{
    connect(&m_queue, &ActionQueue::answered, this,
            [this](const domain::Action &action, const repository::ActionAnswer &answer) {
                confirm(action, answer);
            });
    connect(&m_queue, &ActionQueue::answeredLate, this,
            [this](const domain::Action &action, const repository::ActionAnswer &answer) {
                m_late = {action, answer, false};
                catchUp();
            });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Workspace::catchUp);
    connect(&m_queue, &ActionQueue::refused, this, &Workspace::handBack);
    connect(&m_queue, &ActionQueue::heldUpChanged, this, &Workspace::heldUpChanged);
    connect(&m_queue, &ActionQueue::hindranceChanged, this, &Workspace::hindranceChanged);
    connect(&m_queue, &ActionQueue::otherDatabase, this, &Workspace::otherDatabase);
    connect(&m_queue, &ActionQueue::notKept, this,
            [this](const base::Error &error) { Q_EMIT noticed(error.sentence); });
}

Workspace::~Workspace() = default;

// ---------------------------------------------------------------------------------------------------------------
// What the connection tells

void Workspace::opened(const repository::OpeningState &state, const QList<domain::Action> &unsentBefore)
{
    if (m_database && *m_database != state.database) {
        Q_EMIT otherDatabase();
        return;
    }
    m_queue.restore(unsentBefore);
    m_open = true;
    m_connected = true;
    m_identified = true;
    showState(state);
    Q_EMIT openedChanged();
    m_queue.setReady(true);
    if (m_countedOn != day())
        catchUp(); // midnight passed meanwhile
}

void Workspace::foundUnsent(const QList<domain::Action> &unsentBefore)
{
    if (m_open)
        return;
    m_queue.restore(unsentBefore);
    announceShown();
}

void Workspace::showState(const repository::OpeningState &state)
{
    m_database = state.database;
    m_snapshot = state.snapshot;
    m_findsSubstrings = state.findsSubstrings;
    m_titlesByLanguage = state.titlesByLanguage;
    m_lists = state.lists;
    m_tags = state.tags;
    m_counter.reset(state.counts, state.seen);
    m_countedOn = state.day;
    m_history.reset(state.undoable, state.redoable);
    for (const Pending &pending : m_queue.pending())
        m_history.waiting(pending.action);
    announceShown();
    Q_EMIT historyChanged();
    setStale(!m_connected);
    if (state.trashDue)
        Q_EMIT trashDue();
}

void Workspace::connectionChanged(bool connected)
{
    if (m_connected == connected)
        return;
    m_connected = connected;
    m_identified = false;
    m_retry.stop();
    m_retryPolicy.reset();
    m_queue.setReady(false);
    setCatchUpFailure({}); // why it cannot be reached is another matter
    if (!connected) {
        setStale(true);
    } else if (m_open) {
        catchUp(); // which tells whether it is the same database
    }
}

// The rows stay as they are, marked stale. Where the connection went, the next one asks again; but it may
// have been one of several, or the answer was too long in coming.
void Workspace::onCatchUpFailed(const base::Error &error)
{
    qCDebug(base::logModels) << "catching up failed:" << base::toString(error.kind);
    setStale(true);
    forgetLate();
    if (!m_connected)
        return;
    setCatchUpFailure(error);
    if (!m_identified && error.kind == base::ErrorKind::SchemaMissing)
        Q_EMIT otherDatabase(); // an empty one is not ours
    if (const auto pause = m_retryPolicy.next(error.kind))
        m_retry.start(*pause);
}

void Workspace::setCatchUpFailure(const std::optional<base::Error> &error)
{
    if (std::exchange(m_catchUpFailure, error) != error)
        Q_EMIT hindranceChanged();
}

void Workspace::endCatchingUp()
{
    m_retryPolicy.reset();
    setCatchUpFailure({});
    confirmLate();
    // Only now may anything be sent there.
    if (m_connected && !std::exchange(m_identified, true))
        m_queue.setReady(true);
    Q_EMIT caughtUp();
    if (m_catchUpAgain)
        catchUp();
}

void Workspace::announced(const QByteArray &actionId)
{
    const domain::ActionId id = domain::ActionId::fromString(QString::fromLatin1(actionId));
    // Our own come with their answer.
    if (!m_counter.contains(id) && !m_queue.contains(id))
        catchUp();
}

void Workspace::catchUp()
{
    if (!m_open)
        return;
    if (m_catchingUp) {
        m_catchUpAgain = true;
        return;
    }
    m_retry.stop();
    m_catchUpAgain = false;
    if (m_late)
        m_late->asked = true;
    if (m_countedOn != day()) {
        readAnew();
        return;
    }
    m_catchingUp = true;
    m_answeredMeanwhile.clear();
    m_reader.changesSince(m_snapshot, m_inbox,
                          [this](const base::Result<repository::CatchUp> &result) { onCaughtUp(result); });
}

void Workspace::dayChanged()
{
    m_countedOn = base::Day();
    Q_EMIT dayBegun();
    if (m_connected)
        catchUp(); // else when the connection is back
}

void Workspace::onCaughtUp(const base::Result<repository::CatchUp> &result)
{
    m_catchingUp = false;
    if (!result)
        return onCatchUpFailed(result.error());
    if (result->database != m_database) {
        Q_EMIT otherDatabase();
        return;
    }
    if (!result->complete || result->rows.versions) {
        readAnew();
        return;
    }
    absorb(result->rows);
    showAnsweredMeanwhile(*result);
    m_counter.trim(result->rows.actions);
    m_snapshot = result->snapshot;
    setStale(!m_connected);
    endCatchingUp();
}

// Answers of two connections overtake each other. What was saved after the question for changes was carried
// out is newer than its answer, which has just put the older rows back.
void Workspace::showAnsweredMeanwhile(const repository::CatchUp &caughtUp)
{
    const auto answers = std::exchange(m_answeredMeanwhile, {});
    for (const auto &[id, rows] : answers) {
        const bool isPartOfIt =
            std::ranges::any_of(caughtUp.rows.actions, [&id = id](const repository::LoggedAction &action) {
                return action.summary.id == id;
            });
        if (!isPartOfIt)
            show(rows);
    }
}

void Workspace::readAnew()
{
    repository::PageRequest nothing;
    nothing.today = day();
    nothing.limit = 1;
    m_catchingUp = true;
    m_readingAnew = true;
    m_reader.open(m_installation, nothing, m_inbox,
                  [this](const base::Result<repository::OpeningState> &state) {
                      m_catchingUp = false;
                      m_readingAnew = false;
                      if (!state)
                          return onCatchUpFailed(state.error());
                      if (state->database != m_database) {
                          Q_EMIT otherDatabase();
                          return;
                      }
                      showState(*state);
                      m_countAgain = std::ranges::any_of(m_queue.pending(), &Pending::sending);
                      m_familiesOutdated = true; // what is shown stays until its rows are here
                      Q_EMIT reloadNeeded();
                      endCatchingUp();
                  });
}

// ---------------------------------------------------------------------------------------------------------------
// What the window shows

const std::optional<base::Error> &Workspace::hindrance() const
{
    return m_queue.hindrance() ? m_queue.hindrance() : m_catchUpFailure;
}

bool Workspace::isOpen() const
{
    return m_open;
}

bool Workspace::isStale() const
{
    return m_stale;
}

std::optional<domain::DatabaseId> Workspace::database() const
{
    return m_database;
}

base::Day Workspace::day() const
{
    return m_clock.day();
}

QDate Workspace::today() const
{
    return m_clock.today();
}

QDateTime Workspace::now() const
{
    return m_clock.now();
}

base::Moment Workspace::moment() const
{
    return m_clock.moment();
}

QList<domain::TodoList> Workspace::lists() const
{
    QList<domain::TodoList> result = m_lists;
    for (const Pending &pending : m_queue.pending())
        overlayRecords(result, pending.action.lists);
    return result;
}

QList<domain::Tag> Workspace::tags() const
{
    QList<domain::Tag> result = m_tags;
    for (const Pending &pending : m_queue.pending())
        overlayRecords(result, pending.action.tags);
    return result;
}

domain::PlaceCounts Workspace::counts() const
{
    return m_counter.with(pendingChanges(), day());
}

const Families &Workspace::families() const
{
    return m_shownFamilies;
}

const QList<Workspace::Pending> &Workspace::pending() const
{
    return m_queue.pending();
}

QList<domain::TodoChange> Workspace::pendingChanges() const
{
    return m_queue.changes();
}

const QList<Workspace::HandedBack> &Workspace::handedBack() const
{
    return m_handedBack;
}

const QList<Workspace::Conflict> &Workspace::conflicts() const
{
    return m_conflicts.all();
}

const UndoHistory &Workspace::history() const
{
    return m_history;
}

bool Workspace::findsSubstrings() const
{
    return m_findsSubstrings;
}

bool Workspace::ordersTitlesByLanguage() const
{
    return m_titlesByLanguage;
}

repository::TodoReader &Workspace::reader() const
{
    return m_reader;
}

// ---------------------------------------------------------------------------------------------------------------
// Families

void Workspace::learn(const repository::TodoPage &page, const QList<repository::ChangedRows> &since)
{
    if (std::exchange(m_familiesOutdated, false))
        m_families = Families();
    m_families.learn(page);
    for (const repository::ChangedRows &rows : since)
        m_families.merge(rows);
    showFamilies();
}

void Workspace::showFamilies()
{
    const Families before = std::exchange(m_shownFamilies, m_families.with(pendingChanges()));
    if (m_shownFamilies != before)
        Q_EMIT familiesChanged();
}

// ---------------------------------------------------------------------------------------------------------------
// What the user does

void Workspace::perform(const domain::Action &action)
{
    if (domain::isEmpty(action))
        return;
    m_history.performed(action);
    showAndSend(action);
    Q_EMIT historyChanged();
    Q_EMIT performed(action);
}

void Workspace::showAndSend(const domain::Action &action)
{
    m_queue.add(action);
    announceShown();
    m_queue.keepAdded();
}

bool Workspace::undo()
{
    const std::optional<domain::Action> action = m_history.undo(now());
    if (action) {
        if (const std::optional<domain::Action> held = withdrawn(*action)) {
            m_history.withdrawn(*action, *held);
            announceShown();
        } else {
            showAndSend(*action);
        }
    }
    Q_EMIT historyChanged();
    return action.has_value();
}

void Workspace::noteImport(domain::ActionId import, const QString &label)
{
    m_history.imported(import, label);
    Q_EMIT historyChanged();
    catchUp();
}

domain::ActionId Workspace::undoImport(domain::ActionId import, const QString &label)
{
    const domain::Action action = m_history.undoImport(import, label, now());
    showAndSend(action);
    Q_EMIT historyChanged();
    return action.id;
}

bool Workspace::redo()
{
    const std::optional<domain::Action> action = m_history.redo(now());
    if (action) {
        if (withdrawn(*action))
            announceShown();
        else
            showAndSend(*action);
    }
    Q_EMIT historyChanged();
    return action.has_value();
}

// What an undo or redo takes back, where that can still be kept from being sent.
std::optional<domain::Action> Workspace::withdrawn(const domain::Action &takingBack)
{
    if (!takingBack.target || m_queue.pending().isEmpty())
        return std::nullopt;
    const domain::Action last = m_queue.pending().last().action;
    return m_queue.withdraw(*takingBack.target) ? std::optional(last) : std::nullopt;
}

void Workspace::useMine(const Conflict &conflict)
{
    const domain::Action action = OpenConflicts::useMine(conflict, now());
    if (dismissConflict(conflict)) // ends what may well come from conflicts()
        perform(action);
}

bool Workspace::dismissConflict(Conflict conflict)
{
    const bool wasOpen = m_conflicts.settle(std::move(conflict));
    if (wasOpen)
        Q_EMIT conflictsChanged();
    return wasOpen;
}

void Workspace::dismissHandedBack(domain::ActionId id)
{
    const auto isIt = [&id](const HandedBack &handedBack) { return handedBack.action.id == id; };
    if (m_handedBack.removeIf(isIt) == 0)
        return;
    m_queue.settle(id);
    Q_EMIT handedBackChanged();
}

void Workspace::performHandedBack(domain::ActionId id)
{
    const auto isIt = [&id](const HandedBack &handedBack) { return handedBack.action.id == id; };
    const auto handedBack = std::ranges::find_if(m_handedBack, isIt);
    if (handedBack == m_handedBack.end())
        return;
    const domain::Action action = handedBack->action;
    m_handedBack.erase(handedBack);
    Q_EMIT handedBackChanged();
    perform(action);
}

void Workspace::retryNow()
{
    m_queue.retryNow();
}

// ---------------------------------------------------------------------------------------------------------------
// Actions on their way

void Workspace::confirmLate()
{
    if (!m_late || !m_late->asked)
        return;
    const LateAnswer late = *std::exchange(m_late, std::nullopt);
    confirm(late.action, late.answer, Counting::Done);
    m_queue.goOn();
}

// It is sent again: the answer can be had again.
void Workspace::forgetLate()
{
    if (!m_late)
        return;
    m_late.reset();
    m_queue.goOn();
}

void Workspace::confirm(const domain::Action &action, const repository::ActionAnswer &answer,
                        Counting counting)
{
    if (answer.refusal) {
        refuseUndo(action, *answer.refusal);
        return;
    }
    repository::ChangedRows rows = answer.rows;
    if (rows.versions)
        rows.patches = m_queue.overlayOf(action);
    const bool tellsAll = !rows.versions || isAsAsked(action, answer, rows.patches);
    m_queue.settle(action.id);
    if (m_counter.contains(action.id)) {
        announceShown(); // catching up has brought it, and perhaps what came after it
    } else {
        absorb(rows, tellsAll ? counting : Counting::Done);
        if (m_catchingUp)
            m_answeredMeanwhile.append({action.id, rows});
    }
    // On another connection all may have been read before this was stored: that answer replaces everything.
    m_catchUpAgain |= m_readingAnew;
    countAgainWhenQuiet();
    report(action, answer);
    // A field that somebody else changed meanwhile, or rows that we cannot tell, as those of a deleted list
    // or of an import that was taken back: read what is there.
    if (!tellsAll)
        countAgain();
    else if (!answer.conflicts.isEmpty() || !answer.gone.isEmpty() || m_history.takesImportBack(action.id))
        catchUp();
    Q_EMIT settled(action.id, true);
    if (tookNothingBack(action, answer) && m_history.passOver(action))
        undo();
}

// Nothing tells whether the counts contained an action that was on its way when they were read.
void Workspace::countAgainWhenQuiet()
{
    if (!m_countAgain || !m_queue.pending().isEmpty())
        return;
    m_countAgain = false;
    countAgain();
}

// And everything else that opening tells.
void Workspace::countAgain()
{
    m_countedOn = base::Day();
    catchUp();
}

void Workspace::report(const domain::Action &action, const repository::ActionAnswer &answer)
{
    if (!answer.conflicts.isEmpty()) {
        m_conflicts.add(action, m_queue.overlayOf(action), answer.conflicts);
        Q_EMIT conflictsChanged();
    }
    if (!answer.gone.isEmpty())
        Q_EMIT noticed(tr("%Ln todo(s) had been deleted for good elsewhere and could not be changed.",
                          nullptr, static_cast<int>(answer.gone.size())));
    if (repository::lostTheirList(action, answer))
        Q_EMIT noticed(tr("The list had been deleted elsewhere; the todos are in the Inbox."));
}

void Workspace::handBack(const domain::Action &action, const base::Error &error)
{
    m_history.dropped(action);
    m_queue.handBack(action.id);
    announceShown();
    m_handedBack.append({action, error});
    Q_EMIT handedBackChanged();
    Q_EMIT historyChanged();
    Q_EMIT settled(action.id, false);
    if (action.kind == ActionKind::Purge)
        countAgain(); // what could be undone before can be again
}

void Workspace::refuseUndo(const domain::Action &action, repository::UndoRefusal refusal)
{
    m_history.dropped(action);
    m_queue.settle(action.id);
    announceShown();
    Q_EMIT noticed(refusalSentence(refusal));
    Q_EMIT historyChanged();
    Q_EMIT settled(action.id, false);
}

// Lists, tags and counts are told only where they differ from what was told last: most actions leave them.
void Workspace::announceShown()
{
    showFamilies();
    Q_EMIT pendingChanged();
    const Told told{lists(), tags(), counts()};
    const Told before = std::exchange(m_told, told);
    if (told.lists != before.lists)
        Q_EMIT listsChanged();
    if (told.tags != before.tags)
        Q_EMIT tagsChanged();
    if (told.counts != before.counts)
        Q_EMIT countsChanged();
}

// ---------------------------------------------------------------------------------------------------------------
// Confirmed rows

void Workspace::absorb(const repository::ChangedRows &rows, Counting counting)
{
    if (counting == Counting::Now)
        m_counter.add(rows, day());
    else
        m_counter.addCounted(rows.actions);
    show(rows);
}

void Workspace::show(const repository::ChangedRows &rows)
{
    mergeRecords(m_lists, rows.lists, rows, LoggedChange::Entity::List);
    mergeRecords(m_tags, rows.tags, rows, LoggedChange::Entity::Tag);
    m_families.merge(rows);
    Q_EMIT rowsChanged(rows);
    announceShown();
}

// ---------------------------------------------------------------------------------------------------------------

void Workspace::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    Q_EMIT staleChanged(stale);
}

} // namespace tusk::models
