// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>
#include <QString>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace tusk::gui
{

// One sentence at the bottom of the window, with what can be done about it; never a box that stops the work.
// Messages wait for each other; the one shown stays until it is answered or dismissed.
class MessageStrip final : public QFrame
{
    Q_OBJECT

public:
    struct Message {
        QString sentence;
        QString detail;     // behind a button; empty: no button
        QString actionText; // empty: nothing to do but dismiss
        std::function<void()> action;
        std::function<void()> dismissed;
    };

    explicit MessageStrip(QWidget *parent = nullptr);

    void show(const Message &message);
    // Lasts some seconds: for what needs no answer.
    void showBriefly(const QString &sentence);

private:
    void showNext();
    void answer(bool accepted);
    void showDetail();

    QList<Message> m_waiting; // the first is shown
    QLabel *m_sentence;
    QPushButton *m_action;
    QPushButton *m_details;
    QPushButton *m_dismiss;
    QTimer *m_timer;
};

} // namespace tusk::gui
