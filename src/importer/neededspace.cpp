// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/neededspace.h"

#include "importer/importjob.h"
#include "importer/source/sourcefailures.h"
#include "importer/write/spacecheck.h"

#include <algorithm>

namespace tusk::importer
{

using base::Result;

namespace
{

Result<qint64> sizeOfTexts(ImportSource &source, const ImportRequest &request, const std::stop_token &stop)
{
    auto sizes = source.file().query(textSizesOf(request.mapping, request.owners));
    if (!sizes)
        return sizes.error();
    qint64 sum = 0;
    while (true) {
        if (stop.stop_requested())
            return readingCancelled();
        const auto more = sizes->next();
        if (!more)
            return more.error();
        if (!*more)
            return sum;
        sum += sizes->value(0).toText().toLongLong();
    }
}

} // namespace

Result<NeededSpace> neededSpace(ImportSource &source, const ImportRequest &request,
                                const TodosToImport &todos, const std::stop_token &stop)
{
    // Texts are looked at only in a file that is large for so few todos: it may hold long notes, or much
    // else.
    const bool isUsual = source.snapshot().size() <= 2 * usualBytesOfTodo * todos.total;
    const auto texts = isUsual ? Result<qint64>(0) : sizeOfTexts(source, request, stop);
    if (!texts)
        return texts.error();
    const qint64 newTodos = std::max<qint64>(0, todos.total - todos.known);
    const double share = todos.total > 0 ? double(newTodos) / double(todos.total) : 0;
    return NeededSpace{newTodos, qint64(double(*texts) * share)};
}

} // namespace tusk::importer
