// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/lookalike.h"

#include <QCoreApplication>

namespace tusk::session
{

using namespace Qt::StringLiterals;

namespace
{

struct Lookalike {
    const char *parameter;  // reported at the login, and by this one only, or server_version
    QLatin1StringView mark; // in the answer of version(), and in server_version
    QLatin1StringView name;
};

constexpr Lookalike lookalikes[] = {
    {"crdb_version", "CockroachDB"_L1, "CockroachDB"_L1},
    {"server_version", "-YB-"_L1, "YugabyteDB"_L1},
    {"padb_version", "Redshift"_L1, "Amazon Redshift"_L1},
    {"mz_version", "Materialize"_L1, "Materialize"_L1},
};

QString sentenceFor(const Lookalike &lookalike)
{
    return QCoreApplication::translate(
               "Session", "This is %1, which only looks like PostgreSQL; Tusk cannot keep todos in it.")
        .arg(lookalike.name);
}

bool reports(const Lookalike &lookalike, const QString &value)
{
    return !value.isEmpty() &&
           (qstrcmp(lookalike.parameter, "server_version") != 0 || value.contains(lookalike.mark));
}

} // namespace

std::optional<base::Error> lookalikeError(const PGconn *connection)
{
    for (const Lookalike &each : lookalikes) {
        const QString value = QString::fromUtf8(PQparameterStatus(connection, each.parameter));
        if (!reports(each, value))
            continue;
        base::Error error;
        error.kind = base::ErrorKind::ServerError;
        error.sentence = sentenceFor(each);
        error.detail = QLatin1StringView(each.parameter) + u": "_s + value;
        return error;
    }
    return std::nullopt;
}

QString lookalikeSentence(const QString &version)
{
    for (const Lookalike &each : lookalikes) {
        if (version.contains(each.mark))
            return sentenceFor(each);
    }
    return {};
}

} // namespace tusk::session
