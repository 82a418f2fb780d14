// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/convert/findings.h"
#include "importer/convert/namebook.h"
#include "importer/mapping/mapping.h"
#include "importer/sourceowner.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace tusk::importer
{

// A value that both sides have changed since the last import, or of which nothing tells which side is newer;
// Tusk's stays.
struct ImportConflict {
    QByteArray sourceId;
    QUuid todo;
    QString field;  // wordFor(Field)
    QString inFile; // lists, tags and parents by their names
    QString inTusk;
    QString title = {}; // of the todo, in Tusk

    bool operator==(const ImportConflict &) const = default;
};

[[nodiscard]] QJsonObject toJson(const ImportConflict &conflict);
[[nodiscard]] ImportConflict conflictFrom(const QJsonObject &json);

// 16 hexadecimal digits.
[[nodiscard]] QString sumText(quint64 sum);

// For people: which field, of wordFor(Field), and what is in it.
[[nodiscard]] QString fieldText(const QString &field);
[[nodiscard]] QString fieldText(const ImportConflict &conflict);
[[nodiscard]] QString valueText(const ImportConflict &conflict, const QString &value);

// Of two values no more than that many characters, with “…” where they go on: where they are alike for
// longer, from a little before the first difference.
struct Excerpts {
    QString one;
    QString other;
};
[[nodiscard]] Excerpts excerptsOf(const QString &one, const QString &other, qsizetype longest);

// Two sums that were made of the same todos, modulo 2^64: of the file, and of what the database gave back.
struct ComparedSums {
    qint64 todos = 0;
    quint64 file = 0;
    quint64 database = 0;

    bool operator==(const ComparedSums &) const = default;
};

// What an import did, or would do. A value, for the terminal, the wizard and tusk.import.
struct ImportReport {
    QUuid import;
    bool isDryRun = false;
    QString file; // as the user gave it
    Mapping mapping;
    QStringList owners;             // whose todos; empty: all there are
    QList<SourceOwner> others = {}; // whose todos are in the file, and were not asked for
    QDateTime started;
    QDateTime finished;

    QByteArray digest;      // of the file alone
    QByteArray fingerprint; // of the file and of how it was read
    // When it was imported, and was just as it is now: it was not read again, and the repairs are those of
    // then.
    std::optional<QDateTime> unchangedSince = {};
    qint64 rows = 0; // read
    qint64 created = 0;
    qint64 changed = 0;       // todos that an earlier import had brought
    qint64 same = 0;          // the file says nothing new of them
    qint64 editedInTusk = 0;  // of these: they differ from the file here, and stay so
    qint64 inTrash = 0;       // of those read: their own program had deleted them
    qint64 deletedInTusk = 0; // in the file, but deleted for good here: left alone
    qint64 missing = 0;       // brought by an earlier import, and in the file no more: left alone
    qint64 repairedRows = 0;
    QMap<RepairKind, qint64> repairs;
    QList<Repair> firstRepairs;
    qint64 conflictCount = 0;
    QList<ImportConflict> conflicts; // the first of them
    bool listsAllConflicts = false;  // in the file beside that of the repairs
    qint64 verified = 0;             // todos that were read back and are as they should be
    // All rows of a file that was known before, as they had arrived; todos that are new, as they were read
    // back; and of those that changed the values that were written.
    std::optional<ComparedSums> sentSums = {};
    std::optional<ComparedSums> newSums = {};
    std::optional<ComparedSums> changedSums = {};
    QList<NameBook::Entry> newLists;
    QList<NameBook::Entry> newTags;
    // All that todos of the file are in or have, as it calls them: the next import knows them so.
    QList<NameBook::Entry> usedLists = {};
    QList<NameBook::Entry> usedTags = {};
    QStringList losses = {}; // sentences: what of a damaged file could not be read

    // Todos that did not come, because no todo may be as they are.
    [[nodiscard]] qint64 refused() const { return repairs.value(RepairKind::Refused); }
    // Lists and tags for whose sake alone an import is made: a file of Tusk has such without todos.
    [[nodiscard]] qint64 namesOfTheirOwn() const;
    // Whether the database is another one after it.
    [[nodiscard]] bool bringsAnything() const;
    // Every row arrived and nothing of it was lost.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QJsonObject toJson() const;
    // Sentences: what is not taken over, what was decided how.
    [[nodiscard]] QStringList remarks() const;
    // Whose todos are left in the file.
    [[nodiscard]] QString othersSentence() const;
    // That the file was not read again; what was repaired follows it.
    [[nodiscard]] QString unchangedSentence() const;
    // Of those that the file says nothing new of.
    [[nodiscard]] QString editedSentence() const;
    // How many conflicts there are, and what became of them.
    [[nodiscard]] QString conflictsSentence() const;
    // Each of the first conflicts as a sentence.
    [[nodiscard]] QStringList conflictSentences(qsizetype most) const;
    // For people, one after another.
    [[nodiscard]] QStringList sentences() const;
    // Those between how many todos are new and that they were compared.
    [[nodiscard]] QStringList furtherSentences() const;
};

} // namespace tusk::importer
