// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace tusk::importer
{

// Foreign texts made to fit the rules of domain/todorules.h, with what had to be done.
struct LineText {
    QString text;
    QString whole = {}; // where it was cut: all of it
    bool isBlank = false;
    bool hadLines = false;
    bool hadControls = false;
    bool wasCut = false;
};
[[nodiscard]] LineText asTitle(const QString &text);
// Of a list or tag. One that is cut ends in digits made of the whole of it, “… 3f2a”: names that differ
// behind their cut are several.
[[nodiscard]] LineText asName(const QString &text);

struct NotesText {
    QByteArray utf8;
    bool wasCut = false;
};
[[nodiscard]] NotesText asNotes(QString text);
[[nodiscard]] NotesText asExactNotes(const QString &text); // with the line ends that it has

// Whether the database takes a text as it is.
[[nodiscard]] bool fitsTitle(const QString &text);
[[nodiscard]] bool fitsName(const QString &text);
[[nodiscard]] bool fitsRepeat(const QString &text);
[[nodiscard]] bool fitsPosition(const QByteArray &text);
[[nodiscard]] bool fitsColor(const QByteArray &text);

} // namespace tusk::importer
