// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/mainwindow.h"

#include "base/paths.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/sidebar/sidebar.h"
#include "gui/windowactions.h"
#include "models/databaselink.h"
#include "models/workspace.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace tusk::gui
{

namespace
{

QSettings savedPlacement()
{
    return {base::stateFolder() + QLatin1StringView("/window.ini"), QSettings::IniFormat};
}

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_actions(new WindowActions(this))
    , m_pages(new QStackedWidget(this))
    , m_startPage(new QWidget(this))
    , m_startText(new QLabel(m_startPage))
{
    setWindowTitle(tr("Tusk"));
    setObjectName(QStringLiteral("mainWindow"));
    m_startText->setObjectName(QStringLiteral("startText"));
    m_startText->setAlignment(Qt::AlignCenter);
    m_startText->setWordWrap(true);
    auto *layout = new QVBoxLayout(m_startPage);
    layout->addWidget(m_startText);
    m_pages->addWidget(m_startPage);
    setCentralWidget(m_pages);
    connectActions();
    resize(1120, 720);
}

MainWindow::~MainWindow() = default;

void MainWindow::showStarting()
{
    m_startText->setText(tr("Starting your private database…"));
    m_pages->setCurrentWidget(m_startPage);
}

void MainWindow::showFailure(const base::Error &error)
{
    m_startText->setText(tr("%1\n\nPress F5 to try again.").arg(error.sentence));
    m_startText->setToolTip(error.detail);
    m_pages->setCurrentWidget(m_startPage);
}

void MainWindow::showEnvironment(models::DatabaseLink &link)
{
    delete m_environment;
    m_environment = new EnvironmentPage(link, m_pages);
    m_pages->addWidget(m_environment);
    m_pages->setCurrentWidget(m_environment);
    m_environment->restoreLayout(savedPlacement().value(QLatin1StringView("splitter")).toByteArray());
    setWindowTitle(tr("%1 – Tusk").arg(link.name()));
    connectEnvironment();
    addListActions();
    m_environment->todos().focusQuickAdd();
}

void MainWindow::connectActions()
{
    auto *todo = menuBar()->addMenu(tr("&Todo"));
    todo->addActions({m_actions->newTodo, m_actions->edit, m_actions->toggleCompleted, m_actions->remove,
                      m_actions->restore});
    todo->addSeparator();
    todo->addAction(m_actions->quit);
    auto *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions->undo, m_actions->redo, m_actions->find, m_actions->toggleDetails});
    auto *database = menuBar()->addMenu(tr("&Database"));
    database->addAction(m_actions->retry);
    m_actions->undo->setEnabled(false);
    m_actions->redo->setEnabled(false);

    const auto forward = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, [this, slot] {
            if (m_environment)
                slot(*m_environment);
        });
    };
    forward(m_actions->newTodo, [](EnvironmentPage &page) { page.todos().focusQuickAdd(); });
    forward(m_actions->find, [](EnvironmentPage &page) { page.todos().focusSearch(); });
    forward(m_actions->leaveSearch,
            [](EnvironmentPage &page) { page.sidebar().choose(page.sidebar().current()); });
    forward(m_actions->edit, [](EnvironmentPage &page) { page.todos().editSelected(); });
    forward(m_actions->toggleCompleted, [](EnvironmentPage &page) { page.todos().toggleCompleted(); });
    forward(m_actions->remove, [](EnvironmentPage &page) { page.todos().removeSelected(); });
    forward(m_actions->restore, [](EnvironmentPage &page) { page.todos().restoreSelected(); });
    forward(m_actions->toggleDetails, [](EnvironmentPage &page) { page.toggleDetails(); });
    forward(m_actions->undo, [](EnvironmentPage &page) { page.link().workspace().undo(); });
    forward(m_actions->redo, [](EnvironmentPage &page) { page.link().workspace().redo(); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->retry, &QAction::triggered, this, [this] {
        if (m_environment)
            m_environment->link().retryNow();
        else
            Q_EMIT retryRequested();
    });
}

void MainWindow::connectEnvironment()
{
    connect(&m_environment->link().workspace(), &models::Workspace::historyChanged, m_environment,
            [this] { showHistory(); });
    connect(
        &m_environment->todos(), &TodoListPage::firstRowsShown, m_environment,
        [this] { announcePaintedRows(); }, Qt::SingleShotConnection);
    showHistory();
}

void MainWindow::addListActions()
{
    m_environment->todos().view().addActions(
        {m_actions->edit, m_actions->toggleCompleted, m_actions->remove, m_actions->leaveSearch});
    if (auto *search = m_environment->todos().findChild<QLineEdit *>(QStringLiteral("search")))
        search->addAction(m_actions->leaveSearch);
}

void MainWindow::showHistory()
{
    const models::UndoHistory &history = m_environment->link().workspace().history();
    const std::optional<QString> undo = history.undoLabel();
    const std::optional<QString> redo = history.redoLabel();
    m_actions->undo->setEnabled(undo.has_value());
    m_actions->redo->setEnabled(redo.has_value());
    m_actions->undo->setText(undo && !undo->isEmpty() ? tr("Undo: %1").arg(*undo) : tr("Undo"));
    m_actions->redo->setText(redo && !redo->isEmpty() ? tr("Redo: %1").arg(*redo) : tr("Redo"));
}

void MainWindow::announcePaintedRows()
{
    // The rows are in the view; they are on the screen once the events that this caused are through.
    QTimer::singleShot(0, this, &MainWindow::firstRowsPainted);
}

void MainWindow::restorePlacement()
{
    restoreGeometry(savedPlacement().value(QLatin1StringView("geometry")).toByteArray());
}

void MainWindow::closeAtOnce()
{
    m_mayClose = true;
    close();
}

// Of a database that cannot be reached; where it can, they are sent while the window closes.
int MainWindow::waitingChanges() const
{
    if (!m_environment || m_environment->link().state() == models::DatabaseLink::State::Ready)
        return 0;
    return static_cast<int>(m_environment->link().workspace().pending().size());
}

void MainWindow::askBeforeClosing(int waiting)
{
    auto *box = new QMessageBox(QMessageBox::Information, tr("Quit Tusk"),
                                tr("%n change(s) could not be sent to the database yet.", nullptr, waiting),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("quitQuestion"));
    box->setInformativeText(
        tr("They are kept safely on this computer and will be sent when Tusk starts again."));
    QPushButton *quit = box->addButton(tr("Quit"), QMessageBox::AcceptRole);
    box->setDefaultButton(quit);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(quit, &QPushButton::clicked, this, &MainWindow::closeAtOnce);
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const int waiting = waitingChanges();
    if (waiting > 0 && !m_mayClose && !qGuiApp->isSavingSession()) {
        event->ignore();
        if (!findChild<QMessageBox *>(QStringLiteral("quitQuestion")))
            askBeforeClosing(waiting);
        return;
    }
    QSettings state = savedPlacement();
    state.setValue(QLatin1StringView("geometry"), saveGeometry());
    if (m_environment)
        state.setValue(QLatin1StringView("splitter"), m_environment->saveLayout());
    event->accept();
    Q_EMIT closeRequested();
}

bool MainWindow::event(QEvent *event)
{
    // Whoever comes back to an offline window does not wait for the next try.
    if (event->type() == QEvent::WindowActivate && m_environment)
        m_environment->link().retryNow();
    return QMainWindow::event(event);
}

} // namespace tusk::gui
