// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/popups.h"

#include "gui/theme/metrics.h"
#include "gui/theme/style/compositing.h"

#include <QMenu>
#include <QPainterPath>
#include <QStyleHintReturnMask>
#include <QStyleOption>

namespace tusk::gui::popups
{

namespace
{

bool isPopUp(const QWidget *widget)
{
    return qobject_cast<const QMenu *>(widget) || widget->inherits("QTipLabel") || isPopUpFrame(widget);
}

double popUpRadius(const QWidget *widget)
{
    return widget->inherits("QTipLabel") ? metrics::controlRadius : metrics::menuRadius;
}

} // namespace

bool isPopUpFrame(const QWidget *widget)
{
    return widget && widget->inherits("QComboBoxPrivateContainer");
}

void prepare(QWidget &widget)
{
    if (!isPopUp(&widget))
        return;
    widget.setWindowFlag(Qt::FramelessWindowHint);
    if (compositing::isOn())
        widget.setAttribute(Qt::WA_TranslucentBackground);
}

int mask(QStyle::StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result)
{
    auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(result);
    if (!mask)
        return 0;
    if (hint == QStyle::SH_FocusFrame_Mask) {
        const int ring = 2 * metrics::focusRing;
        mask->region = QRegion(option->rect) - option->rect.adjusted(ring, ring, -ring, -ring);
        return 1;
    }
    if (!widget || widget->testAttribute(Qt::WA_TranslucentBackground))
        return 0; // what is not painted is see-through
    QPainterPath path;
    path.addRoundedRect(option->rect, popUpRadius(widget), popUpRadius(widget));
    mask->region = QRegion(path.toFillPolygon().toPolygon());
    return 1;
}

} // namespace tusk::gui::popups
