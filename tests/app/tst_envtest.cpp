// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "privatehome.h"
#include "support/freeport.h"
#include "support/markersearch.h"
#include "support/testcase.h"
#include "support/testserver.h"
#include "tuskprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::TuskRun;
using tests::Variables;

namespace
{

const QString marker = u"heron/moss@Wort%64-marker"_s;

QStringList column(const TuskRun &run, const QString &key)
{
    QStringList values;
    for (const auto &step : run.json())
        values.append(step.toObject().value(key).toString());
    return values;
}

} // namespace

class TestEnvTest final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<tests::PrivateHome>();
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true, .scram = true});
        m_settings = m_server->createDatabase();
        m_server->psql(u"ALTER ROLE %1 PASSWORD '%2'"_s.arg(m_settings.user, marker));
    }
    void cleanupTestCase()
    {
        m_server.reset();
        m_home.reset();
    }
    void cleanup()
    {
        tests::MarkerSearch search(marker);
        search.lookInFolder(m_home->path());
        search.lookInText(u"the server's log"_s, m_server->logLines().join(u'\n'));
        search.lookInBytes(u"output"_s, m_outputs);
        search.lookInCommandLines();
        QCOMPARE(search.findings(), QStringList());
    }

    void shouldTestWhatTheVariableNames()
    {
        const TuskRun run = envTest({u"--json"_s}, {{u"TUSK_DATABASE_URL"_s, url(marker)}});
        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(column(run, u"step"_s).join(u' '),
                 u"resolve connect encrypt log-in version route latency rights schema"_s);
        QVERIFY(column(run, u"finding"_s).contains("127.0.0.1 is an address in numbers."_L1));
        QVERIFY(!column(run, u"outcome"_s).contains("failed"_L1));
        QVERIFY(!column(run, u"finding"_s).contains(QString()));
    }

    void shouldTestAnEnvironmentByItsName()
    {
        addEnvironment(m_settings.port);
        const TuskRun run = envTest({u"work"_s}, {{u"WORK_PASSWORD"_s, marker}});
        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(run.lines().filter(u"✓"_s).size() + run.lines().filter(u"! "_s).size(), 9);
        QVERIFY(run.errors.isEmpty());
    }

    void shouldLogInOnceWithAWrongPassword()
    {
        const qint64 mark = m_server->logMark();
        const TuskRun run =
            envTest({u"--json"_s, u"--verbose"_s}, {{u"TUSK_DATABASE_URL"_s, url(marker + u"wrong"_s)}});
        QVERIFY2(run.exitCode == 3, run.report().constData());
        QCOMPARE(column(run, u"outcome"_s).last(), u"failed"_s);
        QCOMPARE(column(run, u"sqlstate"_s).last(), u"28P01"_s);
        QCOMPARE(m_server->logLines(mark).filter(u"password authentication failed"_s).size(), 1);
        QVERIFY(run.errors.contains("The database did not accept the user name or the password."));
    }

    void shouldSayWhichStepFailedAndWhatToDo()
    {
        m_settings.port = tests::freePort();
        const TuskRun run = envTest({}, {{u"TUSK_DATABASE_URL"_s, url(marker)}});
        m_settings.port = m_server->port();
        QVERIFY2(run.exitCode == 3, run.report().constData());
        QVERIFY2(run.errors.contains("No database server is running at this address. Check the address"),
                 run.report().constData());
    }

    void shouldStartThePrivateServerForItsTest()
    {
        const TuskRun run = envTest({u"local"_s, u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(column(run, u"step"_s).last(), u"schema"_s);
        QVERIFY(!tests::isServerRunning());
    }

    void shouldKnowNoOtherNames()
    {
        QCOMPARE(envTest({u"nothing"_s}).exitCode, 2);
        QCOMPARE(envTest({u"one"_s, u"two"_s}).exitCode, 2);
    }

private:
    TuskRun envTest(const QStringList &arguments, const Variables &variables = {})
    {
        const TuskRun run = tests::tusk(QStringList{u"env"_s, u"test"_s} + arguments, variables);
        m_outputs += run.output + run.errors;
        return run;
    }
    [[nodiscard]] QString url(const QString &password) const
    {
        return "postgresql://"_L1 + m_settings.user + u':' +
               QString::fromLatin1(QUrl::toPercentEncoding(password)) + "@127.0.0.1:"_L1 +
               QString::number(m_settings.port) + u'/' + m_settings.database + "?sslmode=disable"_L1;
    }
    void addEnvironment(int port)
    {
        const QByteArray address = u"postgresql://%1@127.0.0.1:%2/%3?sslmode=disable"_s.arg(m_settings.user)
                                       .arg(port)
                                       .arg(m_settings.database)
                                       .toUtf8();
        const TuskRun run = tests::tusk(
            {u"env"_s, u"add"_s, u"work"_s, u"--url-stdin"_s, u"--secret"_s, u"variable:WORK_PASSWORD"_s}, {},
            address);
        QVERIFY2(run.exitCode == 0, run.report().constData());
    }

    std::unique_ptr<tests::PrivateHome> m_home;
    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_settings;
    QByteArray m_outputs;
};

QTEST_GUILESS_MAIN(TestEnvTest)
#include "tst_envtest.moc"
