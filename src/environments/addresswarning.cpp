// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/addresswarning.h"

#include "environments/texts.h"

#include <QUrl>

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

QString unusedSentence(const QString &name)
{
    if (name == "options"_L1)
        return Text::tr("“options” is left out: connection poolers refuse it, and Tusk does without.");
    if (name == "service"_L1)
        return Text::tr("“service” is left out: the address counts, not what a file says about it.");
    return Text::tr("“%1” is left out: Tusk does not use it.").arg(name);
}

} // namespace

QString AddressWarning::sentence() const
{
    switch (kind) {
    case Kind::UnescapedCharacter:
        return Text::tr(
                   "The password seems to hold a “%1”, which is written as %2 in an address; please check "
                   "that host and password are right.")
            .arg(name, QString::fromLatin1(QUrl::toPercentEncoding(name)));
    case Kind::BrokenEscape:
        return Text::tr("A “%” is written as %25 in an address; here it was taken as it is.");
    case Kind::BreakInPassword:
        return Text::tr("The password ends with a line break, which is hardly meant.");
    case Kind::HiddenPassword:
        return Text::tr("The password is hidden in the address, behind stars, and has to be given apart.");
    case Kind::SeveralHosts:
        return Text::tr("The address names several servers, of which Tusk uses the first one only.");
    case Kind::UnknownParameter:
        return Text::tr("“%1” is left out: it means nothing to PostgreSQL.").arg(name);
    case Kind::UnusedParameter:
        return unusedSentence(name);
    }
    return {};
}

bool AddressWarning::isDoubtful() const
{
    switch (kind) {
    case Kind::UnescapedCharacter:
        return name != u"#";
    case Kind::SeveralHosts:
        return true;
    case Kind::UnusedParameter:
        return name == u"service";
    case Kind::BrokenEscape:
    case Kind::BreakInPassword:
    case Kind::HiddenPassword:
    case Kind::UnknownParameter:
        return false;
    }
    return false;
}

} // namespace tusk::environments
