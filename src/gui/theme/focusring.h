// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace tusk::gui
{

// Draws the focus ring around the control that has the focus, outside of it, so that controls need no room of
// their own for it: around fields always, around buttons when the focus came by the keyboard. Rows of views
// draw their own. What the Tab key comes to is scrolled to. One belongs to each style; on the GUI thread.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;
    Q_DISABLE_COPY_MOVE(FocusRing)

    // For every widget that the style polishes; those that want no ring are left alone.
    void watch(QWidget *widget);
    void forget(QWidget *widget);

    [[nodiscard]] QWidget *ringed() const; // around which it is shown now

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moveTo(QWidget *widget);

    QPointer<QFocusFrame> m_frame; // a child of the window that it is in, and goes with it
    bool m_byKeyboard = false;
};

} // namespace tusk::gui
