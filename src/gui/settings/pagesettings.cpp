// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/pagesettings.h"

#include "gui/details/detailspane.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/settings/defaultlist.h"
#include "gui/settings/firstday.h"
#include "gui/settings/lastplace.h"
#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"
#include "gui/settings/sortings.h"
#include "gui/sidebar/sidebar.h"
#include "models/databaselink.h"

namespace tusk::gui
{

namespace
{

constexpr int mostSelected = 100; // more are not worth a file

} // namespace

void restorePage(EnvironmentPage &page, Settings &settings)
{
    page.restoreLayout(settings.value(settingkeys::splitter));
    if (page.details().isHidden() == settings.value(settingkeys::detailsShown))
        page.toggleDetails();
    page.sidebar().setFolded(settings.value(settingkeys::foldedSections));
    page.todos().setFoldedGroups(settings.value(settingkeys::foldedGroups));
    QList<QUuid> selected;
    for (const QString &id : settings.value(settingkeys::selectedTodos))
        selected.append(QUuid(id));
    page.todos().restoreSelection(selected);
    page.todos().setDefaultList(
        [&settings, &page] { return defaultList(settings, page.link().workspace()); });
    const QString environment = page.link().name();
    page.todos().setSortings([&settings, environment](const domain::TodoFilter &place) {
        return sortingOf(settings, environment, place);
    });
    QObject::connect(&page.todos(), &TodoListPage::sorted, &page,
                     [&settings, environment](const domain::TodoFilter &place) {
                         setSortingOf(settings, environment, place);
                     });
    const auto showWeek = [&settings, &page] { page.details().setFirstDayOfWeek(firstDayOfWeek(settings)); };
    showWeek();
    QObject::connect(&settings, &Settings::changed, &page, showWeek);
    QObject::connect(&page.sidebar(), &Sidebar::placeChosen, &page,
                     [&settings](const domain::TodoFilter &place) { setLastPlace(settings, place); });
}

void rememberPage(const EnvironmentPage &page, Settings &settings)
{
    settings.set(settingkeys::splitter, page.saveLayout());
    settings.set(settingkeys::detailsShown, !page.details().isHidden());
    settings.set(settingkeys::foldedSections, page.sidebar().folded());
    settings.set(settingkeys::foldedGroups, page.todos().foldedGroups());
    QStringList selected;
    for (const domain::Todo &todo : page.todos().selectedTodos().mid(0, mostSelected))
        selected.append(todo.id.uuid().toString(QUuid::WithoutBraces));
    settings.set(settingkeys::selectedTodos, selected);
}

} // namespace tusk::gui
