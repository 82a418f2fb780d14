// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "accessibility/accessible.h"

namespace tusk::tests
{

// Follows the focus of the desktop as a screen reader does: the way to pop-ups, which are in no window's
// tree.
class FocusWatch final
{
public:
    FocusWatch();
    ~FocusWatch();
    Q_DISABLE_COPY_MOVE(FocusWatch)

    // What got the focus last; null before the first time and after forget().
    [[nodiscard]] Accessible focused() const { return m_focused; }
    void forget() { m_focused = {}; }

private:
    static void onEvent(AtspiEvent *event, void *self);

    AtspiEventListener *m_listener;
    Accessible m_focused;
};

} // namespace tusk::tests
