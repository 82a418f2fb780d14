// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/redaction.h"
#include "support/testcase.h"

#include <libpq-fe.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using session::redacted;

class TestRedaction final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldRemoveThePasswordInEveryForm_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"MARK"_s << u"invalid dbname MARK here"_s;
        QTest::newRow("twice") << u"MARK"_s << u"MARK and MARK"_s;
        QTest::newRow("percent") << u"MARK@ü"_s << u"postgresql://u:MARK%40%C3%BC@h"_s;
        QTest::newRow("percent, small letters") << u"MARK@ü"_s << u"token MARK%40%c3%bc"_s;
        QTest::newRow("quoted") << uR"(MA'RK\)"_s << uR"(password='MA\'RK\\')"_s;
        QTest::newRow("with a quote, plain") << uR"(MA'RK\)"_s << uR"(near MA'RK\ here)"_s;
        QTest::newRow("blank inside") << u"MARK ME"_s << u"password='MARK ME' host=h"_s;
        QTest::newRow("expression") << u"MARK.*("_s << u"near MARK.*("_s;
    }
    void shouldRemoveThePasswordInEveryForm()
    {
        QFETCH(QString, password);
        QFETCH(QString, text);
        const QString clean = redacted(text, password);
        QVERIFY2(!clean.contains("MA"_L1), qPrintable(clean));
        QVERIFY2(!clean.contains("RK"_L1), qPrintable(clean));
        QVERIFY2(clean.contains("***"_L1), qPrintable(clean));
    }

    void shouldRemoveSecretsOfStringsThatAreNotOurs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("URI") << u"bad: postgresql://user:SECRET@host/db"_s;
        QTest::newRow("leading blank") << u"\" postgresql://user:SECRET@host/db\""_s;
        QTest::newRow("unescaped at") << u"postgresql://user:SEC@RET@host/db"_s;
        QTest::newRow("unescaped slash") << u"postgresql://user:SEC/RET@host/db"_s;
        QTest::newRow("dialect") << u"postgresql+psycopg2://user:SECRET@host/db"_s;
        QTest::newRow("no scheme") << u"user:SECRET@host/db"_s;
        QTest::newRow("no scheme, quoted") << u"missing \"=\" after \"user:SECRET@host/db\" in string"_s;
        QTest::newRow("keyword") << u"host=h password=SECRET port=1"_s;
        QTest::newRow("keyword, quoted") << u"host=h password = 'SEC\\' RET' port=1"_s;
        QTest::newRow("query") << u"postgresql://host/db?password=SECRET&x=1"_s;
        QTest::newRow("key file") << u"sslpassword=SECRET"_s;
    }
    void shouldRemoveSecretsOfStringsThatAreNotOurs()
    {
        QFETCH(QString, text);
        const QString clean = redacted(text, QString());
        QVERIFY2(!clean.contains("SEC"_L1), qPrintable(clean));
        QVERIFY2(!clean.contains("RET"_L1), qPrintable(clean));
    }

    void shouldRemoveWhatLibpqRepeats_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {" postgresql://u:SECRET@h/db", "\"postgresql://u:SECRET@h/db\"", "https://u:SECRET@h/db",
              "u:SECRET@h/db", "postgresql+psycopg2://u:SECRET@h/db", "postgresql://u:SECRET%zz@h/db"})
            QTest::addRow("%s", text) << QByteArray(text);
    }
    void shouldRemoveWhatLibpqRepeats()
    {
        QFETCH(QByteArray, text);
        char *message = nullptr;
        PQconninfoOption *options = PQconninfoParse(text.constData(), &message);
        QVERIFY(!options);
        const QString original = QString::fromUtf8(message);
        PQfreemem(message);
        QVERIFY2(original.contains("SECRET"_L1), "libpq does not repeat it: this row tests nothing");
        // The program knows the password of the profile; here the whole of the wrong token is it.
        const QString clean = redacted(original, text.contains("%zz") ? u"SECRET%zz"_s : QString());
        QVERIFY2(!clean.contains("SECRET"_L1), qPrintable(clean));
    }

    void shouldLeaveOrdinaryTextsAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("server") << u"FATAL:  28P01: password authentication failed for user \"tusk\""_s;
        QTest::newRow("address") << u"connection to server at \"host\" (10.0.0.1), port 5432 failed"_s;
        QTest::newRow("time") << u"at 12:30 someone@example.org wrote"_s;
        QTest::newRow("empty") << QString();
    }
    void shouldLeaveOrdinaryTextsAlone()
    {
        QFETCH(QString, text);
        QCOMPARE(redacted(text, QString()), text);
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
