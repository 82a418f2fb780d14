// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// What the user does with lists and tags, wherever it is asked for: keys, menus, the palette, dragging.

#include "domain/actions.h"
#include "domain/position.h"
#include "gui/newlist.h"
#include "gui/sidebar/listmenu.h"
#include "gui/sidebar/nameline.h"
#include "gui/sidebar/placemodel.h"
#include "gui/sidebar/sectionheader.h"
#include "gui/sidebar/sidebar.h"
#include "gui/sidebar/sidebarsection.h"
#include "models/databaselink.h"
#include "models/listtablemodel.h"
#include "models/stablerowsproxy.h"
#include "models/tagtablemodel.h"
#include "models/workspace.h"

#include <QMenu>

#include <algorithm>

namespace tusk::gui
{

using Place = domain::TodoFilter::Place;

void Sidebar::askForList()
{
    m_listHeader->setFolded(false);
    m_newList->ask();
}

void Sidebar::createList(const QString &typed)
{
    models::Workspace &workspace = m_link.workspace();
    const base::Result<domain::TodoList> list = newListNamed(typed, workspace);
    if (!list) {
        Q_EMIT rejected(list.error());
        return;
    }
    m_newList->leave();
    workspace.perform(domain::createList(*list, workspace.now()));
    choose(domain::TodoFilter::inList(list->id));
}

void Sidebar::moveList(int row, int before)
{
    const auto listAt = [this](int at) {
        return m_listModel->listAt(m_listProxy->mapToSource(m_listProxy->index(at, 0)).row());
    };
    const auto moved = listAt(row);
    if (!moved)
        return;
    const auto above = before > 0 ? listAt(before - 1) : std::nullopt;
    const auto below = before < m_listProxy->rowCount() ? listAt(before) : std::nullopt;
    domain::TodoList after = *moved;
    after.position = domain::positionBetween(above ? above->position : QByteArray(),
                                             below ? below->position : QByteArray());
    models::Workspace &workspace = m_link.workspace();
    workspace.perform(domain::editList(*moved, after, workspace.now()));
}

void Sidebar::openMenu(SidebarSection *section, const QPoint &position)
{
    const QModelIndex index = section->indexAt(position);
    if (section == m_lists && !index.isValid())
        return openHeaderMenu(section->viewport()->mapToGlobal(position));
    if (!index.isValid() || section == m_places)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_menu, &ListMenu::renameAsked, menu, [section, index] { section->edit(index); });
    if (section == m_lists) {
        if (const auto list = m_listModel->listAt(m_listProxy->mapToSource(index).row()))
            m_menu->fill(*menu, *list);
        menu->addSeparator();
        addArchivedToggle(*menu);
    } else if (const auto tag = m_tagModel->tagAt(m_tagProxy->mapToSource(index).row())) {
        m_menu->fill(*menu, *tag);
    }
    menu->popup(section->viewport()->mapToGlobal(position));
}

void Sidebar::openHeaderMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    showKey(*menu->addAction(tr("New list"), this, &Sidebar::askForList), ActionId::NewList, m_menu->keys());
    addArchivedToggle(*menu);
    menu->popup(globalPosition);
}

// ---------------------------------------------------------------------------------------------------------------
// The one that is shown

std::optional<domain::TodoList> Sidebar::chosenList() const
{
    if (m_isChosen && m_current.place == Place::List) {
        for (const domain::TodoList &list : m_link.workspace().lists()) {
            if (list.id == m_current.list)
                return list;
        }
    }
    return std::nullopt;
}

std::optional<domain::Tag> Sidebar::chosenTag() const
{
    if (m_isChosen && m_current.place == Place::Tag) {
        for (const domain::Tag &tag : m_link.workspace().tags()) {
            if (tag.id == m_current.tag)
                return tag;
        }
    }
    return std::nullopt;
}

void Sidebar::renameChosen()
{
    SidebarSection *section = m_current.place == Place::List ? m_lists : m_tags;
    if (!section->currentIndex().isValid())
        return;
    (section == m_lists ? m_listHeader : m_tagHeader)->setFolded(false);
    section->setFocus(Qt::ShortcutFocusReason);
    section->scrollTo(section->currentIndex()); // the area may have been scrolled since
    section->edit(section->currentIndex());
}

void Sidebar::moveChosen(int step)
{
    const int row = m_lists->currentIndex().row();
    const int target = row + step;
    if (chosenList() && row >= 0 && target >= 0 && target < m_listProxy->rowCount())
        moveList(row, step < 0 ? target : target + 1);
}

void Sidebar::archiveChosen()
{
    if (const std::optional<domain::TodoList> list = chosenList())
        m_menu->setArchived(*list, !list->archivedAt);
}

void Sidebar::removeChosen()
{
    if (const std::optional<domain::TodoList> list = chosenList())
        m_menu->askToDelete(*list);
    else if (const std::optional<domain::Tag> tag = chosenTag())
        m_menu->remove(*tag);
}

void Sidebar::setColor(const domain::TodoList &list, const QString &color)
{
    m_menu->setColor(list, color);
}

QList<QWidget *> Sidebar::entries() const
{
    return {m_lists, m_tags};
}

// ---------------------------------------------------------------------------------------------------------------
// Archived lists

bool Sidebar::showsArchived() const
{
    return m_listModel->showsArchived();
}

void Sidebar::setShowsArchived(bool shows)
{
    if (shows == showsArchived())
        return;
    m_listModel->setShowsArchived(shows);
    leaveDeletedPlace();
    Q_EMIT showsArchivedChanged();
}

void Sidebar::addArchivedToggle(QMenu &menu)
{
    QAction *archived = menu.addAction(tr("Show archived lists"));
    showKey(*archived, ActionId::ShowArchivedLists, m_menu->keys());
    archived->setCheckable(true);
    archived->setChecked(showsArchived());
    connect(archived, &QAction::toggled, this, &Sidebar::setShowsArchived);
}

// Whoever goes to an archived list shall see where he is.
void Sidebar::reveal(const domain::TodoFilter &place)
{
    if (place.place != Place::List)
        return;
    const QList<domain::TodoList> lists = m_link.workspace().lists();
    const auto list = std::ranges::find(lists, place.list, &domain::TodoList::id);
    if (list != lists.end() && list->archivedAt)
        setShowsArchived(true);
}

} // namespace tusk::gui
