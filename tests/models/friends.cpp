// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/friends.h"

#include <QSqlField>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

models::MemoryTable friendsTable()
{
    models::MemoryTable table(u"friend"_s);
    table.addColumn(u"name"_s, QMetaType::fromType<QString>(), models::MemoryTable::Required);
    table.addColumn(u"birthday"_s, QMetaType::fromType<QDate>());
    table.addColumn(u"age"_s, QMetaType::fromType<int>(), models::MemoryTable::ReadOnly);
    return table;
}

void apply(Friend &target, const QSqlRecord &values)
{
    if (values.contains(u"name"_s))
        target.name = values.value(u"name"_s).toString();
    if (values.contains(u"birthday"_s))
        target.birthday = values.value(u"birthday"_s);
    ++target.stamp;
}

QString described(const QSqlRecord &record)
{
    QStringList parts;
    for (int i = 0; i < record.count(); ++i)
        parts += record.fieldName(i) + u'=' + (record.isNull(i) ? u"NULL"_s : record.value(i).toString());
    return parts.join(u' ');
}

} // namespace

Friends friendsNamed(const QStringList &names)
{
    Friends friends;
    for (const QString &name : names)
        friends.append({.name = name});
    return friends;
}

FriendsSnapshot::FriendsSnapshot(Friends friends)
    : m_friends(std::move(friends))
{
}

int FriendsSnapshot::rowCount() const
{
    return static_cast<int>(m_friends.size());
}

QVariant FriendsSnapshot::value(int row, int column) const
{
    const Friend &one = m_friends.at(row);
    switch (column) {
    case FriendsModel::NameColumn:
        return one.name;
    case FriendsModel::BirthdayColumn:
        return one.birthday;
    default:
        return one.age;
    }
}

QUuid FriendsSnapshot::rowId(int row) const
{
    return m_friends.at(row).id;
}

quint64 FriendsSnapshot::rowStamp(int row) const
{
    return m_friends.at(row).stamp;
}

FriendsModel::FriendsModel(QObject *parent)
    : MemoryTableModel(friendsTable(), parent)
{
}

void FriendsModel::show(const Friends &friends)
{
    m_friends = friends;
    showSnapshot(std::make_shared<FriendsSnapshot>(friends));
}

QVariant FriendsModel::cellData(int row, int column, int role) const
{
    if (role == InitialRole)
        return snapshot().value(row, NameColumn).toString().left(1);
    return MemoryTableModel::cellData(row, column, role);
}

QString FriendsModel::columnTitle(int column) const
{
    return column == NameColumn ? u"Name"_s : QString();
}

void FriendsModel::requestMoreRows()
{
    ++m_requests;
    Friends rows = m_friends;
    rows.append(more.takeFirst());
    show(rows);
}

bool FriendsModel::queueInsert(const QSqlRecord &values)
{
    Friend added{.id = draftId()};
    apply(added, values);
    Friends result = m_friends;
    result.append(added);
    return answer(described(values), result);
}

bool FriendsModel::queueUpdate(int row, const QSqlRecord &changed)
{
    Friends result = m_friends;
    apply(result[row], changed);
    return answer(described(changed), result);
}

bool FriendsModel::queueDelete(int row)
{
    Friends result = m_friends;
    result.removeAt(row);
    return answer(u"delete"_s, result);
}

bool FriendsModel::answer(const QString &request, const Friends &result)
{
    m_lastRequest = request;
    ++m_requests;
    if (refuses)
        return false;
    m_friends = result;
    if (!answersLater)
        show(result);
    return true;
}

QStringList shownNames(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names += model.index(row, FriendsModel::NameColumn).data().toString();
    return names;
}

} // namespace tusk::tests
