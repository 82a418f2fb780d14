// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/palette/palettemodel.h"

#include "gui/palette/ranking.h"

#include <algorithm>

namespace tusk::gui
{

void PaletteModel::setItems(const QList<PaletteItem> &items)
{
    m_known.clear();
    m_known.reserve(items.size());
    for (const PaletteItem &item : items)
        m_known.append({item, foldedText(item.text)});
    m_typed.clear();
    m_made.clear();
    m_found.clear();
    show();
}

void PaletteModel::setTyped(const QString &typed, const QList<PaletteItem> &made)
{
    m_typed = foldedText(typed);
    m_made = made;
    m_found.clear(); // of something else
    show();
}

void PaletteModel::setFound(const QList<PaletteItem> &found)
{
    if (found.isEmpty() && m_found.isEmpty())
        return;
    const int first = static_cast<int>(m_shown.size() - m_found.size());
    if (!m_found.isEmpty()) {
        beginRemoveRows({}, first, rowCount() - 1);
        m_shown.resize(first);
        m_found.clear();
        endRemoveRows();
    }
    if (found.isEmpty())
        return;
    beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
    m_found = found;
    m_shown.append(found);
    endInsertRows();
}

void PaletteModel::show()
{
    struct Hit {
        int rank;
        const PaletteItem *item;
    };
    QList<Hit> hits;
    for (const Known &known : std::as_const(m_known)) {
        if (const std::optional<int> rank = rankOf(m_typed, known.folded))
            hits.append({*rank, &known.item});
    }
    std::ranges::stable_sort(hits, {}, &Hit::rank);
    beginResetModel();
    m_shown.clear();
    for (const Hit &hit : std::as_const(hits))
        m_shown.append(*hit.item);
    m_shown.append(m_made); // whoever types the beginning of a name means what has it
    m_shown.append(m_found);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteItem &item = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.text;
    case Qt::DecorationRole:
        return item.icon;
    case Qt::AccessibleTextRole:
        return item.kind.isEmpty() ? item.text : tr("%1, %2").arg(item.text, item.kind);
    case Qt::AccessibleDescriptionRole:
    case KeyRole:
        return item.key;
    case KindRole:
        return item.kind;
    case DotRole:
        return item.dot;
    default:
        return {};
    }
}

} // namespace tusk::gui
