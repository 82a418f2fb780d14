// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// Writing todos into a file, in the words of those who take them elsewhere.
class TestExportFeature final : public FeatureTest
{
    Q_OBJECT

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void namesFile(const QString &path)
    {
        user().clicks(u"File"_s);
        user().presses(u"Ctrl+A"_s);
        user().types(path);
    }

private Q_SLOTS:
    void iExportEverythingAndSeeHowManyTodosThatWere()
    {
        user().adds({u"Buy milk"_s, u"Call Ana"_s});
        QTRY_VERIFY(user().isSaved());
        user().presses(u"Ctrl+Shift+E"_s);
        QVERIFY(user().sees(u"Everything. Imported again, it gives the same todos, lists and tags."_s));
        QTRY_COMPARE(openTransactions(), QStringList()); // while I think about it
        namesFile(file(u"all.json"_s));
        user().presses(u"Return"_s);
        QVERIFY(user().sees(u"2 todos are in “%1”."_s.arg(file(u"all.json"_s))));
        QVERIFY(contents(file(u"all.json"_s)).contains("Buy milk"));
        QTRY_COMPARE(openTransactions(), QStringList());
        user().presses(u"Return"_s); // Done
        QTRY_VERIFY(!user().seesNow(u"File"_s));
    }

    void iWalkRoundTheExportWithTheTabKey()
    {
        user().presses(u"Ctrl+Shift+E"_s);
        QTRY_COMPARE(user().focused(), u"All todos"_s); // what is exported
        const QStringList stops = user().walksRoundByTab();
        for (const QString &stop : {u"File"_s, u"Export"_s, u"Close"_s})
            QVERIFY2(stops.contains(stop), qPrintable(stop + u" is not in:\n"_s + stops.join(u'\n')));
    }

    void iExportWhatIAmLookingAtForMyCalendar()
    {
        user().makesList(u"Work"_s);
        user().adds({u"Write the report"_s});
        user().goesTo(u"Inbox"_s);
        user().adds({u"Buy milk"_s});
        user().goesTo(u"Work"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Write the report"_s});
        QTRY_VERIFY(user().isSaved());
        user().presses(u"Ctrl+Shift+E"_s);
        user().choosesIn(u"What is exported"_s, u"What is shown: Work"_s);
        user().choosesIn(u"Format of the file"_s, u"Calendar (iCalendar)"_s);
        QVERIFY(user().textOf(u"File"_s).endsWith(u"/Work 2026-11-18.ics"_s));
        namesFile(file(u"work.ics"_s));
        user().clicks(u"Export"_s);
        QVERIFY(user().sees(u"1 todo is in “%1”."_s.arg(file(u"work.ics"_s))));
        QVERIFY(contents(file(u"work.ics"_s)).contains("SUMMARY:Write the report"));
        QVERIFY(!contents(file(u"work.ics"_s)).contains("Buy milk"));
    }

    void iAmAskedBeforeAFileOfMineIsReplaced()
    {
        QFile mine(file(u"mine.csv"_s));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        user().adds({u"Buy milk"_s});
        QTRY_VERIFY(user().isSaved());
        user().presses(u"Ctrl+Shift+E"_s);
        user().choosesIn(u"Format of the file"_s, u"Table (CSV)"_s);
        namesFile(mine.fileName());
        user().presses(u"Return"_s);
        QVERIFY(user().sees(u"There is a file “%1” already."_s.arg(mine.fileName())));
        QCOMPARE(contents(mine.fileName()), QByteArray("mine"));
        user().clicks(u"Replace it"_s);
        QVERIFY(user().sees(u"1 todo is in “%1”."_s.arg(mine.fileName())));
        QVERIFY(contents(mine.fileName()).contains("Buy milk"));
    }

    void iAmToldWhyAFileCannotBeWritten()
    {
        user().presses(u"Ctrl+Shift+E"_s);
        namesFile(u"/nowhere/at/all.json"_s);
        user().presses(u"Return"_s);
        QVERIFY(user().sees(u"The file “/nowhere/at/all.json” could not be written."_s));
        user().presses(u"Escape"_s);
        QTRY_VERIFY(!user().seesNow(u"could not be written"_s));
    }

protected:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestExportFeature)

#include "tst_exportfeature.moc"
