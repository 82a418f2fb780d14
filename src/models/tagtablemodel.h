// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/memorytablemodel.h"
#include "models/workspace.h"

namespace tusk::models
{

// The tags as a table for the sidebar. Edits become actions.
class TagTableModel final : public MemoryTableModel
{
    Q_OBJECT

public:
    enum Column { Id, Name, Color, Position, ColumnCount };
    enum TagRole {
        OpenCountRole = FirstFreeRole, // qint64
    };

    // workspace must outlive the model.
    explicit TagTableModel(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] std::optional<domain::Tag> tagAt(int row) const;

Q_SIGNALS:
    void rejected(const tusk::base::Error &error);

protected:
    [[nodiscard]] QVariant cellData(int row, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    bool queueInsert(const QSqlRecord &values) override;
    bool queueUpdate(int row, const QSqlRecord &changed) override;
    bool queueDelete(int row) override;

private:
    void showTags();
    [[nodiscard]] base::Result<domain::Tag> with(const domain::Tag &tag, const QSqlRecord &values) const;

    Workspace &m_workspace;
};

} // namespace tusk::models
