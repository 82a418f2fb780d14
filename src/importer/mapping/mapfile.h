// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/recognizer.h"

#include <QByteArray>

namespace tusk::importer
{

// A mapping that the user has written down, on top of what was recognised:
//   {"table": "todos", "columns": {"title": "caption", "notes": null, "completed": "state"},
//    "priorities": {"1": 3, "2": "medium", "someday": "low"}, "states": {"0": "open", "1": "open", "2":
//    "done"}, "completed_means_open": false, "month_first": true, "rest_to_notes": true}
// Every member may be missing; null takes a column away. docs/importing.md lists the words. What the values
// of the columns tell is looked up in the file: blocks for the disk. Error: InvalidInput with a sentence.
[[nodiscard]] base::Result<Mapping> mappingFromFile(const QByteArray &json, SqliteFile &file,
                                                    const Recognition &recognition);

} // namespace tusk::importer
