// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "data/repository/todovalues.h"
#include "domain/action.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

namespace tusk::models
{

class Workspace;

// A few todos as they are: confirmed rows, of which the newer version wins, with the changes that are not
// confirmed laid over. Where a list knew only the beginning of the notes, the rest is fetched. Thread: that
// of the GUI; nothing here waits.
class WatchedTodos final : public QObject
{
    Q_OBJECT

public:
    // workspace must outlive this.
    explicit WatchedTodos(Workspace &workspace, QObject *parent = nullptr);

    // The todos as a list shows them. Those that were watched before stay as they are known, unless the list
    // knows more.
    void watch(const QList<domain::Todo> &todos);

    // In the order in which they were given; those that are gone stay as they were last.
    [[nodiscard]] const QList<domain::Todo> &todos() const { return m_shown; }
    [[nodiscard]] bool isGone(domain::TodoId id) const { return m_gone.contains(id); } // deleted for good

Q_SIGNALS:
    void changed(); // todos() or isGone() gives something else

private:
    void onRowsChanged(const repository::ChangedRows &rows);
    void onPendingChanged();
    void onHandedBack();
    void absorbPatches(const repository::ChangedRows &rows);
    void absorbRows(const repository::ChangedRows &rows);
    void absorb(domain::Todo &known, const domain::Todo &row, const repository::ChangedRows &rows) const;
    [[nodiscard]] std::optional<QString> notesAfter(const domain::Todo &known, const domain::Todo &row,
                                                    const repository::ChangedRows &rows) const;
    void fetchWhole();
    void fetchAgain();
    void fetch(const QList<domain::TodoId> &ids);
    void onFetched(const base::Result<repository::TodoPage> &page, const QList<domain::TodoId> &ids);
    void showTodos();

    Workspace &m_workspace;
    base::Inbox m_inbox;
    QList<domain::Todo> m_confirmed;
    QList<domain::Todo> m_shown;
    QSet<domain::TodoId> m_gone;
    QHash<domain::ActionId, QList<domain::TodoChange>> m_onTheirWay; // what our own actions do
    // Fetched again when the answer that is on its way is here; what could not be, after catching up.
    QSet<domain::TodoId> m_asked;
    bool m_fetching = false;
};

} // namespace tusk::models
