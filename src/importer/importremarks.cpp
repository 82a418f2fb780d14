// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importremarks.h"

#include "importer/importjob.h"
#include "importer/texts.h"

namespace tusk::importer
{

QStringList remarksOnOwners(const ImportRequest &request)
{
    if (!request.conversion.ownersAreLists || !request.mapping.has(Target::List))
        return {};
    return {Text::tr("Todos that are in a list in the file stay in it and have their person as a tag.")};
}

QStringList remarksOnArchived(const NameBook &lists)
{
    const QStringList names = lists.archived();
    if (names.isEmpty())
        return {};
    return {Text::tr("The sidebar does not show these lists, as they are archived in Tusk: %1. Todos "
                     "of the file are in them.")
                .arg(names.join(QStringLiteral(", ")))};
}

} // namespace tusk::importer
