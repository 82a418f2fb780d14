// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/actioninfo.h"

#include <QCoreApplication>

namespace tusk::gui
{

namespace
{

using enum ActionId;
using enum ActionCategory;
constexpr auto window = ActionContext::Window;
constexpr auto list = ActionContext::List;
constexpr auto sidebar = ActionContext::Sidebar;

} // namespace

// clang-format off
const QList<ActionInfo> &allActions()
{
    static const QList<ActionInfo> actions{
        {NewTodo,         "todo.new",        QT_TRANSLATE_NOOP("Actions", "New todo"),            Icon::Add,       Todos, window, {Qt::CTRL | Qt::Key_N, Qt::Key_A}},
        {EditTitle,       "todo.edit",       QT_TRANSLATE_NOOP("Actions", "Edit title"),          Icon::Edit,      Todos, list, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_F2}},
        {EditNotes,       "todo.notes",      QT_TRANSLATE_NOOP("Actions", "Edit notes"),          Icon::Notes,     Todos, list, {Qt::Key_N}},
        {ToggleCompleted, "todo.complete",   QT_TRANSLATE_NOOP("Actions", "Complete or reopen"),  Icon::Completed, Todos, list, {Qt::Key_Space}},
        {MoveToList,      "todo.list",       QT_TRANSLATE_NOOP("Actions", "Move to a list…"),     Icon::Move,      Todos, list, {Qt::Key_L}},
        {EditTags,        "todo.tags",       QT_TRANSLATE_NOOP("Actions", "Add or remove a tag…"), Icon::Tag,      Todos, list, {Qt::Key_G}},
        {MoveUp,          "todo.up",         QT_TRANSLATE_NOOP("Actions", "Move up"),             Icon::ChevronUp, Todos, list, {Qt::ALT | Qt::Key_Up}},
        {MoveDown,        "todo.down",       QT_TRANSLATE_NOOP("Actions", "Move down"),           Icon::ChevronDown, Todos, list, {Qt::ALT | Qt::Key_Down}},
        {MoveToTop,       "todo.top",        QT_TRANSLATE_NOOP("Actions", "Move to the top"),     Icon::ChevronUp, Todos, list, {Qt::ALT | Qt::SHIFT | Qt::Key_Up}},
        {MoveToBottom,    "todo.bottom",     QT_TRANSLATE_NOOP("Actions", "Move to the bottom"),  Icon::ChevronDown, Todos, list, {Qt::ALT | Qt::SHIFT | Qt::Key_Down}},
        {SelectAll,       "todo.selectAll",  QT_TRANSLATE_NOOP("Actions", "Select all"),          Icon::All,       Todos, list, {Qt::CTRL | Qt::Key_A}},
        {CopyTodos,       "todo.copy",       QT_TRANSLATE_NOOP("Actions", "Copy"),                Icon::Copy,      Todos, list, {Qt::CTRL | Qt::Key_C}},
        {PasteTodos,      "todo.paste",      QT_TRANSLATE_NOOP("Actions", "Paste as todos"),      Icon::Paste,     Todos, list, {Qt::CTRL | Qt::Key_V}},
        {MergeTodos,      "todo.merge",      QT_TRANSLATE_NOOP("Actions", "Merge into one"),      Icon::Merge,     Todos, list, {}},
        {DeleteTodos,     "todo.delete",     QT_TRANSLATE_NOOP("Actions", "Delete"),              Icon::Trash,     Todos, list, {Qt::Key_Delete}},
        {RestoreTodos,    "todo.restore",    QT_TRANSLATE_NOOP("Actions", "Restore from the Trash"), Icon::Restore, Todos, list, {}},

        {DueToday,        "due.today",       QT_TRANSLATE_NOOP("Actions", "Due today"),           Icon::Today,     Dates, list, {Qt::Key_T}},
        {DueTomorrow,     "due.tomorrow",    QT_TRANSLATE_NOOP("Actions", "Due tomorrow"),        Icon::Calendar,  Dates, list, {Qt::Key_M}},
        {DueNextWeek,     "due.nextWeek",    QT_TRANSLATE_NOOP("Actions", "Due next week"),       Icon::Upcoming,  Dates, list, {Qt::Key_W}},
        {PickDueDate,     "due.pick",        QT_TRANSLATE_NOOP("Actions", "Due on…"),             Icon::Calendar,  Dates, list, {Qt::Key_D}},
        {NoDueDate,       "due.none",        QT_TRANSLATE_NOOP("Actions", "No due date"),         Icon::Close,     Dates, list, {Qt::SHIFT | Qt::Key_D}},
        {DayLater,        "due.dayLater",    QT_TRANSLATE_NOOP("Actions", "A day later"),         Icon::ChevronRight, Dates, list, {Qt::Key_Plus}},
        {DayEarlier,      "due.dayEarlier",  QT_TRANSLATE_NOOP("Actions", "A day earlier"),       Icon::ChevronLeft, Dates, list, {Qt::Key_Minus}},
        {WeekLater,       "due.weekLater",   QT_TRANSLATE_NOOP("Actions", "A week later"),        Icon::ChevronRight, Dates, list, {Qt::CTRL | Qt::Key_Plus}},
        {WeekEarlier,     "due.weekEarlier", QT_TRANSLATE_NOOP("Actions", "A week earlier"),      Icon::ChevronLeft, Dates, list, {Qt::CTRL | Qt::Key_Minus}},
        {MoveOverdueToToday, "due.allOverdue", QT_TRANSLATE_NOOP("Actions", "Move all overdue to today"), Icon::Today, Dates, list, {Qt::SHIFT | Qt::Key_T}},
        {PickStartDate,   "start.pick",      QT_TRANSLATE_NOOP("Actions", "Starts on…"),          Icon::Clock,     Dates, list, {Qt::Key_S}},

        {PriorityHigh,    "priority.high",   QT_TRANSLATE_NOOP("Actions", "High priority"),       Icon::Flag,      Priority, list, {Qt::Key_1}},
        {PriorityMedium,  "priority.medium", QT_TRANSLATE_NOOP("Actions", "Medium priority"),     Icon::Flag,      Priority, list, {Qt::Key_2}},
        {PriorityLow,     "priority.low",    QT_TRANSLATE_NOOP("Actions", "Low priority"),        Icon::Flag,      Priority, list, {Qt::Key_3}},
        {PriorityNone,    "priority.none",   QT_TRANSLATE_NOOP("Actions", "No priority"),         Icon::Circle,    Priority, list, {Qt::Key_0}},

        {Undo,            "change.undo",     QT_TRANSLATE_NOOP("Actions", "Undo"),                Icon::Undo,      Changes, window, {Qt::CTRL | Qt::Key_Z}},
        {Redo,            "change.redo",     QT_TRANSLATE_NOOP("Actions", "Redo"),                Icon::Redo,      Changes, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_Z}},

        {Find,            "go.find",         QT_TRANSLATE_NOOP("Actions", "Find"),                Icon::Search,    Places, window, {Qt::CTRL | Qt::Key_F, Qt::Key_Slash}},
        {LeaveSearch,     "go.leaveSearch",  QT_TRANSLATE_NOOP("Actions", "Leave the search"),    Icon::Close,     Places, list, {Qt::Key_Escape}},
        {GoToInbox,       "go.inbox",        QT_TRANSLATE_NOOP("Actions", "Go to Inbox"),         Icon::Inbox,     Places, window, {Qt::CTRL | Qt::Key_1}},
        {GoToToday,       "go.today",        QT_TRANSLATE_NOOP("Actions", "Go to Today"),         Icon::Today,     Places, window, {Qt::CTRL | Qt::Key_2}},
        {GoToUpcoming,    "go.upcoming",     QT_TRANSLATE_NOOP("Actions", "Go to Upcoming"),      Icon::Upcoming,  Places, window, {Qt::CTRL | Qt::Key_3}},
        {GoToAll,         "go.all",          QT_TRANSLATE_NOOP("Actions", "Go to All"),           Icon::All,       Places, window, {Qt::CTRL | Qt::Key_4}},
        {GoToCompleted,   "go.completed",    QT_TRANSLATE_NOOP("Actions", "Go to Completed"),     Icon::Completed, Places, window, {Qt::CTRL | Qt::Key_5}},
        {GoToTrash,       "go.trash",        QT_TRANSLATE_NOOP("Actions", "Go to Trash"),         Icon::Trash,     Places, window, {Qt::CTRL | Qt::Key_6}},
        {FoldGroup,       "view.fold",       QT_TRANSLATE_NOOP("Actions", "Fold or unfold the group"), Icon::ChevronDown, Places, list, {}},
        {ToggleDetails,   "view.details",    QT_TRANSLATE_NOOP("Actions", "Show or hide the details"), Icon::Details, Places, window, {Qt::CTRL | Qt::Key_D}},

        {NewList,         "list.new",        QT_TRANSLATE_NOOP("Actions", "New list"),            Icon::List,      Lists, window, {}},
        {RenameEntry,     "list.rename",     QT_TRANSLATE_NOOP("Actions", "Rename the list or tag"), Icon::Edit,   Lists, sidebar, {Qt::Key_F2}},
        {ColorList,       "list.color",      QT_TRANSLATE_NOOP("Actions", "Change the colour of the list…"), Icon::Color, Lists, sidebar, {}},
        {MoveListUp,      "list.up",         QT_TRANSLATE_NOOP("Actions", "Move the list up"),    Icon::ChevronUp, Lists, sidebar, {Qt::ALT | Qt::Key_Up}},
        {MoveListDown,    "list.down",       QT_TRANSLATE_NOOP("Actions", "Move the list down"),  Icon::ChevronDown, Lists, sidebar, {Qt::ALT | Qt::Key_Down}},
        {ArchiveList,     "list.archive",    QT_TRANSLATE_NOOP("Actions", "Archive or bring back the list"), Icon::Archive, Lists, sidebar, {}},
        {CopyList,        "list.copy",       QT_TRANSLATE_NOOP("Actions", "Copy the list to another environment…"), Icon::Environment, Lists, sidebar, {}},
        {DeleteEntry,     "list.delete",     QT_TRANSLATE_NOOP("Actions", "Delete the list or tag"), Icon::Delete,  Lists, sidebar, {Qt::Key_Delete}},
        {ShowArchivedLists, "list.archived", QT_TRANSLATE_NOOP("Actions", "Show archived lists"), Icon::Archive,   Lists, window, {}},

        {SortByHand,      "sort.hand",       QT_TRANSLATE_NOOP("Actions", "Sort by hand"),        Icon::Drag,      Order, window, {}},
        {SortByDate,      "sort.date",       QT_TRANSLATE_NOOP("Actions", "Sort by date"),        Icon::Calendar,  Order, window, {}},
        {SortByPriority,  "sort.priority",   QT_TRANSLATE_NOOP("Actions", "Sort by priority"),    Icon::Flag,      Order, window, {}},
        {SortByTitle,     "sort.title",      QT_TRANSLATE_NOOP("Actions", "Sort by title"),       Icon::Sort,      Order, window, {}},
        {SortByCreated,   "sort.created",    QT_TRANSLATE_NOOP("Actions", "Sort by date added"),  Icon::Clock,     Order, window, {}},
        {ReverseOrder,    "sort.reverse",    QT_TRANSLATE_NOOP("Actions", "Reverse the order"),   Icon::Sort,      Order, window, {}},

        {Environment1,    "env.1",           QT_TRANSLATE_NOOP("Actions", "Switch to environment 1"), Icon::Environment, Environments, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_1}},
        {Environment2,    "env.2",           QT_TRANSLATE_NOOP("Actions", "Switch to environment 2"), Icon::Environment, Environments, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_2}},
        {Environment3,    "env.3",           QT_TRANSLATE_NOOP("Actions", "Switch to environment 3"), Icon::Environment, Environments, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_3}},
        {Environment4,    "env.4",           QT_TRANSLATE_NOOP("Actions", "Switch to environment 4"), Icon::Environment, Environments, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_4}},
        {Environment5,    "env.5",           QT_TRANSLATE_NOOP("Actions", "Switch to environment 5"), Icon::Environment, Environments, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_5}},
        {Environment6,    "env.6",           QT_TRANSLATE_NOOP("Actions", "Switch to environment 6"), Icon::Environment, Environments, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_6}},
        {Environment7,    "env.7",           QT_TRANSLATE_NOOP("Actions", "Switch to environment 7"), Icon::Environment, Environments, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_7}},
        {Environment8,    "env.8",           QT_TRANSLATE_NOOP("Actions", "Switch to environment 8"), Icon::Environment, Environments, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_8}},
        {Environment9,    "env.9",           QT_TRANSLATE_NOOP("Actions", "Switch to environment 9"), Icon::Environment, Environments, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_9}},
        {CopyToEnvironment, "env.copy",        QT_TRANSLATE_NOOP("Actions", "Copy to another environment…"), Icon::Environment, Environments, window, {}},
        {ManageEnvironments, "env.manage",     QT_TRANSLATE_NOOP("Actions", "Manage environments…"), Icon::Environment, Environments, window, {}},

        {OpenPalette,     "app.palette",     QT_TRANSLATE_NOOP("Actions", "Find anything"),       Icon::Search,    Program, window, {Qt::CTRL | Qt::Key_K}},
        {ExportTodos,     "app.export",      QT_TRANSLATE_NOOP("Actions", "Export…"),             Icon::Export,    Program, window, {Qt::CTRL | Qt::SHIFT | Qt::Key_E}},
        {OpenSettings,    "app.settings",    QT_TRANSLATE_NOOP("Actions", "Settings"),            Icon::Settings,  Program, window, {Qt::CTRL | Qt::Key_Comma}},
        {ImportTodos,     "app.import",      QT_TRANSLATE_NOOP("Actions", "Import todos…"),       Icon::Import,    Program, window, {}},
        {ShowKeys,        "app.keys",        QT_TRANSLATE_NOOP("Actions", "All keys"),            Icon::Keyboard,  Program, window, {Qt::Key_F1}},
        {OpenMenu,        "app.menu",        QT_TRANSLATE_NOOP("Actions", "Menu"),                Icon::More,      Program, window, {Qt::Key_F10}},

        {ConnectNow,      "app.connect",     QT_TRANSLATE_NOOP("Actions", "Connect now"),         Icon::Sync,      Program, window, {Qt::Key_F5}},
        {Quit,            "app.quit",        QT_TRANSLATE_NOOP("Actions", "Quit"),                Icon::Close,     Program, window, {Qt::CTRL | Qt::Key_Q}},
    };
    return actions;
}
// clang-format on

const QList<ActionCategory> &allCategories()
{
    static const QList<ActionCategory> categories{Todos, Dates, Priority,     Changes, Places,
                                                  Lists, Order, Environments, Program};
    return categories;
}

const ActionInfo &actionInfo(ActionId id)
{
    return allActions().at(static_cast<qsizetype>(id));
}

QString actionText(ActionId id)
{
    return QCoreApplication::translate("Actions", actionInfo(id).text);
}

QString categoryText(ActionCategory category)
{
    switch (category) {
    case Todos:
        return QCoreApplication::translate("Actions", "Todos");
    case Dates:
        return QCoreApplication::translate("Actions", "Dates");
    case Priority:
        return QCoreApplication::translate("Actions", "Priority");
    case Changes:
        return QCoreApplication::translate("Actions", "Changes");
    case Places:
        return QCoreApplication::translate("Actions", "Places");
    case Lists:
        return QCoreApplication::translate("Actions", "Lists and tags");
    case Order:
        return QCoreApplication::translate("Actions", "Order");
    case Environments:
        return QCoreApplication::translate("Actions", "Environments");
    case Program:
        return QCoreApplication::translate("Actions", "Tusk");
    }
    return {};
}

ActionContext contextOf(const ActionInfo &action, const QKeySequence &key)
{
    constexpr Qt::KeyboardModifiers commands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    const bool types =
        !key.isEmpty() && key[0].key() < Qt::Key_Escape && !(key[0].keyboardModifiers() & commands);
    return types && action.context == ActionContext::Window ? ActionContext::List : action.context;
}

} // namespace tusk::gui
