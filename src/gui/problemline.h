// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tusk::gui
{

// Why something did not work, in a form: one sentence, with the technical detail behind a button. Hidden as
// long as there is no problem.
class ProblemLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemLine(QWidget *parent = nullptr);

    void showProblem(const base::Error &error);

private:
    QLabel *m_text;
    QPushButton *m_details;
    QString m_detail;
};

} // namespace tusk::gui
