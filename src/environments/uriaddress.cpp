// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/uriaddress.h"

#include "environments/profilewords.h"
#include "environments/uriparts.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using base::Result;
using Kind = AddressWarning::Kind;

namespace
{

struct Alias {
    QLatin1StringView name; // in lower case
    QLatin1StringView keyword;
};

// Other worlds' names of what libpq has too.
constexpr Alias aliases[] = {
    {"applicationname"_L1, "application_name"_L1}, {"channelbinding"_L1, "channel_binding"_L1},
    {"connecttimeout"_L1, "connect_timeout"_L1},   {"logintimeout"_L1, "connect_timeout"_L1},
    {"timeout"_L1, "connect_timeout"_L1},          {"tcpkeepalive"_L1, "keepalives"_L1},
};

// Of versions after the libpq that may be used here.
constexpr std::array newerKeywords{
    "gssdelegation"_L1,    "load_balance_hosts"_L1, "max_protocol_version"_L1, "min_protocol_version"_L1,
    "oauth_client_id"_L1,  "oauth_issuer"_L1,       "oauth_scope"_L1,          "require_auth"_L1,
    "scram_client_key"_L1, "scram_server_key"_L1,   "sslcertmode"_L1,          "sslkeylogfile"_L1,
    "sslnegotiation"_L1,   "servicefile"_L1,
};

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString decoded(QString text, UriDialect dialect)
{
    if (dialect != UriDialect::Libpq)
        text.replace(u'+', u' '); // as forms of web pages are written
    return QUrl::fromPercentEncoding(text.toUtf8());
}

// What ssl=… means as an sslmode; empty: nothing.
QString sslModeFrom(const QString &value, UriDialect dialect)
{
    static const QStringList yes{u"true"_s, u"1"_s, u"on"_s, u"yes"_s};
    static const QStringList no{u"false"_s, u"0"_s, u"off"_s, u"no"_s};
    const QString word = value.toLower();
    if (yes.contains(word) || (word.isEmpty() && dialect == UriDialect::Jdbc))
        return dialect == UriDialect::Jdbc ? wordFor(TlsMode::VerifyFull) : wordFor(TlsMode::Require);
    if (no.contains(word))
        return wordFor(TlsMode::Disable);
    return tlsModeFrom(word) ? word : QString();
}

QString keywordFor(const QString &name)
{
    const auto *alias = std::ranges::find(aliases, name.toLower(), &Alias::name);
    return alias == std::end(aliases) ? name : QString(alias->keyword);
}

// The parameters as libpq takes them; what it does not take is a warning.
QStringList parametersFor(const UriParts &parts, UriDialect dialect, AddressWarnings &warnings)
{
    QStringList result;
    const auto add = [&result](const QString &keyword, const QString &value) {
        result.append(keyword + u'=' + encoded(value));
    };
    for (const auto &[writtenName, writtenValue] : parts.parameters) {
        const QString name = keywordFor(decoded(writtenName, dialect));
        const QString value = decoded(writtenValue, dialect);
        const QString sslMode = name == "ssl"_L1 ? sslModeFrom(value, dialect) : QString();
        if (!sslMode.isEmpty())
            add(u"sslmode"_s, sslMode);
        else if (name == "sslmode"_L1 && value == "no-verify"_L1)
            add(name, wordFor(TlsMode::Require));
        else if (isLibpqKeyword(name))
            add(name, value);
        else
            warnings.append({std::ranges::find(newerKeywords, name) != newerKeywords.end()
                                 ? Kind::UnusedParameter
                                 : Kind::UnknownParameter,
                             name});
    }
    return result;
}

QString credentialsOf(const UriParts &parts)
{
    if (!parts.hasCredentials)
        return {};
    return encoded(parts.user) + (parts.password ? u':' + encoded(*parts.password) : QString()) + u'@';
}

} // namespace

Result<ParsedAddress> parseUri(const QString &uri, UriDialect dialect, const QString &source)
{
    AddressWarnings warnings;
    const UriParts parts = uriPartsOf(uri, warnings);
    const QStringList parameters = parametersFor(parts, dialect, warnings);
    const QString plain = u"postgresql://"_s + credentialsOf(parts) + parts.hosts + u'/' + parts.path +
                          (parameters.isEmpty() ? QString() : u'?' + parameters.join(u'&'));
    Result<ParsedAddress> parsed = parseLibpqString(plain, source);
    if (parsed)
        parsed->warnings = warnings + parsed->warnings;
    return parsed;
}

} // namespace tusk::environments
