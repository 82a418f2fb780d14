// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/detailspane.h"

#include "domain/relativedate.h"
#include "domain/repeattext.h"
#include "gui/details/datefield.h"
#include "gui/details/listfield.h"
#include "gui/details/notesfield.h"
#include "gui/details/priorityfield.h"
#include "gui/details/tagfield.h"
#include "gui/details/titlefield.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"
#include "models/workspace.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
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

constexpr int margin = 20;
constexpr int labelWidth = 84;
constexpr int inset = 8;      // of text in a field
constexpr int titleInset = 4; // of the title, above and below
constexpr int notesInset = 6; // likewise of the notes
constexpr int leastNotes = 120;
constexpr int narrowest = 264;

} // namespace

DetailsPane::DetailsPane(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_editor(workspace)
    , m_firstDay(QLocale().firstDayOfWeek())
    , m_title(new TitleField(this))
    , m_count(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_repeat(new QLabel(this))
    , m_priority(new PriorityField(this))
    , m_list(new ListField(this))
    , m_tags(new TagField(this))
    , m_notes(new NotesField(this))
    , m_times(new QLabel(this))
{
    const auto settings = [this] { return dateSettings(); };
    m_due = new DateField(tr("Due"), tr("No date"), settings, this);
    m_due->setObjectName(QStringLiteral("detailsDue"));
    m_start = new DateField(tr("Starts"), tr("Any time"), settings, this);
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
    connect(&m_workspace, &models::Workspace::listsChanged, this, [this] { showValues(Field::List); });
    connect(&m_workspace, &models::Workspace::tagsChanged, this, [this] { showValues(Field::Tags); });
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
    if (!m_emptyWhenLeft)
        m_editor.edit(todos);
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
    m_editor.flush();
}

void DetailsPane::setFirstDayOfWeek(Qt::DayOfWeek day)
{
    m_firstDay = day;
}

void DetailsPane::focusTitle()
{
    m_title->setFocus(Qt::ShortcutFocusReason);
}

void DetailsPane::pickDue()
{
    if (m_editor.count() > 0)
        m_due->openPopUp();
}

QSize DetailsPane::sizeHint() const
{
    return {metrics::detailsWidth, 640};
}

QSize DetailsPane::minimumSizeHint() const
{
    return {narrowest, 200};
}

// ---------------------------------------------------------------------------------------------------------------
// How it is laid out

void DetailsPane::makeLayout()
{
    setAutoFillBackground(true);
    setBackgroundRole(roles::panel);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(makeEmptyState());
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("detailsScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeContent());
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    const QList<QWidget *> order{m_title, m_due, m_start, m_priority, m_list, m_tags->line(), m_notes};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

QWidget *DetailsPane::makeEmptyState()
{
    auto *empty = new QLabel(tr("Select a todo to see its details."), this);
    empty->setObjectName(QStringLiteral("detailsEmpty"));
    empty->setForegroundRole(roles::faint);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setContentsMargins(margin, margin, margin, margin);
    return empty;
}

QWidget *DetailsPane::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    // Title and notes keep room inside for their focus ring; all text begins at the margin.
    column->setContentsMargins(margin - inset, margin - titleInset, margin - inset, 12);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addLayout(makeFields());
    column->addWidget(m_notes, 1);
    column->addStretch(0);
    column->addSpacing(8);
    m_notes->setMinimumHeight(leastNotes);
    m_times->setObjectName(QStringLiteral("detailsTimes"));
    m_times->setWordWrap(true);
    m_times->setIndent(inset);
    column->addWidget(m_times);
    return content;
}

QLayout *DetailsPane::makeFields()
{
    m_count->setObjectName(QStringLiteral("detailsCount"));
    m_count->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_count->setContentsMargins(0, titleInset, 0, 0);
    m_problem->setObjectName(QStringLiteral("detailsProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_repeat->setObjectName(QStringLiteral("detailsRepeat"));
    m_repeat->setIndent(inset);
    m_repeat->setWordWrap(true);
    m_tags->setContentsMargins(0, 3, 0, 3);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    addRow(*grid, tr("Due"), m_due);
    addRow(*grid, tr("Starts"), m_start);
    m_repeatLabel = addRow(*grid, tr("Repeats"), m_repeat);
    addRow(*grid, tr("Priority"), m_priority);
    addRow(*grid, tr("List"), m_list);
    addRow(*grid, tr("Tags"), m_tags);
    m_line = new QWidget(this);
    m_line->setFixedHeight(1);
    m_line->setAutoFillBackground(true);
    m_line->setBackgroundRole(roles::hairline);
    m_problem->setForegroundRole(roles::red);
    m_times->setForegroundRole(roles::faint);
    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(inset, 0, inset, 12 - notesInset);
    fields->setSpacing(0);
    fields->addWidget(m_count);
    fields->addWidget(m_problem);
    fields->addSpacing(8 - titleInset);
    fields->addLayout(grid);
    fields->addSpacing(12);
    fields->addWidget(m_line);
    return fields;
}

QLabel *DetailsPane::addRow(QGridLayout &grid, const QString &name, QWidget *field)
{
    const int row = grid.rowCount();
    auto *label = new QLabel(name, this);
    label->setBuddy(field);
    label->setForegroundRole(roles::secondary);
    label->setMinimumHeight(Theme::of(this).controlHeight() - 4);
    m_labels.append(label);
    grid.addWidget(label, row, 0, Qt::AlignTop);
    grid.addWidget(field, row, 1);
    return label;
}

// Colours are roles of the palette and follow it by themselves.
void DetailsPane::takeFonts()
{
    const TypeScale type = Theme::of(this).type();
    for (QLabel *label : std::as_const(m_labels))
        label->setFont(type.small);
    m_count->setFont(type.detailsTitle);
    m_problem->setFont(type.small);
    m_times->setFont(type.small);
}

void DetailsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange)
        takeFonts();
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
    connect(m_tags, &TagField::tagNamed, &m_editor, &TodoEditor::addTagNamed);
    connect(m_tags, &TagField::tagAdded, &m_editor, &TodoEditor::addTag);
    connect(m_tags, &TagField::tagRemoved, &m_editor, &TodoEditor::removeTag);
}

// ---------------------------------------------------------------------------------------------------------------
// What is shown

void DetailsPane::showAll()
{
    m_problemField.reset();
    m_problem->hide();
    m_tags->clearTyped();
    const qsizetype count = m_editor.count();
    m_stack->setCurrentIndex(count == 0 ? 0 : 1);
    const bool isOne = count == 1;
    for (QWidget *widget : {static_cast<QWidget *>(m_title), m_line, static_cast<QWidget *>(m_notes)})
        widget->setVisible(isOne);
    m_count->setVisible(count > 1);
    m_count->setText(tr("%n todos selected", nullptr, int(count)));
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
    m_due->setDate(m_editor.due(), m_editor.isMixed(Field::Due), isOpen);
    m_start->setDate(m_editor.start(), m_editor.isMixed(Field::Start), false);
    m_priority->setPriority(m_editor.priority(), m_editor.isMixed(Field::Priority));
    m_list->setList(m_workspace.lists(), m_editor.list(), m_editor.isMixed(Field::List));
    m_tags->setTags(m_workspace.tags(), m_editor.tags(), m_editor.someTags());
    m_repeat->setText(domain::repeatText(m_editor.repeatRule(), QLocale()));
    m_repeat->setVisible(!m_editor.repeatRule().isEmpty());
    m_repeatLabel->setVisible(!m_editor.repeatRule().isEmpty());
    showTimes();
}

void DetailsPane::showTimes()
{
    m_times->clear();
    if (m_editor.count() != 1)
        return;
    const domain::Todo todo = m_editor.todos().constFirst();
    const base::Moment now = m_workspace.moment();
    const auto ago = [&now](const QDateTime &then) { return domain::agoText(then, now, QLocale()); };
    QStringList parts{tr("Added %1").arg(ago(todo.createdAt))};
    if (todo.deletedAt)
        parts.append(tr("deleted %1").arg(ago(*todo.deletedAt)));
    else if (todo.completedAt)
        parts.append(tr("completed %1").arg(ago(*todo.completedAt)));
    else if (todo.updatedAt.isValid() && todo.createdAt.secsTo(todo.updatedAt) > 60)
        parts.append(tr("edited %1").arg(ago(todo.updatedAt)));
    //: Between "Added Monday" and "edited 2 minutes ago"
    m_times->setText(parts.join(tr(" · ")));
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
