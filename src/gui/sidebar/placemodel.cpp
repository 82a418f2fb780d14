// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/placemodel.h"

#include "gui/theme/icons.h"
#include "models/workspace.h"

#include <QCoreApplication>

#include <array>

namespace tusk::gui
{

namespace
{

using Place = domain::TodoFilter::Place;

constexpr std::array places{Place::Inbox, Place::Today,     Place::Upcoming,
                            Place::All,   Place::Completed, Place::Trash};

Icon iconOf(Place place)
{
    switch (place) {
    case Place::Inbox:
        return Icon::Inbox;
    case Place::Today:
        return Icon::Today;
    case Place::Upcoming:
        return Icon::Upcoming;
    case Place::Completed:
        return Icon::Completed;
    case Place::Trash:
        return Icon::Trash;
    case Place::Tag:
        return Icon::Tag;
    case Place::All:
    case Place::List:
    case Place::Search:
        break;
    }
    return Icon::All;
}

} // namespace

PlaceModel::PlaceModel(const models::Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_counts(workspace.counts())
{
    connect(&workspace, &models::Workspace::countsChanged, this, &PlaceModel::refresh);
}

int PlaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(places.size());
}

QVariant PlaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const domain::TodoFilter filter = filterAt(index.row());
    const qint64 count = m_counts.of(filter);
    switch (role) {
    case Qt::DisplayRole:
        return title(filter.place);
    case Qt::AccessibleTextRole:
        return count > 0 ? tr("%1, %2").arg(title(filter.place)).arg(count) : title(filter.place);
    case CountRole:
        return count;
    case IconRole:
        return QVariant::fromValue(iconOf(filter.place));
    default:
        return {};
    }
}

domain::TodoFilter PlaceModel::filterAt(int row) const
{
    return domain::TodoFilter::at(places.at(static_cast<size_t>(row)));
}

int PlaceModel::rowOf(const domain::TodoFilter &filter) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (filterAt(row) == filter)
            return row;
    }
    return -1;
}

QString PlaceModel::title(Place place)
{
    switch (place) {
    case Place::Inbox:
        return tr("Inbox");
    case Place::Today:
        return tr("Today");
    case Place::Upcoming:
        return tr("Upcoming");
    case Place::All:
        return tr("All");
    case Place::Completed:
        return tr("Completed");
    case Place::Trash:
        return tr("Trash");
    case Place::Search:
        return tr("Search");
    case Place::List:
    case Place::Tag:
        break;
    }
    return {};
}

void PlaceModel::refresh()
{
    m_counts = m_workspace.counts();
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
}

} // namespace tusk::gui
