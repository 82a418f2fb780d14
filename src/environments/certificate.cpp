// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/certificate.h"

#include "data/session/wakeup.h"
#include "environments/hostaddresses.h"

#include <QDir>

#include <array>
#include <ctime>
#include <memory>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using session::ConnectProblem;
using session::Deadline;
using session::Interest;
using session::WakeUp;

namespace
{

template <auto Free>
struct FreeBy {
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using ContextHandle = std::unique_ptr<SSL_CTX, FreeBy<SSL_CTX_free>>;
using SslHandle = std::unique_ptr<SSL, FreeBy<SSL_free>>;
using X509Handle = std::unique_ptr<X509, FreeBy<X509_free>>;

QString nameIn(X509_NAME *name)
{
    std::array<char, 256> common{};
    if (X509_NAME_get_text_by_NID(name, NID_commonName, common.data(), common.size()) > 0)
        return QString::fromUtf8(common.data());
    const std::unique_ptr<char, decltype([](char *text) { OPENSSL_free(text); })> whole(
        X509_NAME_oneline(name, nullptr, 0));
    return QString::fromUtf8(whole.get());
}

Certificate certificateFrom(X509 *source)
{
    std::tm until{};
    ASN1_TIME_to_tm(X509_get0_notAfter(source), &until);
    return {nameIn(X509_get_subject_name(source)), nameIn(X509_get_issuer_name(source)),
            QDateTime::fromSecsSinceEpoch(timegm(&until), Qt::UTC)};
}

// Waits for what the library wants next; false: in vain.
bool await(int socket, int wanted, const WakeUp &bell, Deadline deadline)
{
    const Interest interest = wanted == SSL_ERROR_WANT_WRITE ? Interest::Write : Interest::Read;
    const session::Readiness ready = session::waitFor(socket, interest, bell, deadline);
    return ready.readable || ready.writable;
}

// PostgreSQL's way to ask for encryption: one request, one letter.
bool asksForEncryption(int socket, const WakeUp &bell, Deadline deadline)
{
    constexpr std::array<unsigned char, 8> request{0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f};
    if (!await(socket, SSL_ERROR_WANT_WRITE, bell, deadline) ||
        send(socket, request.data(), request.size(), MSG_NOSIGNAL) != ssize_t(request.size()))
        return false;
    char answer = 0;
    return await(socket, SSL_ERROR_WANT_READ, bell, deadline) && recv(socket, &answer, 1, 0) == 1 &&
           answer == 'S';
}

bool shakesHands(SSL *ssl, int socket, const WakeUp &bell, Deadline deadline)
{
    while (true) {
        const int result = SSL_connect(ssl);
        if (result == 1)
            return true;
        const int wanted = SSL_get_error(ssl, result);
        if (wanted != SSL_ERROR_WANT_READ && wanted != SSL_ERROR_WANT_WRITE)
            return false;
        if (!await(socket, wanted, bell, deadline))
            return false;
    }
}

QByteArray rootFile(const base::ConnectionSettings &settings)
{
    const QString path =
        settings.sslRootCert.isEmpty() ? QDir::homePath() + "/.postgresql/root.crt"_L1 : settings.sslRootCert;
    return path.toLocal8Bit();
}

bool isMadeFor(X509 *certificate, const QString &host)
{
    const QByteArray name = host.toUtf8();
    return X509_check_host(certificate, name.constData(), size_t(name.size()), 0, nullptr) == 1 ||
           X509_check_ip_asc(certificate, name.constData(), 0) == 1;
}

ConnectProblem problemIn(long verdict, X509 *certificate, const QString &host)
{
    switch (verdict) {
    case X509_V_OK:
        return isMadeFor(certificate, host) ? ConnectProblem::CertificateInvalid
                                            : ConnectProblem::CertificateOfOtherServer;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return ConnectProblem::CertificateExpired;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_UNTRUSTED:
        return ConnectProblem::CertificateNotTrusted;
    default:
        return ConnectProblem::CertificateInvalid;
    }
}

} // namespace

std::optional<Certificate> certificateOf(PGconn *connection)
{
    auto *ssl = static_cast<SSL *>(PQsslStruct(connection, "OpenSSL"));
    const X509Handle shown(ssl ? SSL_get1_peer_certificate(ssl) : nullptr);
    return shown ? std::optional(certificateFrom(shown.get())) : std::nullopt;
}

session::CertificateJudge certificateJudge()
{
    return [](const base::ConnectionSettings &settings, const WakeUp &bell, Deadline deadline) {
        const auto verdict = judgeCertificate(settings, bell, deadline);
        return verdict ? std::optional(verdict->problem) : std::nullopt;
    };
}

std::optional<CertificateVerdict> judgeCertificate(const base::ConnectionSettings &settings,
                                                   const WakeUp &bell, Deadline deadline)
{
    const OwnedSocket socket = connectTo(settings.host, settings.port, bell, deadline);
    if (!socket.isOpen() || !asksForEncryption(socket.number(), bell, deadline))
        return std::nullopt;
    const ContextHandle context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_load_verify_locations(context.get(), rootFile(settings).constData(), nullptr);
    const SslHandle ssl(SSL_new(context.get()));
    QByteArray host = settings.host.toUtf8();
    SSL_ctrl(ssl.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, host.data());
    SSL_set_fd(ssl.get(), socket.number());
    if (!shakesHands(ssl.get(), socket.number(), bell, deadline))
        return std::nullopt;
    const X509Handle shown(SSL_get1_peer_certificate(ssl.get()));
    if (!shown)
        return std::nullopt;
    return CertificateVerdict{certificateFrom(shown.get()),
                              problemIn(SSL_get_verify_result(ssl.get()), shown.get(), settings.host)};
}

} // namespace tusk::environments
