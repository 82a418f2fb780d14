// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/placesummary.h"

#include "gui/list/rowsof.h"
#include "models/workspace.h"

#include <QCoreApplication>
#include <QLocale>

namespace tusk::gui
{

namespace
{

using models::GroupedTodosModel;
using models::TodoTableModel;
using Place = domain::TodoFilter::Place;

constexpr qint64 mostMatches = 500;

// The words of the place, with their plurals.
class SummaryWords final
{
    Q_DECLARE_TR_FUNCTIONS(PlaceSummary)

public:
    static QString found(qint64 amount)
    {
        return amount > mostMatches ? tr("%1+ found").arg(mostMatches)
                                    : tr("%Ln found", nullptr, static_cast<int>(amount));
    }
    static QString found(qint64 amount, bool findsSubstrings)
    {
        //: Where a search cannot find pieces of words: 3 found, beginnings of words only
        return findsSubstrings ? found(amount) : tr("%1, beginnings of words only").arg(found(amount));
    }
    static QString selected(int selected) { return tr("%Ln selected", nullptr, selected); }
    static QString selected(int selected, const QString &amount)
    {
        //: How many are selected of how many there are: 5 of 7 selected
        return tr("%Ln of %1 selected", nullptr, selected).arg(amount);
    }
    //: Only what was added just now is shown of a place
    static QString notRead() { return tr("the rest appears with the connection"); }
    static QString completed(int amount) { return tr("%Ln completed", nullptr, amount); }
    static QString deleted(int amount)
    {
        //: What the Trash holds, and how long: 3 deleted, kept for 30 days
        return tr("%1, kept for 30 days").arg(tr("%Ln deleted", nullptr, amount));
    }
    static QString open(int amount) { return tr("%Ln open", nullptr, amount); }
    static QString open(int amount, int overdue)
    {
        //: What is open, and how much of it is overdue: 7 open, 2 overdue
        return tr("%1, %2").arg(open(amount), tr("%Ln overdue", nullptr, overdue));
    }
    static QString openOfMore(int amount, int overdue)
    {
        //: As before, where more may be overdue than have been read: 700 open, 200+ overdue
        return tr("%1, %2").arg(open(amount), tr("%1+ overdue").arg(QLocale().toString(overdue)));
    }
};

// Invalid: nothing is.
QModelIndex overdueHeader(const TodoTableModel &todos, const GroupedTodosModel &groups)
{
    if (todos.shownPlace().place != Place::Today || groups.rowCount() == 0)
        return {};
    const QModelIndex first = groups.index(0, TodoTableModel::Title);
    const bool isOverdue = isHeader(first) && first.data(GroupedTodosModel::GroupKindRole).toInt() ==
                                                  static_cast<int>(models::TodoGroup::Kind::Overdue);
    return isOverdue ? first : QModelIndex();
}

QString selectionSummary(const TodoTableModel &todos, const domain::PlaceCounts &counts, int selected)
{
    const bool isSearch = todos.place().place == Place::Search;
    const qint64 amount = isSearch ? todos.matches() : counts.of(todos.place());
    if (amount <= selected)
        return SummaryWords::selected(selected);
    return SummaryWords::selected(selected, isSearch && amount > mostMatches
                                                ? QString::number(mostMatches) + u'+'
                                                : QLocale().toString(amount));
}

} // namespace

QString placeSummary(const TodoTableModel &todos, const GroupedTodosModel &groups,
                     const models::Workspace &workspace, int selected)
{
    const domain::TodoFilter &place = todos.place();
    const domain::PlaceCounts counts = workspace.counts();
    if (selected > 1)
        return selectionSummary(todos, counts, selected);
    if (todos.isUnread() && todos.rowCount() > 0)
        return SummaryWords::notRead();
    if (place.place == Place::Search)
        return todos.matches() > 0 ? SummaryWords::found(todos.matches(), workspace.findsSubstrings())
                                   : QString();
    const auto amount = static_cast<int>(counts.of(place));
    if (amount <= 0)
        return {};
    if (place.place == Place::Completed)
        return SummaryWords::completed(amount);
    if (place.place == Place::Trash)
        return SummaryWords::deleted(amount);
    const QModelIndex header = overdueHeader(todos, groups);
    const int overdue = header.data(GroupedTodosModel::GroupCountRole).toInt();
    if (header.data(GroupedTodosModel::PartialRole).toBool())
        return SummaryWords::openOfMore(amount, overdue);
    return overdue > 0 ? SummaryWords::open(amount, overdue) : SummaryWords::open(amount);
}

} // namespace tusk::gui
