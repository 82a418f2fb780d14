// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/fieldcolumns.h"

#include "data/session/copytext.h"

#include <QList>

namespace tusk::importer
{

namespace
{

// “2026-01-12 10:00:00 Europe/Berlin” into three columns.
void appendMoment(QByteArray &line, const std::optional<QByteArray> &moment)
{
    const QList<QByteArray> parts = moment ? moment->split(' ') : QList<QByteArray>();
    for (qsizetype i = 0; i < 3; ++i) {
        if (i > 0)
            line += '\t';
        session::appendCopyField(line, i < parts.size() ? std::optional(parts.at(i)) : std::nullopt);
    }
}

} // namespace

void appendColumns(QByteArray &line, Field field, const std::optional<QByteArray> &value)
{
    if (field == Field::Due || field == Field::Start)
        appendMoment(line, value);
    else
        session::appendCopyField(line, value);
}

} // namespace tusk::importer
