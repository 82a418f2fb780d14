// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace tusk::gui
{

// The line for new todos. The Down key and Esc lead from it into the list; what is typed stays.
class QuickAddLine final : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tusk::gui
