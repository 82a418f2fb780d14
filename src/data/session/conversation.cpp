// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/conversation.h"

#include "data/session/errorclassifier.h"

#include <algorithm>
#include <array>
#include <vector>

namespace tusk::session
{

using namespace Qt::StringLiterals;

namespace
{

bool queue(PGconn *connection, const Statement &statement)
{
    std::vector<const char *> values;
    values.reserve(static_cast<std::size_t>(statement.values.size()));
    for (const auto &value : statement.values)
        values.push_back(value ? value->constData() : nullptr);
    return PQsendQueryParams(connection, statement.sql.constData(), static_cast<int>(values.size()), nullptr,
                             values.data(), nullptr, nullptr, 0) == 1;
}

std::optional<QByteArray> valueAt(const PGresult *result, int row, int column)
{
    if (PQgetisnull(result, row, column) != 0)
        return std::nullopt;
    return QByteArray(PQgetvalue(result, row, column), PQgetlength(result, row, column));
}

Answer copyOf(const PGresult *result)
{
    const int rows = PQntuples(result);
    const int columns = PQnfields(result);
    Answer answer;
    answer.rows.reserve(rows);
    for (int row = 0; row < rows; ++row) {
        QList<std::optional<QByteArray>> values;
        values.reserve(columns);
        for (int column = 0; column < columns; ++column)
            values.append(valueAt(result, row, column));
        answer.rows.append(std::move(values));
    }
    return answer;
}

bool isFailure(const PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE;
}

// COPY is a dialogue of its own.
bool isCopy(const PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
}

base::Error copyRefused(const QByteArray &statementName)
{
    base::Error error = brokenPromise(u"COPY is not possible here"_s, statementName);
    error.connectionUsable = false;
    return error;
}

// To the end of one query, which may hold several statements.
base::Result<QList<Answer>> readAnswers(Exchange &exchange)
{
    QList<Answer> answers;
    std::optional<base::Error> failure;
    while (true) {
        auto result = exchange.next();
        if (!result)
            return result.error();
        const PGresult *current = result->get();
        if (!current)
            break;
        if (isCopy(current))
            return copyRefused(exchange.statementName());
        if (!isFailure(current))
            answers.append(copyOf(current));
        else if (!failure)
            failure = exchange.errorOf(current);
    }
    if (failure)
        return *failure;
    return answers;
}

// Begins a COPY; an error where the server does not want to.
base::Result<void> beginCopy(PGconn *connection, Exchange &exchange, const QByteArray &sql,
                             ExecStatusType direction)
{
    if (PQsendQuery(connection, sql.constData()) != 1)
        return exchange.sendFailure();
    auto result = exchange.next();
    if (!result)
        return result.error();
    if (PQresultStatus(result->get()) == direction)
        return {};
    base::Error error = result->get() && isFailure(result->get())
                            ? exchange.errorOf(result->get())
                            : brokenPromise(u"the statement is no such COPY"_s, exchange.statementName());
    if (auto rest = readAnswers(exchange); !rest && !rest.error().connectionUsable)
        error.connectionUsable = false;
    return error;
}

// Sends what the source gives, up to its end, its error or the wish that it ends.
base::Result<void> sendPortions(PGconn *connection, Exchange &exchange, const CopySource &source)
{
    while (true) {
        const base::Result<QByteArray> portion = source();
        if (!portion)
            return portion.error();
        if (portion->isEmpty())
            return {};
        if (PQputCopyData(connection, portion->constData(), static_cast<int>(portion->size())) != 1)
            return exchange.sendFailure();
        if (auto sent = exchange.flush(); !sent)
            return sent;
        if (exchange.isCancelling())
            return cancelledError(exchange.statementName(), true);
    }
}

// Reads what a pipeline of BEGIN, the statements and COMMIT gives back.
class PipelineReader final
{
public:
    PipelineReader(PGconn *connection, Exchange &exchange, const QList<Statement> &statements)
        : m_connection(connection)
        , m_exchange(exchange)
        , m_statements(statements)
    {
    }

    base::Result<QList<Answer>> read()
    {
        while (!m_synchronised && PQstatus(m_connection) == CONNECTION_OK) {
            auto result = m_exchange.next();
            if (!result)
                return result.error();
            if (const PGresult *current = result->get())
                take(current);
            else
                ++m_position;
        }
        if (!m_failure && !m_synchronised)
            m_failure = m_exchange.sendFailure();
        if (!m_failure && !m_committed)
            m_failure = brokenPromise(u"the server did not commit"_s, m_exchange.statementName());
        if (m_failure)
            return *m_failure;
        return m_answers;
    }

private:
    void take(const PGresult *result)
    {
        const bool isStatement = m_position >= 1 && m_position <= m_statements.size();
        if (PQresultStatus(result) == PGRES_PIPELINE_SYNC) {
            m_synchronised = true;
        } else if (isFailure(result)) {
            fail(m_exchange.errorOf(result), isStatement);
        } else if (isCopy(result)) {
            fail(copyRefused(m_exchange.statementName()), isStatement);
        } else if (isStatement && PQresultStatus(result) != PGRES_PIPELINE_ABORTED) {
            m_answers.append(copyOf(result));
        } else if (m_position > m_statements.size()) {
            m_committed = qstrcmp(PQcmdStatus(const_cast<PGresult *>(result)), "COMMIT") == 0;
        }
    }

    // The first failure is the reason; what follows it was skipped by the server.
    void fail(base::Error error, bool isStatement)
    {
        if (m_failure)
            return;
        if (isStatement)
            error.statement = m_statements.at(m_position - 1).name;
        m_failure = std::move(error);
    }

    PGconn *m_connection;
    Exchange &m_exchange;
    const QList<Statement> &m_statements;
    qsizetype m_position = 0; // 0: BEGIN, then the statements, then COMMIT
    bool m_synchronised = false;
    bool m_committed = false;
    QList<Answer> m_answers;
    std::optional<base::Error> m_failure;
};

bool queueTransaction(PGconn *connection, const QByteArray &beginning, const QList<Statement> &statements)
{
    const Statement begin{.name = "begin", .sql = beginning, .values = {}};
    const Statement commit{.name = "commit", .sql = "COMMIT", .values = {}};
    const auto queued = [connection](const Statement &statement) { return queue(connection, statement); };
    return queued(begin) && std::all_of(statements.begin(), statements.end(), queued) && queued(commit) &&
           PQpipelineSync(connection) == 1;
}

} // namespace

base::Result<Answer> converse(PGconn *connection, Exchange &exchange, const Statement &statement)
{
    if (!queue(connection, statement))
        return exchange.sendFailure();
    auto answers = readAnswers(exchange);
    if (!answers)
        return answers.error();
    return answers->isEmpty() ? Answer{} : std::move(answers->last());
}

base::Result<QList<Answer>> converseInPipeline(PGconn *connection, Exchange &exchange,
                                               const QByteArray &beginning,
                                               const QList<Statement> &statements)
{
    if (PQenterPipelineMode(connection) != 1)
        return exchange.sendFailure();
    if (!queueTransaction(connection, beginning, statements)) {
        base::Error error = exchange.sendFailure();
        error.connectionUsable = false; // half a pipeline cannot be taken back
        return error;
    }
    auto answers = PipelineReader(connection, exchange, statements).read();
    if (!answers && !answers.error().connectionUsable)
        return answers;
    if (PQexitPipelineMode(connection) != 1) {
        base::Error error = answers ? exchange.sendFailure() : answers.error();
        error.connectionUsable = false;
        return error;
    }
    return answers;
}

base::Result<Answer> converseByScript(PGconn *connection, Exchange &exchange, const QByteArray &sql)
{
    if (PQsendQuery(connection, sql.constData()) != 1)
        return exchange.sendFailure();
    auto answers = readAnswers(exchange);
    if (!answers)
        return answers.error();
    return answers->isEmpty() ? Answer{} : std::move(answers->last());
}

base::Result<void> converseByCopyIn(PGconn *connection, Exchange &exchange, const QByteArray &sql,
                                    const CopySource &source)
{
    if (auto begun = beginCopy(connection, exchange, sql, PGRES_COPY_IN); !begun)
        return begun;
    auto sent = sendPortions(connection, exchange, source);
    if (!sent && PQstatus(connection) != CONNECTION_OK)
        return sent;
    if (PQputCopyEnd(connection, sent ? nullptr : "given up by the client") != 1)
        return exchange.sendFailure();
    if (auto flushed = exchange.flush(); !flushed)
        return flushed;
    auto answers = readAnswers(exchange);
    if (!sent) {
        base::Error error = sent.error();
        error.connectionUsable = answers || answers.error().connectionUsable;
        return error;
    }
    return answers ? base::Result<void>() : answers.error();
}

base::Result<void> converseByCopyOut(PGconn *connection, Exchange &exchange, const QByteArray &sql,
                                     const CopySink &sink)
{
    if (auto begun = beginCopy(connection, exchange, sql, PGRES_COPY_OUT); !begun)
        return begun;
    base::Result<void> taken;
    while (true) {
        char *row = nullptr;
        const int size = PQgetCopyData(connection, &row, 1);
        const std::unique_ptr<char, decltype(&PQfreemem)> owner(row, &PQfreemem);
        if (size < 0)
            break;
        if (size == 0) {
            if (auto waited = exchange.wait(); !waited)
                return waited;
        } else if (taken) {
            taken = sink(QByteArrayView(row, size));
        }
    }
    auto answers = readAnswers(exchange);
    if (!answers)
        return answers.error();
    return taken;
}

bool holdsNul(const Statement &statement)
{
    const auto cut = [](const std::optional<QByteArray> &value) { return value && value->contains('\0'); };
    return statement.sql.contains('\0') || std::any_of(statement.values.begin(), statement.values.end(), cut);
}

} // namespace tusk::session
