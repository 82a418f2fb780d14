// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/chosendatabase.h"

#include "app/databaseurl.h"
#include "app/texts.h"
#include "app/unsentfolder.h"
#include "data/session/redaction.h"
#include "environments/profilestore.h"

#include <utility>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using environments::EnvironmentProfile;

namespace
{

constexpr auto urlVariable = "TUSK_DATABASE_URL";

} // namespace

std::optional<base::ConnectionSettings> ChosenDatabase::address() const
{
    if (url || isPrivate())
        return url;
    return environments::connectionSettings(environment, {});
}

QString ChosenDatabase::unsentFolder() const
{
    return url ? app::unsentFolder(*url) : app::unsentFolder(environment);
}

bool mayHoldPassword(const QString &text)
{
    return text.contains("://"_L1) || text.contains("password="_L1, Qt::CaseInsensitive);
}

Failure noSuchEnvironment(const QString &name)
{
    // What was typed in its place may be an address with its password.
    const QString harmless = session::redacted(name, {});
    return usageFailure(
        Text::tr("There is no environment “%1”; “tusk env list” shows which there are.").arg(harmless));
}

std::optional<Failure> checkEnvironmentName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return usageFailure(
            Text::tr("The name after --env is empty; “tusk env list” shows which environments there are."));
    if (mayHoldPassword(name))
        return usageFailure(
            Text::tr("--env takes the name of an environment, not a connection string; “tusk env add NAME "
                     "--url-stdin” makes one of it, and reads it from standard input."));
    return std::nullopt;
}

std::variant<ChosenDatabase, Failure> chooseDatabase(const QString &name)
{
    ChosenDatabase database;
    if (const QString text = qEnvironmentVariable(urlVariable); !text.isEmpty()) {
        if (!name.isEmpty())
            return usageFailure(Text::tr(
                "TUSK_DATABASE_URL is set and goes past all environments: unset it, or leave out --env."));
        const base::Result<DatabaseUrl> url = parseDatabaseUrl(text, QLatin1StringView(urlVariable));
        if (!url)
            return Failure{ExitCode::Usage, url.error()};
        database.url = url->settings;
        database.notices = url->notices;
        return database;
    }
    const auto stored = environments::ProfileStore().load();
    if (!stored)
        return failureFrom(stored.error());
    const EnvironmentProfile *found = name.isEmpty() ? &stored->list.current() : stored->list.findNamed(name);
    if (!found)
        return noSuchEnvironment(name);
    database.environment = *found;
    database.isNamed = !name.isEmpty();
    database.all = stored->list.profiles();
    database.first = stored->list.current().id;
    database.notices = stored->notices;
    return database;
}

void takeVariables(ChosenDatabase &database)
{
    qunsetenv(urlVariable);
    for (const EnvironmentProfile &profile : std::as_const(database.all)) {
        const QByteArray name = profile.secret.name.toUtf8();
        if (profile.secret.kind != environments::SecretSource::Kind::Variable ||
            !qEnvironmentVariableIsSet(name.constData()))
            continue;
        database.variables.insert(profile.secret.name, qEnvironmentVariable(name.constData()));
        qunsetenv(name.constData());
    }
}

} // namespace tusk::app
