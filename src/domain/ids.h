// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>

namespace tusk::domain
{

// A UUID that knows what it names, so that a list's id cannot be passed for a todo's. Made by the client
// (base::makeUuidV7), so a thing can exist before any server has seen it.
template <class Kind>
class Id final
{
public:
    Id() = default; // the null id: names nothing
    explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {
    }

    [[nodiscard]] const QUuid &uuid() const noexcept { return m_uuid; }
    [[nodiscard]] bool isNull() const noexcept { return m_uuid.isNull(); }
    // 36 characters, lower case, dashed: as PostgreSQL prints a uuid.
    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    // Null unless text is exactly that (upper case is accepted): QUuid alone ignores what follows.
    [[nodiscard]] static Id fromString(QStringView text)
    {
        return text.size() == 36 ? Id(QUuid::fromString(text)) : Id();
    }

    friend bool operator==(const Id &, const Id &) = default;
    // The order of PostgreSQL's uuid type: bytewise. QUuid's own order looks at the variant first.
    friend std::strong_ordering operator<=>(const Id &left, const Id &right)
    {
        const int order = QByteArrayView(left.m_uuid.toRfc4122()).compare(right.m_uuid.toRfc4122());
        return order <=> 0;
    }
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using TodoId = Id<struct TodoKind>;
using ListId = Id<struct ListKind>;
using TagId = Id<struct TagKind>;
using ActionId = Id<struct ActionKindOfId>;
using ImportId = Id<struct ImportKindOfId>;
using DatabaseId = Id<struct DatabaseKind>;         // row of tusk.database: which database this is
using InstallationId = Id<struct InstallationKind>; // this user's Tusk on this machine

} // namespace tusk::domain
