// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/libpqaddress.h"

#include "environments/profilewords.h"
#include "environments/texts.h"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using base::Result;
using std::chrono::seconds;

namespace
{

struct OptionsDeleter {
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, OptionsDeleter>;

base::Error invalid(const QString &sentence)
{
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.sentence = sentence;
    return error;
}

bool assignText(QString &target, const QString &value)
{
    target = value;
    return true;
}

std::optional<qint64> number(const QString &value, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 result = value.toLongLong(&ok);
    return ok && result >= least && result <= most ? std::optional(result) : std::nullopt;
}

bool assignNumber(std::optional<int> &target, const QString &value, int most)
{
    if (const auto parsed = number(value, 1, most))
        target = static_cast<int>(*parsed);
    return target.has_value();
}

bool assignPort(int &target, const QString &value)
{
    const auto parsed = number(value, 1, 65535);
    target = static_cast<int>(parsed.value_or(0));
    return parsed.has_value();
}

bool assignSeconds(std::optional<seconds> &target, const QString &value)
{
    if (const auto parsed = number(value, 1, 3600))
        target = seconds(*parsed);
    return target.has_value();
}

// For libpq 0 or less is to wait for ever, which Tusk never does: its own limit stays.
bool assignConnectTimeout(ConnectionAddress &address, const QString &value)
{
    const auto parsed = number(value, -1, 3600);
    if (parsed && *parsed > 0)
        address.connectTimeout = seconds(*parsed);
    return parsed.has_value();
}

// libpq 16 and later take the certificates of the system by this word, and check everything then.
bool assignRootCertificate(ConnectionAddress &address, const QString &value)
{
    if (value != "system"_L1)
        return assignText(address.rootCertificate, value);
    address.rootCertificate = systemRootCertificates();
    if (!address.tls)
        address.tls = TlsMode::VerifyFull;
    return true;
}

using Address = ConnectionAddress;
struct Parameter {
    QLatin1StringView keyword;
    bool (*assign)(Address &, const QString &); // false: not possible; none: Tusk sets it itself
};

// In an order in which the later ones may look at the earlier ones.
constexpr Parameter parameters[] = {
    {"host"_L1, [](Address &a, const QString &v) { return assignText(a.host, v); }},
    {"port"_L1, [](Address &a, const QString &v) { return assignPort(a.port, v); }},
    {"dbname"_L1, [](Address &a, const QString &v) { return assignText(a.database, v); }},
    {"user"_L1, [](Address &a, const QString &v) { return assignText(a.user, v); }},
    {"password"_L1, [](Address &a, const QString &v) { return assignText(a.password, v); }},
    {"sslmode"_L1, [](Address &a, const QString &v) { return (a.tls = tlsModeFrom(v)).has_value(); }},
    {"sslrootcert"_L1, assignRootCertificate},
    {"channel_binding"_L1,
     [](Address &a, const QString &v) { return (a.channelBinding = channelBindingFrom(v)).has_value(); }},
    {"application_name"_L1, [](Address &a, const QString &v) { return assignText(a.applicationName, v); }},
    {"connect_timeout"_L1, assignConnectTimeout},
    {"keepalives_idle"_L1, [](Address &a, const QString &v) { return assignSeconds(a.keepAliveIdle, v); }},
    {"keepalives_interval"_L1,
     [](Address &a, const QString &v) { return assignSeconds(a.keepAliveInterval, v); }},
    {"keepalives_count"_L1,
     [](Address &a, const QString &v) { return assignNumber(a.keepAliveCount, v, 100); }},
    {"client_encoding"_L1, nullptr},
    {"fallback_application_name"_L1, nullptr},
    {"gssencmode"_L1, nullptr},
    {"keepalives"_L1, nullptr},
    {"sslcompression"_L1, nullptr},
    {"sslsni"_L1, nullptr},
    {"target_session_attrs"_L1, nullptr},
    {"tcp_user_timeout"_L1, nullptr},
};

// What libpq says where it cannot is not kept: it quotes from the text, which may hold a password.
Options parse(const QString &text)
{
    return Options(PQconninfoParse(text.toUtf8().constData(), nullptr));
}

base::Error impossibleValue(QLatin1StringView keyword, const QString &source)
{
    return invalid(Text::tr("%1: the value of “%2” is not possible.").arg(source, keyword));
}

// Of several hosts and ports the first, with a warning.
QString firstOf(const QString &keyword, const QString &value, AddressWarnings &warnings)
{
    if (!value.contains(u',') || (keyword != "host"_L1 && keyword != "port"_L1))
        return value;
    const AddressWarning warning{AddressWarning::Kind::SeveralHosts, {}};
    if (!warnings.contains(warning))
        warnings.append(warning);
    return value.section(u',', 0, 0);
}

QString valueOf(const Options &options, QLatin1StringView keyword)
{
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (keyword == QLatin1StringView(option->keyword))
            return QString::fromUtf8(option->val);
    }
    return {};
}

void warnOfUnused(const Options &options, AddressWarnings &warnings)
{
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        const QLatin1StringView keyword(option->keyword);
        const bool isUsed =
            std::ranges::find(parameters, keyword, &Parameter::keyword) != std::end(parameters);
        if (!isUsed && option->val && *option->val)
            warnings.append({AddressWarning::Kind::UnusedParameter, keyword});
    }
}

} // namespace

bool isLibpqKeyword(const QString &keyword)
{
    static const QStringList keywords = [] {
        QStringList names;
        const Options options = parse({});
        for (const PQconninfoOption *option = options.get(); option && option->keyword; ++option)
            names.append(QString::fromLatin1(option->keyword));
        return names;
    }();
    return keywords.contains(keyword);
}

QMap<QString, QString> libpqVariables()
{
    QMap<QString, QString> keywords{{u"PGSERVICE"_s, u"service"_s}};
    const Options options = parse({});
    for (const PQconninfoOption *option = options.get(); option && option->keyword; ++option) {
        if (option->envvar)
            keywords.insert(QString::fromLatin1(option->envvar), QString::fromLatin1(option->keyword));
    }
    return keywords;
}

Result<ParsedAddress> parseLibpqString(const QString &text, const QString &source)
{
    const Options options = parse(text);
    if (!options || text.contains(QChar::Null))
        return notAnAddress(source);
    ParsedAddress parsed;
    for (const Parameter &parameter : parameters) {
        const QString value =
            firstOf(parameter.keyword, valueOf(options, parameter.keyword), parsed.warnings);
        if (!value.isEmpty() && parameter.assign && !parameter.assign(parsed.address, value))
            return impossibleValue(parameter.keyword, source);
    }
    warnOfUnused(options, parsed.warnings);
    if (parsed.address.password.endsWith(u'\n') || parsed.address.password.endsWith(u'\r'))
        parsed.warnings.append({AddressWarning::Kind::BreakInPassword, {}});
    return parsed;
}

base::Error notAnAddress(const QString &source)
{
    return invalid(Text::tr("%1 is not the address of a PostgreSQL database, such as "
                            "postgresql://user:password@host/database.")
                       .arg(source));
}

} // namespace tusk::environments
