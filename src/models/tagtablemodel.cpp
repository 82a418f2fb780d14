// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/tagtablemodel.h"

#include "domain/actions.h"
#include "domain/position.h"
#include "domain/todorules.h"
#include "models/recordsnapshot.h"
#include "models/todosentence.h"

namespace tusk::models
{

namespace
{

using Snapshot = RecordSnapshot<domain::Tag>;

} // namespace

TagTableModel::TagTableModel(Workspace &workspace, QObject *parent)
    : MemoryTableModel(recordTable(QStringLiteral("tusk.tag")), parent)
    , m_workspace(workspace)
{
    connect(&m_workspace, &Workspace::tagsChanged, this, &TagTableModel::showTags);
    connect(&m_workspace, &Workspace::countsChanged, this, &TagTableModel::showTags);
    showTags();
}

std::optional<domain::Tag> TagTableModel::tagAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    const int shown = snapshotRow(index(row, 0));
    return shown >= 0 ? std::optional(static_cast<const Snapshot &>(snapshot()).row(shown).record)
                      : std::nullopt;
}

void TagTableModel::showTags()
{
    const domain::PlaceCounts counts = m_workspace.counts();
    QList<Snapshot::Row> rows;
    for (const domain::Tag &tag : m_workspace.tags())
        rows.append({tag, counts.of(domain::TodoFilter::withTag(tag.id)), false});
    showSnapshot(std::make_shared<Snapshot>(std::move(rows)));
}

QVariant TagTableModel::cellData(int row, int column, int role) const
{
    const qint64 openCount = static_cast<const Snapshot &>(snapshot()).row(row).openCount;
    if (role == OpenCountRole)
        return openCount;
    if (role == Qt::AccessibleTextRole)
        return spokenName(cellData(row, column, Qt::DisplayRole).toString(), openCount);
    return MemoryTableModel::cellData(row, column, role);
}

QString TagTableModel::columnTitle(int column) const
{
    return column == Name ? tr("Tag") : QString();
}

base::Result<domain::Tag> TagTableModel::with(const domain::Tag &tag, const QSqlRecord &values) const
{
    return withValues(tag, values, [this](const QString &typed, domain::TagId id) {
        return domain::checkedTagName(typed, id, m_workspace.tags());
    });
}

bool TagTableModel::queueInsert(const QSqlRecord &values)
{
    domain::Tag tag;
    tag.id = domain::TagId(draftId());
    tag.position = domain::positionAtEnd(m_workspace.now());
    const base::Result<domain::Tag> filled = with(tag, values);
    if (!filled) {
        Q_EMIT rejected(filled.error());
        return false;
    }
    m_workspace.perform(domain::createTag(*filled, m_workspace.now()));
    return true;
}

bool TagTableModel::queueUpdate(int row, const QSqlRecord &changed)
{
    const domain::Tag before = static_cast<const Snapshot &>(snapshot()).row(row).record;
    const base::Result<domain::Tag> after = with(before, changed);
    if (!after) {
        Q_EMIT rejected(after.error());
        return false;
    }
    m_workspace.perform(domain::editTag(before, *after, m_workspace.now()));
    return true;
}

bool TagTableModel::queueDelete(int row)
{
    m_workspace.perform(
        domain::deleteTag(static_cast<const Snapshot &>(snapshot()).row(row).record, m_workspace.now()));
    return true;
}

} // namespace tusk::models
