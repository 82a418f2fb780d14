// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tusk::gui
{

class EnvironmentButton;
class MenuButton;

// What is in the window while there are no todos of an environment to show: what is waited for, or why there
// are none.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    [[nodiscard]] MenuButton &menuButton() const { return *m_menuButton; }

    void setEnvironment(const QString &name, const QString &color);
    void showWaiting(const QString &sentence);
    void showKeyringAsking(const QString &sentence); // with a way to go on without it
    void showFailure(const base::Error &error);
    void askForPassword(const QString &sentence);

Q_SIGNALS:
    void retryWanted();
    void keyringCancelled();
    void passwordTyped(const QString &password);
    void environmentClicked(QWidget &button);

private:
    void makeLayout();
    void connectParts();
    void sendPassword();

    MenuButton *m_menuButton;
    QLabel *m_text;
    QLabel *m_detail;
    QLineEdit *m_password;
    QPushButton *m_connect;
    QPushButton *m_retry;
    QPushButton *m_cancel;
    QPushButton *m_showDetail;
    EnvironmentButton *m_environment;
};

} // namespace tusk::gui
