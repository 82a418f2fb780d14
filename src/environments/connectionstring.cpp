// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectionstring.h"

#include "environments/dotenv.h"
#include "environments/keywordpairs.h"
#include "environments/psqlcommand.h"
#include "environments/uriaddress.h"

#include <QRegularExpression>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr qsizetype mostCharacters = 10'000; // far beyond every address

// Without what surrounds an address in a web page or a letter.
QString unwrapped(QString text)
{
    static const QStringList pairs{u"\"\""_s, u"''"_s, u"``"_s, u"“”"_s, u"‘’"_s, u"<>"_s};
    text.replace("\r\n"_L1, "\n"_L1).remove(QChar::ByteOrderMark).remove(QChar(0x200B)); // zero width
    text = text.trimmed();
    for (const QString &pair : pairs) {
        if (text.size() >= 2 && text.front() == pair.front() && text.back() == pair.back())
            return text.sliced(1, text.size() - 2).trimmed();
    }
    return text;
}

std::optional<Result<ParsedAddress>> parseAsUri(QString text, const QString &source)
{
    static const QRegularExpression form(uR"(^(jdbc:)?(?:postgresql|postgres)(\+[a-z0-9_]+)?:(//)?)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression lineBreak(u"\\s*\\n\\s*"_s);
    const auto match = form.match(text);
    const bool isJdbc = match.capturedLength(1) > 0;
    const bool hasHost = match.capturedLength(3) > 0;
    if (!match.hasMatch() || (!isJdbc && !hasHost))
        return std::nullopt;
    text.remove(lineBreak);
    if (isJdbc) { // without a host, jdbc:postgresql:database, it is this computer
        const QString rest = text.sliced(match.capturedEnd());
        const QString place =
            hasHost ? rest : u"localhost/"_s + (rest.startsWith(u'/') ? rest.sliced(1) : rest);
        return parseUri(u"postgresql://"_s + place, UriDialect::Jdbc, source);
    }
    const bool hasDriver = match.capturedLength(2) > 0;
    return parseUri(text, hasDriver ? UriDialect::SqlAlchemy : UriDialect::Libpq, source);
}

Result<ParsedAddress> parsePairs(const QString &text, const QString &source)
{
    const auto pairs = keywordPairsOf(text);
    if (!pairs || pairs->isEmpty())
        return notAnAddress(source);
    KeywordPairs known;
    AddressWarnings warnings;
    for (const auto &pair : *pairs) {
        if (isLibpqKeyword(pair.first))
            known.append(pair);
        else
            warnings.append({AddressWarning::Kind::UnknownParameter, pair.first});
    }
    if (known.isEmpty())
        return notAnAddress(source);
    Result<ParsedAddress> parsed = parseLibpqString(keywordString(known), source);
    if (parsed)
        parsed->warnings = warnings + parsed->warnings;
    return parsed;
}

// The address in a line such as DATABASE_URL=…, perhaps among others.
std::optional<QString> addressInVariables(const QString &text)
{
    static const QRegularExpression form(
        uR"(^\s*(?:export\s+)?[A-Za-z_][A-Za-z0-9_]*\s*=\s*["'`]?(?:jdbc:)?postgres[a-z0-9_+]*:)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    if (!form.match(text).hasMatch())
        return std::nullopt;
    std::optional<QString> found;
    for (const DotEnvEntry &entry : parseDotEnv(text).entries) {
        if (entry.name == "DATABASE_URL"_L1)
            return entry.value;
        if (!found && entry.value.contains(u"postgres"_s, Qt::CaseInsensitive))
            found = entry.value;
    }
    return found;
}

Result<ParsedAddress> parseUnwrapped(const QString &text, const QString &source)
{
    if (const auto uri = parseAsUri(text, source))
        return *uri;
    if (isPsqlCommand(text))
        return parsePsqlCommand(text, source);
    if (text.contains(u'='))
        return parsePairs(text, source);
    return notAnAddress(source);
}

} // namespace

Result<ParsedAddress> parseConnectionString(const QString &text, const QString &source)
{
    if (text.size() > mostCharacters || text.contains(QChar::Null))
        return notAnAddress(source);
    const QString inner = unwrapped(text);
    if (!isPsqlCommand(inner)) {
        if (const auto value = addressInVariables(inner))
            return parseUnwrapped(unwrapped(*value), source);
    }
    return parseUnwrapped(inner, source);
}

void leaveOutHiddenPassword(ParsedAddress &parsed)
{
    if (!hidesPassword(parsed.address))
        return;
    parsed.address.password.clear();
    parsed.warnings.append({AddressWarning::Kind::HiddenPassword, {}});
}

QString redactedConnectionString(const QString &text)
{
    const Result<ParsedAddress> parsed = parseConnectionString(text, {});
    return parsed ? uriOf(parsed->address, Password::Masked) : QString();
}

} // namespace tusk::environments
