// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envfields.h"

#include "app/texts.h"
#include "environments/profilewords.h"
#include "environments/typedhost.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using environments::EnvironmentProfile;
using environments::SecretSource;

namespace
{

template <class T>
bool assign(T &target, const std::optional<T> &value)
{
    target = value.value_or(target);
    return value.has_value();
}

bool assignText(QString &target, const QString &value)
{
    target = value;
    return true;
}

bool assignNumber(int &target, const QString &value)
{
    bool ok = false;
    target = value.toInt(&ok);
    return ok;
}

template <class Number, class Period>
bool assignSeconds(std::chrono::duration<Number, Period> &target, const QString &value)
{
    int number = 0;
    const bool ok = assignNumber(number, value);
    target = std::chrono::seconds(number);
    return ok;
}

bool assignSwitch(bool &target, const QString &value)
{
    target = value == "on"_L1;
    return target || value == "off"_L1;
}

// keychain, or with a name behind a colon: variable:DB_PASSWORD. Nobody is there to type one for this run.
bool assignSecret(SecretSource &target, const QString &value)
{
    target.name = value.section(u':', 1);
    return assign(target.kind, environments::secretSourceFrom(value.section(u':', 0, 0))) &&
           target.kind != SecretSource::Kind::ThisRun;
}

// Before --confirm, which has the last word. Another kind is no reason to ask no more.
bool assignKind(EnvironmentProfile &profile, const QString &value)
{
    const bool isKind = assign(profile.kind, environments::kindFrom(value));
    if (profile.kind == environments::EnvironmentKind::Production)
        profile.confirmDestructive = true;
    return isKind;
}

// Before the port, which has the last word.
bool assignHost(QString &host, int &port, const QString &value)
{
    const environments::TypedHost typed = environments::typedHost(value);
    host = typed.host;
    if (typed.port != 0)
        port = typed.port;
    return true;
}

struct Field {
    const char *option;
    const char *value; // for Text::tr(), as is the explanation
    const char *explanation;
    bool (*assign)(EnvironmentProfile &, const QString &); // false: not possible
};

using P = EnvironmentProfile;
using V = const QString &;
constexpr Field fields[] = {
    {"kind", QT_TRANSLATE_NOOP("CommandLine", "KIND"),
     QT_TRANSLATE_NOOP(
         "CommandLine",
         "local, development, staging or production; where it is left out, add goes by the name."),
     assignKind},
    {"colour", QT_TRANSLATE_NOOP("CommandLine", "#RRGGBB"),
     QT_TRANSLATE_NOOP("CommandLine", "Its colour in the window."),
     [](P &p, V v) { return assignText(p.colour, v); }},
    {"host", QT_TRANSLATE_NOOP("CommandLine", "HOST"),
     QT_TRANSLATE_NOOP("CommandLine", "The server, or the folder of its socket."),
     [](P &p, V v) { return assignHost(p.host, p.port, v); }},
    {"port", QT_TRANSLATE_NOOP("CommandLine", "PORT"), QT_TRANSLATE_NOOP("CommandLine", "Its port (5432)."),
     [](P &p, V v) { return assignNumber(p.port, v); }},
    {"database", QT_TRANSLATE_NOOP("CommandLine", "NAME"),
     QT_TRANSLATE_NOOP("CommandLine", "The database on it."),
     [](P &p, V v) { return assignText(p.database, v); }},
    {"user", QT_TRANSLATE_NOOP("CommandLine", "NAME"),
     QT_TRANSLATE_NOOP("CommandLine", "The user of the database."),
     [](P &p, V v) { return assignText(p.user, v); }},
    {"sslmode", QT_TRANSLATE_NOOP("CommandLine", "MODE"),
     QT_TRANSLATE_NOOP("CommandLine",
                       "Encryption: disable, allow, prefer, require, verify-ca or verify-full."),
     [](P &p, V v) { return assign(p.tls, environments::tlsModeFrom(v)); }},
    {"sslrootcert", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
     QT_TRANSLATE_NOOP("CommandLine", "Certificates to check the server's against."),
     [](P &p, V v) { return assignText(p.rootCertificate, v); }},
    {"channel-binding", QT_TRANSLATE_NOOP("CommandLine", "MODE"),
     QT_TRANSLATE_NOOP("CommandLine", "disable, prefer or require."),
     [](P &p, V v) { return assign(p.channelBinding, environments::channelBindingFrom(v)); }},
    {"application-name", QT_TRANSLATE_NOOP("CommandLine", "NAME"),
     QT_TRANSLATE_NOOP("CommandLine", "What the server calls Tusk."),
     [](P &p, V v) { return assignText(p.applicationName, v); }},
    {"direct-host", QT_TRANSLATE_NOOP("CommandLine", "HOST"),
     QT_TRANSLATE_NOOP("CommandLine", "The server without the pooler in front of it."),
     [](P &p, V v) { return assignHost(p.directHost, p.directPort, v); }},
    {"direct-port", QT_TRANSLATE_NOOP("CommandLine", "PORT"),
     QT_TRANSLATE_NOOP("CommandLine", "Its port there; 0 for the same."),
     [](P &p, V v) { return assignNumber(p.directPort, v); }},
    {"pool-size", QT_TRANSLATE_NOOP("CommandLine", "NUMBER"),
     QT_TRANSLATE_NOOP("CommandLine", "Connections for statements, at most (2)."),
     [](P &p, V v) { return assignNumber(p.pool.size, v); }},
    {"minimum-idle", QT_TRANSLATE_NOOP("CommandLine", "NUMBER"),
     QT_TRANSLATE_NOOP("CommandLine", "Connections that stay open when nothing happens (0)."),
     [](P &p, V v) { return assignNumber(p.pool.minimumIdle, v); }},
    {"connect-timeout", QT_TRANSLATE_NOOP("CommandLine", "SECONDS"),
     QT_TRANSLATE_NOOP("CommandLine", "For connecting (10)."),
     [](P &p, V v) { return assignSeconds(p.pool.connectTimeout, v); }},
    {"acquire-timeout", QT_TRANSLATE_NOOP("CommandLine", "SECONDS"),
     QT_TRANSLATE_NOOP("CommandLine", "For a free connection (30)."),
     [](P &p, V v) { return assignSeconds(p.pool.acquireTimeout, v); }},
    {"statement-timeout", QT_TRANSLATE_NOOP("CommandLine", "SECONDS"),
     QT_TRANSLATE_NOOP("CommandLine", "For an answer (14)."),
     [](P &p, V v) { return assignSeconds(p.pool.statementTimeout, v); }},
    {"keepalives-idle", QT_TRANSLATE_NOOP("CommandLine", "SECONDS"),
     QT_TRANSLATE_NOOP("CommandLine", "Silence before the network is asked whether it is there (4)."),
     [](P &p, V v) { return assignSeconds(p.pool.keepAliveIdle, v); }},
    {"keepalives-interval", QT_TRANSLATE_NOOP("CommandLine", "SECONDS"),
     QT_TRANSLATE_NOOP("CommandLine", "Between two such questions (2)."),
     [](P &p, V v) { return assignSeconds(p.pool.keepAliveInterval, v); }},
    {"keepalives-count", QT_TRANSLATE_NOOP("CommandLine", "NUMBER"),
     QT_TRANSLATE_NOOP("CommandLine", "Questions without answer until it counts as gone (2)."),
     [](P &p, V v) { return assignNumber(p.pool.keepAliveCount, v); }},
    {"recycle-age", QT_TRANSLATE_NOOP("CommandLine", "SECONDS"),
     QT_TRANSLATE_NOOP("CommandLine", "Until an unused connection is closed (1800); 0 for never."),
     [](P &p, V v) { return assignSeconds(p.pool.recycleAge, v); }},
    {"pre-ping", "on|off", QT_TRANSLATE_NOOP("CommandLine", "Look at a connection before it is used (on)."),
     [](P &p, V v) { return assignSwitch(p.pool.prePing, v); }},
    {"read-only", "on|off", QT_TRANSLATE_NOOP("CommandLine", "Change nothing there."),
     [](P &p, V v) { return assignSwitch(p.readOnly, v); }},
    {"confirm", "on|off", QT_TRANSLATE_NOOP("CommandLine", "Ask before much is deleted; on for production."),
     [](P &p, V v) { return assignSwitch(p.confirmDestructive, v); }},
    {"listen", "on|off",
     QT_TRANSLATE_NOOP("CommandLine", "Hear of changes made elsewhere, by one more connection (on)."),
     [](P &p, V v) { return assignSwitch(p.listen, v); }},
    {"secret", QT_TRANSLATE_NOOP("CommandLine", "SOURCE"),
     QT_TRANSLATE_NOOP(
         "CommandLine",
         "Where the password comes from: keychain, variable:NAME, libpq-files, libpq-files:SERVICE or "
         "none."),
     [](P &p, V v) { return assignSecret(p.secret, v); }},
};

} // namespace

QList<QCommandLineOption> environmentFieldOptions()
{
    QList<QCommandLineOption> options;
    for (const Field &field : fields)
        options.append(
            {QString::fromLatin1(field.option), Text::tr(field.explanation), Text::tr(field.value)});
    return options;
}

TypedFields typedFields(const QCommandLineParser &typed)
{
    TypedFields result;
    for (const Field &field : fields) {
        const QString option = QString::fromLatin1(field.option);
        if (typed.isSet(option))
            result.insert(option, typed.value(option));
    }
    return result;
}

std::optional<Failure> applyFields(const TypedFields &typed, EnvironmentProfile &profile)
{
    for (const Field &field : fields) {
        const auto value = typed.constFind(QString::fromLatin1(field.option));
        if (value != typed.cend() && !field.assign(profile, *value))
            return usageFailure(Text::tr("The value of --%1 is not possible.").arg(value.key()));
    }
    return std::nullopt;
}

} // namespace tusk::app
