// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace tusk::gui
{

// Shift+F10 opens the menu of what has the focus, as the menu key does, which many keyboards lack; of the two
// Qt knows only that one here. Where the user gave the key to an action, it does that.
class ContextMenuKey final : public QObject
{
    Q_OBJECT

public:
    explicit ContextMenuKey(QWidget &window); // or a pop-up, which is one to Qt; owned by it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
};

} // namespace tusk::gui
