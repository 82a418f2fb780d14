// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/focusring.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTextEdit>

namespace tusk::gui
{

namespace
{

bool isField(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

// A field that fills a panel of its own says so with Qt's attribute for it.
bool fillsPanel(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) && !widget->testAttribute(Qt::WA_MacShowFocusRect);
}

bool wantsRing(const QWidget *widget)
{
    if (fillsPanel(widget))
        return false;
    return isField(widget) || qobject_cast<const QAbstractButton *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTabBar *>(widget);
}

// Areas do so themselves only where the focus was in them before.
void bringIntoView(QWidget &widget)
{
    for (QWidget *outer = widget.parentWidget(); outer; outer = outer->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(outer))
            area->ensureWidgetVisible(&widget);
    }
}

} // namespace

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::watch(QWidget *widget)
{
    if (!wantsRing(widget))
        return;
    widget->installEventFilter(this);
    if (widget->hasFocus() && isField(widget))
        moveTo(widget);
}

void FocusRing::forget(QWidget *widget)
{
    widget->removeEventFilter(this);
    if (ringed() == widget)
        moveTo(nullptr);
}

QWidget *FocusRing::ringed() const
{
    return m_frame ? m_frame->widget() : nullptr;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::FocusIn && widget) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
            reason == Qt::ShortcutFocusReason)
            m_byKeyboard = true;
        else if (reason == Qt::MouseFocusReason)
            m_byKeyboard = false;
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            bringIntoView(*widget);
        moveTo(m_byKeyboard || isField(widget) ? widget : nullptr);
    } else if (event->type() == QEvent::FocusOut && widget == ringed()) {
        moveTo(nullptr);
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::moveTo(QWidget *widget)
{
    if (!m_frame && widget)
        m_frame = new QFocusFrame(widget->window());
    if (m_frame)
        m_frame->setWidget(widget);
}

} // namespace tusk::gui
