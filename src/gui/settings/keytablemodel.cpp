// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/keytablemodel.h"

#include "gui/actions/actionregistry.h"
#include "gui/palette/ranking.h"

namespace tusk::gui
{

KeyTableModel::KeyTableModel(const ActionRegistry &actions, QObject *parent)
    : QAbstractTableModel(parent)
    , m_actions(actions)
{
    connect(&actions, &ActionRegistry::bindingsChanged, this,
            [this] { Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1)); });
}

ActionId KeyTableModel::actionAt(int row) const
{
    return allActions().at(row).id;
}

int KeyTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(allActions().size());
}

int KeyTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeyTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ActionId id = actionAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(id, index.column());
    case Qt::DecorationRole:
        if (index.column() == Action)
            return themedIcon(actionInfo(id).icon);
        return index.column() == Keys && !conflict(id).isEmpty() ? themedIcon(Icon::Warning, Ink::Amber)
                                                                 : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return conflict(id);
    default:
        return {};
    }
}

QString KeyTableModel::text(ActionId id, int column) const
{
    switch (column) {
    case Action:
        return actionText(id);
    case Category:
        return categoryText(actionInfo(id).category);
    default: {
        QStringList keys;
        for (const QKeySequence &key : m_actions.bindings().keysOf(id))
            keys.append(key.toString(QKeySequence::NativeText));
        return keys.join(QStringLiteral(", "));
    }
    }
}

QString KeyTableModel::conflict(ActionId id) const
{
    const KeyBindings &bindings = m_actions.bindings();
    for (const QKeySequence &key : bindings.keysOf(id)) {
        if (const auto rival = bindings.rival(id, key))
            return tr("“%1” has %2 too, so the key does nothing.")
                .arg(actionText(*rival), key.toString(QKeySequence::NativeText));
    }
    return {};
}

QVariant KeyTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Action:
        return tr("Action");
    case Category:
        return tr("About");
    default:
        return tr("Keys");
    }
}

void KeyTableFilter::setTyped(const QString &typed)
{
    m_folded = foldedText(typed);
    invalidateFilter();
}

bool KeyTableFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    for (int column = 0; column < KeyTableModel::ColumnCount; ++column) {
        const QString text = foldedText(sourceModel()->index(row, column, parent).data().toString());
        if (rankOf(m_folded, text) || text.contains(m_folded))
            return true;
    }
    return false;
}

} // namespace tusk::gui
