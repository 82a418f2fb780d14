// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectiontest.h"

#include "data/session/connectfailures.h"
#include "environments/connectionprobe.h"

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto slowLogin = 1s;

} // namespace

ConnectionTest::ConnectionTest(QObject *parent)
    : QObject(parent)
{
    m_nameLimit.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_nameLimit, &QTimer::timeout, this, &ConnectionTest::giveUpOnNames);
    connect(&m_patience, &QTimer::timeout, this, &ConnectionTest::tellWaking);
}

ConnectionTest::~ConnectionTest()
{
    if (m_interruption)
        m_interruption->raise(session::Interruption::Level::ShutDown);
    if (m_thread)
        m_thread->leaveAlone();
}

void ConnectionTest::start(const base::ConnectionSettings &settings)
{
    cancel();
    m_report = {};
    m_toldWaking = false;
    m_interruption = std::make_shared<session::Interruption>();
    m_nameLimit.start(settings.connectTimeout);
    const auto tell = [inbox = m_inbox.address(), this, generation = ++m_generation](auto what) {
        inbox.post([this, generation, what = std::move(what)] {
            if (generation == m_generation && isRunning())
                what();
        });
    };
    const ProbeListener listener{
        .stepEnded = [this, tell](const StepReport &step) { tell([this, step] { take(step); }); },
        .loggingIn = [this, tell] { tell([this] { m_patience.start(slowLogin); }); },
        .waking = [this, tell] { tell([this] { tellWaking(); }); }};
    m_thread = std::make_unique<session::PartingThread>(
        [this, tell, listener, settings, interruption = m_interruption] {
            ConnectionProbe(settings, interruption, listener).run();
            tell([this] { end(); });
        });
}

void ConnectionTest::cancel()
{
    if (!isRunning())
        return;
    m_interruption->raise(session::Interruption::Level::ShutDown);
    m_report.cancelled = true;
    end();
}

void ConnectionTest::take(const StepReport &step)
{
    m_nameLimit.stop(); // from here on the test keeps the time itself
    if (step.step == TestStep::LogIn)
        m_patience.stop();
    m_report.steps.append(step);
    Q_EMIT stepEnded(step);
}

void ConnectionTest::tellWaking()
{
    if (!std::exchange(m_toldWaking, true))
        Q_EMIT waking();
}

void ConnectionTest::giveUpOnNames()
{
    const auto &failure = session::connectFailure(session::ConnectProblem::NameServerSilent);
    base::Error error;
    error.kind = failure.kind;
    error.sentence = failure.translatedSentence();
    error.detail = u"getaddrinfo did not return within the time limit"_s;
    m_interruption->raise(session::Interruption::Level::ShutDown);
    take({.step = TestStep::Resolve,
          .outcome = StepOutcome::Failed,
          .finding = error.sentence,
          .advice = failure.translatedAdvice(),
          .error = error});
    end();
}

void ConnectionTest::end()
{
    m_nameLimit.stop();
    m_patience.stop();
    m_interruption.reset();
    m_thread->leaveAlone();
    m_thread.reset();
    Q_EMIT finished(m_report);
}

} // namespace tusk::environments
