// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/listfield.h"

#include "gui/theme/doticon.h"
#include "gui/theme/theme.h"

#include <algorithm>

namespace tusk::gui
{

ListField::ListField(QWidget *parent)
    : ValueButton(parent)
{
    setObjectName(QStringLiteral("detailsList"));
    setName(tr("List"));
    connect(this, &QAbstractButton::clicked, this, &ListField::openPopUp);
}

void ListField::setList(const QList<domain::TodoList> &lists, std::optional<domain::ListId> list, bool mixed)
{
    m_lists = lists;
    m_list = list;
    m_mixed = mixed;
    Value value;
    const auto known = list ? std::ranges::find(lists, *list, &domain::TodoList::id) : lists.end();
    if (mixed) {
        value.text = tr("Different lists");
        value.ink = Ink::Faint;
    } else if (known != lists.end()) {
        value.text = known->name;
        value.mark = Mark::Dot;
        value.color = known->color;
    } else {
        value.text = tr("Inbox");
        value.mark = Mark::Icon;
        value.icon = Icon::Inbox;
    }
    setValue(value);
}

std::optional<ChoicePopUp::Choice> ListField::makeable(const QString &typed) const
{
    const std::optional<domain::TodoList> list = m_maker(typed);
    if (!list)
        return std::nullopt;
    return ChoicePopUp::Choice{tr("New list “%1”").arg(list->name), QVariant::fromValue(*list),
                               themedIcon(Icon::Add)};
}

void ListField::openPopUp()
{
    const Theme theme = Theme::of(this);
    QList<ChoicePopUp::Choice> choices{{tr("Inbox"), QUuid(), themedIcon(Icon::Inbox), !m_mixed && !m_list}};
    for (const domain::TodoList &list : std::as_const(m_lists)) {
        if (!list.archivedAt)
            choices.append({list.name, list.id.uuid(), dotIcon(theme.listColor(list.color)),
                            !m_mixed && m_list == list.id});
    }
    auto *popUp = new ChoicePopUp(choices, tr("List"), this);
    if (m_maker)
        popUp->setMaker([this](const QString &typed) { return makeable(typed); }, tr("Find or make a list"));
    connect(popUp, &ChoicePopUp::chosen, this, [this](const QVariant &value) {
        if (value.canConvert<domain::TodoList>()) {
            Q_EMIT made(value.value<domain::TodoList>());
            return;
        }
        const domain::ListId id(value.toUuid());
        Q_EMIT chosen(id.isNull() ? std::nullopt : std::optional(id));
    });
    connect(popUp, &PopUp::closed, this, [this] {
        setOpen(false);
        Q_EMIT closed();
    });
    setOpen(true);
    Q_EMIT opened();
    popUp->open();
}

} // namespace tusk::gui
