// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/actions/actioninfo.h"

#include <functional>

class QAction;

namespace tusk::gui
{

// The first key of an action, as it is bound at the moment. Empty: none. Not set where there are no actions.
using KeyOf = std::function<QKeySequence(ActionId)>;

// The entry of a menu shows the key of the action that does the same. Pressed it runs that action alone,
// where it is active: Qt looks for keys of entries where their menu hangs, and these hang nowhere.
void showKey(QAction &entry, ActionId id, const KeyOf &keyOf);

} // namespace tusk::gui
