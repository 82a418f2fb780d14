// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/memorytable.h"

#include <QSqlTableModel>
#include <QUuid>

#include <memory>
#include <optional>

namespace tusk::models
{

// Base of our table models: a QSqlTableModel that never waits. Its table lives in memory, its connection is a
// facade, and setTable(), select() and every edit return at once.
//
// A subclass asks elsewhere for rows and hands them over with showSnapshot(); it turns edits into requests in
// queueInsert(), queueUpdate() and queueDelete(). Sorting and filtering are done by whoever makes the
// snapshot: setSort() and setFilter() are only remembered, and call select(), which a subclass overrides to
// ask for rows.
//
// At most one row at a time is a draft: made by insertRow(), edited with setData(), handed to queueInsert()
// by submit(). It holds back new snapshots until it is submitted or reverted, so nothing pulls it from under
// the typing.
//
// Thread: that of the GUI, all of it.
class MemoryTableModel : public QSqlTableModel
{
    Q_OBJECT

public:
    enum Role {
        RowIdRole = Qt::UserRole, // QUuid: what StableRowsProxy matches rows by
        RowStampRole,             // quint64: changes with anything visible of the row
        FirstFreeRole,            // where the roles of a subclass begin
    };

    ~MemoryTableModel() override;
    Q_DISABLE_COPY_MOVE(MemoryTableModel)

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    // Qt::EditRole only; a subclass adds other roles. True when the request was queued, or nothing differs.
    // False for what the column cannot hold: an invalid date is a typing mistake and never becomes NULL; only
    // a null QVariant clears.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    // One row at a time, as QSqlTableModel says for OnFieldChange.
    bool insertRows(int row, int count, const QModelIndex &parent = QModelIndex()) override;
    bool removeRows(int row, int count, const QModelIndex &parent = QModelIndex()) override;
    void revertRow(int row) override;
    void clear() override;

    // The columns are those of the table.
    bool insertColumns(int column, int count, const QModelIndex &parent = QModelIndex()) final;
    bool removeColumns(int column, int count, const QModelIndex &parent = QModelIndex()) final;

    // Rows beyond the snapshot: see hasMoreRows().
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent = QModelIndex()) const final;
    void fetchMore(const QModelIndex &parent = QModelIndex()) final;

    // Always OnFieldChange.
    void setEditStrategy(EditStrategy strategy) final;

    // Shows the current snapshot again. Subclasses override it to ask for newer rows.
    bool select() override;
    bool selectRow(int row) final;
    bool submit() final;

protected:
    // table.rows may be left empty.
    explicit MemoryTableModel(MemoryTable table, QObject *parent = nullptr);

    // Makes these the rows of the model, at once unless a draft is open. Same ids in the same order:
    // dataChanged for exactly the rows whose stamp differs; anything else: a reset, which StableRowsProxy
    // takes apart. rows must not be null.
    void showSnapshot(std::shared_ptr<const MemorySnapshot> rows);

    // What the model shows; never null.
    [[nodiscard]] const MemorySnapshot &snapshot() const;

    // The row of snapshot() behind an index, or -1 for the draft.
    [[nodiscard]] int snapshotRow(const QModelIndex &index) const;

    // The id that the draft shows. queueInsert() gives it to the new row, so that a view sees one row all
    // along.
    [[nodiscard]] QUuid draftId() const;

    // The row is one of snapshot(). Overrides answer their own roles and leave the rest to this.
    [[nodiscard]] virtual QVariant cellData(int row, int column, int role) const;

    // Translated; empty for the name of the column.
    [[nodiscard]] virtual QString columnTitle(int column) const;

    // Whether there are rows after the last one, and the request for them; their answer is another snapshot.
    // Asked by views that have been scrolled to the end.
    [[nodiscard]] virtual bool hasMoreRows() const;
    virtual void requestMoreRows();

    // Each queues a request and returns without waiting. False: refused, the model stays as it was. True:
    // queued, and showSnapshot() was called with the change in it (what is shown before the server has
    // answered is the business of whoever makes the snapshots). Rows are those of snapshot(); records hold
    // only what was set.
    virtual bool queueInsert(const QSqlRecord &values) = 0;
    virtual bool queueUpdate(int row, const QSqlRecord &changed) = 0;
    virtual bool queueDelete(int row) = 0;

    bool insertRowIntoTable(const QSqlRecord &values) final;
    bool updateRowInTable(int row, const QSqlRecord &values) final;
    bool deleteRowFromTable(int row) final;

private:
    MemoryTableModel(std::shared_ptr<MemoryTable> table, QObject *parent);

    void showHeld();
    void show(std::shared_ptr<const MemorySnapshot> rows);
    bool showByReset(std::shared_ptr<const MemorySnapshot> rows);
    void announceChanges(const MemorySnapshot &before);
    void settleSubmission();
    [[nodiscard]] bool isSettingRecord() const;
    [[nodiscard]] bool requestUpdate(int row, const QSqlRecord &changed);
    [[nodiscard]] QVariant draftData(const QModelIndex &index, int role) const;
    [[nodiscard]] std::optional<QVariant> acceptedValue(int column, const QVariant &value) const;

    std::shared_ptr<MemoryTable> m_table;         // shared with the driver; rows is what is shown
    std::shared_ptr<const MemorySnapshot> m_held; // newest rows that could not be shown yet
    std::optional<QUuid> m_draft;
    bool m_busy = false;      // the base class or a receiver of a signal is at work: nothing may be exchanged
    bool m_submitted = false; // the base class shows its own copy of what it has just submitted
    bool m_recordRefused = false; // setRecord() was given what its column cannot hold
};

} // namespace tusk::models
