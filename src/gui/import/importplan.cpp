// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importplan.h"

#include <algorithm>

namespace tusk::gui
{

using importer::SourceOwner;

void ImportPlan::meet(const QList<SourceOwner> &owners)
{
    if (owners == people)
        return;
    people = owners;
    QStringList still;
    for (const SourceOwner &person : owners) {
        if (const QString id = QString::fromUtf8(person.id); chosenPeople.contains(id))
            still.append(id);
    }
    chosenPeople = still;
    if (persons() > 0 || owners.isEmpty())
        return;
    chosenPeople.clear();
    const auto ofPersons = [](const SourceOwner &owner) { return owner.isNobody() ? -1 : owner.todos; };
    const auto most = std::ranges::max_element(owners, {}, ofPersons);
    // What belongs to nobody is missed by whoever brings the file.
    for (const SourceOwner &person : owners) {
        if (person.isNobody() || person.id == most->id)
            chosenPeople.append(QString::fromUtf8(person.id));
    }
}

bool ImportPlan::isComplete() const
{
    return mapping.has(importer::Target::Title) && (people.isEmpty() || !chosenPeople.isEmpty());
}

QStringList ImportPlan::owners() const
{
    return chosenPeople.size() == people.size() ? QStringList() : chosenPeople;
}

qsizetype ImportPlan::persons() const
{
    return chosenPeople.size() - chosenPeople.count(QString());
}

bool ImportPlan::ownersAreLists() const
{
    return persons() > 1;
}

QString ImportPlan::listName() const
{
    return list.value_or(importer::usualList(mapping, ownersAreLists()));
}

importer::ConversionOptions ImportPlan::conversion() const
{
    importer::ConversionOptions options;
    options.zone = zone.isEmpty() ? QTimeZone::utc() : QTimeZone(zone);
    options.displayZone = zone.isEmpty() ? importer::ownZone() : QTimeZone(zone);
    options.list = listName();
    options.ownersAreLists = ownersAreLists();
    for (const SourceOwner &person : people)
        options.ownerNames.insert(person.id, person.label);
    return options;
}

} // namespace tusk::gui
