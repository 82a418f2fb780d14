// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importreport.h"

#include "importer/mapping/statemeanings.h"
#include "importer/texts.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostConflictSentences = 10;
constexpr qsizetype longestExcerpt = 80;

QString counted(const char *text, qint64 count)
{
    return QCoreApplication::translate("Import", text, nullptr, int(count));
}

QJsonObject namesOf(const QList<NameBook::Entry> &entries)
{
    QJsonObject names;
    for (const NameBook::Entry &entry : entries)
        names.insert(entry.name, QString::fromLatin1(entry.id));
    return names;
}

QJsonObject columnsOf(const Mapping &mapping)
{
    QJsonObject columns;
    for (const auto &[target, column] : mapping.columns.asKeyValueRange())
        columns.insert(wordFor(target), column.label);
    return columns;
}

QJsonObject timesOf(const Mapping &mapping)
{
    QJsonObject times;
    for (const auto &[target, usual] : mapping.timeForms.asKeyValueRange()) {
        if (usual.form != TimeForm::None && mapping.has(target))
            times.insert(wordFor(target), QJsonObject{{u"column"_s, mapping.columns.value(target).label},
                                                      {u"format"_s, textFor({usual.form})},
                                                      {u"percent"_s, usual.percent}});
    }
    return times;
}

QJsonObject sumsOf(const ImportReport &report)
{
    QJsonObject json;
    const auto add = [&json](const QString &name, const std::optional<ComparedSums> &sums) {
        if (sums)
            json.insert(name, QJsonObject{{u"todos"_s, sums->todos},
                                          {u"file"_s, sumText(sums->file)},
                                          {u"database"_s, sumText(sums->database)}});
    };
    add(u"sent"_s, report.sentSums);
    add(u"new"_s, report.newSums);
    add(u"changed"_s, report.changedSums);
    return json;
}

QJsonArray asJson(const QList<SourceOwner> &owners)
{
    QJsonArray json;
    for (const SourceOwner &owner : owners)
        json.append(QJsonObject{
            {u"id"_s, QString::fromUtf8(owner.id)}, {u"name"_s, owner.name}, {u"todos"_s, owner.todos}});
    return json;
}

QJsonArray conflictsOf(const QList<ImportConflict> &conflicts)
{
    QJsonArray json;
    for (const ImportConflict &conflict : conflicts)
        json.append(toJson(conflict));
    return json;
}

// Half of a character is none.
qsizetype beforeCharacter(const QString &text, qsizetype place)
{
    return place > 0 && place < text.size() && text.at(place).isLowSurrogate() ? place - 1 : place;
}

QString excerptOf(const QString &text, qsizetype from, qsizetype longest)
{
    const qsizetype begin = beforeCharacter(text, from);
    const qsizetype end = beforeCharacter(text, std::min(text.size(), begin + longest));
    QString excerpt = text.sliced(begin, end - begin);
    if (begin > 0)
        excerpt.prepend(u'…');
    if (end < text.size())
        excerpt.append(u'…');
    return excerpt;
}

// Each of the first todos that were refused, with the value that was the reason.
QStringList refusalLines(const QList<Repair> &repairs)
{
    QStringList lines;
    for (const Repair &repair : repairs) {
        if (repair.kind != RepairKind::Refused || lines.size() >= Findings::mostRefused)
            continue;
        const QString title = repair.todo.simplified();
        const QString todo = title.isEmpty()
                                 ? Text::tr("todo number %1").arg(QString::fromUtf8(repair.sourceId))
                                 : Text::tr("“%1”").arg(excerptOf(title, 0, longestExcerpt));
        lines.append("    "_L1 +
                     Text::tr("%1: %2 cannot be “%3”")
                         .arg(todo, repair.column,
                              excerptOf(QString::fromUtf8(repair.original).simplified(), 0, longestExcerpt)));
    }
    return lines;
}

} // namespace

QJsonObject toJson(const ImportConflict &conflict)
{
    return {{u"row"_s, QString::fromUtf8(conflict.sourceId)},
            {u"todo"_s, conflict.todo.toString(QUuid::WithoutBraces)},
            {u"title"_s, conflict.title},
            {u"field"_s, conflict.field},
            {u"in_file"_s, conflict.inFile},
            {u"in_tusk"_s, conflict.inTusk}};
}

ImportConflict conflictFrom(const QJsonObject &json)
{
    const auto text = [&json](QLatin1StringView name) { return json.value(name).toString(); };
    return {.sourceId = text("row"_L1).toUtf8(),
            .todo = QUuid::fromString(text("todo"_L1)),
            .field = text("field"_L1),
            .inFile = text("in_file"_L1),
            .inTusk = text("in_tusk"_L1),
            .title = text("title"_L1)};
}

Excerpts excerptsOf(const QString &one, const QString &other, qsizetype longest)
{
    const qsizetype before = longest / 4;
    const qsizetype alike = std::ranges::mismatch(one, other).in1 - one.cbegin();
    const bool isSeen = std::max(one.size(), other.size()) <= longest || alike + before <= longest;
    const qsizetype from = isSeen ? 0 : alike - before;
    return {excerptOf(one, from, longest), excerptOf(other, from, longest)};
}

QString sumText(quint64 sum)
{
    return u"%1"_s.arg(sum, 16, 16, QLatin1Char('0'));
}

QString fieldText(const QString &field)
{
    QStringView word = field;
    if (word == "list_id"_L1 || word == "parent_id"_L1)
        word.chop(3);
    const auto target = targetNamed(word);
    return target ? textFor(*target) : field;
}

QString fieldText(const ImportConflict &conflict)
{
    return fieldText(conflict.field);
}

QString valueText(const ImportConflict &conflict, const QString &value)
{
    if (conflict.field == "priority"_L1) {
        const std::array words{Text::tr("none"), Text::tr("low"), Text::tr("medium"), Text::tr("high")};
        return words.at(size_t(std::clamp(value.toInt(), 0, 3)));
    }
    return value.trimmed().isEmpty() ? Text::tr("(empty)") : value;
}

qint64 ImportReport::namesOfTheirOwn() const
{
    return mapping.isExact ? newLists.size() + newTags.size() : 0;
}

bool ImportReport::bringsAnything() const
{
    return created + changed + namesOfTheirOwn() > 0;
}

bool ImportReport::isComplete() const
{
    const auto lost = [](const auto &repair) { return repair.second > 0 && losesText(repair.first); };
    const auto each = repairs.asKeyValueRange();
    return losses.isEmpty() && std::none_of(each.begin(), each.end(), lost);
}

QJsonObject ImportReport::toJson() const
{
    QJsonObject counts;
    for (const auto &[kind, count] : repairs.asKeyValueRange())
        counts.insert(wordFor(kind), count);
    QJsonArray first;
    for (const Repair &repair : firstRepairs)
        first.append(importer::toJson(repair));
    return {{u"import"_s, import.toString(QUuid::WithoutBraces)},
            {u"dry_run"_s, isDryRun},
            {u"file"_s, file},
            {u"path"_s, QFileInfo(file).absoluteFilePath()},
            {u"kind"_s, mapping.kind},
            {u"table"_s, mapping.table},
            {u"columns"_s, columnsOf(mapping)},
            {u"times"_s, timesOf(mapping)},
            {u"not_taken"_s, QJsonArray::fromStringList(mapping.leftOut)},
            {u"remarks"_s, QJsonArray::fromStringList(remarks())},
            {u"owners"_s, QJsonArray::fromStringList(owners)},
            {u"others"_s, asJson(others)},
            {u"todos_of_others"_s, todosOf(others)},
            {u"started_at"_s, started.toUTC().toString(Qt::ISODateWithMs)},
            {u"finished_at"_s, finished.toUTC().toString(Qt::ISODateWithMs)},
            {u"digest"_s, QString::fromLatin1(digest)},
            {u"fingerprint"_s, QString::fromLatin1(fingerprint)},
            {u"unchanged_since"_s,
             unchangedSince ? QJsonValue(unchangedSince->toUTC().toString(Qt::ISODateWithMs)) : QJsonValue()},
            {u"rows"_s, rows},
            {u"created"_s, created},
            {u"changed"_s, changed},
            {u"same"_s, same},
            {u"edited_in_tusk"_s, editedInTusk},
            {u"in_trash"_s, inTrash},
            {u"deleted_in_tusk"_s, deletedInTusk},
            {u"missing_in_file"_s, missing},
            {u"refused"_s, refused()},
            {u"repaired_rows"_s, repairedRows},
            {u"repairs"_s, counts},
            {u"first_repairs"_s, first},
            {u"conflict_count"_s, conflictCount},
            {u"conflicts"_s, conflictsOf(conflicts)},
            {u"verified"_s, verified},
            {u"sums"_s, sumsOf(*this)},
            {u"losses"_s, QJsonArray::fromStringList(losses)},
            {u"complete"_s, isComplete()},
            {u"names"_s, QJsonObject{{u"list"_s, namesOf(usedLists)}, {u"tag"_s, namesOf(usedTags)}}}};
}

QStringList ImportReport::remarks() const
{
    QStringList lines = mapping.remarks;
    for (const auto &[target, example] : mapping.ambiguousDays.asKeyValueRange()) {
        const bool isSaid = mapping.dayOrders.contains(target);
        if (mapping.has(target) && !isSaid)
            lines.append(Text::tr("Dates such as %1 in “%2” were read as day/month/year; no value of that "
                                  "column tells whether it is so.")
                             .arg(example, mapping.columns.value(target).label));
    }
    if (mapping.plansAreMoments && mapping.plansNameNoZone)
        lines.append(Text::tr("Due and start times without a zone were read as being in UTC, or in the zone "
                              "that was chosen, as the other times."));
    for (const Target target : mapping.midnights.keys()) {
        if (mapping.has(target) && mapping.takesMidnightsForDays(target))
            lines.append(Text::tr("Times in “%1” that are midnight in UTC were taken for days.")
                             .arg(mapping.columns.value(target).label));
    }
    if (const QString states = sentenceOnStates(mapping); !states.isEmpty())
        lines.append(states);
    if (const auto highest = assumedHighest(mapping))
        lines.append(Text::tr("In “%1” the number %2 was taken for the highest priority; nothing in the file "
                              "tells whether it is so.")
                         .arg(mapping.columns.value(Target::Priority).label, QString::number(*highest)));
    return lines;
}

QString ImportReport::othersSentence() const
{
    return counted(QT_TRANSLATE_N_NOOP("Import", "%Ln todos of others are not taken: %1."), todosOf(others))
        .arg(peopleText(others));
}

QString ImportReport::unchangedSentence() const
{
    const QString day =
        QLocale().toString(unchangedSince.value_or(finished).toLocalTime(), QLocale::ShortFormat);
    const QString sentence =
        Text::tr("The file has not changed since it was imported on %1, so it was not read again.").arg(day);
    return repairs.isEmpty() ? sentence : Text::tr("%1 What had to be repaired then:").arg(sentence);
}

QString ImportReport::editedSentence() const
{
    return counted(QT_TRANSLATE_N_NOOP("Import", "%Ln of them were changed or put into the Trash in Tusk "
                                                 "since; they stay as they are there."),
                   editedInTusk);
}

QString ImportReport::conflictsSentence() const
{
    // A todo that is known by its own id may never have been imported.
    return mapping.keepsIds
               ? counted(QT_TRANSLATE_N_NOOP("Import", "%Ln values are not the same in the file and in Tusk, "
                                                       "and nothing tells which is newer; those in Tusk "
                                                       "were kept."),
                         conflictCount)
               : counted(QT_TRANSLATE_N_NOOP("Import", "%Ln values were changed both in the file and in "
                                                       "Tusk; those in Tusk were kept."),
                         conflictCount);
}

QStringList ImportReport::conflictSentences(qsizetype most) const
{
    constexpr qsizetype longest = 80;
    QStringList lines;
    for (const ImportConflict &conflict : conflicts.first(std::min(most, conflicts.size()))) {
        const Excerpts values = excerptsOf(valueText(conflict, conflict.inFile).simplified(),
                                           valueText(conflict, conflict.inTusk).simplified(), longest);
        lines.append(
            Text::tr("%1 of “%2”: “%3” in the file, “%4” in Tusk")
                .arg(fieldText(conflict), excerptOf(conflict.title, 0, longest), values.one, values.other));
    }
    if (conflictCount > most)
        lines.append(listsAllConflicts
                         ? Text::tr("… and others; the report names them.")
                         : Text::tr("… and others; a report that is written to a file names all of them."));
    return lines;
}

QStringList ImportReport::sentences() const
{
    QStringList lines;
    lines.append(isDryRun ? counted(QT_TRANSLATE_N_NOOP("Import", "%Ln todos would be new."), created)
                          : counted(QT_TRANSLATE_N_NOOP("Import", "%Ln todos are new."), created));
    if (created + changed == 0 && namesOfTheirOwn() > 0)
        lines.append(Text::tr("New lists and tags: %1.").arg(QLocale().toString(namesOfTheirOwn())));
    lines += furtherSentences();
    if (!isDryRun && created + changed > 0)
        lines.append(
            counted(QT_TRANSLATE_N_NOOP(
                        "Import", "%Ln todos were read back and compared with the file: all are equal."),
                    verified));
    return lines;
}

QStringList ImportReport::furtherSentences() const
{
    QStringList lines;
    if (changed > 0)
        lines.append(counted(QT_TRANSLATE_N_NOOP("Import", "%Ln todos had changed in the file."), changed));
    if (same > 0)
        lines.append(counted(
            QT_TRANSLATE_N_NOOP("Import", "%Ln todos were there already and have not changed in the file."),
            same));
    if (editedInTusk > 0)
        lines.append(editedSentence());
    if (inTrash > 0)
        lines.append(counted(
            QT_TRANSLATE_N_NOOP(
                "Import", "%Ln todos were deleted before: their days in the Trash begin with the import."),
            inTrash));
    if (deletedInTusk > 0)
        lines.append(
            counted(QT_TRANSLATE_N_NOOP("Import", "%Ln todos were deleted in Tusk since and stay deleted."),
                    deletedInTusk));
    if (missing > 0)
        lines.append(counted(QT_TRANSLATE_N_NOOP("Import", "%Ln todos that came from this file are not in it "
                                                           "any more; they stay in Tusk."),
                             missing));
    if (!others.isEmpty())
        lines.append(othersSentence());
    if (conflictCount > 0)
        lines.append(conflictsSentence());
    for (const QString &conflict : conflictSentences(mostConflictSentences))
        lines.append("    "_L1 + conflict);
    if (unchangedSince)
        lines.append(unchangedSentence());
    for (const auto &[kind, count] : repairs.asKeyValueRange()) {
        lines.append(sentenceFor(kind, count));
        if (kind == RepairKind::Refused)
            lines += refusalLines(firstRepairs);
    }
    if (!mapping.leftOut.isEmpty() && !mapping.leftOutGoesToNotes)
        lines.append(Text::tr("Not taken over: %1.").arg(mapping.leftOut.join(u", "_s)));
    return lines + remarks() + losses;
}

} // namespace tusk::importer
