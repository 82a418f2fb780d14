// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// What the page says of the place that it shows.

#include "gui/list/emptystate.h"
#include "gui/list/listheading.h"
#include "gui/list/orderchoice.h"
#include "gui/list/placesummary.h"
#include "gui/list/quickaddline.h"
#include "gui/list/rowcontext.h"
#include "gui/list/todoadder.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "models/stablerowsproxy.h"
#include "models/todotablemodel.h"

#include <QLayout>

namespace tusk::gui
{

using Place = domain::TodoFilter::Place;

void TodoListPage::showContext()
{
    RowContext context{m_model->shownPlace(), m_workspace.moment(), {}, {}};
    for (const domain::TodoList &list : m_workspace.lists())
        context.lists.insert(list.id, list);
    for (const domain::Tag &tag : m_workspace.tags())
        context.tags.insert(tag.id, tag);
    m_view->setContext(context);
    m_view->setReorderable(models::isOrderedByHand(context.place));
}

// The list or the tag that is shown may be called otherwise by now, here or on another device.
void TodoListPage::showNames()
{
    const domain::TodoFilter &place = m_model->place();
    for (const domain::TodoList &list : m_workspace.lists()) {
        if (place.place == Place::List && list.id == place.list)
            m_placeTitle = list.name;
    }
    for (const domain::Tag &tag : m_workspace.tags()) {
        if (place.place == Place::Tag && tag.id == place.tag)
            m_placeTitle = tag.name;
    }
    showContext();
    showHeading();
}

void TodoListPage::showHeading()
{
    m_heading->setTitle(isSearching() ? tr("Search") : m_placeTitle);
    m_heading->setSummary(
        placeSummary(*m_model, *m_groups, m_workspace, static_cast<int>(m_view->selectedRows().size())));
    m_order->show();
}

// What is typed in it stays, for the next place where it is seen.
void TodoListPage::showQuickAdd()
{
    m_quickAdd->setVisible(TodoAdder::makesSenseIn(m_model->place()));
}

void TodoListPage::showEmptyState()
{
    showHeading();
    const domain::TodoFilter &place = m_model->place();
    const bool empty = m_rows->rowCount() == 0 && !m_model->isLoading();
    if (!empty && m_rows->rowCount() > 0 && m_shownPlace == place && !m_used.contains(place))
        m_used.append(place);
    if (empty)
        m_empty->showFor(place, emptyKind());
    m_view->setReachable(!empty && m_rows->rowCount() > 0);
    m_view->haveCurrentRow();
    const bool welcomes = m_welcome && !isSearching();
    m_empty->setVisible(empty && !welcomes);
    if (m_welcome)
        m_welcome->setVisible(empty && welcomes);
}

EmptyState::Kind TodoListPage::emptyKind() const
{
    using enum EmptyState::Kind;
    if (m_model->isUnread()) {
        const bool isAway =
            m_whyUnread == base::ErrorKind::NoConnection || m_whyUnread == base::ErrorKind::ConnectionLost;
        return isAway ? Offline : NotRead;
    }
    if (isSearching())
        return m_workspace.findsSubstrings() ? NothingMatches : NoWordBegins;
    // A list that has just been made is not done.
    const domain::TodoFilter &place = m_model->place();
    const bool ownTodos = place.place == Place::List || place.place == Place::Tag;
    const bool anyDone = m_workspace.counts().completed > 0 && place.place != Place::Trash &&
                         (!ownTodos || m_used.contains(place));
    return anyDone ? AllDone : NothingYet;
}

void TodoListPage::showWelcome(QWidget *welcome)
{
    if (m_welcome) {
        m_welcome->hide();
        m_welcome->deleteLater(); // it may be what was just clicked
    }
    m_welcome = welcome;
    if (welcome)
        m_view->layout()->addWidget(welcome);
    showEmptyState();
}

} // namespace tusk::gui
