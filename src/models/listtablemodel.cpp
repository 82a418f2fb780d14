// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/listtablemodel.h"

#include "base/uuidv7.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "domain/todorules.h"
#include "models/recordsnapshot.h"
#include "models/todosentence.h"

#include <QSqlRecord>

namespace tusk::models
{

namespace
{

using Snapshot = RecordSnapshot<domain::TodoList>;

} // namespace

ListTableModel::ListTableModel(Workspace &workspace, QObject *parent)
    : MemoryTableModel(recordTable(QStringLiteral("tusk.list")), parent)
    , m_workspace(workspace)
{
    connect(&m_workspace, &Workspace::listsChanged, this, &ListTableModel::showLists);
    connect(&m_workspace, &Workspace::countsChanged, this, &ListTableModel::showLists);
    showLists();
}

std::optional<domain::TodoList> ListTableModel::listAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    const int shown = snapshotRow(index(row, 0));
    return shown >= 0 ? std::optional(static_cast<const Snapshot &>(snapshot()).row(shown).record)
                      : std::nullopt;
}

void ListTableModel::showLists()
{
    const domain::PlaceCounts counts = m_workspace.counts();
    QList<Snapshot::Row> rows;
    for (const domain::TodoList &list : m_workspace.lists()) {
        const bool archived = list.archivedAt.has_value();
        if (!archived || m_showsArchived)
            rows.append({list, counts.of(domain::TodoFilter::inList(list.id)), archived});
    }
    showSnapshot(std::make_shared<Snapshot>(std::move(rows)));
}

void ListTableModel::setShowsArchived(bool shows)
{
    m_showsArchived = shows;
    showLists();
}

Qt::ItemFlags ListTableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = MemoryTableModel::flags(index);
    if (index.column() == Name)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QVariant ListTableModel::cellData(int row, int column, int role) const
{
    const Snapshot::Row &shown = static_cast<const Snapshot &>(snapshot()).row(row);
    switch (role) {
    case OpenCountRole:
        return shown.openCount;
    case ArchivedRole:
        return shown.archived;
    case Qt::AccessibleTextRole:
        return spokenName(cellData(row, column, Qt::DisplayRole).toString(), shown.openCount);
    default:
        return MemoryTableModel::cellData(row, column, role);
    }
}

QString ListTableModel::columnTitle(int column) const
{
    return column == Name ? tr("List") : QString();
}

base::Result<domain::TodoList> ListTableModel::with(const domain::TodoList &list,
                                                    const QSqlRecord &values) const
{
    return withValues(list, values, [this](const QString &typed, domain::ListId id) {
        return domain::checkedListName(typed, id, m_workspace.lists());
    });
}

bool ListTableModel::queueInsert(const QSqlRecord &values)
{
    domain::TodoList list;
    list.id = domain::ListId(draftId());
    list.position = domain::positionAtEnd(m_workspace.now());
    const base::Result<domain::TodoList> filled = with(list, values);
    if (!filled) {
        Q_EMIT rejected(filled.error());
        return false;
    }
    m_workspace.perform(domain::createList(*filled, m_workspace.now()));
    return true;
}

bool ListTableModel::queueUpdate(int row, const QSqlRecord &changed)
{
    const domain::TodoList before = static_cast<const Snapshot &>(snapshot()).row(row).record;
    const base::Result<domain::TodoList> after = with(before, changed);
    if (!after) {
        Q_EMIT rejected(after.error());
        return false;
    }
    m_workspace.perform(domain::editList(before, *after, m_workspace.now()));
    return true;
}

bool ListTableModel::queueDelete(int row)
{
    const domain::TodoList list = static_cast<const Snapshot &>(snapshot()).row(row).record;
    m_workspace.perform(domain::deleteList(list, false, m_workspace.now()));
    return true;
}

} // namespace tusk::models
