// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/menukeys.h"

#include <QAction>

namespace tusk::gui
{

void showKey(QAction &entry, ActionId id, const KeyOf &keyOf)
{
    if (!keyOf)
        return;
    entry.setShortcutContext(Qt::WidgetShortcut);
    entry.setShortcutVisibleInContextMenu(true); // some desktops hide them there
    entry.setShortcut(keyOf(id));
}

} // namespace tusk::gui
