// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/tagchip.h"

#include "gui/plaintext.h"
#include "gui/theme/icons.h"
#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace tusk::gui
{

namespace
{

constexpr int chipPadding = metrics::grid * 2;
constexpr int textToCross = metrics::tightGap;
constexpr int crossSide = 16;
constexpr int widestText = 160;

} // namespace

TagChip::TagChip(const domain::Tag &tag, bool partly, QWidget *parent)
    : QAbstractButton(parent)
    , m_tag(tag)
    , m_partly(partly)
{
    setObjectName(QStringLiteral("tagChip"));
    setPlainText(*this, tag.name);
    setFont(Theme::of(this).type().small);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(partly ? tr("Tag %1, of some of the todos").arg(tag.name) : tr("Tag %1").arg(tag.name));
    setAccessibleDescription(tr("Delete removes it."));
    setToolTip(toolTipText(tag.name));
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_partly)
            Q_EMIT completed(m_tag.id);
    });
}

QSize TagChip::sizeHint() const
{
    const int text = std::min(fontMetrics().horizontalAdvance(m_tag.name), widestText);
    return {chipPadding + text + crossSide + textToCross,
            Theme::of(this).controlHeight() - 2 * metrics::grid};
}

QSize TagChip::minimumSizeHint() const
{
    return {chipPadding + crossSide + metrics::grid * 6, sizeHint().height()};
}

QRect TagChip::cross() const
{
    const QRect place(width() - crossSide - textToCross, (height() - crossSide) / 2, crossSide, crossSide);
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

void TagChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = Theme::of(this).colors();
    const double radius = height() / 2.0;
    if (m_partly)
        shapes::drawRounded(painter, rect(), radius, {}, colors.hairline);
    else
        shapes::drawRounded(painter, rect(), radius, colors.hover);
    painter.setPen(m_partly ? colors.faint : colors.secondary);
    const QRect text = QStyle::visualRect(layoutDirection(), rect(),
                                          rect().adjusted(chipPadding, 0, -crossSide - textToCross, 0));
    drawFromLeadingEdge(painter, text, m_tag.name, layoutDirection());
    const bool lit = underMouse() || hasFocus();
    paintIcon(painter, Icon::Close, shapes::squareIn(cross(), 10), lit ? colors.text : colors.faint);
}

void TagChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removed(m_tag.id);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void TagChip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && cross().contains(event->position().toPoint())) {
        setDown(false);
        Q_EMIT removed(m_tag.id);
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

} // namespace tusk::gui
