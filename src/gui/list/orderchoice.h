// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QObject>

#include <functional>

namespace tusk::models
{
class TodoTableModel;
class Workspace;
} // namespace tusk::models

namespace tusk::gui
{

class ListHeading;
class SortMenu;

// In which order the todos of a place are shown: chosen with the button in the heading, remembered for each
// place by whoever gives the memory, and explained to those who move todos that another order holds.
class OrderChoice final : public QObject
{
    Q_OBJECT

public:
    using Memory = std::function<domain::Sorting(const domain::TodoFilter &)>;

    // All must outlive the choice.
    OrderChoice(const models::Workspace &workspace, const models::TodoTableModel &todos, ListHeading &heading,
                QObject *parent = nullptr);

    void setMemory(Memory memory) { m_memory = std::move(memory); }
    [[nodiscard]] domain::TodoFilter remembered(const domain::TodoFilter &place) const;

    // Of the place that is asked for. A search has no order to choose.
    void choose(domain::Sorting sorting);
    void show(); // in the heading
    // Whether todos of the shown place cannot be moved by hand; then it is said why.
    bool forbidsMoves();

Q_SIGNALS:
    void chosen(const tusk::domain::TodoFilter &place); // the order is in it
    void explained(const QString &sentence, const QString &actionText);
    void noticed(const QString &sentence);

private:
    const models::Workspace &m_workspace;
    const models::TodoTableModel &m_todos;
    ListHeading &m_heading;
    SortMenu *m_menu;
    Memory m_memory;
};

} // namespace tusk::gui
