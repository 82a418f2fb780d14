// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/actionqueue.h"

#include "base/logging.h"
#include "data/repository/unsentactions.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace tusk::models
{

namespace
{

using namespace std::chrono_literals;
using domain::ActionKind;
using domain::ChangeOperation;

constexpr qsizetype rememberedActions = 100;
constexpr std::chrono::milliseconds firstRetry = 500ms;
constexpr std::chrono::milliseconds lastRetry = 30s;
constexpr std::chrono::milliseconds lastRetryOfHeldUp = 10min; // a serverless database shall sleep meanwhile
constexpr int doublings = 11;                                  // of the wait between two tries

bool isTakingBack(const domain::Action &action)
{
    return action.kind == ActionKind::Undo || action.kind == ActionKind::Redo;
}

// Whether an error is about the server and not about what it was asked for: a right is given, room is made,
// tables come back, and what is a standby now was the server that writes a moment ago.
bool isOfTheServer(base::ErrorKind kind)
{
    switch (kind) {
        using enum base::ErrorKind;
    case Authentication:
    case PermissionDenied:
    case ReadOnlyServer:
    case DiskFull:
    case SchemaMissing:
    case SchemaNewer:
    case SchemaDrift:
    case LocalServer:
        return true;
    case InvalidInput:
    case NotFound:
    case Ambiguous:
    case NoConnection:
    case ConnectionLost:
    case Timeout:
    case Transient:
    case OtherDatabase:
    case Cancelled:
    case LocalFile:
    case ServerError:
    case Internal:
        return false;
    }
    return false;
}

QList<domain::TodoChange> inverted(const QList<domain::TodoChange> &changes)
{
    QList<domain::TodoChange> result;
    for (auto change = changes.crbegin(); change != changes.crend(); ++change) {
        domain::TodoChange back{change->operation, change->after, change->before, change->fields};
        if (change->operation == ChangeOperation::Insert)
            back.operation = ChangeOperation::Delete;
        else if (change->operation == ChangeOperation::Delete)
            back.operation = ChangeOperation::Insert;
        result.append(back);
    }
    return result;
}

} // namespace

ActionQueue::ActionQueue(repository::ActionWriter &writer, repository::UnsentActions &unsent,
                         domain::InstallationId installation, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_unsent(unsent)
    , m_installation(installation)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        ++m_retries;
        sendNext();
    });
}

void ActionQueue::restore(const QList<domain::Action> &unsentBefore)
{
    m_changes.reset();
    const QList<Pending> ofThisRun = std::exchange(m_pending, {});
    for (const domain::Action &action : unsentBefore) {
        const auto isIt = [&action](const Pending &other) { return other.action.id == action.id; };
        const auto known = std::ranges::find_if(ofThisRun, isIt);
        m_pending.append(
            {action, overlayOf(action), true, false, known == ofThisRun.end() || known->maybeStored});
        remember(action);
    }
    for (const Pending &pending : ofThisRun) {
        if (!contains(pending.action.id))
            m_pending.append(pending);
    }
}

void ActionQueue::add(const domain::Action &action)
{
    m_pending.append({action, overlayOf(action), false, false, false});
    if (m_changes) // each of thousands that wait for a network would gather those before it
        m_changes->append(m_pending.last().overlay);
    remember(action);
    m_added.append(action.id);
}

void ActionQueue::keepAdded()
{
    for (const domain::ActionId id : std::exchange(m_added, {})) {
        if (const auto pending = find(id); pending != m_pending.end())
            m_unsent.keep(pending->action,
                          [this, id](const base::Result<void> &result) { onKept(id, result); });
    }
}

void ActionQueue::remember(const domain::Action &action)
{
    const auto isIt = [&action](const domain::Action &other) { return other.id == action.id; };
    if (std::ranges::any_of(m_performed, isIt))
        return;
    m_performed.append(action);
    if (m_performed.size() > rememberedActions)
        m_performed.removeFirst();
}

void ActionQueue::onKept(domain::ActionId id, const base::Result<void> &result)
{
    if (!result)
        Q_EMIT notKept(result.error());
    if (const auto pending = find(id); pending != m_pending.end())
        pending->kept = true;
    sendNext();
}

void ActionQueue::settle(domain::ActionId id)
{
    takeOut(id);
    m_unsent.settle(id);
}

void ActionQueue::handBack(domain::ActionId id)
{
    takeOut(id);
}

bool ActionQueue::withdraw(domain::ActionId id)
{
    if (!m_heldUp || m_pending.isEmpty())
        return false;
    const Pending &last = m_pending.last();
    if (last.action.id != id || last.sending || last.maybeStored)
        return false;
    settle(id);
    return true;
}

void ActionQueue::takeOut(domain::ActionId id)
{
    m_changes.reset();
    m_pending.removeIf([&id](const Pending &pending) { return pending.action.id == id; });
    if (m_heldUp && m_heldUp->action == id)
        goesOn();
}

void ActionQueue::goesOn()
{
    m_retries = 0;
    if (std::exchange(m_heldUp, std::nullopt))
        Q_EMIT heldUpChanged();
    setHindrance({});
}

void ActionQueue::setHindrance(const std::optional<base::Error> &error)
{
    if (m_hindrance == error)
        return;
    m_hindrance = error;
    Q_EMIT hindranceChanged();
}

void ActionQueue::goOn()
{
    const bool isSettled = m_pending.isEmpty() || !m_pending.first().sending;
    if (!isSettled)
        m_pending.first().sending = false;
    if (isSettled)
        sendNext();
    else
        retryLater(lastRetry);
}

void ActionQueue::setReady(bool ready)
{
    m_ready = ready;
    if (!ready)
        setHindrance({}); // why it cannot be reached is another matter
    sendNext();
}

void ActionQueue::retryNow()
{
    m_retries = 0;
    sendNext();
}

void ActionQueue::sendNext()
{
    if (!m_ready || m_pending.isEmpty() || m_pending.first().sending || !m_pending.first().kept)
        return;
    m_retry.stop();
    m_pending.first().sending = true;
    const domain::Action action = m_pending.first().action;
    m_writer.apply(
        action, m_installation, m_inbox,
        [this, action](const base::Result<repository::ActionAnswer> &answer) { onAnswered(action, answer); });
}

void ActionQueue::onAnswered(const domain::Action &action,
                             const base::Result<repository::ActionAnswer> &answer)
{
    const auto pending = find(action.id);
    if (pending == m_pending.end())
        return;
    pending->sending = false;
    if (!answer) {
        onFailed(*pending, answer.error());
        return;
    }
    goesOn();
    if (pending->maybeStored && !answer->refusal) {
        pending->sending = true;
        Q_EMIT answeredLate(action, *answer);
        return;
    }
    Q_EMIT answered(action, *answer);
    sendNext();
}

void ActionQueue::onFailed(Pending &pending, const base::Error &error)
{
    qCDebug(base::logModels) << "an action was not saved:" << base::toString(error.kind) << error.sqlState;
    if (isOfTheServer(error.kind)) { // of which some pass, too
        holdUp(pending.action, error);
    } else if (base::isPassing(error.kind)) {
        pending.maybeStored = true;
        retryLater(lastRetry);
        setHindrance(error.connectionUsable ? std::optional(error) : std::nullopt);
    } else if (error.kind == base::ErrorKind::OtherDatabase) {
        m_ready = false;
        Q_EMIT otherDatabase();
    } else if (error.kind != base::ErrorKind::Cancelled) {
        setHindrance({});
        Q_EMIT refused(domain::Action(pending.action), error); // which takes it out of the list
        sendNext();
    }
}

// The others wait too: each may build on what was there before.
void ActionQueue::holdUp(const domain::Action &action, const base::Error &error)
{
    const bool isNew = !m_heldUp || m_heldUp->action != action.id || m_heldUp->error.kind != error.kind;
    m_heldUp = HeldUp{action.id, error};
    retryLater(lastRetryOfHeldUp);
    setHindrance({});
    if (isNew)
        Q_EMIT heldUpChanged();
}

// The same action again: it is safe to send twice. A new connection tries at once, see setReady(), and so
// does each further action, which does not make the pauses longer. A random part keeps many clients from
// coming back at the same moment.
void ActionQueue::retryLater(std::chrono::milliseconds last)
{
    const std::chrono::milliseconds span = std::min(firstRetry * (1 << std::min(m_retries, doublings)), last);
    std::uniform_int_distribution<std::chrono::milliseconds::rep> anywhere(span.count() / 2, span.count());
    m_retry.start(std::chrono::milliseconds(anywhere(m_random)));
}

QList<domain::TodoChange> ActionQueue::changes() const
{
    if (!m_changes) {
        m_changes.emplace();
        for (const Pending &pending : m_pending)
            m_changes->append(pending.overlay);
    }
    return *m_changes;
}

bool ActionQueue::contains(domain::ActionId id) const
{
    return std::ranges::any_of(m_pending, [&id](const Pending &pending) { return pending.action.id == id; });
}

QList<domain::TodoChange> ActionQueue::overlayOf(const domain::Action &action) const
{
    if (!isTakingBack(action))
        return action.todos;
    const auto isTarget = [&action](const domain::Action &other) { return other.id == action.target; };
    const auto target = std::ranges::find_if(m_performed, isTarget);
    return target != m_performed.end() ? inverted(overlayOf(*target)) : QList<domain::TodoChange>();
}

QList<ActionQueue::Pending>::iterator ActionQueue::find(domain::ActionId id)
{
    return std::ranges::find_if(m_pending, [&id](const Pending &pending) { return pending.action.id == id; });
}

} // namespace tusk::models
