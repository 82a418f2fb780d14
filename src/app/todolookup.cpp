// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/todolookup.h"

#include "app/databaseaccess.h"
#include "app/texts.h"
#include "domain/actionlabels.h"

#include <QRegularExpression>

#include <algorithm>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;
using domain::Todo;
using repository::TodoPage;

constexpr int mostCandidates = 5; // named when several todos fit
constexpr int allDigits = 32;

qsizetype digitsOf(const QString &typed)
{
    return typed.size() - typed.count(u'-');
}

Failure unknownId(const QString &typed)
{
    Failure failure = refusal(Text::tr("There is no todo with the id “%1”.").arg(typed));
    failure.error.kind = base::ErrorKind::NotFound;
    return failure;
}

Failure ambiguousId(const QString &typed, const QList<Todo> &todos)
{
    QStringList candidates;
    for (const Todo &todo : todos.first(std::min<qsizetype>(todos.size(), mostCandidates)))
        candidates.append(u"%1 “%2”"_s.arg(todo.id.toString(), domain::shortened(todo.title)));
    if (todos.size() > mostCandidates)
        candidates.append(u"…"_s);
    Failure failure = refusal(Text::tr("The id “%1” fits several todos, please type more of it: %2")
                                  .arg(typed, candidates.join(u", "_s)));
    failure.error.kind = base::ErrorKind::Ambiguous;
    return failure;
}

} // namespace

std::optional<Failure> checkIds(const QStringList &typed)
{
    static const QRegularExpression form(u"\\A[0-9A-Fa-f][0-9A-Fa-f-]*\\z"_s);
    for (const QString &id : typed) {
        if (!form.match(id).hasMatch() || digitsOf(id) > allDigits)
            return usageFailure(
                Text::tr("“%1” is not the id of a todo: ids consist of the digits 0-9 and a-f, as "
                         "“tusk list” shows them.")
                    .arg(id));
        if (digitsOf(id) < fewestIdDigits)
            return usageFailure(Text::tr("The id “%1” is too short: its first %2 digits are needed.")
                                    .arg(id)
                                    .arg(fewestIdDigits));
    }
    return std::nullopt;
}

void TodoLookup::find(const QStringList &typed, Found found)
{
    m_left = typed;
    m_todos.clear();
    m_found = std::move(found);
    findNext();
}

void TodoLookup::findNext()
{
    if (m_left.isEmpty()) {
        std::exchange(m_found, {})(m_todos);
        return;
    }
    const QString typed = m_left.takeFirst();
    m_access.persistently<TodoPage>(
        [this, typed](DatabaseAccess::Done<TodoPage> done) {
            m_access.reader().todosByPrefix(typed, mostCandidates + 1, m_access.inbox(), std::move(done));
        },
        [this, typed](const base::Result<TodoPage> &page) {
            const auto failure = page ? take(typed, page->todos) : failureFrom(page.error());
            if (failure)
                std::exchange(m_found, {})(*failure);
            else
                findNext();
        });
}

std::optional<Failure> TodoLookup::take(const QString &typed, const QList<Todo> &todos)
{
    if (todos.isEmpty())
        return unknownId(typed);
    if (todos.size() > 1)
        return ambiguousId(typed, todos);
    if (std::ranges::find(m_todos, todos.constFirst().id, &Todo::id) == m_todos.end())
        m_todos.append(todos.constFirst());
    return std::nullopt;
}

} // namespace tusk::app
