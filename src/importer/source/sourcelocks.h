// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::importer
{

// The locks by which the database library tells its processes from each other, taken for reading and by
// descriptors that cannot write. A program that is about to write waits for us meanwhile, as for any reader.
// They end with the descriptor.

// On the database itself: nobody changes its pages. False: somebody is just doing that.
[[nodiscard]] bool lockPages(int database);
// On the index of its write-ahead log: nobody moves the log into the database. Appending goes on.
[[nodiscard]] bool lockCheckpoints(int index);

} // namespace tusk::importer
