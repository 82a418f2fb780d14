// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/pagesettings.h"

#include "gui/details/detailspane.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/settings/defaultlist.h"
#include "gui/settings/environmentmemory.h"
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

void restoreLayout(EnvironmentPage &page, const Settings &settings)
{
    page.restoreLayout(settings.value(settingkeys::splitter));
    if (page.wantsDetails() != settings.value(settingkeys::detailsShown))
        page.toggleDetails();
}

void rememberLayout(const EnvironmentPage &page, Settings &settings)
{
    settings.set(settingkeys::splitter, page.saveLayout());
    settings.set(settingkeys::detailsShown, page.wantsDetails());
}

void restorePage(EnvironmentPage &page, Settings &settings)
{
    const QUuid environment = page.link().environment();
    page.sidebar().setFolded(textsOf(settings, settingkeys::foldedSections, environment));
    page.sidebar().setShowsArchived(valueOf(settings, settingkeys::archivedLists, environment).toBool());
    page.todos().setFoldedGroups(textsOf(settings, settingkeys::foldedGroups, environment));
    QList<QUuid> selected;
    for (const QString &id : textsOf(settings, settingkeys::selectedTodos, environment))
        selected.append(QUuid(id));
    page.todos().restoreSelection(selected);
    page.todos().setDefaultList(
        [&settings, &page] { return defaultList(settings, page.link().workspace()); });
    page.todos().setSortings([&settings, environment](const domain::TodoFilter &place) {
        return sortingOf(settings, environment, place);
    });
    QObject::connect(&page.todos(), &TodoListPage::sorted, &page,
                     [&settings, environment](const domain::TodoFilter &place) {
                         setSortingOf(settings, environment, place);
                     });
    const auto showWeek = [&settings, &page] {
        page.details().setFirstDayOfWeek(firstDayOfWeek(settings));
        page.todos().setFirstDayOfWeek(firstDayOfWeek(settings));
    };
    showWeek();
    QObject::connect(&settings, &Settings::changed, &page, showWeek);
    QObject::connect(&page.sidebar(), &Sidebar::placeChosen, &page,
                     [&settings, environment](const domain::TodoFilter &place) {
                         setLastPlace(settings, environment, place);
                     });
}

void rememberPage(const EnvironmentPage &page, Settings &settings)
{
    const QUuid environment = page.link().environment();
    setTextsOf(settings, settingkeys::foldedSections, environment, page.sidebar().folded());
    setValueOf(settings, settingkeys::archivedLists, environment, page.sidebar().showsArchived());
    setTextsOf(settings, settingkeys::foldedGroups, environment, page.todos().foldedGroups());
    QStringList selected;
    for (const domain::Todo &todo : page.todos().selectedTodos().mid(0, mostSelected))
        selected.append(todo.id.uuid().toString(QUuid::WithoutBraces));
    setTextsOf(settings, settingkeys::selectedTodos, environment, selected);
}

} // namespace tusk::gui
