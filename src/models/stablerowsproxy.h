// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractProxyModel>
#include <QList>
#include <QUuid>

#include <vector>

namespace tusk::models
{

// Stands between a table model and every view: what the source announces as a reset, views see as removals,
// moves, insertions and changes of single rows, so that selection, current row, scroll position, open editors
// and animations survive a refresh. Rows are the same when MemoryTableModel::RowIdRole says so, and have
// changed when RowStampRole differs. A refresh of more steps than is worth showing one by one is one
// layoutChanged with the persistent indexes moved by id. Where ids are missing or double, or the columns
// differ, a reset stays a reset.
//
// In between the steps the proxy is a valid model: rows that stay answer from the source, wherever they are
// there now; rows that are about to be removed answer nothing.
//
// Flat tables only. Thread: that of the GUI.
class StableRowsProxy final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit StableRowsProxy(QObject *parent = nullptr);
    ~StableRowsProxy() override;
    Q_DISABLE_COPY_MOVE(StableRowsProxy)

    void setSourceModel(QAbstractItemModel *source) override;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    bool insertRows(int row, int count, const QModelIndex &parent = QModelIndex()) override;
    bool removeRows(int row, int count, const QModelIndex &parent = QModelIndex()) override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    // What the source says of a row.
    struct Key {
        QUuid id;
        quint64 stamp = 0;
    };
    // A row as views know it.
    struct Row {
        Key key;
        int source = -1; // -1: gone from the source
    };

    void connectSource();
    void onSourceDestroyed();
    void onSourceDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                             const QList<int> &roles);
    void onSourceHeaderDataChanged(Qt::Orientation orientation, int first, int last);

    // The source is about to change: until it has, nothing is known of its rows.
    void detachRows();
    void synchronise();
    void loadByReset();
    [[nodiscard]] bool relinkRows();
    [[nodiscard]] bool relinkKnownRows();
    void takeKey(int row, int sourceRow);
    void readKeys();
    [[nodiscard]] Key keyOf(int sourceRow) const;
    [[nodiscard]] int proxyRow(int sourceRow) const;
    [[nodiscard]] std::vector<int> newSourceRows() const;
    [[nodiscard]] int stepsNeeded() const;

    // Each leaves early when the source changed again meanwhile (m_again): synchronise() then starts over.
    void removeGoneRows();
    void moveRowsIntoOrder();
    void insertNewRows();
    void insertRowsAt(int row, const std::vector<int> &sourceRows);
    void permuteRows();
    void announceChanges();

    std::vector<Row> m_rows; // in the order that views know
    std::vector<Key> m_keys; // in the order of the source, as read last
    int m_columns = 0;
    bool m_synchronising = false;
    bool m_again = false;
    bool m_columnsChanged = false;
    bool m_distinct = false; // no two of m_rows have the same id, and each has one
};

} // namespace tusk::models
