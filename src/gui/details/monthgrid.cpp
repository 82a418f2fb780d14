// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/monthgrid.h"

#include "domain/todorules.h"
#include "gui/details/accessiblemonth.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr int namesHeight = 24;

QDate firstOfMonth(QDate date)
{
    return {date.year(), date.month(), 1};
}

} // namespace

MonthGrid::MonthGrid(QDate today, Qt::DayOfWeek firstDay, QWidget *parent)
    : QWidget(parent)
    , m_today(today)
    , m_firstDay(firstDay)
    , m_current(today)
{
    AccessibleMonth::install();
    setObjectName(QStringLiteral("monthGrid"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCurrent(today);
}

void MonthGrid::setCurrent(QDate date)
{
    const QDate within =
        std::clamp(date, QDate(domain::earliestYear, 1, 1), QDate(domain::latestYear, 12, 31));
    m_current = within;
    Q_EMIT currentChanged(within);
    AccessibleMonth::tellFocus(*this);
    update();
}

void MonthGrid::setMarked(QDate date)
{
    m_marked = date;
    update();
}

void MonthGrid::showMonth(int months)
{
    setCurrent(m_current.addMonths(months));
}

QSize MonthGrid::cell() const
{
    return {width() / daysPerWeek, Theme::of(this).controlHeight()};
}

QSize MonthGrid::sizeHint() const
{
    const int height = Theme::of(this).controlHeight();
    return {daysPerWeek * (height + 6), namesHeight + weeks * height};
}

QDate MonthGrid::firstShown() const
{
    const QDate first = firstOfMonth(m_current);
    return first.addDays(-((first.dayOfWeek() - m_firstDay + daysPerWeek) % daysPerWeek));
}

bool MonthGrid::isShown(QDate date) const
{
    const qint64 day = firstShown().daysTo(date);
    return date.isValid() && day >= 0 && day < qint64(daysPerWeek) * weeks;
}

QRect MonthGrid::dayRect(QDate date) const
{
    const int index = int(firstShown().daysTo(date));
    const QSize size = cell();
    const QRect place(
        QPoint((index % daysPerWeek) * size.width(), namesHeight + (index / daysPerWeek) * size.height()),
        size);
    return style()->visualRect(layoutDirection(), rect(), place);
}

QDate MonthGrid::dateAt(const QPoint &position) const
{
    const QDate first = firstShown();
    for (int day = 0; day < daysPerWeek * weeks; ++day) {
        if (dayRect(first.addDays(day)).contains(position))
            return first.addDays(day);
    }
    return {};
}

void MonthGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintDayNames(painter);
    const QDate first = firstShown();
    for (int day = 0; day < daysPerWeek * weeks; ++day)
        paintDay(painter, first.addDays(day));
}

void MonthGrid::paintDayNames(QPainter &painter) const
{
    const Theme theme = Theme::of(this);
    painter.setFont(theme.type().small);
    painter.setPen(theme.colors().faint);
    const QDate first = firstShown();
    for (int day = 0; day < daysPerWeek; ++day) {
        QRect place = dayRect(first.addDays(day));
        place.setTop(0);
        place.setHeight(namesHeight);
        const int name = first.addDays(day).dayOfWeek();
        painter.drawText(place, Qt::AlignCenter,
                         QLocale().standaloneDayName(name, QLocale::ShortFormat).left(2));
    }
}

void MonthGrid::paintDay(QPainter &painter, QDate date) const
{
    const Theme theme = Theme::of(this);
    const Colors &colors = theme.colors();
    const QRectF disc = shapes::squareIn(dayRect(date), cell().height() - 4);
    QColor ink = date.month() == m_current.month() ? colors.text : colors.faint;
    if (date == m_marked) {
        shapes::drawRounded(painter, disc, disc.height() / 2, colors.accent);
        ink = colors.onAccent;
    } else if (date == m_hovered) {
        shapes::drawRounded(painter, disc, disc.height() / 2, colors.hover);
    }
    if (date == m_today && date != m_marked)
        ink = colors.accent;
    if (date == m_current && hasFocus())
        shapes::drawRing(painter, disc.adjusted(-2, -2, 2, 2), disc.height() / 2 + 2, colors.focusRing,
                         metrics::focusRing);
    painter.setFont(date == m_today ? theme.type().rowStrong : theme.type().row);
    painter.setPen(ink);
    painter.drawText(disc, Qt::AlignCenter, QLocale().toString(date.day()));
}

QDate MonthGrid::afterKey(int key, bool shift) const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int column = (m_current.dayOfWeek() - m_firstDay + daysPerWeek) % daysPerWeek;
    switch (key) {
    case Qt::Key_Left:
        return m_current.addDays(mirrored ? 1 : -1);
    case Qt::Key_Right:
        return m_current.addDays(mirrored ? -1 : 1);
    case Qt::Key_Up:
        return m_current.addDays(-daysPerWeek);
    case Qt::Key_Down:
        return m_current.addDays(daysPerWeek);
    case Qt::Key_PageUp:
        return shift ? m_current.addYears(-1) : m_current.addMonths(-1);
    case Qt::Key_PageDown:
        return shift ? m_current.addYears(1) : m_current.addMonths(1);
    case Qt::Key_Home:
        return m_current.addDays(-column);
    case Qt::Key_End:
        return m_current.addDays(daysPerWeek - 1 - column);
    default:
        return {};
    }
}

void MonthGrid::keyPressEvent(QKeyEvent *event)
{
    const QDate date = afterKey(event->key(), event->modifiers().testFlag(Qt::ShiftModifier));
    if (date.isValid()) {
        setCurrent(date);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
               event->key() == Qt::Key_Space) {
        Q_EMIT taken(m_current);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void MonthGrid::mousePressEvent(QMouseEvent *event)
{
    const QDate date = dateAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !date.isValid())
        return;
    setCurrent(date);
    Q_EMIT taken(date);
}

void MonthGrid::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = dateAt(event->position().toPoint());
    update();
}

void MonthGrid::leaveEvent(QEvent *event)
{
    m_hovered = {};
    update();
    QWidget::leaveEvent(event);
}

void MonthGrid::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    AccessibleMonth::tellFocus(*this);
    update();
}

void MonthGrid::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace tusk::gui
