// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/problemline.h"

#include "gui/theme/colors.h"
#include "gui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tusk::gui
{

ProblemLine::ProblemLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_details(new QPushButton(tr("Details"), this))
{
    m_text->setObjectName(QStringLiteral("problemText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(roles::red);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setObjectName(QStringLiteral("problemDetails"));
    m_details->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::grid * 2);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_details);
    connect(m_details, &QPushButton::clicked, this, [this] {
        m_text->setText(m_detail);
        m_details->hide();
    });
    hide();
}

void ProblemLine::showProblem(const base::Error &error)
{
    m_text->setText(error.sentence);
    m_detail = error.detail;
    m_details->setVisible(!m_detail.isEmpty());
    show();
}

} // namespace tusk::gui
