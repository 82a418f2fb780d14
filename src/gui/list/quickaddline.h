// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace tusk::gui
{

// The line for new todos. The Down key and Esc lead from it into the list; what is typed stays. Several lines
// are pasted as several todos.
class QuickAddLine final : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

Q_SIGNALS:
    void left();
    void linesPasted(); // into the empty line; they are in the clipboard

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tusk::gui
