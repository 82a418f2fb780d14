// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace tusk::gui
{

// A panel that opens at a control and goes when it has been used, or with Esc, or by a click elsewhere. It
// deletes itself then; the focus goes back to where it was.
class PopUp : public QWidget
{
    Q_OBJECT

public:
    explicit PopUp(QWidget *anchor); // the control that it belongs to

    // Below the anchor, above where there is no room; within the window if it fits there, always on the
    // screen.
    void open();

Q_SIGNALS:
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

    // Whether the user gave up with Esc, when it closes.
    [[nodiscard]] bool wasLeft() const { return m_left; }
    // Before it closes without Esc: what was typed but not taken is taken here.
    virtual void takeTyped() {}

private:
    bool m_left = false;
    bool m_closing = false;
};

} // namespace tusk::gui
