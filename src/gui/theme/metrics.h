// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

// Distances and sizes in device-independent pixels. The room between and around things is a whole number of
// steps of one grid: nothing in gui gives a number of its own for it, and forms keep to the grid too (a test
// reads them).
namespace tusk::gui::metrics
{

inline constexpr int grid = 4;
inline constexpr int lineGap = grid / 2;   // between two lines of one label: the one half step
inline constexpr int tightGap = grid;      // between the parts of one control
inline constexpr int gap = 2 * grid;       // between what belongs together
inline constexpr int wideGap = 3 * grid;   // between a sign and what it is the sign of, where there is room
inline constexpr int groupGap = 4 * grid;  // between groups
inline constexpr int textInset = 2 * grid; // of text from the edge of a field: its focus ring fits in

inline constexpr int dot = 10;     // the colour of a list or a tag
inline constexpr int smallDot = 8; // beside small text
inline constexpr int smallIcon = 14;
inline constexpr int colorBar = 4; // the colour of an environment, beside its name

inline constexpr int rowPaddingX = 12;
inline constexpr int rowPaddingY = 8;
inline constexpr int rowRadius = 10;
inline constexpr int controlRadius = 8;
inline constexpr int menuRadius = 12;  // menus, lists of combo boxes
inline constexpr int popUpRadius = 14; // palette, date picker, other pop-ups

inline constexpr int sidebarWidth = 232;
inline constexpr int detailsWidth = 328;
inline constexpr int pageMargin = 24; // of the list: left and right of its rows' hover
inline constexpr int dialogMargin = 24;

inline constexpr int lineEditMargin = 2; // that QLineEdit keeps of its own, beside its text margins
inline constexpr int focusRing = 3;
inline constexpr int scrollBar = 10;

} // namespace tusk::gui::metrics
