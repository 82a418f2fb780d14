// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "openwindow.h"

#include "benchtable.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/sidebar/sidebar.h"
#include "models/workspace.h"

#include <QCoreApplication>
#include <QWindow>

#include <utility>

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

void OpenWindow::show(const domain::TodoFilter &place)
{
    m_window.environment()->sidebar().choose(place);
}

double OpenWindow::timeToPainted(const domain::TodoFilter &place)
{
    bool shown = false;
    QObject::connect(
        &m_window.environment()->todos(), &gui::TodoListPage::firstRowsShown, &m_window,
        [&shown] { shown = true; }, Qt::SingleShotConnection);
    return milliseconds([&] {
        show(place);
        waitFor([&shown] { return shown; }, "the rows of a place");
        QCoreApplication::sendPostedEvents();
        QEvent paint(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&m_window, &paint);
    });
}

void OpenWindow::holdAllRows()
{
    int rows = -1;
    while (std::exchange(rows, view().model()->rowCount()) != view().model()->rowCount()) {
        view().scrollToBottom();
        waitFor([this] { return !model().isFetching(); }, "further rows");
    }
    view().scrollToTop();
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
