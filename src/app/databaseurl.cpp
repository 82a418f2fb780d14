// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/databaseurl.h"

#include "app/texts.h"

#include <libpq-fe.h>

#include <QRegularExpression>

#include <algorithm>
#include <initializer_list>
#include <memory>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;
using base::ConnectionSettings;

struct OptionsDeleter {
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, OptionsDeleter>;

base::Error invalid(const QString &sentence, const QString &detail = {})
{
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.sentence = sentence;
    error.detail = detail;
    return error;
}

// libpq quotes what it could not parse: all from the first quotation mark to the last goes.
QString withoutQuotations(const QString &text)
{
    static const QRegularExpression quotation(uR"(".*")"_s, QRegularExpression::DotMatchesEverythingOption);
    QString result = text.trimmed();
    return result.replace(quotation, u"\"…\""_s);
}

template <class T>
bool assignNumber(T &target, const QString &value, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    if (!ok || number < least || number > most)
        return false;
    target = T(number);
    return true;
}

bool assignText(QString &target, const QString &value)
{
    target = value;
    return true;
}

bool assignWord(QString &target, const QString &value, std::initializer_list<QLatin1StringView> possible)
{
    target = value;
    return std::ranges::find(possible, value) != possible.end();
}

bool assignTimeout(ConnectionSettings &settings, const QString &value)
{
    std::chrono::seconds timeout{0};
    if (!assignNumber(timeout, value, 1, 3600))
        return false;
    settings.connectTimeout = timeout;
    return true;
}

struct Parameter {
    QLatin1StringView keyword;
    bool (*assign)(ConnectionSettings &, const QString &); // false: not possible; none: Tusk sets it itself
};

constexpr Parameter parameters[] = {
    {"host"_L1, [](ConnectionSettings &s, const QString &v) { return assignText(s.host, v); }},
    {"port"_L1, [](ConnectionSettings &s, const QString &v) { return assignNumber(s.port, v, 1, 65535); }},
    {"dbname"_L1, [](ConnectionSettings &s, const QString &v) { return assignText(s.database, v); }},
    {"user"_L1, [](ConnectionSettings &s, const QString &v) { return assignText(s.user, v); }},
    {"password"_L1, [](ConnectionSettings &s, const QString &v) { return assignText(s.password, v); }},
    {"sslmode"_L1,
     [](ConnectionSettings &s, const QString &v) {
         return assignWord(
             s.sslMode, v,
             {"disable"_L1, "allow"_L1, "prefer"_L1, "require"_L1, "verify-ca"_L1, "verify-full"_L1});
     }},
    {"sslrootcert"_L1, [](ConnectionSettings &s, const QString &v) { return assignText(s.sslRootCert, v); }},
    {"channel_binding"_L1,
     [](ConnectionSettings &s, const QString &v) {
         return assignWord(s.channelBinding, v, {"disable"_L1, "prefer"_L1, "require"_L1});
     }},
    {"application_name"_L1,
     [](ConnectionSettings &s, const QString &v) { return assignText(s.applicationName, v); }},
    {"connect_timeout"_L1, assignTimeout},
    {"keepalives_idle"_L1,
     [](ConnectionSettings &s, const QString &v) { return assignNumber(s.keepAliveIdle, v, 1, 3600); }},
    {"keepalives_interval"_L1,
     [](ConnectionSettings &s, const QString &v) { return assignNumber(s.keepAliveInterval, v, 1, 3600); }},
    {"keepalives_count"_L1,
     [](ConnectionSettings &s, const QString &v) { return assignNumber(s.keepAliveCount, v, 1, 100); }},
    {"client_encoding"_L1, nullptr},
    {"fallback_application_name"_L1, nullptr},
    {"gssencmode"_L1, nullptr},
    {"keepalives"_L1, nullptr},
    {"sslcompression"_L1, nullptr},
    {"tcp_user_timeout"_L1, nullptr},
};

// An unescaped character of a password moves the borders between the parts: what was meant as password then
// stands where a host or a database does.
std::optional<base::Error> misplacedPassword(const ConnectionSettings &settings, const QString &source)
{
    const auto escaped = [&source](QChar character, QLatin1StringView code) {
        return invalid(Text::tr("In %1 the password holds a “%2”: please write it as %3 there.")
                           .arg(source, character, code));
    };
    if (settings.host.contains(u'@'))
        return escaped(u'@', "%40"_L1);
    if (settings.database.contains(u'@'))
        return escaped(u'/', "%2F"_L1);
    return std::nullopt;
}

Options parse(const QString &url, QString &message)
{
    char *text = nullptr;
    Options options(PQconninfoParse(url.toUtf8().constData(), &text));
    if (text)
        message = QString::fromUtf8(text);
    PQfreemem(text);
    return options;
}

QString valueOf(const Options &options, QLatin1StringView keyword)
{
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (keyword == QLatin1StringView(option->keyword))
            return QString::fromUtf8(option->val);
    }
    return {};
}

// A password with a slash makes libpq take a part of it for the port.
base::Error impossibleValue(QLatin1StringView keyword, const QString &source)
{
    if (keyword != "port"_L1)
        return invalid(Text::tr("The value of “%1” in %2 is not possible.").arg(keyword, source));
    return invalid(Text::tr("The port in %1 is not possible; where the password holds a “/”, please write it "
                            "as %2.")
                       .arg(source, "%2F"_L1));
}

base::Result<ConnectionSettings> settingsFrom(const Options &options, const QString &source)
{
    ConnectionSettings settings;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        const QLatin1StringView keyword(option->keyword);
        const QString value = QString::fromUtf8(option->val);
        if (value.isEmpty())
            continue;
        const auto *known = std::ranges::find(parameters, keyword, &Parameter::keyword);
        if (known == std::end(parameters))
            return invalid(Text::tr("%1 uses “%2”, which Tusk does not support.").arg(source, keyword));
        if (known->assign && !known->assign(settings, value))
            return impossibleValue(keyword, source);
    }
    return settings;
}

} // namespace

base::Result<ConnectionSettings> parseDatabaseUrl(const QString &url, const QString &source)
{
    QString message;
    const Options options = parse(url.trimmed(), message);
    if (!options) {
        return invalid(Text::tr("%1 is not the address of a PostgreSQL database, such as "
                                "postgresql://user:password@host/database.")
                           .arg(source),
                       withoutQuotations(message));
    }
    if (valueOf(options, "host"_L1).contains(u','))
        return invalid(Text::tr("%1 names several servers, of which Tusk uses only one.").arg(source));
    base::Result<ConnectionSettings> settings = settingsFrom(options, source);
    if (!settings)
        return settings;
    if (const auto error = misplacedPassword(*settings, source))
        return *error;
    return settings;
}

} // namespace tusk::app
