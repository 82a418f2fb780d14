// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectionstring.h"
#include "environments/keywordpairs.h"
#include "environments/profilefile.h"
#include "environments/profilewords.h"
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
    return wished > 0 ? wished : 3'000;
}

// Random addresses, made of everything that has a meaning somewhere.
class RandomAddresses final
{
public:
    explicit RandomAddresses(quint32 seed)
        : m_random(seed)
    {
    }

    int number(int least, int most) { return m_random.bounded(least, most + 1); }
    bool chance() { return m_random.bounded(2) == 0; }
    template <class T>
    const T &oneOf(const QList<T> &values)
    {
        return values.at(m_random.bounded(values.size()));
    }

    QString text(int longest)
    {
        static const QString characters = u"abcXYZ019 -._~:/?#[]@!$&'()*+,;=%\"<>\\^`{|}äйδ漢"_s;
        QString result;
        for (int i = number(0, longest); i > 0; --i)
            result += chance() && chance() ? QString::fromUcs4(U"🐘", 1) : QString(oneOf(characters));
        return result;
    }

    QString host()
    {
        const QStringList hosts{u"db.example.org"_s,  u"192.0.2.1"_s,  u"2001:db8::1"_s, u"fe80::1%eth0"_s,
                                u"/run/postgresql"_s, u"/tmp/a b%c"_s, u"localhost"_s,   {}};
        return oneOf(hosts);
    }

    ConnectionAddress address()
    {
        using std::chrono::seconds;
        ConnectionAddress address;
        address.host = host();
        address.port = chance() ? number(1, 65'535) : 0;
        address.database = text(8);
        address.user = text(8);
        address.password = text(20);
        if (chance())
            address.tls = static_cast<TlsMode>(number(0, 5));
        address.rootCertificate = chance() ? u"/etc/"_s + text(5) : QString();
        if (chance())
            address.channelBinding = static_cast<ChannelBinding>(number(0, 2));
        address.applicationName = text(6);
        if (chance())
            address.connectTimeout = seconds(number(1, 3'600));
        if (chance())
            address.keepAliveIdle = seconds(number(1, 3'600));
        if (chance())
            address.keepAliveInterval = seconds(number(1, 3'600));
        if (chance())
            address.keepAliveCount = number(1, 100);
        return address;
    }

private:
    QChar oneOf(const QString &characters) { return characters.at(m_random.bounded(characters.size())); }

    QRandomGenerator m_random;
};

QString pairsOf(const ConnectionAddress &address)
{
    KeywordPairs pairs{{u"host"_s, address.host},
                       {u"dbname"_s, address.database},
                       {u"user"_s, address.user},
                       {u"password"_s, address.password}};
    if (address.port != 0)
        pairs.append({u"port"_s, QString::number(address.port)});
    return keywordString(pairs);
}

} // namespace

class TestConnectionRoundTrip final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldReadItsOwnUris()
    {
        RandomAddresses random(61);
        for (int round = 0; round < rounds(); ++round) {
            const ConnectionAddress address = random.address();
            const QString uri = uriOf(address, Password::Included);

            const auto parsed = parseConnectionString(uri, u"It"_s);

            QVERIFY2(parsed && parsed->address == address, qPrintable(uri));
            QVERIFY2(parsed->warnings.isEmpty(), qPrintable(uri));
        }
    }

    void shouldReadPairs()
    {
        RandomAddresses random(62);
        for (int round = 0; round < rounds(); ++round) {
            const ConnectionAddress full = random.address();
            ConnectionAddress address;
            address.host = full.host;
            address.port = full.port;
            address.database = full.database;
            address.user = full.user;
            address.password = full.password;

            const QString text = pairsOf(address);
            const auto parsed = parseConnectionString(text, u"It"_s);

            // libpq takes a database with a scheme in front for an address of its own.
            QVERIFY2(parsed && parsed->address == address, qPrintable(text));
        }
    }

    void shouldGiveTheSameAddressByWayOfAProfile()
    {
        RandomAddresses random(63);
        for (int round = 0; round < rounds(); ++round) {
            const ConnectionAddress address = random.address();
            EnvironmentProfile profile;
            applyAddress(profile, address);
            EnvironmentProfile again;

            applyAddress(again, addressOf(profile, address.password));

            QCOMPARE(again, profile);
        }
    }

    void shouldHideThePassword()
    {
        RandomAddresses random(64);
        for (int round = 0; round < rounds(); ++round) {
            ConnectionAddress address = random.address();
            address.password = u"s3cret"_s + address.password;
            const QString uri = uriOf(address, Password::Included);

            QVERIFY(!redactedConnectionString(uri).contains(u"s3cret"_s));
            QVERIFY(!uriOf(address, Password::LeftOut).contains(u"s3cret"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestConnectionRoundTrip)
#include "tst_connectionroundtrip.moc"
