// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <chrono>
#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace tusk::gui
{

// One sentence above the lower edge of a widget, with what can be done about it; never a box that stops the
// work. Messages wait for each other: one that needs an answer stays until it is answered or dismissed, a
// brief one lies on top of it for its moment and gives way to whatever comes. What is said already and asks
// for nothing is not said twice.
class MessageStrip final : public QWidget
{
    Q_OBJECT

public:
    struct Message {
        QString sentence;
        QString detail;     // behind a button; empty: no button
        QString actionText; // empty: nothing to do but dismiss
        std::function<void()> action;
        std::function<void()> dismissed;
        bool brief = false; // goes by itself, but not from under the mouse or the focus
    };

    // Lies over that widget, and follows its size.
    explicit MessageStrip(QWidget *over);
    ~MessageStrip() override;

    // Gets the focus from a button that goes, where it is not known where the focus was before.
    void setFocusAfter(QWidget *widget) { m_focusAfter = widget; }

    void show(const Message &message);
    // Lasts some seconds: for what needs no answer.
    void showBriefly(const QString &sentence);
    void withdraw(const QString &sentence); // it is not so any more
    // How long what is brief is shown by every strip from now on; at the start 8 seconds.
    static void setBriefTime(std::chrono::milliseconds time);
    // The same with something that can be done as long as it is shown.
    void offerBriefly(const QString &sentence, const QString &actionText,
                      const std::function<void()> &action);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLayout();
    void showColors();
    void place();
    void showNext();
    void answer(bool accepted);
    void showDetail();
    void onFocusChanged(QWidget *before, const QWidget *now);
    void giveFocusBack();

    QList<Message> m_waiting; // the first is shown
    QLabel *m_sentence;
    QPushButton *m_action;
    QPushButton *m_details;
    QPushButton *m_dismiss;
    QTimer *m_timer;
    QPointer<QWidget> m_focusBefore;
    QPointer<QWidget> m_focusAfter;
    bool m_recoloring = false;
};

} // namespace tusk::gui
