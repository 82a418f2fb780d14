// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QAbstractListModel>
#include <QList>

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

// The places that are always there, with their counts.
class PlaceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole,
        IconRole, // gui::Icon
    };

    // workspace must outlive the model.
    explicit PlaceModel(const models::Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] domain::TodoFilter filterAt(int row) const;
    [[nodiscard]] int rowOf(const domain::TodoFilter &filter) const; // -1: not one of them

    [[nodiscard]] static QString title(domain::TodoFilter::Place place);

private:
    void refresh();

    const models::Workspace &m_workspace;
    domain::PlaceCounts m_counts;
};

} // namespace tusk::gui
