// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/signalshadow.h"

#include "models/memorytablemodel.h"

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

QUuid idAt(const QAbstractItemModel &model, int row)
{
    return model.index(row, 0).data(models::MemoryTableModel::RowIdRole).toUuid();
}

quint64 stampAt(const QAbstractItemModel &model, int row)
{
    return model.index(row, 0).data(models::MemoryTableModel::RowStampRole).toULongLong();
}

QString range(const QString &what, int first, int last)
{
    return u"%1 %2-%3"_s.arg(what).arg(first).arg(last);
}

} // namespace

SignalShadow::SignalShadow(const QAbstractItemModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    using Model = QAbstractItemModel;
    load();
    connect(&model, &Model::rowsAboutToBeRemoved, this, [this] { checkRows("rowsAboutToBeRemoved"); });
    connect(&model, &Model::rowsAboutToBeInserted, this, [this] { checkRows("rowsAboutToBeInserted"); });
    connect(&model, &Model::rowsAboutToBeMoved, this, [this] { checkRows("rowsAboutToBeMoved"); });
    connect(&model, &Model::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_ids.remove(first, last - first + 1);
        m_stamps.remove(first, last - first + 1);
        m_steps += range(u"remove"_s, first, last);
        checkRows("rowsRemoved");
    });
    connect(&model, &Model::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row) {
            const QUuid id = idAt(m_model, row);
            if (!id.isNull() && m_ids.contains(id) && m_complaint.isEmpty())
                m_complaint = u"rowsInserted: row %1 answers for another row"_s.arg(row);
            m_ids.insert(row, id);
            m_stamps.insert(row, stampAt(m_model, row));
        }
        m_steps += range(u"insert"_s, first, last);
        checkRows("rowsInserted");
    });
    connect(&model, &Model::rowsMoved, this,
            [this](const QModelIndex &, int first, int last, const QModelIndex &, int before) {
                const int amount = last - first + 1;
                const int target = before > first ? before - amount : before; // of the first of them
                for (int moved = 0; moved < amount; ++moved) {
                    const int from = before > first ? first : first + moved;
                    const int to = before > first ? before - 1 : before + moved;
                    m_ids.move(from, to);
                    m_stamps.move(from, to);
                }
                m_steps += amount == 1 ? u"move %1 to %2"_s.arg(first).arg(target)
                                       : u"move %1-%2 to %3"_s.arg(first).arg(last).arg(target);
                checkRows("rowsMoved");
            });
    connect(&model, &Model::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        for (int row = from.row(); row <= to.row(); ++row)
            m_stamps[row] = stampAt(m_model, row);
        m_steps += range(u"change"_s, from.row(), to.row());
        checkRows("dataChanged");
    });
    connect(&model, &Model::layoutAboutToBeChanged, this, [this] {
        checkRows("layoutAboutToBeChanged");
        for (int row = 0; row < m_model.rowCount(); ++row)
            m_places.append(m_model.index(row, 0));
    });
    connect(&model, &Model::layoutChanged, this, [this] {
        const QList<QUuid> ids = m_ids;
        const QList<quint64> stamps = m_stamps;
        for (qsizetype i = 0; i < m_places.size(); ++i) {
            m_ids[m_places.at(i).row()] = ids.at(i);
            m_stamps[m_places.at(i).row()] = stamps.at(i);
        }
        m_places.clear();
        m_steps += u"layout"_s;
        checkRows("layoutChanged");
    });
    connect(&model, &Model::modelReset, this, [this] {
        load();
        m_steps += u"reset"_s;
    });
}

void SignalShadow::load()
{
    m_ids.clear();
    m_stamps.clear();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        m_ids.append(idAt(m_model, row));
        m_stamps.append(stampAt(m_model, row));
    }
}

void SignalShadow::checkRows(const char *when)
{
    if (!m_complaint.isEmpty())
        return;
    if (m_model.rowCount() != m_ids.size()) {
        m_complaint = u"%1: %2 rows, %3 were announced"_s.arg(QLatin1String(when))
                          .arg(m_model.rowCount())
                          .arg(m_ids.size());
        return;
    }
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QUuid id = idAt(m_model, row);
        // A row that is about to be removed may answer nothing, but never for another row.
        if (!id.isNull() && id != m_ids.at(row))
            m_complaint = u"%1: row %2 answers for another row"_s.arg(QLatin1String(when)).arg(row);
    }
}

} // namespace tusk::tests
