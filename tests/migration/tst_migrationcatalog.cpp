// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migrationcatalog.h"
#include "support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using migration::makeMigration;
using migration::Migration;
using migration::MigrationCatalog;

namespace
{

void write(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

} // namespace

class TestMigrationCatalog final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldBringTheMigrationsOfTheProject()
    {
        const auto catalog = MigrationCatalog::compiledIn();
        QVERIFY(catalog);
        QCOMPARE_GE(catalog->newest(), 4);
        const Migration first = catalog->migrations().constFirst();
        QCOMPARE(first.fileName(), u"0001_schema.sql"_s);
        QVERIFY(first.sql.contains("CREATE TABLE tusk.todo"));
    }

    void shouldReadNumberNameAndTextOfEachFile()
    {
        const QTemporaryDir folder;
        write(folder, u"0002_more_of_it.sql"_s, "SELECT 2;\n");
        write(folder, u"0001_first.sql"_s, "SELECT 1;\n");
        const auto catalog = MigrationCatalog::read(QDir(folder.path()));
        QVERIFY(catalog);
        QCOMPARE(catalog->migrations(), QList<Migration>({makeMigration(1, u"first"_s, "SELECT 1;\n"),
                                                          makeMigration(2, u"more_of_it"_s, "SELECT 2;\n")}));
    }

    void shouldWriteFunctionBodiesAsTextsForPostgreSql13()
    {
        const QByteArray others =
            "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n    RETURN 1;\nEND $$;\n";
        const Migration migration = makeMigration(
            1, u"first"_s,
            "CREATE FUNCTION twice(n int) RETURNS int\nLANGUAGE sql STABLE\n-- Or more.\nRETURN n\n    * "
            "2;\n" +
                others +
                "EXECUTE format($body$\n    LANGUAGE sql STABLE\n    RETURN '\\1' || ';'\n$body$);\n");
        QCOMPARE(migration::sqlFor(migration, 140000), migration.sql);
        QCOMPARE(migration::sqlFor(migration, 139999),
                 "CREATE FUNCTION twice(n int) RETURNS int\nLANGUAGE sql STABLE\n-- Or more.\n"
                 "AS $sql$ SELECT n\n    * 2 $sql$;\n" +
                     others +
                     "EXECUTE format($body$\n    LANGUAGE sql STABLE\n"
                     "AS $sql$ SELECT '\\1' || ';' $sql$\n$body$);\n");
    }

    void shouldTakeTheChecksumOfTheTextAsItIs()
    {
        // $ printf 'SELECT 1;\n' | sha256sum
        QCOMPARE(makeMigration(1, u"first"_s, "SELECT 1;\n").checksum,
                 "b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd"_ba);
    }

    void trap58_shouldNotSeeADifferenceInLineEnds()
    {
        const Migration unixLines = makeMigration(1, u"a"_s, "SELECT\n1;\n");
        const Migration windowsLines = makeMigration(1, u"a"_s, "SELECT\r\n1;\r\n");
        QCOMPARE(windowsLines, unixLines);
        QVERIFY(makeMigration(1, u"a"_s, "SELECT\n2;\n").checksum != unixLines.checksum);
    }

    void shouldRefuseAMisnamedFile_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name :
             {"1_short.sql", "0002-dash.sql", "0002_Upper.sql", "0002_two.SQL", "notes.txt", "0002_.sql",
              "0002_a__b.sql", ".0002_hidden.sql", "0002_two.sql~"})
            QTest::addRow("%s", name) << QString::fromLatin1(name);
    }
    void shouldRefuseAMisnamedFile()
    {
        QFETCH(const QString, name);
        const QTemporaryDir folder;
        write(folder, u"0001_first.sql"_s, "SELECT 1;");
        write(folder, name, "SELECT 2;");
        const auto catalog = MigrationCatalog::read(QDir(folder.path()));
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().kind, ErrorKind::Internal);
        QVERIFY2(catalog.error().detail.contains(name), qPrintable(catalog.error().detail));
    }

    void shouldRefuseAGap()
    {
        const auto catalog =
            MigrationCatalog::of({makeMigration(1, u"a"_s, "1"), makeMigration(3, u"c"_s, "3")});
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().detail, u"number 2 is missing before 0003_c.sql"_s);
        QVERIFY(!MigrationCatalog::of({makeMigration(2, u"b"_s, "2")}));
    }

    void shouldRefuseANumberGivenTwice()
    {
        const auto catalog =
            MigrationCatalog::of({makeMigration(1, u"a"_s, "1"), makeMigration(1, u"b"_s, "2")});
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().detail, u"0001_a.sql and 0001_b.sql have the same number"_s);
    }

    void shouldRefuseToBeEmpty()
    {
        QVERIFY(!MigrationCatalog::of({}));
        const QTemporaryDir folder;
        QVERIFY(!MigrationCatalog::read(QDir(folder.path())));
    }
};

QTEST_GUILESS_MAIN(TestMigrationCatalog)
#include "tst_migrationcatalog.moc"
