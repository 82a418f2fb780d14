// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectionstring.h"
#include "environments/dotenvimport.h"
#include "environments/profilefile.h"
#include "support/testcase.h"

#include <QRandomGenerator>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace environments;

namespace
{

int rounds()
{
    const int wished = qEnvironmentVariableIntValue("TUSK_FUZZ_ROUNDS");
    return wished > 0 ? wished : 5'000;
}

const QByteArrayList good{
    "postgresql://ann:s3cret@db.example.org:6543/todos?sslmode=verify-full&channel_binding=require",
    "postgresql+asyncpg://ann:s3cret@[2001:db8::1]/todos?ssl=require&x=y",
    "jdbc:postgresql://db/todos?user=ann&password=s3cret&ssl=true",
    "host='db' port=5432 dbname=todos user=ann password='it\\'s s3cret'",
    "PGPASSWORD=s3cret psql -h db --port=5432 -Uann \"dbname=todos sslmode=require\"",
    "export DATABASE_URL=\"postgres://ann:s3cret@%2Frun%2Fpostgresql/todos\" # "
    "main\nENV=staging\nNEON_POOL_SIZE=3\n",
    "{\"version\": 1, \"current\": \"x\", \"environments\": [{\"id\": "
    "\"00000000-0000-7000-8000-000000000002\", "
    "\"name\": \"shop\", \"port\": 5432, \"pool\": {\"size\": 3}, \"secret\": {\"source\": \"none\"}}]}",
};

QByteArray damaged(QByteArray bytes, QRandomGenerator &random)
{
    for (int i = random.bounded(1, 6); i > 0 && !bytes.isEmpty(); --i) {
        const qsizetype at = random.bounded(bytes.size());
        switch (random.bounded(4)) {
        case 0:
            bytes[at] = static_cast<char>(random.bounded(256));
            break;
        case 1:
            bytes.remove(at, random.bounded(1, 20));
            break;
        case 2:
            bytes[at] = ":/@?#&='\"\\%[]$ \n"[random.bounded(16)];
            break;
        default:
            bytes.insert(at, bytes.mid(random.bounded(bytes.size()), random.bounded(1, 30)));
            break;
        }
    }
    return bytes;
}

QByteArray noise(QRandomGenerator &random)
{
    QByteArray bytes(random.bounded(200), '\0');
    for (char &byte : bytes)
        byte = random.bounded(2) == 0 ? static_cast<char>(random.bounded(256))
                                      : "postgresql://ab:c@d/e?f=g&h'\"\\%[]$\n"[random.bounded(36)];
    return bytes;
}

} // namespace

// Texts as nobody would write them: nothing may crash (worth most under the sanitizers), what is accepted
// keeps what the values promise, and no error repeats the text.
class TestConnectionFuzz final : public tests::TestCase
{
    Q_OBJECT

    static void read(const QByteArray &bytes)
    {
        const QString text = QString::fromUtf8(bytes);
        const auto parsed = parseConnectionString(text, u"It"_s);
        if (parsed) {
            QVERIFY2(parsed->address.port >= 0 && parsed->address.port <= 65'535, bytes.constData());
            const QString uri = uriOf(parsed->address, Password::Included);
            const auto again = parseConnectionString(uri, u"It"_s);
            QVERIFY2(again && again->address == parsed->address,
                     QByteArray(bytes + '\n' + uri.toUtf8()).constData());
        } else {
            QVERIFY2(!parsed.error().detail.contains(u"s3cret"_s), bytes.constData());
            QVERIFY2(!parsed.error().sentence.contains(u"s3cret"_s), bytes.constData());
        }
        const ImportPreview preview = previewImport({{u".env"_s, bytes}}, {});
        QVERIFY(preview.environments.size() + preview.problems.size() == 1);
        const ProfileFile file = readProfileFile(bytes);
        QVERIFY(file.list.privateServer().isPrivateServer());
    }

private Q_SLOTS:
    void shouldTakeWhatIsGood()
    {
        for (const QByteArray &bytes : good.first(6))
            QVERIFY2(parseConnectionString(QString::fromUtf8(bytes), {}), bytes.constData());
        QCOMPARE(readProfileFile(good.at(6)).list.profiles().size(), 2);
    }

    void shouldSurviveDamage()
    {
        QRandomGenerator random(71);
        for (int round = 0; round < rounds() && !QTest::currentTestFailed(); ++round)
            read(damaged(good.at(random.bounded(good.size())), random));
    }

    void shouldSurviveNoise()
    {
        QRandomGenerator random(72);
        for (int round = 0; round < rounds() && !QTest::currentTestFailed(); ++round)
            read(noise(random));
    }
};

QTEST_GUILESS_MAIN(TestConnectionFuzz)
#include "tst_connectionfuzz.moc"
