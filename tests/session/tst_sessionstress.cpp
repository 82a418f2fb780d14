// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "data/session/databasesession.h"
#include "session/asking.h"
#include "support/driversilence.h"
#include "support/proxy.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QThread>

#include <array>
#include <random>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using session::DatabaseSession;
using session::Ordering;
using tests::ask;
using tests::ReplyPointer;
using tests::sql;

namespace
{

// One life of a session: everything may happen to it, at any moment. The same seed does the same.
class Life final
{
public:
    Life(std::uint32_t seed, const base::ConnectionSettings &settings, tests::Proxy &proxy)
        : m_random(seed)
        , m_proxy(proxy)
        , m_settings(settings)
    {
        m_settings.poolSize = 1 + below(3);
        m_settings.listen = below(2) == 0;
        for (auto &inbox : m_inboxes)
            inbox = std::make_unique<base::Inbox>();
        m_session = std::make_unique<DatabaseSession>(m_settings, tests::quickPace);
        m_session->open();
    }
    ~Life() { m_proxy.accept(); }
    Q_DISABLE_COPY_MOVE(Life)

    void step()
    {
        switch (below(16)) {
        case 0:
            m_session->cancel(static_cast<DatabaseSession::RequestId>(1 + below(m_asked + 1)));
            break;
        case 1:
            m_session->close();
            break;
        case 2:
        case 3:
            m_session->open();
            m_session->retryNow();
            break;
        case 4:
            m_proxy.cut(below(4) == 0 ? tests::Proxy::NewConnections::Refused
                                      : tests::Proxy::NewConnections::Accepted);
            break;
        case 5:
            m_proxy.accept();
            break;
        case 6:
            loseReceiver();
            break;
        case 7:
            runTask();
            break;
        default:
            request();
            break;
        }
        rest();
    }

    // As late or as early as it comes.
    void end() { m_session.reset(); }

    [[nodiscard]] bool isAnswered() const
    {
        return std::all_of(m_replies.begin(), m_replies.end(),
                           [](const auto &reply) { return reply->count == 1; });
    }
    [[nodiscard]] bool isAnsweredTwice() const
    {
        const auto twice = [](const auto &reply) { return reply->count > 1; };
        return std::any_of(m_replies.begin(), m_replies.end(), twice) ||
               std::any_of(m_lostReplies.begin(), m_lostReplies.end(), twice);
    }

private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    void request()
    {
        static const std::array texts = {"SELECT 1",
                                         "SELECT pg_sleep(0.003)",
                                         "SELECT repeat('x', 300000)",
                                         "NOTIFY tusk, 'x'",
                                         "SELECT 1/0",
                                         "SELECT pg_terminate_backend(pg_backend_pid())",
                                         "SELECT pg_sleep(20)"};
        const auto receiver = static_cast<std::size_t>(below(static_cast<int>(m_inboxes.size())));
        const ReplyPointer reply =
            ask(*m_session, *m_inboxes[receiver],
                {.statement = sql(texts[static_cast<std::size_t>(below(static_cast<int>(texts.size())))]),
                 .ordering = below(2) == 0 ? Ordering::Free : Ordering::InOrder,
                 .waits = below(2) == 0});
        ++m_asked;
        m_replies.append(reply);
        m_receiverOf.append(receiver);
    }

    void runTask()
    {
        auto reply = std::make_shared<tests::Reply>();
        const auto receiver = static_cast<std::size_t>(below(static_cast<int>(m_inboxes.size())));
        m_session->run<int>(
            [](session::Connection &connection) -> base::Result<int> {
                auto answers =
                    connection.executeInTransaction({sql("SELECT 1"), sql("SELECT pg_sleep(0.002)")}, 5s);
                return answers ? base::Result<int>(1) : answers.error();
            },
            below(2) == 0, *m_inboxes[receiver], [reply](const base::Result<int> &) { ++reply->count; });
        ++m_asked;
        m_replies.append(reply);
        m_receiverOf.append(receiver);
    }

    // What was asked for by a receiver that is gone may be answered or not.
    void loseReceiver()
    {
        const auto gone = static_cast<std::size_t>(below(static_cast<int>(m_inboxes.size())));
        m_inboxes[gone] = std::make_unique<base::Inbox>();
        for (qsizetype i = m_replies.size() - 1; i >= 0; --i) {
            if (m_receiverOf.at(i) != gone)
                continue;
            m_lostReplies.append(m_replies.takeAt(i));
            m_receiverOf.removeAt(i);
        }
    }

    void rest()
    {
        const int pause = below(8);
        if (pause == 0)
            QThread::usleep(static_cast<unsigned long>(below(3000)));
        else if (pause < 6)
            QCoreApplication::processEvents();
    }

    std::minstd_rand m_random;
    tests::Proxy &m_proxy;
    base::ConnectionSettings m_settings;
    std::array<std::unique_ptr<base::Inbox>, 3> m_inboxes;
    std::unique_ptr<DatabaseSession> m_session;
    int m_asked = 0;
    QList<ReplyPointer> m_replies; // whose receivers live
    QList<std::size_t> m_receiverOf;
    QList<ReplyPointer> m_lostReplies;
};

} // namespace

class TestSessionStress final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true});
        m_settings = m_server->createDatabase();
        m_settings.sslMode = u"disable"_s;
        m_proxy = std::make_unique<tests::Proxy>(m_settings);
    }
    void cleanupTestCase()
    {
        m_proxy.reset();
        m_server.reset();
    }

    void shouldSurviveAnythingAtAnyMoment()
    {
        const tests::DriverSilence silence;
        for (std::uint32_t round = 1; round <= 200; ++round) {
            Life life(round, m_proxy->settings(), *m_proxy);
            QTest::qWait(round % 3 == 0 ? 20 : 0);
            const int steps = 5 + static_cast<int>(round % 40);
            for (int step = 0; step < steps; ++step)
                life.step();
            QElapsedTimer timer;
            timer.start();
            life.end();
            QVERIFY2(timer.elapsed() < 1000, QByteArray::number(round).constData());
            QTRY_VERIFY2(life.isAnswered(), QByteArray::number(round).constData());
            QVERIFY2(!life.isAnsweredTwice(), QByteArray::number(round).constData());
        }
        QTRY_VERIFY(QSqlDatabase::connectionNames().isEmpty());
    }

private:
    std::unique_ptr<tests::TestServer> m_server;
    std::unique_ptr<tests::Proxy> m_proxy;
    base::ConnectionSettings m_settings;
};

QTEST_GUILESS_MAIN(TestSessionStress)
#include "tst_sessionstress.moc"
