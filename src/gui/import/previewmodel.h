// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/importpreview.h"

#include <QAbstractListModel>

namespace tusk::gui
{

// The first todos of a file as they would be in Tusk.
class PreviewModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TodoRole = Qt::UserRole, // domain::Todo
        RepairsRole,             // what had to be changed, a sentence; empty: nothing
        TimeRole,                // when it was added or completed, a few words
    };

    using QAbstractListModel::QAbstractListModel;

    void setTodos(const QList<importer::PreviewTodo> &todos);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<importer::PreviewTodo> m_todos;
};

} // namespace tusk::gui
