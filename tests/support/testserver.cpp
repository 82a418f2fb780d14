// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/testserver.h"

#include "support/clustertemplate.h"
#include "support/failure.h"
#include "support/freeport.h"
#include "support/runprogram.h"

#include <libpq-fe.h>

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

#include <signal.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr auto applicationOfTests = "tusk-test-bench"_L1;

QByteArray readFrom(const QString &path, qint64 offset)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
        return {};
    return file.readAll();
}

void append(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(text.toUtf8()) < 0)
        giveUp(u"cannot write "_s + path);
}

std::vector<ProgramHandle> childrenOf(pid_t parent)
{
    std::vector<ProgramHandle> children;
    const QByteArray pids = readFrom(u"/proc/%1/task/%1/children"_s.arg(parent), 0).simplified();
    for (const QByteArray &pid : pids.split(' ')) {
        if (!pid.isEmpty())
            children.emplace_back(pid.toInt());
    }
    return children;
}

Storage storageFor(const TestServerOptions &options)
{
    return options.fsync ? Storage::Disk : Storage::Memory;
}

// Of copying a small database. Before version 15 there was no other.
QString quickestStrategy(SqlClient &client)
{
    const int version = client.rows(u"SHOW server_version_num"_s).constFirst().constFirst().toInt();
    return version >= 150'000 ? u" STRATEGY file_copy"_s : QString();
}

void awaitEnd(const ProgramHandle &program)
{
    if (!program.waitForEnd(std::chrono::seconds(30)))
        giveUp(u"the server %1 does not end"_s.arg(program.pid()));
}

} // namespace

TestServer::TestServer(TestServerOptions options)
    : m_options(std::move(options))
    , m_folder(u"pg"_s, storageFor(m_options))
{
    if (m_options.programs.isEmpty())
        m_options.programs = postgresPrograms();
    giveToServerAccount(m_folder.path());
    if (m_options.standbyOf)
        copyRunning(*m_options.standbyOf);
    else
        copyTemplate();
    writeAuthentication();
    writeSettings();
    start();
}

TestServer::~TestServer() = default; // the guardian of the folder ends the server

base::ConnectionSettings TestServer::createDatabase(const TestDatabaseOptions &options)
{
    base::ConnectionSettings settings = superuser();
    settings.database = u"t%1"_s.arg(++m_databases);
    settings.user = options.role == TestRole::Owner ? u"tusk"_s : settings.database + "_role"_L1;
    settings.password = u"tusk"_s;
    settings.applicationName = base::ConnectionSettings().applicationName;
    if (m_options.tcp)
        settings.host = u"127.0.0.1"_s;

    SqlClient client(superuser());
    if (options.role != TestRole::Owner)
        client.rows(u"CREATE ROLE %1 LOGIN PASSWORD 'tusk'"_s.arg(settings.user));
    client.rows(u"CREATE DATABASE %1 OWNER %2 TEMPLATE %3%4"_s.arg(
        settings.database, options.role == TestRole::Owner ? settings.user : u"postgres"_s,
        options.copyOf.isEmpty() ? u"template0"_s : options.copyOf, quickestStrategy(client)));
    if (options.role == TestRole::SchemaOnly)
        psql(u"CREATE SCHEMA tusk AUTHORIZATION "_s + settings.user, settings.database);
    return settings;
}

base::ConnectionSettings TestServer::superuser(const QString &database) const
{
    base::ConnectionSettings settings;
    settings.database = database;
    settings.user = u"postgres"_s;
    settings.applicationName = applicationOfTests;
    return onSocket(settings);
}

base::ConnectionSettings TestServer::onSocket(base::ConnectionSettings settings) const
{
    settings.host = socketFolder();
    settings.port = m_port;
    return settings;
}

QList<QStringList> TestServer::psql(const QString &sql, const QString &database)
{
    return SqlClient(superuser(database)).rows(sql);
}

void TestServer::start()
{
    const bool firstTime = m_port == 0;
    for (int tries = 0; tries < 3; ++tries) {
        // A port that was free may be taken a moment later, by another test for instance.
        if (firstTime)
            m_port = m_options.tcp ? freePort() : base::ConnectionSettings().port;
        if (startOnce())
            return;
    }
    giveUp(u"PostgreSQL does not start:\n"_s + QString::fromUtf8(readFrom(logFile(), 0)));
}

void TestServer::stop()
{
    m_program.sendSignal(SIGINT);
    awaitEnd(m_program);
}

void TestServer::kill9()
{
    // Stopped first, so that it starts no further backend while its children are counted.
    m_program.sendSignal(SIGSTOP);
    std::vector<ProgramHandle> programs = childrenOf(m_program.pid());
    programs.emplace_back(m_program.pid());
    for (const ProgramHandle &program : programs)
        program.sendSignal(SIGKILL);
    for (const ProgramHandle &program : programs)
        awaitEnd(program);
    // Until its new parent reaps it, the dead server would look alive to the next one.
    QFile::remove(dataFolder() + "/postmaster.pid"_L1);
    QFile::remove(socketFolder() + u"/.s.PGSQL.%1.lock"_s.arg(m_port));
}

void TestServer::restart()
{
    stop();
    start();
}

int TestServer::terminateBackends(const QString &database)
{
    const QString sql = u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE backend_type = "
                        u"'client backend' "
                        "AND pid <> pg_backend_pid() AND ('%1' = '' OR datname = '%1')"_s.arg(database);
    return psql(sql).constFirst().constFirst().toInt();
}

qint64 TestServer::logMark() const
{
    return QFileInfo(logFile()).size();
}

QStringList TestServer::logLines(qint64 mark) const
{
    return QString::fromUtf8(readFrom(logFile(), mark)).split(u'\n', Qt::SkipEmptyParts);
}

QList<LoggedStatement> TestServer::statements(qint64 mark) const
{
    return statementsOfTests(readFrom(logFile(), mark));
}

QList<LoggedStatement> TestServer::countedStatements(qint64 mark) const
{
    // The rule needs the sessions from their beginning.
    const QByteArray log = readFrom(logFile(), 0);
    const qsizetype before = withoutUncounted(statementsOfTests(log.first(mark))).size();
    return withoutUncounted(statementsOfTests(log)).sliced(before);
}

QList<LoggedStatement> TestServer::statementsOfTests(const QByteArray &log) const
{
    QList<LoggedStatement> statements = readStatements(log);
    statements.removeIf([](const LoggedStatement &each) { return each.application == applicationOfTests; });
    return statements;
}

void TestServer::copyTemplate()
{
    const QString original = clusterTemplate(m_options.programs, storageFor(m_options));
    runProgram({u"cp"_s, u"--archive"_s, u"--reflink=auto"_s, original, dataFolder()});
}

void TestServer::copyRunning(const TestServer &primary)
{
    runProgram(asServerAccount({m_options.programs + "/pg_basebackup"_L1, u"--pgdata"_s, dataFolder(),
                                u"--host"_s, primary.socketFolder(), u"--port"_s,
                                QString::number(primary.port()), u"--username=postgres"_s,
                                u"--checkpoint=fast"_s, u"--no-sync"_s, u"--write-recovery-conf"_s}));
}

void TestServer::writeAuthentication()
{
    const QString method = m_options.scram ? u"scram-sha-256"_s : u"trust"_s;
    const QString path = m_folder.file(u"pg_hba.conf"_s);
    append(path,
           u"local all,replication postgres trust\nlocal all all %1\nhost all all 127.0.0.1/32 %1\n"_s.arg(
               method));
    giveToServerAccount(path);
}

void TestServer::writeSettings()
{
    const QString durable = m_options.fsync ? u"on"_s : u"off"_s;
    QMap<QString, QString> settings{
        {u"hba_file"_s, m_folder.file(u"pg_hba.conf"_s)},
        {u"listen_addresses"_s, m_options.tcp ? u"127.0.0.1"_s : QString()},
        {u"unix_socket_directories"_s, socketFolder()},
        {u"fsync"_s, durable},
        {u"full_page_writes"_s, durable},
        {u"dynamic_shared_memory_type"_s, u"mmap"_s}, // in the data folder, so gone with it
        {u"shared_buffers"_s, u"32MB"_s},
        {u"log_statement"_s, m_options.logStatements ? u"all"_s : u"none"_s},
        {u"log_line_prefix"_s, QString::fromLatin1(serverLogPrefix)},
        {u"lc_messages"_s, u"C"_s},
        {u"password_encryption"_s, u"scram-sha-256"_s}, // before version 14 it was another one
        {u"TimeZone"_s, u"UTC"_s},
    };
    settings.insert(m_options.settings);
    QString text;
    for (auto it = settings.cbegin(); it != settings.cend(); ++it)
        text += u"%1 = '%2'\n"_s.arg(it.key(), QString(it.value()).replace(u'\'', "''"_L1));
    append(dataFolder() + "/postgresql.conf"_L1, text);
}

bool TestServer::startOnce()
{
    m_program = ProgramHandle(asServerAccount({m_options.programs + "/postgres"_L1, u"-D"_s, dataFolder(),
                                               u"-p"_s, QString::number(m_port)}),
                              logFile());
    const QByteArray address = u"host=%1 port=%2 user=postgres"_s.arg(socketFolder()).arg(m_port).toUtf8();
    const QDeadlineTimer limit(std::chrono::seconds(60));
    while (m_program.isRunning() && !limit.hasExpired()) {
        if (PQping(address.constData()) == PQPING_OK)
            return true;
        QThread::msleep(2);
    }
    return false;
}

} // namespace tusk::tests
