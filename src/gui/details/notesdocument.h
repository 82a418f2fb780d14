// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>
#include <QString>
#include <QTextCursor>
#include <QTextDocument>

#include <memory>

namespace tusk::gui
{

// Notes as a document of plain text, with overlong lines in pieces. Which pieces belong together is known to
// the document only, so that the text comes out as it went in.

[[nodiscard]] bool hasOverlongLine(const QString &text);
// Thread: any; for a QPlainTextEdit.
[[nodiscard]] std::unique_ptr<QTextDocument> plainDocument(const QString &notes, const QFont &font);
// Instead of what is selected, overlong lines in pieces. Every break goes in by this: one that Qt makes might
// be taken for one that is for display only.
void insertBroken(QTextCursor &cursor, const QString &text);
// The text between two positions.
[[nodiscard]] QString joined(const QTextDocument &document, int from, int to);

} // namespace tusk::gui
