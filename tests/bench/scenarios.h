// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "benchtable.h"
#include "support/testserver.h"

namespace tusk::bench
{

struct Setting {
    qint64 todos = 1'000'000; // for what is measured on a big database
    bool quick = false;       // fewer round-trip times and repetitions: shows that it works
};

// The longest pause of the GUI thread while a window is used over slow and frozen networks.
void measurePauses(BenchTable &table, const Setting &setting);
// Statements that the server logs for each thing that is done.
void countStatements(BenchTable &table, const Setting &setting);
// The private server: first run and later starts, beside the same steps by hand.
void measureServerStart(BenchTable &table, const Setting &setting);
// From the start of the program to painted rows, beside a bare Qt table window; memory.
void measureStartUp(BenchTable &table, const Setting &setting);
// A big database: switching, scrolling, searching, actions.
void measureManyTodos(BenchTable &table, const Setting &setting);

// Fills a database with todos, lists and tags, without logging them.
void fill(tests::TestServer &server, const base::ConnectionSettings &settings, qint64 todos);

} // namespace tusk::bench
