// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/rowchanges.h"

#include "gui/list/rowgeometry.h"
#include "gui/list/rowplaces.h"
#include "gui/theme/theme.h"
#include "models/todotablemodel.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr int mostMovingRows = 60;

} // namespace

RowChanges::RowChanges(QAbstractItemView &view, RowPlaces &places, RowMotion &motion, PaintTodo paint)
    : m_view(view)
    , m_places(places)
    , m_motion(motion)
    , m_paint(std::move(paint))
{
}

QPersistentModelIndex RowChanges::indexOf(int row) const
{
    return m_view.model()->index(row, models::TodoTableModel::Title);
}

bool RowChanges::begin()
{
    if (m_begun || !m_view.model() || m_places.count() != m_view.model()->rowCount())
        return false;
    m_begun = true;
    m_tooMany = false;
    m_atTop = m_places.offset() == 0;
    m_seen.clear();
    m_fresh.clear();
    m_ghosts.clear();
    for (int row = m_places.firstSeen(); row >= 0 && row <= m_places.lastSeen(); ++row)
        m_seen.push_back({indexOf(row), m_places.rect(row).top() + m_motion.shift(row),
                          m_painted.contains(row) ? std::optional(m_painted.value(row)) : std::nullopt});
    m_painted.clear();
    return true;
}

void RowChanges::addInserted(int first, int last)
{
    m_tooMany = m_tooMany || m_fresh.size() + last - first > mostMovingRows;
    for (int row = first; row <= last && !m_tooMany; ++row)
        m_fresh.append(indexOf(row));
}

// Those that can be seen leave a picture.
void RowChanges::addRemoved(int first, int last)
{
    // After other steps of the same change the scroll position no longer says where a row was.
    for (const Seen &seen : m_seen) {
        const int row = seen.index.row();
        if (seen.index.isValid() && row >= first && row <= last && !m_tooMany && seen.todo)
            m_ghosts.push_back({seen.top, picture(row, *seen.todo)});
    }
}

QPixmap RowChanges::picture(int row, const ShownTodo &todo) const
{
    const QSize size(m_view.viewport()->width(), m_places.heights().height(row));
    const double ratio = m_view.devicePixelRatioF();
    QPixmap picture(size * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    m_paint(painter, QRect({}, size), todo);
    return picture;
}

// What is seen does not follow a row that is moved away.
void RowChanges::addMoved(int first, int last)
{
    std::stable_partition(m_seen.begin(), m_seen.end(), [first, last](const Seen &seen) {
        return seen.index.row() < first || seen.index.row() > last;
    });
}

void RowChanges::startAnew()
{
    m_tooMany = true;
    m_atTop = true;
    m_seen.clear();
    m_motion.stop();
}

void RowChanges::forget()
{
    m_motion.stop();
    m_begun = false;
    m_seen.clear();
    m_painted.clear();
}

void RowChanges::settle()
{
    if (!m_begun)
        return;
    m_begun = false;
    m_view.verticalScrollBar()->setRange(0, m_places.mostOffset());
    keepInPlace();
    move();
    m_seen.clear();
    m_fresh.clear();
    m_ghosts.clear();
    m_view.viewport()->update();
}

void RowChanges::keepInPlace() const
{
    if (m_atTop)
        return;
    for (const Seen &seen : m_seen) {
        if (!seen.index.isValid() || seen.index.row() >= m_places.count())
            continue;
        const int top = m_places.heights().top(seen.index.row()) + topMargin;
        m_view.verticalScrollBar()->setValue(top - seen.top);
        return;
    }
}

QHash<int, int> RowChanges::topsBefore() const
{
    QHash<int, int> tops;
    for (const Seen &seen : m_seen) {
        if (seen.index.isValid())
            tops.insert(seen.index.row(), seen.top);
    }
    return tops;
}

void RowChanges::move() const
{
    const QHash<int, int> before = topsBefore();
    if (m_tooMany || before.isEmpty() || !m_view.isVisible()) {
        m_motion.stop();
        return;
    }
    QHash<int, RowMotion::Row> moving;
    int shift = 0; // of the last row whose way is known: those that come into sight come with it
    for (int row = m_places.firstSeen(); row >= 0 && row <= m_places.lastSeen(); ++row) {
        if (before.contains(row))
            shift = before.value(row) - m_places.rect(row).top();
        if (m_fresh.contains(indexOf(row)))
            moving.insert(row, {0, true});
        else if (shift != 0)
            moving.insert(row, {shift, false});
    }
    m_motion.start(moving, m_ghosts, Theme::of(&m_view).smoothly());
}

} // namespace tusk::gui
