// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/accessiblepanels.h"

#include "gui/details/popup.h"
#include "gui/overlay.h"

#include <QAccessibleWidget>

namespace tusk::gui
{

namespace
{

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    const bool isPanel = qobject_cast<PopUp *>(object) || qobject_cast<Overlay *>(object);
    return isPanel ? new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Dialog) : nullptr;
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
