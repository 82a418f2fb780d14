// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/catalogue.h"

#include "app/texts.h"
#include "base/uuidv7.h"
#include "domain/position.h"
#include "domain/todorules.h"

#include <algorithm>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;
using domain::ListId;
using domain::Tag;
using domain::TagId;
using domain::TodoList;

template <class Record>
std::optional<Record> named(const QList<Record> &records, const QString &name)
{
    const auto found = std::ranges::find_if(records, [&name](const Record &record) {
        return record.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found != records.end() ? std::optional(*found) : std::nullopt;
}

template <class Record>
void replaceOrAppend(QList<Record> &records, const Record &record)
{
    const auto found = std::ranges::find(records, record.id, &Record::id);
    if (found != records.end())
        *found = record;
    else
        records.append(record);
}

template <class Record>
Record newRecord(const QString &name, const QList<Record> &others, const QDateTime &now)
{
    QByteArray last;
    for (const Record &other : others)
        last = std::max(last, other.position);
    Record record;
    record.id = decltype(Record::id)(base::makeUuidV7());
    record.name = name;
    record.position = domain::positionAtEnd(now, last);
    return record;
}

bool meansInbox(const QString &name)
{
    return name.compare("inbox"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

Catalogue::Catalogue(const QList<TodoList> &lists, const QList<Tag> &tags)
    : m_lists(lists)
    , m_tags(tags)
{
}

void Catalogue::absorb(const repository::ChangedRows &rows)
{
    for (const TodoList &list : rows.lists)
        replaceOrAppend(m_lists, list);
    for (const Tag &tag : rows.tags)
        replaceOrAppend(m_tags, tag);
}

std::optional<TodoList> Catalogue::listNamed(const QString &name) const
{
    return named(m_lists, name);
}

std::optional<Tag> Catalogue::tagNamed(const QString &name) const
{
    return named(m_tags, name);
}

QString Catalogue::listName(ListId id) const
{
    const auto found = std::ranges::find(m_lists, id, &TodoList::id);
    return found != m_lists.end() ? found->name : QString();
}

QStringList Catalogue::tagNames(const QList<TagId> &ids) const
{
    QStringList names;
    for (const Tag &tag : m_tags) {
        if (ids.contains(tag.id))
            names.append(tag.name);
    }
    return names;
}

base::Result<Destination> NameResolver::list(const QString &name, Unknown unknown, const QDateTime &now)
{
    const base::Result<QString> checked = domain::checkedListName(name);
    if (!checked)
        return checked.error();
    if (const auto known = m_catalogue.listNamed(*checked))
        return Destination(known->id);
    if (meansInbox(*checked))
        return Destination();
    if (unknown != Unknown::Created)
        return unknownList(*checked, unknown);
    if (const auto made = named(m_newLists, *checked))
        return Destination(made->id);
    m_newLists.append(newRecord(*checked, m_catalogue.lists() + m_newLists, now));
    return Destination(m_newLists.constLast().id);
}

base::Result<TagId> NameResolver::tag(const QString &name, const QDateTime &now)
{
    const base::Result<QString> checked = domain::checkedTagName(name);
    if (!checked)
        return checked.error();
    if (const auto known = m_catalogue.tagNamed(*checked))
        return known->id;
    if (const auto made = named(m_newTags, *checked))
        return made->id;
    m_newTags.append(newRecord(*checked, m_newTags, now));
    return m_newTags.constLast().id;
}

void NameResolver::addNewTo(domain::Action &action) const
{
    for (const TodoList &list : m_newLists)
        action.lists.append({domain::ChangeOperation::Insert, {}, list, false});
    for (const Tag &tag : m_newTags)
        action.tags.append({domain::ChangeOperation::Insert, {}, tag});
}

base::Error NameResolver::unknownList(const QString &name, Unknown unknown) const
{
    QStringList names;
    for (const TodoList &list : m_catalogue.lists()) {
        if (!list.archivedAt)
            names.append(u"“%1”"_s.arg(list.name));
    }
    base::Error error;
    error.kind = base::ErrorKind::NotFound;
    error.sentence = names.isEmpty() ? Text::tr("There is no list “%1”, and no other yet.").arg(name)
                                     : Text::tr("There is no list “%1”, only %2.")
                                           .arg(name, names.join(Text::tr(", ", "between names")));
    if (unknown == Unknown::CreatedIfAsked)
        error.sentence += u' ' + Text::tr("--create makes it.");
    return error;
}

} // namespace tusk::app
