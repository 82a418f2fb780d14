// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/windowoverlays.h"

#include "gui/actions/keysheet.h"
#include "gui/actions/windowimport.h"
#include "gui/copy/copydialog.h"
#include "gui/environmentpage.h"
#include "gui/environments/copyjob.h"
#include "gui/export/exportdialog.h"
#include "gui/list/todolistpage.h"
#include "gui/messagestrip.h"
#include "gui/palette/palette.h"
#include "gui/palette/palettequestions.h"
#include "gui/palette/todosearch.h"
#include "gui/settings/environments/environmentspage.h"
#include "gui/settings/settingsdialog.h"
#include "gui/sidebar/sidebar.h"
#include "models/databaselink.h"
#include "models/todotablemodel.h"
#include "models/workspace.h"

#include <QPointer>

namespace tusk::gui
{

WindowOverlays::WindowOverlays(ActionRegistry &actions, Settings &settings, QWidget &window)
    : QObject(&window)
    , m_actions(actions)
    , m_settings(settings)
    , m_window(window)
    , m_palette(new Palette(window))
    , m_search(new TodoSearch(this))
    , m_keySheet(new KeySheet(actions, window))
    , m_import(new WindowImport(window))
{
    connect(m_palette, &Palette::searchWanted, m_search, &TodoSearch::search);
    connect(m_search, &TodoSearch::found, this, [this](const QList<domain::Todo> &todos) {
        if (m_page)
            m_palette->showFound(todoItems(*m_page, todos));
    });
}

void WindowOverlays::setEnvironment(EnvironmentPage *page)
{
    m_palette->close(); // what it offers may belong to the one before
    if (m_copyDialog)
        m_copyDialog->close();
    if (m_exportDialog)
        m_exportDialog->leave();
    m_page = page;
    m_search->setWorkspace(page ? &page->link().workspace() : nullptr);
    if (m_settingsDialog)
        m_settingsDialog->setWorkspace(page ? &page->link().workspace() : nullptr);
    m_import->setEnvironment(page);
}

void WindowOverlays::openPalette()
{
    m_palette->ask(anythingQuestion(m_actions, m_page));
}

void WindowOverlays::askForList(const models::TodoCommands &commands, const QList<domain::Todo> &todos)
{
    m_palette->ask(listQuestion({m_page->link().workspace(), commands, todos}));
}

void WindowOverlays::askForTag(const models::TodoCommands &commands, const QList<domain::Todo> &todos)
{
    m_palette->ask(tagQuestion({m_page->link().workspace(), commands, todos}));
}

void WindowOverlays::askForColor(const domain::TodoList &list)
{
    m_palette->ask(colorQuestion(
        list, [page = m_page, list](const QString &color) { page->sidebar().setColor(list, color); }));
}

void WindowOverlays::showKeys()
{
    m_keySheet->open();
}

void WindowOverlays::openExport()
{
    if (!m_page)
        return;
    if (!m_exportDialog)
        m_exportDialog = new ExportDialog(*m_chooser, m_window);
    m_exportDialog->offer(m_page->link(), m_page->todos().model().shownPlace());
}

void WindowOverlays::openSettings()
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog(m_settings, m_actions, m_window);
        if (m_desk) {
            m_environmentsPage = new EnvironmentsPage(*m_desk);
            m_settingsDialog->addPage(m_environmentsPage);
        }
        m_settingsDialog->setWorkspace(m_page ? &m_page->link().workspace() : nullptr);
    }
    m_settingsDialog->open();
}

void WindowOverlays::manageEnvironments()
{
    openSettings();
    m_settingsDialog->showPage(QStringLiteral("environmentsPage"));
}

void WindowOverlays::copyTodos()
{
    domain::CopySelection what;
    const domain::TodoFilter &place = m_page->todos().model().place();
    for (const domain::Todo &todo : m_page->todos().selectedTodos())
        what.todos.append(todo.id);
    if (!what.todos.isEmpty()) {
        what.what = domain::CopySelection::What::Todos;
    } else if (place.place == domain::TodoFilter::Place::List) {
        what.what = domain::CopySelection::What::Lists;
        what.lists = {place.list};
    } else if (place.place == domain::TodoFilter::Place::Inbox) {
        what.what = domain::CopySelection::What::Lists;
        what.withInbox = true;
    }
    openCopy(what);
}

void WindowOverlays::copyList(const domain::TodoList &list)
{
    openCopy({domain::CopySelection::What::Lists, {list.id}, {}});
}

void WindowOverlays::openCopy(const domain::CopySelection &what)
{
    if (!m_desk)
        return;
    if (!m_copyDialog)
        m_copyDialog = makeCopyDialog();
    QList<domain::TodoId> selected;
    for (const domain::Todo &todo : m_page->todos().selectedTodos())
        selected.append(todo.id);
    m_copyDialog->openFor(m_page->link().workspace(), selected, what);
}

CopyDialog *WindowOverlays::makeCopyDialog()
{
    auto *dialog = new CopyDialog(*m_desk, m_window);
    connect(dialog, &CopyDialog::copiedBehind, this,
            [this](const QString &sentence, CopyJob *job) { offerTakingBack(sentence, *job); });
    connect(dialog, &CopyDialog::failedBehind, this, [this](const base::Error &error) {
        if (m_page)
            m_page->messages().show({error.sentence, error.detail, {}, {}, {}});
    });
    return dialog;
}

// That copy, whatever the dialog does meanwhile; as long as the message is there.
void WindowOverlays::offerTakingBack(const QString &sentence, CopyJob &copy)
{
    const QPointer<CopyJob> job(&copy);
    const auto end = [job] {
        if (job)
            job->end();
    };
    if (!m_page)
        return end();
    connect(job, &CopyJob::takenBack, this, [this, end] {
        if (m_page)
            m_page->messages().showBriefly(tr("The copy was taken back."));
        end();
    });
    connect(job, &CopyJob::failed, this, [this, end](const base::Error &error) {
        if (m_page)
            m_page->messages().show({error.sentence, error.detail, {}, {}, {}});
        end();
    });
    const auto takeBack = [job] {
        if (job)
            job->takeBack();
    };
    m_page->messages().show({sentence, {}, tr("Undo"), takeBack, end, true});
}

void WindowOverlays::connectDatabase()
{
    manageEnvironments();
    if (m_environmentsPage)
        m_environmentsPage->addEnvironment();
}

void WindowOverlays::importTodos()
{
    m_import->open(*m_chooser);
}

} // namespace tusk::gui
