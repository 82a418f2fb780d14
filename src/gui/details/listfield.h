// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todolist.h"
#include "gui/details/choicepopup.h"
#include "gui/details/valuebutton.h"

#include <QList>

#include <functional>
#include <optional>

namespace tusk::gui
{

// The list that the todo is in, as a value that opens a choice of all lists.
class ListField final : public ValueButton
{
    Q_OBJECT

public:
    explicit ListField(QWidget *parent = nullptr);

    // Archived lists can be shown, but not chosen.
    void setList(const QList<domain::TodoList> &lists, std::optional<domain::ListId> list, bool mixed);
    // A list for a typed name, where there can be one of that name.
    using Maker = std::function<std::optional<domain::TodoList>(const QString &typed)>;
    void setMaker(Maker maker) { m_maker = std::move(maker); }
    void openPopUp();

Q_SIGNALS:
    void opened();
    void chosen(std::optional<tusk::domain::ListId> list); // none: the Inbox
    void made(const tusk::domain::TodoList &list);         // chosen, but to be made first
    void closed();

private:
    [[nodiscard]] std::optional<ChoicePopUp::Choice> makeable(const QString &typed) const;

    QList<domain::TodoList> m_lists;
    std::optional<domain::ListId> m_list;
    bool m_mixed = false;
    Maker m_maker;
};

} // namespace tusk::gui
