// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>

class QPainter;

namespace tusk::gui
{

// One drawing of resources/icons each, in the order of the alphabet.
enum class Icon {
    Add,
    Alert,
    All,
    Archive,
    Bell,
    Calendar,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Circle,
    Clock,
    Close,
    Cloud,
    Color,
    Completed,
    Connected,
    Copy,
    Database,
    Delete,
    Details,
    Drag,
    Edit,
    Elephant, // of the empty states, in a frame of 96 x 64
    Environment,
    Export,
    Flag,
    Folder,
    Import,
    Inbox,
    Info,
    Keyboard,
    List,
    Merge,
    More,
    Move,
    Notes,
    Offline,
    Parent, // of a subtask
    Paste,
    Redo,
    Repeat,
    Restore,
    Search,
    Server,
    Settings,
    Sort,
    Subtasks,
    Sync,
    Tag,
    Today,
    Trash,
    Undo,
    Upcoming,
    Warning,
};

// Which of the theme's colours an icon is drawn in when it is neither disabled nor selected.
enum class Ink { Text, Secondary, Faint, Accent, OnAccent, Red, Amber, Green, Blue };

// An icon for a button, an action or a model. It is drawn when it is shown, for the pixels of that screen and
// in the colours of the theme of that moment: nothing has to be made anew when the theme changes.
[[nodiscard]] QIcon themedIcon(Icon icon, Ink ink = Ink::Secondary);

// For delegates and widgets that paint themselves: in any colour, in the middle of the rectangle, as large as
// fits.
void paintIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color);

// The program's own icon, in colours of its own, for windows and dialogs.
[[nodiscard]] QIcon applicationIcon();

} // namespace tusk::gui
