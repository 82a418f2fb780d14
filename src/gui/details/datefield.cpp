// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/datefield.h"

#include "domain/relativedate.h"

namespace tusk::gui
{

namespace
{

Ink inkFor(const domain::When &date, const base::Moment &now)
{
    switch (domain::dueState(date, now)) {
    case domain::DueState::Overdue:
        return Ink::Red;
    case domain::DueState::Today:
        return Ink::Green;
    case domain::DueState::Tomorrow:
    case domain::DueState::Later:
        return Ink::Text;
    }
    return Ink::Text;
}

} // namespace

DateField::DateField(const QString &name, const QString &emptyText, Settings settings, QWidget *parent)
    : ValueButton(parent)
    , m_emptyText(emptyText)
    , m_settings(std::move(settings))
{
    setName(name);
    connect(this, &QAbstractButton::clicked, this, &DateField::openPopUp);
}

void DateField::setDate(const std::optional<domain::When> &date, bool mixed, bool warns)
{
    m_date = date;
    Value value;
    value.ink = Ink::Faint;
    if (mixed) {
        //: The selected todos have different dates
        value.text = tr("Different dates");
    } else if (date) {
        const DatePopUp::Settings settings = m_settings();
        value.text = domain::dueText(*date, settings.now, settings.locale);
        value.ink = warns ? inkFor(*date, settings.now) : Ink::Text;
    } else {
        value.text = m_emptyText;
    }
    setValue(value);
}

void DateField::openPopUp()
{
    auto *popUp = new DatePopUp(m_date, m_settings(), this);
    connect(popUp, &DatePopUp::chosen, this, &DateField::chosen);
    connect(popUp, &PopUp::closed, this, [this] {
        setOpen(false);
        Q_EMIT closed();
    });
    setOpen(true);
    Q_EMIT opened();
    popUp->open();
}

} // namespace tusk::gui
