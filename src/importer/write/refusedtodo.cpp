// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/refusedtodo.h"

#include "importer/importreport.h"
#include "importer/texts.h"

#include <algorithm>
#include <array>

namespace tusk::importer
{

bool isAboutRow(const base::Error &error)
{
    // Data, constraints, limits of the server, and what a trigger of somebody raises.
    static constexpr std::array classes{"22", "23", "54", "P0"};
    return std::ranges::any_of(classes,
                               [&error](const char *each) { return error.sqlState.startsWith(each); });
}

base::Error refusedTodo(base::Error error, const QString &title, const QByteArray &sourceId)
{
    constexpr qsizetype longest = 80;
    const QString name = title.simplified();
    error.sentence = name.isEmpty()
                         ? Text::tr("The database does not take the todo number %1, so nothing was imported.")
                               .arg(QString::fromUtf8(sourceId))
                         : Text::tr("The database does not take the todo “%1”, so nothing was imported.")
                               .arg(excerptsOf(name, {}, longest).one);
    return error;
}

} // namespace tusk::importer
