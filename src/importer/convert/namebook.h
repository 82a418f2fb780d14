// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace tusk::importer
{

// The lists or the tags of a database by their names, and those that an import adds. Names count without
// regard to case, as in the database.
class NameBook final
{
public:
    struct Entry {
        QByteArray id; // UUID as PostgreSQL prints it
        QString name;

        bool operator==(const Entry &) const = default;
    };

    void learn(const QByteArray &id, const QString &name);
    // Its id; a new one where there is no such name yet.
    [[nodiscard]] QByteArray idOf(const QString &name);
    [[nodiscard]] bool isUsed() const { return m_isUsed; }              // somebody has asked
    [[nodiscard]] const QList<Entry> &added() const { return m_added; } // in the order of their asking

private:
    QHash<QString, QByteArray> m_ids; // by folded name
    QList<Entry> m_added;
    bool m_isUsed = false;
};

} // namespace tusk::importer
