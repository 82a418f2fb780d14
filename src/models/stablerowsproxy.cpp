// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/stablerowsproxy.h"

#include "models/memorytablemodel.h"
#include "models/roworder.h"

#include <QHash>
#include <QScopedValueRollback>

#include <algorithm>
#include <limits>
#include <numeric>

namespace tusk::models
{

namespace
{

// Above this many steps one layoutChanged costs views less, and shows as much, as the steps one by one.
constexpr int mostSingleSteps = 1000;

// What std::rotate does: it is several times slower for types with default values. to: where the first of
// them stands afterwards.
template <class T>
void moveElements(std::vector<T> &elements, int from, int amount, int to)
{
    const auto begin = elements.begin();
    const std::vector<T> moved(begin + from, begin + from + amount);
    if (from < to)
        std::move(begin + from + amount, begin + to + amount, begin + from);
    else
        std::move_backward(begin + to, begin + from, begin + from + amount);
    std::copy(moved.begin(), moved.end(), begin + to);
}

struct MoveTarget {
    int source = -1; // place in the source
    bool stays = false;
};

// How many rows from one on move to the same place together: each move costs what all that is selected costs.
int lengthOfRun(const std::vector<int> &order, int from, std::vector<MoveTarget>::const_iterator target,
                std::vector<MoveTarget>::const_iterator end)
{
    int length = 1;
    const auto rows = static_cast<int>(order.size());
    for (++target; target != end && !target->stays && from + length < rows; ++target, ++length) {
        if (order[from + length] != target->source)
            break;
    }
    return length;
}

} // namespace

StableRowsProxy::StableRowsProxy(QObject *parent)
    : QAbstractProxyModel(parent)
{
}

StableRowsProxy::~StableRowsProxy() = default;

void StableRowsProxy::setSourceModel(QAbstractItemModel *source)
{
    if (source == sourceModel())
        return;
    beginResetModel();
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    QAbstractProxyModel::setSourceModel(source);
    m_rows.clear();
    m_columns = 0;
    endResetModel();
    if (source) {
        connectSource();
        synchronise();
    }
}

void StableRowsProxy::connectSource()
{
    using Model = QAbstractItemModel;
    Model *source = sourceModel();
    connect(source, &QObject::destroyed, this, &StableRowsProxy::onSourceDestroyed);
    connect(source, &Model::dataChanged, this, &StableRowsProxy::onSourceDataChanged);
    connect(source, &Model::headerDataChanged, this, &StableRowsProxy::onSourceHeaderDataChanged);

    // Rows are matched by id, so it does not matter how the source describes what happens to them.
    for (auto aboutTo : {&Model::rowsAboutToBeInserted, &Model::rowsAboutToBeRemoved,
                         &Model::columnsAboutToBeInserted, &Model::columnsAboutToBeRemoved})
        connect(source, aboutTo, this, &StableRowsProxy::detachRows);
    connect(source, &Model::modelAboutToBeReset, this, &StableRowsProxy::detachRows);
    connect(source, &Model::layoutAboutToBeChanged, this, &StableRowsProxy::detachRows);
    connect(source, &Model::rowsAboutToBeMoved, this, &StableRowsProxy::detachRows);
    connect(source, &Model::columnsAboutToBeMoved, this, &StableRowsProxy::detachRows);

    for (auto done : {&Model::rowsInserted, &Model::rowsRemoved})
        connect(source, done, this, &StableRowsProxy::synchronise);
    connect(source, &Model::modelReset, this, &StableRowsProxy::synchronise);
    connect(source, &Model::layoutChanged, this, &StableRowsProxy::synchronise);
    connect(source, &Model::rowsMoved, this, &StableRowsProxy::synchronise);

    const auto columnsDone = [this] {
        m_columnsChanged = true;
        synchronise();
    };
    for (auto done : {&Model::columnsInserted, &Model::columnsRemoved})
        connect(source, done, this, columnsDone);
    connect(source, &Model::columnsMoved, this, columnsDone);
}

QModelIndex StableRowsProxy::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex StableRowsProxy::parent(const QModelIndex &) const
{
    return {};
}

QModelIndex StableRowsProxy::sibling(int row, int column, const QModelIndex &) const
{
    return index(row, column);
}

int StableRowsProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StableRowsProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

bool StableRowsProxy::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 && columnCount(parent) > 0;
}

QModelIndex StableRowsProxy::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!sourceModel() || !proxyIndex.isValid() || proxyIndex.row() >= rowCount())
        return {};
    Q_ASSERT(proxyIndex.model() == this);
    const int row = m_rows[proxyIndex.row()].source;
    return row < 0 ? QModelIndex() : sourceModel()->index(row, proxyIndex.column());
}

QModelIndex StableRowsProxy::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid() || sourceIndex.parent().isValid())
        return {};
    Q_ASSERT(sourceIndex.model() == sourceModel());
    return index(proxyRow(sourceIndex.row()), sourceIndex.column());
}

QVariant StableRowsProxy::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    return source.isValid() ? source.data(role) : QVariant();
}

bool StableRowsProxy::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QModelIndex source = mapToSource(index);
    return source.isValid() && sourceModel()->setData(source, value, role);
}

Qt::ItemFlags StableRowsProxy::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractProxyModel::flags(index); // whether something may be dropped beside the rows
    const QModelIndex source = mapToSource(index);
    return source.isValid() ? source.flags() : Qt::NoItemFlags;
}

QVariant StableRowsProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!sourceModel())
        return {};
    if (orientation == Qt::Horizontal) // not by way of a row: there may be none
        return sourceModel()->headerData(section, orientation, role);
    const bool known = section >= 0 && section < rowCount() && m_rows[section].source >= 0;
    return known ? sourceModel()->headerData(m_rows[section].source, orientation, role) : QVariant();
}

bool StableRowsProxy::insertRows(int row, int count, const QModelIndex &parent)
{
    return sourceModel() && !m_synchronising && !parent.isValid() && sourceModel()->insertRows(row, count);
}

bool StableRowsProxy::removeRows(int row, int count, const QModelIndex &parent)
{
    return sourceModel() && !m_synchronising && !parent.isValid() && sourceModel()->removeRows(row, count);
}

bool StableRowsProxy::canFetchMore(const QModelIndex &parent) const
{
    return sourceModel() && !parent.isValid() && sourceModel()->canFetchMore({});
}

void StableRowsProxy::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        sourceModel()->fetchMore({});
}

void StableRowsProxy::onSourceDestroyed()
{
    beginResetModel();
    m_rows.clear();
    m_columns = 0;
    endResetModel();
}

void StableRowsProxy::onSourceDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                          const QList<int> &roles)
{
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        const int first = proxyRow(row);
        if (first < 0)
            continue;
        int last = first;
        takeKey(last, row);
        while (row < bottomRight.row() && proxyRow(row + 1) == last + 1)
            takeKey(++last, ++row);
        Q_EMIT dataChanged(index(first, topLeft.column()), index(last, bottomRight.column()), roles);
    }
}

void StableRowsProxy::takeKey(int row, int sourceRow)
{
    const Key key = keyOf(sourceRow);
    m_distinct = m_distinct && key.id == m_rows[row].key.id;
    m_rows[row].key = key;
}

void StableRowsProxy::onSourceHeaderDataChanged(Qt::Orientation orientation, int first, int last)
{
    if (orientation == Qt::Horizontal || !m_synchronising)
        Q_EMIT headerDataChanged(orientation, first, last);
}

void StableRowsProxy::detachRows()
{
    for (Row &row : m_rows)
        row.source = -1;
}

void StableRowsProxy::synchronise()
{
    if (m_synchronising) {
        m_again = true;
        // Views may ask before the step that is being announced is over.
        if (!relinkRows())
            detachRows();
        return;
    }
    const QScopedValueRollback synchronising(m_synchronising, true);
    do {
        m_again = false;
        const bool sameColumns = !m_columnsChanged && sourceModel()->columnCount() == m_columns;
        if (!sameColumns || !relinkRows()) {
            loadByReset();
        } else if (stepsNeeded() <= mostSingleSteps) {
            removeGoneRows();
            moveRowsIntoOrder();
            insertNewRows();
            announceChanges();
        } else {
            insertRowsAt(rowCount(), newSourceRows());
            permuteRows();
            removeGoneRows();
            announceChanges();
        }
    } while (m_again && sourceModel());
}

void StableRowsProxy::loadByReset()
{
    beginResetModel();
    m_columnsChanged = false;
    m_distinct = false;
    m_columns = sourceModel()->columnCount();
    readKeys();
    m_rows.clear();
    m_rows.reserve(m_keys.size());
    for (const Key &key : m_keys)
        m_rows.push_back({key, static_cast<int>(m_rows.size())});
    endResetModel();
}

// Finds every row in the source by its id. False where the ids of the source cannot tell its rows apart.
bool StableRowsProxy::relinkRows()
{
    readKeys();
    if (relinkKnownRows())
        return true;
    QHash<QUuid, int> sourceRows;
    sourceRows.reserve(static_cast<qsizetype>(m_keys.size()));
    for (const Key &key : m_keys) {
        if (!key.id.isNull())
            sourceRows.insert(key.id, static_cast<int>(sourceRows.size()));
    }
    if (sourceRows.size() != static_cast<qsizetype>(m_keys.size()))
        return false;
    for (Row &row : m_rows) {
        const auto found = sourceRows.constFind(row.key.id);
        row.source = found == sourceRows.cend() ? -1 : *found;
        if (row.source >= 0)
            sourceRows.erase(found); // after a reset with double ids a second row must not claim it too
    }
    m_distinct = true;
    return true;
}

// The same where no row is new, as after most changes: then only those are looked up that stand between the
// first and the last that is elsewhere now. False: it has to be done for all.
bool StableRowsProxy::relinkKnownRows()
{
    const auto rows = static_cast<int>(m_rows.size());
    const auto keys = static_cast<int>(m_keys.size());
    if (!m_distinct || keys > rows)
        return false;
    int first = 0;
    for (; first < keys && m_rows[first].key.id == m_keys[first].id; ++first)
        m_rows[first].source = first;
    int behind = 0;
    for (; behind < keys - first && m_rows[rows - 1 - behind].key.id == m_keys[keys - 1 - behind].id;
         ++behind)
        m_rows[rows - 1 - behind].source = keys - 1 - behind;
    QHash<QUuid, int> sourceRows;
    sourceRows.reserve(keys - behind - first);
    for (int row = first; row < keys - behind; ++row)
        sourceRows.insert(m_keys[row].id, row);
    const bool distinct = sourceRows.size() == keys - behind - first;
    for (int row = first; row < rows - behind; ++row) {
        const auto found = sourceRows.constFind(m_rows[row].key.id);
        m_rows[row].source = found == sourceRows.cend() ? -1 : *found;
        if (found != sourceRows.cend())
            sourceRows.erase(found);
    }
    return distinct && sourceRows.isEmpty();
}

void StableRowsProxy::readKeys()
{
    const int count = sourceModel()->rowCount();
    m_keys.clear();
    m_keys.reserve(count);
    for (int row = 0; row < count; ++row)
        m_keys.push_back(keyOf(row));
}

StableRowsProxy::Key StableRowsProxy::keyOf(int sourceRow) const
{
    const QModelIndex index = sourceModel()->index(sourceRow, 0);
    return {index.data(MemoryTableModel::RowIdRole).toUuid(),
            index.data(MemoryTableModel::RowStampRole).toULongLong()};
}

int StableRowsProxy::proxyRow(int sourceRow) const
{
    // The rule, except in between the steps.
    if (sourceRow < rowCount() && m_rows[sourceRow].source == sourceRow)
        return sourceRow;
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [sourceRow](const Row &row) { return row.source == sourceRow; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::vector<int> StableRowsProxy::newSourceRows() const
{
    std::vector<bool> shown(m_keys.size(), false);
    for (const Row &row : m_rows) {
        if (row.source >= 0)
            shown[row.source] = true;
    }
    std::vector<int> fresh;
    for (int row = 0; row < static_cast<int>(shown.size()); ++row) {
        if (!shown[row])
            fresh.push_back(row);
    }
    return fresh;
}

// Groups of rows to remove and to insert, and rows to move.
int StableRowsProxy::stepsNeeded() const
{
    std::vector<int> staying;
    int steps = 0;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].source >= 0)
            staying.push_back(m_rows[row].source);
        else if (row == 0 || m_rows[row - 1].source >= 0)
            ++steps;
    }
    if (!std::is_sorted(staying.begin(), staying.end())) {
        const std::vector<bool> inPlace = longestIncreasing(staying);
        steps += static_cast<int>(std::count(inPlace.begin(), inPlace.end(), false));
    }
    int next = -1;
    for (const int row : newSourceRows()) {
        steps += row != next;
        next = row + 1;
    }
    return steps;
}

void StableRowsProxy::removeGoneRows()
{
    for (int last = rowCount() - 1; last >= 0 && !m_again; --last) {
        if (m_rows[last].source >= 0)
            continue;
        int first = last;
        while (first > 0 && m_rows[first - 1].source < 0)
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

// Every row that is not of a longest run in the right order moves once: to right behind the row that precedes
// it.
void StableRowsProxy::moveRowsIntoOrder()
{
    if (m_again)
        return;
    std::vector<int> order; // the rows by their place in the source, kept in step: quicker to search
    order.reserve(m_rows.size());
    for (const Row &row : m_rows)
        order.push_back(row.source);
    if (std::is_sorted(order.begin(), order.end()))
        return;
    const std::vector<bool> stays = longestIncreasing(order);
    std::vector<MoveTarget> targets;
    targets.reserve(order.size());
    for (size_t row = 0; row < order.size(); ++row)
        targets.push_back({order[row], stays[row]});
    std::ranges::sort(targets, {}, &MoveTarget::source);

    int settled = -1; // position of the last row known to be in order
    for (auto target = targets.cbegin(); target != targets.cend();) {
        const auto [source, inPlace] = *target;
        const auto start = order.begin() + (inPlace ? settled + 1 : 0);
        const int from = static_cast<int>(std::find(start, order.end(), source) - order.begin());
        if (inPlace || from == settled + 1) {
            settled = from;
            ++target;
            continue;
        }
        const int amount = lengthOfRun(order, from, target, targets.cend());
        target += amount;
        beginMoveRows({}, from, from + amount - 1, {}, settled + 1);
        const int first = from > settled ? settled + 1 : settled + 1 - amount; // of them, afterwards
        settled = first + amount - 1;
        moveElements(order, from, amount, first);
        moveElements(m_rows, from, amount, first);
        endMoveRows();
        if (m_again)
            return;
    }
}

void StableRowsProxy::insertNewRows()
{
    for (int row = 0; row <= rowCount() && !m_again; ++row) {
        // All rows before this one are where the source has them.
        const int next = row < rowCount() ? m_rows[row].source : static_cast<int>(m_keys.size());
        if (next == row)
            continue;
        std::vector<int> missing(next - row);
        std::iota(missing.begin(), missing.end(), row);
        insertRowsAt(row, missing);
        row = next;
    }
}

void StableRowsProxy::insertRowsAt(int row, const std::vector<int> &sourceRows)
{
    if (m_again || sourceRows.empty())
        return;
    std::vector<Row> fresh;
    fresh.reserve(sourceRows.size());
    for (const int source : sourceRows)
        fresh.push_back({m_keys[source], source});
    beginInsertRows({}, row, row + static_cast<int>(fresh.size()) - 1);
    if (m_again) { // the source changed in answer to the announcement: these positions are no longer known
        for (Row &added : fresh)
            added.source = -1;
    }
    m_rows.insert(m_rows.begin() + row, fresh.begin(), fresh.end());
    endInsertRows();
}

// One layoutChanged: the order of the source, rows that are gone last.
void StableRowsProxy::permuteRows()
{
    if (m_again)
        return;
    Q_EMIT layoutAboutToBeChanged();
    std::vector<int> order(m_rows.size());
    std::iota(order.begin(), order.end(), 0);
    const auto place = [this](int row) {
        const int source = m_rows[row].source;
        return source < 0 ? std::numeric_limits<int>::max() : source;
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return place(a) < place(b); });

    std::vector<Row> rows;
    rows.reserve(order.size());
    std::vector<int> newPlace(order.size());
    for (const int row : order) {
        newPlace[row] = static_cast<int>(rows.size());
        rows.push_back(m_rows[row]);
    }
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(createIndex(newPlace[index.row()], index.column()));
    m_rows = std::move(rows);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void StableRowsProxy::announceChanges()
{
    const auto differs = [this](int row) {
        return m_rows[row].source >= 0 && m_rows[row].key.stamp != m_keys[m_rows[row].source].stamp;
    };
    for (int first = 0; first < rowCount() && !m_again; ++first) {
        if (!differs(first))
            continue;
        int last = first;
        while (last + 1 < rowCount() && differs(last + 1))
            ++last;
        for (int row = first; row <= last; ++row)
            m_rows[row].key = m_keys[m_rows[row].source];
        Q_EMIT dataChanged(index(first, 0), index(last, m_columns - 1));
        first = last;
    }
}

} // namespace tusk::models
