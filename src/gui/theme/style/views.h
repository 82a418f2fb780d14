// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionViewItem;
class QWidget;

namespace tusk::gui
{

class Theme;

// What shows things: rows, headers, tabs, scroll bars, progress.
namespace views
{

void drawRow(const QStyleOptionViewItem &option, QPainter &painter, const Theme &theme,
             const QWidget *widget);
// The part of a tree's row that is left of its first cell.
void drawBranchGround(const QStyleOptionViewItem &option, QPainter &painter, const Theme &theme);
[[nodiscard]] bool showsRowFocus(const QStyleOption &option, const QWidget *widget);
// Keyboard focus on a row: the ring inside of it.
void drawRowFocus(const QStyleOption &option, QPainter &painter, const Theme &theme);
// Around a control that has the focus.
void drawFocusFrame(const QStyleOption &option, QPainter &painter, const Theme &theme);
void drawHeaderSection(const QStyleOptionHeader &option, QPainter &painter, const Theme &theme);
void drawTab(const QStyleOptionTab &option, QPainter &painter, const Theme &theme);
// slider is where the handle lies.
void drawScrollBar(const QStyleOptionSlider &option, const QRect &slider, QPainter &painter,
                   const Theme &theme, const QWidget *widget);
void drawProgress(const QStyleOptionProgressBar &option, QPainter &painter, const Theme &theme);

} // namespace views

} // namespace tusk::gui
