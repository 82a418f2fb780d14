// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "exporter/exportedtodo.h"
#include "exporter/exportrequest.h"

#include <QByteArray>
#include <QByteArrayView>

namespace tusk::exporter
{

// The SQL of an export. COPY takes no values, so ids and dates stand in it, and what was typed for a search
// is a setting of the transaction.
class ExportQuery final
{
public:
    explicit ExportQuery(const ExportRequest &request);

    // “tusk.export_search” in a transaction.
    [[nodiscard]] static QByteArray keepSearchSql();

    [[nodiscard]] QByteArray countSql() const;
    [[nodiscard]] QByteArray listsSql() const;
    [[nodiscard]] QByteArray tagsSql() const;
    [[nodiscard]] QByteArray zonesSql() const;
    [[nodiscard]] QByteArray copySql() const; // of the todos

private:
    [[nodiscard]] QByteArray treeSql() const;

    const ExportRequest &m_request;
    const QByteArray m_condition; // of a row “t”
};

[[nodiscard]] ExportedName nameFrom(const QList<std::optional<QByteArray>> &row);
// line: of copySql().
[[nodiscard]] ExportedTodo todoFrom(QByteArrayView line);

} // namespace tusk::exporter
