// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/uriparts.h"

#include <QRegularExpression>
#include <QUrl>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using Kind = AddressWarning::Kind;

namespace
{

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

// A % that is no escape stands for itself.
QString withWholeEscapes(QString text, AddressWarnings &warnings)
{
    static const QRegularExpression broken(u"%(?![0-9A-Fa-f]{2})"_s);
    if (text.contains(broken)) {
        text.replace(broken, u"%25"_s);
        warnings.append({Kind::BrokenEscape, {}});
    }
    return text;
}

// Where the parameters begin: a password may hold a question mark as well, but hardly one with name= behind
// it.
qsizetype beginOfParameters(const QString &text, qsizetype from)
{
    static const QRegularExpression mark(uR"(\?(?=[A-Za-z_.]+=|$))"_s);
    return text.indexOf(mark, from);
}

// Where the credentials end: at the @ behind them. -1: there are none. body has no parameters.
qsizetype endOfCredentials(const QString &body)
{
    const qsizetype at = body.indexOf(u'@');
    const qsizetype slash = body.indexOf(u'/');
    if (at < 0 || (body.startsWith(u'[') && slash >= 0 && slash < at)) // an IPv6 address
        return -1;
    if (slash >= 0 && slash < at) // as in user:pass/word@host, or host/data@base
        return body.lastIndexOf(u':', slash) >= 0 ? body.lastIndexOf(u'@') : -1;
    // libpq ends the credentials at the first @; another one before the path is no part of a host either.
    const qsizetype last = body.lastIndexOf(u'@');
    const qsizetype path = body.indexOf(u'/', at);
    if (path < 0 || last < path || body.indexOf(u'/', last) >= 0)
        return last;
    return body.lastIndexOf(u'@', path);
}

void warnOfUnescaped(const QString &credentials, AddressWarnings &warnings)
{
    for (const QChar character : u"@/#?"_s) {
        if (credentials.contains(character))
            warnings.append({Kind::UnescapedCharacter, character});
    }
}

void readCredentials(const QString &credentials, UriParts &parts)
{
    parts.hasCredentials = true;
    const qsizetype colon = credentials.indexOf(u':');
    parts.user = decoded(colon < 0 ? credentials : credentials.first(colon));
    if (colon >= 0)
        parts.password = decoded(credentials.sliced(colon + 1));
}

void readParameters(const QString &text, UriParts &parts)
{
    for (const QString &parameter : text.split(u'&', Qt::SkipEmptyParts))
        parts.parameters.append({parameter.section(u'=', 0, 0), parameter.section(u'=', 1)});
}

} // namespace

UriParts uriPartsOf(const QString &text, AddressWarnings &warnings)
{
    const qsizetype colon = text.indexOf("://"_L1);
    UriParts parts;
    parts.scheme = text.first(colon).toLower();
    const QString rest = withWholeEscapes(text.sliced(colon + 3), warnings);
    // An @ before the first slash ends credentials, whatever is in them; parameters begin behind them.
    const qsizetype at = rest.indexOf(u'@');
    const qsizetype slash = rest.indexOf(u'/');
    const qsizetype mark = beginOfParameters(rest, at >= 0 && (slash < 0 || at < slash) ? at : 0);
    QString body = mark < 0 ? rest : rest.first(mark);
    if (mark >= 0)
        readParameters(rest.sliced(mark + 1), parts);
    if (const qsizetype end = endOfCredentials(body); end >= 0) {
        const QString credentials = body.first(end);
        warnOfUnescaped(credentials, warnings);
        readCredentials(credentials, parts);
        body = body.sliced(end + 1);
    }
    const qsizetype path = body.indexOf(u'/');
    parts.hosts = path < 0 ? body : body.first(path);
    parts.path = path < 0 ? QString() : body.sliced(path + 1);
    if (parts.path.contains(u'@'))
        warnings.append({Kind::UnescapedCharacter, u"/"_s});
    return parts;
}

} // namespace tusk::environments
