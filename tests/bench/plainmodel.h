// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

#include <QSqlTableModel>

#include <memory>

namespace tusk::bench
{

// What Qt offers as it comes: a QSqlTableModel over QPSQL on the GUI thread.
class PlainModel final
{
public:
    explicit PlainModel(const base::ConnectionSettings &settings); // connects
    ~PlainModel();
    Q_DISABLE_COPY_MOVE(PlainModel)

    // setTable() and the first select()
    void open(const QString &condition = QStringLiteral("completed_at IS NULL"), int rows = 1'000);
    void show(const QString &condition, int rows = 1'000); // after open()
    void select();
    void edit(int row, const QString &title);
    [[nodiscard]] QSqlTableModel &model() { return *m_model; }

private:
    QString m_name;
    std::unique_ptr<QSqlTableModel> m_model;
};

} // namespace tusk::bench
