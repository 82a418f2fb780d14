// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/priorityfield.h"

#include "gui/details/choicepopup.h"
#include "gui/theme/theme.h"

namespace tusk::gui
{

using domain::Priority;

QString priorityName(Priority priority)
{
    switch (priority) {
    case Priority::High:
        return PriorityField::tr("High");
    case Priority::Medium:
        return PriorityField::tr("Medium");
    case Priority::Low:
        return PriorityField::tr("Low");
    case Priority::None:
        break;
    }
    //: No priority
    return PriorityField::tr("None");
}

PriorityField::PriorityField(QWidget *parent)
    : ValueButton(parent)
{
    setObjectName(QStringLiteral("detailsPriority"));
    setName(tr("Priority"));
    connect(this, &QAbstractButton::clicked, this, &PriorityField::openPopUp);
}

void PriorityField::setPriority(Priority priority, bool mixed)
{
    m_priority = priority;
    m_mixed = mixed;
    Value value;
    if (mixed) {
        value.text = tr("Different priorities");
        value.ink = Ink::Faint;
    } else {
        value.text = priorityName(priority);
        value.ink = priority == Priority::None ? Ink::Faint : Ink::Text;
        value.mark = priority == Priority::None ? Mark::None : Mark::Ring;
        value.priority = int(priority);
    }
    setValue(value);
}

void PriorityField::openPopUp()
{
    const Theme theme = Theme::of(this);
    QList<ChoicePopUp::Choice> choices;
    for (const Priority priority : {Priority::High, Priority::Medium, Priority::Low, Priority::None}) {
        choices.append({priorityName(priority), int(priority),
                        ringIcon(theme.priorityColor(int(priority)), priority != Priority::None, this),
                        !m_mixed && priority == m_priority});
    }
    auto *popUp = new ChoicePopUp(choices, tr("Priority"), this);
    connect(popUp, &ChoicePopUp::chosen, this,
            [this](const QVariant &value) { Q_EMIT chosen(static_cast<Priority>(value.toInt())); });
    connect(popUp, &PopUp::closed, this, [this] {
        setOpen(false);
        Q_EMIT closed();
    });
    setOpen(true);
    Q_EMIT opened();
    popUp->open();
}

} // namespace tusk::gui
