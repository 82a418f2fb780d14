// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "data/repository/actionwriter.h"
#include "domain/action.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <random>

namespace tusk::repository
{
class UnsentActions;
}

namespace tusk::models
{

// The actions that the database has not confirmed: each is kept on disk, then sent, one after the other in
// the order in which they were made, and sent again until it is answered. Thread: that of the GUI; nothing
// here waits.
class ActionQueue final : public QObject
{
    Q_OBJECT

public:
    struct Pending {
        domain::Action action;
        QList<domain::TodoChange> overlay; // what it does to todos as far as we know: of an undo, the inverse
        bool kept = false;                 // on disk (or that failed): may be sent
        bool sending = false;
        bool maybeStored = false; // an earlier attempt may have arrived
    };
    // What waits for the server to be as it was, and the others behind it: nothing is wrong with the action.
    struct HeldUp {
        domain::ActionId action;
        base::Error error;
    };

    // All references must outlive the queue.
    ActionQueue(repository::ActionWriter &writer, repository::UnsentActions &unsent,
                domain::InstallationId installation, QObject *parent = nullptr);

    // Those of earlier runs, which are on disk already, go before those of this run.
    void restore(const QList<domain::Action> &unsentBefore);
    void add(const domain::Action &action);
    // Puts what was added on disk, and then sends it; before control goes back to the event loop. What shows
    // a large change comes first: the thread that writes would take half of a small processor from it.
    void keepAdded();
    // It was confirmed, or what came back is answered: forgotten, on disk too.
    void settle(domain::ActionId id);
    // It was refused and does not wait any more; on disk it stays until it is settled.
    void handBack(domain::ActionId id);
    // Takes the last one back instead of sending it, where all are held up and it was never there.
    bool withdraw(domain::ActionId id);
    void retryNow();
    // After answeredLate(): what is settled now makes room for the next, anything else is sent again.
    void goOn();
    // Whether the database was read and can be reached: each action may build on what was there before.
    void setReady(bool ready);

    [[nodiscard]] const QList<Pending> &pending() const { return m_pending; }
    [[nodiscard]] const std::optional<HeldUp> &heldUp() const { return m_heldUp; }
    // Why the first one waits although the database can be reached, where that passes by itself.
    [[nodiscard]] const std::optional<base::Error> &hindrance() const { return m_hindrance; }
    // What all of them do to todos, in their order.
    [[nodiscard]] QList<domain::TodoChange> changes() const;
    [[nodiscard]] bool contains(domain::ActionId id) const;
    // What an action does to todos; of an undo of an action that is not remembered: nothing until the
    // database has answered.
    [[nodiscard]] QList<domain::TodoChange> overlayOf(const domain::Action &action) const;

Q_SIGNALS:
    // The receiver settles it.
    void answered(const tusk::domain::Action &action, const tusk::repository::ActionAnswer &answer);
    // The answer to one that may have been stored long ago. Nothing is sent until goOn().
    void answeredLate(const tusk::domain::Action &action, const tusk::repository::ActionAnswer &answer);
    // The same again would not change it. The receiver hands it back.
    void refused(const tusk::domain::Action &action, const tusk::base::Error &error);
    void heldUpChanged(); // for another reason than before, or not any more
    void hindranceChanged();
    // It was not sent, because the connection leads to another database. It stays; nothing is sent until
    // setReady().
    void otherDatabase();
    // It could not be kept on disk. It goes out all the same, but a crash could lose it until then.
    void notKept(const tusk::base::Error &error);

private:
    void remember(const domain::Action &action);
    void onKept(domain::ActionId id, const base::Result<void> &result);
    void sendNext();
    void onAnswered(const domain::Action &action, const base::Result<repository::ActionAnswer> &answer);
    void onFailed(Pending &pending, const base::Error &error);
    void holdUp(const domain::Action &action, const base::Error &error);
    void goesOn();
    void setHindrance(const std::optional<base::Error> &error);
    void takeOut(domain::ActionId id);
    void retryLater(std::chrono::milliseconds last);
    [[nodiscard]] QList<Pending>::iterator find(domain::ActionId id);

    repository::ActionWriter &m_writer;
    repository::UnsentActions &m_unsent;
    domain::InstallationId m_installation;
    base::Inbox m_inbox;
    QList<Pending> m_pending;
    mutable std::optional<QList<domain::TodoChange>> m_changes; // of m_pending; none: to be gathered
    // The last ones of this run, and what earlier ones had not sent: to show their undo at once.
    QList<domain::Action> m_performed;
    QList<domain::ActionId> m_added; // to be kept with keepAdded()
    std::optional<HeldUp> m_heldUp;
    std::optional<base::Error> m_hindrance;
    QTimer m_retry;
    std::minstd_rand m_random{std::random_device{}()};
    int m_retries = 0; // by the clock, since it last went on
    bool m_ready = false;
};

} // namespace tusk::models
