// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/schemasetup.h"

#include "data/migration/migrationfailures.h"
#include "data/session/databasesession.h"

namespace tusk::app
{

using migration::MigrationCatalog;
using migration::MigrationPlan;
using migration::MigrationReport;
using migration::MigrationRunner;

SchemaSetup::SchemaSetup(session::DatabaseSession &session, Dump dump)
    : m_session(session)
    , m_dump(std::move(dump))
{
}

void SchemaSetup::plan(Done<MigrationPlan> done)
{
    const auto catalog = MigrationCatalog::compiledIn();
    if (!catalog)
        return done(catalog.error());
    m_session.run<MigrationPlan>(
        [catalog = *catalog](session::Connection &connection) {
            return MigrationRunner(connection, catalog).plan();
        },
        true, m_inbox, std::move(done));
}

void SchemaSetup::bringUp(Done<MigrationReport> done)
{
    if (m_session.settings().readOnly)
        return refuseToChange(std::move(done));
    take(!m_dump, std::move(done));
}

// Unless there is nothing to do.
void SchemaSetup::refuseToChange(Done<MigrationReport> done)
{
    plan([done = std::move(done)](const base::Result<MigrationPlan> &found) {
        if (!found)
            done(found.error());
        else if (!found->pending.isEmpty())
            done(migration::failures::setToReadOnly(found->pending.join(u' ')));
        else
            done(MigrationReport{found->current, found->current, {}});
    });
}

// On a thread of the session.
base::Result<SchemaSetup::Step> SchemaSetup::take(session::Connection &connection,
                                                  const MigrationCatalog &catalog, bool dumped)
{
    Step step;
    migration::MigrationHooks hooks;
    // The dump is made by another thread: the runner stops here and is started again afterwards.
    hooks.beforeFirst = [&step, dumped]() -> base::Result<void> {
        step.wantsDump = !dumped;
        if (step.wantsDump)
            return base::Error();
        return {};
    };
    const auto report = MigrationRunner(connection, catalog).apply(hooks);
    if (report)
        step.report = *report;
    else if (!step.wantsDump)
        return report.error();
    return step;
}

void SchemaSetup::take(bool dumped, Done<MigrationReport> done)
{
    const auto catalog = MigrationCatalog::compiledIn();
    if (!catalog)
        return done(catalog.error());
    const auto task = [catalog = *catalog, dumped](session::Connection &connection) {
        return take(connection, catalog, dumped);
    };
    m_session.run<Step>(task, true, m_inbox, [this, done = std::move(done)](const base::Result<Step> &step) {
        if (!step)
            done(step.error());
        else if (step->wantsDump)
            dumpFirst(done);
        else
            done(step->report);
    });
}

void SchemaSetup::dumpFirst(Done<MigrationReport> done)
{
    m_dump([this, done = std::move(done)](const base::Result<QString> &dumped) {
        if (dumped)
            take(true, done);
        else
            done(dumped.error());
    });
}

} // namespace tusk::app
