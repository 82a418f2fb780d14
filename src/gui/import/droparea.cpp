// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/droparea.h"

#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace tusk::gui
{

namespace
{

constexpr int iconPlace = 32;
constexpr int top = metrics::grid * 5;

} // namespace

DropArea::DropArea(QWidget *parent)
    : QWidget(parent)
    , m_button(new QPushButton(tr("Choose file…"), this))
{
    setObjectName(QStringLiteral("dropArea"));
    m_button->setObjectName(QStringLiteral("chooseButton"));
    m_button->setAutoDefault(false);
    auto *sentence = new QLabel(tr("Drop the file with your old todos here"), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(top, top + iconPlace + metrics::grid * 2, top, top);
    layout->setSpacing(metrics::grid * 3);
    layout->addWidget(sentence, 0, Qt::AlignHCenter);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
}

void DropArea::setHovered(bool hovered)
{
    if (std::exchange(m_hovered, hovered) != hovered)
        update();
}

void DropArea::paintEvent(QPaintEvent *)
{
    const Colors &colors = Theme::of(this).colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_hovered ? colors.accent : colors.control, 1, Qt::DashLine));
    painter.setBrush(m_hovered ? colors.selection : colors.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::rowRadius,
                            metrics::rowRadius);
    const int side = Theme::of(this).iconSize() * 3 / 2;
    const QRect place((width() - iconPlace) / 2, top, iconPlace, iconPlace);
    QRect icon({}, QSize(side, side));
    icon.moveCenter(place.center());
    paintIcon(painter, Icon::Import, icon, m_hovered ? colors.accent : colors.secondary);
}

} // namespace tusk::gui
