// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migration.h"

#include <QCryptographicHash>
#include <QRegularExpression>

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

QByteArray sqlFor(const Migration &migration, int serverVersion)
{
    constexpr int parsesBodies = 140000;
    if (serverVersion >= parsesBodies)
        return migration.sql;
    // With comments between; the end is that of the statement, or of the text that is executed.
    static const QRegularExpression body(
        uR"(^( *LANGUAGE sql\b[^\n]*\n(?: *--[^\n]*\n)*) *RETURN (.*?)(;$|\n *\$body\$))"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    return QString::fromUtf8(migration.sql).replace(body, u"\\1AS $sql$ SELECT \\2 $sql$\\3"_s).toUtf8();
}

} // namespace tusk::migration
