// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectionprobe.h"

#include "data/session/conninfo.h"
#include "environments/certificate.h"
#include "environments/databaseprobe.h"
#include "environments/hostaddresses.h"
#include "environments/texts.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <random>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::ConnectProblem;
using session::ConnectStage;
using std::chrono::steady_clock;

namespace
{

// Neon holds a login back while it starts a suspended database.
constexpr auto wakingLimit = 30s;
constexpr std::chrono::milliseconds wakingPauses[] = {500ms, 2s, 5s};

bool isWaking(const session::ConnectWatch &watch)
{
    return watch.problem == ConnectProblem::DatabaseWaking || watch.problem == ConnectProblem::ServerStarting;
}

bool isAboutTheCertificate(const session::ConnectWatch &watch)
{
    return watch.problem == ConnectProblem::CertificateInvalid ||
           watch.problem == ConnectProblem::CertificateOfOtherServer;
}

TestStep stepOf(ConnectStage stage)
{
    switch (stage) {
    case ConnectStage::Reaching:
        return TestStep::Connect;
    case ConnectStage::Encrypting:
        return TestStep::Encrypt;
    case ConnectStage::LoggingIn:
        return TestStep::LogIn;
    }
    return TestStep::Connect;
}

QString sentenceOf(const Certificate &certificate)
{
    return Text::tr("its certificate is for %1, issued by %2, valid until %3")
        .arg(certificate.subject, certificate.issuer,
             QLocale().toString(certificate.validUntil.date(), QLocale::ShortFormat));
}

} // namespace

ConnectionProbe::ConnectionProbe(base::ConnectionSettings settings,
                                 std::shared_ptr<session::Interruption> interruption, ProbeListener listener)
    : m_settings(std::move(settings))
    , m_interruption(std::move(interruption))
    , m_listener(std::move(listener))
    , m_recorder(m_listener.stepEnded)
    , m_wakingEnds(steady_clock::now() + wakingLimit)
{
}

void ConnectionProbe::run()
{
    if (m_interruption->isRaised() || !resolve())
        return;
    if (m_interruption->isRaised() || !connect())
        return;
    DatabaseProbe(m_settings, m_interruption, m_connection.get(), m_recorder).run();
}

bool ConnectionProbe::resolve()
{
    if (m_settings.host.isEmpty() ||
        m_settings.isLocalSocket()) // libpq's own socket, or the one that is named
        return m_recorder.pass(TestStep::Resolve, Text::tr("The server is on this computer."));
    const HostAddresses found = lookUp(m_settings.host);
    if (found.problem)
        return m_recorder.fail(TestStep::Resolve, errorOf(*found.problem, found.detail),
                               adviceFor(*found.problem));
    if (found.addresses.contains(m_settings.host))
        return m_recorder.pass(TestStep::Resolve,
                               Text::tr("%1 is an address in numbers.").arg(m_settings.host));
    return m_recorder.pass(
        TestStep::Resolve,
        Text::tr("%1 has the address %2.").arg(m_settings.host, found.addresses.join(u", "_s)));
}

bool ConnectionProbe::connect()
{
    for (int attempt = 0;; ++attempt) {
        session::ConnectWatch watch;
        auto connection = connectOnce(watch);
        if (connection) {
            m_connection = std::move(*connection);
            reportConnected();
            return true;
        }
        if (!isWaking(watch) || !waitForWaking(attempt))
            return failConnecting(watch, connection.error());
    }
}

base::Result<session::ConnectionHandle> ConnectionProbe::connectOnce(session::ConnectWatch &watch)
{
    watch.deadlineOnceEncrypted = m_wakingEnds;
    watch.reached = [this](ConnectStage stage) {
        if (stage == ConnectStage::LoggingIn && m_listener.loggingIn)
            m_listener.loggingIn();
    };
    return session::connectPatiently(m_settings, *m_interruption,
                                     steady_clock::now() + m_settings.connectTimeout, &watch);
}

// False: it has lasted long enough, or is not wanted any more.
bool ConnectionProbe::waitForWaking(int attempt)
{
    m_listener.waking();
    const auto pause = wakingPauses[std::min<size_t>(size_t(attempt), std::size(wakingPauses) - 1)];
    // Not everybody at once.
    std::uniform_int_distribution<std::chrono::milliseconds::rep> anywhere(pause.count() / 2, pause.count());
    std::minstd_rand random(std::random_device{}());
    const auto until = steady_clock::now() + std::chrono::milliseconds(anywhere(random));
    if (until > m_wakingEnds)
        return false;
    session::waitFor(-1, session::Interest::Read, m_interruption->bell(), until);
    return !m_interruption->isRaised();
}

bool ConnectionProbe::failConnecting(const session::ConnectWatch &watch, const base::Error &error)
{
    if (error.kind == base::ErrorKind::Cancelled)
        return false;
    if (watch.stage != ConnectStage::Reaching)
        m_recorder.pass(TestStep::Connect, Text::tr("Somebody answers at port %1.").arg(m_settings.port));
    if (isAboutTheCertificate(watch))
        return judge(error);
    return m_recorder.fail(stepOf(watch.stage), error, watch.problem ? adviceFor(*watch.problem) : QString());
}

// libpq says that the certificate is bad, but not in what way.
bool ConnectionProbe::judge(const base::Error &error)
{
    const auto verdict =
        judgeCertificate(m_settings, m_interruption->bell(), steady_clock::now() + m_settings.connectTimeout);
    if (!verdict)
        return m_recorder.fail(TestStep::Encrypt, error, adviceFor(ConnectProblem::CertificateInvalid));
    base::Error told = errorOf(verdict->problem, error.detail + u'\n' + sentenceOf(verdict->certificate));
    return m_recorder.fail(TestStep::Encrypt, told, adviceFor(verdict->problem));
}

void ConnectionProbe::reportConnected()
{
    m_recorder.pass(TestStep::Connect, m_settings.isLocalSocket()
                                           ? Text::tr("Somebody answers in %1.").arg(m_settings.host)
                                           : Text::tr("Somebody answers at port %1.").arg(m_settings.port));
    m_recorder.report(encryption());
    m_recorder.pass(TestStep::LogIn, Text::tr("The user “%1” is let in.").arg(session::userOf(m_settings)));
}

StepReport ConnectionProbe::encryption() const
{
    StepReport result;
    result.step = TestStep::Encrypt;
    if (!PQsslInUse(m_connection.get())) {
        result.finding = Text::tr("The connection is not encrypted.");
        if (m_settings.isLocalSocket())
            return result; // it does not leave this computer
        result.outcome = StepOutcome::Doubtful;
        result.advice = Text::tr("Ask for encryption if the way to the server can be listened to.");
        return result;
    }
    const QString how = QString::fromLatin1(PQsslAttribute(m_connection.get(), "protocol")) + ", "_L1 +
                        QString::fromLatin1(PQsslAttribute(m_connection.get(), "cipher"));
    const auto certificate = certificateOf(m_connection.get());
    result.finding = certificate ? Text::tr("Encrypted (%1); %2.").arg(how, sentenceOf(*certificate))
                                 : Text::tr("Encrypted (%1).").arg(how);
    // In the other modes libpq checks by a root certificate that is named and there.
    if (!m_settings.sslMode.startsWith("verify-"_L1) && !QFileInfo::exists(m_settings.sslRootCert))
        result.advice = Text::tr("Nobody has checked whose certificate that is; “verify-full” does.");
    return result;
}

} // namespace tusk::environments
