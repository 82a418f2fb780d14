// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/icons.h"

#include <QIconEngine>

namespace tusk::gui
{

// Draws one of the project's icons in the theme's colours of the moment.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(Icon icon, Ink ink);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                                       qreal scale) override;
    [[nodiscard]] QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override;
    [[nodiscard]] bool isNull() override { return false; }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const;

    Icon m_icon;
    Ink m_ink;
};

} // namespace tusk::gui
