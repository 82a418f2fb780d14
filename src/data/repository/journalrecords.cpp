// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/journalrecords.h"

#include <QHash>
#include <QJsonDocument>

#include <array>

namespace tusk::repository
{

using namespace Qt::StringLiterals;
using domain::Action;
using domain::ActionId;

namespace
{

constexpr qsizetype checksumDigits = 8;
constexpr auto versionKey = "tusk"_L1;
constexpr auto actionKey = "action"_L1;
constexpr auto settledKey = "settled"_L1;

// The CRC-32 of zlib and PNG, by table.
constexpr std::array<quint32, 256> makeChecksumTable()
{
    std::array<quint32, 256> table{};
    for (quint32 byte = 0; byte < table.size(); ++byte) {
        quint32 value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? 0xedb8'8320U ^ (value >> 1U) : value >> 1U;
        table[byte] = value;
    }
    return table;
}

QByteArray checksum(QByteArrayView bytes)
{
    static constexpr auto table = makeChecksumTable();
    quint32 value = 0xffff'ffffU;
    for (const char byte : bytes)
        value = table[(value ^ static_cast<uchar>(byte)) & 0xffU] ^ (value >> 8U);
    return QByteArray::number(~value, 16).rightJustified(checksumDigits, '0');
}

QByteArray toLine(const QJsonObject &record)
{
    const QByteArray json = QJsonDocument(record).toJson(QJsonDocument::Compact);
    return checksum(json) + ' ' + json + '\n';
}

// Empty when the line is damaged: no record of ours is.
QJsonObject fromLine(QByteArrayView line)
{
    if (line.size() <= checksumDigits || line[checksumDigits] != ' ')
        return {};
    const QByteArrayView json = line.sliced(checksumDigits + 1);
    if (checksum(json) != line.first(checksumDigits))
        return {};
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size())).object();
}

// Takes records in the order of the file.
class Reader final
{
public:
    // False for what is none of ours.
    [[nodiscard]] bool take(const QJsonObject &record)
    {
        if (record.contains(actionKey)) {
            const auto action = domain::fromJournalJson(record[actionKey].toObject());
            if (action)
                keep(*action);
            return action.has_value();
        }
        const ActionId id = ActionId::fromString(record[settledKey].toString());
        if (!id.isNull())
            settle(id);
        return !id.isNull();
    }

    [[nodiscard]] QList<Action> open() const
    {
        QList<Action> actions;
        for (qsizetype i = 0; i < m_kept.size(); ++i) {
            if (m_openAt.value(m_kept[i].id, -1) == i)
                actions.append(m_kept[i]);
        }
        return actions;
    }
    [[nodiscard]] QSet<ActionId> settled() const { return m_settled; }

private:
    void keep(const Action &action)
    {
        if (m_openAt.contains(action.id))
            return;
        m_openAt.insert(action.id, m_kept.size());
        m_settled.remove(action.id);
        m_kept.append(action);
    }
    void settle(ActionId id)
    {
        m_openAt.remove(id);
        m_settled.insert(id);
    }

    QList<Action> m_kept;
    QHash<ActionId, qsizetype> m_openAt; // index in m_kept
    QSet<ActionId> m_settled;
};

} // namespace

QByteArray headerLine()
{
    return toLine({{versionKey, journalVersion}});
}

QByteArray actionLine(const Action &action)
{
    return toLine({{actionKey, domain::toJournalJson(action)}});
}

QByteArray settledLine(ActionId id)
{
    return toLine({{settledKey, id.toString()}});
}

JournalContents readJournal(QByteArrayView text)
{
    JournalContents contents;
    contents.completeSize = text.lastIndexOf('\n') + 1;
    Reader reader;
    for (qsizetype begin = 0, end = 0; begin < contents.completeSize; begin = end + 1) {
        end = text.indexOf('\n', begin);
        const QJsonObject record = fromLine(text.sliced(begin, end - begin));
        const int version = record[versionKey].toInt();
        if (version > journalVersion) {
            contents.version = version;
            return contents;
        }
        // Where the header is damaged, the records that can be read speak for themselves.
        const bool isHeader = begin == 0 && version == journalVersion;
        if (!isHeader && !reader.take(record))
            ++contents.damaged;
    }
    contents.open = reader.open();
    contents.settled = reader.settled();
    return contents;
}

} // namespace tusk::repository
