// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/poolertexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace tusk::session
{

using base::ErrorKind;

namespace
{

// The first one that the message contains counts.
constexpr PoolerText knownTexts[] = {
    {"password authentication failed", ErrorKind::Authentication,
     QT_TRANSLATE_NOOP("Session", "The database did not accept the user name or the password.")},
    {"SASL authentication failed", ErrorKind::Authentication,
     QT_TRANSLATE_NOOP("Session", "The database did not accept the user name or the password.")},
    {"no such database", ErrorKind::Authentication,
     QT_TRANSLATE_NOOP("Session", "The server has no database of this name.")},
    {"no such user", ErrorKind::Authentication,
     QT_TRANSLATE_NOOP("Session", "The database did not accept the user name or the password.")},
    {"Couldn't connect to compute node", ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database is waking up.")},
    {"Check your quotas", ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session",
                       "The database provider says that this database is not available for now; the "
                       "quota of the project may be used up.")},
    {"endpoint is disabled", ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session", "This database is switched off at its provider.")},
    {"cannot be found", ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session",
                       "The database provider does not know this database; it may have been deleted.")},
    {"exceeded the limit of concurrently active endpoints", ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session", "Too many databases of this project are active at its provider.")},
    {"exceeded the compute time quota", ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session", "The computing time that the database provider allows is used up.")},
    {"Too many connections", ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database provider has too many connections at the moment.")},
    {"Failed to acquire permit", ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database provider has too many connections at the moment.")},
    {"no more connections allowed", ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session", "The database server has no free connection at the moment.")},
    {"This IP address", ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session",
                       "The database provider does not allow connections from this network address.")},
    {"unsupported startup parameter", ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session",
                       "The connection pooler does not allow a setting that was sent; use the address "
                       "without pooler, or remove the setting.")},
    {"connection is insecure", ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session",
                       "The database provider asks for an encrypted connection; set the encryption to "
                       "\"require\".")},
    {"Endpoint ID is not specified", ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session",
                       "The database provider needs the full name of the server, not its number.")},
    {"server login has been failing", ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database server behind the connection pooler cannot be reached.")},
    {"query_wait_timeout", ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session", "The connection pooler had no free connection in time.")},
    {"server conn crashed", ErrorKind::ConnectionLost,
     QT_TRANSLATE_NOOP("Session", "The connection to the database was lost.")},
    {"pgbouncer cannot connect to server", ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database server behind the connection pooler cannot be reached.")},
};

} // namespace

const PoolerText *findPoolerText(const QString &text)
{
    const auto *found =
        std::find_if(std::begin(knownTexts), std::end(knownTexts), [&text](const PoolerText &known) {
            return text.contains(QLatin1StringView(known.text), Qt::CaseInsensitive);
        });
    return found == std::end(knownTexts) ? nullptr : found;
}

} // namespace tusk::session
