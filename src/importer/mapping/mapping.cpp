// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/mapping.h"

#include "base/nodestructor.h"
#include "importer/source/tableshape.h"
#include "importer/texts.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<QLatin1StringView, targetCount> words{
    "id"_L1,         "title"_L1,      "notes"_L1,    "completed"_L1, "completed_at"_L1, "created_at"_L1,
    "updated_at"_L1, "deleted_at"_L1, "priority"_L1, "due"_L1,       "start"_L1,        "repeat"_L1,
    "list"_L1,       "parent"_L1,     "tags"_L1,     "owner"_L1,     "position"_L1,     "archived_at"_L1};

QString textLiteral(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

// The same of a row with another name than “t”.
QString ofRow(QString expression, QChar row)
{
    static const base::NoDestructor<QRegularExpression> own(u"\\bt\\."_s);
    return row == u't' ? expression : expression.replace(*own, row + u"."_s);
}

// Ids are compared as texts: the user has read them as such.
QStringList conditionsOf(const Mapping &mapping, const QStringList &owners, QChar row)
{
    QStringList conditions;
    if (!mapping.filter.isEmpty())
        conditions.append(u'(' + ofRow(mapping.filter, row) + u')');
    if (!owners.isEmpty() && mapping.has(Target::Owner)) {
        QStringList literals;
        std::ranges::transform(owners, std::back_inserter(literals), textLiteral);
        conditions.append(u"tusk_text(%1) IN (%2)"_s.arg(
            ofRow(mapping.columns.value(Target::Owner).expression, row), literals.join(u", "_s)));
    }
    return conditions;
}

QString whereOf(const Mapping &mapping, const QStringList &owners)
{
    const QStringList conditions = conditionsOf(mapping, owners, u't');
    return conditions.isEmpty() ? QString() : " WHERE "_L1 + conditions.join(u" AND "_s);
}

// By the positions, as numbers where they are some; what Tusk has written is in its order already.
QStringList ordersOf(const Mapping &mapping)
{
    QStringList orders;
    if (mapping.has(Target::Position) && !mapping.isExact) {
        const QString position = mapping.columns.value(Target::Position).expression;
        orders = {u"(%1) IS NULL"_s.arg(position), u"CAST(%1 AS REAL)"_s.arg(position), position};
    }
    if (!mapping.order.isEmpty())
        orders.append(mapping.order);
    return orders;
}

// What is appended to the notes, if anything is.
QStringList restForNotes(const Mapping &mapping)
{
    QStringList expressions;
    if (mapping.leftOutGoesToNotes) {
        for (const QString &column : mapping.leftOut)
            expressions.append(mapping.leftOutExpressions.value(column, "t."_L1 + quoted(column)));
    }
    return expressions;
}

} // namespace

QString wordFor(Target target)
{
    return words[size_t(target)];
}

QString textFor(Target target)
{
    switch (target) {
    case Target::Id:
        return Text::tr("Number of the todo");
    case Target::Title:
        return Text::tr("Title");
    case Target::Notes:
        return Text::tr("Notes");
    case Target::State:
        return Text::tr("Completed");
    case Target::CompletedAt:
        return Text::tr("Completed at");
    case Target::CreatedAt:
        return Text::tr("Added");
    case Target::UpdatedAt:
        return Text::tr("Edited");
    case Target::DeletedAt:
        return Text::tr("In the Trash");
    case Target::Priority:
        return Text::tr("Priority");
    case Target::Due:
        return Text::tr("Due");
    case Target::Start:
        return Text::tr("Start");
    case Target::Repeat:
        return Text::tr("Repeats");
    case Target::List:
        return Text::tr("List");
    case Target::Parent:
        return Text::tr("Subtask of");
    case Target::Tags:
        return Text::tr("Tags");
    case Target::Owner:
        return Text::tr("Person");
    case Target::Position:
        return Text::tr("Order");
    case Target::ArchivedAt:
        return Text::tr("In the archive");
    }
    return {};
}

QList<Target> allTargets()
{
    QList<Target> targets{Target::Title,       Target::Notes,     Target::State,     Target::Priority,
                          Target::Due,         Target::Start,     Target::Repeat,    Target::List,
                          Target::Tags,        Target::Parent,    Target::Owner,     Target::CreatedAt,
                          Target::CompletedAt, Target::UpdatedAt, Target::DeletedAt, Target::ArchivedAt,
                          Target::Position,    Target::Id};
    return targets;
}

bool isDated(Target target)
{
    return target == Target::State || target == Target::DeletedAt || target == Target::ArchivedAt ||
           std::ranges::find(timeTargets, target) != timeTargets.end();
}

std::optional<Target> targetNamed(QStringView word)
{
    const auto *found = std::ranges::find_if(words, [word](QLatin1StringView each) { return word == each; });
    return found == words.end() ? std::nullopt : std::optional(Target(found - words.begin()));
}

std::optional<qint64> assumedHighest(const Mapping &mapping)
{
    const PriorityScale &scale = mapping.priorities;
    if (!mapping.prioritiesAreAssumed || !mapping.has(Target::Priority) || scale.isEmpty())
        return std::nullopt;
    const int most = std::ranges::max(scale.values());
    if (most == 0)
        return std::nullopt;
    return scale.last() == most ? scale.lastKey() : scale.key(most);
}

bool looksUpParents(const Mapping &mapping)
{
    return mapping.has(Target::Parent) && mapping.has(Target::Id) &&
           (mapping.idsMayRepeat || mapping.parentsByTitle);
}

// What a parent may be called by, and its id; ids come first, so that they win.
QString possibleParents(const Mapping &mapping, const QStringList &owners)
{
    const QStringList conditions = conditionsOf(mapping, owners, u'p');
    const QString id = ofRow(mapping.columns.value(Target::Id).expression, u'p');
    const QString from = quoted(mapping.table) + " AS p"_L1 +
                         (conditions.isEmpty() ? QString() : " WHERE "_L1 + conditions.join(u" AND "_s));
    if (!mapping.parentsByTitle)
        return u"SELECT %1 AS id FROM %2"_s.arg(id, from);
    const QString title = ofRow(mapping.columns.value(Target::Title).expression, u'p');
    return u"SELECT trim(%1) AS id, %1 AS parent FROM %3 UNION ALL "
           "SELECT title, min(id) FROM (SELECT trim(%2) AS title, %1 AS id FROM %3) "
           "GROUP BY title COLLATE BINARY HAVING count(*) = 1 AND title <> ''"_s.arg(id, title, from);
}

// Other ids are in another table.
QString parentTable(const Mapping &mapping, const QStringList &owners)
{
    const QByteArray ids = possibleParents(mapping, owners).toUtf8();
    return "parents "_L1 +
           QString::fromLatin1(QCryptographicHash::hash(ids, QCryptographicHash::Sha1).toHex());
}

QString parentOf(const Mapping &mapping, const QStringList &owners)
{
    if (!mapping.has(Target::Parent) || !mapping.has(Target::Id))
        return u"NULL"_s;
    const QString id = mapping.columns.value(Target::Id).expression;
    const QString parent = mapping.columns.value(Target::Parent).expression;
    // Who names itself is known by its own row: the others of that id, which may be all that have a blank
    // one, are not walked through. The order of a temporary table is that of the bytes.
    const QString table = "temp."_L1 + quoted(parentTable(mapping, owners));
    if (mapping.parentsByTitle)
        return u"(SELECT p.parent FROM %1 AS p WHERE p.id = trim(%2) AND p.parent <> %3 AND "
               "(%2) COLLATE BINARY <> %3)"_s.arg(table, parent, id);
    if (looksUpParents(mapping))
        return u"(SELECT p.id FROM %1 AS p WHERE p.id = %2 AND (%2) COLLATE BINARY <> %3)"_s.arg(table,
                                                                                                 parent, id);
    // A parent that is not imported is none.
    QStringList conditions = conditionsOf(mapping, owners, u'p');
    conditions.prepend(ofRow(id, u'p') + " = "_L1 + parent);
    conditions.append(id + " <> "_L1 + parent);
    return u"(SELECT %1 FROM %2 AS p WHERE %3)"_s.arg(ofRow(id, u'p'), quoted(mapping.table),
                                                      conditions.join(u" AND "_s));
}

QString selectOf(const Mapping &mapping, const QStringList &owners)
{
    QStringList expressions;
    for (int target = 0; target < targetCount; ++target) {
        const auto column = mapping.columns.constFind(Target(target));
        expressions.append(column == mapping.columns.cend() ? u"NULL"_s : column->expression);
    }
    expressions.append(parentOf(mapping, owners));
    const QString listReference = mapping.columns.value(Target::List).reference;
    expressions.append(listReference.isEmpty() ? u"NULL"_s : listReference);
    expressions.append(mapping.readRepairs.isEmpty() ? u"NULL"_s : mapping.readRepairs);
    expressions.append(restForNotes(mapping));
    const QStringList orders = ordersOf(mapping);
    const QString order = orders.isEmpty() ? QString() : " ORDER BY "_L1 + orders.join(u", "_s);
    return "SELECT "_L1 + expressions.join(u", "_s) + " FROM "_L1 + mapping.from + whereOf(mapping, owners) +
           order;
}

QString countOf(const Mapping &mapping, const QStringList &owners)
{
    return "SELECT count(*) FROM "_L1 + mapping.from + whereOf(mapping, owners);
}

// By what is stored first, for which there may be an index; “Ana” and “ana” are two, whatever the column
// says.
QString ownersIn(const Mapping &mapping)
{
    return u"SELECT tusk_text(owner), sum(todos) FROM (SELECT %1 AS owner, count(*) AS todos FROM %2%3 "
           "GROUP BY 1 COLLATE BINARY) GROUP BY 1 ORDER BY 2 DESC, 1"_s.arg(
               mapping.columns.value(Target::Owner).expression, mapping.from, whereOf(mapping, {}));
}

QString textSizesOf(const Mapping &mapping, const QStringList &owners)
{
    QStringList texts = restForNotes(mapping) << mapping.columns.value(Target::Title).expression
                                              << mapping.columns.value(Target::Notes).expression;
    texts.removeAll(QString());
    QStringList sizes{u"0"_s};
    for (const QString &text : std::as_const(texts))
        sizes.append(u"coalesce(length(CAST(%1 AS BLOB)), 0)"_s.arg(text));
    return "SELECT "_L1 + sizes.join(u" + "_s) + " FROM "_L1 + mapping.from + whereOf(mapping, owners);
}

} // namespace tusk::importer
