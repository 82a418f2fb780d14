// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/settings/settings.h"

#include <QComboBox>
#include <QRadioButton>
#include <QStringList>

namespace tusk::gui
{

// Controls of the settings that show the value of a key and set it at once. The key must outlive the control:
// it is one of gui/settings/settingkeys.h.

// texts: for the values of the enumeration (or 0, 1, 2…), in their order.
template <class T>
void bindChoice(QComboBox &box, Settings &settings, const SettingKey<T> &key, const QStringList &texts)
{
    box.addItems(texts);
    box.setCurrentIndex(static_cast<int>(settings.value(key)));
    QObject::connect(&box, &QComboBox::activated, &box,
                     [&settings, &key](int index) { settings.set(key, static_cast<T>(index)); });
}

template <class T>
void bindChoice(QRadioButton &button, Settings &settings, const SettingKey<T> &key, T value)
{
    button.setChecked(settings.value(key) == value);
    QObject::connect(&button, &QRadioButton::toggled, &button, [&settings, &key, value](bool on) {
        if (on)
            settings.set(key, value);
    });
}

} // namespace tusk::gui
