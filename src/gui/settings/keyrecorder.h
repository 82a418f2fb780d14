// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace tusk::gui
{

// A field that takes the next key as it is, with what is held down beside it, instead of running or typing
// it. Esc and the loss of the focus cancel; Tab moves the focus.
class KeyRecorder final : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyRecorder(QWidget *parent = nullptr);

    // A key of the program's own, of what the keyboard sent: without the Shift that only made the sign.
    [[nodiscard]] static QKeySequence keyOf(const QKeyEvent &event); // empty: only Ctrl, Shift and the like

Q_SIGNALS:
    void recorded(const QKeySequence &key);
    void cancelled();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace tusk::gui
