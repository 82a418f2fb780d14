// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectionstring.h"
#include "support/testcase.h"

#include <QScopeGuard>

#include <clocale>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace environments;
using Kind = AddressWarning::Kind;

namespace
{

base::Result<ParsedAddress> parse(const QString &text)
{
    return parseConnectionString(text, u"The text"_s);
}

// What most of the texts below say.
ConnectionAddress usual()
{
    ConnectionAddress address;
    address.host = u"db.example.org"_s;
    address.port = 6543;
    address.database = u"todos"_s;
    address.user = u"ann"_s;
    address.password = u"s3cret"_s;
    return address;
}

ConnectionAddress withTls(TlsMode mode)
{
    ConnectionAddress address = usual();
    address.tls = mode;
    return address;
}

AddressWarning unknown(const QString &name)
{
    return {Kind::UnknownParameter, name};
}

AddressWarning unused(const QString &name)
{
    return {Kind::UnusedParameter, name};
}

AddressWarning unescaped(const QString &character)
{
    return {Kind::UnescapedCharacter, character};
}

} // namespace

Q_DECLARE_METATYPE(tusk::environments::ConnectionAddress)
Q_DECLARE_METATYPE(tusk::environments::AddressWarnings)

class TestConnectionString final : public tests::TestCase
{
    Q_OBJECT

    static void addColumns()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ConnectionAddress>("expected");
        QTest::addColumn<AddressWarnings>("warnings");
    }
    static void row(const char *name, const QString &text, const ConnectionAddress &expected,
                    const AddressWarnings &warnings = {})
    {
        QTest::newRow(name) << text << expected << warnings;
    }
    static void check()
    {
        QFETCH(const QString, text);
        QFETCH(const ConnectionAddress, expected);
        QFETCH(const AddressWarnings, warnings);

        const auto parsed = parse(text);

        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().sentence + parsed.error().detail));
        QCOMPARE(uriOf(parsed->address, Password::Included), uriOf(expected, Password::Included));
        QCOMPARE(parsed->address, expected);
        QStringList names;
        for (const AddressWarning &warning : parsed->warnings)
            names.append(warning.sentence());
        QVERIFY2(parsed->warnings == warnings, qPrintable(names.join(u'\n')));
    }

private Q_SLOTS:
    void shouldTakeEveryForm_data()
    {
        addColumns();
        const QString rest = u"ann:s3cret@db.example.org:6543/todos"_s;
        row("postgresql", u"postgresql://"_s + rest, usual());
        row("postgres", u"postgres://"_s + rest, usual());
        row("upper case", u"PostgreSQL://"_s + rest, usual());
        row("asyncpg", u"postgresql+asyncpg://"_s + rest, usual());
        row("psycopg2", u"postgresql+psycopg2://"_s + rest, usual());
        row("psycopg", u"postgresql+psycopg://"_s + rest, usual());
        row("pg8000", u"postgres+pg8000://"_s + rest, usual());
        row("jdbc", u"jdbc:postgresql://db.example.org:6543/todos?user=ann&password=s3cret"_s, usual());
        row("pairs", u"host=db.example.org port=6543 dbname=todos user=ann password=s3cret"_s, usual());
        row("quoted pairs", u"host = 'db.example.org' port='6543' dbname=todos user=ann password='s3cret'"_s,
            usual());
        row("psql", u"psql 'postgresql://"_s + rest + u'\'', usual());
        row("psql without quotes", u"$ psql postgresql://"_s + rest, usual());
        row("psql with pairs",
            u"psql \"host=db.example.org port=6543 dbname=todos user=ann password=s3cret\""_s, usual());
        row("psql with options", u"PGPASSWORD=s3cret psql -h db.example.org -p 6543 -U ann todos"_s, usual());
        row("psql with long options",
            u"PGPASSWORD='s3cret' /usr/bin/psql --host=db.example.org --port 6543 --username=ann --dbname todos"_s,
            usual());
        row("psql with options in one word",
            u"PGPASSWORD=s3cret psql -hdb.example.org -p6543 -Uann -d todos"_s, usual());
        row("psql with other options",
            u"PGPASSWORD=s3cret psql -qAt -v ON_ERROR_STOP=1 -h db.example.org -p 6543 todos ann -c 'select 1'"_s,
            usual());
        row("psql on several lines",
            u"PGPASSWORD=s3cret psql \\\r\n  -h db.example.org \\\r\n  -p 6543 -U ann \\\r\n  todos\r\n"_s,
            usual());
        row("psql with variables",
            u"PGHOST=db.example.org PGPORT=6543 PGUSER=ann PGDATABASE=todos PGPASSWORD=s3cret psql"_s,
            usual());
        row("psql, where the address counts more than options",
            u"PGPASSWORD=other psql -h other -U bob 'postgresql://"_s + rest + u'\'', usual());
        row("variable", u"DATABASE_URL=postgresql://"_s + rest, usual());
        row("exported variable", u"export DATABASE_URL=\"postgresql://"_s + rest + u'"', usual());
        row("variable of another name", u"PRIMARY_DB='postgres://"_s + rest + u'\'', usual());
        row("lines of a file",
            u"# main\nENV=production\nDIRECT_URL=postgres://x@y/z\nDATABASE_URL=postgresql://"_s + rest +
                u'\n',
            usual());
    }
    void shouldTakeEveryForm() { check(); }

    // Trap 24: what stands around an address in a letter or a console.
    void shouldTakeWhatIsPastedWithMore_data()
    {
        addColumns();
        const QString address = u"postgresql://ann:s3cret@db.example.org:6543/todos"_s;
        row("blanks", u"  "_s + address + u"  "_s, usual());
        row("line break", address + u"\r\n"_s, usual());
        row("mark", QChar(QChar::ByteOrderMark) + address, usual());
        row("quotes", u'"' + address + u'"', usual());
        row("single quotes", u'\'' + address + u'\'', usual());
        row("typographic quotes", u"“"_s + address + u"”"_s, usual());
        row("Markdown", u'`' + address + u'`', usual());
        row("wrapped", u"postgresql://ann:s3cret@\n   db.example.org:6543/todos"_s, usual());
        row("pgbouncer", address + u"?pgbouncer=true"_s, usual(), {unknown(u"pgbouncer"_s)});
        row("schema", address + u"?schema=public&connection_limit=1&sslmode=require"_s,
            withTls(TlsMode::Require), {unknown(u"schema"_s), unknown(u"connection_limit"_s)});
        row("sslnegotiation", address + u"?sslmode=require&sslnegotiation=direct"_s,
            withTls(TlsMode::Require), {unused(u"sslnegotiation"_s)});
        row("unknown pair",
            u"host=db.example.org port=6543 dbname=todos user=ann password=s3cret pool_size=3 flavour=x"_s,
            usual(), {unknown(u"pool_size"_s), unknown(u"flavour"_s)});
        row("what changes nothing",
            address +
                u"?client_encoding=utf8&gssencmode=prefer&keepalives=1&target_session_attrs=read-write"_s,
            usual());
    }
    void shouldTakeWhatIsPastedWithMore() { check(); }

    // Trap 25: libpq would see another host or another port, and ask a name server for half of the password.
    void shouldSeeAPasswordThatIsNotEscaped_data()
    {
        addColumns();
        const auto with = [](const QString &password) {
            ConnectionAddress address = usual();
            address.password = password;
            return address;
        };
        const QString rest = u"@db.example.org:6543/todos"_s;
        row("@", u"postgresql://ann:p@ss"_s + rest, with(u"p@ss"_s), {unescaped(u"@"_s)});
        row("two @", u"postgresql://ann:p@s@s"_s + rest, with(u"p@s@s"_s), {unescaped(u"@"_s)});
        row("@ at the end", u"postgresql://ann:pass@"_s + rest, with(u"pass@"_s), {unescaped(u"@"_s)});
        row("/", u"postgresql://ann:s/cr"_s + rest, with(u"s/cr"_s), {unescaped(u"/"_s)});
        row("/ behind a number", u"postgresql://ann:12/cr"_s + rest, with(u"12/cr"_s), {unescaped(u"/"_s)});
        row("@ and /", u"postgresql://ann:p@s/cr"_s + rest, with(u"p@s/cr"_s),
            {unescaped(u"@"_s), unescaped(u"/"_s)});
        row("#", u"postgresql://ann:p#ss"_s + rest, with(u"p#ss"_s), {unescaped(u"#"_s)});
        row("?", u"postgresql://ann:p?ss"_s + rest, with(u"p?ss"_s), {unescaped(u"?"_s)});
        row("?, parameters", u"postgresql://ann:p?a=b"_s + rest + u"?client_encoding=utf8"_s,
            with(u"p?a=b"_s), {unescaped(u"?"_s)});
        row(":", u"postgresql://ann:p:ss"_s + rest, with(u"p:ss"_s));
        row("%", u"postgresql://ann:100%"_s + rest, with(u"100%"_s), {{Kind::BrokenEscape, {}}});
        row("% in the middle", u"postgresql://ann:5%zz"_s + rest, with(u"5%zz"_s),
            {{Kind::BrokenEscape, {}}});
        row("escaped", u"postgresql://ann:p%40s%2Fc%23r%3F%25"_s + rest, with(u"p@s/c#r?%"_s));
        row("line break at the end", u"postgresql://ann:pass%0A"_s + rest, with(u"pass\n"_s),
            {{Kind::BreakInPassword, {}}});
        row("line break in pairs", u"host=db.example.org port=6543 dbname=todos user=ann password='pass\n'"_s,
            with(u"pass\n"_s), {{Kind::BreakInPassword, {}}});
        row("quotes in pairs",
            u"host=db.example.org port=6543 dbname=todos user=ann password='it\\'s \\\\'"_s,
            with(u"it's \\"_s));
        row("plus", u"postgresql+asyncpg://ann:a+b"_s + rest, with(u"a+b"_s));
        row("jdbc's plus", u"jdbc:postgresql://db.example.org:6543/todos?user=ann&password=a+b%2B"_s,
            with(u"a b+"_s));
        row("not latin", u"postgresql://ann:пароль"_s + rest, with(u"пароль"_s));
    }
    void shouldSeeAPasswordThatIsNotEscaped() { check(); }

    void shouldTranslateParameters_data()
    {
        addColumns();
        const QString alchemy = u"postgresql+asyncpg://ann:s3cret@db.example.org:6543/todos"_s;
        const QString jdbc = u"jdbc:postgresql://db.example.org:6543/todos?user=ann&password=s3cret"_s;
        const QString libpq = u"postgresql://ann:s3cret@db.example.org:6543/todos"_s;
        row("asyncpg ssl", alchemy + u"?ssl=require"_s, withTls(TlsMode::Require));
        row("asyncpg ssl=true", alchemy + u"?ssl=true"_s, withTls(TlsMode::Require));
        row("asyncpg ssl=false", alchemy + u"?ssl=false"_s, withTls(TlsMode::Disable));
        row("asyncpg ssl=verify-full", alchemy + u"?ssl=verify-full"_s, withTls(TlsMode::VerifyFull));
        row("asyncpg ssl=nonsense", alchemy + u"?ssl=nonsense"_s, usual(), {unknown(u"ssl"_s)});
        row("asyncpg's own", alchemy + u"?async_fallback=true&prepared_statement_cache_size=0"_s, usual(),
            {unknown(u"async_fallback"_s), unknown(u"prepared_statement_cache_size"_s)});
        row("libpq ssl=true", libpq + u"?ssl=true"_s, withTls(TlsMode::Require));
        row("node no-verify", libpq + u"?sslmode=no-verify"_s, withTls(TlsMode::Require));
        row("upper case", libpq + u"?sslmode=REQUIRE"_s, withTls(TlsMode::Require));
        row("jdbc ssl", jdbc + u"&ssl=true"_s, withTls(TlsMode::VerifyFull));
        row("jdbc sslmode", jdbc + u"&sslmode=require"_s, withTls(TlsMode::Require));
        ConnectionAddress full = withTls(TlsMode::VerifyFull);
        full.channelBinding = ChannelBinding::Require;
        full.rootCertificate = u"/etc/ca.pem"_s;
        full.applicationName = u"desk top"_s;
        full.connectTimeout = 7s;
        row("jdbc all",
            jdbc + u"&sslmode=verify-full&channelBinding=require&sslrootcert=/etc/ca.pem"
                   "&ApplicationName=desk+top&connectTimeout=7&tcpKeepAlive=true"_s,
            full);
        full.keepAliveIdle = 20s;
        full.keepAliveInterval = 4s;
        full.keepAliveCount = 6;
        row("libpq all",
            libpq + u"?sslmode=verify-full&channel_binding=require&sslrootcert=%2Fetc%2Fca.pem"
                    "&application_name=desk%20top&connect_timeout=7&keepalives_idle=20"
                    "&keepalives_interval=4&keepalives_count=6"_s,
            full);
        row("no limit", libpq + u"?connect_timeout=0"_s, usual());
        // A pooler refuses the connection; Neon's option is for clients without SNI.
        row("options, trap 7", libpq + u"?options=endpoint%3Dep-x"_s, usual(), {unused(u"options"_s)});
        row("service", libpq + u"?service=prod"_s, usual(), {unused(u"service"_s)});
        row("variables", u"PGOPTIONS=-cx=1 PGPASSWORD=s3cret psql -h db.example.org -p 6543 -U ann todos"_s,
            usual(), {unused(u"options"_s)});
    }
    void shouldTranslateParameters() { check(); }

    void shouldTakeEveryKindOfHost_data()
    {
        addColumns();
        const auto at = [](const QString &host, int port = 0) {
            ConnectionAddress address = usual();
            address.host = host;
            address.port = port;
            return address;
        };
        row("no port", u"postgresql://ann:s3cret@db.example.org/todos"_s, at(u"db.example.org"_s));
        row("the usual port", u"postgresql://ann:s3cret@db.example.org:5432/todos"_s,
            at(u"db.example.org"_s, 5432));
        row("IPv4", u"postgresql://ann:s3cret@192.0.2.1/todos"_s, at(u"192.0.2.1"_s));
        row("IPv6", u"postgresql://ann:s3cret@[2001:db8::1]:6543/todos"_s, at(u"2001:db8::1"_s, 6543));
        row("IPv6 with a zone", u"postgresql://ann:s3cret@[fe80::1%25eth0]/todos"_s, at(u"fe80::1%eth0"_s));
        row("IPv6 in pairs", u"host=2001:db8::1 dbname=todos user=ann password=s3cret"_s,
            at(u"2001:db8::1"_s));
        row("socket", u"postgresql://ann:s3cret@/todos?host=/run/postgresql"_s, at(u"/run/postgresql"_s));
        row("escaped socket", u"postgresql://ann:s3cret@%2Frun%2Fpostgresql:5433/todos"_s,
            at(u"/run/postgresql"_s, 5433));
        row("socket in pairs", u"host=/run/postgresql dbname=todos user=ann password=s3cret"_s,
            at(u"/run/postgresql"_s));
        row("no host", u"postgresql://ann:s3cret@/todos"_s, at({}));
        row("jdbc without host", u"jdbc:postgresql:todos?user=ann&password=s3cret"_s, at(u"localhost"_s));
        row("several hosts", u"postgresql://ann:s3cret@one:1,two:2/todos"_s, at(u"one"_s, 1),
            {{Kind::SeveralHosts, {}}});
        row("several hosts in pairs", u"host=one,two dbname=todos user=ann password=s3cret"_s, at(u"one"_s),
            {{Kind::SeveralHosts, {}}});
        ConnectionAddress bare;
        bare.host = u"db"_s;
        row("host only", u"postgresql://db"_s, bare);
        ConnectionAddress odd = at(u"db"_s);
        odd.database = u"to do/s?"_s;
        odd.user = u"ann@corp"_s;
        row("odd names", u"postgresql://ann%40corp:s3cret@db/to%20do%2Fs%3F"_s, odd);
    }
    void shouldTakeEveryKindOfHost() { check(); }

    // Trap 26: this word is a file name to libpq 15.
    void shouldKnowTheCertificatesOfTheSystem()
    {
        const auto parsed = parse(u"postgresql://ann@db/todos?sslrootcert=system"_s);

        QVERIFY(parsed);
        QCOMPARE(parsed->address.rootCertificate, systemRootCertificates());
        QCOMPARE(parsed->address.tls, TlsMode::VerifyFull);
    }

    void shouldRefuseWithoutRepeatingTheSecret_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words"); // in the sentence
        const QString no = u"is not the address"_s;
        QTest::newRow("nothing") << QString() << no;
        QTest::newRow("blanks") << u" \n "_s << no;
        QTest::newRow("a password") << u"s3cret"_s << no;
        QTest::newRow("no scheme") << u"ann:s3cret@db/todos"_s << no;
        QTest::newRow("another scheme") << u"mysql://ann:s3cret@db/todos"_s << no;
        QTest::newRow("another scheme with parameters")
            << u"mysql://ann:s3cret@db/todos?sslmode=require"_s << no;
        QTest::newRow("web page") << u"https://ann:s3cret@db/todos"_s << no;
        QTest::newRow("another jdbc") << u"jdbc:mysql://db/todos?password=s3cret"_s << no;
        QTest::newRow("another variable") << u"PASSWORD=s3cret"_s << no;
        QTest::newRow("open quotes in pairs") << u"host=db password='s3cret"_s << no;
        QTest::newRow("open quotes in a call")
            << u"psql 'postgresql://ann:s3cret@db/todos"_s << u"quotation"_s;
        QTest::newRow("shell variable")
            << u"PGPASSWORD=s3cret psql \"$DATABASE_URL\""_s << u"“DATABASE_URL”"_s;
        QTest::newRow("shell variable in braces")
            << u"psql postgresql://ann:s3cret@${DB_HOST}/todos"_s << u"“DB_HOST”"_s;
        QTest::newRow("port") << u"postgresql://ann:s3cret@db:99999/todos"_s << u"“port”"_s;
        QTest::newRow("port with a letter") << u"postgresql://ann:s3cret@db:5432a/todos"_s << u"“port”"_s;
        QTest::newRow("no end of the address") << u"postgresql://ann:s3cret@[::1/todos"_s << no;
        QTest::newRow("sslmode") << u"postgresql://ann:s3cret@db/todos?sslmode=s3cret"_s << u"“sslmode”"_s;
        QTest::newRow("a zero byte") << u"postgresql://ann:s3cret%00@db/todos"_s << no;
        QTest::newRow("far too long") << u"postgresql://ann:s3cret@db/"_s + QString(20'000, u'x') << no;
    }
    void shouldRefuseWithoutRepeatingTheSecret()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, words);

        const auto parsed = parse(text);

        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, base::ErrorKind::InvalidInput);
        QVERIFY2(parsed.error().sentence.contains(words), qPrintable(parsed.error().sentence));
        QVERIFY2(parsed.error().sentence.contains(u"The text"_s), qPrintable(parsed.error().sentence));
        QVERIFY(!parsed.error().sentence.contains(u"s3cret"_s));
        QVERIFY2(!parsed.error().detail.contains(u"s3cret"_s), qPrintable(parsed.error().detail));
    }

    // libpq quotes what it could not read, between other marks in other languages.
    void shouldNotRepeatTheSecretInAnotherLanguage()
    {
        qputenv("LANGUAGE", "de");
        const auto back = qScopeGuard([] {
            qunsetenv("LANGUAGE");
            setlocale(LC_ALL, "C");
        });
        if (!setlocale(LC_ALL, "C.UTF-8"))
            QSKIP("no locale C.UTF-8 here");

        const auto parsed = parse(u"host=db password=two s3cret"_s);

        QVERIFY(!parsed);
        QVERIFY2(!parsed.error().detail.contains(u"s3cret"_s), qPrintable(parsed.error().detail));
    }

    void shouldTellDoubtFromNotice()
    {
        QVERIFY(unescaped(u"@"_s).isDoubtful());
        QVERIFY(unescaped(u"/"_s).isDoubtful());
        QVERIFY(AddressWarning({Kind::SeveralHosts, {}}).isDoubtful());
        QVERIFY(unused(u"service"_s).isDoubtful());
        QVERIFY(!unescaped(u"#"_s).isDoubtful());
        QVERIFY(!unused(u"options"_s).isDoubtful());
        QVERIFY(!unknown(u"pgbouncer"_s).isDoubtful());
        QVERIFY(unescaped(u"@"_s).sentence().contains(u"%40"_s));
        QVERIFY(unknown(u"pgbouncer"_s).sentence().contains(u"“pgbouncer”"_s));
    }

    // Trap 23.
    void shouldShowAnAddressWithoutItsPassword()
    {
        QCOMPARE(redactedConnectionString(u"psql 'postgres://ann:s3cret@db/todos?sslmode=require'"_s),
                 u"postgresql://ann:***@db/todos?sslmode=require"_s);
        QCOMPARE(redactedConnectionString(u"postgres://ann:s3@cret@db/todos"_s),
                 u"postgresql://ann:***@db/todos"_s);
        QCOMPARE(redactedConnectionString(u"postgres://ann@db/todos"_s), u"postgresql://ann@db/todos"_s);
        QCOMPARE(redactedConnectionString(u"my s3cret"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestConnectionString)
#include "tst_connectionstring.moc"
