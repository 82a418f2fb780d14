// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/serverproduct.h"

#include "data/session/lookalike.h"
#include "environments/neonhost.h"
#include "environments/texts.h"

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

struct Provider {
    QLatin1StringView domain; // the host's name ends in it
    QLatin1StringView name;
};

constexpr Provider providers[] = {
    {".neon.tech"_L1, "Neon"_L1},
    {".supabase.co"_L1, "Supabase"_L1},
    {".supabase.com"_L1, "Supabase"_L1},
    {".rds.amazonaws.com"_L1, "Amazon RDS"_L1},
    {".postgres.database.azure.com"_L1, "Azure"_L1},
};

} // namespace

ServerProduct productOf(const QString &version, const QString &host)
{
    if (const QString complaint = session::lookalikeSentence(version); !complaint.isEmpty())
        return {{}, complaint};
    const QString name = version.section(u' ', 0, 1);
    for (const Provider &each : providers) {
        if (host.endsWith(each.domain, Qt::CaseInsensitive))
            return {Text::tr("%1 at %2.").arg(name, QString(each.name)), {}};
    }
    return {Text::tr("%1.").arg(name), {}};
}

bool isPoolerHost(const QString &host)
{
    return !directNeonHost(host).isEmpty() || host.contains(".pooler.supabase."_L1, Qt::CaseInsensitive);
}

} // namespace tusk::environments
