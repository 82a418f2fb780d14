// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPointer>
#include <QToolButton>

class QMenu;

namespace tusk::gui
{

// A button that opens a menu below itself. Qt's own way to do that runs an event loop of its own until the
// menu is closed.
class MenuButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit MenuButton(QWidget *parent = nullptr);

    // Not owned; null: none.
    void setContents(QMenu *menu);
    // Below the button, its first entry chosen: for the keyboard. Nothing without contents.
    void openByKey();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void open();

    QPointer<QMenu> m_contents;
};

} // namespace tusk::gui
