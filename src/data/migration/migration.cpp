// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migration.h"

#include <QCryptographicHash>

namespace tusk::migration
{

using namespace Qt::StringLiterals;

QString Migration::fileName() const
{
    return u"%1_%2.sql"_s.arg(number, 4, 10, QChar(u'0')).arg(name);
}

Migration makeMigration(int number, const QString &name, QByteArray sql)
{
    sql.replace("\r\n", "\n");
    const QByteArray checksum = QCryptographicHash::hash(sql, QCryptographicHash::Sha256).toHex();
    return {number, name, sql, checksum};
}

} // namespace tusk::migration
