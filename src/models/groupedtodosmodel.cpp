// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/groupedtodosmodel.h"

#include <QHash>

#include <algorithm>

namespace tusk::models
{

namespace
{

// With folded groups at the end nothing more is seen of what is read, and rows read in excess of
// TodoRows::mostRows push out those at the beginning.
constexpr qsizetype mostUnseenRows = TodoRows::mostRows - 400;

} // namespace

GroupedTodosModel::GroupedTodosModel(std::function<Occasion()> occasion, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_occasion(std::move(occasion))
{
}

GroupedTodosModel::~GroupedTodosModel() = default;

void GroupedTodosModel::setSourceModel(QAbstractItemModel *source)
{
    using Model = QAbstractItemModel;
    if (source == sourceModel())
        return;
    beginResetModel();
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    QAbstractProxyModel::setSourceModel(source);
    if (source) {
        connect(source, &Model::dataChanged, this, &GroupedTodosModel::onSourceDataChanged);
        connect(source, &Model::headerDataChanged, this, &GroupedTodosModel::headerDataChanged);
        for (auto aboutTo : {&Model::rowsAboutToBeInserted, &Model::rowsAboutToBeRemoved,
                             &Model::columnsAboutToBeInserted, &Model::columnsAboutToBeRemoved})
            connect(source, aboutTo, this, &GroupedTodosModel::beginChange);
        for (auto done :
             {&Model::rowsInserted, &Model::rowsRemoved, &Model::columnsInserted, &Model::columnsRemoved})
            connect(source, done, this, &GroupedTodosModel::endChange);
        connect(source, &Model::modelAboutToBeReset, this, &GroupedTodosModel::beginChange);
        connect(source, &Model::modelReset, this, &GroupedTodosModel::endChange);
        connect(source, &Model::rowsAboutToBeMoved, this, &GroupedTodosModel::beginChange);
        connect(source, &Model::rowsMoved, this, &GroupedTodosModel::endChange);
        connect(source, &Model::layoutAboutToBeChanged, this, &GroupedTodosModel::beginChange);
        connect(source, &Model::layoutChanged, this, &GroupedTodosModel::endChange);
    }
    rebuild();
    endResetModel();
}

// ---------------------------------------------------------------------------------------------------------------
// Groups

void GroupedTodosModel::beginChange()
{
    if (m_changes++ == 0)
        beginResetModel();
}

void GroupedTodosModel::endChange()
{
    if (m_changes == 0 || --m_changes > 0)
        return;
    rebuild();
    endResetModel();
}

void GroupedTodosModel::regroup()
{
    beginChange();
    endChange();
}

TodoGroup GroupedTodosModel::groupOf(int sourceRow) const
{
    if (m_shown.grouping == Grouping::CompletionDay) {
        const QModelIndex completed = sourceModel()->index(sourceRow, TodoTableModel::CompletedAt);
        return groupByCompletion(completed.data(Qt::EditRole).toDateTime(), m_shown.now.startOfDay());
    }
    const QModelIndex due = sourceModel()->index(sourceRow, TodoTableModel::DueDate);
    const QDate day = due.data(Qt::EditRole).toDate();
    const QDate today = m_shown.now.today();
    const bool timeCounts = day == today || (m_shown.now.startOfDay() > 0 && day == today.addDays(1));
    if (!timeCounts)
        return groupByDue(m_shown.grouping, {day, {}, {}}, m_shown.now);
    const auto todo = due.data(TodoTableModel::TodoRole).value<domain::Todo>();
    return groupByDue(m_shown.grouping, todo.due.value_or(domain::When{day, {}, {}}), m_shown.now);
}

// Due times are ordered as they are written, in whatever zone: one of today, or of the night after it, that
// has passed, after one that has not, stays where it is.
TodoGroup GroupedTodosModel::groupInOrder(int sourceRow) const
{
    const TodoGroup group = groupOf(sourceRow);
    const bool isAfterToday = group.kind == TodoGroup::Kind::Overdue && !m_groups.empty() &&
                              m_groups.back().group.kind == TodoGroup::Kind::Today;
    const QModelIndex due = sourceModel()->index(sourceRow, TodoTableModel::DueDate);
    if (isAfterToday && due.data(Qt::EditRole).toDate() >= m_groups.back().group.day)
        return m_groups.back().group;
    return group;
}

// The row of a todo follows the header of its group: the last one, unless the source broke its promise.
int GroupedTodosModel::takeGroup(const TodoGroup &group)
{
    const auto same = [&group](const Group &other) { return other.group == group; };
    const auto known = std::find_if(m_groups.rbegin(), m_groups.rend(), same);
    if (known != m_groups.rend())
        return static_cast<int>(m_groups.rend() - known) - 1;
    m_groups.push_back({group, 0, 0, m_folded.contains(foldedKey(group))});
    m_rows.push_back({static_cast<int>(m_groups.size()) - 1, -1});
    return static_cast<int>(m_groups.size()) - 1;
}

void GroupedTodosModel::rebuild()
{
    m_shown = m_occasion();
    m_rows.clear();
    m_groups.clear();
    const int count = sourceModel() ? sourceModel()->rowCount() : 0;
    m_places.assign(count, -1);
    m_groupOf.assign(count, -1);
    m_rows.reserve(count);
    for (int row = 0; row < count; ++row) {
        const int group = m_shown.grouping == Grouping::None ? -1 : takeGroup(groupInOrder(row));
        m_groupOf[row] = group;
        if (group >= 0 && m_groups[group].count++ >= 0 && m_groups[group].folded)
            continue;
        m_places[row] = static_cast<int>(m_rows.size());
        m_rows.push_back({group, row});
    }
    countGroups();
}

void GroupedTodosModel::countGroups()
{
    if (m_groups.empty())
        return;
    for (Group &group : m_groups) {
        group.partial = false;
        group.unread = 0;
    }
    m_groups.front().partial = m_shown.lacksBefore;
    m_groups.back().partial |= m_shown.lacksAfter;
    Group &first = m_groups.front();
    if (!first.partial || first.group.kind != TodoGroup::Kind::Overdue || m_shown.overdue == 0)
        return;
    // All of them stand before those of today, so that the rest is what has not been read.
    first.unread = std::max<qint64>(0, m_shown.overdue - lateRows());
    first.partial = false;
}

qint64 GroupedTodosModel::lateRows() const
{
    qint64 late = 0;
    for (size_t row = 0; row < m_groupOf.size(); ++row) {
        const QModelIndex due = sourceModel()->index(static_cast<int>(row), TodoTableModel::DueDate);
        if (m_groupOf[row] == 0 && due.data(Qt::EditRole).toDate() < m_shown.now.today())
            ++late;
    }
    return late;
}

void GroupedTodosModel::recount()
{
    if (m_groups.empty() || m_changes > 0)
        return;
    const Group before = m_groups.front();
    m_shown.overdue = m_occasion().overdue;
    countGroups();
    if (m_groups.front().unread != before.unread || m_groups.front().partial != before.partial)
        Q_EMIT dataChanged(index(0, 0), index(0, columnCount() - 1));
}

QStringList GroupedTodosModel::foldedGroups() const
{
    QStringList keys(m_folded.begin(), m_folded.end());
    keys.sort();
    return keys;
}

void GroupedTodosModel::setFoldedGroups(const QStringList &keys)
{
    m_folded = QSet<QString>(keys.begin(), keys.end());
    regroup();
}

bool GroupedTodosModel::reveal(const QUuid &todo)
{
    for (size_t row = 0; row < m_places.size(); ++row) {
        if (m_places[row] >= 0)
            continue;
        const QModelIndex source = sourceModel()->index(static_cast<int>(row), TodoTableModel::Title);
        if (source.data(MemoryTableModel::RowIdRole).toUuid() != todo)
            continue;
        setFolded(TodoGroup(m_groups[m_groupOf[row]].group), false);
        return true;
    }
    return false;
}

QString GroupedTodosModel::foldedKey(const TodoGroup &group) const
{
    return m_shown.place.isEmpty() ? group.key() : m_shown.place + u'/' + group.key();
}

void GroupedTodosModel::setFolded(const TodoGroup &group, bool folded)
{
    const QString key = foldedKey(group);
    if (m_folded.contains(key) == folded)
        return;
    if (folded)
        m_folded.insert(key);
    else
        m_folded.remove(key);
    regroup();
}

// ---------------------------------------------------------------------------------------------------------------
// Changes of todos

bool GroupedTodosModel::isRegroupedBy(int firstSource, int lastSource) const
{
    if (m_occasion() != m_shown)
        return true;
    if (m_shown.grouping == Grouping::None)
        return false;
    for (int row = firstSource; row <= lastSource; ++row) {
        if (m_groupOf[row] < 0 || m_groups[m_groupOf[row]].group != groupOf(row))
            return true;
    }
    return false;
}

void GroupedTodosModel::onSourceDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                            const QList<int> &roles)
{
    if (m_changes > 0 || !topLeft.isValid())
        return; // the rows are made anew in any case
    if (isRegroupedBy(topLeft.row(), bottomRight.row())) {
        regroup();
        return;
    }
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        const int first = m_places[row];
        if (first < 0)
            continue;
        int last = first;
        while (row < bottomRight.row() && m_places[row + 1] == last + 1) {
            ++last;
            ++row;
        }
        Q_EMIT dataChanged(index(first, topLeft.column()), index(last, bottomRight.column()), roles);
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Rows

QModelIndex GroupedTodosModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex GroupedTodosModel::parent(const QModelIndex &) const
{
    return {};
}

QModelIndex GroupedTodosModel::sibling(int row, int column, const QModelIndex &) const
{
    return index(row, column);
}

int GroupedTodosModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GroupedTodosModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !sourceModel() ? 0 : sourceModel()->columnCount();
}

bool GroupedTodosModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 && columnCount(parent) > 0;
}

QModelIndex GroupedTodosModel::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!sourceModel() || !proxyIndex.isValid() || proxyIndex.row() >= rowCount())
        return {};
    const int source = m_rows[proxyIndex.row()].source;
    return source < 0 ? QModelIndex() : sourceModel()->index(source, proxyIndex.column());
}

QModelIndex GroupedTodosModel::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid() || sourceIndex.row() >= static_cast<int>(m_places.size()))
        return {};
    const int row = m_places[sourceIndex.row()];
    return row < 0 ? QModelIndex() : index(row, sourceIndex.column());
}

QVariant GroupedTodosModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (row.source < 0)
        return headerCell(row, index.column(), role);
    if (role == HeaderRole)
        return false;
    return sourceModel()->index(row.source, index.column()).data(role);
}

QVariant GroupedTodosModel::headerCell(const Row &row, int column, int role) const
{
    const Group &group = m_groups[row.group];
    switch (role) {
    case HeaderRole:
        return true;
    case GroupKeyRole:
        return group.group.key();
    case GroupKindRole:
        return static_cast<int>(group.group.kind);
    case GroupDayRole:
        return group.group.day;
    case GroupCountRole:
        return static_cast<int>(group.count + group.unread);
    case FoldedRole:
        return group.folded;
    case PartialRole:
        return group.partial;
    case MemoryTableModel::RowIdRole:
        return group.group.id();
    case MemoryTableModel::RowStampRole:
        return QVariant::fromValue<quint64>(qHashMulti(0, group.count, group.unread, group.folded,
                                                       group.partial, m_shown.now.today().toJulianDay()));
    case Qt::DisplayRole:
        return column == TodoTableModel::Title ? group.group.title(m_shown.now.today()) : QVariant();
    case Qt::AccessibleTextRole:
        return spokenHeader(group);
    default:
        return {};
    }
}

QString GroupedTodosModel::spokenHeader(const Group &group) const
{
    const QString title = group.group.title(m_shown.now.today());
    const auto count = static_cast<int>(group.count + group.unread);
    return (group.partial ? tr("%1, more than %Ln todo(s)", nullptr, count)
                          : tr("%1, %Ln todo(s)", nullptr, count))
        .arg(title);
}

bool GroupedTodosModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Row &row = m_rows[index.row()];
    if (row.source >= 0)
        return sourceModel()->setData(sourceModel()->index(row.source, index.column()), value, role);
    if (role != FoldedRole)
        return false;
    setFolded(m_groups[row.group].group, value.toBool());
    return true;
}

Qt::ItemFlags GroupedTodosModel::flags(const QModelIndex &index) const
{
    const QModelIndex source = mapToSource(index);
    if (source.isValid())
        return source.flags();
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

QVariant GroupedTodosModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!sourceModel() || orientation == Qt::Vertical)
        return {};
    return sourceModel()->headerData(section, orientation, role);
}

bool GroupedTodosModel::canFetchMore(const QModelIndex &parent) const
{
    if (parent.isValid() || !sourceModel() || !sourceModel()->canFetchMore({}))
        return false;
    const bool unseen = !m_groups.empty() && m_groups.back().folded;
    return !unseen || m_places.size() < static_cast<size_t>(mostUnseenRows);
}

} // namespace tusk::models
