// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/migratecommand.h"

#include "app/commandcontext.h"
#include "app/databaseaccess.h"
#include "app/texts.h"

#include <QJsonArray>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using migration::MigrationPlan;
using migration::MigrationReport;

namespace
{

void printSteps(CommandContext &context, int from, int to, const QStringList &files, const QString &sentence)
{
    if (context.json()) {
        JsonLines json(context.terminal());
        json.add({{u"from"_s, from}, {u"to"_s, to}, {u"files"_s, QJsonArray::fromStringList(files)}});
        json.end();
        return;
    }
    context.terminal().line(sentence);
    for (const QString &file : files)
        context.terminal().line(u"  "_s + file);
}

QString upToDate(int version)
{
    return Text::tr("The database is up to date, at version %1.").arg(version);
}

QString sentenceOf(const MigrationPlan &plan)
{
    if (plan.pending.isEmpty())
        return upToDate(plan.current);
    if (plan.current == 0)
        return Text::tr("The database has no tables of Tusk yet; these files would make them:");
    return Text::tr("The database is at version %1; these files would bring it to %2:")
        .arg(plan.current)
        .arg(plan.target);
}

QString sentenceOf(const MigrationReport &report)
{
    if (report.applied.isEmpty())
        return upToDate(report.after);
    return Text::tr("The database is now at version %1; these files were applied:").arg(report.after);
}

} // namespace

CommandSyntax MigrateCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("[--dry-run]");
    syntax.explanation =
        Text::tr("Every command does this by itself when it meets an older database. With --json the "
                 "keys are from, to and files.");
    syntax.options = {{u"dry-run"_s, Text::tr("Only say what would be done.")}};
    syntax.most = 0;
    return syntax;
}

std::optional<Failure> MigrateCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    m_dryRun = typed.isSet(u"dry-run"_s);
    return std::nullopt;
}

void MigrateCommand::run(CommandContext &context)
{
    context.access().reach([this, &context](const std::optional<Failure> &failure) {
        if (failure)
            context.fail(*failure);
        else if (m_dryRun)
            showPlan(context);
        else
            apply(context);
    });
}

void MigrateCommand::showPlan(CommandContext &context)
{
    context.access().schema().plan([&context](const base::Result<MigrationPlan> &plan) {
        if (!plan)
            return context.fail(failureFrom(plan.error()));
        printSteps(context, plan->current, plan->target, plan->pending, sentenceOf(*plan));
        context.finish();
    });
}

void MigrateCommand::apply(CommandContext &context)
{
    const auto &environment = context.says().environment;
    if (!environment || context.access().session().settings().readOnly) // where the answer would not matter
        return bringUp(context);
    context.access().schema().plan([&context, environment](const base::Result<MigrationPlan> &plan) {
        if (!plan)
            context.fail(failureFrom(plan.error()));
        else if (plan->pending.isEmpty())
            bringUp(context);
        else
            context.confirm(migrationOf(*environment), [&context] { bringUp(context); });
    });
}

void MigrateCommand::bringUp(CommandContext &context)
{
    context.access().schema().bringUp([&context](const base::Result<MigrationReport> &report) {
        if (!report)
            return context.fail(failureFrom(report.error()));
        printSteps(context, report->before, report->after, report->applied, sentenceOf(*report));
        context.finish();
    });
}

} // namespace tusk::app
