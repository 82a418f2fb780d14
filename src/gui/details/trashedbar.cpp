// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/trashedbar.h"

#include "gui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tusk::gui
{

TrashedBar::TrashedBar(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, metrics::grid * 2, 0, metrics::grid * 2);
    layout->setSpacing(metrics::grid * 2);
    const auto add = [this, layout](const QString &name, const QString &text, void (TrashedBar::*wanted)()) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setFocusPolicy(Qt::TabFocus); // who clicks goes on in the list
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, wanted);
    };
    add(QStringLiteral("detailsRestore"), tr("Restore"), &TrashedBar::restoreWanted);
    add(QStringLiteral("detailsPurge"), tr("Delete for good"), &TrashedBar::purgeWanted);
    layout->addStretch(1);
}

} // namespace tusk::gui
