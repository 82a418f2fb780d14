// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/shortids.h"

#include "data/session/databasesession.h"

#include <algorithm>

namespace tusk::repository
{

namespace
{

using domain::TodoId;

// Characters that the two begin with, dashes included.
qsizetype sharedBeginning(QStringView one, QStringView other)
{
    const auto [end, otherEnd] = std::ranges::mismatch(one, other);
    return end - one.begin();
}

// So many digits, and the dashes between them.
QString firstDigits(const QString &id, int digits)
{
    qsizetype length = 0;
    for (int found = 0; length < id.size() && found < digits; ++length)
        found += id.at(length) != u'-';
    return id.first(length);
}

// Of all todos the two that come next in the order of ids share the longest beginnings.
base::Result<ShortIds> shortIdsFrom(const session::Answer &answer, int fewestDigits)
{
    ShortIds result;
    for (const auto &row : answer.rows) {
        const QString id = QString::fromLatin1(row.at(0).value_or(QByteArray()));
        QString shortest = firstDigits(id, fewestDigits);
        for (qsizetype neighbour = 1; neighbour < row.size(); ++neighbour) {
            const QString other = QString::fromLatin1(row.at(neighbour).value_or(QByteArray()));
            const qsizetype needed = sharedBeginning(id, other) + 1;
            if (needed > shortest.size())
                shortest = id.first(needed);
        }
        result.insert(TodoId::fromString(id), shortest);
    }
    return result;
}

} // namespace

void readShortIds(session::DatabaseSession &session, const QList<TodoId> &ids, int fewestDigits,
                  const base::Inbox &inbox, std::function<void(base::Result<ShortIds>)> done)
{
    QByteArrayList texts;
    for (const TodoId &id : ids)
        texts.append(id.toString().toLatin1());
    session.request<ShortIds>(
        {{"short ids",
          "SELECT wanted.id, (SELECT t.id FROM tusk.todo t WHERE t.id < wanted.id ORDER BY t.id DESC LIMIT "
          "1), "
          "(SELECT t.id FROM tusk.todo t WHERE t.id > wanted.id ORDER BY t.id LIMIT 1) "
          "FROM unnest($1::uuid[]) AS wanted(id)",
          {'{' + texts.join(',') + '}'}}},
        [fewestDigits](const session::Answer &answer) { return shortIdsFrom(answer, fewestDigits); }, inbox,
        std::move(done));
}

} // namespace tusk::repository
