// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/copyplan.h"

#include <QAbstractListModel>

namespace tusk::gui
{

// What a copy would do, a row for each todo that is new or changes there. Nothing is made of a plan before it
// is looked at: a plan may have very many.
class CopyPlanModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setPlan(const domain::CopyPlan &plan);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    domain::CopyPlan m_plan;
};

} // namespace tusk::gui
