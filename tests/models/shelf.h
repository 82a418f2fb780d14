// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/families.h"
#include "models/memorytablemodel.h"
#include "models/todorows.h"

#include <QList>
#include <QStringList>

namespace tusk::tests
{

// The table of a place without a database: shows the todos that a test puts on it, in that order, and carries
// out edits of titles at once.
class Shelf final : public models::MemoryTableModel
{
    Q_OBJECT

public:
    explicit Shelf(QObject *parent = nullptr);

    void show(const QList<domain::Todo> &todos);
    [[nodiscard]] const QList<domain::Todo> &todos() const { return m_todos; }
    void setPending(const QList<domain::TodoId> &ids);

    // Todos after the last, shown when a view asks for more.
    QList<domain::Todo> more;
    models::Families families; // of those that are shown next

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    [[nodiscard]] QVariant cellData(int row, int column, int role) const override;
    [[nodiscard]] bool hasMoreRows() const override { return !more.isEmpty(); }
    void requestMoreRows() override;
    bool queueInsert(const QSqlRecord &values) override;
    bool queueUpdate(int row, const QSqlRecord &changed) override;
    bool queueDelete(int row) override;

private:
    void showAll();

    QList<domain::Todo> m_todos;
    QList<domain::TodoId> m_pending;
};

// count todos of which each comes after the one before: "todo 0", "todo 1" and so on.
[[nodiscard]] QList<domain::Todo> shelfOf(int count);

} // namespace tusk::tests
