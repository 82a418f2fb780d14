// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/details/datepopup.h"
#include "gui/details/valuebutton.h"

#include <functional>

namespace tusk::gui
{

// A date as a value that opens the date pop-up.
class DateField final : public ValueButton
{
    Q_OBJECT

public:
    using Settings = std::function<DatePopUp::Settings()>;

    // settings is asked when they are needed: time passes. emptyText: what no date means here.
    DateField(const QString &name, const QString &emptyText, Settings settings, QWidget *parent = nullptr);

    // warns: a day that has passed is shown as such.
    void setDate(const std::optional<domain::When> &date, bool mixed, bool warns);
    void openPopUp();

Q_SIGNALS:
    void opened();
    void chosen(const std::optional<tusk::domain::When> &when);
    void closed();

private:
    QString m_emptyText;
    Settings m_settings;
    std::optional<domain::When> m_date;
};

} // namespace tusk::gui
