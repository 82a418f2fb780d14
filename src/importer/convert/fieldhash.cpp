// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/fieldhash.h"

#include <QtEndian>

namespace tusk::importer
{

namespace
{

// FNV-1a of 64 bits. Against accidents, not against people: whoever can change a hash can change the todo.
class Hash final
{
public:
    void add(QByteArrayView bytes)
    {
        for (const char byte : bytes)
            add(static_cast<unsigned char>(byte));
    }
    void add(unsigned char byte) { m_state = (m_state ^ byte) * 0x100000001b3; }
    [[nodiscard]] quint64 value() const
    {
        // The low bits depend on too little of a short text.
        quint64 mixed = m_state ^ (m_state >> 33U);
        mixed *= 0xff51afd7ed558ccd;
        return mixed ^ (mixed >> 33U);
    }

private:
    quint64 m_state = 0xcbf29ce484222325;
};

template <class T>
void append(QByteArray &bytes, T number)
{
    const T big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

} // namespace

QByteArray hashOf(const FieldTexts &fields)
{
    QByteArray parts;
    parts.reserve(hashSize);
    Hash whole;
    for (int field = 0; field < fieldCount; ++field) {
        const std::optional<QByteArray> &text = fields[size_t(field)];
        Hash one;
        one.add(text ? 1 : 0); // NULL is another value than an empty text
        if (text)
            one.add(*text);
        append(parts, static_cast<quint32>(one.value()));
        const quint64 value = qToBigEndian(one.value());
        if (field < contentFieldCount)
            whole.add(QByteArrayView(reinterpret_cast<const char *>(&value), sizeof value));
    }
    QByteArray hash;
    hash.reserve(hashSize);
    append(hash, whole.value());
    return hash + parts;
}

quint64 hashOfPair(const QUuid &todo, const QByteArray &hash)
{
    Hash pair;
    pair.add(todo.toRfc4122());
    pair.add(hash);
    return pair.value();
}

QByteArray hashOfField(const QByteArray &hash, Field field)
{
    return hash.mid(rowHashSize + 4 * qsizetype(field), 4);
}

bool agree(const QByteArray &one, const QByteArray &other, Field field)
{
    return !one.isEmpty() && hashOfField(one, field) == hashOfField(other, field);
}

} // namespace tusk::importer
