// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "accessibility/focuswatch.h"

#include "support/failure.h"

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr auto focusEvent = "object:state-changed:focused";

} // namespace

FocusWatch::FocusWatch()
    : m_listener(atspi_event_listener_new(onEvent, this, nullptr))
{
    if (!atspi_event_listener_register(m_listener, focusEvent, nullptr))
        giveUp(u"the registry of accessible programs does not answer"_s);
}

FocusWatch::~FocusWatch()
{
    atspi_event_listener_deregister(m_listener, focusEvent, nullptr);
    g_object_unref(m_listener);
}

void FocusWatch::onEvent(AtspiEvent *event, void *self)
{
    if (event->detail1 == 1)
        static_cast<FocusWatch *>(self)->m_focused =
            Accessible(static_cast<AtspiAccessible *>(g_object_ref(event->source)));
    g_boxed_free(ATSPI_TYPE_EVENT, event);
}

} // namespace tusk::tests
