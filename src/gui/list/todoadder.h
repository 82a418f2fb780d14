// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/todofilter.h"

#include <QObject>

#include <functional>
#include <optional>

namespace tusk::models
{
class TodoTableModel;
class Workspace;
} // namespace tusk::models

namespace tusk::gui
{

class QuickAddLine;

// Makes todos of what is typed into the line above the list, and of lines that are pasted.
class TodoAdder final : public QObject
{
    Q_OBJECT

public:
    // All must outlive the adder.
    TodoAdder(models::Workspace &workspace, const models::TodoTableModel &todos, QuickAddLine &line,
              QObject *parent = nullptr);

    // Asked for the list of new todos in a place that says nothing of it, as Today does.
    void setDefaultList(std::function<std::optional<domain::ListId>()> list);

    // Whether a todo that is added would be seen in that place.
    [[nodiscard]] static bool makesSenseIn(const domain::TodoFilter &place);

    // Puts a title back into the line, for what could not be saved. False where something is being typed
    // there. gone: it was added or cleared.
    bool offer(const QString &title, const std::function<void()> &gone);
    void addTyped();
    void addLines(const QString &text); // a todo for each

Q_SIGNALS:
    void rejected(const tusk::base::Error &error);
    void noticed(const QString &sentence);
    void added(const QList<QUuid> &todos);

private:
    void add(const QStringList &titles);
    void onTextChanged(const QString &text);

    models::Workspace &m_workspace;
    const models::TodoTableModel &m_todos;
    QuickAddLine &m_line;
    std::function<std::optional<domain::ListId>()> m_defaultList;
    std::function<void()> m_offeredGone;
};

} // namespace tusk::gui
