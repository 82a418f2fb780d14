// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/actions/actioninfo.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace tusk::gui
{

// Which keys do what: those that every action has by itself, and over them those that the user chose. A
// value.
class KeyBindings final
{
public:
    using Keys = QList<QKeySequence>;

    // Two actions that answer to the same key in the same place: neither would run.
    struct Conflict {
        ActionId one;
        ActionId other;
        QKeySequence key;

        bool operator==(const Conflict &) const = default;
    };

    KeyBindings() = default;
    // What the settings hold; what makes no sense in it is left out.
    [[nodiscard]] static KeyBindings fromJson(const QJsonObject &chosen);
    [[nodiscard]] QJsonObject toJson() const; // what the user chose

    [[nodiscard]] Keys keysOf(ActionId id) const;
    [[nodiscard]] bool isDefault(ActionId id) const { return !m_chosen.contains(id); }
    void setKeys(ActionId id, const Keys &keys); // none: the palette is the only way to the action
    void reset(ActionId id) { m_chosen.remove(id); }
    void resetAll() { m_chosen.clear(); }

    // Who else answers to that key where the action would.
    [[nodiscard]] std::optional<ActionId> rival(ActionId id, const QKeySequence &key) const;
    [[nodiscard]] QList<Conflict> conflicts() const;

    bool operator==(const KeyBindings &) const = default;

private:
    QHash<ActionId, Keys> m_chosen;
};

// Why a key cannot be used, as a sentence; empty: it can.
[[nodiscard]] QString whyNotBound(const QKeySequence &key);

} // namespace tusk::gui
