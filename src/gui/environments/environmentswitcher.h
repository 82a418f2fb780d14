// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/actions/actioninfo.h"
#include "gui/environments/environmententry.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QMenu;
class QWidget;

namespace tusk::gui
{

class ActionRegistry;

// The environments of the user and the ways to another one: the menu at the foot of the sidebar, and an
// action for each of the first nine. Nothing is switched here: whoever has the environments listens to
// chosen().
class EnvironmentSwitcher final : public QObject
{
    Q_OBJECT

public:
    // A child of the window, which actions must outlive.
    EnvironmentSwitcher(ActionRegistry &actions, QWidget &window);

    // In the order of the user; shown: the id of the one in the window.
    void setEntries(const QList<EnvironmentEntry> &entries, const QUuid &shown);
    [[nodiscard]] const EnvironmentEntry *find(const QUuid &id) const; // null: unknown
    [[nodiscard]] const EnvironmentEntry *shown() const;               // null: unknown
    [[nodiscard]] bool hasOthers() const { return m_entries.size() > 1; }

    // Above the button, so that it stays in the window. What the button itself offers is in it.
    void openMenu(QWidget &button);

Q_SIGNALS:
    void changed();
    void chosen(const QUuid &id);

private:
    void choose(qsizetype number);
    void showActions();
    void fillMenu();
    void chooseAgain(QAction *chosen, const QUuid &entry);

    ActionRegistry &m_actions;
    QMenu *m_menu;
    QPointer<QWidget> m_button; // which opened it last
    QList<EnvironmentEntry> m_entries;
    QUuid m_shown;
};

} // namespace tusk::gui
