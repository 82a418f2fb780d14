// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/defaultlist.h"

#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"
#include "models/workspace.h"

#include <algorithm>

namespace tusk::gui
{

std::optional<domain::ListId> defaultList(const Settings &settings, const models::Workspace &workspace)
{
    const std::optional<domain::DatabaseId> database = workspace.database();
    if (!database)
        return std::nullopt;
    const QString key = database->uuid().toString(QUuid::WithoutBraces);
    const domain::ListId id(QUuid(settings.value(settingkeys::defaultLists).value(key).toString()));
    const QList<domain::TodoList> lists = workspace.lists();
    const bool usable = std::ranges::any_of(
        lists, [id](const domain::TodoList &list) { return list.id == id && !list.archivedAt; });
    return usable ? std::optional(id) : std::nullopt;
}

void setDefaultList(Settings &settings, const models::Workspace &workspace,
                    std::optional<domain::ListId> list)
{
    const std::optional<domain::DatabaseId> database = workspace.database();
    if (!database)
        return;
    QJsonObject lists = settings.value(settingkeys::defaultLists);
    const QString key = database->uuid().toString(QUuid::WithoutBraces);
    if (list)
        lists.insert(key, list->uuid().toString(QUuid::WithoutBraces));
    else
        lists.remove(key);
    settings.set(settingkeys::defaultLists, lists);
}

} // namespace tusk::gui
