// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace tusk::tests
{

struct StringLiteral {
    int line = 0; // of its begin, from 1
    QString text; // escapes as written; literals that follow each other directly are joined

    bool operator==(const StringLiteral &) const = default;
};

// A C++ file taken apart: comments are gone, literals stand apart from the code.
struct SourceText {
    QString code; // as many lines as the file; every literal is ""
    QList<StringLiteral> literals;
};

[[nodiscard]] SourceText readSource(const QString &content);

} // namespace tusk::tests
