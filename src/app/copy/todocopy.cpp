// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/copy/todocopy.h"

#include "app/unsentfolder.h"
#include "domain/actions.h"
#include "environments/environmentprofile.h"

#include <utility>

namespace tusk::app
{

using base::Result;
using domain::Contents;
using domain::CopySelection;
using domain::Todo;
using repository::OpeningState;

namespace
{

constexpr qsizetype manyTodos = 1'000; // which take a moment in the database

repository::PageRequest shortPage(QDate today)
{
    repository::PageRequest page;
    page.today = today;
    page.limit = 1;
    return page;
}

QList<domain::TodoId> idsAndParents(const QList<Todo> &todos)
{
    QList<domain::TodoId> ids;
    for (const Todo &todo : todos) {
        ids.append(todo.id);
        if (todo.parent)
            ids.append(*todo.parent);
    }
    return ids;
}

} // namespace

CopyEnd copyEndOf(const environments::EnvironmentProfile &profile, const QString &password)
{
    CopyEnd end;
    end.name = profile.name;
    if (!profile.isPrivateServer())
        end.settings = environments::connectionSettings(profile, password);
    end.folder = unsentFolder(profile);
    end.address = rememberedAddress(profile);
    return end;
}

TodoCopy::TodoCopy(CopyEnd from, CopyEnd to, domain::InstallationId installation, const base::Clock &clock)
    : m_from{std::move(from), {}, {}, {}}
    , m_to{std::move(to), {}, {}, {}}
    , m_installation(installation)
    , m_clock(clock)
{
}

TodoCopy::~TodoCopy() = default;

void TodoCopy::look(const Choice &choice)
{
    if (m_to.end.settings && m_to.end.settings->readOnly)
        return fail(refusal(tr("“%1” is set to read only; nothing was copied.").arg(m_to.end.name)));
    reach(m_from, [this, choice] {
        open(m_from, orFail<OpeningState>(m_from, [this, choice](const OpeningState &state) {
                 choice(*m_from.access, state, [this](const std::variant<CopySelection, Failure> &chosen) {
                     if (const auto *failure = std::get_if<Failure>(&chosen))
                         fail(*failure);
                     else
                         readSource(std::get<CopySelection>(chosen));
                 });
             }));
    });
}

void TodoCopy::reach(Side &side, const Then &then)
{
    side.access = std::make_unique<DatabaseAccess>(side.end.settings, m_clock);
    side.access->rememberAs(side.end.folder, side.end.address);
    connect(side.access.get(), &DatabaseAccess::progressed, this, &TodoCopy::progressed);
    Q_EMIT progressed(tr("Connecting to “%1”…").arg(side.end.name));
    side.access->reach([this, &side, then](const std::optional<Failure> &failure) {
        if (failure)
            return fail(side, *failure);
        side.snapshot = std::make_unique<repository::SnapshotReader>(side.access->session());
        then();
    });
}

std::function<void(qsizetype)> TodoCopy::progressOf(const Side &side)
{
    return [this, name = side.end.name](qsizetype count) {
        Q_EMIT progressed(tr("Reading “%1”: %Ln todo(s)", nullptr, static_cast<int>(count)).arg(name));
    };
}

void TodoCopy::open(Side &side, const DatabaseAccess::Done<OpeningState> &done,
                    DatabaseAccess::OlderSchema older)
{
    side.access->open(
        m_installation, shortPage(m_clock.today()),
        [&side, done](const Result<OpeningState> &state) {
            if (state)
                side.state = *state;
            done(state);
        },
        older);
}

void TodoCopy::readSource(const CopySelection &selection)
{
    m_from.snapshot->read(selection, progressOf(m_from),
                          orFail<Contents>(m_from, [this](const Contents &contents) {
                              m_contents = contents;
                              reach(m_to, [this] { openTarget(); });
                          }));
}

void TodoCopy::openTarget()
{
    open(m_to, [this](const Result<OpeningState> &state) {
        if (state)
            readTarget();
        else if (state.error().kind == base::ErrorKind::SchemaMissing)
            lookForTables(state.error());
        else
            fail(m_to, failureFrom(state.error()));
    });
}

// Without tables everything is new there. Older ones cannot be compared with.
void TodoCopy::lookForTables(const base::Error &missing)
{
    m_to.access->schema().plan(
        orFail<migration::MigrationPlan>(m_to, [this, missing](const migration::MigrationPlan &found) {
            m_targetIsEmpty = found.current == 0;
            if (m_targetIsEmpty)
                return plan();
            base::Error error = missing;
            error.sentence = tr("The tables of “%1” are older than this Tusk; open it once, so that they are "
                                "brought up to date, and copy then.")
                                 .arg(m_to.end.name);
            fail(failureFrom(error));
        }));
}

// A branch or a restored copy of a database has its identity, but another address.
void TodoCopy::readTarget()
{
    if (m_to.state.database == m_from.state.database && m_to.end.address == m_from.end.address)
        return fail(refusal(tr("Both are the same database; nothing was copied.")));
    m_to.snapshot->readThere(idsAndParents(m_contents.todos), progressOf(m_to),
                             orFail<Contents>(m_to, [this](const Contents &there) {
                                 m_there = there;
                                 plan();
                             }));
}

void TodoCopy::plan()
{
    m_plan = domain::planCopy(m_contents, m_there, tr("Copy from “%1”").arg(m_from.end.name), m_clock.now());
    Q_EMIT planned(m_plan);
}

void TodoCopy::carryOut()
{
    Q_EMIT progressed(tr("Copying to “%1”…").arg(m_to.end.name));
    if (m_targetIsEmpty)
        open(m_to, orFail<OpeningState>(m_to, [this](const OpeningState &) { send(); }),
             DatabaseAccess::OlderSchema::BroughtUp);
    else
        send();
}

void TodoCopy::send()
{
    m_sender = std::make_unique<ActionSender>(*m_to.access, m_installation);
    m_sender->send(m_plan.action, [this](const std::variant<repository::ActionAnswer, Failure> &sent) {
        if (const auto *failure = std::get_if<Failure>(&sent))
            fail(m_to, *failure);
        else
            Q_EMIT copied(shortfallOf(m_plan.action, std::get<repository::ActionAnswer>(sent)));
    });
}

void TodoCopy::takeBack()
{
    Q_EMIT progressed(tr("Taking it back from “%1”…").arg(m_to.end.name));
    const domain::Action undo =
        m_plan.action.todos.size() > manyTodos
            ? domain::undoLongAction(m_plan.action.id, m_plan.action.label, m_clock.now())
            : domain::undoAction(m_plan.action.id, m_plan.action.label, m_clock.now());
    m_sender->send(undo, [this, undo](const std::variant<repository::ActionAnswer, Failure> &sent) {
        if (const auto *failure = std::get_if<Failure>(&sent))
            fail(m_to, *failure);
        else if (const auto shortfall = shortfallOf(undo, std::get<repository::ActionAnswer>(sent)))
            fail(m_to, *shortfall);
        else
            Q_EMIT takenBack();
    });
}

template <class T>
std::function<void(const Result<T> &)> TodoCopy::orFail(const Side &side, std::function<void(const T &)> then)
{
    return [this, &side, then = std::move(then)](const Result<T> &result) {
        if (result)
            then(*result);
        else
            fail(side, failureFrom(result.error()));
    };
}

void TodoCopy::fail(const Side &side, const Failure &failure)
{
    Failure named = failure;
    QString &sentence = named.error.sentence;
    sentence = tr("“%1”: %2").arg(side.end.name, sentence);
    if (failure.error.kind == base::ErrorKind::OtherDatabase)
        sentence += u' ' + tr("If it is the right one, say so: open the environment in the window and choose "
                              "“Use it from now on”, or run “tusk env edit --accept-database” for it.");
    fail(named);
}

void TodoCopy::fail(const Failure &failure)
{
    Q_EMIT failed(failure);
}

void TodoCopy::close(std::function<void()> closed)
{
    disconnect();
    const auto closeSource = [this, closed = std::move(closed)] {
        if (m_from.access)
            m_from.access->close(closed);
        else
            closed();
    };
    // From the event loop: whoever called may belong to what is closed.
    m_inbox.address().post([this, closeSource] {
        m_from.snapshot.reset();
        m_to.snapshot.reset();
        m_sender.reset();
        if (m_to.access)
            m_to.access->close(closeSource);
        else
            closeSource();
    });
}

} // namespace tusk::app
