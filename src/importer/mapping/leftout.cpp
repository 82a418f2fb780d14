// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/leftout.h"

#include "importer/mapping/columnnames.h"
#include "importer/texts.h"

namespace tusk::importer
{

using namespace Qt::StringLiterals;

void nameTheRest(Mapping &mapping, const TableShape &table,
                 const std::function<bool(const QString &column)> &isUsed)
{
    QStringList secrets;
    for (const ColumnShape &column : table.columns) {
        if (isSecret(column.name))
            secrets.append(column.name);
        else if (!isUsed(column.name))
            mapping.leftOut.append(column.name);
    }
    if (!secrets.isEmpty())
        mapping.remarks.append(
            Text::tr("Never read, because a secret may be in it: %1.").arg(secrets.join(u", "_s)));
}

} // namespace tusk::importer
