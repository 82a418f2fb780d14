// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/foreignschema.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <sqlite3.h>

namespace tusk::importer
{

namespace
{

struct Function {
    QByteArray name;
    int arguments = 0;
};

// Until 3.41 the library forgot to call them innocuous.
bool isOfJson(QByteArrayView name)
{
    return name.startsWith("json") || name == "->" || name == "->>";
}

// What the library does not call innocuous, such as load_extension and fts3_tokenizer. Asks a pragma, as a
// SELECT would read the schema first.
QList<Function> doubtfulFunctions(sqlite3 *database)
{
    QList<Function> functions;
    sqlite3_stmt *rows = nullptr;
    sqlite3_prepare_v2(database, "PRAGMA function_list", -1, &rows, nullptr);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        enum Column { Name, IsBuiltIn, Type, Encoding, Arguments, Flags };
        const QByteArray name = reinterpret_cast<const char *>(sqlite3_column_text(rows, Name));
        const bool isInnocuous = (sqlite3_column_int(rows, Flags) & SQLITE_INNOCUOUS) != 0;
        const bool isKnown = isOfJson(name) && sqlite3_column_int(rows, IsBuiltIn) != 0;
        if (!isInnocuous && !isKnown)
            functions.append({name, sqlite3_column_int(rows, Arguments)});
    }
    sqlite3_finalize(rows);
    return functions;
}

void refuse(sqlite3_context *context, int, sqlite3_value **)
{
    sqlite3_result_error(context, "unsafe use of a function", -1);
}

bool refuseDoubtfulFunctions(sqlite3 *database)
{
    // The library lets some rules of a table call even what is for direct use only, so there must be nothing
    // behind the name either.
    constexpr int kind = SQLITE_ANY | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    const QList<Function> functions = doubtfulFunctions(database);
    for (const Function &each : functions) {
        const int code = sqlite3_create_function_v2(database, each.name.constData(), each.arguments, kind,
                                                    nullptr, refuse, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            return false;
    }
    return !functions.isEmpty(); // else the library cannot list them
}

// Others would show what is not of the file, or do more than read.
bool keepHarmlessModules(sqlite3 *database)
{
    std::array<const char *, 11> kept = {"json_each", "json_tree", "fts3",      "fts4",    "fts4aux", "fts5",
                                         "fts5vocab", "rtree",     "rtree_i32", "geopoly", nullptr};
    return sqlite3_drop_modules(database, kept.data()) == SQLITE_OK;
}

} // namespace

void confineForeignSchema(sqlite3 *database)
{
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, nullptr);
    // A schema that is not trusted could not even name JSON's functions, which many do. An authorizer would
    // not help: what a schema calls is not shown to it while the schema is read.
    const bool isHarmless = refuseDoubtfulFunctions(database) && keepHarmlessModules(database);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, isHarmless ? 1 : 0, nullptr);
}

} // namespace tusk::importer
