// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QMenu>

namespace tusk::gui
{

// The orders that a place can have, with the present one checked.
class SortMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit SortMenu(QWidget *parent = nullptr);

    void showFor(const domain::TodoFilter &place); // with the sorting of the moment

Q_SIGNALS:
    void chosen(tusk::domain::Sorting sorting);

private:
    void addChoice(QActionGroup *group, const QString &name, const QString &text, domain::Sorting sorting);

    domain::TodoFilter m_place;
};

} // namespace tusk::gui
