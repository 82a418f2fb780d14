// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/sourceowner.h"

#include "importer/texts.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

void tellApart(QList<SourceOwner> &owners)
{
    QHash<QString, int> called;
    for (const SourceOwner &owner : std::as_const(owners))
        ++called[owner.name.toLower()];
    for (SourceOwner &owner : owners) {
        if (owner.isNobody())
            continue;
        const bool isTold = !owner.email.isEmpty() && owner.email != owner.name;
        owner.label = called.value(owner.name.toLower()) == 1
                          ? owner.name
                          : u"%1 (%2)"_s.arg(owner.name, isTold ? owner.email : QString::fromUtf8(owner.id));
    }
}

qsizetype personsIn(const QList<SourceOwner> &owners)
{
    return std::ranges::count_if(owners, std::not_fn(&SourceOwner::isNobody));
}

qint64 todosOf(const QList<SourceOwner> &owners)
{
    return std::accumulate(owners.cbegin(), owners.cend(), qint64(0),
                           [](qint64 sum, const SourceOwner &owner) { return sum + owner.todos; });
}

QString peopleText(const QList<SourceOwner> &owners)
{
    constexpr qsizetype most = 10;
    QStringList people;
    for (const SourceOwner &owner : owners.first(std::min(most, owners.size())))
        people.append(u"%1 (%2)"_s.arg(owner.isNobody() ? Text::tr("nobody") : owner.label,
                                       QLocale().toString(owner.todos)));
    if (owners.size() > most)
        people.append(u"…"_s);
    return people.join(u", "_s);
}

} // namespace tusk::importer
