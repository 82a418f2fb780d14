// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/copy/todocopy.h"
#include "models/opendatabase.h"
#include "support/proxy.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::CopyEnd;
using app::TodoCopy;

// What a copy between two databases does when one of them fails.
class TestTodoCopy final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true});
    }
    void cleanupTestCase() { m_server.reset(); }

    // Only what is written may take long.
    void shouldNoticeAFrozenServerWhileItReads()
    {
        tests::Proxy network(tests::createTuskDatabase(*m_server));
        base::ConnectionSettings source = network.settings();
        source.sslMode = u"disable"_s;
        source.statementTimeout = 1s;
        TodoCopy copy(end(u"one"_s, source), end(u"two"_s, tests::createTuskDatabase(*m_server)),
                      domain::InstallationId(QUuid::createUuid()), m_clock);
        QStringList failures;
        connect(&copy, &TodoCopy::failed, this,
                [&failures](const app::Failure &failure) { failures.append(failure.error.sentence); });

        copy.look([&network](app::DatabaseAccess &, const repository::OpeningState &,
                             const TodoCopy::Chosen &chosen) {
            network.freeze();
            chosen(domain::CopySelection());
        });

        QTRY_COMPARE_WITH_TIMEOUT(failures, QStringList{u"“one”: The database server stopped answering."_s},
                                  15'000);
        bool isClosed = false;
        copy.close([&isClosed] { isClosed = true; });
        QTRY_VERIFY(isClosed);
    }

private:
    [[nodiscard]] CopyEnd end(const QString &name, const base::ConnectionSettings &settings) const
    {
        return {name, settings, m_folder.filePath(name), name};
    }

    std::unique_ptr<tests::TestServer> m_server;
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestTodoCopy)
#include "tst_todocopy.moc"
