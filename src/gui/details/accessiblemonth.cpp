// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/accessiblemonth.h"

#include "gui/details/monthgrid.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

namespace tusk::gui
{

namespace
{

constexpr int shownDays = MonthGrid::daysPerWeek * MonthGrid::weeks;

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *grid = qobject_cast<MonthGrid *>(object);
    return grid ? new AccessibleMonth(*grid) : nullptr;
}

} // namespace

// ---------------------------------------------------------------------------------------------------------------
// The month

AccessibleMonth::AccessibleMonth(MonthGrid &grid)
    : QAccessibleWidget(&grid, QAccessible::Table)
{
}

AccessibleMonth::~AccessibleMonth()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
}

void AccessibleMonth::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void AccessibleMonth::tellFocus(MonthGrid &grid)
{
    if (!QAccessible::isActive() || !grid.hasFocus())
        return;
    const auto *month = dynamic_cast<AccessibleMonth *>(QAccessible::queryAccessibleInterface(&grid));
    if (!month)
        return;
    QAccessibleEvent event(month->focusChild(), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

MonthGrid &AccessibleMonth::grid() const
{
    return *static_cast<MonthGrid *>(widget());
}

QString AccessibleMonth::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Name)
        return QLocale().toString(grid().current(), QStringLiteral("MMMM yyyy"));
    return QAccessibleWidget::text(kind);
}

int AccessibleMonth::childCount() const
{
    return shownDays;
}

QAccessibleInterface *AccessibleMonth::child(int index) const
{
    if (index < 0 || index >= shownDays)
        return nullptr;
    const QDate date = grid().firstShown().addDays(index);
    if (const QAccessible::Id known = m_cells.value(date))
        return QAccessible::accessibleInterface(known);
    m_cells.removeIf([this](const std::pair<const QDate &, QAccessible::Id &> &entry) {
        if (grid().isShown(entry.first))
            return false;
        QAccessible::deleteAccessibleInterface(entry.second);
        return true;
    });
    auto *made = new AccessibleDay(grid(), date); // QAccessible owns it from here
    m_cells.insert(date, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *AccessibleMonth::childAt(int x, int y) const
{
    const QDate date = grid().dateAt(grid().mapFromGlobal(QPoint(x, y)));
    return date.isValid() ? child(static_cast<int>(grid().firstShown().daysTo(date))) : nullptr;
}

QAccessibleInterface *AccessibleMonth::focusChild() const
{
    return grid().hasFocus() ? child(static_cast<int>(grid().firstShown().daysTo(grid().current())))
                             : nullptr;
}

int AccessibleMonth::indexOfChild(const QAccessibleInterface *item) const
{
    const auto *day = dynamic_cast<const AccessibleDay *>(item);
    return day && grid().isShown(day->date()) ? static_cast<int>(grid().firstShown().daysTo(day->date()))
                                              : -1;
}

void *AccessibleMonth::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface *AccessibleMonth::cellAt(int row, int column) const
{
    const bool isThere = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return isThere ? child(row * MonthGrid::daysPerWeek + column) : nullptr;
}

int AccessibleMonth::selectedCellCount() const
{
    return grid().isShown(grid().marked()) ? 1 : 0;
}

QList<QAccessibleInterface *> AccessibleMonth::selectedCells() const
{
    if (selectedCellCount() == 0)
        return {};
    return {child(static_cast<int>(grid().firstShown().daysTo(grid().marked())))};
}

QString AccessibleMonth::columnDescription(int column) const
{
    return QLocale().standaloneDayName(grid().firstShown().addDays(column).dayOfWeek());
}

int AccessibleMonth::columnCount() const
{
    return MonthGrid::daysPerWeek;
}

int AccessibleMonth::rowCount() const
{
    return MonthGrid::weeks;
}

// ---------------------------------------------------------------------------------------------------------------
// A day

AccessibleDay::AccessibleDay(MonthGrid &grid, QDate date)
    : m_grid(grid)
    , m_date(date)
{
}

int AccessibleDay::place() const
{
    return static_cast<int>(m_grid.firstShown().daysTo(m_date));
}

bool AccessibleDay::isValid() const
{
    return m_grid.isShown(m_date);
}

QWindow *AccessibleDay::window() const
{
    return m_grid.window()->windowHandle();
}

QAccessibleInterface *AccessibleDay::parent() const
{
    return QAccessible::queryAccessibleInterface(&m_grid);
}

QString AccessibleDay::text(QAccessible::Text kind) const
{
    switch (kind) {
    case QAccessible::Name:
        return QLocale().toString(m_date, QLocale::LongFormat);
    case QAccessible::Description:
        return m_date == m_grid.today() ? QCoreApplication::translate("AccessibleDay", "Today") : QString();
    default:
        return {};
    }
}

QRect AccessibleDay::rect() const
{
    const QRect rect = m_grid.dayRect(m_date);
    return {m_grid.mapToGlobal(rect.topLeft()), rect.size()};
}

QAccessible::State AccessibleDay::state() const
{
    QAccessible::State state;
    state.focusable = true;
    state.focused = m_grid.hasFocus() && m_grid.current() == m_date;
    state.selectable = true;
    state.selected = isSelected();
    return state;
}

void *AccessibleDay::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    return nullptr;
}

QStringList AccessibleDay::actionNames() const
{
    return {pressAction(), setFocusAction()};
}

void AccessibleDay::doAction(const QString &name)
{
    if (name == pressAction()) {
        Q_EMIT m_grid.taken(m_date);
    } else if (name == setFocusAction()) {
        m_grid.setFocus(Qt::OtherFocusReason);
        m_grid.setCurrent(m_date);
    }
}

int AccessibleDay::columnIndex() const
{
    return place() % MonthGrid::daysPerWeek;
}

int AccessibleDay::rowIndex() const
{
    return place() / MonthGrid::daysPerWeek;
}

bool AccessibleDay::isSelected() const
{
    return m_date == m_grid.marked();
}

} // namespace tusk::gui
