// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/mainwindow.h"

#include "gui/actions/actionregistry.h"
#include "gui/actions/fieldundo.h"
#include "gui/actions/windowcommands.h"
#include "gui/actions/windowmenu.h"
#include "gui/actions/windowoverlays.h"
#include "gui/environmentpage.h"
#include "gui/list/listheading.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/menubutton.h"
#include "gui/messagestrip.h"
#include "gui/settings/pagesettings.h"
#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"
#include "gui/sidebar/sidebar.h"
#include "gui/theme/metrics.h"
#include "models/databaselink.h"
#include "models/workspace.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace tusk::gui
{

MainWindow::MainWindow(Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_actions(new ActionRegistry(settings, this))
    , m_commands(
          new WindowCommands(*m_actions, settings, *new WindowOverlays(*m_actions, settings, *this), this))
    , m_pages(new QStackedWidget(this))
    , m_startPage(new QWidget(this))
    , m_startText(new QLabel(m_startPage))
    , m_startMenu(new MenuButton(m_startPage))
    , m_menu(makeWindowMenu(*m_actions, *this))
{
    setWindowTitle(tr("Tusk"));
    setObjectName(QStringLiteral("mainWindow"));
    makeStartPage();
    setCentralWidget(m_pages);
    new FieldUndo(this);
    m_actions->attach(ActionContext::Window, *this);
    connect(&m_actions->action(ActionId::OpenMenu), &QAction::triggered, this, &MainWindow::openMenu);
    connect(&m_actions->action(ActionId::Quit), &QAction::triggered, this, &QWidget::close);
    connect(&m_actions->action(ActionId::ConnectNow), &QAction::triggered, this, [this] {
        if (m_environment)
            m_environment->link().retryNow();
        else
            Q_EMIT retryRequested();
    });
    connect(&settings, &Settings::notSaved, this, [this](const base::Error &error) {
        if (m_environment)
            m_environment->messages().show({error.sentence, error.detail, {}, {}, {}});
    });
    resize(1120, 720);
}

MainWindow::~MainWindow()
{
    // While the actions that follow what happens there are still alive.
    m_commands->setEnvironment(nullptr);
    delete m_environment;
}

void MainWindow::showStarting(const QString &sentence)
{
    m_startText->setText(sentence);
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
    m_commands->setEnvironment(nullptr);
    if (m_environment)
        rememberPage(*m_environment, m_settings);
    delete m_environment;
    m_environment = new EnvironmentPage(link, m_pages);
    m_environment->todos().heading().menuButton().setContents(m_menu);
    m_pages->addWidget(m_environment);
    m_pages->setCurrentWidget(m_environment);
    restorePage(*m_environment, m_settings);
    setWindowTitle(tr("%1 – Tusk").arg(link.name()));
    m_commands->setEnvironment(m_environment);
    connectEnvironment();
    attachKeys();
    m_environment->todos().focusQuickAdd();
}

void MainWindow::makeStartPage()
{
    m_startText->setObjectName(QStringLiteral("startText"));
    m_startText->setAlignment(Qt::AlignCenter);
    m_startText->setWordWrap(true);
    m_startMenu->setObjectName(QStringLiteral("startMenuButton"));
    m_startMenu->setContents(m_menu);
    auto *layout = new QVBoxLayout(m_startPage);
    layout->setContentsMargins(metrics::dialogMargin, metrics::dialogMargin, metrics::dialogMargin,
                               metrics::dialogMargin);
    layout->addWidget(m_startMenu, 0, Qt::AlignTrailing);
    layout->addWidget(m_startText, 1);
    m_pages->addWidget(m_startPage);
}

void MainWindow::openMenu()
{
    const bool started = m_environment && m_pages->currentWidget() == m_environment;
    (started ? m_environment->todos().heading().menuButton() : *m_startMenu).openByKey();
}

void MainWindow::connectEnvironment()
{
    connect(
        &m_environment->todos(), &TodoListPage::firstRowsShown, m_environment,
        [this] { announcePaintedRows(); }, Qt::SingleShotConnection);
}

void MainWindow::attachKeys()
{
    m_actions->attach(ActionContext::List, m_environment->todos().view());
    if (auto *search = m_environment->todos().findChild<QLineEdit *>(QStringLiteral("search")))
        search->addAction(&m_actions->action(ActionId::LeaveSearch));
}

void MainWindow::announcePaintedRows()
{
    // The rows are in the view; they are on the screen once the events that this caused are through.
    QTimer::singleShot(0, this, &MainWindow::firstRowsPainted);
}

void MainWindow::restorePlacement()
{
    restoreGeometry(m_settings.value(settingkeys::geometry));
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
    m_settings.set(settingkeys::geometry, saveGeometry());
    if (m_environment)
        rememberPage(*m_environment, m_settings);
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
