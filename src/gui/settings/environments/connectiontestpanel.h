// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/connectiontest.h"

#include <QElapsedTimer>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace tusk::gui
{

// A test of a connection, step by step as it goes: what was looked at, what was found, and what to do where
// it failed, with the technical detail behind a button.
class ConnectionTestPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionTestPanel(QWidget *parent = nullptr);
    ~ConnectionTestPanel() override;

    void start(const base::ConnectionSettings &settings); // the test before is forgotten
    void fail(const base::Error &error);                  // it could not begin
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_test.isRunning(); }

Q_SIGNALS:
    void ended();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void begin();
    void say(const QString &sentence); // what is waited for
    void add(const environments::StepReport &step);
    void end(const environments::ConnectionReport &report);
    void addRow(const QString &what, const QString &finding, environments::StepOutcome outcome);
    void addAdvice(const QString &advice, const QString &detail);
    QLabel *addLabel(const QString &text, int column);

    QLabel *m_title;
    QLabel *m_summary;
    QWidget *m_steps = nullptr; // of this test
    QGridLayout *m_rows = nullptr;
    int m_row = 0; // the next one
    QElapsedTimer m_time;
    environments::ConnectionTest m_test;
};

} // namespace tusk::gui
