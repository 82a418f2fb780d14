// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/dotenvimport.h"

#include "environments/connectionstring.h"
#include "environments/dotenv.h"
#include "environments/profilejson.h"
#include "environments/profilerules.h"
#include "environments/profilewords.h"
#include "environments/psqlcommand.h"
#include "environments/texts.h"

#include <algorithm>
#include <array>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using base::Result;
using std::chrono::seconds;

namespace
{

constexpr std::array addressNames{"DATABASE_URL"_L1, "POSTGRES_URL"_L1};
constexpr std::array directNames{"DATABASE_URL_UNPOOLED"_L1, "DIRECT_URL"_L1, "POSTGRES_URL_NON_POOLING"_L1};
constexpr std::array environmentNames{"ENV"_L1, "ENVIRONMENT"_L1, "APP_ENV"_L1};

struct KindWord {
    QLatin1StringView beginning;
    EnvironmentKind kind;
};
constexpr KindWord kindWords[] = {
    {"dev"_L1, EnvironmentKind::Development}, {"stag"_L1, EnvironmentKind::Staging},
    {"test"_L1, EnvironmentKind::Staging},    {"preview"_L1, EnvironmentKind::Staging},
    {"prod"_L1, EnvironmentKind::Production}, {"live"_L1, EnvironmentKind::Production},
};

bool assignNumber(int &target, const QString &text)
{
    bool ok = false;
    target = text.toInt(&ok);
    return ok;
}

template <class T>
bool assignSeconds(T &target, const QString &text)
{
    int number = 0;
    const bool ok = assignNumber(number, text);
    target = seconds(number);
    return ok;
}

bool assignSwitch(bool &target, const QString &text)
{
    const QString word = text.toLower();
    target = word == "true"_L1 || word == "1"_L1;
    return target || word == "false"_L1 || word == "0"_L1;
}

struct PoolVariable {
    QLatin1StringView name;
    bool (*assign)(PoolSettings &, const QString &); // false: not possible
};
constexpr PoolVariable poolVariables[] = {
    {"NEON_POOL_SIZE"_L1, [](PoolSettings &p, const QString &v) { return assignNumber(p.size, v); }},
    {"NEON_POOL_TIMEOUT"_L1,
     [](PoolSettings &p, const QString &v) { return assignSeconds(p.acquireTimeout, v); }},
    {"NEON_POOL_RECYCLE"_L1,
     [](PoolSettings &p, const QString &v) { return assignSeconds(p.recycleAge, v); }},
    {"NEON_POOL_PRE_PING"_L1, [](PoolSettings &p, const QString &v) { return assignSwitch(p.prePing, v); }},
    {"NEON_CONNECT_TIMEOUT"_L1,
     [](PoolSettings &p, const QString &v) { return assignSeconds(p.connectTimeout, v); }},
};

template <size_t N>
const DotEnvEntry *findAny(const DotEnv &file, const std::array<QLatin1StringView, N> &names)
{
    for (const QLatin1StringView name : names) {
        if (const DotEnvEntry *entry = file.find(name); entry && !entry->value.isEmpty())
            return entry;
    }
    return nullptr;
}

// staging, of .env.staging, .env.staging.local, staging.env and staging.env.example; empty for .env.
QString nameInFileName(const QString &fileName)
{
    static const QStringList others{u"env"_s, u"example"_s, u"sample"_s, u"template"_s, u"local"_s, u"txt"_s};
    for (const QString &part : fileName.split(u'.', Qt::SkipEmptyParts)) {
        if (!others.contains(part, Qt::CaseInsensitive))
            return part;
    }
    return {};
}

QString environmentNameOf(const DotEnv &file, const QString &fileName)
{
    if (const DotEnvEntry *entry = findAny(file, environmentNames))
        return entry->value.trimmed();
    const QString name = nameInFileName(fileName);
    return name.isEmpty() ? u"development"_s : name;
}

// Names in such files are shortened more freely than those that somebody types.
EnvironmentKind kindOf(const QString &name)
{
    const EnvironmentKind guessed = guessedKind(name);
    if (guessed == EnvironmentKind::Production)
        return guessed;
    const auto *found = std::ranges::find_if(kindWords, [&name](const KindWord &word) {
        return name.startsWith(word.beginning, Qt::CaseInsensitive);
    });
    return found == std::end(kindWords) ? guessed : found->kind;
}

base::Error unfilled(const DotEnvEntry &entry)
{
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.sentence =
        Text::tr("“%1” refers to “%2”, which Tusk does not fill in; please write the value itself.")
            .arg(entry.name, entry.variable);
    return error;
}

Result<ParsedAddress> addressIn(const DotEnvEntry &entry)
{
    if (!entry.variable.isEmpty())
        return unfilled(entry);
    return parseConnectionString(entry.value, entry.name);
}

// DATABASE_URL, else libpq's variables, as Neon's console gives both.
Result<ParsedAddress> addressIn(const DotEnv &file)
{
    if (const DotEnvEntry *entry = findAny(file, addressNames))
        return addressIn(*entry);
    QMap<QString, QString> variables;
    for (const DotEnvEntry &entry : file.entries) {
        if (entry.name.startsWith("PG"_L1) && !entry.variable.isEmpty())
            return unfilled(entry);
        variables.insert(entry.name, entry.value);
    }
    if (!variables.value(u"PGHOST"_s).isEmpty())
        return parseLibpqVariables(variables, u"PGHOST"_s);
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.sentence = Text::tr("There is no DATABASE_URL in it.");
    return error;
}

void readDirectAddress(const DotEnv &file, EnvironmentImport &result)
{
    const DotEnvEntry *entry = findAny(file, directNames);
    if (!entry)
        return;
    const Result<ParsedAddress> direct = addressIn(*entry);
    if (!direct) {
        result.notices.append(direct.error().sentence);
        return;
    }
    const int port = direct->address.port == 0 ? EnvironmentProfile().port : direct->address.port;
    const bool isSame = direct->address.host == result.profile.host && port == result.profile.port;
    result.profile.directHost = isSame ? QString() : direct->address.host;
    result.profile.directPort = isSame || port == result.profile.port ? 0 : port;
}

void readPool(const DotEnv &file, EnvironmentImport &result)
{
    for (const PoolVariable &variable : poolVariables) {
        const DotEnvEntry *entry = file.find(variable.name);
        if (!entry || entry->value.isEmpty())
            continue;
        EnvironmentProfile changed = result.profile;
        if (variable.assign(changed.pool, entry->value.trimmed()) && !problemOf(changed))
            result.profile = changed;
        else
            result.notices.append(
                Text::tr("The value of “%1” is not possible and was left out.").arg(variable.name));
    }
}

QStringList differences(const QJsonObject &one, const QJsonObject &other, const QString &prefix = {})
{
    QStringList members;
    for (auto member = one.begin(); member != one.end(); ++member) {
        const QJsonValue value = other.value(member.key());
        const QString name = prefix + member.key();
        if (value.isObject())
            members += differences(member.value().toObject(), value.toObject(), name + u'.');
        else if (value != member.value())
            members.append(name);
    }
    return members;
}

void noteBadLines(const DotEnv &file, QStringList &notices)
{
    for (const int line : file.badLines)
        notices.append(Text::tr("Line %1 is no NAME=value and was left out.").arg(line));
}

Result<EnvironmentImport> importOf(const EnvFile &file, const ProfileList &list)
{
    const Result<QString> text = textOfFile(file.content);
    if (!text)
        return text.error();
    const DotEnv variables = parseDotEnv(*text);
    if (const DotEnvEntry *entry = findAny(variables, environmentNames); entry && !entry->variable.isEmpty())
        return unfilled(*entry);
    Result<ParsedAddress> parsed = addressIn(variables);
    if (!parsed)
        return parsed.error();
    leaveOutHiddenPassword(*parsed);
    QString name = environmentNameOf(variables, file.name);
    if (const EnvironmentProfile *named = list.findNamed(name); named && named->isPrivateServer())
        name = Text::tr("%1 server").arg(name); // the private one keeps its name
    const EnvironmentProfile *before = list.findNamed(name);
    EnvironmentImport result;
    result.file = file.name;
    result.profile = before ? *before : newProfile(name, kindOf(name));
    result.password = parsed->address.password;
    if (!result.password.isEmpty() && result.profile.secret.kind == SecretSource::Kind::None)
        result.profile.secret.kind = SecretSource::Kind::Keychain;
    if (before && !result.password.isEmpty() && before->secret.kind == SecretSource::Kind::Keychain)
        result.notices.append(Text::tr("Its password takes the place of the former one."));
    for (const AddressWarning &warning : parsed->warnings)
        result.notices.append(warning.sentence());
    noteBadLines(variables, result.notices);
    applyAddress(result.profile, parsed->address);
    readDirectAddress(variables, result);
    readPool(variables, result);
    if (const auto problem = problemOf(result.profile))
        return *problem;
    if (before)
        compareWith(*before, result);
    return result;
}

} // namespace

ImportPreview previewImport(const QList<EnvFile> &files, const ProfileList &existing)
{
    ImportPreview preview;
    ProfileList list = existing; // two files may mean the same environment
    for (const EnvFile &file : files) {
        const Result<EnvironmentImport> result = importOf(file, list);
        const Result<void> applied = result ? applyImport({{*result}, {}}, list) : result.error();
        if (applied)
            preview.environments.append(*result);
        else
            preview.problems.append({file.name, applied.error().sentence});
    }
    return preview;
}

void compareWith(const EnvironmentProfile &before, EnvironmentImport &environment)
{
    environment.members = differences(toJson(before), toJson(environment.profile));
    environment.change =
        environment.members.isEmpty() ? EnvironmentImport::Change::Same : EnvironmentImport::Change::Changed;
}

void noteUnkeptPassword(EnvironmentImport &environment)
{
    environment.notices.append(Text::tr("The password in the file is not kept: it comes from elsewhere."));
}

Result<void> applyImport(const ImportPreview &preview, ProfileList &list)
{
    for (const EnvironmentImport &environment : preview.environments) {
        const bool isThere = list.find(environment.profile.id) != nullptr;
        auto applied = isThere ? list.replace(environment.profile) : list.add(environment.profile);
        if (!applied)
            return applied;
    }
    return {};
}

} // namespace tusk::environments
