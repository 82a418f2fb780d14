// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/doctorcommand.h"

#include "app/commandcontext.h"
#include "app/databaseaccess.h"
#include "app/installation.h"
#include "app/texts.h"
#include "app/textwidth.h"
#include "app/unsentfolder.h"
#include "base/paths.h"
#include "localserver/servercontrol.h"

#include <QFile>

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using localserver::ServerStatus;
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

std::optional<Failure> DoctorCommand::accept(const QCommandLineParser &, const base::Clock &)
{
    return std::nullopt;
}

void DoctorCommand::run(CommandContext &context)
{
    if (!context.access().isPrivate()) {
        m_findings.append(unsentFinding(context.access().given()));
        return checkConnection(context);
    }
    m_background.emplace();
    m_background->run<Installation>([](const localserver::Cancellation &) { return lookAtInstallation(); },
                                    [this, &context](const Installation &installation) {
                                        m_findings = installation.findings;
                                        if (installation.hasCluster)
                                            checkConnection(context);
                                        else
                                            end(context);
                                    });
}

DoctorCommand::Installation DoctorCommand::lookAtInstallation()
{
    Installation installation{{binariesFinding(), unsentFinding(std::nullopt)}, false};
    const auto add = [&installation](Finding finding) { installation.findings.append(std::move(finding)); };
    const auto environment = localserver::Environment::current();
    const auto location = localserver::locateCluster(environment);
    if (!location) {
        add({false, Text::tr("account"), {}, location.error().sentence});
        return installation;
    }
    const auto status = localserver::ServerControl(environment, *location).status();
    if (!status) {
        add({false, Text::tr("database"), location->cluster, status.error().sentence});
        return installation;
    }
    installation.hasCluster = !status->version.isNull();
    add({true,
         Text::tr("database"),
         installation.hasCluster
             ? Text::tr("of PostgreSQL %1, in %2").arg(status->version.toString(), status->clusterFolder)
             : Text::tr("none yet; made when it is needed, in %1").arg(status->clusterFolder),
         {}});
    add({true,
         Text::tr("server"),
         status->running
             ? Text::tr("running as process %1, %n users", nullptr, status->users).arg(status->pid)
             : Text::tr("not running; started when it is needed"),
         {}});
    add({true, Text::tr("socket"), status->running ? status->socketFolder : location->sockets, {}});
    return installation;
}

DoctorCommand::Finding DoctorCommand::binariesFinding()
{
    const auto binaries = localserver::newestServerBinaries(localserver::Environment::current());
    if (!binaries)
        return {false, Text::tr("PostgreSQL"), Text::tr("not found"), binaries.error().sentence};
    return {true,
            Text::tr("PostgreSQL"),
            Text::tr("version %1, in %2").arg(binaries->version.toString(), binaries->folder),
            {}};
}

DoctorCommand::Finding DoctorCommand::unsentFinding(const std::optional<base::ConnectionSettings> &database)
{
    const QString folder = unsentFolder(database);
    const UnsentCount count = countUnsent(folder);
    const QString check = Text::tr("unsent");
    if (count.damaged > 0)
        return {false, check, Text::tr("%n damaged records, in %1", nullptr, count.damaged).arg(folder),
                Text::tr("The rest is safe; please keep the folder until you know what is missing.")};
    if (count.actions > 0)
        return {false, check,
                Text::tr("%n changes wait, in %1", nullptr, static_cast<int>(count.actions)).arg(folder),
                Text::tr("They are sent when the window is open and the database can be reached.")};
    return {true, check, Text::tr("all changes were saved"), {}};
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
    context.access().planSchema([this, &context](const base::Result<MigrationPlan> &plan) {
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
    context.access().open({}, firstPage(context.clock().today(), false), opened);
}

void DoctorCommand::end(CommandContext &context, std::optional<Failure> failure)
{
    print(context);
    const auto problems = std::ranges::count(m_findings, false, &Finding::ok);
    if (problems == 0)
        return context.finish();
    if (!failure)
        failure = refusal({});
    failure->error.sentence = Text::tr("%n problems were found.", nullptr, static_cast<int>(problems));
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
