// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"
#include "domain/todolist.h"
#include "gui/palette/palette.h"

namespace tusk::models
{
class TodoCommands;
class Workspace;
} // namespace tusk::models

namespace tusk::gui
{

class ActionRegistry;
class EnvironmentPage;

// What the palette is asked for. Everything that is passed must outlive the question.

// Every action that can be done, every list, every tag; todos are searched. page: null before there is one.
[[nodiscard]] PaletteQuestion anythingQuestion(const ActionRegistry &actions, EnvironmentPage *page);
// As rows of that: choosing one shows it in its place.
[[nodiscard]] QList<PaletteItem> todoItems(EnvironmentPage &page, const QList<domain::Todo> &todos);

// About some todos.
struct PaletteSubject {
    const models::Workspace &workspace;
    const models::TodoCommands &commands;
    QList<domain::Todo> todos;
};
// A name that no list has becomes a new one.
[[nodiscard]] PaletteQuestion listQuestion(const PaletteSubject &subject);
// Tags that all of them have are taken away; a name that no tag has becomes a new one.
[[nodiscard]] PaletteQuestion tagQuestion(const PaletteSubject &subject);
// Of a list: chosen gets the colour as it is stored.
[[nodiscard]] PaletteQuestion colorQuestion(const domain::TodoList &list,
                                            const std::function<void(const QString &color)> &chosen);

} // namespace tusk::gui
