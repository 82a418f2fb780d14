// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/settings/settingkey.h"
#include "gui/theme/appearance.h"

namespace tusk::gui
{

enum class FirstDayOfWeek { System, Monday, Saturday, Sunday };
enum class Language { System, English };

template <>
struct EnumWords<FirstDayOfWeek> {
    static constexpr std::array<std::string_view, 4> words{"system", "monday", "saturday", "sunday"};
};
template <>
struct EnumWords<Language> {
    static constexpr std::array<std::string_view, 2> words{"system", "en"};
};
template <>
struct EnumWords<AppearanceChoice::Colors> {
    static constexpr std::array<std::string_view, 4> words{"system", "light", "dark", "high-contrast"};
};
template <>
struct EnumWords<AppearanceChoice::Motion> {
    static constexpr std::array<std::string_view, 3> words{"system", "on", "off"};
};
template <>
struct EnumWords<AppearanceChoice::Accent> {
    static constexpr std::array<std::string_view, 2> words{"desktop", "tusk"};
};

// Everything that is remembered between two starts: the one table of it.
namespace settingkeys
{

// What the user chose.
inline const SettingKey<int> startOfDay{"startOfDay", 0}; // an hour: gui/settings/startofday.h
inline const SettingKey<FirstDayOfWeek> firstDayOfWeek{"firstDayOfWeek", FirstDayOfWeek::System};
inline const SettingKey<QJsonObject> defaultLists{"defaultLists", {}}; // id of a list by id of its database
inline const SettingKey<Language> language{"language", Language::System};
inline const SettingKey<AppearanceChoice::Colors> colors{"colors", AppearanceChoice::Colors::System};
inline const SettingKey<AppearanceChoice::Accent> accent{"accent", AppearanceChoice::Accent::Desktop};
inline const SettingKey<AppearanceChoice::Motion> animations{"animations", AppearanceChoice::Motion::System};
inline const SettingKey<QJsonObject> keys{"keys", {}}; // gui/actions/keybindings.h

// How the window was left.
inline const SettingKey<QByteArray> geometry{"geometry", {}, SettingPlace::State};
inline const SettingKey<QByteArray> splitter{"splitter", {}, SettingPlace::State};
inline const SettingKey<bool> askedHowToBegin{"askedHowToBegin", false,
                                              SettingPlace::State}; // at the first run
inline const SettingKey<bool> detailsShown{"detailsShown", true, SettingPlace::State};

// How each environment was left: gui/settings/environmentmemory.h.
inline const SettingKey<QJsonObject> foldedSections{
    "foldedSections", {}, SettingPlace::State}; // of the sidebar
inline const SettingKey<QJsonObject> archivedLists{
    "archivedLists", {}, SettingPlace::State}; // whether they are shown
inline const SettingKey<QJsonObject> foldedGroups{"foldedGroups", {}, SettingPlace::State}; // of todos
inline const SettingKey<QJsonObject> sortings{"sortings", {}, SettingPlace::State}; // gui/settings/sortings.h
inline const SettingKey<QJsonObject> lastPlaces{
    "lastPlaces", {}, SettingPlace::State}; // gui/settings/lastplace.h
inline const SettingKey<QJsonObject> selectedTodos{
    "selectedTodos", {}, SettingPlace::State}; // ids, in that place

} // namespace settingkeys

} // namespace tusk::gui
