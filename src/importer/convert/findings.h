// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/jsonlines.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace tusk::importer
{

// What had to be changed so that a value fits into a todo, or why a todo could not be taken.
enum class RepairKind {
    Refused,           // the todo did not come: that value fits into none
    BlankTitle,        // it became “(no title)”
    LongTitle,         // cut; whole in the notes
    TitleOfLines,      // line breaks became blanks
    ControlCharacters, // left out
    InvalidText,       // no UTF-8; read as Windows-1252
    BytesAsText,       // a blob where a text should be
    LongNotes,         // cut at 1 MB; whole in the list of repairs only
    UnreadableTime,    // left empty
    UncertainState,    // neither done nor open for certain
    UnknownPriority,   // none
    MissingParent,     // it stands alone
    DeletedParent,     // here in Tusk; it stands alone
    ParentInCircle,    // it stands alone
    MissingList,       // as if it had none
    RepeatedId,        // it got another one
    MissingId,         // it got one
    UnknownRepeat,     // it is in the notes
    PartialRepeat,     // a rule says only a part; all of it is in the notes
    RepeatFromDone,    // counted from completion, which no rule can say
    UncertainTags,     // taken apart at the commas
    AssumedTime,       // of creation, change or completion: another one stands for it
    LongName,          // of a list or tag; cut, whole in the notes
    Cancelled,         // became completed
    Archived,          // became completed
    StrayCompletion,   // a time of completion of an open todo: not taken
    BytesLeftOut,      // in a column that goes to the notes, and no text: not taken
    SkippedHour,       // left out by the clocks of its zone in spring; became an hour later
    UnknownZone,       // the time stays as it is written
};
[[nodiscard]] QString wordFor(RepairKind kind);
[[nodiscard]] std::optional<RepairKind> repairNamed(QStringView word);
// For people, about several rows: “3 titles were blank and became “(no title)”.”
[[nodiscard]] QString sentenceFor(RepairKind kind, qint64 count);
// What was wrong and what was done, in a few words: “blank: it became “(no title)””.
[[nodiscard]] QString outcomeFor(RepairKind kind);
[[nodiscard]] QString outcomeFor(QStringView word); // empty: there is no such word
// What is said there is only in the list of repairs.
[[nodiscard]] bool losesText(RepairKind kind);

struct Repair {
    RepairKind kind = RepairKind::BlankTitle;
    QByteArray sourceId;
    QString column;
    QByteArray original; // as it was stored
    QString todo = {};   // the title, as it was imported

    bool operator==(const Repair &) const = default;
};
[[nodiscard]] QJsonObject toJson(const Repair &repair);
// Bytes that are no text stay as that has them. None: a kind that is not known.
[[nodiscard]] std::optional<Repair> repairFrom(const QJsonObject &json);

// All repairs of an import: counted, the first of them at hand, every one in a file of ours, so that a
// million of them take no memory.
class Findings final
{
public:
    static constexpr qsizetype mostAtHand = 1000;
    static constexpr qint64 mostRefused = 10; // behind these, too: nothing is as important

    // path: of the file, made by the first repair, with one JSON object a line; empty: none.
    explicit Findings(const QString &path);
    Q_DISABLE_COPY_MOVE(Findings)

    void add(const Repair &repair);

    [[nodiscard]] const QMap<RepairKind, qint64> &counts() const { return m_counts; }
    [[nodiscard]] qint64 repairedRows() const { return m_repairedRows; } // without those that were refused
    [[nodiscard]] const QList<Repair> &first() const { return m_first; }
    [[nodiscard]] QString path() const { return m_lines.path(); }
    // All of them are in the file. Error: the disk is full.
    [[nodiscard]] base::Result<void> flush();

private:
    JsonLines m_lines;
    QMap<RepairKind, qint64> m_counts;
    QList<Repair> m_first;
    qint64 m_repairedRows = 0;
    QByteArray m_lastRow;
};

} // namespace tusk::importer
