// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migrationcatalog.h"

#include "data/migration/migrationfailures.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace tusk::migration
{

using namespace Qt::StringLiterals;

namespace
{

base::Result<Migration> readFile(const QDir &folder, const QString &fileName)
{
    static const QRegularExpression form(u"^([0-9]{4})_([a-z0-9]+(?:_[a-z0-9]+)*)\\.sql$"_s);
    const QRegularExpressionMatch match = form.match(fileName);
    if (!match.hasMatch())
        return failures::brokenCatalog(u"%1 is not named NNNN_name.sql"_s.arg(fileName));
    QFile file(folder.filePath(fileName));
    if (!file.open(QIODevice::ReadOnly))
        return failures::brokenCatalog(u"%1: %2"_s.arg(fileName, file.errorString()));
    return makeMigration(match.captured(1).toInt(), match.captured(2), file.readAll());
}

} // namespace

base::Result<MigrationCatalog> MigrationCatalog::compiledIn()
{
    return read(QDir(u":/migrations"_s));
}

base::Result<MigrationCatalog> MigrationCatalog::read(const QDir &folder)
{
    QList<Migration> migrations;
    for (const QString &fileName : folder.entryList(QDir::Files | QDir::Hidden)) {
        auto migration = readFile(folder, fileName);
        if (!migration)
            return migration.error();
        migrations.append(*std::move(migration));
    }
    return of(std::move(migrations));
}

base::Result<MigrationCatalog> MigrationCatalog::of(QList<Migration> migrations)
{
    if (migrations.isEmpty())
        return failures::brokenCatalog(u"there are no migrations"_s);
    std::ranges::stable_sort(migrations, {}, &Migration::number);
    for (int i = 0; i < migrations.size(); ++i) {
        const Migration &migration = migrations.at(i);
        if (i > 0 && migration.number == migrations.at(i - 1).number)
            return failures::brokenCatalog(u"%1 and %2 have the same number"_s.arg(
                migrations.at(i - 1).fileName(), migration.fileName()));
        if (migration.number != i + 1)
            return failures::brokenCatalog(
                u"number %1 is missing before %2"_s.arg(i + 1).arg(migration.fileName()));
    }
    return MigrationCatalog(std::move(migrations));
}

} // namespace tusk::migration
