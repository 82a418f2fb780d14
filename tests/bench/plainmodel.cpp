// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "plainmodel.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

namespace tusk::bench
{

PlainModel::PlainModel(const base::ConnectionSettings &settings)
    : m_name(QUuid::createUuid().toString())
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
    database.setHostName(settings.host);
    database.setPort(settings.port);
    database.setDatabaseName(settings.database);
    database.setUserName(settings.user);
    database.setPassword(settings.password);
    if (!database.open())
        qFatal("the plain model cannot connect: %s", qPrintable(database.lastError().text()));
    m_model = std::make_unique<QSqlTableModel>(nullptr, database);
}

PlainModel::~PlainModel()
{
    m_model.reset();
    QSqlDatabase::removeDatabase(m_name);
}

void PlainModel::open(const QString &condition, int rows)
{
    m_model->setTable(QStringLiteral("tusk.todo"));
    m_model->setFilter(condition + QStringLiteral(" ORDER BY position, id LIMIT %1").arg(rows));
    m_model->setEditStrategy(QSqlTableModel::OnFieldChange);
    if (!m_model->select())
        qFatal("the plain model cannot select: %s", qPrintable(m_model->lastError().text()));
    while (m_model->canFetchMore())
        m_model->fetchMore();
}

void PlainModel::show(const QString &condition, int rows)
{
    m_model->setFilter(condition + QStringLiteral(" ORDER BY position, id LIMIT %1").arg(rows)); // selects
    while (m_model->canFetchMore())
        m_model->fetchMore();
}

void PlainModel::select()
{
    m_model->select();
}

void PlainModel::edit(int row, const QString &title)
{
    m_model->setData(m_model->index(row, m_model->fieldIndex(QStringLiteral("title"))), title);
}

} // namespace tusk::bench
