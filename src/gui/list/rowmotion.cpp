// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/rowmotion.h"

#include <QPainter>

#include <algorithm>

namespace tusk::gui
{

RowMotion::RowMotion(QObject *parent)
    : QObject(parent)
{
    m_animation.setStartValue(1.0);
    m_animation.setEndValue(0.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &left) {
        m_left = left.toDouble();
        Q_EMIT moved();
    });
    connect(&m_animation, &QVariantAnimation::finished, this, &RowMotion::stop);
}

void RowMotion::start(const QHash<int, Row> &rows, const std::vector<Ghost> &ghosts,
                      std::chrono::milliseconds time)
{
    m_animation.stop();
    m_rows = rows;
    m_ghosts = ghosts;
    if (time.count() == 0 || (rows.isEmpty() && ghosts.empty())) {
        stop();
        return;
    }
    m_left = 1;
    m_animation.setDuration(static_cast<int>(time.count()));
    m_animation.start();
}

void RowMotion::stop()
{
    m_animation.stop();
    m_left = 0;
    const bool was = !m_rows.isEmpty() || !m_ghosts.empty();
    m_rows.clear();
    m_ghosts.clear();
    if (was)
        Q_EMIT moved();
}

bool RowMotion::isRunning() const
{
    return m_animation.state() == QAbstractAnimation::Running;
}

int RowMotion::shift(int row) const
{
    return m_left > 0 ? qRound(m_rows.value(row).shift * m_left) : 0;
}

double RowMotion::opacity(int row) const
{
    return m_left > 0 && m_rows.value(row).isNew ? 1 - m_left : 1;
}

void RowMotion::paintGhosts(QPainter &painter) const
{
    if (m_left <= 0)
        return;
    painter.save();
    for (const Ghost &ghost : m_ghosts) {
        const QSizeF size = ghost.picture.deviceIndependentSize();
        painter.setOpacity(std::max(0.0, 2 * m_left - 1));
        painter.setClipRect(QRectF(0, ghost.top, size.width(), size.height() * m_left));
        painter.drawPixmap(QPointF(0, ghost.top), ghost.picture);
    }
    painter.restore();
}

} // namespace tusk::gui
