// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/copy/copyplanmodel.h"

#include "gui/theme/icons.h"

namespace tusk::gui
{

void CopyPlanModel::setPlan(const domain::CopyPlan &plan)
{
    beginResetModel();
    m_plan = plan;
    endResetModel();
}

int CopyPlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.added.size() + m_plan.changed.size());
}

QVariant CopyPlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isNew = index.row() < m_plan.added.size();
    const domain::TodoChange change = isNew ? domain::TodoChange{{}, {}, m_plan.added.at(index.row()), {}}
                                            : m_plan.changed.at(index.row() - m_plan.added.size());
    const QString title = change.after.title.simplified();
    const QString words = domain::changedWords(change);
    switch (role) {
    case Qt::DisplayRole:
        return isNew ? title : tr("%1 (%2)").arg(title, words);
    case Qt::ToolTipRole:
        return isNew ? QString() : words;
    case Qt::DecorationRole:
        return isNew ? themedIcon(Icon::Add, Ink::Green) : themedIcon(Icon::Edit, Ink::Amber);
    case Qt::AccessibleTextRole:
        return isNew ? tr("New: %1").arg(title) : tr("Changed: %1 (%2)").arg(title, words);
    default:
        return {};
    }
}

} // namespace tusk::gui
