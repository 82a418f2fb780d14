// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/oldfiles/samplefile.h"

#include "support/failure.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <sqlite3.h>

namespace tusk::tests
{

void SampleFile::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

SampleFile::SampleFile(QString path)
    : m_path(std::move(path))
{
    sqlite3 *database = nullptr;
    const int code = sqlite3_open(QFile::encodeName(m_path).constData(), &database);
    m_database.reset(database);
    if (code != SQLITE_OK)
        giveUp(QString::fromUtf8(sqlite3_errmsg(database)));
    // Samples need not survive a power cut.
    run(QStringLiteral("PRAGMA synchronous = off"));
}

SampleFile &SampleFile::run(const QString &script)
{
    char *message = nullptr;
    if (sqlite3_exec(m_database.get(), script.toUtf8().constData(), nullptr, nullptr, &message) != SQLITE_OK)
        giveUp(QString::fromUtf8(message) + QLatin1Char('\n') + script);
    return *this;
}

SampleFile &SampleFile::insert(const QString &statement, const QList<QByteArray> &texts)
{
    sqlite3_stmt *prepared = nullptr;
    sqlite3_prepare_v2(m_database.get(), statement.toUtf8().constData(), -1, &prepared, nullptr);
    for (int i = 0; i < texts.size(); ++i)
        sqlite3_bind_text(prepared, i + 1, texts.at(i).constData(), int(texts.at(i).size()),
                          SQLITE_TRANSIENT);
    if (sqlite3_step(prepared) != SQLITE_DONE)
        giveUp(QString::fromUtf8(sqlite3_errmsg(m_database.get())) + QLatin1Char('\n') + statement);
    sqlite3_finalize(prepared);
    return *this;
}

void SampleFile::abandon()
{
    sqlite3_db_config(m_database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    m_database.reset();
}

void SampleFile::close()
{
    m_database.reset();
}

QMap<QString, QByteArray> contentsOf(const QString &folder)
{
    QMap<QString, QByteArray> contents;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        contents.insert(path, readAll(path));
    }
    return contents;
}

void copyWithCompanions(const QString &from, const QString &to)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
        const QString file = from + QLatin1StringView(suffix);
        if (QFile::exists(file))
            writeAll(to + QLatin1StringView(suffix), readAll(file));
    }
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        giveUp(path + QLatin1StringView(": ") + file.errorString());
}

} // namespace tusk::tests
