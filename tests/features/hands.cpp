// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/hands.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QTest>
#include <QUrl>
#include <QWindow>

namespace tusk::tests::hands
{

namespace
{

QWindow *focusWindow()
{
    QWindow *window = QGuiApplication::focusWindow();
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (!window && other->isVisible() && !other->parentWidget()) {
            other->activateWindow(); // every desktop goes back to it when its dialog closes
            if (QTest::qWaitForWindowActive(other))
                window = other->windowHandle();
        }
    }
    if (!window)
        qWarning("no window has the focus");
    return window;
}

void sendMouse(QWidget &widget, QEvent::Type type, const QPoint &point, Qt::MouseButtons buttons)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, point, widget.mapToGlobal(point), button, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

// What the desktop would do; the platform of tests gives up every drag at once.
bool drop(QWidget &onto, const QPoint &point, const QMimeData &what)
{
    QDragEnterEvent enter(point, Qt::MoveAction, &what, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&onto, &enter);
    QDragMoveEvent move(point, Qt::MoveAction, &what, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&onto, &move);
    if (!move.isAccepted()) {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&onto, &leave);
        return false;
    }
    QDropEvent event(point, Qt::MoveAction, &what, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&onto, &event);
    return event.isAccepted();
}

// What the desktop makes of the menu key; the platform of tests does not.
void openMenuByKey()
{
    QWidget *widget = QApplication::focusWidget();
    const QPoint point = widget->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, point, widget->mapToGlobal(point));
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

void minimised(QWidget &widget)
{
    QHideEvent event;
    QSpontaneKeyEvent::setSpontaneous(&event);
    qApp->notify(&widget, &event); // sendEvent() would make it one of the program's own
}

void press(const QString &key)
{
    if (key == QStringLiteral("Menu")) {
        openMenuByKey();
        return;
    }
    const QKeySequence sequence = QKeySequence::fromString(key, QKeySequence::PortableText);
    if (sequence.count() != 1 || sequence[0].key() == Qt::Key_unknown)
        qFatal("no key is called %s", qPrintable(key));
    if (QWindow *window = focusWindow())
        QTest::keyClick(window, sequence[0].key(), sequence[0].keyboardModifiers());
}

void type(const QString &text)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype size = text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        const QString typed = text.mid(at, size);
        const char ascii = typed.at(0).toLatin1();
        QWindow *window = focusWindow();
        if (!window)
            return;
        if (ascii >= ' ' && ascii <= '~')
            QTest::keyClick(window, ascii);
        else
            QTest::sendKeyEvent(QTest::Click, window, Qt::Key_unknown, typed, Qt::NoModifier);
        at += size;
    }
}

void click(const QWidget &at, const QPoint &point, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseClick(at.window()->windowHandle(), button, modifiers, at.mapTo(at.window(), point));
}

void doubleClick(const QWidget &at, const QPoint &point)
{
    QTest::mouseDClick(at.window()->windowHandle(), Qt::LeftButton, Qt::NoModifier,
                       at.mapTo(at.window(), point));
}

void pull(const QWidget &what, const QPoint &way)
{
    QWindow *window = what.window()->windowHandle();
    const QPoint start = what.mapTo(what.window(), what.rect().center());
    QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, start);
    QTest::mouseMove(window, start + way / 2);
    QTest::mouseMove(window, start + way);
    QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, start + way);
}

bool drag(QAbstractItemView &from, const QPoint &start, QAbstractItemView &to, const QPoint &end)
{
    QWidget &viewport = *from.viewport();
    const QPoint away(0, QApplication::startDragDistance() + 1);
    sendMouse(viewport, QEvent::MouseButtonPress, start, Qt::LeftButton);
    sendMouse(viewport, QEvent::MouseMove, start + away, Qt::LeftButton);
    sendMouse(viewport, QEvent::MouseMove, start + 2 * away, Qt::LeftButton);
    const auto drags = from.findChildren<QDrag *>(); // the newest last; older ones go with the next event
    const bool taken = !drags.isEmpty() && drop(*to.viewport(), end, *drags.last()->mimeData());
    sendMouse(viewport, QEvent::MouseButtonRelease, start + 2 * away, Qt::NoButton);
    return taken;
}

bool dropFile(const QString &path, QWidget &onto)
{
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(path)});
    return drop(onto, onto.rect().center(), file);
}

} // namespace tusk::tests::hands
