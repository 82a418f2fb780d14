// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/keywordpairs.h"

#include <QRegularExpression>

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

QString withoutEscapes(QString value)
{
    static const QRegularExpression escape(uR"(\\(.))"_s, QRegularExpression::DotMatchesEverythingOption);
    return value.replace(escape, u"\\1"_s);
}

QString quoted(QString value)
{
    value.replace(u'\\', R"(\\)"_L1).replace(u'\'', R"(\')"_L1);
    return u'\'' + value + u'\'';
}

} // namespace

std::optional<KeywordPairs> keywordPairsOf(const QString &text)
{
    static const QRegularExpression pair(
        uR"(\s*([^\s=']+)\s*=\s*(?:'((?:\\.|[^'\\])*)'|((?:\\.|[^\s'\\])*))(?:\s+|$))"_s,
        QRegularExpression::DotMatchesEverythingOption);
    KeywordPairs pairs;
    for (qsizetype position = 0; position < text.size();) {
        const auto match = pair.match(text, position, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return std::nullopt;
        const bool isQuoted = match.capturedStart(2) >= 0;
        pairs.append({match.captured(1), withoutEscapes(match.captured(isQuoted ? 2 : 3))});
        position = match.capturedEnd();
    }
    return pairs;
}

QString keywordString(const KeywordPairs &pairs)
{
    QStringList parts;
    for (const auto &[keyword, value] : pairs)
        parts.append(keyword + u'=' + quoted(value));
    return parts.join(u' ');
}

} // namespace tusk::environments
