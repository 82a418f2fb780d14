// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "benchtable.h"

#include <functional>

namespace tusk::bench
{

class BigDatabase;

struct Setting {
    qint64 todos = 1'000'000;                   // for what is measured on a big database
    bool hasOwnNetwork = false;                 // the cable can be pulled, see tests::enterOwnNetwork()
    bool quick = false;                         // fewer round-trip times and repetitions: shows that it works
    std::function<BigDatabase &()> bigDatabase; // that big one, filled when it is first asked for
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
// 10,000 todos in one list: scrolling, folding, selecting, dragging, switching place; memory.
void measureLongList(BenchTable &table, const Setting &setting);
// A key in every field, with the big database far away, and in very long notes.
void measureTyping(BenchTable &table, const Setting &setting);
// Several environments: switching, outages, wrong passwords, silence.
void measureEnvironments(BenchTable &table, const Setting &setting);
// Each failure of a database: how long the window is kept from its work.
void measureFailures(BenchTable &table, const Setting &setting);
void measureImport(BenchTable &table, const Setting &setting);

} // namespace tusk::bench
