// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/import/importcommand.h"

#include "app/chosendatabase.h"
#include "app/commandcontext.h"
#include "app/commands/import/importprinting.h"
#include "app/databaseaccess.h"
#include "app/installation.h"
#include "app/texts.h"
#include "base/paths.h"
#include "base/uuidv7.h"

#include <QFile>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using base::Result;
using importer::ImportProgress;
using importer::ImportReport;
using importer::ImportSource;

namespace
{

// Beside the unsent actions: private, and on the user's own disk.
QString workFolder()
{
    return base::stateFolder() + "/import"_L1;
}

} // namespace

ImportCommand::~ImportCommand()
{
    m_stop.request_stop();
}

CommandSyntax ImportCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("FILE");
    syntax.explanation = Text::tr(
        "FILE is the database file of another todo program, or a text file: what tusk export has written, "
        "iCalendar, todo.txt, CSV of Todoist, TickTick or any other program. It is copied first and never "
        "written to. All of its todos arrive, or none: every one is read back and compared. Importing the "
        "same file again brings what has changed in it since.\n\n"
        "The exit code is 0 where every todo arrived whole. With --json the keys are import, file, kind, "
        "rows, "
        "created, changed, same, repairs, conflicts, verified, complete and others.");
    syntax.options = importOptions();
    syntax.examples = {u"tusk import todo_app_local.db --dry-run"_s,
                       u"tusk import todo_app_local.db --owner ana@example.org"_s};
    syntax.fewest = 1;
    syntax.most = 1;
    return syntax;
}

std::optional<Failure> ImportCommand::accept(const QCommandLineParser &typed, const base::Clock &clock)
{
    auto choices = importChoices(typed);
    if (const auto *failure = std::get_if<Failure>(&choices))
        return *failure;
    m_choices = std::get<ImportChoices>(std::move(choices));
    const auto chosen = chooseDatabase(typed.value(u"env"_s));
    if (const auto *database = std::get_if<ChosenDatabase>(&chosen))
        m_isProduction =
            !database->url && database->environment.kind == environments::EnvironmentKind::Production;
    m_request.import = base::makeUuidV7();
    m_request.action = base::makeUuidV7();
    m_request.now = clock.now();
    return std::nullopt;
}

void ImportCommand::run(CommandContext &context)
{
    m_progress.emplace(context.terminal());
    m_background.emplace();
    openSource(context);
}

void ImportCommand::openSource(CommandContext &context)
{
    using Opened = Result<SourcePointer>;
    m_background->run<Opened>(
        [choices = m_choices, stop = m_stop.get_token()](const localserver::Cancellation &) -> Opened {
            auto source = ImportSource::open(
                choices.file, workFolder(),
                choices.damaged ? ImportSource::Damage::Accepted : ImportSource::Damage::Refused, stop);
            if (!source)
                return source.error();
            if (choices.backup) {
                if (const auto kept = (*source)->keepBackup(); !kept)
                    return kept.error();
            }
            return SourcePointer(std::move(*source));
        },
        [this, &context](const Opened &source) {
            if (source)
                choose(context, *source);
            else
                context.fail(failureFrom(source.error()));
        });
}

void ImportCommand::choose(CommandContext &context, const SourcePointer &source)
{
    if (const auto failure = settle(m_choices, *source, m_request))
        return context.fail(*failure);
    if (!m_choices.reportFile.isEmpty())
        m_request.repairsFile = source->snapshot().file() + ".repairs"_L1;
    reach(context, source);
}

void ImportCommand::reach(CommandContext &context, const SourcePointer &source)
{
    context.access().reach([this, &context, source](const std::optional<Failure> &failure) {
        if (failure)
            context.fail(*failure);
        else if (m_isProduction && !m_choices.yes)
            askBeforeBringingUp(context, source);
        else
            openDatabase(context, source);
    });
}

void ImportCommand::askBeforeBringingUp(CommandContext &context, const SourcePointer &source)
{
    context.access().schema().plan([this, &context, source](const Result<migration::MigrationPlan> &plan) {
        if (!plan)
            context.fail(failureFrom(plan.error()));
        else if (plan->pending.isEmpty())
            openDatabase(context, source);
        else
            context.fail(
                refusal(Text::tr("The tables of this production database have to be brought up to date "
                                 "first; please say --yes if that is all right.")));
    });
}

void ImportCommand::openDatabase(CommandContext &context, const SourcePointer &source)
{
    const auto installation = installationId(base::stateFolder());
    if (!installation)
        return context.fail(failureFrom(installation.error()));
    m_request.installation = installation->uuid();
    context.access().open(*installation, firstPage(context.clock().today(), false),
                          [this, &context, source](const Result<repository::OpeningState> &state) {
                              if (state)
                                  import(context, source);
                              else
                                  context.fail(failureFrom(state.error()));
                          });
}

void ImportCommand::import(CommandContext &context, const SourcePointer &source)
{
    const auto told = [this, home = context.access().inbox().address()](const ImportProgress &progress) {
        home.post([this, progress] { m_progress->show(progress); });
    };
    // The worker may outlive this command by a moment: it holds what it needs.
    const auto task = [source, request = m_request, told,
                       stop = m_stop.get_token()](session::Connection &connection) {
        return importer::runImport(*source, request, connection, told, stop);
    };
    context.access().session().run<ImportReport>(
        task, true, context.access().inbox(), [this, &context, source](const Result<ImportReport> &report) {
            m_progress.reset();
            if (report)
                this->report(context, *report);
            else
                context.fail(failureFrom(report.error()));
        });
}

void ImportCommand::report(CommandContext &context, const ImportReport &report)
{
    print(context, report);
    if (!m_choices.reportFile.isEmpty()) {
        const auto written = writeReport(report, m_request.repairsFile, m_choices.reportFile);
        if (!written)
            return context.fail(failureFrom(written.error()));
    }
    if (report.isComplete())
        context.finish();
    else
        context.fail(
            refusal(Text::tr("Not everything in the file could be taken over; the report says what.")));
}

} // namespace tusk::app
