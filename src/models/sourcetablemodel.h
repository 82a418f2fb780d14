// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

class QAbstractItemModel;
class QSqlTableModel;

namespace tusk::models
{

// The QSqlTableModel at the end of the proxies that a view shows, or null where the end is another kind of
// model. For the test that walks from every view of todos to its source.
[[nodiscard]] QSqlTableModel *sourceTableModel(QAbstractItemModel *model);

} // namespace tusk::models
