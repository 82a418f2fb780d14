// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/moment.h"
#include "domain/todo.h"
#include "gui/details/popup.h"

#include <QDateTime>
#include <QLocale>

#include <optional>

class QLabel;
class QLineEdit;

namespace tusk::gui
{

class MonthGrid;

// Where a date is chosen: in words, by a quick choice, or in a calendar, with or without a time of day.
// Where only the day counts, no time is asked for. Closing it takes a date that was typed and understood; Esc
// does not.
class DatePopUp final : public PopUp
{
    Q_OBJECT

public:
    struct Settings {
        base::Moment now; // its zone becomes the zone of a time
        QLocale locale;
        Qt::DayOfWeek firstDay = Qt::Monday;
        bool takesTime = true; // false: the day counts, and a time that is there stays as it is
    };

    DatePopUp(const std::optional<domain::When> &value, const Settings &settings, QWidget *anchor);

Q_SIGNALS:
    void chosen(const std::optional<tusk::domain::When> &when);

protected:
    void takeTyped() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeLayout();
    [[nodiscard]] QWidget *makeQuickChoices();
    [[nodiscard]] QWidget *makeMonthHeader();
    [[nodiscard]] QWidget *makeTimeLine();
    void makeTabOrder();
    void showWords();
    void showUnderstood();
    void showTimeProblem();
    void takeWords();
    void takeDay(QDate date);
    void take(const std::optional<domain::When> &when);
    [[nodiscard]] std::optional<domain::When> understood(const QString &words) const;
    // Of the time line; none where nothing is typed. False: no time of day.
    [[nodiscard]] bool typedTime(std::optional<QTime> &time) const;
    // With the time of the line; none where that cannot be read.
    [[nodiscard]] std::optional<domain::When> onDay(QDate date) const;
    [[nodiscard]] QString repeated(const QString &typed) const; // in what is said of it
    void say(const QString &sentence, bool isProblem);

    std::optional<domain::When> m_value;
    Settings m_settings;
    QLineEdit *m_words;
    QLabel *m_said;
    MonthGrid *m_grid;
    QLineEdit *m_time;
    bool m_taken = false;
};

} // namespace tusk::gui
