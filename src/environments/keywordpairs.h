// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace tusk::environments
{

using KeywordPairs = QList<std::pair<QString, QString>>;

// key=value pairs quoted as libpq does it; none where they are not. libpq itself refuses the whole string for
// one word that it does not know, without telling the others.
[[nodiscard]] std::optional<KeywordPairs> keywordPairsOf(const QString &text);
[[nodiscard]] QString keywordString(const KeywordPairs &pairs);

} // namespace tusk::environments
