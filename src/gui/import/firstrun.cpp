// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/firstrun.h"

#include "gui/environmentpage.h"
#include "gui/import/firstrunpage.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"
#include "models/databaselink.h"
#include "models/workspace.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace tusk::gui
{

namespace
{

bool isEmpty(const models::Workspace &workspace)
{
    return workspace.counts() == domain::PlaceCounts() && workspace.lists().isEmpty() &&
           workspace.tags().isEmpty() && !workspace.history().undoLabel();
}

} // namespace

FirstRun::FirstRun(EnvironmentPage &page, Settings &settings)
    : QObject(&page)
    , m_page(page)
    , m_settings(settings)
{
    const models::Workspace &workspace = page.link().workspace();
    if (workspace.isOpen())
        askIfEmpty();
    else
        connect(&workspace, &models::Workspace::openedChanged, this, &FirstRun::askIfEmpty,
                Qt::SingleShotConnection);
}

FirstRun::~FirstRun() = default;

bool FirstRun::wasAsked(const Settings &settings)
{
    return settings.value(settingkeys::askedHowToBegin);
}

void FirstRun::askIfEmpty()
{
    m_settings.set(settingkeys::askedHowToBegin, true);
    if (isEmpty(m_page.link().workspace()))
        ask();
    else
        deleteLater();
}

void FirstRun::ask()
{
    m_question = new FirstRunPage;
    m_page.todos().showWelcome(m_question);
    connect(m_question, &FirstRunPage::closed, this, &FirstRun::end);
    connect(m_question, &FirstRunPage::importWanted, this, [this] {
        end();
        Q_EMIT importWanted();
    });
    connect(m_question, &FirstRunPage::databaseWanted, this, [this] {
        end();
        Q_EMIT databaseWanted();
    });
    // Whatever is done here, also elsewhere, is the beginning.
    connect(&m_page.link().workspace(), &models::Workspace::countsChanged, this, &FirstRun::end);
    connect(&m_page.link().workspace(), &models::Workspace::listsChanged, this, &FirstRun::end);
    m_page.todos().view().installEventFilter(this);
    if (auto *line = m_page.findChild<QLineEdit *>(QStringLiteral("quickAdd")))
        line->installEventFilter(this);
}

// Esc where the focus is when the window opens.
bool FirstRun::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape ||
        !m_question)
        return QObject::eventFilter(watched, event);
    end();
    return true;
}

void FirstRun::end()
{
    if (!m_question)
        return;
    const bool hadFocus = m_question->isAncestorOf(QApplication::focusWidget());
    m_page.todos().showWelcome(nullptr);
    if (hadFocus)
        m_page.todos().focusQuickAdd();
    deleteLater();
}

} // namespace tusk::gui
