// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <Qt>

class QAbstractItemView;
class QPoint;
class QWidget;

// Keys and mouse of a test, by the way of the desktop: they reach whatever has the focus or lies on top.
namespace tusk::tests::hands
{

// The window of this widget is minimised, as far as the widget is told of it.
void minimised(QWidget &widget);

void press(const QString &key); // "Ctrl+N"
void type(const QString &text);

// At a point of a widget, whatever covers it there.
void click(const QWidget &at, const QPoint &point, Qt::MouseButton button = Qt::LeftButton,
           Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void doubleClick(const QWidget &at, const QPoint &point);
void pull(const QWidget &what, const QPoint &way);
// Takes what lies at a point of a view and lets it go over another; whether that took it.
bool drag(QAbstractItemView &from, const QPoint &start, QAbstractItemView &to, const QPoint &end);
// Lets a file of another program go over a widget; whether that took it.
bool dropFile(const QString &path, QWidget &onto);

} // namespace tusk::tests::hands
