// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/previewmodel.h"

#include <QLocale>

namespace tusk::gui
{

namespace
{

QString dayText(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime().date(), QLocale::ShortFormat);
}

QString timeText(const domain::Todo &todo)
{
    if (todo.deletedAt)
        return PreviewModel::tr("in the Trash");
    return todo.completedAt ? PreviewModel::tr("completed %1").arg(dayText(*todo.completedAt))
                            : PreviewModel::tr("added %1").arg(dayText(todo.createdAt));
}

QString repairsText(const QList<importer::Repair> &repairs)
{
    QStringList texts;
    for (const importer::Repair &repair : repairs) {
        const QString text = PreviewModel::tr("%1: %2").arg(repair.column, importer::outcomeFor(repair.kind));
        if (!texts.contains(text))
            texts.append(text);
    }
    return texts.join(QStringLiteral("; "));
}

} // namespace

void PreviewModel::setTodos(const QList<importer::PreviewTodo> &todos)
{
    if (todos.size() == m_todos.size()) {
        // The list stays where it was scrolled to.
        Q_EMIT layoutAboutToBeChanged();
        m_todos = todos;
        Q_EMIT layoutChanged();
        return;
    }
    beginResetModel();
    m_todos = todos;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_todos.size());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const importer::PreviewTodo &shown = m_todos.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.todo.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{shown.todo.title, timeText(shown.todo)};
        if (!shown.repairs.isEmpty())
            parts.append(repairsText(shown.repairs));
        return parts.join(QStringLiteral(", "));
    }
    case TodoRole:
        return QVariant::fromValue(shown.todo);
    case RepairsRole:
        return repairsText(shown.repairs);
    case TimeRole:
        return timeText(shown.todo);
    default:
        return {};
    }
}

} // namespace tusk::gui
