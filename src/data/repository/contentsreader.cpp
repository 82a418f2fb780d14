// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/contentsreader.h"

#include <utility>

namespace tusk::repository
{

namespace
{

constexpr int pageSize = 1000;

} // namespace

ContentsReader::ContentsReader(TodoReader &reader)
    : m_reader(reader)
{
}

void ContentsReader::readTodos(const QList<domain::TodoId> &ids, const Done &done)
{
    m_ids = ids;
    m_todos.clear();
    m_done = done;
    readNextIds();
}

void ContentsReader::readNextIds()
{
    if (m_ids.isEmpty())
        return answer(std::exchange(m_todos, {}));
    const QList<domain::TodoId> some = m_ids.mid(0, pageSize);
    m_ids.remove(0, some.size());
    m_reader.todos(some, m_inbox, [this](const base::Result<TodoPage> &page) {
        if (!page)
            return answer(page.error());
        m_todos.append(page->todos);
        tell();
        readNextIds();
    });
}

void ContentsReader::tell() const
{
    if (m_tell)
        m_tell(m_todos.size());
}

void ContentsReader::answer(const base::Result<QList<domain::Todo>> &result)
{
    const Done done = std::exchange(m_done, {});
    done(result);
}

} // namespace tusk::repository
