// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/actions/actioninfo.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace tusk::gui
{

class ActionRegistry;

// Every action with its keys of the moment.
class KeyTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Action, Category, Keys, ColumnCount };

    // actions must outlive the model.
    explicit KeyTableModel(const ActionRegistry &actions, QObject *parent = nullptr);

    [[nodiscard]] ActionId actionAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(ActionId id, int column) const;
    [[nodiscard]] QString conflict(ActionId id) const; // as a sentence; empty: none

    const ActionRegistry &m_actions;
};

// The rows whose action, category or key answers to what is typed.
class KeyTableFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setTyped(const QString &typed);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_folded;
};

} // namespace tusk::gui
