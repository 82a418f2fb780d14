// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/mainwindow.h"

#include "gui/actions/actionregistry.h"
#include "gui/actions/digitrow.h"
#include "gui/actions/fieldundo.h"
#include "gui/actions/windowcommands.h"
#include "gui/actions/windowmenu.h"
#include "gui/actions/windowoverlays.h"
#include "gui/contextmenukey.h"
#include "gui/environmentpage.h"
#include "gui/environments/environmentswitcher.h"
#include "gui/import/firstrun.h"
#include "gui/list/listheading.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/menubutton.h"
#include "gui/messagestrip.h"
#include "gui/overlay.h"
#include "gui/settings/pagesettings.h"
#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"
#include "gui/sidebar/sidebar.h"
#include "gui/startpage.h"
#include "gui/theme/windowbadge.h"
#include "models/databaselink.h"
#include "models/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace tusk::gui
{

namespace
{

// It would close without the focus.
bool isInOverlay(const QWidget *focus)
{
    for (const QWidget *widget = focus; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const Overlay *>(widget))
            return true;
    }
    return false;
}

} // namespace

MainWindow::MainWindow(Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_actions(new ActionRegistry(settings, this))
    , m_overlays(new WindowOverlays(*m_actions, settings, *this))
    , m_commands(new WindowCommands(*m_actions, settings, *m_overlays, this))
    , m_switcher(new EnvironmentSwitcher(*m_actions, *this))
    , m_pages(new QStackedWidget(this))
    , m_startPage(new StartPage(m_pages))
    , m_menu(makeWindowMenu(*m_actions, *this))
{
    setWindowTitle(tr("Tusk"));
    setObjectName(QStringLiteral("mainWindow"));
    m_startPage->menuButton().setContents(m_menu);
    m_pages->addWidget(m_startPage);
    setCentralWidget(m_pages);
    new FieldUndo(this);
    new DigitRow(*m_actions, *this, this);
    new ContextMenuKey(*this);
    m_actions->attach(ActionContext::Window, *this);
    connectActions();
    connect(m_startPage, &StartPage::retryWanted, this, &MainWindow::retryRequested);
    connect(m_startPage, &StartPage::keyringCancelled, this, &MainWindow::keyringCancelled);
    connect(m_startPage, &StartPage::passwordTyped, this, &MainWindow::passwordTyped);
    connect(m_startPage, &StartPage::environmentClicked, m_switcher, &EnvironmentSwitcher::openMenu);
    connect(m_switcher, &EnvironmentSwitcher::changed, this, &MainWindow::showIdentity);
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
    qDeleteAll(m_environments);
}

void MainWindow::connectActions()
{
    connect(&m_actions->action(ActionId::OpenMenu), &QAction::triggered, this, &MainWindow::openMenu);
    connect(&m_actions->action(ActionId::Quit), &QAction::triggered, this, &QWidget::close);
    connect(&m_actions->action(ActionId::ConnectNow), &QAction::triggered, this, [this] {
        if (!m_environment)
            Q_EMIT retryRequested();
        else
            m_environment->link().tryAgain();
    });
}

void MainWindow::setDesk(EnvironmentDesk &desk)
{
    m_overlays->setDesk(desk);
}

void MainWindow::setFileChooser(FileChooser &chooser)
{
    m_overlays->setFileChooser(chooser);
}

void MainWindow::showStarting(const QString &sentence)
{
    m_startPage->showWaiting(sentence);
    showStartPage();
}

void MainWindow::showKeyringAsking(const QString &sentence)
{
    m_startPage->showKeyringAsking(sentence);
    showStartPage();
}

void MainWindow::showFailure(const base::Error &error)
{
    m_startPage->showFailure(error);
    showStartPage();
}

void MainWindow::askForPassword(const QString &sentence)
{
    m_startPage->askForPassword(sentence);
    showStartPage();
}

void MainWindow::showStartPage()
{
    leaveEnvironment();
    m_pages->setCurrentWidget(m_startPage);
    showIdentity();
}

void MainWindow::showEnvironment(models::DatabaseLink &link)
{
    if (m_environment && &m_environment->link() == &link)
        return;
    leaveEnvironment();
    EnvironmentPage *page = pageOf(link);
    const bool isNew = !page;
    m_environment = isNew ? addPage(link) : page;
    restoreLayout(*m_environment, m_settings);
    m_pages->setCurrentWidget(m_environment);
    m_commands->setEnvironment(m_environment);
    showIdentity();
    if (!isInOverlay(QApplication::focusWidget()))
        focusEnvironment(isNew);
}

// Where the user was in it.
void MainWindow::focusEnvironment(bool isNew)
{
    QWidget *focus = m_environment->focusWidget();
    if (isNew || !focus)
        m_environment->todos().focusQuickAdd();
    else
        focus->setFocus(Qt::OtherFocusReason);
}

void MainWindow::forgetEnvironment(const models::DatabaseLink &link)
{
    EnvironmentPage *page = pageOf(link);
    if (!page)
        return;
    if (page == m_environment)
        showStarting({});
    rememberPage(*page, m_settings);
    m_environments.removeOne(page);
    delete page;
}

EnvironmentPage *MainWindow::pageOf(const models::DatabaseLink &link) const
{
    const auto found = std::ranges::find_if(
        m_environments, [&link](const EnvironmentPage *page) { return &page->link() == &link; });
    return found == m_environments.end() ? nullptr : *found;
}

EnvironmentPage *MainWindow::addPage(models::DatabaseLink &link)
{
    auto *page = new EnvironmentPage(link, m_pages);
    m_environments.append(page);
    m_pages->addWidget(page);
    page->todos().heading().menuButton().setContents(m_menu);
    restorePage(*page, m_settings);
    connect(&page->sidebar(), &Sidebar::environmentClicked, m_switcher, &EnvironmentSwitcher::openMenu);
    connect(&page->sidebar(), &Sidebar::copyAsked, m_overlays, &WindowOverlays::copyList);
    connect(&page->todos(), &TodoListPage::copyElsewhereWanted, m_overlays, &WindowOverlays::copyTodos);
    connect(
        &page->todos(), &TodoListPage::firstRowsShown, page, [this] { announcePaintedRows(); },
        Qt::SingleShotConnection);
    m_actions->attach(ActionContext::List, page->todos().view());
    for (QWidget *entries : page->sidebar().entries())
        m_actions->attach(ActionContext::Sidebar, *entries);
    if (std::exchange(m_asksHowToBegin, false)) {
        auto *firstRun = new FirstRun(*page, m_settings);
        connect(firstRun, &FirstRun::importWanted, m_overlays, &WindowOverlays::importTodos);
        connect(firstRun, &FirstRun::databaseWanted, m_overlays, &WindowOverlays::connectDatabase);
    }
    if (auto *search = page->todos().findChild<QLineEdit *>(QStringLiteral("search")))
        search->addAction(&m_actions->action(ActionId::LeaveSearch));
    return page;
}

// It stays as it is, with what is on its way there.
void MainWindow::leaveEnvironment()
{
    if (!m_environment)
        return;
    rememberLayout(*m_environment, m_settings);
    m_commands->setEnvironment(nullptr);
    m_environment = nullptr;
}

void MainWindow::openMenu()
{
    (m_environment ? m_environment->todos().heading().menuButton() : m_startPage->menuButton()).openByKey();
}

// Title, colours and icon say where the user is.
void MainWindow::showIdentity()
{
    for (EnvironmentPage *page : std::as_const(m_environments)) {
        if (const EnvironmentEntry *entry = m_switcher->find(page->link().environment()))
            page->setEnvironment(*entry);
        page->setOffersCopying(m_switcher->hasOthers());
    }
    const EnvironmentEntry *entry = m_switcher->shown();
    const QString linkName = m_environment ? m_environment->link().name() : QString();
    const QString name = entry ? entry->name : linkName;
    setWindowTitle(name.isEmpty() ? tr("Tusk") : tr("%1 – Tusk").arg(name));
    m_startPage->setEnvironment(name, entry ? entry->color : QString());
    const QColor badge(entry ? entry->color : QString());
    if (std::exchange(m_badge, badge) != badge)
        setWindowIcon(badge.isValid() ? badgedIcon(badge) : QIcon());
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

// Of databases that cannot be reached; where they can, they are sent while the window closes.
int MainWindow::waitingChanges() const
{
    qsizetype waiting = 0;
    for (const EnvironmentPage *page : m_environments) {
        if (page->link().state() != models::DatabaseLink::State::Ready)
            waiting += page->link().workspace().pending().size();
    }
    return static_cast<int>(waiting);
}

void MainWindow::askBeforeClosing(int waiting)
{
    auto *box = new QMessageBox(QMessageBox::Information, tr("Quit Tusk"),
                                tr("%Ln change(s) could not be sent to the database yet.", nullptr, waiting),
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
        rememberLayout(*m_environment, m_settings);
    for (const EnvironmentPage *page : std::as_const(m_environments))
        rememberPage(*page, m_settings);
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
