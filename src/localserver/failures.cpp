// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/failures.h"

#include <QCoreApplication>

#include <system_error>

using namespace Qt::StringLiterals;

namespace tusk::localserver::failures
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LocalServer)
};

base::Error failure(const QString &sentence, const QString &detail,
                    base::ErrorKind kind = base::ErrorKind::LocalServer)
{
    base::Error error;
    error.kind = kind;
    error.sentence = sentence;
    error.detail = detail.trimmed();
    error.connectionUsable = false;
    return error;
}

} // namespace

base::Error postgresMissing(const QString &detail)
{
    return failure(Text::tr("Tusk keeps your todos in PostgreSQL, which is not installed on this computer: "
                            "please install the package “postgresql” and start Tusk again."),
                   detail);
}

base::Error postgresTooOld(const QVersionNumber &found, int oldestMajor)
{
    return failure(Text::tr("Only PostgreSQL %1 is installed on this computer, but Tusk needs version %2 or "
                            "newer: please install a newer package “postgresql”.")
                       .arg(found.toString())
                       .arg(oldestMajor),
                   QString());
}

base::Error accountMissing(const QString &account)
{
    return failure(
        Text::tr("For root, Tusk runs its database under the account “%1”, which does not exist on "
                 "this computer: please install the package “postgresql”, or start Tusk as an "
                 "ordinary user.")
            .arg(account),
        u"getpwnam: no such account"_s);
}

base::Error userUnknown(uint user)
{
    return failure(
        Text::tr("Your user number %1 has no name on this computer, and the database of Tusk does not "
                 "run without one; nothing was changed.")
            .arg(user),
        u"getpwuid: no such account"_s);
}

base::Error folderNotWritable(const QString &folder, const QString &detail)
{
    return failure(Text::tr("Tusk may not write to the folder %1, which it needs for your todos; nothing was "
                            "changed.")
                       .arg(folder),
                   detail, base::ErrorKind::LocalFile);
}

base::Error folderOfSomeoneElse(const QString &folder, const QString &detail)
{
    return failure(Text::tr("The folder %1 does not belong to Tusk, so your todos were not entrusted to it; "
                            "nothing was changed.")
                       .arg(folder),
                   detail);
}

base::Error notACluster(const QString &folder, const QString &detail)
{
    return failure(
        Text::tr("The folder %1 is meant for your todos but holds something else; nothing in it was "
                 "changed.")
            .arg(folder),
        detail);
}

base::Error clusterUnreadable(const QString &folder, const QString &detail)
{
    return failure(
        Text::tr("The folder %1 with your todos cannot be read; nothing in it was changed.").arg(folder),
        detail);
}

base::Error clusterOpenToOthers(const QString &folder)
{
    return failure(
        Text::tr("The folder %1 with your todos is open to other users, so PostgreSQL does not use it "
                 "until its permissions are 0700; nothing in it was changed.")
            .arg(folder),
        u"chmod 700 '%1'"_s.arg(folder));
}

base::Error versionGone(const QVersionNumber &version, const QString &folder, const QString &lastDump)
{
    const QString major = version.toString();
    const QString sentence =
        lastDump.isEmpty()
            ? Text::tr("Your todos are in a database of PostgreSQL %1, which is no longer installed: please "
                       "install "
                       "the package “postgresql-%1”; nothing was changed.")
                  .arg(major)
            : Text::tr("Your todos are in a database of PostgreSQL %1, which is no longer installed: please "
                       "install "
                       "the package “postgresql-%1”, or restore the last dump, %2; nothing was changed.")
                  .arg(major, lastDump);
    return failure(sentence, u"PG_VERSION of %1 is %2"_s.arg(folder, major));
}

base::Error initialisingFailed(const QString &detail)
{
    return failure(Text::tr("The database for your todos could not be created; nothing was left behind."),
                   detail);
}

base::Error startFailed(const QString &detail)
{
    return failure(Text::tr("The database with your todos did not start; what was saved in it is untouched."),
                   detail);
}

base::Error startTakesTooLong(const QString &detail)
{
    return failure(Text::tr("The database with your todos is still putting itself in order after it was "
                            "interrupted; please try again in a moment."),
                   detail, base::ErrorKind::Timeout);
}

base::Error stopTakesTooLong(const QString &detail)
{
    return failure(
        Text::tr("The database with your todos did not stop in time; everything saved in it is safe."),
        detail, base::ErrorKind::Timeout);
}

base::Error usedElsewhere(const QString &folder, const QString &detail)
{
    return failure(
        Text::tr("The todos in %1 are in use by another PostgreSQL that Tusk cannot join; nothing was "
                 "changed.")
            .arg(folder),
        detail);
}

base::Error languageSupportMissing(const QString &detail)
{
    return failure(
        Text::tr("The installed PostgreSQL lacks the language rules (ICU) by which Tusk sorts and finds "
                 "your todos: please install the package “postgresql” of your distribution."),
        detail);
}

base::Error databaseRefused(const QString &detail)
{
    return failure(
        Text::tr("The database with your todos runs but does not let Tusk in; what was saved in it is "
                 "untouched."),
        detail);
}

base::Error dumpFailed(const QString &detail)
{
    return failure(Text::tr("Your todos could not be copied to a dump file; they themselves are untouched."),
                   detail);
}

base::Error notRunning()
{
    return failure(Text::tr("The database with your todos is not running."), QString());
}

base::Error diskFull(const QString &folder, const QString &detail)
{
    return failure(
        Text::tr("The disk that holds %1 is full: please make room and try again; what was saved is "
                 "safe.")
            .arg(folder),
        detail, base::ErrorKind::DiskFull);
}

base::Error busyElsewhere()
{
    return failure(
        Text::tr("Another Tusk is still starting or stopping the database with your todos; please try "
                 "again in a moment."),
        QString(), base::ErrorKind::Timeout);
}

base::Error cancelled()
{
    return failure(Text::tr("Starting the database was cancelled."), QString(), base::ErrorKind::Cancelled);
}

base::Error systemCallFailed(const char *call, int errorNumber)
{
    return failure(
        Text::tr("The system did not let Tusk run the database for your todos; nothing was changed."),
        systemText(call, errorNumber));
}

bool saysDiskFull(const QByteArray &output)
{
    return output.contains("No space left on device") || output.contains("Disk quota exceeded");
}

QString systemText(const char *call, int errorNumber)
{
    return QLatin1StringView(call) + ": "_L1 +
           QString::fromStdString(std::generic_category().message(errorNumber));
}

} // namespace tusk::localserver::failures
