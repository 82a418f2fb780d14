// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <Qt>

class QAbstractItemView;
class QMimeData;
class QModelIndex;
class QPoint;

namespace tusk::bench
{

// One notch of a mouse wheel over the rows; down is negative.
void turnWheel(QAbstractItemView &view, int notches);
void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); // in what has the focus
void typeLetter(char letter);
// Takes hold of a row and lets it go at once: all that beginning to drag costs.
void beginDragging(QAbstractItemView &view, const QModelIndex &row);
void dragOver(QAbstractItemView &view, const QPoint &point, QMimeData &data);
void drop(QAbstractItemView &view, const QPoint &point, QMimeData &data);

} // namespace tusk::bench
