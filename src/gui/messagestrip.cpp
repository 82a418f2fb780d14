// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/messagestrip.h"

#include "gui/detailbox.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTimer>

#include <algorithm>

namespace tusk::gui
{

namespace
{

using namespace std::chrono_literals;

using namespace Qt::StringLiterals;

constexpr double ringWidth = 2;
constexpr int widestStrip = 640;

std::chrono::milliseconds briefTime = 8s;

QIcon closeIcon(const QColor &color, int size)
{
    constexpr int scale = 3; // sharp on every screen
    QPixmap pixmap(size * scale, size * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(painter, Icon::Close, QRectF(0, 0, size, size), color);
    return QIcon(pixmap);
}

} // namespace

MessageStrip::MessageStrip(QWidget *over)
    : QWidget(over)
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_details(new QPushButton(tr("Details"), this))
    , m_dismiss(new QPushButton(this))
    , m_timer(new QTimer(this))
{
    setObjectName(u"messageStrip"_s);
    m_sentence->setObjectName(u"messageSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_action->setObjectName(u"messageAction"_s);
    m_details->setObjectName(u"messageDetails"_s);
    m_dismiss->setObjectName(u"messageDismiss"_s);
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_dismiss->setToolTip(tr("Dismiss"));
    makeLayout();
    showColors();
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (underMouse() || isAncestorOf(QApplication::focusWidget()))
            m_timer->start(briefTime); // somebody is about to answer
        else
            answer(false);
    });
    connect(m_action, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_dismiss, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_details, &QPushButton::clicked, this, &MessageStrip::showDetail);
    over->installEventFilter(this);
    hide();
    connect(qApp, &QApplication::focusChanged, this, &MessageStrip::onFocusChanged);
}

MessageStrip::~MessageStrip()
{
    // Its buttons outlive this part of the object, and the focus leaves them while they go.
    disconnect(qApp, nullptr, this, nullptr);
}

void MessageStrip::setBriefTime(std::chrono::milliseconds time)
{
    briefTime = time;
}

void MessageStrip::makeLayout()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::grid * 4, metrics::grid, metrics::grid, metrics::grid);
    layout->setSpacing(metrics::grid);
    layout->addWidget(m_sentence, 1);
    for (QPushButton *button : {m_action, m_details, m_dismiss}) {
        button->setFlat(true);
        button->setFocusPolicy(Qt::TabFocus); // who clicks goes on where the focus is
        layout->addWidget(button);
    }
}

void MessageStrip::showColors()
{
    const Theme theme = Theme::of(parentWidget());
    QPalette colors = parentWidget()->palette();
    colors.setColor(QPalette::WindowText, theme.colors().onInverse);
    colors.setColor(QPalette::ButtonText, theme.colors().accentOnInverse);
    // What lies under the mouse on a flat button.
    QColor hover = theme.colors().onInverse;
    hover.setAlphaF(0.12F);
    colors.setColor(roles::hover, hover);
    setPalette(colors);
    m_action->setFont(theme.type().rowStrong);
    m_dismiss->setIcon(closeIcon(theme.colors().onInverse, theme.iconSize()));
}

void MessageStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_recoloring) {
        const QScopedValueRollback rollback(m_recoloring, true);
        showColors();
    }
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(this).colors().inverse);
    painter.drawRoundedRect(rect(), metrics::rowRadius, metrics::rowRadius);
    // The ring of other controls would not be seen on this ground. The focus comes by key only.
    const QWidget *focus = QApplication::focusWidget();
    if (focus && focus->parentWidget() == this)
        shapes::drawRing(painter, focus->geometry(), metrics::controlRadius,
                         Theme::of(this).colors().accentOnInverse, ringWidth);
}

// Enter presses the button that has the focus, as everywhere else.
void MessageStrip::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (button && !event->isAutoRepeat() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QWidget::keyPressEvent(event);
}

bool MessageStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

// In the middle above the lower edge, as wide as the sentence needs and the widget allows.
void MessageStrip::place()
{
    const QWidget *over = parentWidget();
    const int widest = std::min(over->width() - 2 * metrics::pageMargin, widestStrip);
    m_sentence->setFixedWidth(QWIDGETSIZE_MAX);
    m_sentence->setMinimumWidth(0);
    layout()->activate();
    const QFontMetrics font(m_sentence->font());
    const int text = font.horizontalAdvance(m_sentence->text()) + metrics::grid;
    const int rest = layout()->minimumSize().width() - m_sentence->minimumSizeHint().width();
    m_sentence->setFixedWidth(std::clamp(text, 0, std::max(0, widest - rest)));
    layout()->activate();
    const int width = std::min(widest, layout()->sizeHint().width());
    const int height =
        layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : layout()->sizeHint().height();
    setGeometry((over->width() - width) / 2, over->height() - height - metrics::grid * 5, width, height);
    raise();
}

void MessageStrip::show(const Message &message)
{
    const auto isSaidAlready = [&message](const Message &other) {
        return other.sentence == message.sentence && other.detail == message.detail && !other.action &&
               !other.dismissed && !other.brief;
    };
    if (!message.action && !message.dismissed && !message.brief &&
        std::ranges::any_of(m_waiting, isSaidAlready))
        return;
    // What is brief lies on top for its moment: after the answer to what stays it would be out of date. Only
    // what somebody is about to answer does not change under his hands.
    const bool isBriefShown = m_waiting.isEmpty() || m_waiting.first().brief;
    const bool isHeld = !isBriefShown && isAncestorOf(QApplication::focusWidget());
    m_waiting.removeIf([](const Message &other) { return other.brief; });
    m_waiting.insert(!message.brief ? m_waiting.size() : isHeld ? 1 : 0, message);
    if (isBriefShown || (message.brief && !isHeld))
        showNext();
}

void MessageStrip::showBriefly(const QString &sentence)
{
    offerBriefly(sentence, {}, {});
}

void MessageStrip::offerBriefly(const QString &sentence, const QString &actionText,
                                const std::function<void()> &action)
{
    show({sentence, {}, actionText, action, {}, true});
}

void MessageStrip::withdraw(const QString &sentence)
{
    const bool wasShown = !m_waiting.isEmpty() && m_waiting.first().sentence == sentence;
    m_waiting.removeIf([&sentence](const Message &message) { return message.sentence == sentence; });
    if (wasShown)
        showNext();
}

void MessageStrip::showNext()
{
    m_timer->stop();
    if (m_waiting.isEmpty()) {
        giveFocusBack();
        hide();
        return;
    }
    const Message &message = m_waiting.first();
    m_sentence->setText(message.sentence);
    setAccessibleName(message.sentence);
    if (message.actionText.isEmpty() && m_action->hasFocus())
        giveFocusBack();
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    m_details->setVisible(!message.detail.isEmpty());
    if (message.brief)
        m_timer->start(briefTime);
    place();
    setVisible(true);
    QAccessibleEvent alert(m_sentence, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageStrip::onFocusChanged(QWidget *before, const QWidget *now)
{
    if (isAncestorOf(before) || isAncestorOf(now))
        update();
    if (before && now && isAncestorOf(now) && !isAncestorOf(before))
        m_focusBefore = before;
}

// Before Qt looks for another place for it.
void MessageStrip::giveFocusBack()
{
    if (!isAncestorOf(QApplication::focusWidget()))
        return;
    const bool isThere = m_focusBefore && m_focusBefore->isVisible() && m_focusBefore->isEnabled();
    if (QWidget *next = isThere ? m_focusBefore : m_focusAfter)
        next->setFocus(Qt::PopupFocusReason);
}

void MessageStrip::answer(bool accepted)
{
    if (m_waiting.isEmpty())
        return;
    giveFocusBack();
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
    const QMessageBox &box = gui::showDetail(*window(), m_waiting.first().sentence, m_waiting.first().detail);
    connect(&box, &QDialog::finished, this, [this] {
        if (!m_waiting.isEmpty() && m_waiting.first().brief && !m_timer->isActive())
            m_timer->start(briefTime);
    });
}

} // namespace tusk::gui
