// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/redaction.h"

#include "base/nodestructor.h"

#include <QRegularExpression>
#include <QUrl>

namespace tusk::session
{

using namespace Qt::StringLiterals;

namespace
{

const QString mask = u"***"_s;

QString quotedForConninfo(QString text)
{
    return text.replace(u'\\', R"(\\)"_L1).replace(u'\'', R"(\')"_L1);
}

} // namespace

QString redacted(QString text, const QString &password)
{
    if (!password.isEmpty()) {
        // The longest forms first: the plain one may be a part of them.
        text.replace(quotedForConninfo(password), mask);
        text.replace(QString::fromLatin1(QUrl::toPercentEncoding(password)), mask, Qt::CaseInsensitive);
        text.replace(password, mask);
    }
    // user:secret@ in front of a host. The last @ before a blank counts: an unescaped password may hold
    // others.
    static const base::NoDestructor<QRegularExpression> inUri(uR"((?<=://)([^\s:/@]*):[^\s]*@)"_s);
    text.replace(*inUri, u"\\1:"_s + mask + u'@');
    static const base::NoDestructor<QRegularExpression> withoutScheme(
        uR"((?<![^\s"'])([^\s:/@"']+):[^\s/"']+@(?=[^\s@]))"_s);
    text.replace(*withoutScheme, u"\\1:"_s + mask + u'@');
    static const base::NoDestructor<QRegularExpression> asKeyword(
        uR"(\b((?:ssl)?password\s*=\s*)('(?:\\.|[^'\\])*'|[^\s&;"']+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    text.replace(*asKeyword, u"\\1"_s + mask);
    return text;
}

} // namespace tusk::session
