// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/environments/environmentswitcher.h"

#include "gui/actions/actionregistry.h"
#include "gui/plaintext.h"
#include "gui/theme/doticon.h"
#include "gui/theme/theme.h"

#include <QMenu>
#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace tusk::gui
{

namespace
{

constexpr std::array switchActions{
    ActionId::Environment1, ActionId::Environment2, ActionId::Environment3,
    ActionId::Environment4, ActionId::Environment5, ActionId::Environment6,
    ActionId::Environment7, ActionId::Environment8, ActionId::Environment9,
};

} // namespace

EnvironmentSwitcher::EnvironmentSwitcher(ActionRegistry &actions, QWidget &window)
    : QObject(&window)
    , m_actions(actions)
    , m_menu(new QMenu(&window))
{
    m_menu->setObjectName(QStringLiteral("environmentMenu"));
    for (size_t i = 0; i < switchActions.size(); ++i)
        connect(&actions.action(switchActions.at(i)), &QAction::triggered, this,
                [this, i] { choose(static_cast<qsizetype>(i)); });
    showActions();
}

void EnvironmentSwitcher::setEntries(const QList<EnvironmentEntry> &entries, const QUuid &shown)
{
    if (entries == m_entries && shown == m_shown)
        return;
    if (shown != m_shown)
        m_button = nullptr; // what it offers is about the one before
    const QPointer<QAction> chosen = m_menu->activeAction();
    const QUuid chosenEntry = m_entries.value(m_menu->actions().indexOf(chosen.data())).id;
    m_entries = entries;
    m_shown = shown;
    showActions();
    if (m_menu->isVisible()) {
        fillMenu();
        chooseAgain(chosen, chosenEntry);
    }
    Q_EMIT changed();
}

const EnvironmentEntry *EnvironmentSwitcher::find(const QUuid &id) const
{
    const auto found = std::ranges::find(m_entries, id, &EnvironmentEntry::id);
    return found == m_entries.cend() ? nullptr : &*found;
}

const EnvironmentEntry *EnvironmentSwitcher::shown() const
{
    return find(m_shown);
}

void EnvironmentSwitcher::choose(qsizetype number)
{
    if (number < m_entries.size() && m_entries.at(number).id != m_shown)
        Q_EMIT chosen(m_entries.at(number).id);
}

void EnvironmentSwitcher::showActions()
{
    for (size_t i = 0; i < switchActions.size(); ++i) {
        const auto number = static_cast<qsizetype>(i);
        QAction &action = m_actions.action(switchActions.at(i));
        const bool exists = number < m_entries.size();
        action.setVisible(exists);
        action.setEnabled(exists && m_entries.at(number).id != m_shown);
        action.setText(exists ? tr("Switch to %1").arg(menuText(m_entries.at(number).name))
                              : actionText(switchActions.at(i)));
    }
}

void EnvironmentSwitcher::fillMenu()
{
    m_menu->clear();
    const Theme theme = Theme::of(m_menu);
    for (qsizetype number = 0; number < m_entries.size(); ++number) {
        const EnvironmentEntry &entry = m_entries.at(number);
        //: An environment and how its database is: Production – connected
        QString text =
            menuText(entry.state.isEmpty() ? entry.name : tr("%1 – %2").arg(entry.name, entry.state));
        const auto slot = static_cast<size_t>(number);
        if (slot < switchActions.size())
            text += u'\t' + m_actions.keyText(switchActions.at(slot));
        const bool isShown = entry.id == m_shown;
        QAction *action = m_menu->addAction(isShown ? checkedDotIcon(theme.listColor(entry.color))
                                                    : dotIcon(theme.listColor(entry.color)),
                                            text);
        if (isShown)
            action->setToolTip(toolTipText(tr("%1, shown now").arg(entry.name)));
        connect(action, &QAction::triggered, this, [this, number] { choose(number); });
    }
    m_menu->addSeparator();
    const QList<QAction *> offered = m_button ? m_button->actions() : QList<QAction *>();
    for (QAction *action : offered) {
        if (action->isVisible())
            m_menu->addAction(action);
    }
    m_menu->addAction(&m_actions.action(ActionId::ManageEnvironments));
}

// What the keys have come to, though the states beside it are others by now.
void EnvironmentSwitcher::chooseAgain(QAction *chosen, const QUuid &entry)
{
    const QList<QAction *> actions = m_menu->actions();
    const auto place = std::ranges::find(std::as_const(m_entries), entry, &EnvironmentEntry::id);
    QAction *again = place == m_entries.cend() ? chosen : actions.value(place - m_entries.cbegin());
    if (actions.contains(again))
        m_menu->setActiveAction(again);
}

void EnvironmentSwitcher::openMenu(QWidget &button)
{
    m_button = &button;
    fillMenu();
    m_menu->setLayoutDirection(button.layoutDirection());
    m_menu->setAttribute(Qt::WA_NoMouseReplay); // a second press closes it, and does not open it again
    const QSize size = m_menu->sizeHint();
    const int left = button.isRightToLeft() ? button.width() - size.width() : 0;
    m_menu->popup(button.mapToGlobal(QPoint(left, -size.height())));
    m_menu->setActiveAction(m_menu->actions().value(0));
}

} // namespace tusk::gui
