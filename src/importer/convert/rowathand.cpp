// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/rowathand.h"

#include "importer/convert/textrules.h"
#include "importer/source/rowcursor.h"
#include "importer/values/readrepair.h"
#include "importer/values/textvalue.h"

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

RepairKind repairOf(ReadRepair::Kind kind)
{
    switch (kind) {
    case ReadRepair::Kind::UnreadableTime:
        return RepairKind::UnreadableTime;
    case ReadRepair::Kind::AssumedTime:
        return RepairKind::AssumedTime;
    case ReadRepair::Kind::UnknownRepeat:
        return RepairKind::UnknownRepeat;
    case ReadRepair::Kind::PartialRepeat:
        return RepairKind::PartialRepeat;
    case ReadRepair::Kind::UnknownZone:
        break;
    }
    return RepairKind::UnknownZone;
}

} // namespace

RowAtHand::RowAtHand(const Mapping &mapping)
    : m_mapping(mapping)
{
}

void RowAtHand::take(const RowCursor &row)
{
    ++m_number;
    m_row = &row;
    m_repairs.clear();
    m_kept.clear();
}

SourceValue RowAtHand::value(Target target) const
{
    return m_mapping.has(target) ? m_row->value(int(target)) : SourceValue();
}

SourceValue RowAtHand::column(int column) const
{
    return m_row->value(column);
}

QString RowAtHand::text(Target target)
{
    const SourceValue stored = value(target);
    const TextValue read = readText(stored);
    if (read.wasInvalid)
        repair(RepairKind::InvalidText, target, stored);
    else if (read.hadNul)
        repair(RepairKind::ControlCharacters, target, stored);
    else if (read.wasBytes)
        repair(RepairKind::BytesAsText, target, stored);
    return read.text;
}

void RowAtHand::repair(RepairKind kind, Target target, const SourceValue &original)
{
    const auto column = m_mapping.columns.constFind(target);
    repair(kind, column == m_mapping.columns.cend() ? wordFor(target) : column->label, original);
}

void RowAtHand::repair(RepairKind kind, const QString &column, const SourceValue &original)
{
    const LineText title = asTitle(readText(value(Target::Title)).text);
    m_repairs.append({kind, m_sourceId, column, original.toText(), title.isBlank ? QString() : title.text});
}

void RowAtHand::repairAsRead()
{
    const SourceValue stored = m_row->value(readRepairsColumn);
    if (stored.isNull())
        return;
    for (const ReadRepair &each : readRepairsFrom(stored.toText()))
        repair(repairOf(each.kind), each.column, {.kind = SourceValue::Kind::Text, .bytes = each.original});
}

void RowAtHand::keep(Target target, const QString &words)
{
    m_kept.append(u"%1: %2"_s.arg(textFor(target), words));
}

bool isNoReference(const SourceValue &value)
{
    return value.isNull() || (value.isNumber() && value.toText() == "0") ||
           (value.kind == SourceValue::Kind::Text && value.bytes.trimmed().isEmpty()) ||
           (value.kind == SourceValue::Kind::Blob && value.bytes.isEmpty());
}

bool meansNobody(const SourceValue &value)
{
    const QByteArray text = value.toText().trimmed();
    // Also 00000000-0000-0000-0000-000000000000, as .NET writes it.
    const bool areZeros = std::ranges::all_of(text, [](char sign) { return sign == '0' || sign == '-'; });
    return isNoReference(value) || (areZeros && text.contains('0')) || text == "-1" ||
           text.compare("null", Qt::CaseInsensitive) == 0 || text.compare("none", Qt::CaseInsensitive) == 0;
}

} // namespace tusk::importer
