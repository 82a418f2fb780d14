// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace tusk::tests
{

// Goes on with Tab from where the focus is until it is there again, then round the other way with Shift+Tab.
// What a screen reader says of each stop, in the order of Tab.
//
// A warning, which fails the test: the way does not lead back to where it began, or comes by a stop twice
// before; a stop has no name, is not to be seen, or does not show that it has the focus; the way back is
// another one.
[[nodiscard]] QStringList walkRoundByTab();

} // namespace tusk::tests
