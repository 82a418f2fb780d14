// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/namebook.h"
#include "importer/write/applier.h"
#include "importer/write/sortedlines.h"
#include "importer/write/staging.h"

#include <QByteArray>
#include <QList>

#include <stop_token>

namespace tusk::importer
{

class ImportTransaction;

// Some rows of a file whose todos are all new, ready for COPY: for each table its rows in the order in which
// its indexes take them soonest, of todos that of the file, as most of their indexes end in the position.
struct TodoPortion {
    Staged sent; // how many rows, and the sum of their hashes; none: that was the end of the file
    QList<NameBook::Entry> lists = {}; // that come into being with it
    QList<NameBook::Entry> tags = {};
    SortedLines todos = {};
    SortedLines taggings = {};
    SortedLines known = {}; // rows of tusk.import_row in the binary format, without its head and end
};

// Makes portions out of the rows of a file, one after another. Thread: one at a time.
class PortionMaker final
{
public:
    // The name books, which grow as rows are taken, must outlive this. most: so many rows make a portion,
    // unless they are long; 0: any number. The first is smaller, as the server has nothing to do until then.
    PortionMaker(const ImportRecord &record, RowSource rows, const NameBook &lists, const NameBook &tags,
                 qint64 most);

    [[nodiscard]] base::Result<TodoPortion> next(const std::stop_token &stop);

private:
    void add(TodoPortion &portion, const TodoRow &row) const;
    void addTodo(SortedLines &todos, const QByteArray &id, const FieldTexts &fields) const;

    const QByteArray m_import;
    const QByteArray m_importBytes;
    const QByteArray m_source;
    const RowSource m_rows;
    const NameBook &m_lists;
    const NameBook &m_tags;
    const qint64 m_most;
    bool m_isFirst = true;
    qsizetype m_knownLists = 0; // that went with the portions before
    qsizetype m_knownTags = 0;
};

// Writes them into the tables of a transaction in which the import is announced.
class PortionWriter final
{
public:
    explicit PortionWriter(ImportTransaction &transaction);

    [[nodiscard]] base::Result<void> write(const TodoPortion &portion);
    // After the last one: what changes then is logged row by row again.
    [[nodiscard]] base::Result<void> end();

private:
    [[nodiscard]] base::Result<void> setLogging(bool isOn);

    ImportTransaction &m_transaction;
    bool m_isLogging = true;
};

} // namespace tusk::importer
