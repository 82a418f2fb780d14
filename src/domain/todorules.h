// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "domain/todo.h"
#include "domain/todolist.h"

#include <QList>
#include <QString>

namespace tusk::domain
{

inline constexpr int maxTitleLength = 500;            // characters as PostgreSQL counts them: code points
inline constexpr qsizetype maxNotesBytes = 1'048'576; // of UTF-8
inline constexpr int maxNameLength = 200;             // of lists and tags
inline constexpr int maxRuleLength = 1000;            // of repeating
inline constexpr int maxZoneLength = 100;
inline constexpr int earliestYear = 1;
inline constexpr int latestYear = 9999;

// The same rules as the constraints of the schema, as sentences. Each gives the text as it will be stored, or
// InvalidInput with a sentence that says what is wrong and where; what was typed is never changed silently
// but for the white space named here.

// One line: line breaks and tabs become blanks, blanks at both ends go. Not blank (nor of invisible
// characters only), at most 500 characters, no NUL, no unpaired surrogate, no other control characters; the
// format characters of bidirectional text and emoji are welcome.
[[nodiscard]] base::Result<QString> checkedTitle(const QString &typed);
// Line ends become LF. At most 1 MB, no NUL, no unpaired surrogate.
[[nodiscard]] base::Result<QString> checkedNotes(const QString &typed);
// As a title, at most 200 characters.
[[nodiscard]] base::Result<QString> checkedListName(const QString &typed);
[[nodiscard]] base::Result<QString> checkedTagName(const QString &typed);
// And no other of them has that name, in whatever case.
[[nodiscard]] base::Result<QString> checkedListName(const QString &typed, ListId list,
                                                    const QList<TodoList> &all);
[[nodiscard]] base::Result<QString> checkedTagName(const QString &typed, TagId tag, const QList<Tag> &all);
// Years 1 to 9999; a zone exactly when there is a time, and one that exists.
[[nodiscard]] base::Result<When> checkedWhen(const When &when);
// Of the IANA database.
[[nodiscard]] bool isKnownZone(const QByteArray &zone);
[[nodiscard]] QList<QByteArray> knownZones(); // in the order of the alphabet

} // namespace tusk::domain
