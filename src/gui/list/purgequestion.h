// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <functional>

class QString;
class QWidget;

namespace tusk::gui
{

// Asks whether that many todos shall be deleted for good, and does it then. Does not wait for the answer.
void askToPurge(QWidget &window, int todos, const std::function<void()> &purge);

// Moves todos to the Trash. Many of them only after a question, where the environment is one that asks: its
// name, empty where it does not. Does not wait for the answer.
void trashOrAsk(QWidget &window, const QString &asksAs, qsizetype todos, const std::function<void()> &trash);

// Asks whether the import of that label shall be taken back in an environment, and does it then. Does not
// wait for the answer.
void askToTakeImportBack(QWidget &window, const QString &environment, const QString &label,
                         const std::function<void()> &takeBack);

} // namespace tusk::gui
