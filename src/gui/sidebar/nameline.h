// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace tusk::gui
{

// A line for the name of something new: appears where it will stand, Enter makes it, Esc or leaving it empty
// takes it away.
class NameLine final : public QLineEdit
{
    Q_OBJECT

public:
    explicit NameLine(const QString &placeholder, QWidget *parent = nullptr); // hidden at first

    void ask();

Q_SIGNALS:
    void named(const QString &typed); // the line stays until close(), so that a wrong name can be mended

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace tusk::gui
