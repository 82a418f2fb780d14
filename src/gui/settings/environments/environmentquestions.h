// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace tusk::environments
{
struct EnvironmentProfile;
struct ImportPreview;
} // namespace tusk::environments

namespace tusk::gui
{

struct EnvironmentQuestion {
    QString title;
    QString question;
    QString more; // below it
    QString yes;  // what the button says; the other one is Cancel
};

// Above the window, without waiting; then is not called where the answer is no, or the window is gone first.
void ask(QWidget &window, const EnvironmentQuestion &question, const std::function<void()> &then);

// What an import of .env files would do, line by line.
[[nodiscard]] QString previewText(const environments::ImportPreview &preview);
// before: the environments as they are.
[[nodiscard]] EnvironmentQuestion importQuestion(const environments::ImportPreview &preview,
                                                 const QList<environments::EnvironmentProfile> &before);

} // namespace tusk::gui
