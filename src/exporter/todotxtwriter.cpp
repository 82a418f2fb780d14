// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/todotxtline.h"
#include "exporter/todowriter.h"

namespace tusk::exporter
{

namespace
{

constexpr qsizetype dayLength = 10; // of an instant

domain::TodoTxtLine::Moment momentOf(const ExportedMoment &moment)
{
    return {moment.date, moment.time, moment.zone};
}

class TodoTxtWriter final : public TodoWriter
{
public:
    QByteArray begin(const ExportHeader &) override { return {}; }

    QByteArray add(const ExportedTodo &todo) override
    {
        domain::TodoTxtLine line{.id = todo.id,
                                 .title = QString::fromUtf8(todo.title),
                                 .tags = todo.tags,
                                 .priority = todo.priority,
                                 .due = momentOf(todo.due),
                                 .start = momentOf(todo.start),
                                 .repeat = todo.repeat,
                                 .parent = todo.parent,
                                 .completedOn = todo.completedAt.left(dayLength),
                                 .createdOn = todo.createdAt.left(dayLength),
                                 // So that an import knows which todos were changed in Tusk since.
                                 .updatedAt = todo.updatedAt};
        if (todo.list)
            line.list = QString::fromUtf8(*todo.list);
        return todoTxtText(line) + '\n';
    }

    QByteArray end() override { return {}; }
};

} // namespace

std::unique_ptr<TodoWriter> makeTodoTxtWriter()
{
    return std::make_unique<TodoTxtWriter>();
}

} // namespace tusk::exporter
