// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"
#include "gui/details/valuebutton.h"

namespace tusk::gui
{

[[nodiscard]] QString priorityName(domain::Priority priority); // "High"

// The priority as a value that opens a choice of the four.
class PriorityField final : public ValueButton
{
    Q_OBJECT

public:
    explicit PriorityField(QWidget *parent = nullptr);

    void setPriority(domain::Priority priority, bool mixed);
    void openPopUp();

Q_SIGNALS:
    void opened();
    void chosen(tusk::domain::Priority priority);
    void closed();

private:
    domain::Priority m_priority = domain::Priority::None;
    bool m_mixed = false;
};

} // namespace tusk::gui
