// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/todovalues.h"
#include "domain/action.h"

#include <QList>
#include <QSet>

#include <algorithm>

namespace tusk::models
{

// Lists and tags in their order (position, then id), kept up to date. Record: domain::TodoList or
// domain::Tag.

template <class Record>
void sortRecords(QList<Record> &records)
{
    std::sort(records.begin(), records.end(), [](const Record &left, const Record &right) {
        return left.position != right.position ? left.position < right.position : left.id < right.id;
    });
}

// Confirmed rows: the newer version wins; what was touched and is not there any more goes. True if that
// changed anything.
template <class Record>
bool mergeRecords(QList<Record> &records, const QList<Record> &rows, const repository::ChangedRows &changes,
                  repository::LoggedChange::Entity entity)
{
    const QList<Record> before = records;
    QSet<QUuid> present;
    for (const Record &row : rows)
        present.insert(row.id.uuid());
    for (const repository::LoggedAction &action : changes.actions) {
        for (const repository::LoggedChange &change : action.changes) {
            if (change.entity == entity && !present.contains(change.id))
                records.removeIf([&](const Record &record) { return record.id.uuid() == change.id; });
        }
    }
    for (const Record &row : rows) {
        const auto known = std::find_if(records.begin(), records.end(),
                                        [&](const Record &record) { return record.id == row.id; });
        if (known == records.end())
            records.append(row);
        else if (known->version <= row.version)
            *known = row;
    }
    sortRecords(records);
    return records != before;
}

// Changes that are not confirmed, laid over. Change: domain::ListChange or domain::TagChange.
template <class Record, class Change>
void overlayRecords(QList<Record> &records, const QList<Change> &changes)
{
    if (changes.isEmpty())
        return;
    for (const Change &change : changes) {
        const auto id =
            change.operation == domain::ChangeOperation::Delete ? change.before.id : change.after.id;
        records.removeIf([&id](const Record &record) { return record.id == id; });
        if (change.operation != domain::ChangeOperation::Delete)
            records.append(change.after);
    }
    sortRecords(records);
}

} // namespace tusk::models
