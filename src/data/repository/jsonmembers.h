// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tusk::repository
{

// Reads the members of an object of an answer, and remembers in a flag that all of them share whether each
// was there and what it was promised to be. What is not gives an empty value, so that reading goes on to its
// end.
class JsonMembers final
{
public:
    // sound must outlive the reader, and those that it gives.
    JsonMembers(const QJsonValue &object, bool &sound)
        : m_object(object.toObject())
        , m_sound(sound)
    {
        require(object.isObject());
    }

    void require(bool condition) const { m_sound = m_sound && condition; }

    [[nodiscard]] bool has(QLatin1StringView name) const { return m_object.contains(name); }
    [[nodiscard]] QString text(QLatin1StringView name) const
    {
        const QJsonValue value = m_object.value(name);
        require(value.isString());
        return value.toString();
    }
    [[nodiscard]] bool flag(QLatin1StringView name) const
    {
        const QJsonValue value = m_object.value(name);
        require(value.isBool());
        return value.toBool();
    }
    [[nodiscard]] qint64 number(QLatin1StringView name) const { return number(m_object.value(name)); }
    [[nodiscard]] QJsonArray array(QLatin1StringView name) const
    {
        const QJsonValue value = m_object.value(name);
        require(value.isArray());
        return value.toArray();
    }
    [[nodiscard]] JsonMembers object(QLatin1StringView name) const { return {m_object.value(name), m_sound}; }
    [[nodiscard]] JsonMembers element(const QJsonValue &value) const { return {value, m_sound}; }

    template <class Id>
    [[nodiscard]] Id id(QLatin1StringView name) const
    {
        return idFrom<Id>(m_object.value(name));
    }
    template <class Id>
    [[nodiscard]] std::optional<Id> optionalId(QLatin1StringView name) const
    {
        const QJsonValue value = m_object.value(name);
        return value.isNull() ? std::nullopt : std::optional(idFrom<Id>(value));
    }
    template <class Id>
    [[nodiscard]] QList<Id> ids(QLatin1StringView name) const
    {
        QList<Id> ids;
        for (const QJsonValue element : array(name))
            ids.append(idFrom<Id>(element));
        return ids;
    }
    template <class Id>
    [[nodiscard]] QHash<Id, qint64> numbers(QLatin1StringView name) const
    {
        const JsonMembers members = object(name);
        QHash<Id, qint64> numbers;
        for (auto member = members.m_object.begin(); member != members.m_object.end(); ++member)
            numbers.insert(idFrom<Id>(member.key()), number(member.value()));
        return numbers;
    }
    // Rows, in the form that fromJson reads.
    template <class T>
    [[nodiscard]] QList<T> rows(QLatin1StringView name,
                                std::optional<T> (*fromJson)(const QJsonObject &)) const
    {
        QList<T> rows;
        for (const QJsonValue element : array(name)) {
            const std::optional<T> row = fromJson(element.toObject());
            require(row.has_value());
            if (row)
                rows.append(*row);
        }
        return rows;
    }
    // The member of these names that it is; the first where it is none.
    template <class Value, size_t size>
    [[nodiscard]] Value oneOf(QLatin1StringView name,
                              const std::pair<QLatin1StringView, Value> (&choices)[size]) const
    {
        const QString word = text(name);
        for (const auto &[choice, value] : choices) {
            if (word == choice)
                return value;
        }
        require(false);
        return choices[0].second;
    }
    // An object, or null for none.
    [[nodiscard]] QJsonObject optionalObject(QLatin1StringView name) const
    {
        const QJsonValue value = m_object.value(name);
        require(value.isObject() || value.isNull());
        return value.toObject();
    }
    [[nodiscard]] QJsonValue value(QLatin1StringView name) const { return m_object.value(name); }

private:
    template <class Id>
    [[nodiscard]] Id idFrom(const QJsonValue &value) const
    {
        const Id id = Id::fromString(value.toString());
        require(!id.isNull());
        return id;
    }
    [[nodiscard]] qint64 number(const QJsonValue &value) const
    {
        const qint64 whole = value.toInteger(0);
        require(value.isDouble() && whole == value.toInteger(1)); // with a fraction it gives the default
        return whole;
    }

    QJsonObject m_object;
    bool &m_sound;
};

} // namespace tusk::repository
