// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "architecture/layers.h"
#include "architecture/rules.h"
#include "architecture/sourcetext.h"
#include "support/testcase.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::StringLiteral;

namespace
{

// The files that the rules speak of, by their paths below the project's root.
QStringList projectFiles()
{
    static const QStringList names{u"*.h"_s,     u"*.cpp"_s, u"*.sql"_s,         u"*.sh"_s,
                                   u"*.cmake"_s, u"*.ui"_s,  u"CMakeLists.txt"_s};
    const QDir root(QStringLiteral(TUSK_SOURCE_DIR));
    QStringList files{u"CMakeLists.txt"_s};
    for (const QString &folder : {u"src"_s, u"tests"_s, u"migrations"_s, u"cmake"_s, u"forms"_s}) {
        QDirIterator iterator(root.filePath(folder), names, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext())
            files.append(root.relativeFilePath(iterator.next()));
    }
    for (const QString &folder : {u"packaging"_s, u".ci"_s}) {
        for (const QFileInfo &file : QDir(root.filePath(folder)).entryInfoList(QDir::Files))
            files.append(root.relativeFilePath(file.filePath()));
    }
    files.sort();
    return files;
}

QString contentOf(const QString &path)
{
    QFile file(QStringLiteral(TUSK_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// A source file of that path with these lines behind the licence.
QString fileWith(const QString &lines)
{
    return u"// SPDX-FileCopyrightText: 2026 The Tusk authors\n// SPDX-License-Identifier: MIT\n"_s + lines;
}

} // namespace

class TestIncludes final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldFindTheProjectInOrder()
    {
        const QStringList files = projectFiles();
        QVERIFY(files.contains("src/base/result.h"_L1));
        QStringList complaints;
        for (const QString &file : files)
            complaints += tests::checkAll(file, contentOf(file));
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

    void shouldCoverEveryFolderOfTheSources()
    {
        const QDir sources(QStringLiteral(TUSK_SOURCE_DIR "/src"));
        for (const QString &folder : sources.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (folder != "data"_L1)
                QVERIFY2(tests::layerOf(folder + "/file.h"_L1), qPrintable(folder));
        }
    }

    void shouldKnowTheModuleOfAHeader()
    {
        QCOMPARE(tests::moduleOfHeader(u"QString"_s), u"QtCore"_s);
        QCOMPARE(tests::moduleOfHeader(u"QSqlQuery"_s), u"QtSql"_s);
        QCOMPARE(tests::moduleOfHeader(u"qwidget.h"_s), u"QtWidgets"_s);
        QCOMPARE(tests::moduleOfHeader(u"QtGui/QColor"_s), u"QtGui"_s);
        QCOMPARE(tests::moduleOfHeader(u"libpq-fe.h"_s), u"libpq"_s);
        QCOMPARE(tests::moduleOfHeader(u"qt6keychain/keychain.h"_s), u"keychain"_s);
        QCOMPARE(tests::moduleOfHeader(u"vector"_s), QString());
    }

    void shouldJudgeIncludes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("good");
        const auto row = [](const QString &path, const QString &line, bool good) {
            QTest::addRow("%s %s", qPrintable(path), qPrintable(line.simplified())) << path << line << good;
        };
        row(u"src/base/a.h"_s, u"#include \"base/result.h\""_s, true);
        row(u"src/base/a.h"_s, u"#include <QString>"_s, true);
        row(u"src/base/a.h"_s, u"#include <sys/socket.h>"_s, true);
        row(u"src/base/a.h"_s, u"#include \"domain/todo.h\""_s, false);
        row(u"src/base/a.h"_s, u"#include <QSqlQuery>"_s, false);
        row(u"src/base/a.h"_s, u"#include \"result.h\""_s, false);
        row(u"src/domain/a.cpp"_s, u"#include \"base/error.h\""_s, true);
        row(u"src/domain/a.cpp"_s, u"#include \"data/session/session.h\""_s, false);
        row(u"src/domain/a.cpp"_s, u"  #  include <QColor>"_s, false);
        row(u"src/data/session/a.cpp"_s, u"#include <libpq-fe.h>"_s, true);
        row(u"src/data/session/a.cpp"_s, u"#include \"data/repository/r.h\""_s, false);
        row(u"src/data/session/a.cpp"_s, u"#include \"domain/todo.h\""_s, false);
        row(u"src/data/migration/a.cpp"_s, u"#include \"data/session/session.h\""_s, true);
        row(u"src/data/migration/a.cpp"_s, u"#include \"data/repository/r.h\""_s, false);
        row(u"src/data/repository/a.cpp"_s, u"#include \"domain/todo.h\""_s, true);
        row(u"src/data/repository/a.cpp"_s, u"#include \"data/migration/m.h\""_s, true);
        row(u"src/models/a.cpp"_s, u"#include \"data/repository/r.h\""_s, true);
        row(u"src/models/a.cpp"_s, u"#include <QSqlTableModel>"_s, true);
        row(u"src/models/a.cpp"_s, u"#include <libpq-fe.h>"_s, false);
        row(u"src/models/a.cpp"_s, u"#include <QWidget>"_s, false);
        row(u"src/localserver/a.cpp"_s, u"#include \"environments/profile.h\""_s, false);
        row(u"src/localserver/a.cpp"_s, u"#include \"data/session/session.h\""_s, false);
        row(u"src/environments/a.cpp"_s, u"#include \"importer/job.h\""_s, false);
        row(u"src/environments/a.cpp"_s, u"#include <qt6keychain/keychain.h>"_s, true);
        row(u"src/importer/a.cpp"_s, u"#include \"models/m.h\""_s, false);
        row(u"src/importer/a.cpp"_s, u"#include <sqlite3.h>"_s, true);
        row(u"src/data/repository/a.cpp"_s, u"#include <sqlite3.h>"_s, false);
        row(u"src/gui/a.cpp"_s, u"#include <sqlite3.h>"_s, false);
        row(u"src/gui/a.cpp"_s, u"#include \"models/todotablemodel.h\""_s, true);
        row(u"src/gui/a.cpp"_s, u"#include \"ui_settings.h\""_s, true);
        row(u"src/gui/a.cpp"_s, u"#include \"data/session/session.h\""_s, false);
        row(u"src/gui/a.cpp"_s, u"#include <QSqlDatabase>"_s, false);
        row(u"src/gui/a.cpp"_s, u"#include <libpq-fe.h>"_s, false);
        row(u"src/gui/a.cpp"_s, u"#include \"app/main.h\""_s, false);
        row(u"src/app/a.cpp"_s, u"#include \"gui/mainwindow.h\""_s, true);
        row(u"src/elsewhere/a.cpp"_s, u"#include <QString>"_s, false);
    }
    void shouldJudgeIncludes()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QFETCH(bool, good);
        const QStringList complaints = tests::checkIncludes(path, fileWith(line));
        QVERIFY2(complaints.isEmpty() == good, qPrintable(complaints.join(u'\n')));
    }

    void shouldJudgeCode_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("good");
        const auto row = [](const QString &path, const QString &line, bool good) {
            QTest::addRow("%s %s", qPrintable(path), qPrintable(line.simplified())) << path << line << good;
        };
        const QString source = u"src/data/session/a.cpp"_s;
        row(source, u"auto database = addDatabase(u\"QSQLITE\"_s);"_s, false);
        row(u"tests/models/tst_a.cpp"_s, u"// as SQLite does"_s, false);
        row(u"src/importer/a.cpp"_s, u"auto database = addDatabase(u\"QSQLITE\"_s);"_s, true);
        row(u"tests/bench/a.cpp"_s, u"auto database = addDatabase(u\"QSQLITE\"_s);"_s, true);

        row(source, u"QFuture<int> answer;"_s, false);
        row(source, u"// not QFuture, because ..."_s, true);
        row(source, u"/* QPromise\n QFutureWatcher */ int i;"_s, true);
        row(source, u"QPromise<int> promise;"_s, false);
        row(source, u"QtConcurrent::run([] {});"_s, false);
        row(source, u"process.waitForFinished();"_s, false);
        row(source, u"QEventLoop loop;"_s, false);
        row(source, u"QCoreApplication::processEvents();"_s, false);
        row(u"tests/models/tst_a.cpp"_s, u"QEventLoop loop;"_s, true);

        const QString window = u"src/gui/list/a.cpp"_s;
        row(window, u"painter.setPen(QColor(12, 34, 56));"_s, false);
        row(window, u"painter.setPen(Qt::red);"_s, false);
        row(window, u"painter.setPen(Qt::darkGray);"_s, false);
        row(window, u"setStyleSheet(u\"color: #a0B0c0\"_s);"_s, false);
        row(window, u"return QColor::fromRgb(1, 2, 3);"_s, false);
        row(window, u"painter.setPen(theme.colors().red);"_s, true);
        row(window, u"pixmap.fill(Qt::transparent);"_s, true);
        row(window, u"painter.setBrush(QColor(Qt::transparent));"_s, true);
        row(window, u"const QColor none = QColor();"_s, true);
        row(window, u"// #ff0000 is red"_s, true);
        row(window, u"tr(\"Issue #12\");"_s, true);
        row(u"src/gui/theme/a.cpp"_s, u"return QColor(12, 34, 56);"_s, true);

        row(window, u"layout->setSpacing(6);"_s, false);
        row(window, u"layout->setContentsMargins(0, metrics::gap,\n    12, 0);"_s, false);
        row(window, u"layout->setContentsMargins({});"_s, true);
        row(window, u"layout->setContentsMargins(1, 0, metrics::grid * 5, 0);"_s, true);
        row(window, u"layout->setSpacing(metrics::gap);\n f(6);"_s, true);
        row(window, u"constexpr int markToLabel = 5;"_s, false);
        row(window, u"constexpr int rowPadding = metrics::grid + 2;"_s, false);
        row(window, u"constexpr int rowPadding = metrics::grid * 3 / 2;"_s, true);
        row(window, u"constexpr int mostRows = 9;"_s, true);
        row(u"src/gui/theme/metrics.h"_s, u"inline constexpr int gap = 8;"_s, true);
        row(u"forms/a.ui"_s, u"<property name=\"leftMargin\"><number>10</number></property>"_s, false);
        row(u"forms/a.ui"_s, u"<property name=\"spacing\"><number>12</number></property>"_s, true);
        row(u"forms/a.ui"_s, u"<property name=\"maximum\"><number>50</number></property>"_s, true);

        row(source, u"query.prepare(sql);"_s, false);
        row(source, u"query->prepare (sql);"_s, false);
        row(source, u"prepare();"_s, true);
        row(source, u"log(u\"query.prepare( is not used\"_s);"_s, true);

        row(source, u"run(\"SET search_path TO tusk\");"_s, false);
        row(source, u"run(\"BEGIN; set session lock_timeout = 5\");"_s, false);
        row(source, u"run(\"BEGIN; SET LOCAL lock_timeout = 5\");"_s, true);
        row(source, u"run(\"UPDATE tusk.todo SET title = $1\");"_s, true);
        row(source, u"run(\"UPDATE tusk.todo \"\n    \"SET title = $1\");"_s, true);
        row(source, u"run(R\"sql(\n  SELECT 1;\n  SET x.y = '1'\n)sql\");"_s, false);
        row(source, u"run(\"SELECT set_config('a.b', '1', false)\");"_s, false);
        row(source, u"run(\"SELECT set_config('a.b', '1', true)\");"_s, true);
        row(source, u"// SET search_path TO tusk"_s, true);
        row(source, u"run(\"SELECT 1\");"_s, true);
        row(window, u"run(\"SELECT 1\");"_s, false);
        row(window, u"run(R\"sql(\n  DELETE FROM tusk.todo\n)sql\");"_s, false);
        row(u"src/app/a.cpp"_s, u"run(\"UPDATE tusk.todo SET title = ''\");"_s, false);
        row(u"src/models/a.cpp"_s, u"say(tr(\"Select a todo\"));"_s, true);
        row(u"src/environments/a.cpp"_s, u"run(\"SELECT 1\");"_s, true);
        row(u"migrations/0001_a.sql"_s, u"SELECT 1;\nSET search_path = tusk;"_s, false);
        row(u"migrations/0001_a.sql"_s,
            u"CREATE FUNCTION f() RETURNS int LANGUAGE sql\nSET search_path = ''\nAS ''"_s, true);
    }
    void shouldJudgeCode()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QFETCH(bool, good);
        const QStringList complaints = tests::checkAll(path, fileWith(line));
        QVERIFY2(complaints.isEmpty() == good, qPrintable(complaints.join(u'\n')));
    }

    void shouldMissTheLicence()
    {
        QVERIFY(tests::checkLicence(u"src/base/a.h"_s, fileWith({})).isEmpty());
        QCOMPARE(tests::checkLicence(u"src/base/a.h"_s, u"#pragma once\n"_s).size(), 1);
        QCOMPARE(tests::checkLicence(u"src/base/a.h"_s, u"// SPDX-License-Identifier: MIT\n"_s).size(), 1);
        QVERIFY(tests::checkLicence(u"packaging/run"_s, u"#!/bin/sh\n"_s + fileWith({})).isEmpty());
    }

    void shouldNameFileAndLine()
    {
        const QStringList complaints =
            tests::checkAll(u"src/gui/a.cpp"_s, fileWith(u"\nint i;\n#include <QSqlQuery>\n"_s));
        QCOMPARE(complaints, QStringList{u"src/gui/a.cpp:5: gui may not use QtSql: <QSqlQuery>"_s});
    }

    void shouldTakeSourcesApart()
    {
        const QString content =
            u"int a = 10'000; // \"no\"\nf(\"one\\\" \" \"two\", 'x', '\\'', u\"three\"_s);\n"
            "/* \" */ g(R\"x(raw \" )\" text)x\");"_s;
        const tests::SourceText text = tests::readSource(content);
        QCOMPARE(text.code, u"int a = 10'000; \nf(\"\" \"\", , , u\"\"_s);\n g(\"\");"_s);
        QCOMPARE(text.literals,
                 QList<StringLiteral>({{2, u"one\\\" two"_s}, {2, u"three"_s}, {3, u"raw \" )\" text"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
