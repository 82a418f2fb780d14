// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envimporttask.h"

#include "app/commands/env/envprinting.h"
#include "app/texts.h"
#include "environments/passwordmove.h"
#include "environments/profilejson.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using environments::EnvironmentImport;
using environments::EnvironmentProfile;
using environments::ImportProblem;
using environments::ProfileList;
using environments::SecretSource;

namespace
{

constexpr qint64 mostBytes = qint64(1024) * 1024; // far beyond every such file

QString wordFor(EnvironmentImport::Change change)
{
    switch (change) {
        using enum EnvironmentImport::Change;
    case Added:
        return u"added"_s;
    case Changed:
        return u"changed"_s;
    case Same:
        return u"same"_s;
    }
    return {};
}

} // namespace

QList<QCommandLineOption> EnvImportTask::options()
{
    return {{u"dry-run"_s, Text::tr("With import-dotenv and copy: only say what it would do.")}};
}

std::optional<Failure> EnvImportTask::accept(const QCommandLineParser &typed, const QStringList &words)
{
    if (words.isEmpty())
        return usageFailure(Text::tr("Which files? Please name them: tusk env import-dotenv .env"));
    m_onlyLook = typed.isSet(u"dry-run"_s);
    m_keepsPassword = typed.isSet(u"keep-password"_s);
    m_fields = typedFields(typed);
    for (const QString &field : m_fields.keys()) {
        if (field != "secret"_L1)
            return usageFailure(Text::tr("--%1 does not go with “import-dotenv”.").arg(field));
    }
    EnvironmentProfile trial;
    if (auto failure = applyFields(m_fields, trial))
        return failure;
    for (const QString &path : words) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
            return refusal(Text::tr("The file “%1” cannot be read.").arg(path));
        m_files.append({QFileInfo(path).fileName(), file.readAll()});
    }
    return std::nullopt;
}

void EnvImportTask::run(CommandContext &context, EnvTools &tools)
{
    loadProfiles(context, tools, [this, &context, &tools](const ProfileList &list) {
        m_preview = environments::previewImport(m_files, list);
        choosePlaces(list);
        if (const auto failure = refuseOtherServers(list))
            return context.fail(*failure);
        if (m_onlyLook)
            return end(context);
        keep(context, tools);
    });
}

// Where the passwords go, which may be another place than the preview thought of.
void EnvImportTask::choosePlaces(ProfileList list)
{
    for (EnvironmentImport &environment : m_preview.environments) {
        EnvironmentProfile &profile = environment.profile;
        if (environment.change == EnvironmentImport::Change::Added && environment.password.isEmpty())
            profile.secret.kind = SecretSource::Kind::None;
        [[maybe_unused]] const auto applied = applyFields(m_fields, profile); // as accept() has seen
        if (!environment.password.isEmpty() && profile.secret.kind != SecretSource::Kind::Keychain)
            environments::noteUnkeptPassword(environment);
        if (const EnvironmentProfile *before = list.find(profile.id))
            environments::compareWith(*before, environment);
        // The next file may mean the same one.
        [[maybe_unused]] const auto added = environments::applyImport({{environment}, {}}, list);
    }
}

// The password of one server is not for another one, unless somebody says so.
std::optional<Failure> EnvImportTask::refuseOtherServers(const ProfileList &before) const
{
    if (m_keepsPassword)
        return std::nullopt;
    for (const EnvironmentImport &environment : m_preview.environments) {
        const EnvironmentProfile &profile = environment.profile;
        const auto move =
            environments::passwordMove(before.find(profile.id), profile, !environment.password.isEmpty());
        if (move)
            return refusal(
                Text::tr("Nothing was changed: with %1 “%2” would get the password of “%3”. Put its "
                         "own into the file, or say --keep-password.")
                    .arg(environment.file, move->to, move->from));
    }
    return std::nullopt;
}

void EnvImportTask::keep(CommandContext &context, EnvTools &tools)
{
    QList<environments::NewPassword> passwords;
    for (const EnvironmentImport &environment : std::as_const(m_preview.environments)) {
        if (!environment.password.isEmpty() &&
            environment.profile.secret.kind == SecretSource::Kind::Keychain)
            passwords.append({environment.profile.id, environment.password});
    }
    const auto apply = [preview = m_preview](ProfileList &list) { return applyImport(preview, list); };
    keepTogether(context, tools, passwords, apply, [this, &context](const ProfileList &) { end(context); });
}

void EnvImportTask::print(CommandContext &context) const
{
    Terminal &terminal = context.terminal();
    JsonLines json(terminal);
    for (const EnvironmentImport &environment : m_preview.environments) {
        if (context.json()) {
            QJsonObject object = environments::toJson(environment.profile);
            object.insert("change"_L1, wordFor(environment.change));
            object.insert("file"_L1, environment.file);
            object.insert("members"_L1, QJsonArray::fromStringList(environment.members));
            object.insert("notices"_L1, QJsonArray::fromStringList(environment.notices));
            json.add(object);
            continue;
        }
        for (const QString &notice : environment.notices)
            terminal.note(environment.file + ": "_L1 + notice);
        terminal.line(u"%1  %2  %3  %4"_s
                          .arg(wordFor(environment.change), printable(environment.profile.name),
                               printable(addressText(environment.profile)), environment.members.join(u", "_s))
                          .trimmed());
    }
    if (context.json())
        json.end();
    for (const ImportProblem &problem : m_preview.problems)
        terminal.note(problem.file + ": "_L1 + problem.sentence);
}

void EnvImportTask::end(CommandContext &context) const
{
    print(context);
    if (m_preview.problems.isEmpty())
        return context.finish();
    context.fail(refusal(m_preview.problems.size() == 1
                             ? Text::tr("One file gives no environment.")
                             : Text::tr("%1 files give no environment.").arg(m_preview.problems.size())));
}

} // namespace tusk::app
