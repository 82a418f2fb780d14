// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::importer
{

// The lists or the tags of a database by their names, and those that an import adds. Names count without
// regard to case, as in the database, and to how their accents are stored.
class NameBook final
{
public:
    // What a file of Tusk says of a list or tag besides, as PostgreSQL reads it. None: the default.
    struct Look {
        QByteArray color = {};
        std::optional<QByteArray> position = {};
        std::optional<QByteArray> archivedAt = {};
        std::optional<QByteArray> createdAt = {};
        std::optional<QByteArray> updatedAt = {};

        bool operator==(const Look &) const = default;
    };
    struct Entry {
        QByteArray id; // UUID as PostgreSQL prints it
        QString name;
        Look look = {};

        bool operator==(const Entry &) const = default;
    };

    void learn(const QByteArray &id, const QString &name, bool isArchived = false);
    // One that the file has: the database has it under that name or, renamed since, with that id, or it will
    // be made so when it is asked for.
    void expect(const Entry &entry);
    // Also those that nobody has asked for.
    void addExpected();
    // Its id; a new one where there is no such name yet.
    [[nodiscard]] QByteArray idOf(const QString &name);
    [[nodiscard]] bool isUsed() const { return m_isUsed; }              // somebody has asked
    [[nodiscard]] const QList<Entry> &added() const { return m_added; } // in the order of their asking
    [[nodiscard]] QStringList archived() const;                         // that somebody has asked for

private:
    [[nodiscard]] QByteArray idOfNew(const QString &name);

    QHash<QString, QByteArray> m_ids;      // by folded name
    QHash<QString, QByteArray> m_alike;    // by how names look
    QSet<QByteArray> m_known;              // ids in the database
    QHash<QByteArray, QString> m_archived; // names by ids
    QSet<QByteArray> m_askedOfArchived;
    QHash<QString, Entry> m_expected; // by folded name
    QList<QString> m_expectedOrder;
    QList<Entry> m_added;
    bool m_isUsed = false;
};

} // namespace tusk::importer
