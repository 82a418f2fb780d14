// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/serverproduct.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using environments::productOf;

class TestServerProduct final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldNameTheServerAndItsProvider_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("name");
        const QString debian = u"PostgreSQL 15.20 (Debian 15.20-0+deb12u1) on x86_64-pc-linux-gnu"_s;
        QTest::newRow("own") << debian << u"db.example"_s << u"PostgreSQL 15.20."_s;
        QTest::newRow("Neon") << u"PostgreSQL 17.5 (6bc9ef8) on aarch64"_s
                              << u"ep-calm-1.eu-central-1.aws.neon.tech"_s << u"PostgreSQL 17.5 at Neon."_s;
        QTest::newRow("Supabase") << debian << u"db.abcdef.supabase.co"_s
                                  << u"PostgreSQL 15.20 at Supabase."_s;
        QTest::newRow("RDS") << debian << u"x.abc.eu-west-1.rds.amazonaws.com"_s
                             << u"PostgreSQL 15.20 at Amazon RDS."_s;
        QTest::newRow("no provider's name") << debian << u"neon.tech.example"_s << u"PostgreSQL 15.20."_s;
    }
    void shouldNameTheServerAndItsProvider()
    {
        QFETCH(QString, version);
        QFETCH(QString, host);
        QFETCH(QString, name);
        QCOMPARE(productOf(version, host).name, name);
        QVERIFY(productOf(version, host).complaint.isEmpty());
    }

    void shouldRefuseWhatOnlyLooksLikePostgresql_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("name");
        QTest::newRow("CockroachDB") << u"CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023)"_s
                                     << u"CockroachDB"_s;
        QTest::newRow("YugabyteDB") << u"PostgreSQL 11.2-YB-2.20.1.3-b0 on x86_64-pc-linux-gnu"_s
                                    << u"YugabyteDB"_s;
        QTest::newRow("Redshift") << u"PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC, Redshift 1.0"_s
                                  << u"Amazon Redshift"_s;
        QTest::newRow("Materialize")
            << u"PostgreSQL 9.5.0 on x86_64-unknown-linux-gnu (Materialize v0.80.1)"_s << u"Materialize"_s;
    }
    void shouldRefuseWhatOnlyLooksLikePostgresql()
    {
        QFETCH(QString, version);
        QFETCH(QString, name);
        QVERIFY(productOf(version, u"db.example"_s).complaint.contains(name));
    }

    void shouldKnowPoolersByTheirNames()
    {
        QVERIFY(environments::isPoolerHost(u"ep-calm-123456-pooler.eu-central-1.aws.neon.tech"_s));
        QVERIFY(environments::isPoolerHost(u"aws-0-eu-central-1.pooler.supabase.com"_s));
        QVERIFY(!environments::isPoolerHost(u"ep-calm-123456.eu-central-1.aws.neon.tech"_s));
        QVERIFY(!environments::isPoolerHost(u"pooler.example"_s));
    }
};

QTEST_GUILESS_MAIN(TestServerProduct)
#include "tst_serverproduct.moc"
