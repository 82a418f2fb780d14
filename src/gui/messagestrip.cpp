// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/messagestrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <chrono>

namespace tusk::gui
{

namespace
{

using namespace std::chrono_literals;

constexpr auto briefly = 8s;

} // namespace

MessageStrip::MessageStrip(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_details(new QPushButton(tr("Details"), this))
    , m_dismiss(new QPushButton(tr("Dismiss"), this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("messageStrip"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_sentence->setObjectName(QStringLiteral("messageSentence"));
    m_sentence->setForegroundRole(QPalette::ToolTipText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_details->setObjectName(QStringLiteral("messageDetails"));
    m_dismiss->setObjectName(QStringLiteral("messageDismiss"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_sentence, 1);
    for (QPushButton *button : {m_action, m_details, m_dismiss}) {
        button->setFlat(true);
        layout->addWidget(button);
    }
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, [this] { answer(false); });
    connect(m_action, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_dismiss, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_details, &QPushButton::clicked, this, &MessageStrip::showDetail);
    hide();
}

void MessageStrip::show(const Message &message)
{
    m_waiting.append(message);
    if (m_waiting.size() == 1)
        showNext();
}

void MessageStrip::showBriefly(const QString &sentence)
{
    show({sentence, {}, {}, {}, {}});
}

void MessageStrip::showNext()
{
    m_timer->stop();
    if (m_waiting.isEmpty()) {
        hide();
        return;
    }
    const Message &message = m_waiting.first();
    m_sentence->setText(message.sentence);
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    m_details->setVisible(!message.detail.isEmpty());
    if (!message.action && !message.dismissed)
        m_timer->start(briefly);
    setVisible(true);
}

void MessageStrip::answer(bool accepted)
{
    if (m_waiting.isEmpty())
        return;
    const Message message = m_waiting.takeFirst();
    showNext();
    if (accepted && message.action)
        message.action();
    else if (!accepted && message.dismissed)
        message.dismissed();
}

void MessageStrip::showDetail()
{
    m_timer->stop();
    auto *box = new QMessageBox(QMessageBox::Information, tr("Details"), m_waiting.first().sentence,
                                QMessageBox::Close, window());
    box->setInformativeText(m_waiting.first().detail);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace tusk::gui
