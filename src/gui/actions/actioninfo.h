// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/icons.h"

#include <QKeySequence>
#include <QList>
#include <QString>

namespace tusk::gui
{

// Everything that can be done in the window by a key, the menu or the palette.
enum class ActionId {
    NewTodo,
    EditTitle,
    EditNotes,
    ToggleCompleted,
    MoveToList,
    EditTags,
    MoveUp,
    MoveDown,
    MoveToTop,
    MoveToBottom,
    SelectAll,
    CopyTodos,
    PasteTodos,
    MergeTodos,
    DeleteTodos,
    RestoreTodos,

    DueToday,
    DueTomorrow,
    DueNextWeek,
    PickDueDate,
    NoDueDate,
    DayLater,
    DayEarlier,
    WeekLater,
    WeekEarlier,
    MoveOverdueToToday,
    PickStartDate,

    PriorityHigh,
    PriorityMedium,
    PriorityLow,
    PriorityNone,

    Undo,
    Redo,

    Find,
    LeaveSearch,
    GoToInbox,
    GoToToday,
    GoToUpcoming,
    GoToAll,
    GoToCompleted,
    GoToTrash,
    FoldGroup,
    ToggleDetails,

    NewList,
    RenameEntry,
    ColorList,
    MoveListUp,
    MoveListDown,
    ArchiveList,
    CopyList,
    DeleteEntry,
    ShowArchivedLists,

    SortByHand,
    SortByDate,
    SortByPriority,
    SortByTitle,
    SortByCreated,
    ReverseOrder,

    Environment1,
    Environment2,
    Environment3,
    Environment4,
    Environment5,
    Environment6,
    Environment7,
    Environment8,
    Environment9,
    CopyToEnvironment,
    ManageEnvironments,

    OpenPalette,
    ExportTodos,
    OpenSettings,
    ImportTodos,
    ShowKeys,
    OpenMenu,

    ConnectNow,
    Quit,
};

// Where the keys of an action work: in the whole window, or where the list of todos, or the lists and tags in
// the sidebar, have the focus and no editor is open in them.
enum class ActionContext { Window, List, Sidebar };

enum class ActionCategory { Todos, Dates, Priority, Changes, Places, Lists, Order, Environments, Program };

// What is known of an action before there is a window.
struct ActionInfo {
    ActionId id;
    const char *name; // in the settings file
    const char *text; // for actionText()
    Icon icon;
    ActionCategory category;
    ActionContext context;
    QList<QKeySequence> keys; // until the user chooses others
};

// Each once, in the order of ActionId; in which they are shown, too.
[[nodiscard]] const QList<ActionInfo> &allActions();
[[nodiscard]] const ActionInfo &actionInfo(ActionId id);
[[nodiscard]] QString actionText(ActionId id); // translated
[[nodiscard]] const QList<ActionCategory> &allCategories();
[[nodiscard]] QString categoryText(ActionCategory category);

// Where a key of the action works. A key that types something would be in the way everywhere but in the
// list.
[[nodiscard]] ActionContext contextOf(const ActionInfo &action, const QKeySequence &key);

} // namespace tusk::gui
