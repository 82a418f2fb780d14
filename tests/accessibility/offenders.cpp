// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "accessibility/offenders.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

// What somebody can do something with, and therefore has to know by name.
bool canBeUsed(const Accessible &node)
{
    static constexpr AtspiRole roles[] = {
        ATSPI_ROLE_PUSH_BUTTON,  ATSPI_ROLE_TOGGLE_BUTTON, ATSPI_ROLE_CHECK_BOX,  ATSPI_ROLE_RADIO_BUTTON,
        ATSPI_ROLE_TEXT,         ATSPI_ROLE_ENTRY,         ATSPI_ROLE_LIST,       ATSPI_ROLE_LIST_ITEM,
        ATSPI_ROLE_COMBO_BOX,    ATSPI_ROLE_SPIN_BUTTON,   ATSPI_ROLE_MENU_ITEM,  ATSPI_ROLE_CHECK_MENU_ITEM,
        ATSPI_ROLE_HEADING,      ATSPI_ROLE_FRAME,         ATSPI_ROLE_TABLE_CELL, ATSPI_ROLE_TREE_ITEM,
        ATSPI_ROLE_PROGRESS_BAR,
    };
    return std::ranges::find(roles, node.role()) != std::end(roles) || node.is(ATSPI_STATE_FOCUSABLE);
}

// Roles that tell nothing of what can be done with it.
bool hasIdleRole(const Accessible &node)
{
    static constexpr AtspiRole roles[] = {
        ATSPI_ROLE_FILLER, ATSPI_ROLE_UNKNOWN, ATSPI_ROLE_INVALID, ATSPI_ROLE_PANEL, ATSPI_ROLE_LAYERED_PANE,
    };
    return std::ranges::find(roles, node.role()) != std::end(roles);
}

QString pathOf(const Accessible &node)
{
    QStringList path;
    for (Accessible at = node; !at.isNull() && at.role() != ATSPI_ROLE_APPLICATION; at = at.parent())
        path.prepend(at.roleName() + (at.name().isEmpty() ? QString() : " \""_L1 + at.name() + u'"'));
    return path.join(" > "_L1);
}

// What it says of itself besides: whether the keyboard comes to it. (Whether it can be ticked Qt 6.4 tells
// nobody.)
QString stateLacking(const Accessible &node)
{
    static constexpr AtspiRole roles[] = {ATSPI_ROLE_CHECK_BOX, ATSPI_ROLE_RADIO_BUTTON, ATSPI_ROLE_COMBO_BOX,
                                          ATSPI_ROLE_SPIN_BUTTON};
    const bool takesKeys = std::ranges::find(roles, node.role()) != std::end(roles);
    if (takesKeys && node.is(ATSPI_STATE_ENABLED) && !node.is(ATSPI_STATE_FOCUSABLE))
        return u"cannot have the focus"_s;
    // Its name is what is chosen: for what, only a label says.
    if (node.role() == ATSPI_ROLE_COMBO_BOX && node.labels().join(QString()).trimmed().isEmpty())
        return u"does not say what is chosen by it"_s;
    return {};
}

} // namespace

QByteArray offendersIn(const Accessible &frame, int atLeast)
{
    QStringList lines;
    const QList<Accessible> nodes = frame.allShowing(canBeUsed);
    for (const Accessible &node : nodes) {
        if (node.name().trimmed().isEmpty())
            lines += "has no name: "_L1 + pathOf(node);
        if (hasIdleRole(node))
            lines += "has no role that says what it does: "_L1 + pathOf(node);
        if (const QString lacking = stateLacking(node); !lacking.isEmpty())
            lines += lacking + ": "_L1 + pathOf(node);
    }
    if (nodes.size() < atLeast)
        lines += u"too little was seen: %1 nodes"_s.arg(nodes.size());
    return lines.join(u'\n').toUtf8();
}

Accessible popUpOf(const Accessible &focused)
{
    Accessible at = focused;
    while (!at.isNull() && at.parent().role() != ATSPI_ROLE_APPLICATION)
        at = at.parent();
    return at;
}

} // namespace tusk::tests
