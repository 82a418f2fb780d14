// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/environmentpage.h"

#include "domain/actionlabels.h"
#include "gui/details/datepopup.h"
#include "gui/details/detailspane.h"
#include "gui/details/repeatnotice.h"
#include "gui/donesentence.h"
#include "gui/environments/environmententry.h"
#include "gui/list/listheading.h"
#include "gui/list/purgequestion.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/messagestrip.h"
#include "gui/savenotices.h"
#include "gui/sidebar/sidebar.h"
#include "gui/theme/metrics.h"
#include "models/databaselink.h"
#include "models/workspace.h"

#include <QApplication>
#include <QResizeEvent>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace tusk::gui
{

namespace
{

constexpr int narrow = 900;

QString wakingText()
{
    return EnvironmentPage::tr("The database is waking up; this takes up to half a minute.");
}

bool isAboutConnecting(base::ErrorKind kind)
{
    using enum base::ErrorKind;
    return kind == Authentication || kind == NoConnection || kind == Timeout || kind == Cancelled;
}

} // namespace

EnvironmentPage::EnvironmentPage(models::DatabaseLink &link, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
    , m_openLink(&link)
    , m_sidebar(new Sidebar(link, this))
    , m_todos(new TodoListPage(link.workspace(), this))
    , m_details(new DetailsPane(link.workspace(), this))
    , m_messages(new MessageStrip(m_todos))
    , m_repeats(new RepeatNotice(link.workspace(), this))
    , m_splitter(new QSplitter(this))
    , m_name(link.name())
{
    m_messages->setFocusAfter(&m_todos->view());
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_todos);
    m_splitter->addWidget(m_details);
    // The splitter lowers what it is given; screen readers go through the parts from the lowest up.
    for (QWidget *part : std::initializer_list<QWidget *>{m_details, m_todos, m_sidebar})
        part->lower();
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);

    connect(m_sidebar, &Sidebar::placeChosen, m_todos, &TodoListPage::showPlace);
    connect(m_sidebar, &Sidebar::rejected, this, &EnvironmentPage::showError);
    connect(m_todos, &TodoListPage::searchStarted, m_sidebar, &Sidebar::clearChoice);
    connect(m_todos, &TodoListPage::searchEnded, this, [this] { m_sidebar->choose(m_sidebar->current()); });
    connect(m_todos, &TodoListPage::hitChosen, m_sidebar, &Sidebar::choose);
    connect(m_todos, &TodoListPage::placeWanted, m_sidebar,
            [this](const domain::TodoFilter &place) { m_sidebar->choose(place); });
    connect(m_todos, &TodoListPage::titleLeft, this, &EnvironmentPage::offerTypedTitle);
    connect(m_todos, &TodoListPage::donePartly, this, &EnvironmentPage::offerUndoOf);
    connect(m_todos, &TodoListPage::noticed, m_messages, &MessageStrip::showBriefly);
    connect(m_todos, &TodoListPage::rejected, this, &EnvironmentPage::showError);
    connect(m_todos, &TodoListPage::orderExplained, this,
            [this](const QString &sentence, const QString &actionText) {
                m_messages->offerBriefly(sentence, actionText, [this] { m_todos->sortBy({}); });
            });
    connect(&link, &models::DatabaseLink::stateChanged, this, &EnvironmentPage::showLinkState);
    connect(&link, &models::DatabaseLink::firstRowsRead, this,
            [this](const domain::TodoFilter &shown, const repository::TodoPage &page) {
                const domain::TodoFilter place = shown.sorted({});
                {
                    const QSignalBlocker blocker(m_sidebar); // the rows are here already
                    m_sidebar->choose(place);
                }
                if (m_sidebar->current() == place)
                    m_todos->showFirstRows(shown, m_sidebar->titleOf(place), page);
                else // gone since the last time
                    m_sidebar->choose(m_sidebar->current());
            });
    connectWorkspace();
    connectDetails();
}

// What is being typed is saved when its field goes, which may be after all who would tell of it.
EnvironmentPage::~EnvironmentPage()
{
    if (m_openLink) {
        disconnect(m_openLink, nullptr, this, nullptr);
        disconnect(&m_openLink->workspace(), nullptr, this, nullptr);
    }
    for (const QObject *part : std::initializer_list<const QObject *>{m_sidebar, m_todos, m_details})
        disconnect(part, nullptr, this, nullptr);
    delete m_notices;
    delete m_repeats;
}

// Before, there is no width to divide.
void EnvironmentPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_laidOut, true))
        return;
    layout()->activate();
    m_splitter->setSizes({metrics::sidebarWidth, width() - metrics::sidebarWidth - metrics::detailsWidth,
                          metrics::detailsWidth});
}

void EnvironmentPage::connectDetails()
{
    connect(m_todos, &TodoListPage::selectionChanged, m_details,
            [this] { m_details->showTodos(m_todos->selectedTodos()); });
    connect(m_details, &DetailsPane::todoWanted, m_todos, &TodoListPage::goToTodo);
    connect(m_details, &DetailsPane::restoreWanted, m_todos, [this] {
        m_todos->restoreSelected();
        m_todos->focusList();
    });
    connect(m_details, &DetailsPane::leaveWanted, m_todos, &TodoListPage::focusList);
    connect(m_details, &DetailsPane::purgeWanted, m_todos, &TodoListPage::removeSelected);
    QToolButton &button = m_todos->heading().detailsButton();
    button.setChecked(!m_details->isHidden());
    connect(&button, &QToolButton::clicked, this, &EnvironmentPage::toggleDetails);
    connect(m_todos, &TodoListPage::dateWanted, m_details, [this] { openDetails().pickDue(); });
    connect(m_repeats, &RepeatNotice::completed, this,
            [this](const domain::TodoChange &change, const QString &sentence) {
                offerNextDate(sentence, change.after.due, [this, completed = change.after](const auto &due) {
                    m_repeats->repeatOn(completed, due);
                });
            });
    connect(m_repeats, &RepeatNotice::manyCompleted, this,
            [this](const QList<domain::TodoChange> &changes, const QString &sentence) {
                offerNextDate(sentence, {},
                              [this, changes](const auto &due) { m_repeats->repeatOn(changes, due); });
            });
    connect(m_repeats, &RepeatNotice::takenBack, m_messages, &MessageStrip::withdraw);
}

void EnvironmentPage::setEnvironment(const EnvironmentEntry &entry)
{
    m_name = entry.name;
    m_sidebar->setEnvironment(entry.name, entry.color);
    m_asksAs = entry.asksBeforeDeleting ? entry.name : QString();
    m_sidebar->setAsksBeforeDeleting(m_asksAs);
    m_todos->setAsksBeforeDeleting(m_asksAs);
    m_isProduction = entry.isProduction;
    m_asksBeforeImporting = entry.asksBeforeImporting;
}

void EnvironmentPage::setOffersCopying(bool offers)
{
    m_sidebar->setOffersCopying(offers);
    m_todos->setOffersCopying(offers);
}

void EnvironmentPage::toggleDetails()
{
    m_detailsGaveWay = false; // from now on it is the user's choice
    showDetails(m_details->isHidden());
}

DetailsPane &EnvironmentPage::openDetails()
{
    m_detailsGaveWay = false;
    showDetails(true);
    return *m_details;
}

void EnvironmentPage::showDetails(bool shown)
{
    if (!shown && m_details->isAncestorOf(QApplication::focusWidget()))
        m_todos->view().setFocus(Qt::PopupFocusReason);
    m_details->setVisible(shown);
    m_todos->heading().detailsButton().setChecked(shown);
}

// In a narrow window the list is what one needs; the details come back with the room for them.
void EnvironmentPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wasNarrow = event->oldSize().isValid() && event->oldSize().width() < narrow;
    const bool isNarrow = width() < narrow;
    if (isNarrow && !wasNarrow && !m_details->isHidden()) {
        m_detailsGaveWay = true;
        showDetails(false);
    } else if (!isNarrow && std::exchange(m_detailsGaveWay, false)) {
        showDetails(true);
    }
}

void EnvironmentPage::offerNextDate(const QString &sentence, const std::optional<domain::When> &due,
                                    const std::function<void(const domain::When &)> &repeatOn)
{
    const auto pick = [this, due, repeatOn] {
        const std::optional<domain::When> begin =
            due.value_or(domain::When{m_link.workspace().today(), {}, {}});
        auto *popUp = new DatePopUp(begin, m_details->dateSettings(), m_todos);
        connect(popUp, &DatePopUp::chosen, m_repeats, [repeatOn](const auto &when) {
            if (when)
                repeatOn(*when);
        });
        popUp->open();
    };
    m_messages->show({sentence, {}, tr("Pick the next date"), pick, {}});
}

void EnvironmentPage::connectWorkspace()
{
    const models::Workspace &workspace = m_link.workspace();
    connect(&workspace, &models::Workspace::noticed, m_messages, &MessageStrip::showBriefly);
    connect(&workspace, &models::Workspace::historyChanged, this, &EnvironmentPage::withdrawUndo);
    connect(&workspace, &models::Workspace::performed, this, &EnvironmentPage::offerUndo);
    m_notices = new SaveNotices(m_link.workspace(), *m_messages, *m_todos, *m_details, this);
    connect(m_notices, &SaveNotices::detailsWanted, this, [this] { openDetails(); });
}

void EnvironmentPage::undo()
{
    models::Workspace &workspace = m_link.workspace();
    const models::UndoHistory &history = workspace.history();
    if (m_asksAs.isEmpty() || !history.isNewestAnImport()) {
        workspace.undo();
        return;
    }
    const auto takeBack = [this, import = history.newest()] {
        if (m_link.workspace().history().newest() == import) // nothing else was done meanwhile
            m_link.workspace().undo();
    };
    askToTakeImportBack(*window(), m_asksAs, history.undoLabel().value_or(QString()), takeBack);
}

void EnvironmentPage::offerUndo(const domain::Action &action)
{
    const QString sentence = doneSentence(action);
    if (sentence.isEmpty())
        return;
    m_offered = action.id;
    offerUndoOf(sentence);
}

// Of what is offered already, in other words.
void EnvironmentPage::offerUndoOf(const QString &sentence)
{
    m_offer = sentence;
    m_messages->offerBriefly(sentence, tr("Undo"), [this] { m_link.workspace().undo(); });
}

// Undo takes back the newest action: it is offered only as long as that is the one that the strip names.
void EnvironmentPage::withdrawUndo()
{
    if (!m_offered || m_link.workspace().history().newest() == m_offered)
        return;
    m_offered.reset();
    m_messages->withdraw(m_offer);
}

void EnvironmentPage::offerTypedTitle(const domain::Todo &todo, const QString &typed)
{
    m_messages->show({tr("“%1” left this list while you were changing its title to “%2”.")
                          .arg(domain::shortened(todo.title), domain::shortened(typed)),
                      typed,
                      tr("Save the title"),
                      [this, todo, typed] { m_todos->saveTitle(todo, typed); },
                      {}});
}

void EnvironmentPage::showError(const base::Error &error)
{
    m_messages->show({error.sentence, error.detail, {}, {}, {}});
}

// What the user should know of the connection, with what can be done about it.
void EnvironmentPage::showLinkState()
{
    using enum models::DatabaseLink::State;
    const base::Error &error = m_link.error();
    m_messages->withdraw(wakingText());
    switch (m_link.state()) {
    case Waking:
        m_messages->show({wakingText(), {}, tr("Cancel"), [this] { m_link.stop(); }, {}});
        break;
    case MigrationWanted:
        m_messages->show(
            {tr("The database of “%1” has to be brought up to date before its todos can be shown.")
                 .arg(m_name),
             error.detail,
             tr("Bring up to date"),
             [this] { m_link.migrateNow(); },
             {}});
        break;
    case Offline:
        if (!m_saidOffline.contains(error.sentence)) {
            m_messages->withdraw(m_offline);
            m_offline = tr("%1 It is tried again by itself.").arg(error.sentence);
            m_saidOffline.insert(error.sentence);
            m_messages->show(
                {m_offline, error.detail, tr("Connect now"), [this] { m_link.retryNow(); }, {}, true});
        }
        break;
    case Failed:
        showFailure(error);
        break;
    case Ready:
        m_saidOffline.clear();
        m_messages->withdraw(m_failure);
        break;
    case Idle:
    case Connecting:
    case Migrating:
    case Opening:
    case Closed:
        break;
    }
}

// It stays until it is answered, or is not so any more.
void EnvironmentPage::showFailure(const base::Error &error)
{
    m_messages->withdraw(m_failure);
    m_failure = error.sentence;
    if (isAboutConnecting(error.kind))
        m_messages->show({m_failure, error.detail, tr("Connect now"), [this] { m_link.open(); }, {}});
    else if (error.kind == base::ErrorKind::OtherDatabase)
        m_messages->show(
            {m_failure, error.detail, tr("Use it from now on"), [this] { m_link.acceptDatabase(); }, {}});
    else
        showError(error);
}

bool EnvironmentPage::wantsDetails() const
{
    return m_detailsGaveWay || !m_details->isHidden();
}

QByteArray EnvironmentPage::saveLayout() const
{
    return m_splitter->saveState();
}

void EnvironmentPage::restoreLayout(const QByteArray &layout)
{
    m_laidOut = m_splitter->restoreState(layout);
}

} // namespace tusk::gui
