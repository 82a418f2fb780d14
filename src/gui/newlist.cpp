// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/newlist.h"

#include "base/uuidv7.h"
#include "domain/position.h"
#include "domain/todorules.h"
#include "gui/theme/colors.h"
#include "models/workspace.h"

namespace tusk::gui
{

base::Result<domain::TodoList> newListNamed(const QString &typed, const models::Workspace &workspace)
{
    const QList<domain::TodoList> others = workspace.lists();
    domain::TodoList list;
    list.id = domain::ListId(base::makeUuidV7());
    const base::Result<QString> name = domain::checkedListName(typed, list.id, others);
    if (!name)
        return name.error();
    list.name = *name;
    list.position =
        domain::positionAtEnd(workspace.now(), others.isEmpty() ? QByteArray() : others.last().position);
    list.color = newListColor(others.size()).name();
    return list;
}

} // namespace tusk::gui
