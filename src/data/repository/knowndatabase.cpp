// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/knowndatabase.h"

#include "base/logging.h"
#include "data/repository/actionjournal.h"
#include "data/session/databasesession.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <utility>

namespace tusk::repository
{

using namespace Qt::StringLiterals;
using base::Result;
using domain::DatabaseId;
using Identity = std::optional<DatabaseId>;

namespace
{

QString fileIn(const QString &folder)
{
    return folder + "/database.json"_L1;
}

// By the address, the id of the database that was there. What nobody can read is as if it had never been
// written.
QJsonObject readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.contains("address"_L1)) // before there could be several
        return {{object["address"_L1].toString(), object["database"_L1]}};
    return object["databases"_L1].toObject();
}

Identity identityIn(const QJsonObject &known, const QString &address)
{
    const DatabaseId id = DatabaseId::fromString(known[address].toString());
    return id.isNull() ? Identity() : Identity(id);
}

void writeFile(const QString &path, const QJsonObject &known)
{
    const QString folder = path.section(u'/', 0, -2);
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(path);
    const QJsonObject object{{"databases"_L1, known}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit())
        qCWarning(base::logRepository) << "the database is not remembered:" << file.errorString();
}

// The tables of a database that was never set up are missing, or its schema.
bool meansNoTables(const QByteArray &sqlState)
{
    return sqlState == "42P01" || sqlState == "3F000";
}

} // namespace

KnownDatabase::KnownDatabase(QString folder, QString address)
    : m_folder(std::move(folder))
    , m_address(std::move(address))
{
}

QString KnownDatabase::path() const
{
    return fileIn(m_folder);
}

void KnownDatabase::recall(const Recalled &done)
{
    if (m_address.isEmpty())
        return done(std::nullopt);
    m_thread.post([path = path(), address = m_address, home = m_inbox.address(), done] {
        home.post([done, known = identityIn(readFile(path), address)] { done(known); });
    });
}

void KnownDatabase::meet(DatabaseId found, const Met &done)
{
    if (m_address.isEmpty())
        return done(Meeting::Same);
    m_thread.post([path = path(), address = m_address, home = m_inbox.address(), found, done] {
        QJsonObject all = readFile(path);
        const Identity known = identityIn(all, address);
        if (!known) {
            all.insert(address, found.toString());
            writeFile(path, all);
        }
        home.post(
            [done, isOther = known && *known != found] { done(isOther ? Meeting::Another : Meeting::Same); });
    });
}

void KnownDatabase::forget(const std::function<void()> &done)
{
    m_thread.post([folder = m_folder, address = m_address, home = m_inbox.address(), done] {
        forget(folder, address);
        home.post(done);
    });
}

void KnownDatabase::forget(const QString &folder, const QString &address)
{
    QJsonObject known = readFile(fileIn(folder));
    if (const Identity former = identityIn(known, address)) {
        // What was done before another one was met was meant for the former, and waits for that.
        const auto kept = ActionJournal(folder, address).bind(*former);
        if (!kept)
            qCWarning(base::logRepository) << "what waits stays without a database:" << kept.error().detail;
    }
    known.remove(address);
    if (known.isEmpty())
        QFile::remove(fileIn(folder));
    else
        writeFile(fileIn(folder), known);
}

void readIdentity(session::DatabaseSession &session, const base::Inbox &inbox,
                  std::function<void(const Result<Identity> &)> done)
{
    session.request<DatabaseId>(
        {{"identity", "SELECT id FROM tusk.database", {}}},
        [](const session::Answer &answer) {
            return Result<DatabaseId>(DatabaseId::fromString(QString::fromLatin1(answer.scalar())));
        },
        inbox,
        [done = std::move(done)](const Result<DatabaseId> &id) {
            if (id)
                done(id->isNull() ? Identity() : Identity(*id));
            else if (meansNoTables(id.error().sqlState))
                done(Identity());
            else
                done(id.error());
        });
}

base::Error otherDatabaseError()
{
    base::Error error;
    error.kind = base::ErrorKind::OtherDatabase;
    error.sentence =
        QCoreApplication::translate("Repository", "This is another database than before behind the same "
                                                  "address, so nothing was sent to it.");
    return error;
}

} // namespace tusk::repository
