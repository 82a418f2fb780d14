// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/helptext.h"

#include "app/texts.h"
#include "app/textwidth.h"

#include <algorithm>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;
using Lines = QList<std::pair<QString, QString>>;

constexpr int lineWidth = 80;
constexpr int gap = 2;

QStringList wrapped(const QString &text, int width)
{
    QStringList lines{QString()};
    for (const QString &word : text.split(u' ')) {
        QString &line = lines.last();
        if (!line.isEmpty() && columnsOf(line) + 1 + columnsOf(word) > width)
            lines.append(word);
        else
            line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return lines;
}

// Names at the left, what they mean at the right.
QString twoColumns(const Lines &entries)
{
    int widest = 0;
    for (const auto &[name, meaning] : entries)
        widest = std::max(widest, columnsOf(name));
    const int indent = gap + widest + gap;
    QString text;
    for (const auto &[name, meaning] : entries) {
        const QStringList lines = wrapped(meaning, lineWidth - indent);
        text += QString(gap, u' ') + paddedTo(widest + gap, name) +
                lines.join(u'\n' + QString(indent, u' ')) + u'\n';
    }
    return text;
}

QString optionText(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
    const QString text = names.join(u", "_s);
    return option.valueName().isEmpty() ? text : QString(text + u' ' + option.valueName());
}

QString optionsText(const QList<QCommandLineOption> &options)
{
    Lines lines;
    for (const QCommandLineOption &option : options) {
        if (!option.flags().testFlag(QCommandLineOption::HiddenFromHelp))
            lines.append({optionText(option), option.description()});
    }
    return twoColumns(lines);
}

QString paragraphs(const QString &text)
{
    QStringList result;
    for (const QString &paragraph : text.split(u"\n\n"_s))
        result.append(wrapped(paragraph, lineWidth).join(u'\n'));
    return result.join(u"\n\n"_s) + u'\n';
}

} // namespace

QList<QCommandLineOption> commonOptions()
{
    return {
        {u"json"_s, Text::tr("Print JSON, for other programs.")},
        {u"verbose"_s, Text::tr("With an error, print technical details too.")},
        {u"env"_s,
         Text::tr("The environment whose todos are meant; without this it is the one of “tusk env use”."),
         Text::tr("NAME")},
        {u"yes"_s, Text::tr("Do not ask first; production environments, and others that are set up so, ask "
                            "before much is changed.")},
        {{u"h"_s, u"help"_s}, Text::tr("Print this help.")},
    };
}

QString generalHelp()
{
    Lines commands;
    for (const CommandEntry &entry : commandTable())
        commands.append({entry.name, Text::tr(entry.summary)});
    QList<QCommandLineOption> options = commonOptions();
    options.append({u"version"_s, Text::tr("Print the version.")});
    return Text::tr("Usage: tusk                         opens the window") + u'\n' +
           Text::tr("       tusk COMMAND [OPTIONS]       works without one") + u"\n\n"_s +
           Text::tr("Commands:") + u'\n' + twoColumns(commands) + u'\n' + Text::tr("Options:") + u'\n' +
           optionsText(options) + u'\n' +
           paragraphs(
               Text::tr("“tusk COMMAND --help” tells more about a command. ID is the beginning of a "
                        "todo's id as “tusk "
                        "list” shows it; six digits are enough where no other todo shares them.\n\n"
                        "The todos are in a private database of yours, which Tusk starts when it is "
                        "needed, or in that of another environment: “tusk env” sets them up. The variable "
                        "TUSK_DATABASE_URL names a database past all of them, such as "
                        "postgresql://user:password@host/database.\n\n"
                        "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 no connection to the "
                        "database, 4 the database "
                        "belongs to a newer Tusk."));
}

QString helpOf(const CommandEntry &entry, const CommandSyntax &syntax)
{
    QString text = Text::tr("Usage: %1").arg(u"tusk "_s + entry.name);
    if (!syntax.arguments.isEmpty())
        text += u' ' + syntax.arguments;
    text +=
        u"\n\n"_s + paragraphs(Text::tr(entry.summary) +
                               (syntax.explanation.isEmpty() ? QString() : u"\n\n"_s + syntax.explanation));
    text += u'\n' + Text::tr("Options:") + u'\n' + optionsText(syntax.options + commonOptions());
    if (!syntax.examples.isEmpty())
        text += u'\n' + Text::tr("Examples:") + u"\n  "_s + syntax.examples.join(u"\n  "_s) + u'\n';
    return text;
}

} // namespace tusk::app
