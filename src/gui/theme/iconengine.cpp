// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/iconengine.h"

#include "gui/theme/icondrawing.h"
#include "gui/theme/theme.h"

#include <QPainter>

namespace tusk::gui
{

namespace
{

QColor colorOf(Ink ink, const Colors &colors)
{
    switch (ink) {
        using enum Ink;
    case Text:
        return colors.text;
    case Secondary:
        return colors.secondary;
    case Faint:
        return colors.faint;
    case Accent:
        return colors.accent;
    case OnAccent:
        return colors.onAccent;
    case Red:
        return colors.red;
    case Amber:
        return colors.amber;
    case Green:
        return colors.green;
    case Blue:
        return colors.blue;
    }
    return colors.secondary;
}

} // namespace

IconEngine::IconEngine(Icon icon, Ink ink)
    : m_icon(icon)
    , m_ink(ink)
{
}

QColor IconEngine::color(QIcon::Mode mode) const
{
    const Colors colors = Theme::of().colors();
    switch (mode) {
    case QIcon::Disabled:
        return colors.faint;
    case QIcon::Active: // under the mouse: only what is quiet comes forward
        return m_ink == Ink::Secondary || m_ink == Ink::Faint ? colors.text : colorOf(m_ink, colors);
    case QIcon::Selected:
        return m_ink == Ink::Secondary || m_ink == Ink::Faint ? colors.accent : colorOf(m_ink, colors);
    case QIcon::Normal:
        break;
    }
    return colorOf(m_ink, colors);
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    paintIcon(*painter, m_icon, rect, color(mode));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // Qt asks in pixels of the screen here.
    return drawnIcon(m_icon, (QSizeF(size) / scale).toSize(), scale, color(mode));
}

QSize IconEngine::actualSize(const QSize &size, QIcon::Mode, QIcon::State)
{
    return size;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(m_icon, m_ink);
}

QString IconEngine::key() const
{
    return QStringLiteral("tusk");
}

} // namespace tusk::gui
