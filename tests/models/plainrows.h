// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QUuid>

namespace tusk::tests
{

// A source for the proxy that is no SQL model: announces what it does in any of the ways that Qt knows.
class PlainRows final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Row {
        QUuid id;
        quint64 stamp = 0;

        bool operator==(const Row &) const = default;
    };
    using Rows = QList<Row>;

    using QAbstractTableModel::QAbstractTableModel;

    // A row whose id is made from a number, so that tests can name it.
    [[nodiscard]] static Row row(int number, quint64 stamp = 1);
    [[nodiscard]] static Rows rows(std::initializer_list<int> numbers);

    void resetTo(const Rows &rows, int columns = 2);
    void insert(int at, const Rows &rows);
    void remove(int first, int count);
    void move(int from, int to); // to: where it stands afterwards
    void reverseLayout();
    void change(int first, int last);
    void insertColumn();
    void swapFirstColumns(); // announces it; all columns answer the same

    [[nodiscard]] const Rows &shown() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    Rows m_rows;
    int m_columns = 2;
};

} // namespace tusk::tests
