// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/importhistory.h"
#include "importer/importreport.h"

namespace tusk::app
{

class CommandContext;

// On standard output, in the form that the user wants.
void print(CommandContext &context, const importer::ImportReport &report);
void print(CommandContext &context, const importer::ImportState &state);

} // namespace tusk::app
