// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/sortmenu.h"

#include "gui/list/sortwords.h"

#include <QActionGroup>

namespace tusk::gui
{

using domain::Sorting;

SortMenu::SortMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("sortMenu"));
    setAccessibleName(tr("Sort"));
    // A screen reader triggers actions without the menu noticing.
    connect(this, &QMenu::triggered, this, &QMenu::close);
}

void SortMenu::addChoice(QActionGroup *group, const QString &name, const QString &text, Sorting sorting)
{
    QAction *action = addAction(text);
    action->setObjectName(name);
    action->setActionGroup(group);
    action->setCheckable(true);
    action->setChecked(sorting == m_place.sorting);
    connect(action, &QAction::triggered, this, [this, sorting] { Q_EMIT chosen(sorting); });
}

void SortMenu::showFor(const domain::TodoFilter &place)
{
    clear();
    qDeleteAll(findChildren<QActionGroup *>());
    m_place = place;
    auto *orders = new QActionGroup(this);
    for (const Sorting::By by : domain::sortingsOf(place.place)) {
        // The present one stays as it is, turned round or not.
        const Sorting sorting{by, by == place.sorting.by && place.sorting.reversed};
        addChoice(orders, QStringLiteral("sortBy%1").arg(static_cast<int>(by)), sortingText(by, place.place),
                  sorting);
    }
    if (!domain::canBeReversed(place))
        return;
    addSeparator();
    auto *directions = new QActionGroup(this);
    for (const bool reversed : {false, true}) {
        const Sorting sorting{place.sorting.by, reversed};
        addChoice(directions, reversed ? QStringLiteral("reversed") : QStringLiteral("usual"),
                  directionText(place.sorted(sorting)), sorting);
    }
}

} // namespace tusk::gui
