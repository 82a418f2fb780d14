// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envcopytask.h"

#include "app/installation.h"
#include "app/texts.h"
#include "app/todoprinter.h"
#include "base/paths.h"
#include "domain/actions.h"

#include <QJsonObject>

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using base::Result;
using domain::Todo;
using domain::TodoFilter;
using environments::EnvironmentProfile;
using environments::ProfileList;
using repository::OpeningState;

namespace
{

repository::PageRequest shortPage(QDate today)
{
    repository::PageRequest page;
    page.today = today;
    page.limit = 1;
    return page;
}

} // namespace

QList<QCommandLineOption> EnvCopyTask::options()
{
    return {
        {u"list"_s, Text::tr("With copy: only the todos of this list; may be given more than once."),
         Text::tr("NAME")},
        {u"todo"_s, Text::tr("With copy: only this todo; may be given more than once."), Text::tr("ID")},
    };
}

std::optional<Failure> EnvCopyTask::accept(const QCommandLineParser &typed, const QStringList &words)
{
    if (words.size() != 2)
        return usageFailure(Text::tr("From where to where? Please name both: tusk env copy FROM TO"));
    m_from.name = words.at(0);
    m_to.name = words.at(1);
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
    loadProfiles(context, tools, [this](const ProfileList &list) {
        if (const auto failure = findSides(list))
            return m_context->fail(*failure);
        reach(m_from, [this] { openSource(); });
    });
}

std::optional<Failure> EnvCopyTask::findSides(const ProfileList &list)
{
    for (Side *side : {&m_from, &m_to}) {
        const EnvironmentProfile *found = list.findNamed(side->name);
        if (!found)
            return noSuchEnvironment(side->name);
        side->profile = *found;
    }
    if (m_from.profile.id == m_to.profile.id)
        return usageFailure(Text::tr("These are the same environment; nothing was copied."));
    return std::nullopt;
}

void EnvCopyTask::reach(Side &side, const Then &then)
{
    if (side.profile.isPrivateServer())
        return connect(side, std::nullopt, then);
    m_tools->secrets.resolver().resolve(
        side.profile,
        [this, &side, then](const Result<QString> &password) {
            if (password)
                connect(side, environments::connectionSettings(side.profile, *password), then);
            else
                end(Failure{ExitCode::NoConnection, password.error()});
        },
        [this] { m_context->terminal().note(Text::tr("Your keyring asks for its password…")); });
}

void EnvCopyTask::connect(Side &side, std::optional<base::ConnectionSettings> settings, const Then &then)
{
    side.access = std::make_unique<DatabaseAccess>(std::move(settings), m_context->clock());
    QObject::connect(side.access.get(), &DatabaseAccess::progressed, side.access.get(),
                     [this](const QString &sentence) { m_context->terminal().progress(sentence); });
    side.access->reach([this, &side, then](const std::optional<Failure> &failure) {
        if (failure)
            return end(failure);
        side.reader =
            std::make_unique<repository::ContentsReader>(side.access->reader(), m_context->clock().today());
        then();
    });
}

template <class T>
std::function<void(Result<T>)> EnvCopyTask::orEnd(std::function<void(T)> then)
{
    return [this, then = std::move(then)](Result<T> result) {
        if (result)
            then(std::move(*result));
        else
            end(failureFrom(result.error()));
    };
}

// It is not brought up: what is read is left as it is.
void EnvCopyTask::openSource()
{
    m_from.access->persistently<OpeningState>(
        [this](const DatabaseAccess::Done<OpeningState> &done) {
            m_from.access->reader().open(m_installation, shortPage(m_context->clock().today()),
                                         m_from.access->inbox(), done);
        },
        orEnd<OpeningState>([this](OpeningState state) {
            m_from.state = std::move(state);
            m_contents.lists = m_from.state.lists;
            m_contents.tags = m_from.state.tags;
            readSource();
        }));
}

void EnvCopyTask::readSource()
{
    if (!m_ids.isEmpty()) {
        m_lookup = std::make_unique<TodoLookup>(*m_from.access);
        return m_lookup->find(m_ids, [this](const std::variant<QList<Todo>, Failure> &found) {
            if (const auto *failure = std::get_if<Failure>(&found))
                end(*failure);
            else
                takeSource(std::get<QList<Todo>>(found));
        });
    }
    for (const QString &name : std::as_const(m_lists)) {
        const Catalogue catalogue(m_contents.lists, m_contents.tags);
        if (!catalogue.listNamed(name))
            return end(
                refusal(Text::tr("“%1” has no list “%2”; nothing was copied.").arg(m_from.name, name)));
    }
    m_from.reader->readPlaces(
        {TodoFilter::at(TodoFilter::Place::All), TodoFilter::at(TodoFilter::Place::Completed)},
        orEnd<QList<Todo>>([this](const QList<Todo> &todos) { takeSource(todos); }));
}

void EnvCopyTask::takeSource(const QList<Todo> &todos)
{
    const Catalogue catalogue(m_contents.lists, m_contents.tags);
    const auto isWanted = [this, &catalogue](const Todo &todo) {
        return std::ranges::any_of(m_lists, [&](const QString &name) {
            return todo.list && todo.list == catalogue.listNamed(name)->id;
        });
    };
    for (const Todo &todo : todos) {
        if (!m_ids.isEmpty() || m_lists.isEmpty() || isWanted(todo))
            m_contents.todos.append(todo);
    }
    reach(m_to, [this] { openTarget(); });
}

void EnvCopyTask::openTarget()
{
    m_to.access->open(m_installation, shortPage(m_context->clock().today()),
                      orEnd<OpeningState>([this](OpeningState state) {
                          m_to.state = std::move(state);
                          QList<domain::TodoId> ids;
                          for (const Todo &todo : std::as_const(m_contents.todos))
                              ids.append(todo.id);
                          m_to.reader->readTodos(
                              ids, orEnd<QList<Todo>>([this](const QList<Todo> &there) { plan(there); }));
                      }));
}

void EnvCopyTask::plan(const QList<Todo> &there)
{
    if (m_to.state.database == m_from.state.database)
        return end(refusal(Text::tr("Both are the same database; nothing was copied.")));
    m_plan = domain::planCopy(m_contents, {there, m_to.state.lists, m_to.state.tags},
                              Text::tr("Copy from “%1”").arg(m_from.profile.name), m_context->clock().now());
    if (m_onlyLook || domain::isEmpty(m_plan.action)) {
        print();
        return end();
    }
    copy();
}

void EnvCopyTask::copy()
{
    m_sender = std::make_unique<ActionSender>(*m_to.access, m_installation);
    m_sender->send(m_plan.action, [this](const std::variant<repository::ActionAnswer, Failure> &sent) {
        if (const auto *failure = std::get_if<Failure>(&sent))
            return end(*failure);
        print();
        end(shortfallOf(m_plan.action, std::get<repository::ActionAnswer>(sent)));
    });
}

void EnvCopyTask::print() const
{
    Terminal &terminal = m_context->terminal();
    if (m_context->json()) {
        JsonLines json(terminal);
        json.add({{u"from"_s, m_from.profile.name},
                  {u"to"_s, m_to.profile.name},
                  {u"added"_s, m_plan.added.size()},
                  {u"changed"_s, m_plan.changed.size()},
                  {u"same"_s, m_plan.same},
                  {u"copied"_s, !m_onlyLook}});
        json.end();
        return;
    }
    if (m_onlyLook) {
        for (const Todo &todo : m_plan.added)
            terminal.line(u"+ "_s + printable(todo.title));
        for (const Todo &todo : m_plan.changed)
            terminal.line(u"~ "_s + printable(todo.title));
    }
    terminal.line(Text::tr("new: %1, changed: %2, the same: %3")
                      .arg(m_plan.added.size())
                      .arg(m_plan.changed.size())
                      .arg(m_plan.same));
}

void EnvCopyTask::end(const std::optional<Failure> &failure)
{
    const auto finish = [this, failure] {
        if (failure)
            m_context->fail(*failure);
        else
            m_context->finish();
    };
    const auto closeSource = [this, finish] {
        if (m_from.access)
            m_from.access->close(finish);
        else
            finish();
    };
    // From the event loop: whoever called may belong to what is closed.
    m_tools->inbox.address().post([this, closeSource] {
        m_from.reader.reset();
        m_to.reader.reset();
        if (m_to.access)
            m_to.access->close(closeSource);
        else
            closeSource();
    });
}

} // namespace tusk::app
