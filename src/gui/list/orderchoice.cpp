// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/orderchoice.h"

#include "gui/list/listheading.h"
#include "gui/list/sortmenu.h"
#include "gui/list/sortwords.h"
#include "models/rowmoves.h"
#include "models/todotablemodel.h"
#include "models/workspace.h"

#include <QToolButton>

namespace tusk::gui
{

using domain::Sorting;
using Place = domain::TodoFilter::Place;

OrderChoice::OrderChoice(const models::Workspace &workspace, const models::TodoTableModel &todos,
                         ListHeading &heading, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_todos(todos)
    , m_heading(heading)
    , m_menu(new SortMenu(&heading))
{
    m_heading.sortButton().setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, [this] { m_menu->showFor(m_todos.place()); });
    connect(m_menu, &SortMenu::chosen, this, &OrderChoice::choose);
}

domain::TodoFilter OrderChoice::remembered(const domain::TodoFilter &place) const
{
    return place.sorted(m_memory ? m_memory(place) : Sorting());
}

void OrderChoice::choose(Sorting sorting)
{
    const domain::TodoFilter place = m_todos.place();
    if (place.place == Place::Search || sorting == place.sorting)
        return;
    Q_EMIT chosen(place.sorted(sorting));
    if (sorting.by == Sorting::By::Title && !m_workspace.ordersTitlesByLanguage())
        Q_EMIT noticed(
            tr("This database server knows no languages: it sorts titles by simpler rules, accents and "
               "capitals apart."));
}

void OrderChoice::show()
{
    const domain::TodoFilter &place = m_todos.place();
    m_heading.setOrder(place.place == Place::Search ? QString() : orderText(place),
                       place.sorting == Sorting());
}

bool OrderChoice::forbidsMoves()
{
    const domain::TodoFilter &place = m_todos.shownPlace();
    if (models::isOrderedByHand(place))
        return false;
    const QString sentence = whyNotByHand(place.sorting.by);
    if (place.sorting.by == Sorting::By::Place)
        Q_EMIT noticed(sentence);
    else
        Q_EMIT explained(sentence, sortByPlaceText(place.place));
    return true;
}

} // namespace tusk::gui
