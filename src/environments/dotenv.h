// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tusk::environments
{

struct DotEnvEntry {
    QString name;
    QString value;    // may be a secret
    int line = 0;     // from 1
    QString variable; // that it refers to as ${NAME}, which is not filled in; empty: none

    bool operator==(const DotEnvEntry &) const = default;
};

// A file of variables, as the many programs that read .env agree on it: NAME=value, with or without export,
// 'as it is', "with \n escapes", also over several lines, # comments.
struct DotEnv {
    QList<DotEnvEntry> entries;
    QList<int> badLines; // numbers of lines that are none of this

    // The last one of this name counts; null: there is none.
    [[nodiscard]] const DotEnvEntry *find(QLatin1StringView name) const;
};

[[nodiscard]] DotEnv parseDotEnv(const QString &text);

// The text of a file: UTF-8 with or without mark, or UTF-16 with it. Error: InvalidInput.
[[nodiscard]] base::Result<QString> textOfFile(const QByteArray &bytes);

} // namespace tusk::environments
