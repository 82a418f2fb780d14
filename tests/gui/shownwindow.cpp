// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/shownwindow.h"

#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "models/groupedtodosmodel.h"
#include "models/todotablemodel.h"
#include "models/workspace.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

ShownWindow::ShownWindow(const base::ConnectionSettings &database)
    : m_settings(m_folder.path(), m_folder.path())
{
    models::DatabaseLink::Options options;
    options.settings = database;
    options.unsentFolder = m_folder.filePath(u"unsent"_s);
    options.installation = domain::InstallationId(QUuid::createUuid());
    options.name = u"Test"_s;
    m_link = std::make_unique<models::DatabaseLink>(options, m_clock);
    m_window = std::make_unique<gui::MainWindow>(m_settings);
    m_window->showEnvironment(*m_link);
    m_window->show();
    m_window->activateWindow();
    m_link->open();
    const bool shown = QTest::qWaitForWindowActive(m_window.get());
    const bool ready =
        QTest::qWaitFor([this] { return m_link->state() == models::DatabaseLink::State::Ready; }, 20'000);
    if (!shown || !ready)
        qFatal("the window does not open");
}

ShownWindow::~ShownWindow()
{
    m_window.reset();
    m_link.reset();
}

gui::TodoListView &ShownWindow::list() const
{
    return m_window->environment()->todos().view();
}

void ShownWindow::add(const QString &title)
{
    auto &quickAdd = find<QLineEdit>(u"quickAdd"_s);
    quickAdd.setFocus();
    QTest::keyClicks(&quickAdd, title);
    QTest::keyClick(&quickAdd, Qt::Key_Return);
}

void ShownWindow::select(int row)
{
    list().setFocus();
    list().selectOnly(list().model()->index(row, models::TodoTableModel::Title));
}

domain::Todo ShownWindow::todo(int row) const
{
    return list().model()->index(row, 0).data(models::TodoTableModel::TodoRole).value<domain::Todo>();
}

QStringList ShownWindow::titles() const
{
    QStringList titles;
    for (int row = 0; row < list().model()->rowCount(); ++row)
        titles.append(list().model()->index(row, models::TodoTableModel::Title).data().toString());
    return titles;
}

void ShownWindow::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
}

void ShownWindow::type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

QStringList ShownWindow::paletteRows() const
{
    const auto *model = find<QListView>(u"paletteList"_s).model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows.append(model->index(row, 0).data().toString());
    return rows;
}

} // namespace tusk::tests
