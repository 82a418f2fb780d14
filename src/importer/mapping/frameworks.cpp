// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/frameworks.h"

#include "importer/texts.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

struct Framework {
    QLatin1StringView table; // its trace in a file
    QLatin1StringView kind;
    QLatin1StringView name;
};
constexpr std::array frameworks{Framework{"django_migrations"_L1, "django"_L1, "Django"_L1},
                                Framework{"ar_internal_metadata"_L1, "rails"_L1, "Rails"_L1},
                                Framework{"schema_migrations"_L1, "rails"_L1, "Rails"_L1},
                                Framework{"_prisma_migrations"_L1, "prisma"_L1, "Prisma"_L1},
                                Framework{"__EFMigrationsHistory"_L1, "efcore"_L1, "EF Core"_L1},
                                Framework{"room_master_table"_L1, "room"_L1, "Room"_L1},
                                Framework{"__drizzle_migrations"_L1, "drizzle"_L1, "Drizzle"_L1},
                                Framework{"SequelizeMeta"_L1, "sequelize"_L1, "Sequelize"_L1},
                                Framework{"__diesel_schema_migrations"_L1, "diesel"_L1, "Diesel"_L1},
                                Framework{"_sqlx_migrations"_L1, "sqlx"_L1, "SQLx"_L1},
                                Framework{"typeorm_metadata"_L1, "typeorm"_L1, "TypeORM"_L1},
                                Framework{"Z_PRIMARYKEY"_L1, "coredata"_L1, "Core Data"_L1},
                                Framework{"personal_access_tokens"_L1, "laravel"_L1, "Laravel"_L1},
                                Framework{"failed_jobs"_L1, "laravel"_L1, "Laravel"_L1},
                                Framework{"alembic_version"_L1, "sqlalchemy"_L1, "SQLAlchemy"_L1}};

bool hasColumns(const TableShape *table, std::initializer_list<QStringView> columns)
{
    return table && std::ranges::all_of(columns, [table](QStringView name) { return table->column(name); });
}

// The app that Tusk replaces.
bool isOldApp(const QList<TableShape> &tables, const Mapping &mapping)
{
    return mapping.table == "tasks"_L1 &&
           hasColumns(tableNamed(tables, "tasks"_L1),
                      {u"id", u"title", u"description", u"completed", u"user_id"}) &&
           hasColumns(tableNamed(tables, "users"_L1), {u"id", u"email"});
}

// A program, whichever it is, is called after what it was made with.
void nameProgram(const QList<TableShape> &tables, Mapping &mapping)
{
    if (isOldApp(tables, mapping)) {
        mapping.kind = u"todo-app"_s;
        mapping.program = Text::tr("the earlier todo app");
        return;
    }
    // Both of them call it so; only one writes when it ran.
    if (hasColumns(tableNamed(tables, "schema_migrations"_L1), {u"version", u"inserted_at"})) {
        mapping.kind = u"ecto"_s;
        mapping.program = Text::tr("a program made with %1").arg("Ecto"_L1);
        return;
    }
    const auto *found = std::ranges::find_if(frameworks, [&tables](const Framework &framework) {
        return tableNamed(tables, framework.table) != nullptr;
    });
    if (found != frameworks.end()) {
        mapping.kind = found->kind;
        mapping.program = Text::tr("a program made with %1").arg(found->name);
    }
}

// These write every time in UTC, also when something is due, and name no zone.
bool writesUtc(const Mapping &mapping)
{
    static const QStringList kinds{u"django"_s, u"rails"_s, u"laravel"_s, u"ecto"_s, u"typeorm"_s};
    return kinds.contains(mapping.kind);
}

} // namespace

void nameKind(const QList<TableShape> &tables, Mapping &mapping)
{
    nameProgram(tables, mapping);
    mapping.plansAreMoments = writesUtc(mapping);
}

bool isFramework(QStringView kind)
{
    return kind == "ecto"_L1 ||
           std::ranges::any_of(frameworks, [kind](const Framework &each) { return kind == each.kind; });
}

} // namespace tusk::importer
