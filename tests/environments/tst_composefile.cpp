// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectionstring.h"
#include "environments/dotenv.h"
#include "support/testcase.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace environments;

namespace
{

const QString packaging = QStringLiteral(TUSK_SOURCE_DIR "/packaging/");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// YAML is read by Python's parser, everything else is done here.
QJsonObject readYaml(const QString &path)
{
    QProcess python;
    python.start(u"python3"_s,
                 {u"-c"_s,
                  u"import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout)"_s,
                  path});
    const bool ended = python.waitForFinished() && python.exitCode() == 0;
    if (!ended)
        qFatal("the file cannot be read: %s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

ConnectionAddress addressIn(const DotEnv &file, QLatin1StringView name)
{
    const DotEnvEntry *entry = file.find(name);
    const auto parsed = entry ? parseConnectionString(entry->value, name) : notAnAddress(name);
    return parsed ? parsed->address : ConnectionAddress();
}

} // namespace

// The compose file cannot be run by a test; what it says has to agree with the example and the documentation.
class TestComposeFile final : public tests::TestCase
{
    Q_OBJECT

    QJsonObject m_services;
    DotEnv m_example;

private Q_SLOTS:
    void initTestCase()
    {
        m_services = readYaml(packaging + u"docker-compose.yml"_s)["services"_L1].toObject();
        m_example = parseDotEnv(QString::fromUtf8(contentOf(packaging + u"env/development.env.example"_s)));
        QCOMPARE(m_services.keys(), (QStringList{u"pgbouncer"_s, u"postgres"_s}));
    }

    void shouldSetTheServerUpAsTheExampleSays()
    {
        const QJsonObject postgres = m_services["postgres"_L1].toObject();
        QCOMPARE(QFileInfo(packaging + postgres["env_file"_L1].toString()).fileName(),
                 u"development.env.example"_s);
        QVERIFY(QFileInfo::exists(packaging + postgres["env_file"_L1].toString()));

        const ConnectionAddress address = addressIn(m_example, "DATABASE_URL_UNPOOLED"_L1);
        QCOMPARE(address.user, m_example.find("POSTGRES_USER"_L1)->value);
        QCOMPARE(address.password, m_example.find("POSTGRES_PASSWORD"_L1)->value);
        QCOMPARE(address.database, m_example.find("POSTGRES_DB"_L1)->value);
        QCOMPARE(address.host, u"localhost"_s);
        QCOMPARE(postgres["ports"_L1].toArray(), QJsonArray{u"127.0.0.1:%1:5432"_s.arg(address.port)});
    }

    void shouldPutPgBouncerWhereTheExampleLooksForIt()
    {
        const QJsonObject pgbouncer = m_services["pgbouncer"_L1].toObject();
        const ConnectionAddress address = addressIn(m_example, "DATABASE_URL"_L1);
        QCOMPARE(address.host, u"localhost"_s);
        QCOMPARE(pgbouncer["ports"_L1].toArray(), QJsonArray{u"127.0.0.1:%1:5432"_s.arg(address.port)});

        const QJsonObject environment = pgbouncer["environment"_L1].toObject();
        QCOMPARE(environment["POOL_MODE"_L1].toString(), u"transaction"_s);
        const auto behind = parseConnectionString(environment["DATABASE_URL"_L1].toString(), {});
        QVERIFY(behind);
        QCOMPARE(behind->address.host, u"postgres"_s); // the other service
        QCOMPARE(behind->address.user, address.user);
        QCOMPARE(behind->address.password, address.password);
        QCOMPARE(behind->address.database, address.database);
        QVERIFY(pgbouncer["depends_on"_L1].toObject().contains(u"postgres"_s));
    }

    void shouldAgreeWithTheDocumentation()
    {
        const QString text =
            QString::fromUtf8(contentOf(QStringLiteral(TUSK_SOURCE_DIR "/docs/environments.md")));
        for (const QString &name : m_services.keys()) {
            const QJsonObject service = m_services[name].toObject();
            const QString port = service["ports"_L1].toArray().first().toString().section(u':', 1, 1);
            const QString row =
                u"| `%1` | `%2` | `localhost:%3` |"_s.arg(name, service["image"_L1].toString(), port);
            QVERIFY2(text.contains(row), qPrintable(row));
        }
        QVERIFY(text.contains(u"docker compose -f packaging/docker-compose.yml up"_s));
        QVERIFY(text.contains(u"tusk env import-dotenv packaging/env/development.env.example"_s));
        QVERIFY(text.simplified().contains(u"do not run containers, so these images were not tried"_s));
    }
};

QTEST_GUILESS_MAIN(TestComposeFile)
#include "tst_composefile.moc"
