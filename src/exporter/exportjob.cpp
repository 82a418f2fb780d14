// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/exportjob.h"

#include "data/session/connection.h"
#include "exporter/exportfile.h"
#include "exporter/exportquery.h"
#include "exporter/texts.h"
#include "exporter/todowriter.h"

#include <chrono>

namespace tusk::exporter
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

using namespace std::chrono_literals;

// Silence of the server while it sorts a million todos; a dead network is noticed by the keepalives.
constexpr auto patience = 1h;

constexpr char settingsSql[] =
    "SELECT set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', "
    "'0', true), set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true), "
    "set_config('client_encoding', 'UTF8', true), set_config('work_mem', '64MB', true), "
    "set_config('jit', 'off', true)";

base::Error cancelled()
{
    base::Error error;
    error.kind = base::ErrorKind::Cancelled;
    error.sentence = Text::tr("The export was cancelled; no file was written.");
    return error;
}

// One run.
class Job final
{
public:
    Job(const ExportRequest &request, session::Connection &connection, const ProgressListener &progress,
        const std::stop_token &stop)
        : m_request(request)
        , m_connection(connection)
        , m_progress(progress)
        , m_stop(stop)
        , m_query(request)
        , m_file(request.file, request.mayReplace)
        , m_writer(writerFor(request.format))
    {
    }
    ~Job()
    {
        // Nothing was changed; where an interruption keeps us from saying so, the end of the connection does.
        if (m_connection.inTransaction() && !execute("export end", "ROLLBACK"))
            m_connection.close();
    }
    Q_DISABLE_COPY_MOVE(Job)

    Result<ExportReport> run()
    {
        using Step = Result<void> (Job::*)();
        for (const Step step :
             {&Job::openFile, &Job::begin, &Job::writeHeader, &Job::writeTodos, &Job::end}) {
            const auto taken = m_stop.stop_requested() ? Result<void>(cancelled()) : (this->*step)();
            if (!taken)
                return m_stop.stop_requested() ? cancelled() : taken.error();
        }
        return ExportReport{m_request.file, m_request.format, m_done, m_file.size()};
    }

private:
    Result<session::Answer> execute(const char *name, const QByteArray &sql,
                                    const QList<std::optional<QByteArray>> &values = {})
    {
        return m_connection.execute({.name = name, .sql = sql, .values = values}, patience);
    }

    // First, so that a name that cannot be does not cost a question.
    Result<void> openFile() { return m_file.open(); }

    Result<void> begin()
    {
        for (const QByteArray &sql :
             {QByteArray("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), QByteArray(settingsSql)}) {
            if (const auto done = execute("export begin", sql); !done)
                return done.error();
        }
        if (m_request.selection.what == ExportSelection::What::Place) {
            const auto kept = execute("export search", ExportQuery::keepSearchSql(),
                                      {m_request.selection.place.search.toUtf8()});
            if (!kept)
                return kept.error();
        }
        const auto counted = execute("export count", m_query.countSql());
        if (!counted)
            return counted.error();
        m_total = counted->scalar().toLongLong();
        return {};
    }

    Result<QList<ExportedName>> names(const char *name, const QByteArray &sql)
    {
        const auto answer = execute(name, sql);
        if (!answer)
            return answer.error();
        QList<ExportedName> entries;
        for (const auto &row : answer->rows)
            entries.append(nameFrom(row));
        return entries;
    }

    Result<void> writeHeader()
    {
        const auto lists = names("export lists", m_query.listsSql());
        const auto tags = names("export tags", m_query.tagsSql());
        const auto zones = execute("export zones", m_query.zonesSql());
        if (!lists || !tags)
            return lists ? tags.error() : lists.error();
        if (!zones)
            return zones.error();
        ExportHeader header{*lists, *tags, {}, m_request.title, {}};
        if (header.title.isEmpty())
            header.title = u"Tusk"_s;
        header.exportedAt = m_request.now.toUTC().toString(Qt::ISODateWithMs).toLatin1();
        for (const auto &row : zones->rows)
            header.zones.append(row.at(0).value_or(QByteArray()));
        return m_file.write(m_writer->begin(header));
    }

    Result<void> writeTodos()
    {
        return m_connection.copyOut(
            {.name = "export todos", .sql = m_query.copySql(), .values = {}},
            [this](QByteArrayView line) { return writeTodo(line); }, patience);
    }

    Result<void> writeTodo(QByteArrayView line)
    {
        if (m_stop.stop_requested())
            return cancelled();
        ++m_done;
        tell();
        return m_file.write(m_writer->add(todoFrom(line)));
    }

    Result<void> end()
    {
        if (m_done != m_total) {
            base::Error error;
            error.sentence = Text::tr("Not every todo could be read, so no file was written.");
            error.detail = u"%1 of %2"_s.arg(m_done).arg(m_total);
            return error;
        }
        if (auto written = m_file.write(m_writer->end()); !written)
            return written;
        return m_file.finish();
    }

    void tell()
    {
        const auto now = std::chrono::steady_clock::now();
        if (!m_progress || now - m_toldAt < 100ms)
            return;
        m_toldAt = now;
        m_progress({m_done, m_total});
    }

    const ExportRequest &m_request;
    session::Connection &m_connection;
    const ProgressListener &m_progress;
    const std::stop_token &m_stop;
    const ExportQuery m_query;
    ExportFile m_file;
    std::unique_ptr<TodoWriter> m_writer;
    qint64 m_done = 0;
    qint64 m_total = 0;
    std::chrono::steady_clock::time_point m_toldAt;
};

} // namespace

Result<ExportReport> runExport(const ExportRequest &request, session::Connection &connection,
                               const ProgressListener &progress, const std::stop_token &stop)
{
    return Job(request, connection, progress, stop).run();
}

} // namespace tusk::exporter
