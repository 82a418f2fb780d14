// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/surroundings.h"

#include "base/nodestructor.h"
#include "importer/mapping/columnnames.h"
#include "importer/mapping/references.h"
#include "importer/mapping/retiredlists.h"
#include "importer/source/sqlitefile.h"
#include "importer/texts.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

// How the rows “j” of another table say to which todo they belong.
struct Belonging {
    QString column;
    QString key;             // SQL: what is in there, of a row “t”
    QString condition = {};  // SQL: whether it is a todo at all that they belong to; empty: it is
    QString kindColumn = {}; // that is in the condition
};

// “Z_1TODOS” of Core Data has keys of the table of the first entity.
std::optional<int> entityOf(const QString &column)
{
    static const base::NoDestructor<QRegularExpression> form(u"^Z_(\\d+)"_s);
    const QRegularExpressionMatch match = form->match(column);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

// As classes are called whose rows a table holds: “tasks” of “Task”, “entries” of “Entry”.
QStringList classNamesOf(const QString &table)
{
    const QString plural = lettersOf(table);
    QStringList names{plural};
    if (plural.endsWith("ies"_L1))
        names.append(plural.chopped(3) + u'y');
    if (plural.endsWith("es"_L1))
        names.append(plural.chopped(2));
    if (plural.endsWith(u's'))
        names.append(plural.chopped(1));
    return names;
}

// SQL: whether the kind “App\Models\Task”, “Task” or “tasks” is that of the rows of a table.
QString isOfKind(const QString &kind, const TableShape &table)
{
    const QString plain = u"lower(replace(%1, '_', ''))"_s.arg(kind);
    QStringList conditions;
    for (const QString &name : classNamesOf(table.name)) {
        conditions.append(u"%1 = '%2'"_s.arg(plain, name));
        for (const QChar before : {u'\\', u':', u'.'})
            conditions.append(u"%1 LIKE '%%2%3'"_s.arg(plain, before, name));
    }
    return u'(' + conditions.join(u" OR "_s) + u')';
}

class Surroundings final
{
public:
    Surroundings(SqliteFile &file, const QList<TableShape> &tables, const TableShape &table, Mapping &mapping)
        : m_file(file)
        , m_tables(tables)
        , m_table(table)
        , m_mapping(mapping)
    {
    }

    Result<void> take()
    {
        if (auto read = readEntities(); !read)
            return read;
        if (!m_mapping.has(Target::Tags))
            takeTags();
        followLists(m_tables, m_table, m_mapping);
        if (auto named = nameArchivedLists(m_file, m_mapping); !named)
            return named;
        for (const TableShape &other : m_tables) {
            if (auto counted = countWhatBelongs(other); !counted)
                return counted;
        }
        return {};
    }

private:
    Result<void> readEntities()
    {
        const TableShape *entities = tableNamed(m_tables, "Z_PRIMARYKEY"_L1);
        if (!entities || !entities->column(u"Z_ENT") || !entities->column(u"Z_NAME"))
            return {};
        auto rows = m_file.query(u"SELECT Z_ENT, Z_NAME FROM Z_PRIMARYKEY"_s);
        if (!rows)
            return rows.error();
        return rows->forEach([this](const RowCursor &row) {
            m_entities.insert(row.value(0).toText().toInt(),
                              u'Z' + QString::fromUtf8(row.value(1).toText()).toUpper());
        });
    }

    [[nodiscard]] std::optional<TableReference> targetOf(const TableShape &other,
                                                         const ColumnShape &column) const
    {
        const auto entity = m_entities.isEmpty() ? std::nullopt : entityOf(column.name);
        if (!entity)
            return tableReferenceOf(m_tables, other, column, true);
        const TableShape *target = tableNamed(m_tables, m_entities.value(*entity));
        const ColumnShape *key = target ? target->soleKey() : nullptr;
        return key ? std::optional(TableReference{target, key->name}) : std::nullopt;
    }

    [[nodiscard]] std::optional<Belonging> belongingOf(const TableShape &other) const
    {
        for (const ColumnShape &column : other.columns) {
            const auto target = targetOf(other, column);
            if (target && target->table->name == m_table.name)
                return Belonging{column.name, "t."_L1 + quoted(target->key)};
        }
        for (const ColumnShape &column : other.columns) {
            if (auto belonging = belongingByKind(other, column))
                return belonging;
        }
        return std::nullopt;
    }

    // “taggable_id” beside “taggable_type”, of Laravel and Rails; “object_id” beside “content_type_id”, of
    // Django.
    [[nodiscard]] std::optional<Belonging> belongingByKind(const TableShape &other,
                                                           const ColumnShape &column) const
    {
        const QString id = m_mapping.columns.value(Target::Id).expression;
        const QString plain = lettersOf(column.name);
        const ColumnShape *content = other.column(u"content_type_id");
        if (!id.isEmpty() && plain == "objectid"_L1 && content &&
            tableNamed(m_tables, "django_content_type"_L1))
            return Belonging{column.name, id,
                             u"j.%1 IN (SELECT c.id FROM django_content_type AS c WHERE lower(c.app_label || "
                             "'_' || c.model) = '%2')"_s.arg(quoted(content->name),
                                                             m_table.name.toLower().replace(u'\'', u"''"_s)),
                             content->name};
        if (id.isEmpty() || !plain.endsWith("id"_L1) || plain == "id"_L1)
            return std::nullopt; // “id” beside “type”: what a row is itself
        const auto kind = std::ranges::find_if(other.columns, [&plain](const ColumnShape &each) {
            return lettersOf(each.name) == QString(plain.chopped(2) + "type"_L1);
        });
        if (kind == other.columns.cend())
            return std::nullopt;
        return Belonging{column.name, id, isOfKind("j."_L1 + quoted(kind->name), m_table), kind->name};
    }

    void takeTags()
    {
        for (const TableShape &other : m_tables) {
            const auto belonging = other.name == m_table.name ? std::nullopt : belongingOf(other);
            const auto tags = belonging ? tagsIn(other, *belonging) : std::nullopt;
            if (!tags)
                continue;
            m_mapping.columns.insert(Target::Tags, *tags);
            return;
        }
    }

    [[nodiscard]] std::optional<MappedColumn> tagsIn(const TableShape &join, const Belonging &belonging) const
    {
        for (const ColumnShape &column : join.columns) {
            const auto tags = column.name == belonging.column ? std::nullopt : targetOf(join, column);
            const QString plain = tags ? lettersOf(tags->table->name) : QString();
            const bool areTags = plain.contains("tag"_L1) || plain.contains("label"_L1);
            const QString name = areTags ? namingColumn(*tags->table) : QString();
            if (!name.isEmpty())
                return joined(join, belonging, column.name, *tags, name);
        }
        return std::nullopt;
    }

    // Of names in several languages, {"en": "home"}, the first.
    [[nodiscard]] static MappedColumn joined(const TableShape &join, const Belonging &belonging,
                                             const QString &tag, const TableReference &tags,
                                             const QString &name)
    {
        const QString plainName =
            u"CASE WHEN json_valid(g.%1) AND g.%1 LIKE '{%' THEN (SELECT l.value FROM json_each(g.%1) AS l "
            "LIMIT 1) ELSE g.%1 END"_s.arg(quoted(name));
        const QString condition =
            belonging.condition.isEmpty() ? QString() : " AND "_L1 + belonging.condition;
        MappedColumn column{tags.table->name + u'.' + name,
                            u"(SELECT char(31) || group_concat(%1, char(31)) FROM %2 AS j JOIN %3 AS g ON "
                            "g.%4 = j.%5 WHERE j.%6 = %7%8)"_s.arg(
                                plainName, quoted(join.name), quoted(tags.table->name), quoted(tags.key),
                                quoted(tag), quoted(belonging.column), belonging.key, condition),
                            u"joined by "_s + join.name};
        column.joinTable = join.name;
        column.joinColumn = belonging.column;
        column.joinValue = tag;
        column.joinKind = belonging.kindColumn;
        return column;
    }

    // What the todos refer to does not belong to them, but they to it.
    [[nodiscard]] bool isAbove(const TableShape &other) const
    {
        return std::ranges::any_of(m_table.columns, [this, &other](const ColumnShape &column) {
            const auto target = tableReferenceOf(m_tables, m_table, column);
            return target && target->table->name == other.name;
        });
    }

    // A column may be called like a table.
    [[nodiscard]] bool isTaken(const TableShape &other) const
    {
        const QString asTable = u' ' + quoted(other.name) + " AS "_L1;
        return std::any_of(m_mapping.columns.cbegin(), m_mapping.columns.cend(),
                           [&](const MappedColumn &column) { return column.expression.contains(asTable); });
    }

    Result<void> countWhatBelongs(const TableShape &other)
    {
        const bool isJoinOfCoreData = !m_entities.isEmpty() && entityOf(other.name);
        const bool isLookedAt = other.kind == TableShape::Kind::Table && other.name != m_table.name &&
                                (isJoinOfCoreData || !isInfrastructure(other.name));
        const auto belonging =
            isLookedAt && !isTaken(other) && !isAbove(other) ? belongingOf(other) : std::nullopt;
        if (!belonging)
            return {};
        const QString filter = m_mapping.filter.isEmpty() ? QString() : " WHERE "_L1 + m_mapping.filter;
        const QString condition =
            belonging->condition.isEmpty() ? QString() : " AND "_L1 + belonging->condition;
        const auto rows =
            m_file.number(u"SELECT count(*) FROM %1 AS j WHERE j.%2 IN (SELECT %3 FROM %4%5)%6"_s.arg(
                quoted(other.name), quoted(belonging->column), belonging->key, m_mapping.from, filter,
                condition));
        if (!rows)
            return rows.error();
        if (*rows > 0)
            m_mapping.belonging.append({other.name, *rows});
        return {};
    }

    SqliteFile &m_file;
    const QList<TableShape> &m_tables;
    const TableShape &m_table;
    Mapping &m_mapping;
    QHash<int, QString> m_entities; // tables of Core Data by their numbers
};

} // namespace

Result<void> takeWhatIsAround(SqliteFile &file, const QList<TableShape> &tables, const TableShape &table,
                              Mapping &mapping)
{
    return Surroundings(file, tables, table, mapping).take();
}

void nameWhatBelongs(Mapping &mapping, const QStringList &besides)
{
    // By itself, for the tool that collects what is to be translated.
    const char *sentence =
        QT_TRANSLATE_N_NOOP("Import", "%Ln rows of “%1” belong to these todos and are not taken over.");
    for (const auto &[table, rows] : std::as_const(mapping.belonging)) {
        if (!besides.contains(table))
            mapping.remarks.append(
                QCoreApplication::translate("Import", sentence, nullptr, int(rows)).arg(table));
    }
}

} // namespace tusk::importer
