// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/moment.h"
#include "domain/todofilter.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QUuid>

namespace tusk::models
{

// By what the todos of a place are parted under headers.
enum class Grouping { None, OverdueOrToday, DueDay, CompletionDay };

[[nodiscard]] Grouping groupingOf(const domain::TodoFilter &place);

// What a header stands for. A value; the day is the same for every todo of the group.
struct TodoGroup {
    enum class Kind { Overdue, Today, Due, Completed };

    Kind kind = Kind::Today;
    QDate day; // invalid for Overdue

    bool operator==(const TodoGroup &) const = default;

    // Never changes for a group, whatever it holds: for settings.
    [[nodiscard]] QString key() const;
    [[nodiscard]] QUuid id() const;
    // "Overdue", "Today · Friday 20 November", "Sunday 22 November".
    [[nodiscard]] QString title(QDate today) const;
};

// The group of a todo that is due then. Of now only the day counts where there is no time.
[[nodiscard]] TodoGroup groupByDue(Grouping grouping, const domain::When &due, const base::Moment &now);
// The group of a todo that was completed, by the day of the desktop; startOfDay as in base::dayOf().
[[nodiscard]] TodoGroup groupByCompletion(const QDateTime &completedAt, int startOfDay);

} // namespace tusk::models
