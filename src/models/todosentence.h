// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/moment.h"
#include "domain/todo.h"
#include "domain/todolist.h"
#include "models/families.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace tusk::models
{

// A todo as one says it, for whoever does not see its row: "Water the tomatoes, due yesterday, list Garden,
// high priority, not completed".
[[nodiscard]] QString todoSentence(const domain::Todo &todo, const Family &family, bool pending,
                                   const base::Moment &now, const QList<domain::TodoList> &lists,
                                   const QList<domain::Tag> &tags);

// A list or a tag with what is open in it: "Garden, 3"; the name alone where there is nothing.
[[nodiscard]] QString spokenName(const QString &name, qint64 openCount);

} // namespace tusk::models
