// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <string_view>
#include <type_traits>

namespace tusk::gui
{

// Where a value is kept: what the user chose, or how the window was left.
enum class SettingPlace { Config, State };

// One thing that is remembered, with the type of its value and what it is until somebody changes it.
template <class T>
struct SettingKey {
    const char *name;
    T fallback;
    SettingPlace place = SettingPlace::Config;
};

// How the values of an enumeration are called in the file, in their order: specialise words.
template <class T>
struct EnumWords;

template <class T>
[[nodiscard]] QJsonValue settingToJson(const T &value)
{
    if constexpr (std::is_enum_v<T>) {
        const std::string_view word = EnumWords<T>::words.at(static_cast<size_t>(value));
        return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return QString::fromLatin1(value.toBase64());
    } else if constexpr (std::is_same_v<T, QStringList>) {
        return QJsonArray::fromStringList(value);
    } else {
        return value;
    }
}

// Nothing where the file says something else: then the fallback holds.
template <class T>
[[nodiscard]] std::optional<T> settingFromJson(const QJsonValue &value)
{
    if constexpr (std::is_enum_v<T>) {
        const std::string word = value.toString().toStdString();
        for (size_t i = 0; i < EnumWords<T>::words.size(); ++i) {
            if (EnumWords<T>::words.at(i) == word)
                return static_cast<T>(i);
        }
        return std::nullopt;
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return value.isString() ? std::optional(QByteArray::fromBase64(value.toString().toLatin1()))
                                : std::nullopt;
    } else if constexpr (std::is_same_v<T, bool>) {
        return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
    } else if constexpr (std::is_same_v<T, int>) {
        return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
    } else if constexpr (std::is_same_v<T, QString>) {
        return value.isString() ? std::optional(value.toString()) : std::nullopt;
    } else if constexpr (std::is_same_v<T, QStringList>) {
        if (!value.isArray())
            return std::nullopt;
        QStringList texts;
        for (const QJsonValue text : value.toArray())
            texts.append(text.toString());
        return texts;
    } else {
        static_assert(std::is_same_v<T, QJsonObject>);
        return value.isObject() ? std::optional(value.toObject()) : std::nullopt;
    }
}

} // namespace tusk::gui
