// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envtesttask.h"

#include "app/chosendatabase.h"
#include "app/databaseaccess.h"
#include "app/texts.h"
#include "app/todoprinter.h"

#include <QJsonObject>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using environments::ConnectionReport;
using environments::ConnectionTest;
using environments::EnvironmentProfile;
using environments::StepOutcome;
using environments::StepReport;

namespace
{

QJsonObject toJson(const StepReport &step)
{
    QJsonObject json{{u"step"_s, QLatin1StringView(environments::wordFor(step.step))},
                     {u"outcome"_s, QLatin1StringView(environments::wordFor(step.outcome))},
                     {u"finding"_s, step.finding},
                     {u"advice"_s, step.advice},
                     {u"milliseconds"_s, static_cast<qint64>(step.took.count())}};
    if (step.error) {
        json.insert(u"detail"_s, step.error->detail);
        json.insert(u"sqlstate"_s, QString::fromLatin1(step.error->sqlState));
    }
    return json;
}

void printSteps(CommandContext &context, const ConnectionReport &report)
{
    if (!context.json())
        return; // each was printed as it ended
    JsonLines json(context.terminal());
    for (const StepReport &step : report.steps)
        json.add(toJson(step));
    json.end();
}

void printStep(CommandContext &context, const StepReport &step)
{
    // The one that failed is the reason why the command does.
    if (context.json() || step.outcome == StepOutcome::Failed)
        return;
    Terminal &terminal = context.terminal();
    const Tone tone = step.outcome == StepOutcome::Passed ? Tone::Good : Tone::Warning;
    const QString mark = step.outcome == StepOutcome::Passed ? u"✓"_s : u"!"_s;
    terminal.line(terminal.toned(mark, tone) + u' ' + environments::nameOf(step.step) + ": "_L1 +
                  step.finding);
    if (!step.advice.isEmpty())
        terminal.line("  "_L1 + step.advice);
}

Failure failureOf(const StepReport &step)
{
    Failure failure = failureFrom(*step.error);
    failure.error.sentence = environments::nameOf(step.step) + ": "_L1 + step.finding;
    if (!step.advice.isEmpty())
        failure.error.sentence += u' ' + step.advice;
    return failure;
}

} // namespace

std::optional<Failure> EnvTestTask::accept(const QCommandLineParser &typed, const QStringList &words)
{
    if (words.size() > 1)
        return usageFailure(Text::tr("Please give the name of one environment."));
    m_name = words.isEmpty() ? typed.value(u"env"_s) : words.constFirst();
    if (!m_name.isEmpty())
        return std::nullopt;
    const auto chosen = chooseDatabase({});
    if (const auto *failure = std::get_if<Failure>(&chosen))
        return *failure;
    m_url = std::get<ChosenDatabase>(chosen).url;
    return std::nullopt;
}

void EnvTestTask::run(CommandContext &context, EnvTools &tools)
{
    if (m_url)
        return test(context, *m_url);
    tools.profiles.load([this, &context, &tools](const base::Result<environments::StoredProfiles> &stored) {
        if (stored)
            choose(context, tools, stored->list);
        else
            context.fail(failureFrom(stored.error()));
    });
}

void EnvTestTask::choose(CommandContext &context, EnvTools &tools, const environments::ProfileList &list)
{
    const EnvironmentProfile *found = m_name.isEmpty() ? &list.current() : list.findNamed(m_name);
    if (!found)
        context.fail(noSuchEnvironment(m_name));
    else if (found->isPrivateServer())
        testPrivateServer(context);
    else
        testProfile(context, tools, *found);
}

// It is started for that, as for every command.
void EnvTestTask::testPrivateServer(CommandContext &context)
{
    context.access().reach([this, &context](const std::optional<Failure> &failure) {
        if (failure)
            context.fail(*failure);
        else
            test(context, context.access().session().settings());
    });
}

void EnvTestTask::testProfile(CommandContext &context, EnvTools &tools, const EnvironmentProfile &profile)
{
    tools.secrets.resolver().resolve(
        profile,
        [this, &context, profile](const base::Result<QString> &password) {
            if (password)
                test(context, environments::connectionSettings(profile, *password));
            else
                context.fail(failureFrom(password.error()));
        },
        [&context] { context.terminal().note(Text::tr("Your keyring asks for its password…")); });
}

void EnvTestTask::test(CommandContext &context, const base::ConnectionSettings &settings)
{
    QObject::connect(&m_test, &ConnectionTest::stepEnded, &m_test,
                     [&context](const StepReport &step) { printStep(context, step); });
    QObject::connect(&m_test, &ConnectionTest::waking, &m_test,
                     [&context] { context.terminal().progress(Text::tr("The database is waking up…")); });
    QObject::connect(&m_test, &ConnectionTest::finished, &m_test, [&context](const ConnectionReport &report) {
        printSteps(context, report);
        if (const StepReport *failed = report.failure())
            context.fail(failureOf(*failed));
        else
            context.finish();
    });
    m_test.start(settings);
}

} // namespace tusk::app
