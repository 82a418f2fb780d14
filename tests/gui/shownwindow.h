// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"
#include "gui/mainwindow.h"
#include "gui/settings/settings.h"
#include "models/databaselink.h"

#include <QTemporaryDir>

#include <memory>

class QListView;

namespace tusk::gui
{
class TodoListView;
}

namespace tusk::tests
{

// The window of the program on a database, with settings of its own.
class ShownWindow final
{
public:
    // Waits until it is open and has the focus.
    explicit ShownWindow(const base::ConnectionSettings &database);
    ~ShownWindow();
    Q_DISABLE_COPY_MOVE(ShownWindow)

    [[nodiscard]] gui::MainWindow &window() { return *m_window; }
    [[nodiscard]] gui::Settings &settings() { return m_settings; }
    [[nodiscard]] models::Workspace &workspace() { return m_link->workspace(); }
    [[nodiscard]] gui::TodoListView &list() const;

    // Of a widget in it; ends the test program where there is none.
    template <class Widget>
    [[nodiscard]] Widget &find(const QString &name) const
    {
        auto *widget = m_window->findChild<Widget *>(name);
        if (!widget)
            qFatal("no %s", qPrintable(name));
        return *widget;
    }

    void add(const QString &title);
    void select(int row); // and gives the list the focus
    [[nodiscard]] domain::Todo todo(int row) const;
    [[nodiscard]] QStringList titles() const;
    // To whatever has the focus.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    [[nodiscard]] QStringList paletteRows() const;

private:
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    gui::Settings m_settings;
    std::unique_ptr<models::DatabaseLink> m_link;
    std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace tusk::tests
