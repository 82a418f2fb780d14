// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>
#include <QPointer>

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
    void leave(); // the focus is again where it was

Q_SIGNALS:
    void named(const QString &typed); // the line stays until leave(), so that a wrong name can be mended

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QPointer<QWidget> m_focusBefore;
};

} // namespace tusk::gui
