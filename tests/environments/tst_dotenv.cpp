// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/dotenv.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace environments;

class TestDotEnv final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldReadAValue_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("value");
        QTest::newRow("bare") << u"A=b"_s << u"b"_s;
        QTest::newRow("blanks") << u"  A = b c  "_s << u"b c"_s;
        QTest::newRow("export") << u"export A=b"_s << u"b"_s;
        QTest::newRow("empty") << u"A="_s << QString();
        QTest::newRow("empty with a comment") << u"A= # none"_s << QString();
        QTest::newRow("comment") << u"A=b # c"_s << u"b"_s;
        QTest::newRow("number sign in a password") << u"A=p#ss"_s << u"p#ss"_s;
        QTest::newRow("number sign at the beginning") << u"A=#ff0000"_s << u"#ff0000"_s;
        QTest::newRow("equals signs") << u"A=x?a=b&c=d"_s << u"x?a=b&c=d"_s;
        QTest::newRow("apostrophe inside") << u"A=it's"_s << u"it's"_s;
        QTest::newRow("quotes") << u"A=\"b # c\""_s << u"b # c"_s;
        QTest::newRow("quotes and comment") << u"A=\"b\" # c"_s << u"b"_s;
        QTest::newRow("escapes") << u"A=\"a\\nb\\t\\\"\\\\\\$c\\x\""_s << u"a\nb\t\"\\$c\\x"_s;
        QTest::newRow("single quotes") << u"A='a\\n\"$b#'"_s << u"a\\n\"$b#"_s;
        QTest::newRow("back quotes") << u"A=`it's`"_s << u"it's"_s;
        QTest::newRow("several lines") << u"A=\"b\nc\""_s << u"b\nc"_s;
        QTest::newRow("CRLF") << u"Z=1\r\nA=b\r\nB=c\r\n"_s << u"b"_s;
        QTest::newRow("the last one counts") << u"A=b\nA=c"_s << u"c"_s;
        QTest::newRow("behind comments") << u"# A=x\n\n   # A=y\nA=b"_s << u"b"_s;
        QTest::newRow("dollar") << u"A=pa$word"_s << u"pa$word"_s;
    }
    void shouldReadAValue()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, value);

        const DotEnv file = parseDotEnv(text);

        QVERIFY(file.badLines.isEmpty());
        QVERIFY(file.find("A"_L1));
        QCOMPARE(file.find("A"_L1)->value, value);
        QCOMPARE(file.find("A"_L1)->variable, QString());
    }

    void shouldNameLinesThatAreNone()
    {
        const DotEnv file = parseDotEnv(u"A=\"b\nc\"\nnonsense\nB=\"open\nC=d\n1=2\n"_s);

        QCOMPARE(file.badLines, (QList{3, 4, 6}));
        QCOMPARE(file.entries, (QList<DotEnvEntry>{{u"A"_s, u"b\nc"_s, 1, {}}, {u"C"_s, u"d"_s, 5, {}}}));
        QCOMPARE(file.find("B"_L1), nullptr);
    }

    void shouldNameAVariableThatIsNotFilledIn()
    {
        QCOMPARE(parseDotEnv(u"A=x${B}y"_s).find("A"_L1)->variable, u"B"_s);
        QCOMPARE(parseDotEnv(u"A=\"${B:-z}\""_s).find("A"_L1)->variable, u"B"_s);
        QCOMPARE(parseDotEnv(u"A='${B}'"_s).find("A"_L1)->variable, QString());
        QCOMPARE(parseDotEnv(u"A=\"\\${B}\""_s).find("A"_L1)->variable, QString());
    }

    void shouldReadTheEncodingsOfEditors()
    {
        QCOMPARE(*textOfFile("A=\xc3\xa4"), u"A=ä"_s);
        QCOMPARE(*textOfFile("\xef\xbb\xbf"
                             "A=b"),
                 u"A=b"_s);
        QCOMPARE(*textOfFile(QByteArray("\xff\xfe"
                                        "A\0=\0",
                                        6)),
                 u"A="_s);
        QVERIFY(!textOfFile("A=\xff"));
        QVERIFY(!textOfFile(QByteArray("A\0b", 3)));
    }
};

QTEST_GUILESS_MAIN(TestDotEnv)
#include "tst_dotenv.moc"
