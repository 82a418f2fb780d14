// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/values/sharevalue.h"

#include <algorithm>

namespace tusk::importer
{

namespace
{

constexpr double allInPercent = 100;

} // namespace

std::optional<Share> readShare(const SourceValue &value)
{
    if (value.isNull() || value.kind == SourceValue::Kind::Blob)
        return std::nullopt;
    QByteArray text = value.toText().trimmed();
    Share share;
    share.isPercent = text.endsWith('%');
    if (share.isPercent)
        text = text.chopped(1).trimmed();
    bool isNumber = false;
    share.number = text.replace(',', '.').toDouble(&isNumber);
    return isNumber ? std::optional(share) : std::nullopt;
}

double wholeAmong(const QList<QByteArray> &values)
{
    const bool arePercent = std::ranges::any_of(values, [](const QByteArray &value) {
        const auto share = readShare({.kind = SourceValue::Kind::Text, .bytes = value});
        return share && !share->isPercent && share->number > 1;
    });
    return arePercent ? allInPercent : 1;
}

bool isWhole(const Share &share, double whole)
{
    return share.number >= (share.isPercent ? allInPercent : whole);
}

} // namespace tusk::importer
