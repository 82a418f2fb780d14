// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <memory>

struct sqlite3;

namespace tusk::tests
{

// A database file as another program writes it. Errors end the test program.
class SampleFile final
{
public:
    explicit SampleFile(QString path);

    SampleFile &run(const QString &script); // statements, one after another
    // With these bytes as they are in place of each ? of the statement.
    SampleFile &insert(const QString &statement, const QList<QByteArray> &texts);
    // Lets go of it like a program that was killed: its log or journal stays.
    void abandon();
    // In order: a log is moved into the database.
    void close();

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    struct Closer {
        void operator()(sqlite3 *database) const;
    };

    QString m_path;
    std::unique_ptr<sqlite3, Closer> m_database;
};

// Everything in a folder: names and contents. Equal before and after: nobody wrote there.
[[nodiscard]] QMap<QString, QByteArray> contentsOf(const QString &folder);

// Copies the database with what lies beside it, as it is at this moment on disk.
void copyWithCompanions(const QString &from, const QString &to);

[[nodiscard]] QByteArray readAll(const QString &path);
void writeAll(const QString &path, const QByteArray &bytes);

} // namespace tusk::tests
