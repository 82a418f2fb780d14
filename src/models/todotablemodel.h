// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "data/session/retrypolicy.h"
#include "domain/todofilter.h"
#include "models/memorytablemodel.h"
#include "models/todorows.h"
#include "models/workspace.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace tusk::models
{

// The todos of one place as a table: what every list of todos shows, through a StableRowsProxy. Reads pages
// through the workspace's reader and never waits: rows come when they are there, and until then the old ones
// stay. Thread: that of the GUI.
class TodoTableModel final : public MemoryTableModel
{
    Q_OBJECT

public:
    enum Column {
        Id,
        Title,
        Notes,
        ListId,
        Priority,
        DueDate,
        DueTime,
        DueZone,
        StartDate,
        Repeat,
        ParentId,
        Position,
        CompletedAt,
        DeletedAt,
        CreatedAt,
        UpdatedAt,
        ColumnCount,
    };
    enum TodoRole {
        TodoRole = FirstFreeRole, // domain::Todo
        PendingRole,              // bool: not saved yet
        MarksRole,                // int: Marks, without the cost of a whole todo
        FamilyRole,               // Family
        FirstRoleOfProxies,       // where the roles of models over this one begin
    };
    // What there is to say of a todo besides its title: for what is laid out before it is painted.
    enum Mark {
        DueMark = 1 << 0,
        RepeatMark = 1 << 1,
        ParentMark = 1 << 2,
        NotesMark = 1 << 3,
        ListMark = 1 << 4,
        TagsMark = 1 << 5,
        SeveralTagsMark = 1 << 8,
        CompletedMark = 1 << 6,
        TrashMark = 1 << 7,
        SubtasksMark = 1 << 9,
    };
    Q_DECLARE_FLAGS(Marks, Mark)

    // workspace must outlive the model.
    explicit TodoTableModel(Workspace &workspace, QObject *parent = nullptr);
    ~TodoTableModel() override;

    // Shows another place: one statement. The rows of the old place stay until the new ones are there, or
    // cannot be had.
    void setPlace(const domain::TodoFilter &filter);
    // The rows of a place that were read elsewhere: at opening, with everything else.
    void showFirstPage(const domain::TodoFilter &filter, const repository::TodoPage &page);
    [[nodiscard]] const domain::TodoFilter &place() const { return m_filter; }
    // The place whose rows are shown: the one before until those of place() are there.
    [[nodiscard]] const domain::TodoFilter &shownPlace() const { return m_rows.filter(); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    // The rows of place() could not be read: of it only what the user has just added is shown.
    [[nodiscard]] bool isUnread() const { return m_unread; }
    [[nodiscard]] bool isFetching() const { return m_fetching; }      // rows of any kind are on their way
    [[nodiscard]] qint64 matches() const { return m_rows.matches(); } // of a search; 501: more than 500

    // How long a todo that the user completes stays where it is, so that it can be taken back. Zero (as at
    // first): not at all.
    void setLingering(std::chrono::milliseconds time) { m_lingering = time; }

    [[nodiscard]] std::optional<domain::Todo> todoAt(int row) const;
    [[nodiscard]] QList<domain::Todo> shownWithIds(const QSet<domain::TodoId> &ids) const; // in row order

    // A todo as the place would have it (its list, its tag, due today), at the end.
    [[nodiscard]] domain::Todo newTodo(const QString &title) const;
    [[nodiscard]] QList<domain::Todo> newTodos(const QStringList &titles) const; // one after the other

    // Rows after the last are fetched as views ask (canFetchMore); those before the first when a view nears
    // them.
    [[nodiscard]] bool canFetchBefore() const;
    // Of the place that is shown, also while they are on their way.
    [[nodiscard]] bool lacksRowsBefore() const { return m_hasRows && m_rows.moreBefore(); }
    [[nodiscard]] bool lacksRowsAfter() const { return m_hasRows && m_rows.moreAfter(); }
    void fetchBefore();
    // All that there is after the last row and then before the first, as far as it can be held.
    // False: it is held already, or nothing more can be.
    bool fetchRest();

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    // Besides the values of the columns: Qt::CheckStateRole of the title completes and reopens.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

public Q_SLOTS:
    bool select() override; // reads the first page anew; the rows stay until it is there

Q_SIGNALS:
    void loaded();  // the page asked for is shown
    void fetched(); // further rows are shown
    // The old rows stay, unless another place was asked for; asked again where the cause passes, and where
    // it took too long several times, only when the user is there.
    void loadFailed(const tusk::base::Error &error);
    // What was typed breaks a rule; the row is as before.
    void rejected(const tusk::base::Error &error);

protected:
    [[nodiscard]] QVariant cellData(int row, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] bool hasMoreRows() const override;
    void requestMoreRows() override;
    bool queueInsert(const QSqlRecord &values) override;
    bool queueUpdate(int row, const QSqlRecord &changed) override;
    bool queueDelete(int row) override;

private:
    enum class Direction { First, After, Before };
    static constexpr int pageRows = 200;
    static constexpr int mostTimeouts = 5;
    void request(Direction direction, int limit = pageRows);
    void readAnew();
    void onPage(Direction direction, const domain::TodoFilter &filter, const repository::TodoPage &page);
    void repeatLater(Direction direction, int limit, const base::Error &error);
    void repeat();
    void repeatForUser();
    void dropFormerPlace();
    [[nodiscard]] bool showsItsPlace() const { return m_hasRows && m_filter == m_rows.filter(); }
    void onRowsChanged(const repository::ChangedRows &rows);
    void onPendingChanged();
    void keepInSight();
    void keepCompleted();
    void letGo();
    void showRows();
    [[nodiscard]] const TodoRows::Row &shownRow(int row) const; // of the snapshot
    [[nodiscard]] Family shownFamily(int row) const;

    Workspace &m_workspace;
    base::Inbox m_inbox;
    domain::TodoFilter m_filter; // what is asked for
    TodoRows m_rows;             // what is shown
    quint64 m_generation = 0;    // of the newest request; older answers are dropped
    bool m_loading = false;
    bool m_fetching = false;
    bool m_hasRows = false; // a first page was shown
    bool m_unread = false;
    std::optional<TodoRows> m_former; // of the place that was read last, while m_unread
    // A request that failed and may be repeated.
    struct Failed {
        Direction direction;
        int limit;
    };
    std::optional<Failed> m_failed;
    session::RetryPolicy m_retryPolicy{{}};
    int m_timeouts = 0; // in a row, of a server that is there
    QTimer m_retry;
    // A todo that stays a moment longer.
    struct Leaving {
        QDeadlineTimer until;
        domain::TodoId id;
    };
    std::chrono::milliseconds m_lingering{0};
    QList<Leaving> m_leaving; // the first to leave first
    QTimer m_leavingTimer;
    // Changes that arrived while a page was on its way, whose snapshot may be older than they are.
    QList<repository::ChangedRows> m_sinceRequest;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(TodoTableModel::Marks)

} // namespace tusk::models

Q_DECLARE_METATYPE(tusk::domain::Todo)
