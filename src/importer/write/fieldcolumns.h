// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/convert/todorow.h"

#include <QByteArray>

#include <optional>

namespace tusk::importer
{

// Appends a field as COPY takes it into its columns in tusk.todo: due and start have three of them. A tab or
// line end is for the caller to append.
void appendColumns(QByteArray &line, Field field, const std::optional<QByteArray> &value);

} // namespace tusk::importer
