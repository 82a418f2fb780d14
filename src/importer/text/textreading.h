// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/text/tablemaker.h"
#include "importer/text/textstream.h"

#include <QByteArrayView>
#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace tusk::importer
{

// What the readers of the text formats share: where the text comes from, where its rows go, and what there is
// to say about it.
struct TextReading {
    TextStream &text;
    TableMaker &tables;
    QString name;  // of the file, without folder and ending
    QDate written; // when the file was written
    bool acceptsDamage = false;
    std::stop_token stop;
    QStringList remarks = {}; // sentences: what is not taken over
    QStringList losses = {};  // sentences: what could not be read
    qint64 repeatedIds = 0;   // that were replaced, and the first of them as they were
    QStringList firstRepeatedIds = {};
    bool hasOldTexts = false; // that are no UTF-8

    // The end of what can be read of a damaged file: the error, or a loss where that is wanted.
    [[nodiscard]] base::Result<void> damaged(const base::Error &error);
    // As text; where it is no UTF-8 it is read as Windows-1252, and that is said when all is read.
    [[nodiscard]] QString decoded(QByteArrayView bytes);
    // A todo had the id of another one and got its own.
    void noteRepeatedId(const QByteArray &id);
    // When all is read: what there is to say about both.
    void remarkOnTexts();
};

// Columns of the tables that the readers of known formats make; each has some of them. The mapping of such a
// table needs no guessing.
namespace textcolumns
{
inline constexpr char16_t id[] = u"id";
inline constexpr char16_t title[] = u"title";
inline constexpr char16_t notes[] = u"notes";
inline constexpr char16_t completed[] = u"completed";
inline constexpr char16_t completedAt[] = u"completed_at";
inline constexpr char16_t createdAt[] = u"created_at";
inline constexpr char16_t updatedAt[] = u"updated_at";
inline constexpr char16_t deletedAt[] = u"deleted_at";
inline constexpr char16_t priority[] = u"priority"; // 0 (none) to 3 (high)
inline constexpr char16_t due[] = u"due"; // “2026-01-12”, “2026-01-12 10:00:00 Europe/Berlin”
inline constexpr char16_t start[] = u"start";
inline constexpr char16_t repeat[] = u"repeat";
inline constexpr char16_t list[] = u"list";
inline constexpr char16_t parent[] = u"parent";
inline constexpr char16_t tags[] = u"tags"; // a JSON array of names
inline constexpr char16_t position[] = u"position";
} // namespace textcolumns

// Beside it, where there is anything to say: of the todo with that id what its reader has repaired.
inline constexpr char16_t repairsTable[] = u"tusk_repairs"; // id, repairs

// A row of such a table under way: what is not set says nothing.
class TextTodo final
{
public:
    // columns: those of the table, in their order.
    explicit TextTodo(const QStringList &columns)
        : m_columns(columns)
        , m_row(columns.size())
    {
    }

    // An empty value says nothing.
    void set(QStringView column, const QByteArray &value)
    {
        if (const qsizetype at = m_columns.indexOf(column); at >= 0 && !value.isEmpty())
            m_row[at] = value;
    }
    [[nodiscard]] QByteArray value(QStringView column) const
    {
        const qsizetype at = m_columns.indexOf(column);
        return at >= 0 ? m_row.at(at).value_or(QByteArray()) : QByteArray();
    }
    // One more at the end.
    void addColumn(const QString &column)
    {
        m_columns.append(column);
        m_row.append(std::nullopt);
    }
    [[nodiscard]] const TextRow &row() const { return m_row; }

private:
    QStringList m_columns;
    TextRow m_row;
};

// As one value of a row: [“home”, “errands”].
[[nodiscard]] QByteArray namesAsJson(const QStringList &names);

// Ids for rows of formats that have none: the same text is the same row the next time, wherever it stands
// then; the second row of the same text is another one.
class TextIds final
{
public:
    [[nodiscard]] QByteArray idOf(const QByteArray &text);

private:
    QHash<quint64, int> m_seen; // beginnings of digests: a million texts would take more room
};

} // namespace tusk::importer
