// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/poolertexts.h"

#include <algorithm>
#include <span>

namespace tusk::session
{

namespace
{

struct KnownText {
    const char *text; // what the message contains
    ConnectProblem problem;
};

// The first one that the message contains counts.
constexpr KnownText poolerTexts[] = {
    {"password authentication failed", ConnectProblem::WrongPassword},
    {"SASL authentication failed", ConnectProblem::WrongPassword},
    {"no such database", ConnectProblem::NoSuchDatabase},
    {"no such user", ConnectProblem::WrongPassword},
    {"Couldn't connect to compute node", ConnectProblem::DatabaseWaking},
    {"Check your quotas", ConnectProblem::DatabaseUnavailable},
    {"endpoint is disabled", ConnectProblem::DatabaseSwitchedOff},
    {"cannot be found", ConnectProblem::DatabaseUnknown},
    {"exceeded the limit of concurrently active endpoints", ConnectProblem::TooManyActive},
    {"exceeded the compute time quota", ConnectProblem::TimeUsedUp},
    {"Too many connections", ConnectProblem::ProviderBusy},
    {"Failed to acquire permit", ConnectProblem::ProviderBusy},
    {"no more connections allowed", ConnectProblem::NoFreeConnection},
    {"max clients reached", ConnectProblem::NoFreeConnection}, // Supabase
    {"Tenant or user not found", ConnectProblem::TenantUnknown},
    {"This IP address", ConnectProblem::AddressNotAllowed},
    {"unsupported startup parameter", ConnectProblem::ParameterNotAllowed},
    {"connection is insecure", ConnectProblem::EncryptionRequired},
    {"Endpoint ID is not specified", ConnectProblem::EndpointNotNamed},
    {"server login has been failing", ConnectProblem::BehindPoolerUnreachable},
    {"query_wait_timeout", ConnectProblem::PoolerFull},
    {"server conn crashed", ConnectProblem::CutBehindPooler},
    {"pgbouncer cannot connect to server", ConnectProblem::BehindPoolerUnreachable},
};

// Of libpq itself, where it speaks English: see Untranslated.
constexpr KnownText libpqTexts[] = {
    {"does not match host name", ConnectProblem::CertificateOfOtherServer},
    {"certificate verify failed", ConnectProblem::CertificateInvalid}, // OpenSSL's words
    {"root certificate file", ConnectProblem::RootCertificateMissing},
    {"server does not support SSL", ConnectProblem::TlsNotOffered},
    {"channel binding", ConnectProblem::ChannelBinding},
};

std::optional<ConnectProblem> find(std::span<const KnownText> known, const QString &text)
{
    const auto found = std::ranges::find_if(known, [&text](const KnownText &each) {
        return text.contains(QLatin1StringView(each.text), Qt::CaseInsensitive);
    });
    return found == known.end() ? std::nullopt : std::optional(found->problem);
}

} // namespace

std::optional<ConnectProblem> problemInPoolerText(const QString &text)
{
    return find(poolerTexts, text);
}

std::optional<ConnectProblem> problemInLibpqText(const QString &text)
{
    return find(libpqTexts, text);
}

} // namespace tusk::session
