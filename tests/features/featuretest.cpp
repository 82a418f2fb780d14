// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

#include "app/translations.h"

#include <QApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace tusk::tests
{

FeatureTest::FeatureTest() = default;
FeatureTest::~FeatureTest() = default;

void FeatureTest::initTestCase()
{
    app::installTranslations(*qApp, QLocale());
    m_home = std::make_unique<TemporaryHome>();
    TestServerOptions options;
    options.tcp = true;
    options.logStatements = true;
    m_server = std::make_unique<TestServer>(options);
}

void FeatureTest::prepare()
{
    m_database = createTuskDatabase(*m_server);
    fill();
    m_logMark = m_server->logMark();
    m_network = std::make_unique<Proxy>(m_database);
    m_user = std::make_unique<User>(m_network->settings(), desktopBus());
    begin();
}

void FeatureTest::cleanup()
{
    m_user.reset();
    m_other.reset();
    m_network.reset();
    static const QRegularExpression trouble(QStringLiteral("\\|(WARNING|ERROR|FATAL|PANIC):  "));
    for (const QString &line : m_server->logLines(m_logMark)) {
        if (line.contains(trouble) && !isExpectedInLog(line))
            QFAIL(qPrintable(QStringLiteral("The server has noted: ") + line));
    }
    // Prepared statements meet those of others behind a pooler.
    static const QRegularExpression prepared(QStringLiteral("^\\s*(PREPARE|EXECUTE|DEALLOCATE)\\b"),
                                             QRegularExpression::CaseInsensitiveOption);
    for (const LoggedStatement &statement : m_server->statements(m_logMark)) {
        if (statement.text.contains(prepared))
            QFAIL(qPrintable(QStringLiteral("Prepared on the server: ") + statement.text));
    }
}

bool FeatureTest::isExpectedInLog(const QString &line) const
{
    // Who quits does not wait for the answer to what is only looked up, and networks fail.
    return line.contains(QStringLiteral("canceling statement due to user request")) ||
           line.contains(QStringLiteral("connection to client lost"));
}

void FeatureTest::cleanupTestCase()
{
    m_server.reset();
    m_home.reset();
}

Device &FeatureTest::otherComputer()
{
    if (!m_other)
        m_other = std::make_unique<Device>(m_database);
    return *m_other;
}

QStringList FeatureTest::stored(const QString &sql)
{
    // What was there before may be what is expected in the end.
    if (m_user && m_user->reachesDatabase())
        (void)QTest::qWaitFor([this] { return m_user->isSaved() || !m_user->reachesDatabase(); });
    QStringList result;
    for (const QStringList &row : m_server->psql(sql, m_database.database))
        result.append(row.join(u'|'));
    return result;
}

QStringList FeatureTest::storedTitles()
{
    return stored(
        QStringLiteral("SELECT title FROM tusk.todo WHERE deleted_at IS NULL ORDER BY position, id"));
}

QStringList FeatureTest::openTransactions()
{
    return stored(QStringLiteral("SELECT state FROM pg_stat_activity WHERE datname = current_database() AND "
                                 "backend_type = 'client backend' AND xact_start IS NOT NULL AND "
                                 "pid <> pg_backend_pid()"));
}

qsizetype FeatureTest::timesSaid(const QString &containing) const
{
    const QList<LoggedStatement> statements = m_server->statements(m_logMark);
    return std::ranges::count_if(statements, [&containing](const LoggedStatement &statement) {
        return statement.text.contains(containing);
    });
}

void FeatureTest::execute(const QString &sql)
{
    m_server->psql(sql, m_database.database);
}

} // namespace tusk::tests
