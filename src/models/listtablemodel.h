// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/memorytablemodel.h"
#include "models/workspace.h"

namespace tusk::models
{

// The lists as a table for the sidebar: those that are not archived, or all. Edits become actions.
class ListTableModel final : public MemoryTableModel
{
    Q_OBJECT

public:
    enum Column { Id, Name, Color, Position, ColumnCount };
    enum ListRole {
        OpenCountRole = FirstFreeRole, // qint64
        ArchivedRole,                  // bool
    };

    // workspace must outlive the model.
    explicit ListTableModel(Workspace &workspace, QObject *parent = nullptr);

    void setShowsArchived(bool shows); // not at first
    [[nodiscard]] bool showsArchived() const { return m_showsArchived; }
    [[nodiscard]] std::optional<domain::TodoList> listAt(int row) const;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void rejected(const tusk::base::Error &error);

protected:
    [[nodiscard]] QVariant cellData(int row, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    bool queueInsert(const QSqlRecord &values) override;
    bool queueUpdate(int row, const QSqlRecord &changed) override;
    bool queueDelete(int row) override;

private:
    void showLists();
    [[nodiscard]] base::Result<domain::TodoList> with(const domain::TodoList &list,
                                                      const QSqlRecord &values) const;

    Workspace &m_workspace;
    bool m_showsArchived = false;
};

} // namespace tusk::models
