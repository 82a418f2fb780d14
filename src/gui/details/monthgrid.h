// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDate>
#include <QWidget>

namespace tusk::gui
{

// The days of a month in weeks. Arrows move by days, PageUp and PageDown by months (with Shift by years),
// Home and End within the week; Enter, Space or a click takes a day.
class MonthGrid final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int daysPerWeek = 7;
    static constexpr int weeks = 6;

    MonthGrid(QDate today, Qt::DayOfWeek firstDay, QWidget *parent = nullptr);

    void setCurrent(QDate date); // shows its month
    [[nodiscard]] QDate current() const { return m_current; }
    void setMarked(QDate date); // the date that the todo has; invalid: none
    [[nodiscard]] QDate marked() const { return m_marked; }
    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] QDate firstShown() const; // also of the month before
    [[nodiscard]] bool isShown(QDate date) const;
    [[nodiscard]] QDate dateAt(const QPoint &position) const; // invalid: there is none
    void showMonth(int months);                    // that many further on; the current day goes along
    [[nodiscard]] QRect dayRect(QDate date) const; // where a day is shown

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(QDate date);
    void taken(QDate date);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QSize cell() const;
    [[nodiscard]] QDate afterKey(int key, bool shift) const; // invalid: not a key of ours
    void paintDay(QPainter &painter, QDate date) const;
    void paintDayNames(QPainter &painter) const;

    QDate m_today;
    Qt::DayOfWeek m_firstDay;
    QDate m_current;
    QDate m_marked;
    QDate m_hovered;
};

} // namespace tusk::gui
