// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/markersearch.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

using namespace tusk;
using namespace Qt::StringLiterals;

class TestMarkerSearch final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldFindEveryFormOfTheMarker_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray marker = m_marker.toUtf8();
        QTest::newRow("plain") << "password=" + marker + "\n";
        QTest::newRow("percent-encoded") << "://u:" + QUrl::toPercentEncoding(m_marker) + "@h";
        for (const char *before : {"", "x", "xy", "xyz"})
            QTest::addRow("base64 behind '%s'", before) << QByteArray(before + marker + "behind").toBase64();
    }
    void shouldFindEveryFormOfTheMarker()
    {
        QFETCH(QByteArray, text);
        tests::MarkerSearch search(m_marker);
        search.lookInBytes(u"here"_s, text);
        QCOMPARE(search.findings(), QStringList{u"here"_s});
    }

    void shouldFindNothingWhereThereIsNothing()
    {
        tests::MarkerSearch search(m_marker);
        search.lookInText(u"here"_s, u"nothing"_s);
        search.lookInBytes(u"there"_s, m_marker.toUtf8().chopped(1));
        QCOMPARE(search.findings(), QStringList());
        QCOMPARE(search.placesLookedAt(), 2);
    }

    void shouldLookIntoHiddenFilesAndAtNames()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u".hidden/deeper"_s));
        const QString path = folder.filePath(u".hidden/deeper/.file"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_marker.toUtf8()) > 0);
        file.close();
        QVERIFY(QFile(folder.filePath(m_marker)).open(QIODevice::WriteOnly));

        tests::MarkerSearch search(m_marker);
        search.lookInFolder(folder.path());

        QCOMPARE(search.findings().size(), 2);
        QVERIFY(search.findings().contains(path));
    }

    void shouldSeeTheCommandLinesOfOtherProcesses()
    {
        QProcess process;
        process.start(u"sh"_s, {u"-c"_s, u"echo ready; read line"_s, m_marker});
        QVERIFY(process.waitForReadyRead());
        tests::MarkerSearch search(m_marker);
        search.lookInCommandLines();
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(search.findings().size(), 1);
    }

    void shouldRecordMessages()
    {
        const tests::MessageRecord record;
        qInfo("%s", "something to remember");
        QVERIFY(record.text().contains("something to remember"_L1));
    }

private:
    const QString m_marker = u"Mark-er+Wort-%1-7b1c"_s.arg(QCoreApplication::applicationPid());
};

QTEST_GUILESS_MAIN(TestMarkerSearch)
#include "tst_markersearch.moc"
