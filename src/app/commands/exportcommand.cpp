// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/exportcommand.h"

#include "app/commandcontext.h"
#include "app/databaseaccess.h"
#include "app/texts.h"
#include "exporter/exportjob.h"

#include <QJsonObject>
#include <QLocale>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using exporter::ExportFormat;
using exporter::ExportProgress;
using exporter::ExportReport;
using exporter::ExportSelection;

namespace
{

QString formatWords()
{
    QStringList names;
    for (const ExportFormat format : exporter::allFormats())
        names.append(exporter::wordFor(format));
    return names.join(u", "_s);
}

} // namespace

ExportCommand::~ExportCommand()
{
    m_stop.request_stop();
}

CommandSyntax ExportCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("[FILE] [OPTIONS]");
    syntax.explanation = Text::tr(
        "Writes the open todos into FILE, which it replaces once all of them are in it, or to the "
        "standard output. JSON holds everything: with --all, importing it into an empty database "
        "gives the same todos, lists and tags. What the other formats hold is in docs/exporting.md.\n\n"
        "With --json the keys of the answer are file, format, todos and bytes.");
    syntax.options = {
        {u"format"_s, Text::tr("%1; without it what the ending of FILE says, else json.").arg(formatWords()),
         Text::tr("FORMAT")},
        {u"list"_s, Text::tr("Only the todos of LIST, or of the Inbox; may be repeated."), Text::tr("LIST")},
        {u"all"_s, Text::tr("Also completed todos and those in the Trash.")},
    };
    syntax.examples = {u"tusk export backup.json --all"_s, u"tusk export work.ics --list Work"_s,
                       u"tusk export --format csv | less"_s};
    syntax.most = 1;
    return syntax;
}

std::optional<Failure> ExportCommand::accept(const QCommandLineParser &typed, const base::Clock &clock)
{
    m_request.file = typed.positionalArguments().value(0);
    if (m_request.file == u'-')
        m_request.file.clear();
    if (m_request.file.isEmpty() && typed.isSet(u"json"_s))
        return usageFailure(
            Text::tr("With --json a FILE is needed: the answer would stand among the todos."));
    m_lists = typed.values(u"list"_s);
    m_request.selection.withClosed = typed.isSet(u"all"_s);
    m_request.now = clock.now();
    return acceptFormat(typed);
}

std::optional<Failure> ExportCommand::acceptFormat(const QCommandLineParser &typed)
{
    if (!typed.isSet(u"format"_s)) {
        m_request.format = exporter::formatOfFile(m_request.file).value_or(ExportFormat::Json);
        return std::nullopt;
    }
    const QString word = typed.value(u"format"_s);
    const auto format = exporter::formatNamed(word);
    if (!format)
        return usageFailure(Text::tr("There is no format “%1”; there are: %2.").arg(word, formatWords()));
    m_request.format = *format;
    return std::nullopt;
}

std::optional<Failure> ExportCommand::chooseLists(const Catalogue &catalogue)
{
    NameResolver names(catalogue);
    ExportSelection &selection = m_request.selection;
    for (const QString &name : std::as_const(m_lists)) {
        const auto list = names.list(name, NameResolver::Unknown::Refused, {});
        if (!list)
            return failureFrom(list.error());
        selection.what = ExportSelection::What::Lists;
        if (*list)
            selection.lists.append(**list);
        else
            selection.withInbox = true;
    }
    if (m_lists.size() == 1)
        m_request.title =
            selection.withInbox ? Text::tr("Inbox") : catalogue.listName(selection.lists.constFirst());
    return std::nullopt;
}

void ExportCommand::run(CommandContext &context)
{
    if (const auto failure = chooseLists(context.catalogue()))
        return context.fail(*failure);
    const auto told = [&context, home = context.access().inbox().address()](const ExportProgress &progress) {
        home.post([&context, progress] {
            const QLocale locale;
            context.terminal().status(
                Text::tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total)));
        });
    };
    const auto task = [request = m_request, told,
                       stop = m_stop.get_token()](session::Connection &connection) {
        return exporter::runExport(request, connection, told, stop);
    };
    context.access().session().run<ExportReport>(task, true, context.access().inbox(),
                                                 [this, &context](const base::Result<ExportReport> &report) {
                                                     context.terminal().status({});
                                                     if (!report)
                                                         return context.fail(failureFrom(report.error()));
                                                     this->report(context, *report);
                                                     context.finish();
                                                 });
}

void ExportCommand::report(CommandContext &context, const ExportReport &report) const
{
    if (report.file.isEmpty())
        return;
    if (!context.json()) {
        context.terminal().line(
            Text::tr("%Ln todos are in %1.", nullptr, int(report.todos)).arg(printable(report.file)));
        return;
    }
    JsonLines json(context.terminal());
    json.add({{u"file"_s, report.file},
              {u"format"_s, exporter::wordFor(report.format)},
              {u"todos"_s, report.todos},
              {u"bytes"_s, report.bytes}});
    json.end();
}

} // namespace tusk::app
