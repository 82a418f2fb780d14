// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/secretresolver.h"

#include "environments/libpqaddress.h"
#include "environments/texts.h"

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

base::Error noPassword(const QString &sentence)
{
    base::Error error;
    error.kind = base::ErrorKind::Authentication;
    error.sentence = sentence;
    return error;
}

} // namespace

SecretResolver::SecretResolver(SecretStore &store, LibpqFiles files)
    : m_store(store)
    , m_files(std::move(files))
{
}

SecretRequest SecretResolver::resolve(const EnvironmentProfile &profile, Done done,
                                      std::function<void()> prompting)
{
    if (profile.secret.kind == SecretSource::Kind::Keychain)
        return readStore(profile, std::move(done), std::move(prompting));
    findElsewhere(profile, std::move(done));
    return {};
}

void SecretResolver::cancel(SecretRequest request)
{
    m_store.cancel(request);
}

void SecretResolver::findElsewhere(const EnvironmentProfile &profile, Done done)
{
    switch (profile.secret.kind) {
    case SecretSource::Kind::None:
        return answer(QString(), std::move(done));
    case SecretSource::Kind::Keychain:
        break;
    case SecretSource::Kind::Variable:
        return answer(fromVariable(profile.secret.name), std::move(done));
    case SecretSource::Kind::LibpqFiles:
        return readFiles(profile, std::move(done));
    case SecretSource::Kind::ThisRun:
        return readMemory(profile, std::move(done));
    }
}

void SecretResolver::readMemory(const EnvironmentProfile &profile, Done done) const
{
    if (const auto kept = keptForThisRun(profile.id))
        return answer(*kept, std::move(done));
    answer(noPassword(
               Text::tr("The password of “%1” is kept for one run only, and has not been typed in this one.")
                   .arg(profile.name)),
           std::move(done));
}

void SecretResolver::keepForThisRun(const QUuid &environment, const QString &password)
{
    m_forThisRun.insert(environment, password);
}

std::optional<QString> SecretResolver::keptForThisRun(const QUuid &environment) const
{
    const auto kept = m_forThisRun.constFind(environment);
    return kept == m_forThisRun.cend() ? std::nullopt : std::optional(*kept);
}

void SecretResolver::forget(const QUuid &environment)
{
    m_forThisRun.remove(environment);
}

Result<QString> SecretResolver::fromVariable(const QString &name) const
{
    const auto kept = m_variables.constFind(name);
    const QString value = kept != m_variables.cend() ? *kept : qEnvironmentVariable(qUtf8Printable(name));
    if (value.isEmpty() && libpqVariables().contains(name))
        return noPassword(
            Text::tr("“%1” belongs to libpq, and Tusk forgets it at its start; please keep the password in a "
                     "variable of another name.")
                .arg(name));
    if (value.isEmpty())
        return noPassword(
            Text::tr("The environment variable “%1”, which is to hold the password, is not set.").arg(name));
    return value;
}

SecretRequest SecretResolver::readStore(const EnvironmentProfile &profile, Done done,
                                        std::function<void()> prompting)
{
    SecretListener listener;
    listener.answered = [done = std::move(done)](const SecretAnswer &secret) {
        done(secret ? Result<QString>(secret.secret) : Result<QString>(secret.error->toError()));
    };
    listener.prompting = std::move(prompting);
    return m_store.read(secretEntry(profile), Unlocking::MayAsk, m_inbox, std::move(listener));
}

void SecretResolver::readFiles(const EnvironmentProfile &profile, Done done)
{
    m_thread.post([files = m_files, profile, done = std::move(done), home = m_inbox.address()] {
        home.post([done, result = passwordFromFiles(profile, files)] { done(result); });
    });
}

void SecretResolver::answer(const Result<QString> &result, Done done) const
{
    m_inbox.address().post([done = std::move(done), result] { done(result); });
}

} // namespace tusk::environments
