// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// Where the fields of the details are.

#include "gui/details/datefield.h"
#include "gui/details/detailspane.h"
#include "gui/details/fieldrows.h"
#include "gui/details/listfield.h"
#include "gui/details/notesfield.h"
#include "gui/details/priorityfield.h"
#include "gui/details/subtasklist.h"
#include "gui/details/tagfield.h"
#include "gui/details/titlefield.h"
#include "gui/details/trashedbar.h"
#include "gui/details/valuebutton.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tusk::gui
{

namespace
{

constexpr int paneMargin = metrics::grid * 5;
constexpr int inset = metrics::textInset;
constexpr int titleInset = metrics::grid; // of the title, above and below
constexpr int leastNotes = 120;

} // namespace

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
    m_scroll = scroll;
    const QList<QWidget *> order{m_title,    m_parent, m_due,          m_start,
                                 m_priority, m_list,   m_tags->line(), m_notes};
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
    empty->setContentsMargins(paneMargin, paneMargin, paneMargin, paneMargin);
    return empty;
}

QWidget *DetailsPane::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    // Title and notes keep room inside for their focus ring; all text begins at the margin.
    column->setContentsMargins(paneMargin - inset, paneMargin - titleInset, paneMargin - inset,
                               metrics::wideGap);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addLayout(makeFields());
    column->addWidget(m_subtasks);
    column->addWidget(m_notes, 1);
    column->addStretch(0);
    column->addSpacing(metrics::gap);
    m_notes->setMinimumHeight(leastNotes);
    m_times->setObjectName(QStringLiteral("detailsTimes"));
    m_times->setWordWrap(true);
    m_times->setIndent(inset);
    column->addWidget(m_times);
    return content;
}

// What says of the todo as a whole: of several how many, and what is wrong.
QLayout *DetailsPane::makeHead()
{
    m_count->setObjectName(QStringLiteral("detailsCount"));
    m_count->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_count->setContentsMargins(0, titleInset, 0, titleInset); // as high as a title
    m_problem->setObjectName(QStringLiteral("detailsProblem"));
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(roles::red);
    m_problem->hide();
    auto *head = new QVBoxLayout;
    head->setSpacing(0);
    head->addWidget(m_count);
    head->addWidget(m_problem);
    head->addWidget(m_trashed);
    return head;
}

QLayout *DetailsPane::makeFields()
{
    m_parent->setObjectName(QStringLiteral("detailsParent"));
    m_parent->setName(tr("Part of"));
    m_repeat->setObjectName(QStringLiteral("detailsRepeat"));
    m_repeat->setIndent(inset);
    m_repeat->setWordWrap(true);
    m_tags->setContentsMargins(0, metrics::lineGap, 0, metrics::lineGap);
    m_fields->add(tr("Part of"), m_parent);
    m_fields->add(tr("Due"), m_due);
    m_fields->add(tr("Starts"), m_start);
    m_fields->add(tr("Repeats"), m_repeat);
    m_fields->add(tr("Priority"), m_priority);
    m_fields->add(tr("List"), m_list);
    m_fields->add(tr("Tags"), m_tags);
    m_line->setFixedHeight(1);
    m_line->setAutoFillBackground(true);
    m_line->setBackgroundRole(roles::hairline);
    m_times->setForegroundRole(roles::faint);
    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(inset, 0, inset, metrics::tightGap);
    fields->setSpacing(0);
    fields->addLayout(makeHead());
    fields->addSpacing(metrics::wideGap - titleInset);
    fields->addWidget(m_fields);
    fields->addSpacing(metrics::wideGap);
    fields->addWidget(m_line);
    return fields;
}

// Colours are roles of the palette and follow it by themselves.
void DetailsPane::takeFonts()
{
    const TypeScale type = Theme::of(this).type();
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

} // namespace tusk::gui
