// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/listmenu.h"

#include "domain/actions.h"
#include "gui/plaintext.h"
#include "gui/sidebar/listcolors.h"
#include "gui/theme/doticon.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "models/workspace.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace tusk::gui
{

ListMenu::ListMenu(models::Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
}

void ListMenu::fill(QMenu &menu, const domain::TodoList &list)
{
    addRename(menu);
    addColors(menu, list);
    const bool archived = list.archivedAt.has_value();
    QAction *archive = menu.addAction(themedIcon(archived ? Icon::Restore : Icon::Archive),
                                      archived ? tr("Bring back") : tr("Archive"));
    archive->setObjectName(QStringLiteral("archiveList"));
    showKey(*archive, ActionId::ArchiveList, m_keyOf);
    connect(archive, &QAction::triggered, this, [this, list, archived] { setArchived(list, !archived); });
    if (m_offersCopying) {
        QAction *copy = menu.addAction(themedIcon(Icon::Environment), tr("Copy to another environment…"));
        copy->setObjectName(QStringLiteral("copyList"));
        showKey(*copy, ActionId::CopyList, m_keyOf);
        connect(copy, &QAction::triggered, this, [this, list] { Q_EMIT copyAsked(list); });
    }
    menu.addSeparator();
    QAction *remove = menu.addAction(themedIcon(Icon::Delete), tr("Delete…"));
    remove->setObjectName(QStringLiteral("deleteList"));
    showKey(*remove, ActionId::DeleteEntry, m_keyOf);
    connect(remove, &QAction::triggered, this, [this, list] { askToDelete(list); });
}

void ListMenu::fill(QMenu &menu, const domain::Tag &tag)
{
    addRename(menu);
    menu.addSeparator();
    QAction *action = menu.addAction(themedIcon(Icon::Delete), tr("Delete tag"));
    action->setObjectName(QStringLiteral("deleteTag"));
    showKey(*action, ActionId::DeleteEntry, m_keyOf);
    connect(action, &QAction::triggered, this, [this, tag] { remove(tag); });
}

void ListMenu::addRename(QMenu &menu)
{
    QAction *rename = menu.addAction(themedIcon(Icon::Edit), tr("Rename"));
    rename->setObjectName(QStringLiteral("rename"));
    showKey(*rename, ActionId::RenameEntry, m_keyOf);
    connect(rename, &QAction::triggered, this, &ListMenu::renameAsked);
}

void ListMenu::addColors(QMenu &menu, const domain::TodoList &list)
{
    QMenu *colors = menu.addMenu(themedIcon(Icon::Color), tr("Colour"));
    const Theme theme = Theme::of(m_window);
    for (const ListColor &color : listColorChoices()) {
        if (color.stored.isEmpty())
            colors->addSeparator();
        QAction *action = colors->addAction(dotIcon(theme.listColor(color.stored)), color.name);
        action->setCheckable(true);
        action->setChecked(list.color == color.stored);
        connect(action, &QAction::triggered, this,
                [this, list, stored = color.stored] { setColor(list, stored); });
    }
}

void ListMenu::setColor(const domain::TodoList &list, const QString &color)
{
    domain::TodoList after = list;
    after.color = color;
    m_workspace.perform(domain::editList(list, after, m_workspace.now()));
}

void ListMenu::setArchived(const domain::TodoList &list, bool archived)
{
    domain::TodoList after = list;
    after.archivedAt = archived ? std::optional(m_workspace.now()) : std::nullopt;
    m_workspace.perform(domain::editList(list, after, m_workspace.now()));
}

void ListMenu::remove(const domain::Tag &tag)
{
    m_workspace.perform(domain::deleteTag(tag, m_workspace.now()));
}

void ListMenu::askToDelete(const domain::TodoList &list)
{
    const auto open = static_cast<int>(m_workspace.counts().of(domain::TodoFilter::inList(list.id)));
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Delete list"),
                                tr("Delete the list “%1”?").arg(list.name), QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("deleteListQuestion"));
    box->setInformativeText(open > 0
                                ? tr("%Ln open todo(s) are in it. What becomes of its todos?", nullptr, open)
                                : tr("No open todos are in it. What becomes of completed ones?"));
    showAsPlainText(*box);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = box->addButton(tr("Move them to the Inbox"), QMessageBox::AcceptRole);
    QPushButton *trash = box->addButton(tr("Move them to the Trash"), QMessageBox::DestructiveRole);
    keep->setObjectName(QStringLiteral("keepTodos"));
    trash->setObjectName(QStringLiteral("trashTodos"));
    box->setDefaultButton(keep);
    const auto answer = [this, list](bool trashTodos) {
        m_workspace.perform(domain::deleteList(list, trashTodos, m_workspace.now()));
    };
    connect(keep, &QPushButton::clicked, this, [answer] { answer(false); });
    connect(trash, &QPushButton::clicked, this, [answer] { answer(true); });
    box->open();
}

} // namespace tusk::gui
