// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/popups.h"

#include "gui/theme/metrics.h"

#include <QMenu>
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
    widget.setAttribute(Qt::WA_TranslucentBackground);
}

int mask(QStyle::StyleHint hint, const QStyleOption *option, QStyleHintReturn *result)
{
    auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(result);
    if (hint != QStyle::SH_FocusFrame_Mask || !mask)
        return 0; // what is not painted is see-through
    const int ring = metrics::focusRing;
    mask->region = QRegion(option->rect);
    mask->region -= option->rect.adjusted(2 * ring, 2 * ring, -2 * ring, -2 * ring);
    return 1;
}

} // namespace tusk::gui::popups
