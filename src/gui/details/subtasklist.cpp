// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/subtasklist.h"

#include "gui/list/todolayout.h"
#include "gui/plaintext.h"
#include "gui/theme/icons.h"
#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr int padding = metrics::textInset;
constexpr int circleToTitle = metrics::gap;
constexpr double circleWidth = 1.5;

} // namespace

// ---------------------------------------------------------------------------------------------------------------
// A row

SubtaskRow::SubtaskRow(const domain::Kin &subtask, QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("subtask"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setAccessibleDescription(tr("Enter goes there."));
    setSubtask(subtask);
}

void SubtaskRow::setSubtask(const domain::Kin &subtask)
{
    m_subtask = subtask;
    const QString title = singleLine(subtask.title);
    setPlainText(*this, title);
    setToolTip(toolTipText(title));
    setAccessibleName(subtask.completed ? tr("%1, completed").arg(title)
                                        : tr("%1, not completed").arg(title));
    update();
}

QSize SubtaskRow::sizeHint() const
{
    const Theme theme = Theme::of(this);
    const int title = fontMetrics().horizontalAdvance(text());
    return {2 * padding + theme.checkCircle() + circleToTitle + title,
            theme.controlHeight() - metrics::lineGap};
}

QSize SubtaskRow::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void SubtaskRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(this);
    const Colors &colors = theme.colors();
    if (underMouse())
        shapes::drawRounded(painter, rect(), metrics::controlRadius, colors.hover);
    const auto mirrored = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const int side = theme.checkCircle();
    const QRectF circle(mirrored({padding, (height() - side) / 2, side, side}));
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_subtask.completed) {
        shapes::drawRounded(painter, circle, circle.height() / 2, colors.faint);
        paintIcon(painter, Icon::Check, circle.adjusted(2, 2, -2, -2), colors.panel);
    } else {
        const double inset = circleWidth / 2;
        painter.setPen(QPen(theme.priorityColor(0), circleWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    QFont font = this->font();
    font.setStrikeOut(m_subtask.completed);
    painter.setFont(font);
    painter.setPen(m_subtask.completed ? colors.faint : colors.text);
    const int left = padding + side + circleToTitle;
    const QRect title = mirrored(rect().adjusted(left, 0, -padding, 0));
    drawFromLeadingEdge(painter, title, text(), layoutDirection());
}

void SubtaskRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void SubtaskRow::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void SubtaskRow::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

// ---------------------------------------------------------------------------------------------------------------
// All of them

SubtaskList::SubtaskList(QWidget &before, QWidget *parent)
    : QWidget(parent)
    , m_before(before)
    , m_heading(new QLabel(this))
    , m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("detailsSubtasks"));
    m_heading->setObjectName(QStringLiteral("detailsSubtasksHeading"));
    m_heading->setForegroundRole(roles::secondary);
    m_heading->setIndent(padding);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::gap, 0, metrics::gap);
    column->setSpacing(metrics::tightGap);
    column->addWidget(m_heading);
    column->addLayout(m_rows);
    m_rows->setSpacing(0);
    auto *line = new QWidget(this); // towards the notes
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(roles::hairline);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(padding, metrics::gap, padding, 0);
    foot->addWidget(line);
    column->addLayout(foot);
    takeFonts();
    hide();
}

void SubtaskList::setSubtasks(const QList<domain::Kin> &subtasks)
{
    if (subtasks == m_subtasks)
        return;
    m_subtasks = subtasks;
    const qsizetype done = std::ranges::count_if(subtasks, &domain::Kin::completed);
    //: Above the subtasks of a todo: Subtasks · 1 of 3
    m_heading->setText(tr("Subtasks · %1 of %2").arg(done).arg(subtasks.size()));
    for (qsizetype place = 0; place < subtasks.size(); ++place)
        showRow(place, subtasks.at(place));
    while (m_rows->count() > subtasks.size()) {
        const std::unique_ptr<QLayoutItem> item(m_rows->takeAt(m_rows->count() - 1));
        item->widget()->hide();
        item->widget()->deleteLater(); // its click may be what led here
    }
    setVisible(!subtasks.isEmpty());
}

void SubtaskList::showRow(qsizetype place, const domain::Kin &subtask)
{
    for (int at = static_cast<int>(place); at < m_rows->count(); ++at) {
        auto *row = qobject_cast<SubtaskRow *>(m_rows->itemAt(at)->widget());
        if (row->subtask().id != subtask.id)
            continue;
        row->setSubtask(subtask);
        m_rows->removeWidget(row);
        placeRow(place, row);
        return;
    }
    auto *row = new SubtaskRow(subtask, this);
    row->setFont(Theme::of(this).type().row);
    connect(row, &QAbstractButton::clicked, this, [this, row] { Q_EMIT chosen(row->subtask().id); });
    placeRow(place, row);
}

void SubtaskList::placeRow(qsizetype place, SubtaskRow *row)
{
    const int at = static_cast<int>(place);
    setTabOrder(at == 0 ? &m_before : m_rows->itemAt(at - 1)->widget(), row);
    m_rows->insertWidget(at, row);
    row->show();
}

void SubtaskList::takeFonts()
{
    const TypeScale type = Theme::of(this).type();
    m_heading->setFont(type.small);
    for (int i = 0; i < m_rows->count(); ++i)
        m_rows->itemAt(i)->widget()->setFont(type.row);
}

void SubtaskList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange)
        takeFonts();
}

} // namespace tusk::gui
