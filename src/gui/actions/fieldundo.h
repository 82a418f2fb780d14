// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace tusk::gui
{

// Text fields take the keys of undo and redo even when there is nothing in them to take back. Then they shall
// reach the actions of the window: who has just added a todo takes that back, still in the field.
class FieldUndo final : public QObject
{
    Q_OBJECT

public:
    // Watches all fields of the application for its life.
    explicit FieldUndo(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tusk::gui
