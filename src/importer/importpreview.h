// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "domain/todo.h"
#include "domain/todolist.h"
#include "importer/convert/converter.h"
#include "importer/importsource.h"

#include <QDateTime>
#include <QList>
#include <QTimeZone>

namespace tusk::importer
{

// How a file would be read: what the user has decided so far.
struct PreviewRequest {
    Mapping mapping;
    QStringList owners = {}; // ids; empty: all
    ConversionOptions conversion = {};
    QDateTime now;
    int todos = 40; // that are looked at
};

struct PreviewTodo {
    domain::Todo todo;
    QList<Repair> repairs; // what had to be changed for it

    bool operator==(const PreviewTodo &) const = default;
};

// What a value of the column for the state is taken for.
struct StateMeaning {
    QByteArray value; // as of Mapping::stateValues
    StateValue::Kind kind = StateValue::Kind::Open;

    bool operator==(const StateMeaning &) const = default;
};

// The first todos as they would be in Tusk, and what else follows from the decisions. No database is asked.
struct ImportPreview {
    Mapping mapping;           // with what the values of its columns tell: to import with
    qint64 total = 0;          // todos, of those owners
    QList<SourceOwner> owners; // all there are by this mapping
    QList<PreviewTodo> todos;
    QList<domain::TodoList> lists; // that they refer to
    QList<domain::Tag> tags;
    bool hasTimesWithoutZone = false; // among the first
    // Where one of them is not plain by itself and they are few: for the user to say.
    QList<StateMeaning> states;
};

// Where todos go that have no list of their own, unless the user says so: into one of their own, or to the
// Inbox (empty) where the file knows lists.
[[nodiscard]] QString usualList(const Mapping &mapping, bool ownersAreLists);
// Of the desktop; UTC where the system does not name one.
[[nodiscard]] QTimeZone ownZone();

// Blocks for the disk, not on the GUI thread.
[[nodiscard]] base::Result<ImportPreview> previewImport(ImportSource &source, const PreviewRequest &request);

} // namespace tusk::importer
