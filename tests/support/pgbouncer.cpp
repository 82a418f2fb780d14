// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/pgbouncer.h"

#include "support/failure.h"
#include "support/testserver.h"

#include <libpq-fe.h>

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

#include <signal.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr int poolerPort = 6432; // of a socket in a private folder, so it is never taken

void writeFile(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        giveUp(u"cannot write "_s + path);
    file.close();
    giveToServerAccount(path);
}

QString poolerProgram()
{
    const QString program = QStandardPaths::findExecutable(u"pgbouncer"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
    if (program.isEmpty())
        giveUp(u"PgBouncer is not installed"_s);
    return program;
}

} // namespace

PgBouncer::PgBouncer(const TestServer &server, const QMap<QString, QString> &settings)
    : m_folder(u"pool"_s, Storage::Memory)
{
    giveToServerAccount(m_folder.path());
    writeConfiguration(server, settings);
    start();
}

PgBouncer::~PgBouncer() = default; // the guardian of the folder ends it

base::ConnectionSettings PgBouncer::pooled(const base::ConnectionSettings &direct) const
{
    base::ConnectionSettings settings = direct;
    settings.directHost = direct.host;
    settings.directPort = direct.port;
    settings.host = m_folder.path();
    settings.port = poolerPort;
    return settings;
}

void PgBouncer::stop()
{
    m_program.sendSignal(SIGTERM);
    if (!m_program.waitForEnd(std::chrono::seconds(10)))
        giveUp(u"PgBouncer does not end"_s);
}

void PgBouncer::start()
{
    m_program =
        ProgramHandle(asServerAccount({poolerProgram(), configuration()}), m_folder.file(u"output"_s));
    const QByteArray address =
        u"host=%1 port=%2 user=postgres dbname=pgbouncer"_s.arg(m_folder.path()).arg(poolerPort).toUtf8();
    const QDeadlineTimer limit(std::chrono::seconds(20));
    while (m_program.isRunning() && !limit.hasExpired()) {
        if (PQping(address.constData()) == PQPING_OK)
            return;
        QThread::msleep(2);
    }
    giveUp(u"PgBouncer does not start:\n"_s + log());
}

QString PgBouncer::log() const
{
    QFile file(m_folder.file(u"output"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void PgBouncer::writeConfiguration(const TestServer &server, const QMap<QString, QString> &settings)
{
    const QString users = m_folder.file(u"users"_s);
    writeFile(users, u"\"tusk\" \"tusk\"\n\"postgres\" \"\"\n"_s);
    QMap<QString, QString> all{
        {u"listen_port"_s, QString::number(poolerPort)},
        {u"unix_socket_dir"_s, m_folder.path()},
        {u"auth_type"_s, u"trust"_s},
        {u"auth_file"_s, users},
        {u"admin_users"_s, u"postgres"_s},
        {u"pool_mode"_s, u"transaction"_s},
        {u"server_round_robin"_s, u"1"_s},
        {u"default_pool_size"_s, u"3"_s},
    };
    all.insert(settings);
    QString text =
        u"[databases]\n* = host=%1 port=%2\n[pgbouncer]\n"_s.arg(server.socketFolder()).arg(server.port());
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        text += it.key() + " = "_L1 + it.value() + u'\n';
    writeFile(configuration(), text);
}

} // namespace tusk::tests
