// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/actionregistry.h"

#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"

#include <QWidget>

namespace tusk::gui
{

namespace
{

QAction *makeInList(QAction &action)
{
    auto *inList = new QAction(&action);
    inList->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(inList, &QAction::triggered, &action, &QAction::trigger);
    QObject::connect(&action, &QAction::enabledChanged, inList, &QAction::setEnabled);
    return inList;
}

} // namespace

ActionRegistry::ActionRegistry(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_bindings(KeyBindings::fromJson(settings.value(settingkeys::keys)))
{
    for (const ActionInfo &info : allActions()) {
        auto *action = new QAction(themedIcon(info.icon), actionText(info.id), this);
        action->setObjectName(QLatin1StringView(info.name));
        const bool everywhere = info.context == ActionContext::Window;
        action->setShortcutContext(everywhere ? Qt::WindowShortcut : Qt::WidgetShortcut);
        m_entries.push_back({action, everywhere ? makeInList(*action) : nullptr});
    }
    action(ActionId::Quit).setMenuRole(QAction::QuitRole); // by which overlays know it
    applyBindings();
}

QAction &ActionRegistry::action(ActionId id) const
{
    return *m_entries.at(static_cast<size_t>(id)).action;
}

void ActionRegistry::setBindings(const KeyBindings &bindings)
{
    if (bindings == m_bindings)
        return;
    m_bindings = bindings;
    m_settings.set(settingkeys::keys, bindings.toJson());
    applyBindings();
    Q_EMIT bindingsChanged();
}

void ActionRegistry::applyBindings()
{
    for (const ActionInfo &info : allActions()) {
        const Entry &entry = m_entries.at(static_cast<size_t>(info.id));
        KeyBindings::Keys own;
        KeyBindings::Keys inList;
        for (const QKeySequence &key : m_bindings.keysOf(info.id))
            (entry.inList && contextOf(info, key) == ActionContext::List ? inList : own).append(key);
        entry.action->setShortcuts(own);
        if (entry.inList)
            entry.inList->setShortcuts(inList);
    }
}

void ActionRegistry::attach(ActionContext context, QWidget &widget)
{
    for (const ActionInfo &info : allActions()) {
        const Entry &entry = m_entries.at(static_cast<size_t>(info.id));
        if (info.context == context)
            widget.addAction(entry.action);
        else if (context == ActionContext::List && entry.inList)
            widget.addAction(entry.inList);
    }
}

QKeySequence ActionRegistry::shownKey(ActionId id) const
{
    return m_bindings.keysOf(id).value(0);
}

QString ActionRegistry::keyText(ActionId id) const
{
    return shownKey(id).toString(QKeySequence::NativeText);
}

} // namespace tusk::gui
