// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/values/zonename.h"

#include "domain/todorules.h"

#include <QHash>
#include <QTimeZone>

namespace tusk::importer
{

namespace
{

QByteArray lookUp(const QByteArray &name)
{
    if (domain::isKnownZone(name))
        return name;
    const QByteArray meant = QTimeZone::windowsIdToDefaultIanaId(name);
    return domain::isKnownZone(meant) ? meant : QByteArray();
}

} // namespace

QByteArray zoneNamed(const QByteArray &name)
{
    thread_local QHash<QByteArray, QByteArray> known; // looking one up takes longer than reading a todo
    constexpr qsizetype most = 1000;
    const auto found = known.constFind(name);
    if (found != known.cend())
        return *found;
    if (known.size() == most)
        known.clear();
    return *known.insert(name, lookUp(name));
}

} // namespace tusk::importer
