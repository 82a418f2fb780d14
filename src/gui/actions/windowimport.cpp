// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/windowimport.h"

#include "gui/environmentpage.h"
#include "gui/import/importassistant.h"
#include "gui/import/importdialog.h"
#include "gui/import/pagetexts.h"
#include "gui/messagestrip.h"
#include "gui/sidebar/sidebar.h"
#include "models/databaselink.h"
#include "models/workspace.h"

#include <algorithm>

namespace tusk::gui
{

namespace
{

QString importedText(const importer::ImportReport &report)
{
    const auto todos = static_cast<int>(report.created + report.changed);
    return todos == 0 && report.bringsAnything()
               ? WindowImport::tr("Imported: %1.").arg(namesText(report))
               : WindowImport::tr("%Ln todos were imported.", nullptr, todos);
}

} // namespace

WindowImport::WindowImport(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

void WindowImport::setEnvironment(EnvironmentPage *page)
{
    m_page = page;
    if (m_assistant)
        aim();
}

void WindowImport::open(FileChooser &chooser)
{
    if (!m_dialog) {
        m_assistant = new ImportAssistant(ImportAssistant::usualFolders(), this);
        m_dialog = new ImportDialog(*m_assistant, chooser, m_window);
        connect(m_assistant, &ImportAssistant::finished, this, &WindowImport::announce);
        connect(m_dialog, &ImportDialog::resultWanted, this, &WindowImport::showImported);
    }
    aim();
    m_dialog->openWizard();
}

// At what the window shows.
void WindowImport::aim()
{
    ImportTarget target;
    if (m_page) {
        target.link = &m_page->link();
        target.name = m_page->environmentName();
        target.isProduction = m_page->isProduction();
        target.asks = m_page->asksBeforeImporting();
    }
    m_assistant->setTarget(target);
}

// Who is not looking is told, and can look.
void WindowImport::announce()
{
    if (m_dialog->isVisible() || !m_page)
        return;
    const auto look = [this] { m_dialog->openWizard(); };
    if (const auto &problem = m_assistant->problem())
        m_page->messages().show({problem->sentence, problem->detail, tr("Show"), look, {}});
    else if (m_assistant->isUndone())
        m_page->messages().showBriefly(tr("The import was undone."));
    else if (const auto &report = m_assistant->report())
        m_page->messages().show({importedText(*report), {}, tr("Show"), look, {}});
}

// In their list where all are in one, else among all.
void WindowImport::showImported()
{
    if (!m_page)
        return;
    m_page->sidebar().choose(domain::TodoFilter::at(domain::TodoFilter::Place::All));
    if (!m_assistant->plan().ownersAreLists() && !m_assistant->plan().listName().isEmpty())
        showList(m_page->link().workspace(), m_assistant->plan().listName());
}

void WindowImport::showList(const models::Workspace &workspace, const QString &name)
{
    // Another environment, or the user has gone on.
    if (!m_page || &m_page->link().workspace() != &workspace ||
        m_page->sidebar().current() != domain::TodoFilter::at(domain::TodoFilter::Place::All))
        return;
    const QList<domain::TodoList> lists = workspace.lists();
    const auto list = std::ranges::find_if(lists, [&name](const domain::TodoList &each) {
        return each.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (list != lists.cend())
        m_page->sidebar().choose(domain::TodoFilter::inList(list->id));
    else
        connect(
            &workspace, &models::Workspace::listsChanged, this,
            [this, &workspace, name] { showList(workspace, name); }, Qt::SingleShotConnection);
}

} // namespace tusk::gui
