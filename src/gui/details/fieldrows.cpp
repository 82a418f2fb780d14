// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/fieldrows.h"

#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace tusk::gui
{

namespace
{

constexpr int nameWidth = 84;

} // namespace

FieldRows::FieldRows(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(metrics::tightGap);
    m_grid->setColumnMinimumWidth(0, nameWidth);
    m_grid->setColumnStretch(1, 1);
}

void FieldRows::add(const QString &name, QWidget *field)
{
    auto *label = new QLabel(name, this);
    label->setBuddy(field);
    label->setForegroundRole(roles::secondary);
    label->setMinimumHeight(Theme::of(this).controlHeight() - metrics::grid);
    label->setFont(Theme::of(this).type().small);
    m_names.append(label);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(field, row, 1);
}

void FieldRows::setRowVisible(QWidget *field, bool visible)
{
    field->setVisible(visible);
    for (QLabel *name : std::as_const(m_names)) {
        if (name->buddy() == field)
            name->setVisible(visible);
    }
}

void FieldRows::takeFonts()
{
    for (QLabel *name : std::as_const(m_names))
        name->setFont(Theme::of(this).type().small);
}

void FieldRows::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange)
        takeFonts();
}

} // namespace tusk::gui
