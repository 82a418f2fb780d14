// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exporter/exportedtodo.h"
#include "exporter/exportformat.h"

#include <QByteArray>

#include <memory>

namespace tusk::exporter
{

// Writes todos in one format: begin(), add() for each, end(). What it gives are the bytes of the file, one
// after another. Thread: one.
class TodoWriter
{
public:
    TodoWriter() = default;
    virtual ~TodoWriter() = default;
    Q_DISABLE_COPY_MOVE(TodoWriter)

    [[nodiscard]] virtual QByteArray begin(const ExportHeader &header) = 0;
    [[nodiscard]] virtual QByteArray add(const ExportedTodo &todo) = 0;
    [[nodiscard]] virtual QByteArray end() = 0;
};

[[nodiscard]] std::unique_ptr<TodoWriter> writerFor(ExportFormat format);

[[nodiscard]] std::unique_ptr<TodoWriter> makeJsonWriter();
[[nodiscard]] std::unique_ptr<TodoWriter> makeCsvWriter();
[[nodiscard]] std::unique_ptr<TodoWriter> makeICalendarWriter();
[[nodiscard]] std::unique_ptr<TodoWriter> makeTodoTxtWriter();
[[nodiscard]] std::unique_ptr<TodoWriter> makeMarkdownWriter();

// “2026-01-12”, “2026-01-12 10:00:00 Europe/Berlin”; empty for none.
[[nodiscard]] QByteArray textOf(const ExportedMoment &moment);

} // namespace tusk::exporter
