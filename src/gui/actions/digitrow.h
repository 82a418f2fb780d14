// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QAction;
class QKeyEvent;
class QWidget;

namespace tusk::gui
{

class ActionRegistry;

// Keys with the digits 1 to 9 are meant by their place: on a French keyboard that row has digits with Shift
// only, and without it signs. So Ctrl and the first of these keys is Ctrl+1 wherever no action has what
// stands on the key. In layouts with digits on the row it makes no difference.
class DigitRow final : public QObject
{
    Q_OBJECT

public:
    // actions and window must outlive it.
    DigitRow(const ActionRegistry &actions, QWidget &window, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QAction *meant(const QKeyEvent &key) const;

    const ActionRegistry &m_actions;
    QWidget &m_window;
    quint32 m_taken = 0; // the key whose press is awaited
};

} // namespace tusk::gui
