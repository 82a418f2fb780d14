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

    // Before anything else: names in the file are single words, so “At_home” may be “At home”.
    void takeWordsForNames() { m_areWords = true; }
    // One that is there. Of several of one name the last one has it.
    void learn(const QByteArray &id, const QString &name, bool isArchived = false);
    // What the source called so in an earlier import, the newest last, before what is there is learned. One
    // that is gone comes back with the same id where the name is asked for.
    void learnFormer(const QByteArray &id, const QString &name, bool isThere, bool isArchived);
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
    // Of those that were to be added only these.
    void keepAdded(const QSet<QByteArray> &ids);
    // What somebody has asked for, and what is added, by the names of the file and in their order.
    [[nodiscard]] QList<Entry> used() const;
    // Where a name that somebody has asked for is another one's by now: what the source meant by it before,
    // by the ids that it has now.
    [[nodiscard]] QHash<QByteArray, QList<QByteArray>> formerIds() const;

private:
    [[nodiscard]] QByteArray idOfNew(const QString &name);
    [[nodiscard]] Entry newEntry(const QString &name) const;
    [[nodiscard]] QString looksOf(const QString &name) const;

    QHash<QString, QByteArray> m_ids;      // by folded name
    QHash<QString, QByteArray> m_alike;    // by how names look
    QSet<QByteArray> m_known;              // ids in the database
    QHash<QByteArray, QString> m_archived; // names by ids
    QSet<QByteArray> m_askedOfArchived;
    QHash<QString, Entry> m_expected; // by folded name
    QList<QString> m_expectedOrder;
    QHash<QString, QList<QByteArray>> m_former; // by folded name
    QHash<QString, QByteArray> m_gone;          // the newest of these that is not there, by folded name
    QSet<QByteArray> m_back;                    // of these, added
    QHash<QString, QString> m_asked;            // names as they were asked for, by folded name
    QList<Entry> m_added;
    bool m_isUsed = false;
    bool m_areWords = false;
};

} // namespace tusk::importer
