// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/action.h"

#include <QByteArray>
#include <QList>
#include <QSet>

namespace tusk::repository
{

// The text of a file of unsent actions. Each record is one line: the CRC-32 of its JSON as eight hexadecimal
// digits, a space, the JSON, a line feed. The first is the header {"tusk":1}; then come {"action":{…}} for
// what was kept and {"settled":"id"} for what the server has confirmed since. A record is complete with its
// line feed: what follows the last one was being written when the program ended.

inline constexpr int journalVersion = 1;

[[nodiscard]] QByteArray headerLine();
[[nodiscard]] QByteArray actionLine(const domain::Action &action);
[[nodiscard]] QByteArray settledLine(domain::ActionId id);

struct JournalContents {
    int version = journalVersion;
    QList<domain::Action> open; // kept and not settled, in the order of the file, each once
    QSet<domain::ActionId> settled;
    int damaged = 0;            // complete lines that are no record, or not one of ours
    qsizetype completeSize = 0; // bytes up to and with the last line feed
};

// Of a later version only the number is read: nobody here knows what its lines mean.
[[nodiscard]] JournalContents readJournal(QByteArrayView text);

} // namespace tusk::repository
