// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/import/importprinting.h"

#include "app/commandcontext.h"
#include "app/texts.h"
#include "app/todoprinter.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using importer::ImportReport;
using importer::ImportState;
using importer::Verification;

namespace
{

QString sourceOf(const ImportReport &report)
{
    const QString table = report.mapping.table;
    if (report.mapping.isText)
        return Text::tr("The file is of %1.").arg(report.mapping.program);
    return report.mapping.program.isEmpty() ? Text::tr("The todos are in the table “%1”.").arg(table)
                                            : Text::tr("The file is of %1; the todos are in its table “%2”.")
                                                  .arg(report.mapping.program, table);
}

QString editedText(const importer::EditedTodo &todo)
{
    QStringList fields;
    for (const QString &field : todo.fields)
        fields.append(importer::fieldText(field));
    return u"  “%1”: %2"_s.arg(todo.title, fields.join(u", "_s));
}

QStringList sentencesOf(const ImportState &state)
{
    const Verification &found = state.verification;
    QStringList lines{Text::tr("Import of %1").arg(state.file)};
    if (state.isUndone)
        lines.append(Text::tr("It was undone; what is left of it:"));
    lines.append(Text::tr("%Ln todos are as they were imported.", nullptr, int(found.equal)));
    const qint64 edited = found.compared - found.equal - found.missing;
    if (edited > 0)
        lines.append(Text::tr("%Ln todos were edited since.", nullptr, int(edited)));
    for (const importer::EditedTodo &todo : found.examples)
        lines.append(editedText(todo));
    if (const qint64 others = edited - found.examples.size(); others > 0)
        lines.append(u"  "_s + Text::tr("and %Ln more", nullptr, int(others)));
    if (found.missing > 0)
        lines.append(Text::tr("%Ln todos were deleted for good since.", nullptr, int(found.missing)));
    return lines;
}

QJsonObject toJson(const ImportState &state)
{
    QJsonObject edited;
    for (const auto &[field, count] : state.verification.differing.asKeyValueRange())
        edited.insert(field, count);
    QJsonArray examples;
    for (const importer::EditedTodo &todo : state.verification.examples)
        examples.append(
            QJsonObject{{u"title"_s, todo.title}, {u"fields"_s, QJsonArray::fromStringList(todo.fields)}});
    return {{u"import"_s, state.import.toString(QUuid::WithoutBraces)},
            {u"file"_s, state.file},
            {u"finished_at"_s, state.finished.toString(Qt::ISODateWithMs)},
            {u"undone"_s, state.isUndone},
            {u"compared"_s, state.verification.compared},
            {u"equal"_s, state.verification.equal},
            {u"missing"_s, state.verification.missing},
            {u"edited"_s, edited},
            {u"first_edited"_s, examples}};
}

void printJson(CommandContext &context, const QJsonObject &object)
{
    JsonLines json(context.terminal());
    json.add(object);
    json.end();
}

} // namespace

void print(CommandContext &context, const ImportReport &report)
{
    if (context.json())
        return printJson(context, report.toJson());
    context.terminal().line(printable(sourceOf(report)));
    for (const QString &sentence : report.sentences())
        context.terminal().line(printable(sentence));
    if (!report.isDryRun && report.bringsAnything())
        context.terminal().line(
            Text::tr("“tusk undo %1” takes all of it back; “tusk verify %1” compares again.")
                .arg(report.import.toString(QUuid::WithoutBraces)));
}

void print(CommandContext &context, const ImportState &state)
{
    if (context.json())
        return printJson(context, toJson(state));
    for (const QString &sentence : sentencesOf(state))
        context.terminal().line(printable(sentence));
}

} // namespace tusk::app
