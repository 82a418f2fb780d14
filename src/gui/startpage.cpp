// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/startpage.h"

#include "gui/menubutton.h"
#include "gui/sidebar/environmentbutton.h"
#include "gui/theme/colors.h"
#include "gui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tusk::gui
{

namespace
{

constexpr int passwordWidth = 240;

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_menuButton(new MenuButton(this))
    , m_text(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_connect(new QPushButton(tr("Connect"), this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_showDetail(new QPushButton(tr("Details"), this))
    , m_environment(new EnvironmentButton(this))
{
    m_menuButton->setObjectName(QStringLiteral("startMenuButton"));
    m_text->setObjectName(QStringLiteral("startText"));
    m_detail->setObjectName(QStringLiteral("startDetail"));
    m_retry->setObjectName(QStringLiteral("startRetry"));
    m_cancel->setObjectName(QStringLiteral("startCancel"));
    m_showDetail->setObjectName(QStringLiteral("startShowDetail"));
    m_environment->setObjectName(QStringLiteral("startEnvironment"));
    m_detail->setForegroundRole(roles::secondary);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QLabel *label : {m_text, m_detail}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_password->setObjectName(QStringLiteral("startPassword"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setFixedWidth(passwordWidth);
    m_connect->setObjectName(QStringLiteral("startConnect"));
    m_showDetail->setCheckable(true);
    makeLayout();
    connectParts();
    showWaiting({});
}

void StartPage::connectParts()
{
    connect(m_retry, &QPushButton::clicked, this, &StartPage::retryWanted);
    connect(m_cancel, &QPushButton::clicked, this, &StartPage::keyringCancelled);
    connect(m_password, &QLineEdit::returnPressed, this, &StartPage::sendPassword);
    connect(m_connect, &QPushButton::clicked, this, &StartPage::sendPassword);
    connect(m_showDetail, &QPushButton::toggled, m_detail, &QWidget::setVisible);
    connect(m_environment, &EnvironmentButton::clicked, this,
            [this] { Q_EMIT environmentClicked(*m_environment); });
}

void StartPage::sendPassword()
{
    const QString password = m_password->text();
    m_password->clear();
    if (!password.isEmpty())
        Q_EMIT passwordTyped(password);
}

void StartPage::makeLayout()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::grid * 2);
    buttons->addStretch(1);
    buttons->addWidget(m_password);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_showDetail);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::grid * 2, metrics::dialogMargin, metrics::grid * 2,
                               metrics::grid * 2);
    layout->setSpacing(metrics::grid * 4);
    layout->addWidget(m_menuButton, 0, Qt::AlignTrailing);
    layout->addStretch(1);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addWidget(m_detail);
    layout->addStretch(1);
    m_environment->setFixedWidth(metrics::sidebarWidth - metrics::grid * 4);
    layout->addWidget(m_environment, 0, Qt::AlignLeading);
}

void StartPage::setEnvironment(const QString &name, const QString &color)
{
    m_environment->setEnvironment(name, color);
    m_environment->setVisible(!name.isEmpty());
}

void StartPage::showWaiting(const QString &sentence)
{
    m_text->setText(sentence);
    m_environment->setStatus(tr("opening…"));
    m_showDetail->setChecked(false);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_password, m_connect, m_retry, m_cancel, m_showDetail, m_detail})
        part->hide();
}

void StartPage::showKeyringAsking(const QString &sentence)
{
    showWaiting(sentence);
    m_environment->setStatus(tr("waiting for the keyring"));
    m_cancel->show();
}

void StartPage::askForPassword(const QString &sentence)
{
    showWaiting(sentence);
    m_environment->setStatus(tr("waits for you"));
    m_password->show();
    m_connect->show();
    m_password->setFocus(Qt::OtherFocusReason);
}

void StartPage::showFailure(const base::Error &error)
{
    showWaiting({});
    m_text->setText(error.sentence);
    m_detail->setText(error.detail);
    m_environment->setStatus(tr("not connected"));
    m_retry->show();
    m_showDetail->setVisible(!error.detail.isEmpty());
    m_detail->setVisible(m_showDetail->isChecked());
}

} // namespace tusk::gui
