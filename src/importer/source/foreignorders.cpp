// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/foreignorders.h"

#include <QByteArrayView>

#include <sqlite3.h>

namespace tusk::importer
{

namespace
{

int compareBytes(void *, int leftSize, const void *left, int rightSize, const void *right)
{
    return QByteArrayView(static_cast<const char *>(left), leftSize)
        .compare(QByteArrayView(static_cast<const char *>(right), rightSize));
}

void supplyOrder(void *, sqlite3 *database, int, const char *name)
{
    sqlite3_create_collation(database, name, SQLITE_UTF8, nullptr, compareBytes);
}

} // namespace

void acceptForeignOrders(sqlite3 *database)
{
    sqlite3_collation_needed(database, nullptr, supplyOrder);
}

} // namespace tusk::importer
