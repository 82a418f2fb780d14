// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todolist.h"
#include "gui/actions/menukeys.h"

#include <QObject>

#include <utility>

class QMenu;

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

// What can be done with a list or a tag from its context menu: rename, colour, archive, delete.
class ListMenu final : public QObject
{
    Q_OBJECT

public:
    // workspace must outlive the menu; window: above which questions are asked.
    ListMenu(models::Workspace &workspace, QWidget *window);

    // Whether there is another environment to copy a list to.
    void setOffersCopying(bool offers) { m_offersCopying = offers; }
    [[nodiscard]] bool offersCopying() const { return m_offersCopying; }

    void setKeys(KeyOf keyOf) { m_keyOf = std::move(keyOf); } // shown beside the entries
    [[nodiscard]] const KeyOf &keys() const { return m_keyOf; }

    void fill(QMenu &menu, const domain::TodoList &list);
    void fill(QMenu &menu, const domain::Tag &tag);
    // Asks what becomes of the todos where there are any.
    void askToDelete(const domain::TodoList &list);
    void remove(const domain::Tag &tag);
    void setColor(const domain::TodoList &list, const QString &color);
    void setArchived(const domain::TodoList &list, bool archived);

Q_SIGNALS:
    void renameAsked();
    void copyAsked(const tusk::domain::TodoList &list);

private:
    void addRename(QMenu &menu);
    void addColors(QMenu &menu, const domain::TodoList &list);

    models::Workspace &m_workspace;
    QWidget *m_window;
    KeyOf m_keyOf;
    bool m_offersCopying = false;
};

} // namespace tusk::gui
