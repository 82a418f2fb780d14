// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/actions/keybindings.h"

#include <QAction>
#include <QObject>

#include <vector>

namespace tusk::gui
{

class Settings;

// The actions of one window, each made once, with its text, its icon and the keys of the moment. What they
// do, and when they can be done, is connected by WindowCommands.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    // The keys that the user chose come from the settings and go there; they must outlive the registry.
    explicit ActionRegistry(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] QAction &action(ActionId id) const;

    [[nodiscard]] const KeyBindings &bindings() const { return m_bindings; }
    void setBindings(const KeyBindings &bindings);

    // From now on the keys of the context work in the widget: in a window everywhere in it, in a list where
    // it has the focus itself.
    void attach(ActionContext context, QWidget &widget);

    // The first key of the action; empty: none. In menus it is shown beside what does the same.
    [[nodiscard]] QKeySequence shownKey(ActionId id) const;
    // As it is shown.
    [[nodiscard]] QString keyText(ActionId id) const;

Q_SIGNALS:
    void bindingsChanged();

private:
    // An action of the whole window may have keys that work in the list only: they are those of a second
    // action that does the same.
    struct Entry {
        QAction *action;
        QAction *inList; // null: the action itself
    };

    void applyBindings();

    Settings &m_settings;
    KeyBindings m_bindings;
    std::vector<Entry> m_entries; // in the order of ActionId
};

} // namespace tusk::gui
