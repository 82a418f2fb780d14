// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/sourcetablemodel.h"

#include <QAbstractProxyModel>
#include <QSqlTableModel>

namespace tusk::models
{

QSqlTableModel *sourceTableModel(QAbstractItemModel *model)
{
    while (auto *proxy = qobject_cast<QAbstractProxyModel *>(model))
        model = proxy->sourceModel();
    return qobject_cast<QSqlTableModel *>(model);
}

} // namespace tusk::models
