// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/groupboxes.h"

#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionGroupBox>

namespace tusk::gui::groupboxes
{

namespace
{

constexpr int gap = metrics::gap;

int headingHeight(const QStyleOptionGroupBox &option, const Theme &theme)
{
    const bool checkable = option.subControls.testFlag(QStyle::SC_GroupBoxCheckBox);
    if (option.text.isEmpty() && !checkable)
        return 0;
    const int text = QFontMetrics(theme.type().rowStrong).height();
    return checkable ? qMax(text, theme.checkCircle()) : text;
}

} // namespace

void draw(const QStyleOptionGroupBox &option, QPainter &painter, const Theme &theme)
{
    painter.save();
    painter.setFont(theme.type().rowStrong);
    painter.setPen(shapes::isEnabled(option) ? theme.colors().text : theme.colors().faint);
    painter.drawText(part(option, QStyle::SC_GroupBoxLabel, theme),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic | Qt::TextSingleLine,
                     option.text);
    painter.restore();
}

QRect part(const QStyleOptionGroupBox &option, QStyle::SubControl part, const Theme &theme)
{
    const QRect &all = option.rect;
    const int height = headingHeight(option, theme);
    const bool checkable = option.subControls.testFlag(QStyle::SC_GroupBoxCheckBox);
    const int check = theme.checkCircle();
    QRect result = all;
    switch (part) {
    case QStyle::SC_GroupBoxCheckBox:
        result = QRect(all.left(), all.top() + (height - check) / 2, check, check);
        break;
    case QStyle::SC_GroupBoxLabel:
        result = QRect(all.left(), all.top(), all.width(), height);
        if (checkable)
            result.adjust(check + gap, 0, 0, 0);
        break;
    case QStyle::SC_GroupBoxContents:
        result = all.adjusted(0, height > 0 ? height + gap : 0, 0, 0);
        break;
    default:
        break;
    }
    return QStyle::visualRect(option.direction, all, result);
}

} // namespace tusk::gui::groupboxes
