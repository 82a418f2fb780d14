// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envcopytask.h"

#include "app/catalogue.h"
#include "app/chosendatabase.h"
#include "app/installation.h"
#include "app/texts.h"
#include "app/todoprinter.h"
#include "base/paths.h"
#include "domain/actions.h"

#include <QJsonObject>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using base::Result;
using domain::CopyPlan;
using domain::CopySelection;
using domain::Todo;
using environments::EnvironmentProfile;
using environments::ProfileList;

QList<QCommandLineOption> EnvCopyTask::options()
{
    return {
        {u"list"_s,
         Text::tr("With copy: only the todos of this list, or of the Inbox; may be given more than once."),
         Text::tr("NAME")},
        {u"todo"_s, Text::tr("With copy: only this todo, with its subtasks; may be given more than once."),
         Text::tr("ID")},
    };
}

std::optional<Failure> EnvCopyTask::accept(const QCommandLineParser &typed, const QStringList &words)
{
    if (words.size() != 2)
        return usageFailure(Text::tr("From where to where? Please name both: tusk env copy FROM TO"));
    m_from = words.at(0);
    m_to = words.at(1);
    m_lists = typed.values(u"list"_s);
    m_ids = typed.values(u"todo"_s);
    m_onlyLook = typed.isSet(u"dry-run"_s);
    return checkIds(m_ids);
}

void EnvCopyTask::run(CommandContext &context, EnvTools &tools)
{
    m_context = &context;
    m_tools = &tools;
    const Result<domain::InstallationId> installation = installationId(base::stateFolder());
    if (!installation)
        return context.fail(failureFrom(installation.error()));
    m_installation = *installation;
    loadProfiles(context, tools, [this](const ProfileList &list) { begin(list); });
}

void EnvCopyTask::begin(const ProfileList &list)
{
    const EnvironmentProfile *from = list.findNamed(m_from);
    const EnvironmentProfile *to = list.findNamed(m_to);
    if (!from || !to)
        return m_context->fail(noSuchEnvironment(from ? m_to : m_from));
    if (from->id == to->id)
        return m_context->fail(usageFailure(Text::tr("These are the same environment; nothing was copied.")));
    m_target = *to;
    m_from = from->name;
    m_to = to->name;
    findEnd(*from, [this, target = *to](const CopyEnd &source) {
        findEnd(target, [this, source](const CopyEnd &found) { start(source, found); });
    });
}

void EnvCopyTask::findEnd(const EnvironmentProfile &profile, const Ended &found)
{
    if (profile.isPrivateServer())
        return found(copyEndOf(profile, {}));
    m_tools->secrets.resolver().resolve(
        profile,
        [this, profile, found](const Result<QString> &password) {
            if (password)
                found(copyEndOf(profile, *password));
            else
                m_context->fail({ExitCode::NoConnection, password.error()});
        },
        [this] { m_context->terminal().note(Text::tr("Your keyring asks for its password…")); });
}

void EnvCopyTask::start(const CopyEnd &from, const CopyEnd &to)
{
    m_copy = std::make_unique<TodoCopy>(from, to, m_installation, m_context->clock());
    QObject *copy = m_copy.get();
    QObject::connect(m_copy.get(), &TodoCopy::progressed, copy,
                     [this](const QString &sentence) { m_context->terminal().progress(sentence); });
    QObject::connect(m_copy.get(), &TodoCopy::planned, copy,
                     [this](const CopyPlan &plan) { takePlan(plan); });
    QObject::connect(m_copy.get(), &TodoCopy::copied, copy, [this](const std::optional<Failure> &shortfall) {
        print(m_plan);
        end(shortfall);
    });
    QObject::connect(m_copy.get(), &TodoCopy::failed, copy, [this](const Failure &failure) { end(failure); });
    m_copy->look([this](DatabaseAccess &source, const repository::OpeningState &state,
                        const TodoCopy::Chosen &chosen) { choose(source, state, chosen); });
}

void EnvCopyTask::choose(DatabaseAccess &source, const repository::OpeningState &state,
                         const TodoCopy::Chosen &chosen)
{
    CopySelection selection;
    if (!m_ids.isEmpty()) {
        m_lookup = std::make_unique<TodoLookup>(source);
        return m_lookup->find(m_ids, [chosen](const std::variant<QList<Todo>, Failure> &found) {
            if (const auto *failure = std::get_if<Failure>(&found))
                return chosen(*failure);
            CopySelection some{CopySelection::What::Todos, {}, {}};
            for (const Todo &todo : std::get<QList<Todo>>(found))
                some.todos.append(todo.id);
            chosen(some);
        });
    }
    const Catalogue catalogue(state.lists, state.tags);
    NameResolver names(catalogue);
    for (const QString &name : std::as_const(m_lists)) {
        const auto list = names.list(name, NameResolver::Unknown::Refused, {});
        if (!list)
            return chosen(refusal(Text::tr("“%1” has no list “%2”; nothing was copied.").arg(m_from, name)));
        selection.what = CopySelection::What::Lists;
        if (*list)
            selection.lists.append(**list);
        else
            selection.withInbox = true;
    }
    chosen(selection);
}

void EnvCopyTask::takePlan(const CopyPlan &plan)
{
    m_plan = plan;
    if (m_onlyLook || domain::isEmpty(plan.action)) {
        print(plan);
        return end();
    }
    const qsizetype todos = plan.added.size() + plan.changed.size();
    m_context->confirm(
        m_target,
        {environments::Destructive::Copy, todos, Text::tr("Copy %1 todos to “%2”?").arg(todos).arg(m_to),
         Text::tr("“%1” is an environment that asks before much is changed.").arg(m_to)},
        [this] { m_copy->carryOut(); }, [this](const Failure &failure) { end(failure); });
}

void EnvCopyTask::print(const CopyPlan &plan) const
{
    Terminal &terminal = m_context->terminal();
    if (m_context->json()) {
        JsonLines json(terminal);
        json.add({{u"from"_s, m_from},
                  {u"to"_s, m_to},
                  {u"added"_s, plan.added.size()},
                  {u"changed"_s, plan.changed.size()},
                  {u"same"_s, plan.same},
                  {u"in_trash"_s, plan.inTrash},
                  {u"copied"_s, !m_onlyLook}});
        json.end();
        return;
    }
    if (m_onlyLook) {
        for (const Todo &todo : plan.added)
            terminal.line(u"+ "_s + printable(todo.title));
        for (const domain::TodoChange &change : plan.changed)
            terminal.line(u"~ %1 (%2)"_s.arg(printable(change.after.title), domain::changedWords(change)));
    }
    terminal.line(Text::tr("new: %1, changed: %2, the same: %3")
                      .arg(plan.added.size())
                      .arg(plan.changed.size())
                      .arg(plan.same));
    if (plan.inTrash > 0)
        terminal.line(Text::tr("in the Trash there, and left in it: %1").arg(plan.inTrash));
}

void EnvCopyTask::end(const std::optional<Failure> &failure)
{
    m_copy->close([this, failure] {
        if (failure)
            m_context->fail(*failure);
        else
            m_context->finish();
    });
}

} // namespace tusk::app
