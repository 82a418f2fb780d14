// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/typedhost.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace environments;

class TestTypedHost final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldFindThePortBehindTheName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<TypedHost>("expected");
        const auto row = [](const QString &text, const QString &host, int port = 0) {
            QTest::newRow(qPrintable(text)) << text << TypedHost{host, port};
        };
        row(u"db.example.org"_s, u"db.example.org"_s);
        row(u" db.example.org:5433 "_s, u"db.example.org"_s, 5433);
        row(u"192.0.2.1:5433"_s, u"192.0.2.1"_s, 5433);
        row(u"bücher.example:5433"_s, u"bücher.example"_s, 5433);
        row(u"2001:db8::1"_s, u"2001:db8::1"_s);
        row(u"::1"_s, u"::1"_s);
        row(u"[2001:db8::1]"_s, u"2001:db8::1"_s);
        row(u"[2001:db8::1]:5433"_s, u"2001:db8::1"_s, 5433);
        row(u"[fe80::1%eth0]:5433"_s, u"fe80::1%eth0"_s, 5433);
        row(u"/run/postgresql"_s, u"/run/postgresql"_s);
        row(u"/run/a:1"_s, u"/run/a:1"_s);
        row(u"db:99999"_s, u"db:99999"_s);
        row(u"db:port"_s, u"db:port"_s);
        row(u"https://db"_s, u"https://db"_s);
        row(u"[::1"_s, u"[::1"_s);
        row(u" "_s, {});
    }
    void shouldFindThePortBehindTheName()
    {
        QFETCH(const QString, text);
        QFETCH(const TypedHost, expected);

        QCOMPARE(typedHost(text), expected);
    }
};

QTEST_GUILESS_MAIN(TestTypedHost)
#include "tst_typedhost.moc"
