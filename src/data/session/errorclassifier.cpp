// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/errorclassifier.h"

#include "data/session/poolertexts.h"
#include "data/session/redaction.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cerrno>
#include <cstring>
#include <netdb.h>

namespace tusk::session
{

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace
{

QString translated(const char *sentence)
{
    return QCoreApplication::translate("Session", sentence);
}

struct StateRule {
    const char *prefix; // of the SQLSTATE: a class or a whole code
    ErrorKind kind;
    const char *sentence;
};

// The first rule that fits decides: whole codes stand before their class.
struct ConnectRule {
    const char *prefix;
    ConnectProblem problem;
};

constexpr ConnectRule connectRules[] = {
    {"28P01", ConnectProblem::WrongPassword},    {"28", ConnectProblem::NotLetIn},
    {"3D000", ConnectProblem::NoSuchDatabase},   {"42501", ConnectProblem::NoRightToConnect},
    {"53300", ConnectProblem::NoFreeConnection}, {"53100", ConnectProblem::ServerDiskFull},
    {"57P03", ConnectProblem::ServerStarting},   {"57P", ConnectProblem::ServerStopping},
    {"53", ConnectProblem::ServerOverloaded},
};

constexpr StateRule statementRules[] = {
    {"40003", ErrorKind::ConnectionLost,
     QT_TRANSLATE_NOOP("Session", "The connection to the database was lost.")},
    {"40", ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session", "Another change got in the way; it can be tried again.")},
    {"55P03", ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session", "Another program is holding on to this data; it can be tried again.")},
    {"53100", ErrorKind::DiskFull,
     QT_TRANSLATE_NOOP("Session", "The disk of the database server is full; nothing was saved.")},
    {"53", ErrorKind::Transient, QT_TRANSLATE_NOOP("Session", "The database server is overloaded.")},
    {"25006", ErrorKind::ReadOnlyServer,
     QT_TRANSLATE_NOOP("Session", "This database can only be read at the moment; nothing was saved.")},
    {"25P03", ErrorKind::ConnectionLost,
     QT_TRANSLATE_NOOP("Session", "The connection to the database was lost.")},
    {"42501", ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session", "This user does not have the right to do that in the database.")},
    {"28", ErrorKind::Authentication,
     QT_TRANSLATE_NOOP("Session", "The database did not accept the user name or the password.")},
    {"3D000", ErrorKind::Authentication,
     QT_TRANSLATE_NOOP("Session", "The server has no database of this name.")},
    {"3F000", ErrorKind::SchemaMissing,
     QT_TRANSLATE_NOOP("Session", "The database is not set up for this version of Tusk.")},
    {"42P01", ErrorKind::SchemaMissing,
     QT_TRANSLATE_NOOP("Session", "The database is not set up for this version of Tusk.")},
    {"42703", ErrorKind::SchemaMissing,
     QT_TRANSLATE_NOOP("Session", "The database is not set up for this version of Tusk.")},
    {"42883", ErrorKind::SchemaMissing,
     QT_TRANSLATE_NOOP("Session", "The database is not set up for this version of Tusk.")},
    {"57014", ErrorKind::Timeout,
     QT_TRANSLATE_NOOP("Session", "The database took too long and stopped; nothing was changed.")},
    {"57P", ErrorKind::ConnectionLost,
     QT_TRANSLATE_NOOP("Session", "The database server ended the connection.")},
    {"08", ErrorKind::ConnectionLost,
     QT_TRANSLATE_NOOP("Session", "The connection to the database was lost.")},
};

template <class Rule, std::size_t N>
const Rule *ruleFor(const QByteArray &sqlState, const Rule (&rules)[N])
{
    const auto *found = std::find_if(std::begin(rules), std::end(rules), [&sqlState](const Rule &rule) {
        return sqlState.startsWith(rule.prefix);
    });
    return found == std::end(rules) ? nullptr : found;
}

QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

QString whereOf(const PGresult *result)
{
    QStringList parts;
    const std::pair<int, QLatin1StringView> wanted[] = {{PG_DIAG_SCHEMA_NAME, "schema"_L1},
                                                        {PG_DIAG_TABLE_NAME, "table"_L1},
                                                        {PG_DIAG_COLUMN_NAME, "column"_L1},
                                                        {PG_DIAG_CONSTRAINT_NAME, "constraint"_L1},
                                                        {PG_DIAG_STATEMENT_POSITION, "character"_L1}};
    for (const auto &[code, name] : wanted) {
        if (const QString value = field(result, code); !value.isEmpty())
            parts.append(name + u' ' + value);
    }
    return parts.join(u", "_s);
}

// “COPY todo, line 3: …” in the language of the server; the names of our tables have no digits.
qint64 copyLineOf(const PGresult *result)
{
    static const QRegularExpression line(uR"(COPY[^0-9\n]*([0-9]+))"_s);
    return line.match(field(result, PG_DIAG_CONTEXT)).captured(1).toLongLong();
}

// “Failing row contains (0190…, …”, “Key (id)=(0190…) already exists.”: nothing but the id is taken.
QByteArray rowIdOf(const PGresult *result)
{
    static const QRegularExpression id(uR"(\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[,)])"_s);
    return id.match(field(result, PG_DIAG_MESSAGE_DETAIL)).captured(1).toLatin1();
}

Error error(ErrorKind kind, const char *sentence, const Report &report, bool connectionUsable)
{
    return {.kind = kind,
            .sentence = translated(sentence),
            .detail = report.detail,
            .sqlState = report.sqlState,
            .statement = {},
            .connectionUsable = connectionUsable};
}

// The C library's own words for it, in the language in which libpq repeats them.
bool mentions(const Report &report, const char *words)
{
    return report.text.contains(QString::fromLocal8Bit(words), Qt::CaseInsensitive);
}

ConnectProblem problemAtStage(const Report &report, ConnectStage stage)
{
    switch (stage) {
    case ConnectStage::Reaching:
        if (mentions(report, gai_strerror(EAI_NONAME)) || mentions(report, gai_strerror(EAI_NODATA)))
            return ConnectProblem::UnknownHost;
        if (mentions(report, std::strerror(ECONNREFUSED)) || mentions(report, std::strerror(ENOENT)))
            return ConnectProblem::Refused;
        return ConnectProblem::Unreachable;
    case ConnectStage::Encrypting:
        return ConnectProblem::TlsFailed;
    case ConnectStage::LoggingIn:
        return ConnectProblem::EndedWhileLoggingIn;
    }
    return ConnectProblem::Unreachable;
}

} // namespace

Report reportOf(const PGresult *result, const QString &password)
{
    Report report;
    report.sqlState = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const QByteArray severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    report.fatal = severity == "FATAL" || severity == "PANIC";
    QString text = field(result, PG_DIAG_MESSAGE_PRIMARY);
    if (text.isEmpty()) // libpq's own results have one text only
        text = QString::fromUtf8(PQresultErrorMessage(result)).trimmed();
    report.text = text;
    const QString where = whereOf(result);
    report.detail = redacted(where.isEmpty() ? text : QString(text + u" ("_s + where + u')'), password);
    report.copyLine = copyLineOf(result);
    report.rowId = rowIdOf(result);
    return report;
}

Report reportOf(const PGconn *connection, const QString &password)
{
    Report report;
    report.text = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
    report.detail = redacted(report.text, password);
    return report;
}

Report reportOfConnectFailure(const QString &errorMessage, const QString &password)
{
    // Severity, two blanks, code with a digit: only the severity is translated.
    static const QRegularExpression coded(uR"(\S:  (?=[A-Z]*[0-9])([0-9A-Z]{5}): )"_s);
    Report report;
    report.fatal = true;
    report.text = errorMessage.trimmed();
    report.detail = redacted(report.text, password);
    for (auto match = coded.globalMatch(errorMessage); match.hasNext();)
        report.sqlState = match.next().captured(1).toLatin1();
    return report;
}

ConnectProblem connectProblem(const Report &report, ConnectStage stage)
{
    if (const ConnectRule *rule = ruleFor(report.sqlState, connectRules))
        return rule->problem;
    if (const auto known = problemInPoolerText(report.text))
        return *known;
    if (report.sqlState.isEmpty() && stage != ConnectStage::Reaching) {
        if (const auto known = problemInLibpqText(report.text))
            return *known;
    }
    return problemAtStage(report, stage);
}

Error connectError(const Report &report, ConnectStage stage)
{
    const ConnectFailure &found = connectFailure(connectProblem(report, stage));
    return error(found.kind, found.sentence, report, false);
}

// Only the provider's words tell.
bool meansWaking(const Error &connectError)
{
    return problemInPoolerText(connectError.detail) == ConnectProblem::DatabaseWaking;
}

Error statementError(const Report &report, const QByteArray &statementName)
{
    Error found;
    const bool fromProxy =
        report.sqlState.isEmpty() || report.sqlState == "XX000" || report.sqlState == "08P01";
    const auto known = fromProxy ? problemInPoolerText(report.text) : std::nullopt;
    if (known)
        found = error(connectFailure(*known).kind, connectFailure(*known).sentence, report, false);
    else if (const StateRule *rule = ruleFor(report.sqlState, statementRules))
        found = error(rule->kind, rule->sentence, report, rule->kind != ErrorKind::ConnectionLost);
    else
        found = error(ErrorKind::ServerError,
                      QT_TRANSLATE_NOOP("Session", "The database reported an error; nothing was changed."),
                      report, true);
    found.statement = statementName;
    found.copyLine = report.copyLine;
    found.rowId = report.rowId;
    if (report.fatal)
        found.connectionUsable = false;
    return found;
}

Error connectTimeoutError()
{
    const ConnectFailure &found = connectFailure(ConnectProblem::NoAnswer);
    Report report;
    report.detail = u"no connection within the time limit"_s;
    return error(found.kind, found.sentence, report, false);
}

Error nameServerSilentError()
{
    const ConnectFailure &found = connectFailure(ConnectProblem::NameServerSilent);
    Report report;
    report.detail = u"the name was not found within the time limit"_s;
    return error(found.kind, found.sentence, report, false);
}

Error silenceError(const QByteArray &statementName)
{
    return {.kind = ErrorKind::Timeout,
            .sentence = translated(QT_TRANSLATE_NOOP("Session", "The database server stopped answering.")),
            .detail = u"no sign of life within the time limit; the connection was shut"_s,
            .sqlState = {},
            .statement = statementName,
            .connectionUsable = false};
}

Error connectionLostError(const Report &report, const QByteArray &statementName)
{
    Error found =
        error(ErrorKind::ConnectionLost,
              QT_TRANSLATE_NOOP("Session", "The connection to the database was lost."), report, false);
    found.statement = statementName;
    return found;
}

Error cancelledError(const QByteArray &statementName, bool connectionUsable)
{
    return {.kind = ErrorKind::Cancelled,
            .sentence = translated(QT_TRANSLATE_NOOP("Session", "This was cancelled.")),
            .detail = {},
            .sqlState = {},
            .statement = statementName,
            .connectionUsable = connectionUsable};
}

Error allBusyError(int poolSize)
{
    return {.kind = ErrorKind::Transient,
            .sentence = translated(
                QT_TRANSLATE_NOOP("Session", "All connections to the database are busy; nothing was sent.")),
            .detail = u"none of the %1 connections of the pool became free in time"_s.arg(poolSize),
            .sqlState = {},
            .statement = {}};
}

Error notConnectedError()
{
    return {.kind = ErrorKind::NoConnection,
            .sentence = translated(QT_TRANSLATE_NOOP("Session", "There is no connection to the database.")),
            .detail = {},
            .sqlState = {},
            .statement = {},
            .connectionUsable = false};
}

Error brokenPromise(const QString &detail, const QByteArray &statementName)
{
    return {.kind = ErrorKind::Internal,
            .sentence = translated(QT_TRANSLATE_NOOP("Session", "Tusk made a mistake; nothing was changed.")),
            .detail = detail,
            .sqlState = {},
            .statement = statementName,
            .connectionUsable = true};
}

} // namespace tusk::session
