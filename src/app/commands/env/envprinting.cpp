// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envprinting.h"

#include "app/texts.h"
#include "app/textwidth.h"
#include "environments/profilejson.h"
#include "environments/profilewords.h"

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using environments::EnvironmentProfile;
using environments::ProfileList;

namespace
{

QStringList columnsFor(const EnvironmentProfile &profile, bool isCurrent)
{
    return {isCurrent ? u"*"_s : u" "_s, printable(profile.name), wordFor(profile.kind),
            printable(addressText(profile)),
            profile.isPrivateServer() ? QString() : u"sslmode="_s + wordFor(profile.tls)};
}

void printLines(CommandContext &context, const ProfileList &list, const QList<EnvironmentProfile> &profiles)
{
    QList<QStringList> rows;
    for (const EnvironmentProfile &profile : profiles)
        rows.append(columnsFor(profile, profile.id == list.current().id));
    QList<int> widths(5, 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), columnsOf(row.at(i)));
    }
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += paddedTo(widths.at(i) + 2, row.at(i));
        while (line.endsWith(u' '))
            line.chop(1);
        context.terminal().line(line);
    }
}

} // namespace

void printEnvironments(CommandContext &context, const ProfileList &list,
                       const QList<EnvironmentProfile> &profiles)
{
    if (!context.json())
        return printLines(context, list, profiles);
    JsonLines json(context.terminal());
    for (const EnvironmentProfile &profile : profiles) {
        QJsonObject object = environments::toJson(profile);
        object.insert("current"_L1, profile.id == list.current().id);
        object.insert("private"_L1, profile.isPrivateServer());
        json.add(object);
    }
    json.end();
}

QString addressText(const EnvironmentProfile &profile)
{
    if (profile.isPrivateServer())
        return Text::tr("the private database of this computer");
    const bool isNumber = profile.host.contains(u':') && !profile.host.startsWith(u'/'); // of IPv6
    const QString named = isNumber ? u'[' + profile.host + u']' : profile.host;
    const QString host = named.isEmpty() ? u"localhost"_s : named;
    const QString port = profile.port == EnvironmentProfile().port ? QString() : u":%1"_s.arg(profile.port);
    return host + port + u'/' + profile.database;
}

} // namespace tusk::app
