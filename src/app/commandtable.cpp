// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commandtable.h"

#include "app/commands/addcommand.h"
#include "app/commands/doctorcommand.h"
#include "app/commands/editcommand.h"
#include "app/commands/envcommand.h"
#include "app/commands/exportcommand.h"
#include "app/commands/historycommand.h"
#include "app/commands/import/importcommand.h"
#include "app/commands/import/verifycommand.h"
#include "app/commands/listcommand.h"
#include "app/commands/listscommand.h"
#include "app/commands/mergecommand.h"
#include "app/commands/migratecommand.h"
#include "app/commands/movecommand.h"
#include "app/commands/purgecommand.h"
#include "app/commands/reordercommand.h"
#include "app/commands/searchcommand.h"
#include "app/commands/servercommand.h"
#include "app/commands/showcommand.h"
#include "app/commands/todoactioncommand.h"
#include "app/commands/undocommand.h"

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;

namespace
{

template <class T>
std::unique_ptr<Command> make()
{
    return std::make_unique<T>();
}

constexpr CommandEntry entries[] = {
    {"add"_L1, QT_TRANSLATE_NOOP("CommandLine", "Add a todo."), make<AddCommand>},
    {"list"_L1, QT_TRANSLATE_NOOP("CommandLine", "List todos."), make<ListCommand>},
    {"search"_L1, QT_TRANSLATE_NOOP("CommandLine", "Find todos."), make<SearchCommand>},
    {"show"_L1, QT_TRANSLATE_NOOP("CommandLine", "Show all there is to say about todos."), make<ShowCommand>},
    {"edit"_L1, QT_TRANSLATE_NOOP("CommandLine", "Change todos."), make<EditCommand>},
    {"done"_L1, QT_TRANSLATE_NOOP("CommandLine", "Complete todos."), makeDoneCommand},
    {"reopen"_L1, QT_TRANSLATE_NOOP("CommandLine", "Open completed todos again."), makeReopenCommand},
    {"delete"_L1, QT_TRANSLATE_NOOP("CommandLine", "Move todos to the Trash."), makeDeleteCommand},
    {"restore"_L1, QT_TRANSLATE_NOOP("CommandLine", "Bring todos back from the Trash."), makeRestoreCommand},
    {"purge"_L1, QT_TRANSLATE_NOOP("CommandLine", "Delete todos for good."), make<PurgeCommand>},
    {"move"_L1, QT_TRANSLATE_NOOP("CommandLine", "Move todos to a list."), make<MoveCommand>},
    {"reorder"_L1, QT_TRANSLATE_NOOP("CommandLine", "Change the order of todos."), make<ReorderCommand>},
    {"merge"_L1, QT_TRANSLATE_NOOP("CommandLine", "Make one todo out of several."), make<MergeCommand>},
    {"lists"_L1, QT_TRANSLATE_NOOP("CommandLine", "Show the lists."), make<ListsCommand>},
    {"undo"_L1, QT_TRANSLATE_NOOP("CommandLine", "Take back what was done."),
     []() -> std::unique_ptr<Command> { return std::make_unique<UndoCommand>(false); }},
    {"redo"_L1, QT_TRANSLATE_NOOP("CommandLine", "Do again what was taken back."),
     []() -> std::unique_ptr<Command> { return std::make_unique<UndoCommand>(true); }},
    {"history"_L1, QT_TRANSLATE_NOOP("CommandLine", "Show what was done."), make<HistoryCommand>},
    {"import"_L1, QT_TRANSLATE_NOOP("CommandLine", "Bring todos from the file of another program."),
     make<ImportCommand>},
    {"verify"_L1, QT_TRANSLATE_NOOP("CommandLine", "Compare imported todos with their file again."),
     make<VerifyCommand>},
    {"export"_L1, QT_TRANSLATE_NOOP("CommandLine", "Write todos into a file for other programs."),
     make<ExportCommand>},
    {"migrate"_L1, QT_TRANSLATE_NOOP("CommandLine", "Bring the tables of an older database up to date."),
     make<MigrateCommand>},
    {"env"_L1, QT_TRANSLATE_NOOP("CommandLine", "Set up the environments: which databases there are."),
     make<EnvCommand>},
    {"server"_L1, QT_TRANSLATE_NOOP("CommandLine", "Start, stop or look at the private database server."),
     make<ServerCommand>},
    {"doctor"_L1, QT_TRANSLATE_NOOP("CommandLine", "Check that everything is in order."),
     make<DoctorCommand>},
};

} // namespace

std::span<const CommandEntry> commandTable()
{
    return entries;
}

const CommandEntry *commandNamed(const QString &name)
{
    const auto *found = std::ranges::find(entries, name, &CommandEntry::name);
    return found == std::end(entries) ? nullptr : found;
}

} // namespace tusk::app
