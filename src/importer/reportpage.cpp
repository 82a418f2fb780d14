// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reportpage.h"

#include "importer/texts.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// The browser's own colours, light or dark as its user likes it.
constexpr auto style =
    "html{color-scheme:light dark}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1.5rem}"
    "h1{font-size:1.6rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin-top:2.2rem}"
    "p.lead{opacity:.75;margin-top:0}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem 1rem .35rem 0;"
    "border-bottom:1px solid #8884;overflow-wrap:anywhere}"
    "th{font-weight:600}td.number{text-align:right;white-space:nowrap}"_L1;

// Writes one element after another and remembers whether all of it arrived.
class Page final
{
public:
    explicit Page(QIODevice &target)
        : m_target(target)
    {
    }

    void raw(const QString &html)
    {
        const QByteArray bytes = html.toUtf8() + '\n';
        m_isWhole = m_isWhole && m_target.write(bytes) == bytes.size();
    }
    void element(QLatin1StringView name, const QString &text)
    {
        raw(u"<%1>%2</%1>"_s.arg(name, text.toHtmlEscaped()));
    }
    void heading(const QString &text) { element("h2"_L1, text); }
    void paragraph(const QString &text) { element("p"_L1, text); }
    void list(const QStringList &items)
    {
        raw(u"<ul>"_s);
        for (const QString &item : items)
            element("li"_L1, item);
        raw(u"</ul>"_s);
    }
    void row(const QStringList &cells, QLatin1StringView name = "td"_L1)
    {
        QString html = u"<tr>"_s;
        for (const QString &cell : cells)
            html += u"<%1>%2</%1>"_s.arg(name, cell.toHtmlEscaped());
        raw(html + u"</tr>");
    }

    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    QIODevice &m_target;
    bool m_isWhole = true;
};

void writeBeginning(Page &page, const ImportReport &report)
{
    const QString name = QFileInfo(report.file).fileName();
    page.raw(
        u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>%2</style></head><body>"_s
            .arg(Text::tr("Import of %1").arg(name).toHtmlEscaped(), style));
    page.element("h1"_L1, Text::tr("Import of %1").arg(name));
    const QString when = QLocale().toString(report.finished.toLocalTime(), QLocale::LongFormat);
    const QString from =
        report.mapping.program.isEmpty()
            ? Text::tr("Read from %1.").arg(report.file)
            : Text::tr("Read from %1, a file of %2.").arg(report.file, report.mapping.program);
    page.raw(u"<p class=\"lead\">%1 %2</p>"_s.arg(when.toHtmlEscaped(), from.toHtmlEscaped()));
}

// No more than was done: what an earlier import has brought is not read back again.
QString proofOf(const ImportReport &report)
{
    if (report.isDryRun)
        return Text::tr("Nothing was changed yet: this is what the import would do.");
    if (!report.isComplete())
        return Text::tr("The file was damaged, or held more than a todo can: what is missing is said below. "
                        "What was written was read back from the database and compared with the file, value "
                        "by value.");
    if (!report.bringsAnything())
        return Text::tr("Nothing was written: an earlier import has brought what the file holds.");
    if (report.same + report.deletedInTusk > 0)
        return Text::tr("What is new or has changed in the file is in Tusk. Before anything was saved, each "
                        "of these todos was read back from the database and compared with the file, value "
                        "by value. The others were brought by an earlier import.");
    return Text::tr(
        "Every todo of the file is in Tusk. Before anything was saved, each of them was read back "
        "from the database and compared with the file, value by value.");
}

void writeOutcome(Page &page, const ImportReport &report)
{
    page.heading(report.isDryRun ? Text::tr("What would happen") : Text::tr("What happened"));
    page.paragraph(proofOf(report));
    if (report.unchangedSince && report.repairs.isEmpty())
        page.paragraph(report.unchangedSentence());
    page.raw(u"<table>"_s);
    const QLocale locale;
    const auto number = [&page, &locale](const QString &what, qint64 count) {
        page.raw(u"<tr><td>%1</td><td class=\"number\">%2</td></tr>"_s.arg(what.toHtmlEscaped(),
                                                                           locale.toString(count)));
    };
    number(Text::tr("Todos in the file"), report.rows);
    number(Text::tr("New in Tusk"), report.created);
    number(Text::tr("Brought up to date, because they had changed in the file"), report.changed);
    number(Text::tr("There already, and not changed in the file"), report.same);
    if (report.editedInTusk > 0)
        number(Text::tr("Of these, changed or put into the Trash in Tusk since: they stay as they are there"),
               report.editedInTusk);
    if (report.inTrash > 0)
        number(Text::tr("Deleted before: their days in the Trash begin with the import"), report.inTrash);
    if (report.deletedInTusk > 0)
        number(Text::tr("Left alone, because you deleted them in Tusk"), report.deletedInTusk);
    if (report.missing > 0)
        number(Text::tr("Not in the file any more: they stay in Tusk"), report.missing);
    if (!report.others.isEmpty())
        number(Text::tr("Of others, and not taken: %1").arg(peopleText(report.others)),
               todosOf(report.others));
    if (report.refused() > 0)
        number(Text::tr("Refused: they break a rule of the database"), report.refused());
    number(Text::tr("With something that had to be repaired"), report.repairedRows);
    if (!report.isDryRun)
        number(Text::tr("Read back and equal to the file"), report.verified);
    page.raw(u"</table>"_s);
    if (!report.losses.isEmpty()) {
        page.heading(Text::tr("What could not be read"));
        page.list(report.losses);
    }
}

void writeSums(Page &page, const ImportReport &report)
{
    if (!report.sentSums && !report.newSums && !report.changedSums)
        return;
    page.heading(Text::tr("The sums that were compared"));
    page.paragraph(
        Text::tr("A number was made of all that a todo says, and these numbers were added up: once from "
                 "the file, and once from what the database gave back. If a single letter were another "
                 "one, the sums would differ."));
    page.raw(u"<table>"_s);
    page.row({{}, Text::tr("Todos"), Text::tr("In the file"), Text::tr("In the database")}, "th"_L1);
    const auto row = [&page](const QString &what, const std::optional<ComparedSums> &sums) {
        if (sums)
            page.row({what, QLocale().toString(sums->todos), sumText(sums->file), sumText(sums->database)});
    };
    row(Text::tr("All that were sent"), report.sentSums);
    row(Text::tr("New ones, read back"), report.newSums);
    row(Text::tr("What was written of changed ones, read back"), report.changedSums);
    page.raw(u"</table>"_s);
}

// What goes where, and what went nowhere.
void writeMapping(Page &page, const ImportReport &report)
{
    page.heading(Text::tr("What became of the columns"));
    page.paragraph(Text::tr("The file keeps its todos in a table called “%1”, a row for each todo.")
                       .arg(report.mapping.table));
    page.raw(u"<table>"_s);
    page.row({Text::tr("In the file"), Text::tr("In Tusk"), Text::tr("How times are written")}, "th"_L1);
    for (const auto &[target, column] : report.mapping.columns.asKeyValueRange()) {
        const QString label =
            column.clock.isEmpty() ? column.label : Text::tr("%1 and %2").arg(column.label, column.clock);
        page.row({label, textFor(target), textFor(report.mapping.timeForms.value(target))});
    }
    for (const QString &column : report.mapping.leftOut)
        page.row({column,
                  report.mapping.leftOutGoesToNotes ? Text::tr("at the end of the notes")
                                                    : Text::tr("not taken over"),
                  {}});
    page.raw(u"</table>"_s);
    if (const QStringList remarks = report.remarks(); !remarks.isEmpty())
        page.list(remarks);
    QStringList made;
    for (const NameBook::Entry &list : report.newLists)
        made.append(Text::tr("List “%1”").arg(list.name));
    for (const NameBook::Entry &tag : report.newTags)
        made.append(Text::tr("Tag “%1”").arg(tag.name));
    if (!made.isEmpty()) {
        page.heading(Text::tr("New lists and tags"));
        page.list(made);
    }
}

void writeConflict(Page &page, const ImportConflict &conflict)
{
    page.row({conflict.title, fieldText(conflict), valueText(conflict, conflict.inFile),
              valueText(conflict, conflict.inTusk)});
}

void writeConflicts(Page &page, const ImportReport &report, QFile &conflicts)
{
    if (report.conflictCount == 0)
        return;
    page.heading(report.mapping.keepsIds ? Text::tr("Not the same in the file and in Tusk")
                                         : Text::tr("Changed in the file and in Tusk"));
    page.paragraph(report.conflictsSentence());
    if (report.conflictCount > report.conflicts.size() && !conflicts.isOpen())
        page.paragraph(Text::tr("The first %1 of them are listed here.")
                           .arg(QLocale().toString(report.conflicts.size())));
    page.raw(u"<table>"_s);
    page.row({Text::tr("Todo"), Text::tr("What"), Text::tr("In the file"), Text::tr("In Tusk, and kept")},
             "th"_L1);
    if (conflicts.isOpen()) {
        while (!conflicts.atEnd() && page.isWhole())
            writeConflict(page, conflictFrom(QJsonDocument::fromJson(conflicts.readLine()).object()));
    } else {
        for (const ImportConflict &conflict : report.conflicts)
            writeConflict(page, conflict);
    }
    page.raw(u"</table>"_s);
}

void writeRepairs(Page &page, const ImportReport &report, QFile &repairs)
{
    if (report.repairs.isEmpty())
        return;
    page.heading(Text::tr("What was repaired"));
    if (report.unchangedSince)
        page.paragraph(report.unchangedSentence());
    page.paragraph(Text::tr("Old files are full of surprises. What did not fit into a todo was changed as "
                            "little as possible; the original value is beside it here, so nothing is lost."));
    QStringList sentences;
    for (const auto &[kind, count] : report.repairs.asKeyValueRange())
        sentences.append(sentenceFor(kind, count));
    page.list(sentences);
    if (!repairs.isOpen())
        return;
    page.raw(u"<table>"_s);
    page.row({Text::tr("Todo"), Text::tr("Column"), Text::tr("Value in the file"), Text::tr("What was done")},
             "th"_L1);
    while (!repairs.atEnd() && page.isWhole()) {
        const QJsonObject repair = QJsonDocument::fromJson(repairs.readLine()).object();
        const QString title = repair.value("todo"_L1).toString();
        const QString number = Text::tr("number %1").arg(repair.value("row"_L1).toString());
        const QString original = repair.value("original"_L1).toString();
        page.row({title.isEmpty() ? number : Text::tr("%1 (%2)").arg(title, number),
                  repair.value("column"_L1).toString(),
                  original.trimmed().isEmpty() ? Text::tr("(empty)") : original,
                  outcomeFor(repair.value("repair"_L1).toString())});
    }
    page.raw(u"</table>"_s);
}

void writeEnd(Page &page, const ImportReport &report)
{
    if (!report.isDryRun && report.bringsAnything()) {
        page.heading(Text::tr("If you change your mind"));
        page.paragraph(
            Text::tr("Undo takes the whole import back, in the window or with “tusk undo %1”. Todos that "
                     "you have worked on since then stay. “tusk verify %1” compares again, at any "
                     "time.")
                .arg(report.import.toString(QUuid::WithoutBraces)));
    }
    page.paragraph(Text::tr("The old file was only read: it is as it was."));
    page.raw(u"</body></html>"_s);
}

} // namespace

bool writeReportPage(const ImportReport &report, QFile &repairs, QFile &conflicts, QIODevice &target)
{
    Page page(target);
    writeBeginning(page, report);
    writeOutcome(page, report);
    writeRepairs(page, report, repairs);
    writeConflicts(page, report, conflicts);
    writeMapping(page, report);
    writeSums(page, report);
    writeEnd(page, report);
    return page.isWhole();
}

} // namespace tusk::importer
