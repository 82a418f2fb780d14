// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/firstrunpage.h"

#include "gui/import/choicebutton.h"
#include "gui/import/pagetexts.h"
#include "gui/theme/colors.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "ui_firstrunpage.h"

#include <QKeyEvent>

namespace tusk::gui
{

FirstRunPage::FirstRunPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FirstRunPage>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("firstRunPage"));
    m_ui->welcome->setFont(Theme::of(this).type().detailsTitle);
    m_ui->question->setForegroundRole(roles::secondary);
    m_ui->closeButton->setIcon(themedIcon(Icon::Close));
    const auto add = [this](const QString &name, Icon icon, const QString &text, const QString &description,
                            void (FirstRunPage::*wanted)()) {
        auto *choice = new ChoiceButton(icon, text, description, this);
        choice->setObjectName(name);
        connect(choice, &ChoiceButton::clicked, this, wanted);
        m_ui->choices->addWidget(choice);
    };
    add(QStringLiteral("startFresh"), Icon::Add, tr("Start fresh"), tr("Just type your first todo above."),
        &FirstRunPage::closed);
    add(QStringLiteral("bringTodos"), Icon::Import, tr("Bring my old todos"),
        tr("From the file of the earlier app, or of nearly any other."), &FirstRunPage::importWanted);
    add(QStringLiteral("connectDatabase"), Icon::Database, tr("Connect a database"),
        tr("To todos that are in a PostgreSQL of your own."), &FirstRunPage::databaseWanted);
    connect(m_ui->closeButton, &QToolButton::clicked, this, &FirstRunPage::closed);
}

FirstRunPage::~FirstRunPage() = default;

void FirstRunPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace tusk::gui
