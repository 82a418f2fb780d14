// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"
#include "base/connectionsettings.h"
#include "domain/todofilter.h"
#include "gui/mainwindow.h"
#include "gui/settings/settings.h"
#include "models/databaselink.h"
#include "models/todotablemodel.h"

#include <QTemporaryDir>

#include <memory>

namespace tusk::gui
{
class TodoListView;
}

namespace tusk::bench
{

// A window that is on the screen already when it is told to open a database.
class OpenWindow final
{
public:
    explicit OpenWindow(const base::ConnectionSettings &settings);

    void open();
    void show(const domain::TodoFilter &place); // as if chosen in the sidebar
    // Until the first rows of the place are painted, milliseconds.
    [[nodiscard]] double timeToPainted(const domain::TodoFilter &place);
    void holdAllRows(); // scrolls on to the end, as far as a view holds rows
    [[nodiscard]] models::Workspace &workspace() { return m_link->workspace(); }
    [[nodiscard]] models::TodoTableModel &model();
    [[nodiscard]] gui::TodoListView &view();
    [[nodiscard]] gui::MainWindow &window() { return m_window; }
    [[nodiscard]] bool hasRows() { return model().rowCount() > 0; }
    [[nodiscard]] QDateTime now() const { return m_clock.now(); }

private:
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    std::unique_ptr<models::DatabaseLink> m_link;
    gui::Settings m_settings{m_folder.path(), m_folder.path()};
    gui::MainWindow m_window{m_settings};
};

} // namespace tusk::bench
