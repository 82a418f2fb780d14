// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/valuebutton.h"

#include "gui/plaintext.h"
#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace tusk::gui
{

namespace
{

constexpr int buttonPadding = metrics::textInset;
constexpr int markGap = metrics::gap;

QColor inkColor(const Colors &colors, Ink ink)
{
    switch (ink) {
    case Ink::Text:
        return colors.text;
    case Ink::Secondary:
        return colors.secondary;
    case Ink::Faint:
        return colors.faint;
    case Ink::Accent:
        return colors.accent;
    case Ink::OnAccent:
        return colors.onAccent;
    case Ink::Red:
        return colors.red;
    case Ink::Amber:
        return colors.amber;
    case Ink::Green:
        return colors.green;
    case Ink::Blue:
        return colors.blue;
    }
    return colors.text;
}

int markWidth(ValueButton::Mark mark)
{
    if (mark == ValueButton::Mark::None)
        return 0;
    return (mark == ValueButton::Mark::Dot ? metrics::dot : metrics::smallIcon) + markGap;
}

} // namespace

ValueButton::ValueButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void ValueButton::setName(const QString &name)
{
    m_name = name;
    sayName();
}

void ValueButton::setValue(const Value &value)
{
    if (m_value == value)
        return;
    m_value = value;
    setPlainText(*this, value.text);
    sayName();
    updateGeometry();
    update();
}

void ValueButton::setOpen(bool open)
{
    m_open = open;
    update();
}

void ValueButton::sayName()
{
    //: The name of a field and its value, for screen readers
    setAccessibleName(tr("%1: %2").arg(m_name, m_value.text));
}

QSize ValueButton::sizeHint() const
{
    const int text = fontMetrics().horizontalAdvance(m_value.text);
    return {2 * buttonPadding + markWidth(m_value.mark) + text,
            Theme::of(this).controlHeight() - metrics::grid};
}

QSize ValueButton::minimumSizeHint() const
{
    return {2 * buttonPadding + markWidth(m_value.mark) + fontMetrics().averageCharWidth() * 4,
            sizeHint().height()};
}

void ValueButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(this);
    if (isEnabled() && (underMouse() || m_open))
        shapes::drawRounded(painter, rect(), metrics::controlRadius, theme.colors().hover);
    const QRect inside = rect().adjusted(buttonPadding, 0, -buttonPadding, 0);
    const int side = markWidth(m_value.mark) - markGap;
    if (side > 0) {
        const QRect mark(inside.left(), inside.center().y() - side / 2 + (side % 2 == 0 ? 1 : 0), side, side);
        paintMark(painter, style()->visualRect(layoutDirection(), rect(), mark));
    }
    const QRect text =
        style()->visualRect(layoutDirection(), rect(), inside.adjusted(markWidth(m_value.mark), 0, 0, 0));
    painter.setPen(inkColor(theme.colors(), m_value.ink));
    drawFromLeadingEdge(painter, text, m_value.text, layoutDirection());
}

void ValueButton::paintMark(QPainter &painter, const QRectF &rect) const
{
    const Theme theme = Theme::of(this);
    switch (m_value.mark) {
    case Mark::None:
        break;
    case Mark::Dot:
        shapes::drawRounded(painter, rect, rect.height() / 2, theme.listColor(m_value.color));
        break;
    case Mark::Ring: {
        const QColor color = theme.priorityColor(m_value.priority);
        QColor fill = color;
        fill.setAlphaF(0.16F);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(m_value.priority > 0 ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter.drawEllipse(rect.adjusted(0.75, 0.75, -0.75, -0.75));
        break;
    }
    case Mark::Icon:
        paintIcon(painter, m_value.icon, rect, inkColor(theme.colors(), Ink::Secondary));
        break;
    }
}

void ValueButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ValueButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ValueButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void ValueButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace tusk::gui
