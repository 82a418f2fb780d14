// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/todovalues.h"
#include "domain/action.h"

#include <QDateTime>
#include <QList>
#include <QSet>

#include <optional>

namespace tusk::models
{

// What this installation can undo and redo, newest last: the stacks that the database would give, kept beside
// it. Redo is the undo of an undo; a new action ends the redoing of older ones.
class UndoHistory final
{
public:
    struct Step {
        domain::ActionId id;
        QString label;
        domain::ActionId undone; // of an undo: the action that a redo makes stand again
        QString undoneLabel;
        bool isImport = false; // once it is taken back, only its file brings it again
        QSet<QUuid> rows;      // that are left of those it was about; none: not known
        // Of an undo for which nothing was sent: what it kept from being sent. Redo sends that.
        std::optional<domain::Action> withdrawn;

        bool operator==(const Step &) const = default;
    };

    void reset(const QList<repository::ActionSummary> &undoable,
               const QList<repository::ActionSummary> &redoable);

    // Each makes the action to send and moves its step, or nothing where there is nothing to take back.
    [[nodiscard]] std::optional<domain::Action> undo(const QDateTime &now);
    // Of an import, whatever came after it.
    [[nodiscard]] domain::Action undoImport(domain::ActionId import, const QString &label,
                                            const QDateTime &now);
    [[nodiscard]] std::optional<domain::Action> redo(const QDateTime &now);

    // The action that undo() has just given is not sent: its target had not been sent either.
    void withdrawn(const domain::Action &undo, const domain::Action &target);

    void performed(const domain::Action &action); // a new action of the user
    void imported(domain::ActionId import, const QString &label);
    // After reset(), for each action that waits to be sent, oldest first. The database may have carried it
    // out already, only its answer was lost.
    void waiting(const domain::Action &action);
    // The action was handed back or refused: as if it had not been.
    void dropped(const domain::Action &action);
    // The database has carried out an undo, and nothing was left to take back: true where a further step is
    // to be taken in its stead, because neither a redo nor a new action has come since.
    [[nodiscard]] bool passOver(const domain::Action &undo);

    // Whether this undo takes an import back: what it brought goes without a line for each row in the log.
    [[nodiscard]] bool takesImportBack(domain::ActionId undo) const { return m_importUndos.contains(undo); }

    [[nodiscard]] std::optional<domain::ActionId> newest() const; // what an undo takes back
    // Whether it stands, and some further undo takes it back.
    [[nodiscard]] bool canTakeBack(domain::ActionId action) const;
    [[nodiscard]] bool isNewestAnImport() const;
    [[nodiscard]] std::optional<QString> undoLabel() const; // none: nothing to undo
    [[nodiscard]] std::optional<QString> redoLabel() const;

private:
    void waitingUndo(const domain::Action &undo);
    void waitingRedo(const domain::Action &redo);

    void forget(const domain::Action &purge);
    void putAside(const Step &undone, domain::ActionId undo);

    QList<Step> m_undo;
    QList<Step> m_redo;
    QSet<domain::ActionId> m_importUndos;
};

} // namespace tusk::models
