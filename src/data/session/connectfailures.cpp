// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connectfailures.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace tusk::session
{

using base::ErrorKind;

namespace
{

constexpr ConnectFailure failures[] = {
    {ConnectProblem::UnknownHost, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP(
         "Session",
         "There is no server of this name; the name may be misspelled, or this computer is offline."),
     QT_TRANSLATE_NOOP("Session", "Check the name of the server and the network.")},
    {ConnectProblem::NameServerSilent, ErrorKind::Timeout,
     QT_TRANSLATE_NOOP("Session", "The name of the database server could not be looked up in time."),
     QT_TRANSLATE_NOOP("Session", "Check the network; the name server does not answer.")},
    {ConnectProblem::Refused, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "No database server is running at this address."),
     QT_TRANSLATE_NOOP("Session", "Check the address and the port, and whether the server is running.")},
    {ConnectProblem::Unreachable, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database server cannot be reached; this computer may be offline."),
     QT_TRANSLATE_NOOP("Session", "Check the network, and whether a firewall is in the way.")},
    {ConnectProblem::NoAnswer, ErrorKind::Timeout,
     QT_TRANSLATE_NOOP("Session", "The database server did not answer in time."),
     QT_TRANSLATE_NOOP(
         "Session", "Check the address and the port; the server may be busy, or a firewall is in the way.")},
    {ConnectProblem::TlsNotOffered, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session",
                       "The database server offers no encryption, which this environment asks for."),
     QT_TRANSLATE_NOOP(
         "Session",
         "Switch encryption on in the server; only on a network that you trust, set it to \"prefer\" here.")},
    {ConnectProblem::TlsFailed, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "No encrypted connection to the database server could be made."),
     QT_TRANSLATE_NOOP("Session", "Check the port, and that the server speaks a current version of TLS.")},
    {ConnectProblem::CertificateExpired, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session",
                       "The certificate of the database server has expired, so Tusk did not connect."),
     QT_TRANSLATE_NOOP(
         "Session",
         "Check the date of this computer; else whoever runs the server has to renew its certificate.")},
    {ConnectProblem::CertificateNotTrusted, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The certificate of the database server comes from somebody whom this "
                                  "computer does not trust, so Tusk did not connect."),
     QT_TRANSLATE_NOOP(
         "Session", "Name the root certificate of whoever runs the server; somebody may be listening in.")},
    {ConnectProblem::CertificateInvalid, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session",
                       "The certificate of the database server is not valid, so Tusk did not connect."),
     QT_TRANSLATE_NOOP("Session", "Check the root certificate of this environment, and the date of this "
                                  "computer; somebody may be listening in.")},
    {ConnectProblem::CertificateOfOtherServer, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP(
         "Session",
         "The certificate of the database server is that of another server, so Tusk did not connect."),
     QT_TRANSLATE_NOOP(
         "Session",
         "Use the name of the server that its certificate is made for; somebody may be listening in.")},
    {ConnectProblem::RootCertificateMissing, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP(
         "Session",
         "The file of the root certificate is missing, so the database server could not be checked."),
     QT_TRANSLATE_NOOP("Session", "Name the file of the root certificate; the system's own is mostly "
                                  "/etc/ssl/certs/ca-certificates.crt.")},
    {ConnectProblem::ChannelBinding, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP(
         "Session",
         "The login could not be tied to the encrypted connection, which this environment asks for."),
     QT_TRANSLATE_NOOP("Session",
                       "Set the channel binding to \"prefer\", or use the address without pooler.")},
    {ConnectProblem::EndedWhileLoggingIn, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database server ended the connection while logging in."),
     QT_TRANSLATE_NOOP("Session", "Check that a PostgreSQL server listens at this port.")},
    {ConnectProblem::WrongPassword, ErrorKind::Authentication,
     QT_TRANSLATE_NOOP("Session", "The database did not accept the user name or the password."),
     QT_TRANSLATE_NOOP("Session", "Check both; for a hosted database, copy its connection string again.")},
    {ConnectProblem::NotLetIn, ErrorKind::Authentication,
     QT_TRANSLATE_NOOP("Session", "The database server does not let this user in from here."),
     QT_TRANSLATE_NOOP("Session", "Ask whoever runs the server to let this user in from this computer "
                                  "(pg_hba.conf); often encryption has to be on.")},
    {ConnectProblem::EncryptionRequired, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP(
         "Session",
         "The database provider asks for an encrypted connection; set the encryption to \"require\"."),
     QT_TRANSLATE_NOOP("Session", "Set the encryption to \"require\", or better to \"verify-full\".")},
    {ConnectProblem::NoSuchDatabase, ErrorKind::Authentication,
     QT_TRANSLATE_NOOP("Session", "The server has no database of this name."),
     QT_TRANSLATE_NOOP("Session", "Check the name of the database; capital letters count.")},
    {ConnectProblem::NoRightToConnect, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session", "This user may not connect to this database."),
     QT_TRANSLATE_NOOP("Session", "Ask the owner of the database for the right CONNECT.")},
    {ConnectProblem::NoFreeConnection, ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session", "The database server has no free connection at the moment."),
     QT_TRANSLATE_NOOP("Session", "Close other programs that use it, or use the address of its pooler.")},
    {ConnectProblem::ServerOverloaded, ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session", "The database server is overloaded."),
     QT_TRANSLATE_NOOP("Session", "Wait; nothing needs to be done here.")},
    {ConnectProblem::ServerDiskFull, ErrorKind::DiskFull,
     QT_TRANSLATE_NOOP("Session", "The disk of the database server is full."),
     QT_TRANSLATE_NOOP("Session", "Make room on the server.")},
    {ConnectProblem::ServerStarting, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database server is just starting or stopping."),
     QT_TRANSLATE_NOOP("Session", "Wait a moment.")},
    {ConnectProblem::ServerStopping, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database server is shutting down."),
     QT_TRANSLATE_NOOP("Session", "Wait until it is started again.")},
    {ConnectProblem::DatabaseWaking, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database is waking up."),
     QT_TRANSLATE_NOOP("Session", "Wait; it takes up to half a minute.")},
    {ConnectProblem::DatabaseUnavailable, ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session", "The database provider says that this database is not available for now; "
                                  "the quota of the project may be used up."),
     QT_TRANSLATE_NOOP("Session", "Look at the project in the provider's console.")},
    {ConnectProblem::DatabaseSwitchedOff, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session", "This database is switched off at its provider."),
     QT_TRANSLATE_NOOP("Session", "Switch it on in the provider's console.")},
    {ConnectProblem::DatabaseUnknown, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session",
                       "The database provider does not know this database; it may have been deleted."),
     QT_TRANSLATE_NOOP("Session", "Copy the connection string from the provider's console again.")},
    {ConnectProblem::TooManyActive, ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session", "Too many databases of this project are active at its provider."),
     QT_TRANSLATE_NOOP("Session", "Suspend one that is not needed in the provider's console.")},
    {ConnectProblem::TimeUsedUp, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session", "The computing time that the database provider allows is used up."),
     QT_TRANSLATE_NOOP("Session", "Wait for the next month, or raise the limit in the provider's console.")},
    {ConnectProblem::ProviderBusy, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database provider has too many connections at the moment."),
     QT_TRANSLATE_NOOP("Session", "Wait a moment.")},
    {ConnectProblem::AddressNotAllowed, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session",
                       "The database provider does not allow connections from this network address."),
     QT_TRANSLATE_NOOP("Session",
                       "Add the address of this network to the allowed ones in the provider's console.")},
    {ConnectProblem::ParameterNotAllowed, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session", "The connection pooler does not allow a setting that was sent; use the "
                                  "address without pooler, or remove the setting."),
     QT_TRANSLATE_NOOP("Session",
                       "Use the address without pooler, or remove \"options\" from the connection string.")},
    {ConnectProblem::EndpointNotNamed, ErrorKind::PermissionDenied,
     QT_TRANSLATE_NOOP("Session", "The database provider needs the full name of the server, not its number."),
     QT_TRANSLATE_NOOP("Session", "Use the name of the server from the provider's connection string.")},
    {ConnectProblem::TenantUnknown, ErrorKind::Authentication,
     QT_TRANSLATE_NOOP("Session", "The connection pooler does not know this user."),
     QT_TRANSLATE_NOOP(
         "Session",
         "Use the user name of the pooler's own connection string; it ends in the name of the project.")},
    {ConnectProblem::BehindPoolerUnreachable, ErrorKind::NoConnection,
     QT_TRANSLATE_NOOP("Session", "The database server behind the connection pooler cannot be reached."),
     QT_TRANSLATE_NOOP("Session", "Check whether the server behind the pooler is running.")},
    {ConnectProblem::PoolerFull, ErrorKind::Transient,
     QT_TRANSLATE_NOOP("Session", "The connection pooler had no free connection in time."),
     QT_TRANSLATE_NOOP("Session", "Wait, or raise the limits of the pooler.")},
    {ConnectProblem::CutBehindPooler, ErrorKind::ConnectionLost,
     QT_TRANSLATE_NOOP("Session", "The connection to the database was lost."),
     QT_TRANSLATE_NOOP("Session", "Wait; what is not saved yet is kept.")},
};

} // namespace

QString ConnectFailure::translatedSentence() const
{
    return QCoreApplication::translate("Session", sentence);
}

QString ConnectFailure::translatedAdvice() const
{
    return QCoreApplication::translate("Session", advice);
}

const ConnectFailure &connectFailure(ConnectProblem problem)
{
    return *std::ranges::find(failures, problem, &ConnectFailure::problem);
}

std::span<const ConnectFailure> connectFailures()
{
    return failures;
}

} // namespace tusk::session
