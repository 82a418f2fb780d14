// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/todolistpage.h"

#include "domain/actions.h"
#include "domain/todorules.h"
#include "gui/list/todolistview.h"
#include "models/todotablemodel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace tusk::gui
{

namespace
{

using namespace std::chrono_literals;
using Place = domain::TodoFilter::Place;

// Long enough that a quick typist sends one question for a word, short enough not to be felt.
constexpr auto searchPause = 60ms;
constexpr qint64 mostMatches = 500;

QString emptyText(const domain::TodoFilter &filter)
{
    switch (filter.place) {
    case Place::Search:
        return TodoListPage::tr("Nothing matches “%1”. Esc shows the place again.").arg(filter.search);
    case Place::Completed:
        return TodoListPage::tr("Nothing completed yet.");
    case Place::Trash:
        return TodoListPage::tr("The Trash is empty.");
    case Place::Today:
        return TodoListPage::tr("Nothing is due today.");
    case Place::Upcoming:
        return TodoListPage::tr("Nothing is due later.");
    case Place::Inbox:
    case Place::All:
    case Place::List:
    case Place::Tag:
        return TodoListPage::tr("Nothing to do here. Type above to add a todo.");
    }
    return {};
}

} // namespace

TodoListPage::TodoListPage(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new models::TodoTableModel(workspace, this))
    , m_view(new TodoListView(*m_model, this))
    , m_title(new QLabel(this))
    , m_amount(new QLabel(this))
    , m_quickAdd(new QLineEdit(this))
    , m_search(new QLineEdit(this))
    , m_empty(new QLabel(m_view))
    , m_searchTimer(new QTimer(this))
{
    makeLayout();
    m_searchTimer->setSingleShot(true);
    m_searchTimer->setInterval(searchPause);
    connect(m_searchTimer, &QTimer::timeout, this, &TodoListPage::search);
    connect(m_search, &QLineEdit::textChanged, m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_quickAdd, &QLineEdit::returnPressed, this, &TodoListPage::addTyped);
    connect(m_model, &models::TodoTableModel::rejected, this, &TodoListPage::rejected);
    connect(m_model, &models::TodoTableModel::loadFailed, this, [this](const base::Error &error) {
        // Without a connection the sidebar says so, and the rows are read when it is back.
        if (!base::isPassing(error.kind) && error.kind != base::ErrorKind::Cancelled)
            Q_EMIT rejected(error);
    });
    connect(m_model, &models::TodoTableModel::loaded, this, [this] {
        showEmptyState();
        Q_EMIT firstRowsShown();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_view->model(), signal, this, &TodoListPage::showEmptyState);
    connect(&workspace, &models::Workspace::countsChanged, this, &TodoListPage::showTitle);
}

void TodoListPage::makeLayout()
{
    QFont large = m_title->font();
    large.setPixelSize(22);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setObjectName(QStringLiteral("placeTitle"));
    m_amount->setForegroundRole(QPalette::PlaceholderText);
    m_amount->setObjectName(QStringLiteral("placeAmount"));
    m_quickAdd->setObjectName(QStringLiteral("quickAdd"));
    m_quickAdd->setPlaceholderText(tr("Add a todo"));
    m_quickAdd->setAccessibleName(tr("Add a todo"));
    m_quickAdd->setMinimumHeight(36);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search all todos"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(220);
    m_empty->setObjectName(QStringLiteral("emptyState"));
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->hide();

    auto *heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(m_title);
    heading->addWidget(m_amount, 1, Qt::AlignBaseline);
    heading->addWidget(m_search);
    auto *overlay = new QVBoxLayout(m_view);
    overlay->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 12);
    layout->setSpacing(12);
    layout->addLayout(heading);
    layout->addWidget(m_quickAdd);
    layout->addWidget(m_view, 1);
}

void TodoListPage::showPlace(const domain::TodoFilter &place, const QString &title)
{
    m_placeTitle = title;
    {
        const QSignalBlocker blocker(m_search);
        m_search->clear();
    }
    m_searchTimer->stop();
    m_model->setPlace(place);
    showTitle();
}

void TodoListPage::showFirstRows(const domain::TodoFilter &place, const QString &title,
                                 const repository::TodoPage &page)
{
    m_placeTitle = title;
    m_model->showFirstPage(place, page);
    showTitle();
}

void TodoListPage::focusQuickAdd()
{
    m_quickAdd->setFocus(Qt::ShortcutFocusReason);
}

void TodoListPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TodoListPage::offerTitle(const QString &title)
{
    m_quickAdd->setText(title);
    focusQuickAdd();
}

void TodoListPage::addTyped()
{
    const base::Result<QString> title = domain::checkedTitle(m_quickAdd->text());
    if (!title) {
        // What was typed stays in the line.
        Q_EMIT rejected(title.error());
        return;
    }
    const domain::Todo todo = m_model->newTodo(*title);
    const domain::Action action = domain::createTodos({todo}, m_workspace.now());
    m_workspace.perform(action);
    m_quickAdd->clear();
    if (!action.todos.isEmpty())
        m_view->selectOnly(action.todos.first().id().uuid());
}

void TodoListPage::search()
{
    const QString text = m_search->text().trimmed();
    if (text.isEmpty()) {
        Q_EMIT searchEnded();
        return;
    }
    Q_EMIT searchStarted();
    m_model->setPlace(domain::TodoFilter::matching(text));
    showTitle();
}

void TodoListPage::showTitle()
{
    const domain::TodoFilter &place = m_model->place();
    const bool searching = place.place == Place::Search;
    m_title->setText(searching ? tr("Search") : m_placeTitle);
    const qint64 amount = searching ? m_model->matches() : m_workspace.counts().of(place);
    if (searching && amount > mostMatches)
        m_amount->setText(tr("%1+").arg(mostMatches));
    else
        m_amount->setText(amount > 0 ? locale().toString(amount) : QString());
}

void TodoListPage::showEmptyState()
{
    showTitle();
    const bool empty = m_view->model()->rowCount() == 0 && !m_model->isLoading();
    m_empty->setText(empty ? emptyText(m_model->place()) : QString());
    m_empty->setVisible(empty);
}

QList<domain::Todo> TodoListPage::selectedTodos() const
{
    return m_model->todosAt(m_view->selectedSourceRows());
}

void TodoListPage::toggleCompleted()
{
    const QList<domain::Todo> todos = selectedTodos();
    const bool anyOpen =
        std::any_of(todos.begin(), todos.end(), [](const domain::Todo &todo) { return !todo.completedAt; });
    m_workspace.perform(anyOpen ? domain::completeTodos(todos, m_workspace.now())
                                : domain::reopenTodos(todos, m_workspace.now()));
}

void TodoListPage::removeSelected()
{
    const QList<domain::Todo> todos = selectedTodos();
    if (todos.isEmpty())
        return;
    const bool inTrash = std::all_of(todos.begin(), todos.end(),
                                     [](const domain::Todo &todo) { return todo.deletedAt.has_value(); });
    if (inTrash)
        confirmPurge(todos);
    else
        m_workspace.perform(domain::trashTodos(todos, m_workspace.now()));
}

void TodoListPage::confirmPurge(const QList<domain::Todo> &todos)
{
    auto *question =
        new QMessageBox(QMessageBox::Warning, tr("Delete for good"),
                        tr("Delete %n todo(s) for good?", nullptr, static_cast<int>(todos.size())),
                        QMessageBox::Cancel, window());
    question->setInformativeText(tr("This cannot be undone."));
    QPushButton *purge = question->addButton(tr("Delete for good"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::finished, this, [this, question, purge, todos] {
        if (question->clickedButton() == purge)
            m_workspace.perform(domain::purgeTodos(todos, m_workspace.now()));
    });
    question->open();
}

void TodoListPage::restoreSelected()
{
    m_workspace.perform(domain::restoreTodos(selectedTodos(), m_workspace.now()));
}

void TodoListPage::editSelected()
{
    m_view->editCurrent();
}

} // namespace tusk::gui
