// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/clustertemplate.h"

#include "support/failure.h"
#include "support/filelock.h"
#include "support/programhandle.h"
#include "support/runprogram.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

// Part of the template's name: increase it when what is made below changes.
constexpr int recipe = 2;

void makeCluster(const QString &programs, const QString &folder)
{
    QDir().mkpath(folder);
    giveToServerAccount(folder);
    runProgram(asServerAccount({programs + "/initdb"_L1, u"--pgdata"_s, folder, u"--username=postgres"_s,
                                u"--encoding=UTF8"_s, u"--locale=C.UTF-8"_s, u"--auth=trust"_s,
                                u"--no-sync"_s, u"--wal-segsize=1"_s}));
    runProgram(asServerAccount({programs + "/postgres"_L1, u"--single"_s, u"-F"_s, u"-D"_s, folder, u"-c"_s,
                                u"password_encryption=scram-sha-256"_s, u"postgres"_s}),
               "CREATE ROLE tusk LOGIN PASSWORD 'tusk'\n");
}

} // namespace

QString postgresPrograms()
{
    static const QString programs = [] {
        const QString chosen = qEnvironmentVariable("TUSK_TEST_POSTGRES_BIN");
        if (!chosen.isEmpty())
            return chosen;
        const QString root = u"/usr/lib/postgresql/"_s;
        QStringList versions = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        std::ranges::sort(versions, std::greater(), [](const QString &version) { return version.toInt(); });
        for (const QString &version : std::as_const(versions)) {
            if (QFileInfo(root + version + "/bin/initdb"_L1).isExecutable())
                return QString(root + version + "/bin"_L1);
        }
        giveUp(u"no PostgreSQL server below "_s + root);
    }();
    return programs;
}

QString clusterTemplate(const QString &programs, Storage storage)
{
    const QString answer = QString::fromUtf8(runProgram({programs + "/postgres"_L1, u"--version"_s}));
    const QString version = answer.section(u' ', 2, 2).trimmed();
    const QString folder = testFolder(storage) + u"/template-%1-%2"_s.arg(version).arg(recipe);
    const FileLock lock(testFolder(storage) + "/template.lock"_L1);
    if (QFileInfo::exists(folder))
        return folder;
    const QString unfinished = folder + ".unfinished"_L1;
    QDir(unfinished).removeRecursively();
    makeCluster(programs, unfinished);
    if (!QDir().rename(unfinished, folder))
        giveUp(u"cannot rename "_s + unfinished);
    return folder;
}

} // namespace tusk::tests
