// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>

namespace tusk::gui
{

class ActionRegistry;
class EnvironmentPage;
class FirstRunPage;
class Settings;

// Asks at the very first run how the user wants to begin, once there is a database and it is empty. It blocks
// nothing: whoever just adds a todo has answered. It is never asked again.
class FirstRun final : public QObject
{
    Q_OBJECT

public:
    // A child of the page; settings must outlive it. Shows the question as soon as it is known that nothing
    // was done here before, and is gone after the answer.
    FirstRun(EnvironmentPage &page, Settings &settings);
    ~FirstRun() override;

    [[nodiscard]] static bool wasAsked(const Settings &settings);

Q_SIGNALS:
    void importWanted();
    void databaseWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askIfEmpty();
    void ask();
    void end();

    EnvironmentPage &m_page;
    Settings &m_settings;
    QPointer<FirstRunPage> m_question;
};

} // namespace tusk::gui
