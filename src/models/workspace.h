// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/moment.h"
#include "base/result.h"
#include "data/repository/todoreader.h"
#include "data/session/retrypolicy.h"
#include "domain/action.h"
#include "domain/todofilter.h"
#include "models/actionqueue.h"
#include "models/families.h"
#include "models/openconflicts.h"
#include "models/placecounter.h"
#include "models/undohistory.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <utility>

namespace tusk::base
{
class Clock;
}
namespace tusk::repository
{
class UnsentActions;
}

namespace tusk::models
{

// What the window knows of one open database: lists, tags, counts, what can be undone, and the actions that
// are on their way. Models read from it and follow its signals; every change goes through perform().
//
// An action is shown at once, kept on disk, sent, and is saved when the database has answered; what the
// database refuses is handed back with the reason. Actions of other devices arrive through catchUp(). Thread:
// that of the GUI; nothing here waits.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    using Pending = ActionQueue::Pending;
    using HeldUp = ActionQueue::HeldUp;
    using Conflict = OpenConflicts::Conflict;
    // An action that the database refused; nothing of it is stored, what was typed is in it. It stays on disk
    // until it is answered, and is tried again at the next start.
    struct HandedBack {
        domain::Action action;
        base::Error error;
    };

    // All references must outlive the workspace.
    Workspace(repository::TodoReader &reader, repository::ActionWriter &writer,
              repository::UnsentActions &unsent, const base::Clock &clock,
              domain::InstallationId installation, QObject *parent = nullptr);
    ~Workspace() override;

    // --- what the connection tells (DatabaseLink)
    // What waits on disk from earlier runs, before the database could be reached: it is shown, and sent
    // later.
    void foundUnsent(const QList<domain::Action> &unsentBefore);
    // Shows what the database holds; unsent actions of earlier runs are sent again.
    void opened(const repository::OpeningState &state, const QList<domain::Action> &unsentBefore);
    void connectionChanged(bool connected);
    // The database announced an action: reads what is new, unless it is our own.
    void announced(const QByteArray &actionId);
    // Reads what happened since the last time: after an interruption.
    void catchUp();
    // Another day, or another time zone: what is due and what has begun is read anew.
    void dayChanged();

    // --- what the window shows
    [[nodiscard]] bool isOpen() const;  // opened() was called: there is something to show
    [[nodiscard]] bool isStale() const; // shown rows may be behind: not connected, or catching up
    [[nodiscard]] std::optional<domain::DatabaseId> database() const;
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] QDate today() const;
    [[nodiscard]] base::Day day() const;       // with its night
    [[nodiscard]] QDateTime now() const;       // UTC
    [[nodiscard]] base::Moment moment() const; // local, with the day that it belongs to
    [[nodiscard]] QList<domain::TodoList>
    lists() const; // pending changes included, in their order, archived too
    [[nodiscard]] QList<domain::Tag> tags() const;
    [[nodiscard]] domain::PlaceCounts counts() const; // pending changes included
    // Parents and subtasks of the rows that have been read, pending changes included.
    [[nodiscard]] const Families &families() const;
    [[nodiscard]] const QList<Pending> &pending() const;
    [[nodiscard]] QList<domain::TodoChange> pendingChanges() const; // of all pending actions, in order
    // Why the database does not take what is pending as things are there; tried again by itself.
    [[nodiscard]] const std::optional<HeldUp> &heldUp() const { return m_queue.heldUp(); }
    // The same of what passes soon, such as a lock of somebody else, be it in the way of what is pending or
    // of catching up; it is not told of.
    [[nodiscard]] const std::optional<base::Error> &hindrance() const;
    [[nodiscard]] const QList<HandedBack> &handedBack() const;
    [[nodiscard]] const QList<Conflict> &conflicts() const;
    [[nodiscard]] const UndoHistory &history() const;
    [[nodiscard]] bool findsSubstrings() const;
    [[nodiscard]] bool ordersTitlesByLanguage() const; // false: the server has no ICU
    [[nodiscard]] repository::TodoReader &reader() const;

    // --- what models have read
    // A page, and the changes that arrived while it was on its way.
    void learn(const repository::TodoPage &page, const QList<repository::ChangedRows> &since = {});

    // --- what the user does
    // Shows it at once and sends it; an action without changes does nothing.
    void perform(const domain::Action &action);
    // False: nothing to undo. What is held up and was never stored is not sent at all then.
    bool undo();
    bool redo();
    // An import of this installation was just committed, on a connection of its own: it can be undone, and
    // what it brought is read.
    void noteImport(domain::ActionId import, const QString &label);
    // Takes an import of this installation back, whatever came after it; settled() tells what became of the
    // action that does it. label: of the import.
    domain::ActionId undoImport(domain::ActionId import, const QString &label);
    // Writes the user's value of a conflict after all; the conflict is then settled.
    void useMine(const Conflict &conflict);
    // By value: conflicts() may well be where it comes from.
    bool dismissConflict(Conflict conflict); // false: it was settled already
    // Forgets it: it was given up, or what was typed is in an action of its own again.
    void dismissHandedBack(domain::ActionId id);
    void performHandedBack(domain::ActionId id); // once more as it is
    void retryNow();                             // what is held up

Q_SIGNALS:
    void openedChanged();
    // The database has answered an action of this window; false: nothing was changed by it.
    void settled(tusk::domain::ActionId action, bool carriedOut);
    void performed(const tusk::domain::Action &action); // by the user, just now: it can be taken back
    // Confirmed rows, ours or another's: models merge them (newer versions win) and drop touched rows that
    // are not in it.
    void rowsChanged(const tusk::repository::ChangedRows &rows);
    // Rows are too many or too far behind: models read their pages anew.
    void reloadNeeded();
    // The database has told what happened since the last time: what could not be read may be asked again.
    void caughtUp();
    void retryWanted();    // by somebody who is there: what was given up may be asked again
    void pendingChanged(); // what is shown changes; also after rowsChanged, when all have merged
    void listsChanged();
    void tagsChanged();
    void countsChanged();
    void familiesChanged();
    void historyChanged();
    void staleChanged(bool stale);
    void conflictsChanged();
    void handedBackChanged();
    void heldUpChanged();
    void hindranceChanged();
    // A sentence for the message strip that asks nothing (a list was gone, an undo came too late).
    void noticed(const QString &sentence);
    // What is shown belongs to another day now; rows that have become due or visible follow.
    void dayBegun();
    // Todos are in the Trash for too long: somebody should empty it.
    void trashDue();
    // The identity of the database is another one than before: nothing was sent, the link stops.
    void otherDatabase();

private:
    enum class Counting { Now, Done };

    // To an action that may have been stored long ago: counted already, or with other changes of the same
    // rows since then. Catching up tells, and only then it is confirmed.
    struct LateAnswer {
        domain::Action action;
        repository::ActionAnswer answer;
        bool asked = false; // catching up has begun since then
    };

    void confirm(const domain::Action &action, const repository::ActionAnswer &answer,
                 Counting counting = Counting::Now);
    void confirmLate();
    void forgetLate();
    void report(const domain::Action &action, const repository::ActionAnswer &answer);
    void handBack(const domain::Action &action, const base::Error &error);
    std::optional<domain::Action> withdrawn(const domain::Action &takingBack);
    void refuseUndo(const domain::Action &action, repository::UndoRefusal refusal);
    void absorb(const repository::ChangedRows &rows, Counting counting = Counting::Now);
    void show(const repository::ChangedRows &rows);
    void showAnsweredMeanwhile(const repository::CatchUp &caughtUp);
    void onCaughtUp(const base::Result<repository::CatchUp> &result);
    void onCatchUpFailed(const base::Error &error);
    void setCatchUpFailure(const std::optional<base::Error> &error);
    void endCatchingUp();
    void readAnew();
    void showAndSend(const domain::Action &action);
    void countAgainWhenQuiet();
    void countAgain();
    void showState(const repository::OpeningState &state);
    void setStale(bool stale);
    void announceShown();
    void showFamilies();

    repository::TodoReader &m_reader;
    const base::Clock &m_clock;
    domain::InstallationId m_installation;
    base::Inbox m_inbox;

    bool m_open = false;
    bool m_connected = false;
    bool m_identified = false; // since it is connected: this is the database of before
    bool m_stale = true;
    bool m_findsSubstrings = true;
    bool m_titlesByLanguage = true;
    std::optional<domain::DatabaseId> m_database;
    QByteArray m_snapshot;
    base::Day m_countedOn; // the day that counts and rows are of
    bool m_catchingUp = false;
    bool m_catchUpAgain = false;
    session::RetryPolicy m_retryPolicy{{}};
    QTimer m_retry;                              // of catching up, after it failed
    std::optional<base::Error> m_catchUpFailure; // until it has caught up, or is not connected any more
    bool m_readingAnew = false;
    bool m_countAgain = false; // an action was on its way while all was read: once it is answered

    QList<domain::TodoList> m_lists;
    QList<domain::Tag> m_tags;
    PlaceCounter m_counter;
    Families m_families;
    Families m_shownFamilies;
    bool m_familiesOutdated = false; // to be learnt anew with the next page
    // What receivers were told last.
    struct Told {
        QList<domain::TodoList> lists;
        QList<domain::Tag> tags;
        domain::PlaceCounts counts;
    } m_told;
    UndoHistory m_history;

    ActionQueue m_queue;
    QList<HandedBack> m_handedBack;
    OpenConflicts m_conflicts;
    std::optional<LateAnswer> m_late;
    // Answers to actions since the last question for changes was sent, oldest first.
    QList<std::pair<domain::ActionId, repository::ChangedRows>> m_answeredMeanwhile;
};

} // namespace tusk::models
