// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/detailspane.h"

#include "domain/repeattext.h"
#include "domain/todoids.h"
#include "gui/details/datefield.h"
#include "gui/details/fieldrows.h"
#include "gui/details/listfield.h"
#include "gui/details/notesfield.h"
#include "gui/details/priorityfield.h"
#include "gui/details/subtasklist.h"
#include "gui/details/tagfield.h"
#include "gui/details/titlefield.h"
#include "gui/details/todotimes.h"
#include "gui/details/trashedbar.h"
#include "gui/details/valuebutton.h"
#include "gui/list/todolayout.h"
#include "gui/newlist.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"
#include "models/workspace.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tusk::gui
{

namespace
{

using Field = domain::TodoField;

constexpr int narrowest = 264;

} // namespace

DetailsPane::DetailsPane(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_editor(workspace)
    , m_dueWatch(workspace)
    , m_firstDay(QLocale().firstDayOfWeek())
    , m_title(new TitleField(this))
    , m_count(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_trashed(new TrashedBar(this))
    , m_fields(new FieldRows(this))
    , m_parent(new ValueButton(this))
    , m_repeat(new QLabel(this))
    , m_priority(new PriorityField(this))
    , m_list(new ListField(this))
    , m_tags(new TagField(this))
    , m_line(new QWidget(this))
    , m_subtasks(new SubtaskList(*m_tags->line(), this))
    , m_notes(new NotesField(this))
    , m_times(new QLabel(this))
{
    const auto settings = [this] { return dateSettings(); };
    m_due = new DateField(tr("Due"), tr("No date"), settings, this);
    m_due->setObjectName(QStringLiteral("detailsDue"));
    const auto settingsOfStart = [this] {
        DatePopUp::Settings ofStart = dateSettings();
        ofStart.takesTime = false; // a todo is there from the beginning of its day
        return ofStart;
    };
    m_start = new DateField(tr("Starts"), tr("Any time"), settingsOfStart, this);
    m_start->setObjectName(QStringLiteral("detailsStart"));
    setObjectName(QStringLiteral("details"));
    setAccessibleName(tr("Details"));
    makeLayout();
    takeFonts();
    connectTitleAndNotes();
    connectFields();
    connect(&m_editor, &models::TodoEditor::todosChanged, this, &DetailsPane::showAll);
    connect(&m_editor, &models::TodoEditor::valuesChanged, this, &DetailsPane::showValues);
    connect(&m_editor, &models::TodoEditor::rejected, this, &DetailsPane::showProblem);
    connect(&m_editor, &models::TodoEditor::accepted, this, &DetailsPane::settleProblem);
    // When the list, where it was looked for, has had the focus.
    connect(&m_editor, &models::TodoEditor::gaveBack, this, &DetailsPane::editAgain, Qt::QueuedConnection);
    connect(&m_workspace, &models::Workspace::listsChanged, this, [this] { showValues(Field::List); });
    connect(&m_workspace, &models::Workspace::tagsChanged, this, [this] { showValues(Field::Tags); });
    connect(&m_dueWatch, &models::DueWatch::passed, this, [this] { showValues(Field::Due); });
    connect(&m_workspace, &models::Workspace::familiesChanged, this, &DetailsPane::showFamily);
    connect(qApp, &QApplication::focusChanged, this, &DetailsPane::onFocusChanged);
    showAll();
}

DetailsPane::~DetailsPane()
{
    disconnect(qApp, nullptr, this, nullptr); // the focus moves on when the fields go
    flush();                                  // while they are there to be asked
}

void DetailsPane::showTodos(const QList<domain::Todo> &todos)
{
    m_emptyWhenLeft = todos.isEmpty() && hasFocusInside();
    if (m_emptyWhenLeft)
        return;
    if (domain::idsOf(todos) != domain::idsOf(m_editor.todos()))
        m_tags->takeTyped(); // it is meant for those that go
    m_editor.edit(todos);
}

void DetailsPane::editAgain(Field field)
{
    if (field == Field::Title)
        focusTitle();
    else
        editNotes();
}

// Also in a pop-up that was opened here.
bool DetailsPane::hasFocusInside() const
{
    const QWidget *widget = QApplication::focusWidget();
    while (widget && widget != this)
        widget = widget->parentWidget();
    return widget == this;
}

void DetailsPane::onFocusChanged()
{
    if (m_emptyWhenLeft && QApplication::focusWidget() && !hasFocusInside())
        showTodos({});
}

DatePopUp::Settings DetailsPane::dateSettings() const
{
    return {m_workspace.moment(), QLocale(), m_firstDay};
}

void DetailsPane::flush()
{
    m_tags->takeTyped();
    m_editor.flush();
}

void DetailsPane::setFirstDayOfWeek(Qt::DayOfWeek day)
{
    m_firstDay = day;
}

void DetailsPane::focusTitle()
{
    m_scroll->ensureWidgetVisible(m_title);
    m_title->setFocus(Qt::ShortcutFocusReason);
}

void DetailsPane::pickDue()
{
    if (m_editor.count() == 0)
        return;
    m_scroll->ensureWidgetVisible(m_due);
    m_due->openPopUp();
}

void DetailsPane::pickStart()
{
    if (m_editor.count() == 0)
        return;
    m_scroll->ensureWidgetVisible(m_start);
    m_start->openPopUp();
}

void DetailsPane::editNotes()
{
    if (m_editor.count() != 1)
        return;
    m_scroll->ensureWidgetVisible(m_notes);
    m_notes->edit();
}

QSize DetailsPane::sizeHint() const
{
    return {metrics::detailsWidth, 640};
}

QSize DetailsPane::minimumSizeHint() const
{
    return {narrowest, 200};
}

void DetailsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveWanted();
    else
        QWidget::keyPressEvent(event);
}

void DetailsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this);
}

bool DetailsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::Close)
        flush();
    if (watched == window() && event->type() == QEvent::WindowActivate)
        showTimes(); // "2 minutes ago" is not what it was
    return QWidget::eventFilter(watched, event);
}

// ---------------------------------------------------------------------------------------------------------------
// What the user does

void DetailsPane::connectTitleAndNotes()
{
    connect(m_title, &TitleField::entered, this, [this] { m_editor.beginEditing(Field::Title); });
    connect(m_title, &TitleField::typed, this,
            [this] { m_editor.type(Field::Title, [this] { return m_title->title(); }); });
    connect(m_title, &TitleField::left, this, [this] { m_editor.endEditing(Field::Title); });
    connect(m_title, &TitleField::finished, m_due, [this] { m_due->setFocus(Qt::TabFocusReason); });
    connect(m_title, &TitleField::refused, this, [this](const QString &sentence) {
        base::Error error;
        error.kind = base::ErrorKind::InvalidInput;
        error.sentence = sentence;
        showProblem(Field::Title, error);
    });
    connect(m_notes, &NotesField::editingBegun, this, [this] { m_editor.beginEditing(Field::Notes); });
    connect(m_notes, &NotesField::typed, this,
            [this] { m_editor.type(Field::Notes, [this] { return m_notes->notes(); }); });
    connect(m_notes, &NotesField::editingEnded, this, [this] { m_editor.endEditing(Field::Notes); });
}

void DetailsPane::connectFields()
{
    using models::TodoEditor;
    const auto hold = [this](auto *field, Field which) {
        using Widget = std::remove_pointer_t<decltype(field)>;
        connect(field, &Widget::opened, this, [this, which] { m_editor.beginEditing(which); });
        connect(field, &Widget::closed, this, [this, which] { m_editor.endEditing(which); });
    };
    hold(m_due, Field::Due);
    hold(m_start, Field::Start);
    hold(m_priority, Field::Priority);
    hold(m_list, Field::List);
    connect(m_due, &DateField::chosen, &m_editor, &TodoEditor::setDue);
    connect(m_start, &DateField::chosen, &m_editor, &TodoEditor::setStart);
    connect(m_priority, &PriorityField::chosen, &m_editor, &TodoEditor::setPriority);
    connect(m_list, &ListField::chosen, &m_editor, &TodoEditor::setList);
    connect(m_list, &ListField::made, &m_editor, &TodoEditor::setNewList);
    m_list->setMaker([this](const QString &typed) {
        const base::Result<domain::TodoList> list = newListNamed(typed, m_workspace);
        return list ? std::optional(*list) : std::nullopt;
    });
    connect(m_tags, &TagField::tagNamed, &m_editor, &TodoEditor::addTagNamed);
    connect(m_tags, &TagField::tagAdded, &m_editor, &TodoEditor::addTag);
    connect(m_tags, &TagField::tagRemoved, &m_editor, &TodoEditor::removeTag);
    connect(m_subtasks, &SubtaskList::chosen, this, &DetailsPane::todoWanted);
    connect(m_trashed, &TrashedBar::restoreWanted, this, &DetailsPane::restoreWanted);
    connect(m_trashed, &TrashedBar::purgeWanted, this, &DetailsPane::purgeWanted);
    connect(m_parent, &QAbstractButton::clicked, this, [this] {
        if (const QList<domain::Todo> todos = m_editor.todos(); !todos.isEmpty() && todos.first().parent)
            Q_EMIT todoWanted(*todos.first().parent);
    });
}

// ---------------------------------------------------------------------------------------------------------------
// What is shown

void DetailsPane::showAll()
{
    m_problemField.reset();
    m_problem->hide();
    const qsizetype count = m_editor.count();
    m_stack->setCurrentIndex(count == 0 ? 0 : 1);
    const bool isOne = count == 1;
    for (QWidget *widget : {static_cast<QWidget *>(m_title), m_line, static_cast<QWidget *>(m_notes)})
        widget->setVisible(isOne);
    m_count->setVisible(count > 1);
    m_count->setText(tr("%Ln todos selected", nullptr, int(count)));
    m_title->setTitle(m_editor.title());
    if (m_title->hasFocus())
        m_editor.beginEditing(Field::Title);
    m_notes->reset(m_editor.notes(), m_editor.hasWholeNotes());
    showValues(domain::allTodoFields);
}

void DetailsPane::showValues(domain::TodoFields fields)
{
    if (m_editor.count() == 0)
        return;
    if (fields.testFlag(Field::Title))
        m_title->setTitle(m_editor.title());
    if (fields.testFlag(Field::Notes))
        m_notes->setNotes(m_editor.notes(), m_editor.hasWholeNotes());
    const QList<domain::Todo> todos = m_editor.todos();
    const bool isOpen = std::ranges::any_of(todos, &domain::Todo::isOpen);
    m_dueWatch.watch(todos);
    m_due->setDate(m_editor.due(), m_editor.isMixed(Field::Due), isOpen);
    m_start->setDate(m_editor.start(), m_editor.isMixed(Field::Start), false);
    m_priority->setPriority(m_editor.priority(), m_editor.isMixed(Field::Priority));
    m_list->setList(m_workspace.lists(), m_editor.list(), m_editor.isMixed(Field::List));
    m_tags->setTags(m_workspace.tags(), m_editor.tags(), m_editor.someTags());
    m_repeat->setText(domain::repeatText(m_editor.repeatRule(), QLocale()));
    m_fields->setRowVisible(m_repeat, !m_editor.repeatRule().isEmpty());
    showWhetherTrashed();
    showFamily();
    showTimes();
}

// What is in the Trash is not worked on: it comes back, or goes.
void DetailsPane::showWhetherTrashed()
{
    const QList<domain::Todo> todos = m_editor.todos();
    const bool trashed = !todos.isEmpty() && std::ranges::all_of(todos, [](const domain::Todo &todo) {
        return todo.deletedAt.has_value();
    });
    m_trashed->setVisible(trashed);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_fields})
        part->setEnabled(!trashed);
    m_notes->setReadOnly(trashed); // they may be longer than there is room
    // Nothing is said of what could be added.
    m_tags->line()->setVisible(!trashed);
    m_fields->setRowVisible(m_tags, !trashed || !m_editor.tags().isEmpty() || !m_editor.someTags().isEmpty());
    const bool showsNotes = m_editor.count() == 1 && (!trashed || !m_editor.notes().isEmpty());
    m_notes->setVisible(showsNotes);
    m_line->setVisible(showsNotes);
}

void DetailsPane::showFamily()
{
    const bool isOne = m_editor.count() == 1;
    const models::Families &families = m_workspace.families();
    const domain::Todo todo = isOne ? m_editor.todos().constFirst() : domain::Todo();
    const std::optional<domain::Kin> parent = todo.parent ? families.find(*todo.parent) : std::nullopt;
    m_fields->setRowVisible(m_parent, parent.has_value());
    if (parent)
        m_parent->setValue({singleLine(parent->title), Ink::Accent, {}, {}, 0, {}});
    m_subtasks->setSubtasks(isOne ? families.subtasksOf(todo.id) : QList<domain::Kin>());
}

void DetailsPane::showTimes()
{
    m_times->clear();
    if (m_editor.count() != 1)
        return;
    m_times->setText(todoTimes(m_editor.todos().constFirst(), m_workspace.moment()));
}

void DetailsPane::showProblem(Field field, const base::Error &error)
{
    m_problemField = field;
    m_problem->setText(error.sentence);
    m_problem->show();
}

void DetailsPane::settleProblem(Field field)
{
    if (m_problemField == field) {
        m_problemField.reset();
        m_problem->hide();
    }
}

} // namespace tusk::gui
