// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/typedhost.h"

#include <QRegularExpression>

namespace tusk::environments
{

using namespace Qt::StringLiterals;

TypedHost typedHost(const QString &text)
{
    constexpr int highestPort = 65'535;
    // An IPv6 address without brackets has more than one colon.
    static const QRegularExpression form(uR"(^(?:\[([^\[\]/]+)\]|([^:\[\]/]+))(?::([0-9]{1,5}))?$)"_s);
    const QString trimmed = text.trimmed();
    const auto match = form.match(trimmed);
    const int port = match.captured(3).toInt();
    if (!match.hasMatch() || port > highestPort)
        return {trimmed, 0};
    return {match.captured(1) + match.captured(2), port};
}

} // namespace tusk::environments
