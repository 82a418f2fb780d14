// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "accessibility/accessible.h"

#include <QByteArray>

namespace tusk::tests
{

// One line for each node below this one that a screen reader could not make sense of: what can be used and
// has no name, no role that says what it does, or not the state that goes with its role. Empty where there is
// none.
[[nodiscard]] QByteArray offendersIn(const Accessible &frame, int atLeast = 20);

// The pop-up that has the focus: it is no child of the window.
[[nodiscard]] Accessible popUpOf(const Accessible &focused);

} // namespace tusk::tests
