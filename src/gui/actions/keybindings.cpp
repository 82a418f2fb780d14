// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/keybindings.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tusk::gui
{

namespace
{

bool overlap(ActionContext one, ActionContext other)
{
    return one == other || one == ActionContext::Window || other == ActionContext::Window;
}

bool clash(ActionId one, ActionId other, const QKeySequence &key)
{
    return overlap(contextOf(actionInfo(one), key), contextOf(actionInfo(other), key));
}

} // namespace

KeyBindings KeyBindings::fromJson(const QJsonObject &chosen)
{
    KeyBindings result;
    for (const ActionInfo &action : allActions()) {
        const QJsonValue keys = chosen.value(QLatin1StringView(action.name));
        if (!keys.isArray())
            continue;
        Keys sequences;
        for (const QJsonValue text : keys.toArray()) {
            const QKeySequence key(text.toString(), QKeySequence::PortableText);
            if (!key.isEmpty() && key[0].key() != Qt::Key_unknown)
                sequences.append(key);
        }
        result.setKeys(action.id, sequences);
    }
    return result;
}

QJsonObject KeyBindings::toJson() const
{
    QJsonObject result;
    for (auto it = m_chosen.begin(); it != m_chosen.end(); ++it) {
        QJsonArray keys;
        for (const QKeySequence &key : it.value())
            keys.append(key.toString(QKeySequence::PortableText));
        result.insert(QLatin1StringView(actionInfo(it.key()).name), keys);
    }
    return result;
}

KeyBindings::Keys KeyBindings::keysOf(ActionId id) const
{
    const auto chosen = m_chosen.find(id);
    return chosen == m_chosen.end() ? actionInfo(id).keys : *chosen;
}

void KeyBindings::setKeys(ActionId id, const Keys &keys)
{
    if (keys == actionInfo(id).keys)
        m_chosen.remove(id);
    else
        m_chosen.insert(id, keys);
}

std::optional<ActionId> KeyBindings::rival(ActionId id, const QKeySequence &key) const
{
    for (const ActionInfo &other : allActions()) {
        if (other.id != id && keysOf(other.id).contains(key) && clash(id, other.id, key))
            return other.id;
    }
    return std::nullopt;
}

QList<KeyBindings::Conflict> KeyBindings::conflicts() const
{
    QList<Conflict> result;
    QHash<QKeySequence, QList<ActionId>> users;
    for (const ActionInfo &action : allActions()) {
        for (const QKeySequence &key : keysOf(action.id)) {
            for (const ActionId other : std::as_const(users[key])) {
                if (clash(action.id, other, key))
                    result.append({other, action.id, key});
            }
            users[key].append(action.id);
        }
    }
    return result;
}

QString whyNotBound(const QKeySequence &key)
{
    if (key.isEmpty() || key[0].key() == Qt::Key_unknown)
        return QCoreApplication::translate("Actions", "This key cannot be recognised.");
    if (key[0].key() == Qt::Key_Tab || key[0].key() == Qt::Key_Backtab)
        return QCoreApplication::translate(
            "Actions", "Tab always moves the focus, so it cannot be used for anything else.");
    return {};
}

} // namespace tusk::gui
