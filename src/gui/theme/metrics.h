// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

// Distances in device-independent pixels: whole steps of a grid of 4.
namespace tusk::gui::metrics
{

inline constexpr int grid = 4;

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

inline constexpr int focusRing = 3;
inline constexpr int scrollBar = 10;

} // namespace tusk::gui::metrics
