// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "support/programhandle.h"
#include "support/serverfolder.h"
#include "support/serverlog.h"
#include "support/sqlclient.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace tusk::tests
{

class TestServer;

struct TestServerOptions {
    bool tcp = false;                     // also on 127.0.0.1, on a free port
    bool scram = false;                   // passwords by SCRAM; otherwise everyone is trusted
    bool fsync = false;                   // on, and on disk: where durability is measured or tested
    bool logStatements = false;           // log_statement=all, for statements()
    QMap<QString, QString> settings = {}; // of postgresql.conf; wins over the others
    QString programs = {};                // folder with initdb and postgres; empty: the newest installed
    // This one runs, and the new one becomes a standby of it, with all that is there by then and its
    // settings. It makes no databases of its own.
    const TestServer *standbyOf = nullptr;
};

// What the role of a new database may do. The role tusk owns its databases; others are made for the database.
enum class TestRole {
    Owner,      // tusk
    SchemaOnly, // may not create in the database (no extension), but owns an empty schema "tusk"
    Powerless,  // may connect, nothing else
};

struct TestDatabaseOptions {
    TestRole role = TestRole::Owner;
    QString copyOf = {}; // name of an existing database without connections; empty: an empty database
};

// A real private PostgreSQL for one test program: its own cluster (C.UTF-8), its own socket, gone with the
// test in whatever way that ends. Works as root, through the postgres account, and as an ordinary user. A
// server that does not start ends the test program with its log. Thread: one thread at a time.
class TestServer final
{
public:
    explicit TestServer(TestServerOptions options = {});
    ~TestServer();
    Q_DISABLE_COPY_MOVE(TestServer)

    // A fresh database and how to reach it: by TCP where the options ask for it, else by the socket.
    [[nodiscard]] base::ConnectionSettings createDatabase(const TestDatabaseOptions &options = {});
    // As the superuser, who is always trusted on the socket.
    [[nodiscard]] base::ConnectionSettings
    superuser(const QString &database = QStringLiteral("postgres")) const;
    [[nodiscard]] base::ConnectionSettings onSocket(base::ConnectionSettings settings) const;

    // Rows of the last statement, run by the superuser; an error ends the test program. NULL is a null
    // QString.
    QList<QStringList> psql(const QString &sql, const QString &database = QStringLiteral("postgres"));

    void start(); // after stop() or kill9(); same port and settings
    void stop();  // fast shutdown: sessions are ended with 57P01
    void kill9(); // the server and all of its backends at once, as the kernel's OOM killer would
    void restart();
    int terminateBackends(const QString &database = {}); // client backends; how many
    [[nodiscard]] bool isRunning() const { return m_program.isRunning(); }
    [[nodiscard]] pid_t pid() const { return m_program.pid(); }

    // A place in the log, for the two below.
    [[nodiscard]] qint64 logMark() const;
    [[nodiscard]] QStringList logLines(qint64 mark = 0) const;
    // What was executed since the mark; needs logStatements. counted...() leaves out what the project's
    // counting rule leaves out, see withoutUncounted(). The superuser's own, made by this class, never
    // appear.
    [[nodiscard]] QList<LoggedStatement> statements(qint64 mark = 0) const;
    [[nodiscard]] QList<LoggedStatement> countedStatements(qint64 mark = 0) const;

    [[nodiscard]] QString socketFolder() const { return m_folder.path(); }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString dataFolder() const { return m_folder.file(QStringLiteral("data")); }
    [[nodiscard]] QString programs() const { return m_options.programs; }

private:
    void copyTemplate();
    void copyRunning(const TestServer &primary);
    void writeSettings();
    void writeAuthentication();
    bool startOnce();
    [[nodiscard]] QString logFile() const { return m_folder.file(QStringLiteral("log")); }
    [[nodiscard]] QList<LoggedStatement> statementsOfTests(const QByteArray &log) const;

    TestServerOptions m_options;
    ServerFolder m_folder;
    ProgramHandle m_program;
    int m_port = 0; // 0: never started
    int m_databases = 0;
};

} // namespace tusk::tests
