// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/convert/todorow.h"

#include <QByteArray>
#include <QList>

namespace tusk::importer
{

// The fields of a row “t” of tusk.todo as FieldTexts has them, in SQL, parted by commas. tags: the expression
// for its tags.
[[nodiscard]] QByteArray fieldSelection(const QByteArray &tags);
// The same for a COPY or an answer, of which the server makes texts by itself, and sooner.
[[nodiscard]] QByteArray fieldOutput(const QByteArray &tags);
// Its tags, for a few rows.
inline constexpr auto tagsOfRow = "array_to_string(tusk.tags_of(t.id), ',')";

// Out of an answer, from that column on.
[[nodiscard]] FieldTexts fieldsFrom(const QList<std::optional<QByteArray>> &row, qsizetype first);

} // namespace tusk::importer
