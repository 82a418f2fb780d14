// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QPushButton;

namespace tusk::gui
{

// Where a file is let go, and a button for those who would rather look for it.
class DropArea final : public QWidget
{
    Q_OBJECT

public:
    explicit DropArea(QWidget *parent = nullptr);

    [[nodiscard]] QPushButton &button() const { return *m_button; }
    void setHovered(bool hovered); // something that can be taken is over it

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *m_button;
    bool m_hovered = false;
};

} // namespace tusk::gui
