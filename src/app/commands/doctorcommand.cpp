// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/doctorcommand.h"

#include "app/chosendatabase.h"
#include "app/commandcontext.h"
#include "app/databaseaccess.h"
#include "app/texts.h"
#include "app/textwidth.h"

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using migration::MigrationPlan;
using repository::OpeningState;

CommandSyntax DoctorCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.explanation =
        Text::tr("One line for each, and what to do where something is wrong. Changes nothing. With "
                 "--json the keys are check, ok, result and advice.");
    syntax.most = 0;
    return syntax;
}

std::optional<Failure> DoctorCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    const auto chosen = chooseDatabase(typed.value(u"env"_s));
    if (const auto *failure = std::get_if<Failure>(&chosen))
        return *failure;
    m_unsentFolder = std::get<ChosenDatabase>(chosen).unsentFolder();
    return std::nullopt;
}

void DoctorCommand::run(CommandContext &context)
{
    if (!context.access().isPrivate()) {
        m_findings.append(checkUnsent(m_unsentFolder));
        m_findings.append(checkOtherUnsent(m_unsentFolder));
        return checkConnection(context);
    }
    m_background.emplace();
    m_background->run<PrivateServerCheck>(
        [](const localserver::Cancellation &) { return checkPrivateServer(); },
        [this, &context](const PrivateServerCheck &check) {
            m_findings =
                check.findings + QList{checkUnsent(m_unsentFolder)} + checkOtherUnsent(m_unsentFolder);
            if (check.hasCluster)
                checkConnection(context);
            else
                end(context);
        });
}

void DoctorCommand::checkConnection(CommandContext &context)
{
    m_connecting.start();
    context.access().reach([this, &context](const std::optional<Failure> &failure) {
        const QString check = Text::tr("connection");
        if (failure) {
            m_findings.append({false, check, Text::tr("failed"), failure->error.sentence});
            return end(context, failure);
        }
        m_findings.append({true, check, Text::tr("made in %1 ms").arg(m_connecting.elapsed()), {}});
        checkSchema(context);
    });
}

void DoctorCommand::checkSchema(CommandContext &context)
{
    context.access().schema().plan([this, &context](const base::Result<MigrationPlan> &plan) {
        const QString check = Text::tr("schema");
        if (!plan) {
            m_findings.append({false, check, Text::tr("not usable"), plan.error().sentence});
            return end(context, failureFrom(plan.error()));
        }
        if (!plan->pending.isEmpty()) {
            m_findings.append({true,
                               check,
                               plan->current == 0 ? Text::tr("none yet; made when it is needed")
                                                  : Text::tr("version %1; brought to %2 when it is needed")
                                                        .arg(plan->current)
                                                        .arg(plan->target),
                               {}});
            return end(context);
        }
        m_findings.append({true, check, Text::tr("version %1, the newest").arg(plan->current), {}});
        checkSearch(context);
    });
}

void DoctorCommand::checkSearch(CommandContext &context)
{
    const auto opened = [this, &context](const base::Result<OpeningState> &state) {
        const QString check = Text::tr("search");
        if (!state) {
            m_findings.append({false, check, Text::tr("not usable"), state.error().sentence});
            return end(context, failureFrom(state.error()));
        }
        if (state->findsSubstrings)
            m_findings.append({true, check, Text::tr("words and parts of titles (pg_trgm)"), {}});
        else
            m_findings.append(
                {false, check, Text::tr("beginnings of words only"),
                 Text::tr("The extension pg_trgm could not be made; whoever manages the database can.")});
        end(context);
    };
    // Nobody's installation: only what the database can do is of interest.
    context.access().open({}, firstPage(context.clock().day(), false), opened);
}

void DoctorCommand::end(CommandContext &context, std::optional<Failure> failure)
{
    print(context);
    const auto problems = std::ranges::count(m_findings, false, &Finding::ok);
    if (problems == 0)
        return context.finish();
    if (!failure)
        failure = refusal({});
    failure->error.sentence = problems == 1 ? Text::tr("One problem was found.")
                                            : Text::tr("%1 problems were found.").arg(problems);
    context.fail(*failure);
}

void DoctorCommand::print(CommandContext &context) const
{
    Terminal &terminal = context.terminal();
    if (context.json()) {
        JsonLines json(terminal);
        for (const Finding &finding : m_findings)
            json.add({{u"check"_s, finding.check},
                      {u"ok"_s, finding.ok},
                      {u"result"_s, finding.result},
                      {u"advice"_s, finding.advice.isEmpty() ? QJsonValue() : QJsonValue(finding.advice)}});
        return json.end();
    }
    const QString good = Text::tr("ok");
    const QString bad = Text::tr("problem");
    const int marks = std::max(columnsOf(good), columnsOf(bad)) + 2;
    int names = 0;
    for (const Finding &finding : m_findings)
        names = std::max(names, columnsOf(finding.check) + 2);
    for (const Finding &finding : m_findings) {
        const QString mark = paddedTo(marks, finding.ok ? good : bad);
        QStringList parts{finding.result, finding.advice};
        parts.removeAll(QString());
        terminal.line(terminal.toned(mark, finding.ok ? Tone::Good : Tone::Warning) +
                      paddedTo(names, finding.check) + printable(parts.join(u": "_s)));
    }
}

} // namespace tusk::app
