// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/serverlog.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

// In the order in which QPSQL sends them when a connection is opened.
const QList<QLatin1StringView> openingStatements{
    "SELECT version()"_L1,
    "SELECT '\\\\' x"_L1,
    "SET CLIENT_ENCODING TO 'UNICODE'"_L1,
    "SET DATESTYLE TO 'ISO'"_L1,
    "SET bytea_output TO escape"_L1,
};

bool belongsToTransaction(const QString &text)
{
    static const QRegularExpression pattern(u"^\\s*(BEGIN|COMMIT|SET LOCAL\\b[^;]*)\\s*;?\\s*$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

} // namespace

QList<LoggedStatement> readStatements(const QByteArray &log)
{
    static const QRegularExpression line(
        u"^[^|]*\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|LOG:  (?:(statement)|execute [^:]*): (.*)$"_s);
    QList<LoggedStatement> statements;
    bool continues = false;
    for (const QString &text : QString::fromUtf8(log).split(u'\n')) {
        if (text.startsWith(u'\t')) {
            if (continues)
                statements.last().text += u'\n' + text.sliced(1);
            continue;
        }
        const QRegularExpressionMatch match = line.match(text);
        continues = match.hasMatch();
        if (continues)
            statements.append({match.captured(1), match.captured(2), match.captured(3), match.captured(5),
                               match.capturedLength(4) == 0});
    }
    return statements;
}

QList<LoggedStatement> withoutUncounted(const QList<LoggedStatement> &statements)
{
    QHash<QString, qsizetype> opened; // session -> how many of the opening statements have passed
    QList<LoggedStatement> counted;
    for (const LoggedStatement &statement : statements) {
        qsizetype &next = opened[statement.session];
        if (next < openingStatements.size() && statement.text == openingStatements.at(next)) {
            ++next;
            continue;
        }
        next = openingStatements.size();
        if (!belongsToTransaction(statement.text))
            counted.append(statement);
    }
    return counted;
}

} // namespace tusk::tests
