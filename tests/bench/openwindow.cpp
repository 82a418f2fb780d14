// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "openwindow.h"

#include "benchtable.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/sidebar/sidebar.h"
#include "models/workspace.h"

#include <QWindow>

namespace tusk::bench
{

OpenWindow::OpenWindow(const base::ConnectionSettings &settings)
{
    models::DatabaseLink::Options options;
    options.settings = settings;
    options.unsentFolder = m_folder.path();
    options.installation = domain::InstallationId(QUuid::createUuid());
    options.name = QStringLiteral("Bench");
    options.firstPlace = domain::TodoFilter::at(domain::TodoFilter::Place::All);
    m_link = std::make_unique<models::DatabaseLink>(options, m_clock);
    m_window.showStarting({});
    m_window.show();
    waitFor([this] { return m_window.windowHandle()->isExposed(); }, "the window");
}

void OpenWindow::open()
{
    m_window.showEnvironment(*m_link);
    m_link->open();
}

void OpenWindow::show(domain::TodoFilter::Place place)
{
    m_window.environment()->sidebar().choose(domain::TodoFilter::at(place));
}

models::TodoTableModel &OpenWindow::model()
{
    return m_window.environment()->todos().model();
}

gui::TodoListView &OpenWindow::view()
{
    return m_window.environment()->todos().view();
}

} // namespace tusk::bench
