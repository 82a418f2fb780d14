// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/memorytablemodel.h"

#include "base/logging.h"
#include "base/uuidv7.h"
#include "models/memorydriver.h"

#include <QDateTime>
#include <QScopedValueRollback>
#include <QSqlField>
#include <QSqlQuery>

namespace tusk::models
{

namespace
{

// Only what the caller has set: the other fields of a record say nothing.
QSqlRecord setFields(const QSqlRecord &record)
{
    QSqlRecord set;
    for (int i = 0; i < record.count(); ++i) {
        if (record.isGenerated(i))
            set.append(record.field(i));
    }
    return set;
}

// A QVariant may well hold a date that is none.
bool isValidOfItsType(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QDate:
        return value.toDate().isValid();
    case QMetaType::QTime:
        return value.toTime().isValid();
    case QMetaType::QDateTime:
        return value.toDateTime().isValid();
    case QMetaType::QUuid:
        return !value.toUuid().isNull();
    default:
        return true;
    }
}

bool isSame(const QVariant &shown, const QVariant &value)
{
    return shown.isNull() == value.isNull() && (value.isNull() || shown == value);
}

bool haveSameRows(const MemorySnapshot &before, const MemorySnapshot &after)
{
    if (before.rowCount() != after.rowCount())
        return false;
    for (int row = 0; row < after.rowCount(); ++row) {
        if (before.rowId(row) != after.rowId(row))
            return false;
    }
    return true;
}

} // namespace

MemoryTableModel::MemoryTableModel(MemoryTable table, QObject *parent)
    : MemoryTableModel(std::make_shared<MemoryTable>(std::move(table)), parent)
{
}

MemoryTableModel::MemoryTableModel(std::shared_ptr<MemoryTable> table, QObject *parent)
    : QSqlTableModel(parent, openMemoryDatabase(table))
    , m_table(std::move(table))
{
    QSqlTableModel::setEditStrategy(OnFieldChange);
    QSqlTableModel::setTable(m_table->name);
}

MemoryTableModel::~MemoryTableModel() = default;

QVariant MemoryTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index));
    if (!index.isValid())
        return {};
    const int row = snapshotRow(index);
    if (row < 0)
        return draftData(index, role);
    // The rows of the base class are the same ones, but it would look into its cache of edits first.
    return row < m_table->rows->rowCount() ? cellData(row, index.column(), role) : QVariant();
}

QVariant MemoryTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole) {
        const QString title = columnTitle(section);
        if (!title.isEmpty())
            return title;
    }
    return QSqlTableModel::headerData(section, orientation, role);
}

bool MemoryTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const int row = snapshotRow(index);
    if (row >= 0 && isSame(m_table->rows->value(row, index.column()), value))
        return true;
    const std::optional<QVariant> accepted = acceptedValue(index.column(), value);
    if (isSettingRecord() && (m_busy || (!accepted && !value.isNull())))
        m_recordRefused = true;
    if (!accepted || m_recordRefused)
        return false;
    if (row < 0 || isSettingRecord())
        return QSqlTableModel::setData(index, *accepted, role);
    QSqlField field = m_table->columns.field(index.column());
    field.setValue(*accepted);
    QSqlRecord changed;
    changed.append(field);
    return requestUpdate(index.row(), changed);
}

bool MemoryTableModel::insertRows(int row, int count, const QModelIndex &parent)
{
    if (m_draft || m_busy)
        return false;
    // Before the base class announces the row: receivers ask for its id.
    m_draft = base::makeUuidV7();
    if (QSqlTableModel::insertRows(row, count, parent))
        return true;
    m_draft.reset();
    return false;
}

bool MemoryTableModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || count != 1 || row < 0 || row >= rowCount())
        return false;
    if (!m_draft)
        return deleteRowFromTable(row);
    if (snapshotRow(index(row, 0)) >= 0)
        return false;
    revertRow(row);
    return true;
}

void MemoryTableModel::revertRow(int row)
{
    QSqlTableModel::revertRow(row);
    if (m_draft && rowCount() == m_table->rows->rowCount()) {
        m_draft.reset();
        showHeld();
    }
}

void MemoryTableModel::clear()
{
    m_draft.reset();
    QSqlTableModel::clear();
}

bool MemoryTableModel::insertColumns(int, int, const QModelIndex &)
{
    return false;
}

bool MemoryTableModel::removeColumns(int, int, const QModelIndex &)
{
    return false;
}

bool MemoryTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_busy && hasMoreRows();
}

void MemoryTableModel::fetchMore(const QModelIndex &parent)
{
    // The base class calls this whenever it has run a SELECT, which is not a view's wish for more.
    if (m_busy)
        QSqlTableModel::fetchMore(parent);
    else if (canFetchMore(parent))
        requestMoreRows();
}

void MemoryTableModel::setEditStrategy(EditStrategy strategy)
{
    if (strategy != OnFieldChange)
        qCWarning(base::logModels) << "a table in memory is always edited OnFieldChange";
}

bool MemoryTableModel::select()
{
    if (m_draft || m_busy || isSettingRecord())
        return true; // selecting would drop the draft, or pull the rows from under a receiver of a signal
    const bool selected = showByReset(m_table->rows);
    showHeld();
    return selected;
}

bool MemoryTableModel::selectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    if (m_submitted)
        settleSubmission();
    else
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    return true;
}

bool MemoryTableModel::submit()
{
    bool done = !std::exchange(m_recordRefused, false);
    if (done && !m_busy) {
        const QScopedValueRollback busy(m_busy, true);
        done = QSqlTableModel::submit();
    }
    // A refused draft stays for correction; what setRecord() did to another row does not.
    if (!done && !m_draft)
        revertAll();
    showHeld();
    return done;
}

void MemoryTableModel::showSnapshot(std::shared_ptr<const MemorySnapshot> rows)
{
    Q_ASSERT(rows);
    m_held = std::move(rows);
    showHeld();
}

const MemorySnapshot &MemoryTableModel::snapshot() const
{
    return *m_table->rows;
}

int MemoryTableModel::snapshotRow(const QModelIndex &index) const
{
    if (!m_draft)
        return index.row();
    // The base class knows where its inserted row is at every moment of inserting and removing it.
    const QModelIndex queried = indexInQuery(index);
    return queried.isValid() ? queried.row() : -1;
}

QUuid MemoryTableModel::draftId() const
{
    return m_draft.value_or(QUuid());
}

QVariant MemoryTableModel::cellData(int row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: {
        // A typed null would be painted as the zero of its type.
        QVariant value = m_table->rows->value(row, column);
        return value.isNull() ? QVariant() : value;
    }
    case Qt::EditRole:
        return m_table->rows->value(row, column);
    case RowIdRole:
        return m_table->rows->rowId(row);
    case RowStampRole:
        return m_table->rows->rowStamp(row);
    default:
        return {};
    }
}

QString MemoryTableModel::columnTitle(int) const
{
    return {};
}

bool MemoryTableModel::hasMoreRows() const
{
    return false;
}

void MemoryTableModel::requestMoreRows() {}

bool MemoryTableModel::insertRowIntoTable(const QSqlRecord &values)
{
    QSqlRecord record = setFields(values);
    Q_EMIT beforeInsert(record);
    if (!queueInsert(record))
        return false;
    m_submitted = true;
    return true;
}

bool MemoryTableModel::updateRowInTable(int row, const QSqlRecord &values)
{
    if (!requestUpdate(row, setFields(values)))
        return false;
    m_submitted = true;
    return true;
}

bool MemoryTableModel::deleteRowFromTable(int row)
{
    Q_EMIT beforeDelete(row);
    return queueDelete(snapshotRow(index(row, 0)));
}

bool MemoryTableModel::requestUpdate(int row, const QSqlRecord &changed)
{
    QSqlRecord record = changed;
    Q_EMIT beforeUpdate(row, record);
    return queueUpdate(snapshotRow(index(row, 0)), record);
}

void MemoryTableModel::showHeld()
{
    if (m_busy || m_draft || isSettingRecord())
        return;
    const QScopedValueRollback busy(m_busy, true);
    while (m_held)
        show(std::exchange(m_held, nullptr));
}

void MemoryTableModel::show(std::shared_ptr<const MemorySnapshot> rows)
{
    const std::shared_ptr<const MemorySnapshot> before = m_table->rows;
    const QSqlQuery shown = query();
    if (!shown.isActive() || !haveSameRows(*before, *rows)) {
        showByReset(std::move(rows));
        return;
    }
    m_table->rows = rows;
    MemoryResult::exchangeRows(shown, std::move(rows));
    announceChanges(*before);
}

bool MemoryTableModel::showByReset(std::shared_ptr<const MemorySnapshot> rows)
{
    const QScopedValueRollback busy(m_busy, true);
    // Around the base class's own reset, so that receivers of modelAboutToBeReset still see the old rows.
    beginResetModel();
    m_table->rows = std::move(rows);
    const bool selected = QSqlTableModel::select();
    endResetModel();
    return selected;
}

void MemoryTableModel::announceChanges(const MemorySnapshot &before)
{
    const MemorySnapshot &after = *m_table->rows;
    const auto differs = [&](int row) { return before.rowStamp(row) != after.rowStamp(row); };
    for (int first = 0; first < after.rowCount(); ++first) {
        if (!differs(first))
            continue;
        int last = first;
        while (last + 1 < after.rowCount() && differs(last + 1))
            ++last;
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
        first = last;
    }
}

// The base class asks for the row that it has just submitted: the moment at which it allows another select().
void MemoryTableModel::settleSubmission()
{
    m_submitted = false;
    m_draft.reset();
    // By reset even where the rows are the same: only a new SELECT makes the base class forget its copy.
    showByReset(m_held ? std::exchange(m_held, nullptr) : m_table->rows);
}

// setRecord() pretends OnManualSubmit while it sets the fields one by one, and then calls submit().
bool MemoryTableModel::isSettingRecord() const
{
    return editStrategy() == OnManualSubmit;
}

QVariant MemoryTableModel::draftData(const QModelIndex &index, int role) const
{
    switch (role) {
    case RowIdRole:
        return *m_draft;
    case RowStampRole:
        return quint64(0);
    case Qt::DisplayRole: {
        QVariant value = QSqlTableModel::data(index, role);
        return value.isNull() ? QVariant() : value;
    }
    default:
        return QSqlTableModel::data(index, role);
    }
}

std::optional<QVariant> MemoryTableModel::acceptedValue(int column, const QVariant &value) const
{
    const QSqlField field = m_table->columns.field(column);
    const bool required = field.requiredStatus() == QSqlField::Required;
    if (value.isNull())
        return required ? std::nullopt : std::optional(QVariant(field.metaType()));
    QVariant typed = value;
    if (typed.metaType() != field.metaType() && !typed.convert(field.metaType()))
        return std::nullopt;
    return isValidOfItsType(typed) ? std::optional(typed) : std::nullopt;
}

} // namespace tusk::models
