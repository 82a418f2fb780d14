// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>

namespace tusk::gui
{

// The few sizes of text there are. At a desktop font of at most 14 px: place title 22 semi-bold, details
// title 17 semi-bold, rows and fields 14, second line and labels 12; with a larger one all grow alike.
struct TypeScale {
    QFont placeTitle;
    QFont detailsTitle;
    QFont row;         // rows, fields, everything that is not said otherwise: the application's font
    QFont rowStrong;   // semi-bold: the place that is shown, a primary button
    QFont small;       // second line, counts, labels
    QFont smallStrong; // semi-bold: section and group labels
    QFont code;        // fixed width, for notes and connection strings

    double factor = 1; // what all the sizes, and the heights that hold them, are multiplied by

    bool operator==(const TypeScale &) const = default;
};

// Family and everything but sizes and weights come from the desktop's font.
[[nodiscard]] TypeScale typeScaleFrom(const QFont &desktop, const QFont &fixed);

} // namespace tusk::gui
