// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/savenotices.h"

#include "gui/conflictwords.h"
#include "gui/details/detailspane.h"
#include "gui/list/todolistpage.h"
#include "gui/messagestrip.h"

#include <QClipboard>
#include <QGuiApplication>

#include <functional>
#include <utility>

namespace tusk::gui
{

namespace
{

using domain::ChangeOperation;

// Todos that were typed, and are nowhere now.
QStringList newTitles(const domain::Action &action)
{
    QStringList titles;
    for (const domain::TodoChange &change : action.todos) {
        if (change.operation == ChangeOperation::Insert)
            titles.append(change.after.title);
    }
    return titles;
}

// A text that was typed into the details of a todo, or in place of its title.
bool isTypedText(const domain::Action &action)
{
    if (action.kind != domain::ActionKind::Edit || action.todos.size() != 1)
        return false;
    const domain::TodoChange &change = action.todos.first();
    return change.operation == ChangeOperation::Update &&
           !(change.fields & ~(domain::TodoField::Title | domain::TodoField::Notes));
}

} // namespace

SaveNotices::SaveNotices(models::Workspace &workspace, MessageStrip &messages, TodoListPage &todos,
                         DetailsPane &details, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_messages(messages)
    , m_todos(todos)
    , m_details(details)
{
    connect(&workspace, &models::Workspace::heldUpChanged, this, &SaveNotices::showHeldUp);
    connect(&workspace, &models::Workspace::handedBackChanged, this, &SaveNotices::showHandedBack);
    connect(&workspace, &models::Workspace::conflictsChanged, this, &SaveNotices::showConflicts);
}

// It is not said again at each try.
void SaveNotices::showHeldUp()
{
    m_messages.withdraw(std::exchange(m_heldUp, {}));
    const std::optional<models::Workspace::HeldUp> &heldUp = m_workspace.heldUp();
    if (!heldUp)
        return;
    m_heldUp = tr("Not saved yet: %1 What you changed is kept on this computer and tried again by itself.")
                   .arg(heldUp->error.sentence);
    m_messages.show({m_heldUp, heldUp->error.detail, tr("Try now"), [this] { m_workspace.retryNow(); }, {}});
}

void SaveNotices::showHandedBack()
{
    const QList<HandedBack> all = m_workspace.handedBack();
    for (qsizetype i = std::exchange(m_shownHandedBack, all.size()); i < all.size(); ++i)
        show(all.at(i));
}

void SaveNotices::show(const HandedBack &refused)
{
    const domain::ActionId id = refused.action.id;
    const QStringList titles = newTitles(refused.action);
    QString actionText = tr("Try again");
    std::function<void()> action = [this, id] { m_workspace.performHandedBack(id); };
    if (titles.size() == 1) {
        actionText = tr("Edit again");
        action = [this, refused] { editTitleAgain(refused); };
    } else if (titles.size() > 1) {
        actionText = tr("Copy the titles");
        action = [this, id, titles] {
            QGuiApplication::clipboard()->setText(titles.join(u'\n'));
            m_workspace.dismissHandedBack(id);
        };
    } else if (isTypedText(refused.action)) {
        actionText = tr("Edit again");
        action = [this, refused] { editTodoAgain(refused); };
    }
    m_messages.show({tr("Not saved: %1. %2").arg(refused.action.label, refused.error.sentence),
                     refused.error.detail, actionText, action,
                     [this, id] { m_workspace.dismissHandedBack(id); }});
}

void SaveNotices::showConflicts()
{
    const QList<models::Workspace::Conflict> all = m_workspace.conflicts();
    for (qsizetype i = std::exchange(m_shownConflicts, all.size()); i < all.size(); ++i)
        show(all.at(i));
}

void SaveNotices::show(const models::Workspace::Conflict &conflict)
{
    const ConflictWords words = conflictWords(conflict, m_workspace);
    m_messages.show({tr("“%1” was changed elsewhere meanwhile; that value was kept.").arg(words.title),
                     tr("Kept: %1\nYours: %2").arg(words.kept, words.mine), tr("Use mine"),
                     [this, conflict] { m_workspace.useMine(conflict); },
                     [this, conflict] { m_workspace.dismissConflict(conflict); }});
}

// On disk it stays until it is not in the line any more.
void SaveNotices::editTitleAgain(const HandedBack &refused)
{
    const auto settle = [this, id = refused.action.id] { m_workspace.dismissHandedBack(id); };
    if (m_todos.offerTitle(newTitles(refused.action).first(), settle))
        return;
    show(refused);
    m_messages.showBriefly(tr("Something else stands in the line for new todos: add or clear it first."));
}

void SaveNotices::editTodoAgain(const HandedBack &refused)
{
    Q_EMIT detailsWanted();
    m_todos.goToTodo(refused.action.todos.first().id());
    if (!m_details.editor().giveBack(refused.action))
        show(refused); // the details say what is wrong with what stands there
}

} // namespace tusk::gui
