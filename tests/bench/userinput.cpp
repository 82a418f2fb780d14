// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "userinput.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDrag>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QMouseEvent>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

namespace tusk::bench
{

namespace
{

constexpr int notch = 120; // eighths of a degree

void sendMouse(QWidget &target, QEvent::Type type, const QPoint &point)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, QPointF(point), QPointF(target.mapToGlobal(point)), button, held, Qt::NoModifier);
    QApplication::sendEvent(&target, &event);
}

} // namespace

void turnWheel(QAbstractItemView &view, int notches)
{
    QWidget &target = *view.viewport();
    const QPointF middle(target.rect().center());
    QWheelEvent event(middle, target.mapToGlobal(middle), {}, {0, notches * notch}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&target, &event);
}

void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void typeLetter(char letter)
{
    QTest::keyClick(QApplication::focusWidget(), letter);
}

void beginDragging(QAbstractItemView &view, const QModelIndex &row)
{
    QWidget &target = *view.viewport();
    const QPoint from = view.visualRect(row).center();
    const int far = 2 * QApplication::startDragDistance();
    sendMouse(target, QEvent::MouseButtonPress, from);
    // The drag runs an event loop of its own, in which this comes first.
    QTimer::singleShot(0, &view, &QDrag::cancel);
    sendMouse(target, QEvent::MouseMove, from + QPoint(0, far));
    sendMouse(target, QEvent::MouseMove, from + QPoint(0, 2 * far));
    sendMouse(target, QEvent::MouseButtonRelease, from);
}

void dragOver(QAbstractItemView &view, const QPoint &point, QMimeData &data)
{
    QDragMoveEvent event(point, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view.viewport(), &event);
}

void drop(QAbstractItemView &view, const QPoint &point, QMimeData &data)
{
    QDragEnterEvent enter(point, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view.viewport(), &enter);
    QDropEvent event(QPointF(point), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view.viewport(), &event);
}

} // namespace tusk::bench
