// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/sectionheader.h"

#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace tusk::gui
{

SectionHeader::SectionHeader(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(new QToolButton(this))
{
    m_name->setText(name);
    m_name->setFont(Theme::of(this).type().smallStrong);
    m_name->setAutoRaise(true);
    m_name->setCheckable(true); // checked: folded
    m_name->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_name->setToolTip(tr("Fold or unfold"));
    auto *layout = new QHBoxLayout(this);
    // The name begins where the signs of the rows do.
    layout->setContentsMargins(metrics::gap, metrics::grid * 3, metrics::grid, metrics::grid);
    layout->setSpacing(0);
    layout->addWidget(m_name);
    layout->addStretch(1);
    setFocusProxy(m_name);
    connect(m_name, &QToolButton::toggled, this, &SectionHeader::foldedChanged);
    showColors();
}

void SectionHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showColors();
    QWidget::changeEvent(event);
}

void SectionHeader::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    Q_EMIT menuAsked(event->globalPos());
}

void SectionHeader::showColors()
{
    QPalette colors = palette();
    colors.setColor(QPalette::ButtonText, Theme::of(this).colors().secondary);
    m_name->setPalette(colors);
}

void SectionHeader::addButton(const QString &text, const QString &objectName)
{
    m_add = new QToolButton(this);
    m_add->setObjectName(objectName);
    m_add->setIcon(themedIcon(Icon::Add));
    m_add->setAutoRaise(true);
    m_add->setToolTip(text);
    m_add->setAccessibleName(text);
    layout()->addWidget(m_add);
    connect(m_add, &QToolButton::clicked, this, &SectionHeader::addAsked);
}

bool SectionHeader::isFolded() const
{
    return m_name->isChecked();
}

void SectionHeader::setFolded(bool folded)
{
    m_name->setChecked(folded);
}

} // namespace tusk::gui
