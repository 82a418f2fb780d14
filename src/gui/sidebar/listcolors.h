// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace tusk::gui
{

// A colour that a list can have: as people call it, and as it is stored; empty: none.
struct ListColor {
    QString name;
    QString stored;
};

[[nodiscard]] QList<ListColor> listColorChoices(); // none is the last

} // namespace tusk::gui
