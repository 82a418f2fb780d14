// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/listtablemodel.h"

#include "base/uuidv7.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "domain/todorules.h"

#include <QSqlField>
#include <QSqlRecord>

namespace tusk::models
{

namespace
{

using namespace Qt::StringLiterals;

MemoryTable listTable()
{
    using Flag = MemoryTable::ColumnFlag;
    MemoryTable table(u"tusk.list"_s);
    table.addColumn(u"id"_s, QMetaType::fromType<QUuid>(), Flag::Required | Flag::ReadOnly | Flag::Key);
    table.addColumn(u"name"_s, QMetaType::fromType<QString>(), Flag::Required);
    table.addColumn(u"color"_s, QMetaType::fromType<QString>());
    table.addColumn(u"position"_s, QMetaType::fromType<QString>(), Flag::ReadOnly);
    return table;
}

struct ListRow {
    domain::TodoList list;
    qint64 openCount = 0;
};

class ListSnapshot final : public MemorySnapshot
{
public:
    explicit ListSnapshot(QList<ListRow> rows)
        : m_rows(std::move(rows))
    {
    }

    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QVariant value(int row, int column) const override
    {
        const domain::TodoList &list = m_rows.at(row).list;
        switch (column) {
        case ListTableModel::Id:
            return list.id.uuid();
        case ListTableModel::Name:
            return list.name;
        case ListTableModel::Color:
            return list.color;
        case ListTableModel::Position:
            return QString::fromLatin1(list.position);
        default:
            return {};
        }
    }
    [[nodiscard]] QUuid rowId(int row) const override { return m_rows.at(row).list.id.uuid(); }
    [[nodiscard]] quint64 rowStamp(int row) const override
    {
        const ListRow &shown = m_rows.at(row);
        return qHashMulti(0, shown.list.version, shown.list.name, shown.list.color, shown.openCount);
    }
    [[nodiscard]] const ListRow &row(int row) const { return m_rows.at(row); }

private:
    QList<ListRow> m_rows;
};

base::Result<domain::TodoList> withRecord(domain::TodoList list, const QSqlRecord &record)
{
    if (record.contains(u"name"_s)) {
        const base::Result<QString> name = domain::checkedListName(record.value(u"name"_s).toString());
        if (!name)
            return name.error();
        list.name = *name;
    }
    if (record.contains(u"color"_s))
        list.color = record.value(u"color"_s).toString();
    return list;
}

} // namespace

ListTableModel::ListTableModel(Workspace &workspace, QObject *parent)
    : MemoryTableModel(listTable(), parent)
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
    return shown >= 0 ? std::optional(static_cast<const ListSnapshot &>(snapshot()).row(shown).list)
                      : std::nullopt;
}

void ListTableModel::showLists()
{
    const domain::PlaceCounts counts = m_workspace.counts();
    QList<ListRow> rows;
    for (const domain::TodoList &list : m_workspace.lists()) {
        if (!list.archivedAt)
            rows.append({list, counts.of(domain::TodoFilter::inList(list.id))});
    }
    showSnapshot(std::make_shared<ListSnapshot>(std::move(rows)));
}

QVariant ListTableModel::cellData(int row, int column, int role) const
{
    if (role == OpenCountRole)
        return static_cast<const ListSnapshot &>(snapshot()).row(row).openCount;
    return MemoryTableModel::cellData(row, column, role);
}

QString ListTableModel::columnTitle(int column) const
{
    return column == Name ? tr("List") : QString();
}

bool ListTableModel::queueInsert(const QSqlRecord &values)
{
    domain::TodoList list;
    list.id = domain::ListId(draftId());
    list.position = domain::positionAtEnd(m_workspace.now());
    const base::Result<domain::TodoList> filled = withRecord(list, values);
    if (!filled) {
        Q_EMIT rejected(filled.error());
        return false;
    }
    m_workspace.perform(domain::createList(*filled, m_workspace.now()));
    return true;
}

bool ListTableModel::queueUpdate(int row, const QSqlRecord &changed)
{
    const domain::TodoList before = static_cast<const ListSnapshot &>(snapshot()).row(row).list;
    const base::Result<domain::TodoList> after = withRecord(before, changed);
    if (!after) {
        Q_EMIT rejected(after.error());
        return false;
    }
    m_workspace.perform(domain::editList(before, *after, m_workspace.now()));
    return true;
}

bool ListTableModel::queueDelete(int row)
{
    const domain::TodoList list = static_cast<const ListSnapshot &>(snapshot()).row(row).list;
    m_workspace.perform(domain::deleteList(list, false, m_workspace.now()));
    return true;
}

} // namespace tusk::models
