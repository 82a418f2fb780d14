// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/import/importcommand.h"

#include "app/commandcontext.h"
#include "app/commands/import/importprinting.h"
#include "app/databaseaccess.h"
#include "app/installation.h"
#include "app/texts.h"
#include "base/paths.h"
#include "base/uuidv7.h"
#include "importer/reportfile.h"
#include "importer/source/sourcefailures.h"
#include "importer/write/importtransaction.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using base::Result;
using importer::ImportReport;
using importer::ImportRunner;
using importer::ImportSource;

namespace
{

// One question for all that would be done.
DestructiveStep importInto(const QString &environment, bool bringsUpTables)
{
    DestructiveStep step{
        environments::Destructive::Import, 0, Text::tr("Import into “%1”?").arg(environment),
        Text::tr("“%1” is an environment that asks before much is changed.").arg(environment)};
    if (bringsUpTables) {
        step.question =
            Text::tr("Bring the tables of “%1” up to date first, and import into it?").arg(environment);
        step.refusal =
            Text::tr("The tables of “%1” have to be brought up to date before the import, and it is "
                     "an environment that asks before much is changed.")
                .arg(environment);
    }
    return step;
}

} // namespace

ImportCommand::ImportCommand() = default;
ImportCommand::~ImportCommand() = default;

CommandSyntax ImportCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("FILE");
    syntax.explanation = Text::tr(
        "FILE is the database file of another todo program, or a text file: what tusk export has written, "
        "iCalendar, todo.txt, Markdown with boxes, CSV of Todoist, TickTick or any other program. It is "
        "copied first and never written to. All of its todos arrive, or none: every one is read back and "
        "compared. Importing the same file again brings what has changed in it since.\n\n"
        "The exit code is 0 where every todo arrived whole. With --json the keys are import, file, kind, "
        "rows, created, changed, same, refused, repairs, conflicts, verified, complete and others; import is "
        "the id for tusk undo and tusk verify. Why nothing was imported is a plain sentence on the standard "
        "error then, too.");
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
    if (!m_choices.reportFile.isEmpty()) {
        const auto checked = importer::checkReportFile(m_choices.file, m_choices.reportFile);
        if (!checked)
            return failureFrom(checked.error());
    }
    m_request.import = base::makeUuidV7();
    m_request.action = base::makeUuidV7();
    m_request.now = clock.now();
    return std::nullopt;
}

void ImportCommand::run(CommandContext &context)
{
    m_progress.emplace(context.terminal());
    m_runner = std::make_unique<ImportRunner>();
    openSource(context);
}

bool ImportCommand::interrupt(CommandContext &context)
{
    const bool isReading = m_runner && !m_source;
    const bool isWriting = m_runner && m_runner->isRunning();
    if (isWriting)
        m_runner->cancel();
    else if (isReading)
        context.fail(failureFrom(importer::readingCancelled()));
    return isReading || isWriting;
}

void ImportCommand::openSource(CommandContext &context)
{
    m_runner->open(m_choices.file,
                   m_choices.damaged ? ImportSource::Damage::Accepted : ImportSource::Damage::Refused,
                   [this, &context](const Result<ImportRunner::Source> &source) {
                       if (!source)
                           return context.fail(failureFrom(unopened(source.error())));
                       m_source = *source;
                       choose(context);
                   });
}

// What is said of a damaged file, with the way to what is left of it.
base::Error ImportCommand::unopened(base::Error error) const
{
    if (importer::isDamage(error, m_choices.file))
        error.sentence = Text::tr("%1 Please say --damaged if you want that.").arg(error.sentence);
    return error;
}

void ImportCommand::choose(CommandContext &context)
{
    if (const auto failure = settle(m_choices, *m_source, m_request))
        return context.fail(*failure);
    if (!m_choices.reportFile.isEmpty())
        m_request.repairsFile = m_source->snapshot().file() + ".repairs"_L1;
    reach(context);
}

void ImportCommand::reach(CommandContext &context)
{
    context.access().reach([this, &context](const std::optional<Failure> &failure) {
        if (failure)
            context.fail(*failure);
        else if (const auto &environment = context.says().environment)
            askFirst(context, *environment);
        else
            openDatabase(context);
    });
}

// A trial changes nothing, unless the tables have to be brought up for it.
void ImportCommand::askFirst(CommandContext &context, const environments::EnvironmentProfile &environment)
{
    if (context.access().session().settings().readOnly ||
        !environments::asksBefore(environment, environments::Destructive::Import))
        return openDatabase(context);
    context.access().schema().plan(
        [this, &context, environment](const Result<migration::MigrationPlan> &plan) {
            const auto open = [this, &context] { openDatabase(context); };
            if (!plan)
                context.fail(failureFrom(plan.error()));
            else if (m_choices.dryRun && plan->pending.isEmpty())
                open();
            else if (m_choices.dryRun)
                context.confirm(migrationOf(environment), open);
            else
                context.confirm(importInto(environment.name, !plan->pending.isEmpty()), open);
        });
}

void ImportCommand::openDatabase(CommandContext &context)
{
    const auto installation = installationId(base::stateFolder());
    if (!installation)
        return context.fail(failureFrom(installation.error()));
    m_request.installation = installation->uuid();
    context.access().open(*installation, firstPage(context.clock().day(), false),
                          [this, &context](const Result<repository::OpeningState> &state) {
                              if (state)
                                  import(context);
                              else
                                  context.fail(failureFrom(state.error()));
                          });
}

void ImportCommand::import(CommandContext &context)
{
    QObject::connect(m_runner.get(), &ImportRunner::progressed, m_runner.get(),
                     [this](const importer::ImportProgress &progress) { m_progress->show(progress); });
    m_runner->run(context.access().session(), {m_source, m_request, m_choices.backup},
                  [this, &context](const Result<ImportReport> &report) {
                      m_progress.reset();
                      if (report)
                          this->report(context, *report);
                      else
                          context.fail(failureFrom(notImported(report.error())));
                  });
}

// The newest import may be another one, so this one is named.
base::Error ImportCommand::notImported(base::Error error) const
{
    if (importer::isInDoubt(error))
        error.sentence = Text::tr("%1 So does “tusk verify %2”.")
                             .arg(error.sentence, m_request.import.toString(QUuid::WithoutBraces));
    return error;
}

void ImportCommand::report(CommandContext &context, const ImportReport &report)
{
    print(context, report);
    if (!m_choices.reportFile.isEmpty()) {
        const auto written = importer::writeReport(report, m_request.repairsFile, m_choices.reportFile);
        if (!written)
            return context.fail(failureFrom(written.error()));
    }
    if (isUnconfirmedGuess(m_choices, *m_source))
        return context.fail(refusal(
            Text::tr("Without --dry-run this would be refused, as nothing in that file is certain to be "
                     "todos; which column becomes what can be said in a file for --map.")));
    if (report.isComplete())
        return context.finish();
    context.fail(refusal(
        m_choices.reportFile.isEmpty()
            ? Text::tr("Not everything in the file could be taken over; --report FILE writes down what.")
            : Text::tr("Not everything in the file could be taken over; the report says what.")));
}

} // namespace tusk::app
