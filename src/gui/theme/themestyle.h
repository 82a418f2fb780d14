// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/theme.h"

#include <QProxyStyle>

namespace tusk::gui
{

class FocusRing;
class LeadingEdge;

// Draws Qt's own controls as the theme wants them: flat and quiet. It lies over Fusion and carries the theme,
// so that whatever is drawn with it can ask for it. The drawings themselves are in style/; here is only which
// of them is meant.
class ThemeStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ThemeStyle(const Theme &theme);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    // The widgets learn of it by the palette that the application gets next.
    void setTheme(const Theme &theme) { m_theme = theme; }

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    [[nodiscard]] QPalette standardPalette() const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
                      const QString &text, QPalette::ColorRole role) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl part, const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *result) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap which, const QStyleOption *option,
                                     const QWidget *widget) const override;

private:
    [[nodiscard]] bool drawFrame(PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                                 const QWidget *widget) const;
    [[nodiscard]] bool drawMark(PrimitiveElement element, const QStyleOption &option,
                                QPainter &painter) const;
    [[nodiscard]] bool drawLabel(ControlElement element, const QStyleOption &option, QPainter &painter,
                                 const QWidget *widget) const;

    Theme m_theme;
    FocusRing *m_ring;
    LeadingEdge *m_edge;
};

} // namespace tusk::gui
