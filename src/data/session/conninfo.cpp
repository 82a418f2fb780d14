// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/conninfo.h"

#include <libpq-fe.h>

#include <QStringList>

#include <array>
#include <pwd.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace tusk::session
{

using namespace Qt::StringLiterals;

namespace
{

using Keywords = std::vector<std::pair<QLatin1StringView, QString>>;

// An empty password makes libpq look for a password file, an empty passfile for ~/.pgpass. This one cannot
// exist; /dev/null itself gives a warning on the standard error stream.
constexpr auto noFile = "/dev/null/none"_L1;

QString quoted(QString value)
{
    value.replace(u'\\', R"(\\)"_L1).replace(u'\'', R"(\')"_L1);
    return u'\'' + value + u'\'';
}

QString joined(const Keywords &keywords)
{
    QStringList parts;
    for (const auto &[keyword, value] : keywords)
        parts.append(keyword + u'=' + quoted(value));
    return parts.join(u' ');
}

Keywords target(const base::ConnectionSettings &settings)
{
    return {{"host"_L1, settings.host},
            {"port"_L1, QString::number(settings.port)},
            {"dbname"_L1, settings.database},
            {"user"_L1, userOf(settings)},
            {"password"_L1, settings.password}};
}

Keywords transport(const base::ConnectionSettings &settings, const QString &sslMode)
{
    using namespace std::chrono;
    const seconds silence = settings.keepAliveIdle + settings.keepAliveInterval * settings.keepAliveCount;
    Keywords keywords = {
        {"hostaddr"_L1, {}},
        {"options"_L1, {}}, // a pooler refuses it, and it would be state of the session
        {"passfile"_L1, noFile},
        {"application_name"_L1, settings.applicationName},
        {"client_encoding"_L1, u"UTF8"_s},
        {"target_session_attrs"_L1, u"any"_s},
        {"requirepeer"_L1, {}},
        {"gssencmode"_L1, u"disable"_s},
        {"sslmode"_L1, sslMode.isEmpty() ? u"prefer"_s : sslMode},
        {"channel_binding"_L1, settings.channelBinding.isEmpty() ? u"prefer"_s : settings.channelBinding},
        {"keepalives"_L1, u"1"_s},
        {"keepalives_idle"_L1, QString::number(settings.keepAliveIdle.count())},
        {"keepalives_interval"_L1, QString::number(settings.keepAliveInterval.count())},
        {"keepalives_count"_L1, QString::number(settings.keepAliveCount)},
        {"tcp_user_timeout"_L1, QString::number(duration_cast<milliseconds>(silence).count())},
    };
    // Left open where the certificate is checked: libpq's own file, ~/.postgresql/root.crt. In every other
    // mode that file would make libpq check as well, and "prefer" go on without encryption where that fails.
    if (!settings.sslRootCert.isEmpty())
        keywords.emplace_back("sslrootcert"_L1, settings.sslRootCert);
    else if (!sslMode.startsWith("verify-"_L1))
        keywords.emplace_back("sslrootcert"_L1, noFile);
    return keywords;
}

} // namespace

QByteArray conninfo(const base::ConnectionSettings &settings, const QString &sslMode)
{
    const QString mode = sslMode.isEmpty() ? settings.sslMode : sslMode;
    return QString(joined(target(settings)) + u' ' + joined(transport(settings, mode))).toUtf8();
}

std::optional<QString> driverOptions(const base::ConnectionSettings &settings, const QString &sslMode,
                                     std::chrono::milliseconds connectTimeout)
{
    using namespace std::chrono;
    Keywords keywords = transport(settings, sslMode.isEmpty() ? settings.sslMode : sslMode);
    // libpq counts in whole seconds, at least two.
    keywords.emplace_back("connect_timeout"_L1,
                          QString::number(std::max<qint64>(2, ceil<seconds>(connectTimeout).count())));
    // The driver leaves out what is empty, and libpq would ask the environment.
    for (const auto &[keyword, value] : target(settings)) {
        if (value.isEmpty())
            keywords.emplace_back(keyword, value);
    }
    QString options = joined(keywords);
    if (options.contains(u';'))
        return std::nullopt;
    return options;
}

QString userOf(const base::ConnectionSettings &settings)
{
    if (!settings.user.isEmpty())
        return settings.user;
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found);
    return found ? QString::fromLocal8Bit(found->pw_name) : QString();
}

void forgetLibpqEnvironment()
{
    // Read by libpq without being the default of a keyword. First, because a wrong PGSERVICE makes
    // PQconndefaults() fail.
    for (const char *variable : {"PGSERVICE", "PGSERVICEFILE", "PGSYSCONFDIR", "PGREQUIRESSL", "PGTZ",
                                 "PGDATESTYLE", "PGGEQO", "PGLOCALEDIR"})
        qunsetenv(variable);
    if (PQconninfoOption *options = PQconndefaults()) {
        for (const PQconninfoOption *option = options; option->keyword; ++option) {
            if (option->envvar)
                qunsetenv(option->envvar);
        }
        PQconninfoFree(options);
    }
}

} // namespace tusk::session
