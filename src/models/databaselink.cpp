// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/databaselink.h"

#include "base/clock.h"
#include "base/logging.h"
#include "data/migration/migrationcatalog.h"
#include "data/migration/migrationfailures.h"
#include "data/migration/migrationrunner.h"
#include "data/repository/knowndatabase.h"
#include "data/repository/pgactionwriter.h"
#include "data/repository/pgtodoreader.h"
#include "data/repository/unsentactions.h"
#include "data/session/databasesession.h"
#include "data/session/retrypolicy.h"
#include "models/workspace.h"

#include <QSet>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

namespace tusk::models
{

namespace
{

using session::SessionState;

constexpr int mostFailures = 5; // of opening, by a server that answers

base::Error stoppedError()
{
    base::Error error;
    error.kind = base::ErrorKind::Cancelled;
    error.sentence =
        DatabaseLink::tr("Connecting was given up; what is not saved yet is kept on this computer.");
    return error;
}

} // namespace

struct DatabaseLink::Private {
    Private(DatabaseLink &link, Options linkOptions, const base::Clock &clock)
        : q(link)
        , options(std::move(linkOptions))
        , session(options.settings, options.certificateJudge)
        , catalog(migration::MigrationCatalog::compiledIn())
        , reader(session, catalog)
        , writer(session)
        , known(options.unsentFolder, options.address)
        , unsent(options.unsentFolder, options.address)
        , workspace(reader, writer, unsent, clock, options.installation)
    {
    }

    void setState(State newState, const base::Error &newError = {});
    [[nodiscard]] base::Error reasonSoFar() const;
    void setStandby(bool isNow);
    void tellOfStandby();
    void onSessionState(SessionState sessionState);
    [[nodiscard]] bool isBroughtBack(bool byUser);
    void findUnsent();
    void openWorkspace();
    void giveUpOpening();
    void onOpeningState(int attempt, const base::Result<repository::OpeningState> &state);
    void loadUnsent(int attempt, const repository::OpeningState &state);
    void onSchemaMissing(const base::Error &reason);
    void bringUp(const base::Error &reason);
    void retryOpening(const base::Error &reason);
    void openPlanned();
    void leaveItToTheUser(const base::Error &reason);
    [[nodiscard]] std::function<base::Result<void>()> backupOnce() const;
    void refuseDatabase();
    void tellDamage(int records, const QStringList &copies);
    void emptyTrash();
    void migrate();

    DatabaseLink &q;
    Options options;
    session::DatabaseSession session;
    base::Result<migration::MigrationCatalog> catalog;
    repository::PgTodoReader reader;
    repository::PgActionWriter writer;
    repository::KnownDatabase known;
    repository::UnsentActions unsent;
    Workspace workspace;
    base::Inbox inbox;
    session::RetryPolicy retryPolicy{{}};
    QTimer retry; // of opening, after it failed
    State state = State::Idle;
    base::Error error;
    bool standby = false;
    bool opening = false;
    bool searched = false; // for unsent actions of earlier runs
    bool bound = false;    // to the database that is there, which finds them too
    bool retried = false;  // opening, over a connection that broke
    int failures = 0;      // of opening, in a row, by a server that answers
    bool agreed = false;   // the user has said that the schema may be brought up
    // Once is enough, however often bringing it up fails: only a few copies are kept.
    std::shared_ptr<std::atomic<bool>> backedUp = std::make_shared<std::atomic<bool>>(false);
    int attempt = 0;       // at opening; what an earlier one has asked for comes too late
    bool migrated = false; // once is enough: a schema that is still missing then is an error
};

DatabaseLink::DatabaseLink(Options options, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(options), clock))
{
    d->retry.setSingleShot(true);
    connect(&d->retry, &QTimer::timeout, this, [this] { d->openWorkspace(); });
    connect(&d->session, &session::DatabaseSession::stateChanged, this,
            [this](SessionState state) { d->onSessionState(state); });
    connect(&d->session, &session::DatabaseSession::notified, this,
            [this](const QByteArray &payload) { d->workspace.announced(payload); });
    connect(&d->session, &session::DatabaseSession::listening, this, [this] {
        d->setStandby(false);
        Q_EMIT listeningFailureChanged();
        d->workspace.catchUp();
    });
    connect(&d->session, &session::DatabaseSession::listeningFailed, this,
            &DatabaseLink::listeningFailureChanged);
    connect(&d->session, &session::DatabaseSession::foundPooler, this, [this] {
        Q_EMIT listeningFailureChanged();
        Q_EMIT d->workspace.noticed(
            tr("A pooler is between Tusk and this database, so changes that are made elsewhere are "
               "not shown at once; name the address without pooler in the settings."));
    });
    connect(&d->session, &session::DatabaseSession::foundStandby, this, [this] { d->tellOfStandby(); });
    connect(&d->workspace, &Workspace::settled, this, [this](domain::ActionId, bool carriedOut) {
        if (carriedOut) // it was promoted, and is asked to listen later
            d->setStandby(false);
    });
    connect(&d->unsent, &repository::UnsentActions::damageFound, this,
            [this](int records, const QStringList &copies) { d->tellDamage(records, copies); });
    connect(&d->workspace, &Workspace::trashDue, this, [this] { d->emptyTrash(); });
    connect(&d->workspace, &Workspace::otherDatabase, this, [this] { d->refuseDatabase(); });
}

DatabaseLink::~DatabaseLink() = default;

void DatabaseLink::open()
{
    d->failures = 0;
    d->findUnsent();
    if (!d->isBroughtBack(true))
        d->session.open();
}

void DatabaseLink::close()
{
    d->giveUpOpening();
    d->session.close();
    d->workspace.connectionChanged(false);
    d->setState(State::Closed);
}

void DatabaseLink::retryNow()
{
    if (d->state != State::Failed && d->isBroughtBack(true))
        return;
    d->session.retryNow();
    d->openPlanned();
    if (d->state != State::Ready)
        return;
    if (d->session.isDeaf())
        d->workspace.catchUp(); // nobody tells of what was changed elsewhere
    Q_EMIT d->workspace.retryWanted();
}

void DatabaseLink::tryAgain()
{
    if (d->state == State::Failed)
        return open();
    d->session.listenAgain();
    retryNow();
}

void DatabaseLink::networkChanged()
{
    if (d->session.state() != SessionState::Connected)
        d->session.retryNow();
    else
        d->openPlanned();
}

void DatabaseLink::broughtBack(const base::Result<void> &result)
{
    const SessionState now = d->session.state();
    const bool rests = now == SessionState::Closed || now == SessionState::Failed;
    if (d->state == State::Closed || now == SessionState::Connected)
        return;
    if (!result)
        d->setState(rests ? State::Failed : State::Offline, result.error());
    else if (!rests)
        d->session.retryNow();
    else if (d->state == State::Connecting) // not where the user has given up meanwhile
        d->session.open();
}

void DatabaseLink::stop()
{
    d->giveUpOpening();
    d->session.close();
    d->workspace.connectionChanged(false);
    d->setState(State::Failed, stoppedError());
}

void DatabaseLink::migrateNow()
{
    if (d->state != State::MigrationWanted)
        return;
    d->agreed = true;
    d->migrate();
}

// What was done before another one was met was meant for the former, and waits for that.
void DatabaseLink::acceptDatabase()
{
    if (d->state != State::Failed || d->error.kind != base::ErrorKind::OtherDatabase)
        return;
    const auto forget = [this] { d->known.forget([this] { Q_EMIT reopenWanted(); }); };
    d->known.recall([this, forget](const std::optional<domain::DatabaseId> &former) {
        if (!former)
            return forget();
        d->unsent.bind(*former, [this, forget](const base::Result<QList<domain::Action>> &kept) {
            // Bound to one already: nothing waits without.
            if (!kept && kept.error().kind != base::ErrorKind::OtherDatabase)
                Q_EMIT d->workspace.noticed(kept.error().sentence);
            else
                forget();
        });
    });
}

DatabaseLink::LongTaskId DatabaseLink::runLong(LongTask task, const base::Inbox &inbox,
                                               std::function<void(base::Result<void>)> done)
{
    return d->session.run<void>(std::move(task), true, inbox, std::move(done));
}

void DatabaseLink::cancelLong(LongTaskId id)
{
    d->session.cancel(id);
}

DatabaseLink::State DatabaseLink::state() const
{
    return d->state;
}

const base::Error &DatabaseLink::error() const
{
    return d->error;
}

bool DatabaseLink::isStandby() const
{
    return d->standby;
}

std::optional<base::Error> DatabaseLink::listeningFailure() const
{
    std::optional<base::Error> failure = d->session.listeningFailure();
    if (failure)
        failure->sentence = tr("Changes made elsewhere are not shown at once: %1").arg(failure->sentence);
    return failure;
}

Workspace &DatabaseLink::workspace() const
{
    return d->workspace;
}

const QUuid &DatabaseLink::environment() const
{
    return d->options.environment;
}

const QString &DatabaseLink::name() const
{
    return d->options.name;
}

domain::InstallationId DatabaseLink::installation() const
{
    return d->options.installation;
}

session::DatabaseSession &DatabaseLink::session() const
{
    return d->session;
}

void DatabaseLink::Private::setState(State newState, const base::Error &newError)
{
    if (state == newState && error == newError)
        return;
    qCDebug(base::logModels) << "database link:" << static_cast<int>(newState)
                             << base::toString(newError.kind) << newError.detail;
    state = newState;
    error = newError;
    Q_EMIT q.stateChanged(state);
}

// Of a try that follows one that failed.
base::Error DatabaseLink::Private::reasonSoFar() const
{
    const bool isTriedAgain = state == State::Offline || state == State::Connecting || state == State::Waking;
    return isTriedAgain ? error : base::Error();
}

void DatabaseLink::Private::setStandby(bool isNow)
{
    if (std::exchange(standby, isNow) != isNow)
        Q_EMIT q.standbyChanged();
}

void DatabaseLink::Private::tellOfStandby()
{
    setStandby(true);
    Q_EMIT workspace.noticed(
        tr("This database can only be read at the moment: what you change waits on this computer, and "
           "changes that are made elsewhere are not shown at once."));
}

void DatabaseLink::Private::onSessionState(SessionState sessionState)
{
    switch (sessionState) {
    case SessionState::Closed:
        break;
    case SessionState::Connecting:
    case SessionState::Waking:
        workspace.connectionChanged(false);
        setState(sessionState == SessionState::Connecting ? State::Connecting : State::Waking, reasonSoFar());
        break;
    case SessionState::Connected:
        if (!options.settings.listen && session.isStandby() != standby) {
            if (session.isStandby())
                tellOfStandby();
            else
                setStandby(false);
        }
        if (workspace.isOpen()) {
            workspace.connectionChanged(true);
            setState(State::Ready);
        } else {
            openWorkspace();
        }
        break;
    case SessionState::Offline:
    case SessionState::Failed:
        giveUpOpening();
        workspace.connectionChanged(false);
        if (sessionState == SessionState::Offline && isBroughtBack(false))
            break;
        setState(sessionState == SessionState::Offline ? State::Offline : State::Failed, session.lastError());
        break;
    }
}

// Until it is known how that went, the database counts as one that is being reached.
bool DatabaseLink::Private::isBroughtBack(bool byUser)
{
    if (session.state() == SessionState::Connected || !options.bringBack || !options.bringBack(byUser))
        return false;
    setState(State::Connecting);
    return true;
}

// Those of the database that was there the last time: they are shown until it is reached, however long that
// takes.
void DatabaseLink::Private::findUnsent()
{
    if (std::exchange(searched, true))
        return;
    known.recall([this](const std::optional<domain::DatabaseId> &before) {
        if (bound)
            return;
        unsent.load(before, [this](const base::Result<QList<domain::Action>> &actions) {
            if (actions) // else it is said when the database is there
                workspace.foundUnsent(*actions);
        });
    });
}

void DatabaseLink::Private::openWorkspace()
{
    if (opening || workspace.isOpen() || session.state() != SessionState::Connected)
        return;
    retry.stop();
    opening = true;
    ++attempt;
    setState(State::Opening, state == State::Offline ? error : base::Error());
    repository::PageRequest firstPage;
    firstPage.filter = options.firstPlace;
    firstPage.today = workspace.day();
    reader.open(options.installation, firstPage, inbox,
                [this, mine = attempt](const base::Result<repository::OpeningState> &opened) {
                    onOpeningState(mine, opened);
                });
}

void DatabaseLink::Private::giveUpOpening()
{
    retry.stop();
    retryPolicy.reset();
    retried = false;
    opening = false;
    ++attempt;
}

void DatabaseLink::Private::onOpeningState(int mine, const base::Result<repository::OpeningState> &opened)
{
    if (mine != attempt)
        return;
    if (opened) {
        known.meet(opened->database, [this, mine, state = *opened](repository::KnownDatabase::Meeting met) {
            if (mine != attempt)
                return;
            if (met == repository::KnownDatabase::Meeting::Same)
                loadUnsent(mine, state);
            else
                refuseDatabase();
        });
        return;
    }
    opening = false;
    const base::Error &reason = opened.error();
    if (reason.kind == base::ErrorKind::SchemaMissing && !migrated)
        onSchemaMissing(reason);
    else if (base::isPassing(reason.kind))
        retryOpening(reason);
    else if (reason.kind != base::ErrorKind::Cancelled)
        setState(State::Failed, reason);
}

// A connection that went is mostly told by the session, which makes another one. What goes wrong while it
// stays connected nobody else tells.
void DatabaseLink::Private::retryOpening(const base::Error &reason)
{
    const auto pause = retryPolicy.next(reason.kind);
    if (!pause || workspace.isOpen())
        return;
    failures = reason.connectionUsable ? failures + 1 : 0;
    if (failures >= mostFailures)
        return leaveItToTheUser(reason);
    retry.start(*pause);
    const bool isTold = !reason.connectionUsable && !std::exchange(retried, true);
    if (!isTold && session.state() == SessionState::Connected)
        setState(State::Offline, reason);
}

// Sooner than planned.
void DatabaseLink::Private::openPlanned()
{
    if (retry.isActive())
        openWorkspace();
}

// Each try makes others wait for its locks, and a database that sleeps would not.
void DatabaseLink::Private::leaveItToTheUser(const base::Error &reason)
{
    giveUpOpening();
    agreed = false; // another database may be there when it is tried again
    session.close();
    workspace.connectionChanged(false);
    setState(State::Failed, reason);
}

// An empty database, or one with older tables, is brought up only where it is the one that was there before:
// its todos may be somewhere else.
void DatabaseLink::Private::onSchemaMissing(const base::Error &reason)
{
    known.recall([this, mine = attempt, reason](const std::optional<domain::DatabaseId> &before) {
        if (mine != attempt)
            return;
        if (!before)
            return bringUp(reason);
        repository::readIdentity(
            session, inbox,
            [this, mine, reason, before](const base::Result<std::optional<domain::DatabaseId>> &found) {
                if (mine != attempt)
                    return;
                if (!found && base::isPassing(found.error().kind))
                    retryOpening(found.error());
                else if (!found)
                    setState(State::Failed, found.error());
                else if (*found == before)
                    bringUp(reason);
                else
                    refuseDatabase();
            });
    });
}

void DatabaseLink::Private::bringUp(const base::Error &reason)
{
    if (options.settings.readOnly)
        setState(State::Failed, migration::failures::setToReadOnly(reason.detail));
    else if (options.asksBeforeMigrating && !agreed && options.asksBeforeMigrating())
        setState(State::MigrationWanted, reason);
    else
        migrate();
}

void DatabaseLink::Private::refuseDatabase()
{
    leaveItToTheUser(repository::otherDatabaseError());
}

void DatabaseLink::Private::loadUnsent(int mine, const repository::OpeningState &opened)
{
    bound = true;
    // What was done before it was known which database this is belongs to it from now on.
    unsent.bind(opened.database, [this, mine, opened](const base::Result<QList<domain::Action>> &actions) {
        if (mine != attempt) // the next one finds them, too
            return;
        opening = false;
        if (!actions)
            Q_EMIT workspace.noticed(actions.error().sentence);
        writer.bind(opened.database);
        const QList<domain::Action> waiting = actions ? *actions : QList<domain::Action>();
        // What was done while it was being opened is nobody's surprise.
        QSet<domain::ActionId> ofThisRun;
        for (const ActionQueue::Pending &pending : workspace.pending()) {
            if (!pending.maybeStored)
                ofThisRun.insert(pending.action.id);
        }
        const auto earlier = std::ranges::count_if(
            waiting, [&ofThisRun](const domain::Action &action) { return !ofThisRun.contains(action.id); });
        workspace.opened(opened, waiting);
        if (workspace.database() != opened.database)
            return;
        if (earlier > 0)
            Q_EMIT workspace.noticed(tr("%Ln change(s) that waited on this computer are being saved now.",
                                        nullptr, static_cast<int>(earlier)));
        setState(State::Ready);
        Q_EMIT q.firstRowsRead(options.firstPlace, opened.firstPage);
    });
}

void DatabaseLink::Private::emptyTrash()
{
    if (options.settings.readOnly)
        return;
    writer.emptyTrash(tr("Empty the Trash of what was deleted long ago"), options.installation, inbox,
                      [this](const base::Result<bool> &emptied) {
                          if (!emptied)
                              qCDebug(base::logModels)
                                  << "the Trash waits for another day:" << emptied.error().detail;
                          else if (*emptied)
                              workspace.catchUp();
                      });
}

void DatabaseLink::Private::tellDamage(int records, const QStringList &copies)
{
    qCWarning(base::logModels) << "damaged records of unsent actions, copied to" << copies;
    Q_EMIT workspace.noticed(
        tr("%Ln unsent change(s) could not be read; the damaged file was kept as %1.", nullptr, records)
            .arg(copies.join(QLatin1StringView(", "))));
}

// For another thread; empty where there is none to make.
std::function<base::Result<void>()> DatabaseLink::Private::backupOnce() const
{
    if (!options.backup)
        return {};
    return [backup = options.backup, isDone = backedUp]() -> base::Result<void> {
        if (*isDone)
            return {};
        auto result = backup();
        *isDone = bool(result);
        return result;
    };
}

void DatabaseLink::Private::migrate()
{
    if (!catalog) {
        setState(State::Failed, catalog.error());
        return;
    }
    migrated = true;
    setState(State::Migrating);
    session.run<migration::MigrationReport>(
        [backup = backupOnce(), steps = *catalog](session::Connection &connection) {
            return migration::MigrationRunner(connection, steps).apply({{}, backup});
        },
        true, inbox,
        [this](const base::Result<migration::MigrationReport> &report) {
            migrated = report || (!base::isPassing(report.error().kind) &&
                                  report.error().kind != base::ErrorKind::Cancelled);
            if (report) {
                retryPolicy.reset();
                retried = false;
                failures = 0;
                openWorkspace();
            } else if (migrated) {
                setState(State::Failed, report.error());
            } else {
                retryOpening(report.error());
            }
        });
}

} // namespace tusk::models
