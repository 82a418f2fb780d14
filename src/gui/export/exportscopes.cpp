// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/export/exportscopes.h"

#include "gui/sidebar/placemodel.h"
#include "models/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace tusk::gui
{

using domain::TodoFilter;
using exporter::ExportSelection;
using Place = TodoFilter::Place;

namespace
{

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(ExportScopes)

public:
    static QString everything() { return tr("All todos"); }
    static QString shown(const QString &place) { return tr("What is shown: %1").arg(place); }
    static QString search(const QString &typed) { return tr("the search for “%1”").arg(typed); }
    static QString list(const QString &name) { return tr("The list “%1”").arg(name); }
};

template <class Entry, class Id>
QString nameOf(const QList<Entry> &entries, Id id)
{
    const auto found = std::ranges::find(entries, id, &Entry::id);
    return found == entries.cend() ? QString() : found->name;
}

QString titleOf(const TodoFilter &place, const models::Workspace &workspace)
{
    switch (place.place) {
    case Place::List:
        return nameOf(workspace.lists(), place.list);
    case Place::Tag:
        return nameOf(workspace.tags(), place.tag);
    case Place::Search:
        return Words::search(place.search);
    default:
        return PlaceModel::title(place.place);
    }
}

ExportScope shownScope(const TodoFilter &shown, const models::Workspace &workspace)
{
    const QString title = titleOf(shown, workspace);
    ExportSelection selection;
    selection.what = ExportSelection::What::Place;
    selection.place = shown;
    selection.today = workspace.day();
    return {Words::shown(title), title, selection, false};
}

ExportScope listScope(const QString &name, std::optional<domain::ListId> list)
{
    ExportSelection selection;
    selection.what = ExportSelection::What::Lists;
    if (list)
        selection.lists.append(*list);
    selection.withInbox = !list;
    return {list ? Words::list(name) : name, name, selection};
}

} // namespace

QList<ExportScope> exportScopes(const models::Workspace &workspace, const TodoFilter &shown)
{
    QList<ExportScope> scopes{{Words::everything(), {}, {}},
                              shownScope(shown, workspace),
                              listScope(PlaceModel::title(Place::Inbox), std::nullopt)};
    for (const domain::TodoList &list : workspace.lists())
        scopes.append(listScope(list.name, list.id));
    return scopes;
}

} // namespace tusk::gui
