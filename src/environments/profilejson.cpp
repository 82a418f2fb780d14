// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/profilejson.h"

#include "environments/profilerules.h"
#include "environments/profilewords.h"

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

template <class T>
constexpr bool isDuration = false;
template <class Number, class Period>
constexpr bool isDuration<std::chrono::duration<Number, Period>> = true;

// Writes members.
class Writer final
{
public:
    explicit Writer(const QJsonObject &before)
        : m_json(before)
    {
    }

    template <class T>
    void member(QLatin1StringView name, const T &value)
    {
        if constexpr (isDuration<T>)
            m_json.insert(name, static_cast<qint64>(value.count()));
        else if constexpr (std::is_same_v<T, QUuid>)
            insert(name, value);
        else if constexpr (std::is_enum_v<T>)
            m_json.insert(name, wordFor(value));
        else
            m_json.insert(name, value);
    }

    template <class Each, class T>
    void group(QLatin1StringView name, const Each &each, T &values)
    {
        Writer inner(m_json.value(name).toObject());
        each(inner, values);
        m_json.insert(name, inner.m_json);
    }

    [[nodiscard]] const QJsonObject &json() const { return m_json; }

private:
    void insert(QLatin1StringView name, const QUuid &id)
    {
        if (id.isNull())
            m_json.remove(name);
        else
            m_json.insert(name, id.toString(QUuid::WithoutBraces));
    }

    QJsonObject m_json;
};

std::optional<EnvironmentKind> valueFrom(const QString &word, EnvironmentKind)
{
    return kindFrom(word);
}
std::optional<TlsMode> valueFrom(const QString &word, TlsMode)
{
    return tlsModeFrom(word);
}
std::optional<ChannelBinding> valueFrom(const QString &word, ChannelBinding)
{
    return channelBindingFrom(word);
}
std::optional<SecretSource::Kind> valueFrom(const QString &word, SecretSource::Kind)
{
    return secretSourceFrom(word);
}

// Reads members, and remembers the first that is not possible.
class Reader final
{
public:
    explicit Reader(const QJsonObject &json)
        : m_json(json)
    {
    }

    template <class T>
    void member(QLatin1StringView name, T &value)
    {
        const QJsonValue json = m_json.value(name);
        if (!json.isUndefined() && !read(json, value) && m_impossible.isEmpty())
            m_impossible = name;
    }

    template <class Each, class T>
    void group(QLatin1StringView name, const Each &each, T &values)
    {
        const QJsonValue json = m_json.value(name);
        Reader inner(json.toObject());
        each(inner, values);
        if (m_impossible.isEmpty())
            m_impossible = json.isUndefined() || json.isObject() ? inner.m_impossible : QString(name);
    }

    [[nodiscard]] const QString &impossible() const { return m_impossible; }

private:
    static bool read(const QJsonValue &json, bool &value)
    {
        value = json.toBool();
        return json.isBool();
    }
    static bool read(const QJsonValue &json, QString &value)
    {
        value = json.toString();
        return json.isString();
    }
    static bool read(const QJsonValue &json, QUuid &value)
    {
        value = QUuid::fromString(json.toString());
        return !value.isNull();
    }
    static bool read(const QJsonValue &json, int &value)
    {
        value = json.toInt();
        return json.isDouble() && json.toDouble() == value;
    }
    template <class Number, class Period>
    static bool read(const QJsonValue &json, std::chrono::duration<Number, Period> &value)
    {
        int number = 0;
        const bool isNumber = read(json, number);
        value = std::chrono::duration<Number, Period>(number);
        return isNumber;
    }
    template <class T>
    requires std::is_enum_v<T>
    static bool read(const QJsonValue &json, T &value)
    {
        const std::optional<T> found = valueFrom(json.toString(), value);
        value = found.value_or(value);
        return found.has_value();
    }

    const QJsonObject m_json;
    QString m_impossible;
};

// All that is in the file, once for both ways.
constexpr auto poolMembers = [](auto &access, auto &pool) {
    access.member("size"_L1, pool.size);
    access.member("minimum_idle"_L1, pool.minimumIdle);
    access.member("connect_timeout_ms"_L1, pool.connectTimeout);
    access.member("acquire_timeout_ms"_L1, pool.acquireTimeout);
    access.member("statement_timeout_ms"_L1, pool.statementTimeout);
    access.member("keepalives_idle_s"_L1, pool.keepAliveIdle);
    access.member("keepalives_interval_s"_L1, pool.keepAliveInterval);
    access.member("keepalives_count"_L1, pool.keepAliveCount);
    access.member("recycle_age_s"_L1, pool.recycleAge);
    access.member("pre_ping"_L1, pool.prePing);
};

constexpr auto secretMembers = [](auto &access, auto &secret) {
    access.member("source"_L1, secret.kind);
    access.member("name"_L1, secret.name);
    access.member("entry"_L1, secret.entry);
};

constexpr auto profileMembers = [](auto &access, auto &profile) {
    access.member("id"_L1, profile.id);
    access.member("name"_L1, profile.name);
    access.member("colour"_L1, profile.colour);
    access.member("kind"_L1, profile.kind);
    access.member("host"_L1, profile.host);
    access.member("port"_L1, profile.port);
    access.member("database"_L1, profile.database);
    access.member("user"_L1, profile.user);
    access.member("sslmode"_L1, profile.tls);
    access.member("sslrootcert"_L1, profile.rootCertificate);
    access.member("channel_binding"_L1, profile.channelBinding);
    access.member("application_name"_L1, profile.applicationName);
    access.member("direct_host"_L1, profile.directHost);
    access.member("direct_port"_L1, profile.directPort);
    access.group("pool"_L1, poolMembers, profile.pool);
    access.member("read_only"_L1, profile.readOnly);
    access.member("confirm_destructive"_L1, profile.confirmDestructive);
    access.member("listen"_L1, profile.listen);
    access.group("secret"_L1, secretMembers, profile.secret);
};

} // namespace

QJsonObject toJson(const EnvironmentProfile &profile, const QJsonObject &before)
{
    Writer writer(before);
    profileMembers(writer, profile);
    return writer.json();
}

Result<EnvironmentProfile> profileFrom(const QJsonObject &json)
{
    EnvironmentProfile profile;
    Reader reader(json);
    profileMembers(reader, profile);
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.detail = reader.impossible();
    if (profile.id.isNull() && error.detail.isEmpty())
        error.detail = u"id"_s;
    if (!error.detail.isEmpty())
        return error;
    if (const auto problem = problemOf(profile))
        return *problem;
    return profile;
}

} // namespace tusk::environments
