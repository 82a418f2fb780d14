// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/accessiblepanels.h"

#include "gui/details/popup.h"
#include "gui/messagestrip.h"
#include "gui/overlay.h"

#include <QAccessibleWidget>

namespace tusk::gui
{

namespace
{

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (qobject_cast<PopUp *>(object) || qobject_cast<Overlay *>(object))
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Dialog);
    if (qobject_cast<MessageStrip *>(object))
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::AlertMessage);
    return nullptr;
}

} // namespace

void installAccessiblePanels()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace tusk::gui
