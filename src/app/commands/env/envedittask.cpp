// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envedittask.h"

#include "app/chosendatabase.h"
#include "app/commands/env/envfields.h"
#include "app/commands/env/envprinting.h"
#include "app/texts.h"
#include "app/typedvalues.h"
#include "app/unsentfolder.h"
#include "data/repository/knowndatabase.h"
#include "environments/connectionstring.h"
#include "environments/dotenv.h"
#include "environments/passwordmove.h"
#include "environments/profilewords.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ProfileList;
using environments::SecretSource;

namespace
{

constexpr qsizetype mostInput = qsizetype(64) * 1024; // bytes; far beyond every address

} // namespace

QCommandLineOption EnvEditTask::keepPasswordOption()
{
    return {
        u"keep-password"_s,
        Text::tr("With edit and import-dotenv, when the server becomes another one: it gets the password of "
                 "the former.")};
}

QList<QCommandLineOption> EnvEditTask::options()
{
    return {
        {u"url-stdin"_s, Text::tr("Take the connection string from standard input, in any form.")},
        {u"password-stdin"_s, Text::tr("Take the password from standard input.")},
        keepPasswordOption(),
        {u"accept-database"_s,
         Text::tr("With edit: the database that is there now is the right one, although it is another one "
                  "than before.")},
        {u"name"_s, Text::tr("With edit: another name."), Text::tr("NAME")},
        {u"position"_s, Text::tr("With edit: its place behind “local”, which stays the first; from 1."),
         Text::tr("NUMBER")},
    };
}

std::optional<Failure> EnvEditTask::accept(const QCommandLineParser &typed, const QStringList &words)
{
    if (auto failure = acceptName(words, m_name))
        return failure;
    m_newName = typed.value(u"name"_s).trimmed();
    m_fields = typedFields(typed);
    m_keepsPassword = typed.isSet(u"keep-password"_s);
    m_acceptsDatabase = typed.isSet(u"accept-database"_s);
    if (m_what == What::Add &&
        (typed.isSet(u"name"_s) || typed.isSet(u"position"_s) || m_keepsPassword || m_acceptsDatabase))
        return usageFailure(
            Text::tr("--name, --position, --keep-password and --accept-database go with “edit” only."));
    if (typed.isSet(u"position"_s)) {
        bool ok = false;
        m_position = typed.value(u"position"_s).toInt(&ok);
        if (!ok || *m_position < 1)
            return usageFailure(Text::tr("The value of --%1 is not possible.").arg(u"position"_s));
    }
    const bool hasInput = typed.isSet(u"url-stdin"_s) || typed.isSet(u"password-stdin"_s);
    if (m_what == What::Edit && !hasInput && m_newName.isEmpty() && !m_position && m_fields.isEmpty() &&
        !m_acceptsDatabase)
        return usageFailure(
            Text::tr("Nothing is named that shall change; “tusk env --help” shows what can be."));
    if (m_what == What::Add && !typed.isSet(u"url-stdin"_s) && !m_fields.contains(u"host"_s))
        return usageFailure(
            Text::tr("Where is the database? Please give its connection string on standard input, "
                     "with --url-stdin, or its --host."));
    EnvironmentProfile trial; // what fits it fits every other one
    if (auto failure = applyFields(m_fields, trial))
        return failure;
    return acceptInput(typed);
}

std::optional<Failure> EnvEditTask::acceptInput(const QCommandLineParser &typed)
{
    const bool isUrl = typed.isSet(u"url-stdin"_s);
    const bool isPassword = typed.isSet(u"password-stdin"_s);
    if (!isUrl && !isPassword)
        return std::nullopt;
    if (isUrl && isPassword)
        return usageFailure(Text::tr("--url-stdin and --password-stdin exclude each other."));
    const auto bytes = standardInput(mostInput);
    const base::Result<QString> text = environments::textOfFile(bytes.value_or(QByteArray()));
    if (!bytes || !text || text->trimmed().isEmpty())
        return refusal(Text::tr("Standard input has nothing that could be meant."));
    if (isUrl)
        return acceptUrl(*text);
    m_password = *text;
    while (m_password.endsWith(u'\n') || m_password.endsWith(u'\r'))
        m_password.chop(1); // of the line it came as
    return std::nullopt;
}

std::optional<Failure> EnvEditTask::acceptUrl(const QString &text)
{
    auto parsed = environments::parseConnectionString(text, Text::tr("What came from standard input"));
    if (!parsed)
        return failureFrom(parsed.error());
    leaveOutHiddenPassword(*parsed);
    m_address = parsed->address;
    m_password = parsed->address.password;
    for (const environments::AddressWarning &warning : parsed->warnings)
        m_notices.append(warning.sentence());
    return std::nullopt;
}

void EnvEditTask::run(CommandContext &context, EnvTools &tools)
{
    for (const QString &notice : m_notices)
        context.terminal().note(notice);
    loadProfiles(context, tools,
                 [this, &context, &tools](const ProfileList &list) { begin(context, tools, list); });
}

void EnvEditTask::begin(CommandContext &context, EnvTools &tools, const ProfileList &list)
{
    if (const auto failure = makeProfile(list))
        return context.fail(*failure);
    ProfileList trial = list;
    if (const auto possible = edit()(trial); !possible)
        return context.fail(failureFrom(possible.error()));
    if (const auto failure = refuseOtherServer(list))
        return context.fail(*failure);
    if (m_password.isEmpty())
        return keep(context, tools, {});
    if (m_profile.secret.kind == SecretSource::Kind::Keychain)
        return keep(context, tools, {{m_profile.id, m_password}});
    context.terminal().note(Text::tr("The password that was given is not kept: it comes from elsewhere."));
    keep(context, tools, {});
}

// The password of one server is not for another one, unless somebody says so.
std::optional<Failure> EnvEditTask::refuseOtherServer(const ProfileList &list) const
{
    const auto move = environments::passwordMove(list.find(m_profile.id), m_profile, !m_password.isEmpty());
    if (!move || m_keepsPassword)
        return std::nullopt;
    return refusal(Text::tr("Nothing was changed: “%1” would get the password of “%2”. Give its own with "
                            "--password-stdin, or say --keep-password.")
                       .arg(move->to, move->from));
}

std::optional<Failure> EnvEditTask::makeProfile(const ProfileList &list)
{
    const EnvironmentProfile *found = list.findNamed(m_name);
    if (m_what == What::Edit && !found)
        return noSuchEnvironment(m_name);
    m_profile = m_what == What::Edit ? *found : newProfile();
    if (m_address)
        environments::applyAddress(m_profile, *m_address);
    if (!m_newName.isEmpty())
        m_profile.name = m_newName;
    chooseSecretSource();
    return applyFields(m_fields, m_profile);
}

// Which asks before much is deleted where its kind is production, unless another one was said.
EnvironmentProfile EnvEditTask::newProfile() const
{
    const bool isSaid = m_fields.contains(u"kind"_s);
    const EnvironmentKind kind = isSaid ? EnvironmentKind::Development : environments::guessedKind(m_name);
    return environments::newProfile(m_name, kind);
}

// Where nothing else was said: the keyring, if there is a password.
void EnvEditTask::chooseSecretSource()
{
    if (m_what == What::Add)
        m_profile.secret.kind =
            m_password.isEmpty() ? SecretSource::Kind::None : SecretSource::Kind::Keychain;
    else if (!m_password.isEmpty() && m_profile.secret.kind == SecretSource::Kind::None)
        m_profile.secret.kind = SecretSource::Kind::Keychain;
}

environments::ProfileStore::Edit EnvEditTask::edit() const
{
    return
        [what = m_what, profile = m_profile, position = m_position](ProfileList &list) -> base::Result<void> {
            auto changed = what == What::Add ? list.add(profile) : list.replace(profile);
            return changed && position ? list.move(profile.id, *position) : changed;
        };
}

void EnvEditTask::keep(CommandContext &context, EnvTools &tools,
                       const QList<environments::NewPassword> &passwords) const
{
    keepTogether(context, tools, passwords, edit(),
                 [&context, profile = m_profile, accepts = m_acceptsDatabase](const ProfileList &list) {
                     if (accepts)
                         repository::KnownDatabase::forget(unsentFolder(profile), rememberedAddress(profile));
                     printEnvironments(context, list, {*list.find(profile.id)});
                     context.finish();
                 });
}

} // namespace tusk::app
