// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace tusk::gui
{

// The line for new todos. The Down key and Esc lead from it into the list; what is typed stays. Several lines
// are pasted as several todos, by key, by the menu or the mouse.
class QuickAddLine final : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

Q_SIGNALS:
    void left();
    void linesPasted(const QString &lines); // into the empty line, or dropped there

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // False where it is one line, or something stands in this one already: it goes the way of all text.
    bool takesLines(const QString &lines);
};

} // namespace tusk::gui
