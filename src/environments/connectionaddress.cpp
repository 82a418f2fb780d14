// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectionaddress.h"

#include "environments/neonhost.h"
#include "environments/profilewords.h"

#include <QFileInfo>
#include <QUrl>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace
{

constexpr int defaultPort = 5432;

QString encoded(const QString &text, const QByteArray &plain = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, plain));
}

QString authority(const ConnectionAddress &address, Password password)
{
    QString text;
    const bool hasPassword = password != Password::LeftOut && !address.password.isEmpty();
    if (!address.user.isEmpty() || hasPassword) {
        text = encoded(address.user);
        if (hasPassword)
            text += u':' + (password == Password::Masked ? u"***"_s : encoded(address.password));
        text += u'@';
    }
    if (address.host.contains(u':') && !address.host.startsWith(u'/'))
        text += u'[' + encoded(address.host, ":") + u']';
    else if (!address.host.startsWith(u'/'))
        text += encoded(address.host);
    if (address.port != 0)
        text += u':' + QString::number(address.port);
    return text;
}

QStringList parametersOf(const ConnectionAddress &address)
{
    QStringList parameters;
    const auto add = [&parameters](QLatin1StringView keyword, const QString &value) {
        if (!value.isEmpty())
            parameters.append(keyword + u'=' + encoded(value, "/"));
    };
    const auto addNumber = [&add](QLatin1StringView keyword, const auto &value) {
        if (value)
            add(keyword, QString::number(*value));
    };
    const auto addSeconds = [&add](QLatin1StringView keyword, const std::optional<seconds> &value) {
        if (value)
            add(keyword, QString::number(value->count()));
    };
    if (address.host.startsWith(u'/'))
        add("host"_L1, address.host);
    add("sslmode"_L1, address.tls ? wordFor(*address.tls) : QString());
    add("sslrootcert"_L1, address.rootCertificate);
    add("channel_binding"_L1, address.channelBinding ? wordFor(*address.channelBinding) : QString());
    add("application_name"_L1, address.applicationName);
    addSeconds("connect_timeout"_L1, address.connectTimeout);
    addSeconds("keepalives_idle"_L1, address.keepAliveIdle);
    addSeconds("keepalives_interval"_L1, address.keepAliveInterval);
    addNumber("keepalives_count"_L1, address.keepAliveCount);
    return parameters;
}

bool isThisComputer(const QString &host)
{
    return host.isEmpty() || host.startsWith(u'/') || host == "localhost"_L1 || host == "::1"_L1 ||
           host.startsWith("127."_L1);
}

// Nothing where the value is that of a profile which nobody has changed.
template <class T>
std::optional<T> unlessDefault(T value, T usual)
{
    return value == usual ? std::nullopt : std::optional(value);
}

} // namespace

bool hidesPassword(const ConnectionAddress &address)
{
    constexpr qsizetype fewestStars = 3;
    return address.password.size() >= fewestStars && address.password.count(u'*') == address.password.size();
}

QString uriOf(const ConnectionAddress &address, Password password)
{
    QString uri = u"postgresql://"_s + authority(address, password);
    const QStringList parameters = parametersOf(address);
    if (!address.database.isEmpty() || !parameters.isEmpty())
        uri += u'/' + encoded(address.database);
    if (!parameters.isEmpty())
        uri += u'?' + parameters.join(u'&');
    return uri;
}

void applyAddress(EnvironmentProfile &profile, const ConnectionAddress &address)
{
    EnvironmentProfile usual;
    usual.tls = isThisComputer(address.host) ? TlsMode::Prefer : TlsMode::Require;
    usual.directHost = directNeonHost(address.host);
    const int port = address.port == 0 ? defaultPort : address.port;
    const bool isSameServer = !profile.host.isEmpty() && profile.host == address.host && profile.port == port;
    if (isSameServer) // a new password, say: what the string does not name has been chosen before
        usual = profile;
    profile.host = address.host;
    profile.port = port;
    profile.database = address.database;
    profile.user = address.user;
    profile.tls = address.tls.value_or(usual.tls);
    // Where one is given, certificates are checked.
    const bool checks = !address.tls || profile.tls >= TlsMode::VerifyCa;
    profile.rootCertificate =
        address.rootCertificate.isEmpty() && checks ? usual.rootCertificate : address.rootCertificate;
    if (profile.rootCertificate.isEmpty() && profile.tls >= TlsMode::VerifyCa)
        profile.rootCertificate = systemRootCertificates();
    profile.channelBinding = address.channelBinding.value_or(usual.channelBinding);
    profile.applicationName =
        address.applicationName.isEmpty() ? usual.applicationName : address.applicationName;
    profile.directHost = usual.directHost;
    profile.directPort = usual.directPort;
    profile.pool.connectTimeout =
        address.connectTimeout.value_or(std::chrono::duration_cast<seconds>(usual.pool.connectTimeout));
    profile.pool.keepAliveIdle = address.keepAliveIdle.value_or(usual.pool.keepAliveIdle);
    profile.pool.keepAliveInterval = address.keepAliveInterval.value_or(usual.pool.keepAliveInterval);
    profile.pool.keepAliveCount = address.keepAliveCount.value_or(usual.pool.keepAliveCount);
}

ConnectionAddress addressOf(const EnvironmentProfile &profile, const QString &password)
{
    const EnvironmentProfile usual;
    ConnectionAddress address;
    address.host = profile.host;
    address.port = profile.port == defaultPort ? 0 : profile.port;
    address.database = profile.database;
    address.user = profile.user;
    address.password = password;
    address.tls = profile.tls;
    address.rootCertificate = profile.rootCertificate;
    address.channelBinding = unlessDefault(profile.channelBinding, usual.channelBinding);
    if (profile.applicationName != usual.applicationName)
        address.applicationName = profile.applicationName;
    address.connectTimeout = unlessDefault(std::chrono::ceil<seconds>(profile.pool.connectTimeout),
                                           std::chrono::ceil<seconds>(usual.pool.connectTimeout));
    address.keepAliveIdle = unlessDefault(profile.pool.keepAliveIdle, usual.pool.keepAliveIdle);
    address.keepAliveInterval = unlessDefault(profile.pool.keepAliveInterval, usual.pool.keepAliveInterval);
    address.keepAliveCount = unlessDefault(profile.pool.keepAliveCount, usual.pool.keepAliveCount);
    return address;
}

QString systemRootCertificates()
{
    for (const QString &path :
         {u"/etc/ssl/certs/ca-certificates.crt"_s, u"/etc/pki/tls/certs/ca-bundle.crt"_s,
          u"/etc/ssl/ca-bundle.pem"_s, u"/etc/ssl/cert.pem"_s}) {
        if (QFileInfo::exists(path))
            return path;
    }
    return {};
}

} // namespace tusk::environments
