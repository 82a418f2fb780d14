// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/environmentstest.h"
#include "features/hands.h"
#include "gui/actions/actionregistry.h"
#include "gui/copy/copydialog.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "support/guipausemeter.h"
#include "support/sanitizers.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ProfileList;

// Todos of one environment are copied into another one in the window, in the words of those who do so.
class TestEnvironmentCopyFeature final : public EnvironmentsTest
{
    Q_OBJECT

    void openDialog()
    {
        window().actions().action(gui::ActionId::CopyToEnvironment).trigger();
        QVERIFY(window().findChild<gui::CopyDialog *>()->isVisible());
    }
    template <class Widget>
    [[nodiscard]] Widget &the(const QString &name)
    {
        auto *found = window().findChild<gui::CopyDialog *>()->findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }
    void click(const QString &button) { the<QPushButton>(button).click(); }
    void choose(const QString &box, const QString &text)
    {
        auto &choices = the<QComboBox>(box);
        const int index = choices.findText(text);
        if (index < 0)
            qFatal("no %s", qPrintable(text));
        choices.setCurrentIndex(index);
        Q_EMIT choices.activated(index);
    }
    [[nodiscard]] QString status() { return the<QLabel>(u"status"_s).text(); }
    [[nodiscard]] QString problem() { return the<QLabel>(u"problemText"_s).text(); }
    [[nodiscard]] QString next() { return the<QPushButton>(u"nextButton"_s).text(); }
    [[nodiscard]] QStringList preview()
    {
        QStringList rows;
        const QAbstractItemModel *model = the<QListView>(u"preview"_s).model();
        for (int row = 0; row < model->rowCount(); ++row)
            rows.append(model->index(row, 0).data(Qt::AccessibleTextRole).toString());
        return rows;
    }
    // From “Work”, which is shown, to “Home”.
    void lookAtHome(const QString &what = u"Everything but the Trash"_s)
    {
        openDialog();
        choose(u"what"_s, what);
        choose(u"to"_s, u"Home"_s);
        click(u"nextButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(next().startsWith(u"Copy"_s) &&
                                      the<QPushButton>(u"nextButton"_s).isEnabled(),
                                  qPrintable(status() + problem()), patience);
    }
    void lookAtHomeInVain(const QString &expected)
    {
        openDialog();
        choose(u"what"_s, u"Everything but the Trash"_s);
        choose(u"to"_s, u"Home"_s);
        click(u"nextButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(status(), expected, patience);
    }
    void copyHome()
    {
        lookAtHome();
        click(u"nextButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(status().startsWith(u"Copied"_s), qPrintable(status() + problem()),
                                  patience);
    }
    [[nodiscard]] QMessageBox *question() { return window().findChild<QMessageBox *>(u"copyQuestion"_s); }
    [[nodiscard]] QStringList ids(const base::ConnectionSettings &database)
    {
        QStringList result;
        for (const QStringList &row :
             server().psql(u"SELECT id || ' ' || title FROM tusk.todo ORDER BY id"_s, database.database))
            result.append(row.first());
        return result;
    }
    void fillWork()
    {
        server().psql(u"INSERT INTO tusk.list (id, name, position) VALUES "
                      "('01900000-0000-7000-8000-000000000001', 'Garden', 'a');"
                      "INSERT INTO tusk.todo (title, list_id) VALUES ('dig the beds', "
                      "'01900000-0000-7000-8000-000000000001'), ('call Ana', NULL), ('call Bob', NULL)"_s,
                      workDatabase().database);
        hands::press(u"Ctrl+4"_s); // All
        QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 3, patience);
        QTRY_COMPARE_WITH_TIMEOUT(page()->link().workspace().lists().size(), 1, patience);
    }

private Q_SLOTS:
    void iSeeWhatACopyWouldDoBeforeAnythingIsWritten()
    {
        fillWork();
        lookAtHome();
        QCOMPARE(status(), u"3 new, 0 changed, 0 the same"_s);
        QCOMPARE(next(), u"Copy 3 todos"_s);
        QStringList rows = preview();
        rows.sort();
        QCOMPARE(rows, (QStringList{u"New: call Ana"_s, u"New: call Bob"_s, u"New: dig the beds"_s}));
        QCOMPARE(stored(homeDatabase()), QStringList());

        click(u"nextButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"Copied to “Home”: 3 new, 0 changed, 0 the same."_s, patience);
        QCOMPARE(ids(homeDatabase()), ids(workDatabase()));
        click(u"switchButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
    }

    void neitherDatabaseIsHeldWhileILookAtWhatACopyWouldDo()
    {
        fillWork();
        lookAtHome();
        QTRY_COMPARE(openTransactions(), QStringList());
        click(u"nextButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(status().startsWith(u"Copied"_s), patience);
        QTRY_COMPARE(openTransactions(), QStringList()); // nor while I may take it back
    }

    void aSecondCopyBringsTheFirstOneUpToDate()
    {
        fillWork();
        copyHome();
        server().psql(u"UPDATE tusk.todo SET title = 'call Carla' WHERE title = 'call Bob'"_s,
                      workDatabase().database);
        server().psql(u"INSERT INTO tusk.todo (title) VALUES ('only here')"_s, homeDatabase().database);
        click(u"closeButton"_s);

        lookAtHome();
        QCOMPARE(status(), u"0 new, 1 changed, 2 the same"_s);
        QCOMPARE(preview(), QStringList{u"Changed: call Carla (title)"_s});
        click(u"nextButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(status().startsWith(u"Copied"_s), patience);
        QStringList there = stored(homeDatabase());
        there.sort();
        QCOMPARE(there, (QStringList{u"call Ana"_s, u"call Carla"_s, u"dig the beds"_s, u"only here"_s}));
        click(u"closeButton"_s);

        openDialog();
        choose(u"to"_s, u"Home"_s);
        click(u"nextButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(status().startsWith(u"All of it is there already"_s), patience);
        QVERIFY(!the<QPushButton>(u"nextButton"_s).isEnabled());
    }

    void iTakeACopyBackAsOneStep()
    {
        fillWork();
        copyHome();
        QCOMPARE(stored(homeDatabase()).size(), 3);
        click(u"undoButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"Taken back from “Home”."_s, patience);
        QCOMPARE(stored(homeDatabase()), QStringList());
        QCOMPARE(stored(workDatabase()).size(), 3);
    }

    void iCopyOneListOrWhatIHaveSelected()
    {
        fillWork();
        lookAtHome(u"The list “Garden”"_s);
        QCOMPARE(preview(), QStringList{u"New: dig the beds"_s});
        click(u"closeButton"_s);

        gui::TodoListView &view = page()->todos().view();
        view.setFocus();
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            if (view.model()->index(row, models::TodoTableModel::Title).data().toString() == u"call Ana"_s)
                view.selectOnly(view.model()->index(row, models::TodoTableModel::Title));
        }
        QCOMPARE(page()->todos().selectedTodos().size(), 1);
        openDialog();
        QCOMPARE(the<QComboBox>(u"what"_s).currentText(), u"1 selected todo"_s);
        choose(u"to"_s, u"Home"_s);
        click(u"nextButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(next().startsWith(u"Copy"_s), patience);
        QCOMPARE(preview(), QStringList{u"New: call Ana"_s});
    }

    void iCopyTheInboxAlone()
    {
        fillWork();
        hands::press(u"Ctrl+1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 2, patience);
        openDialog();
        QCOMPARE(the<QComboBox>(u"what"_s).currentText(), u"The Inbox"_s);
        click(u"closeButton"_s);

        lookAtHome(u"The Inbox"_s);
        QStringList rows = preview();
        rows.sort();
        QCOMPARE(rows, (QStringList{u"New: call Ana"_s, u"New: call Bob"_s}));
    }

    void iAmAskedBeforeICopyIntoProduction()
    {
        fillWork();
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        add(u"water the plants"_s);
        QTRY_COMPARE(stored(homeDatabase()), QStringList{u"water the plants"_s});
        openDialog();
        choose(u"what"_s, u"Everything but the Trash"_s);
        choose(u"to"_s, u"Work"_s);
        click(u"nextButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(next().startsWith(u"Copy"_s), patience);
        click(u"nextButton"_s);
        QTRY_VERIFY(question());
        QCOMPARE(question()->text(), u"Copy 1 todo to “Work”?"_s);
        QTRY_COMPARE(openTransactions(), QStringList()); // while I think about it
        question()->reject();
        QTRY_VERIFY(!question());
        QCOMPARE(stored(workDatabase()).size(), 3);

        click(u"nextButton"_s);
        QTRY_VERIFY(question());
        for (QAbstractButton *button : question()->buttons()) {
            if (button->text() == u"Copy"_s)
                button->click();
        }
        QTRY_COMPARE_WITH_TIMEOUT(stored(workDatabase()).size(), 4, patience);
    }

    void iSeeTheCopyWhereIHaveTheOtherOneOpen()
    {
        fillWork();
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        hands::press(u"Ctrl+4"_s);
        switchTo(u"Ctrl+Shift+2"_s, u"Work – Tusk"_s);
        copyHome();
        click(u"switchButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 3, patience);
    }

    void thePreviewStaysWhenIMinimiseTheWindow()
    {
        fillWork();
        lookAtHome();
        hands::minimised(*window().findChild<gui::CopyDialog *>());
        click(u"nextButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(status().startsWith(u"Copied"_s), patience);
        QCOMPARE(stored(homeDatabase()).size(), 3);
    }

    void iTakeACopyBackThatEndedBehindAnotherOne()
    {
        fillWork();
        lookAtHome(u"The list “Garden”"_s);
        click(u"nextButton"_s);
        hands::press(u"Escape"_s); // while it is saved
        const auto *sentence = page()->findChild<QLabel *>(u"messageSentence"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sentence->text().startsWith(u"Copied to “Home”"_s), patience);
        auto *undo = page()->findChild<QPushButton *>(u"messageAction"_s);
        lookAtHome(); // another one begins
        undo->click();
        QTRY_COMPARE_WITH_TIMEOUT(sentence->text(), u"The copy was taken back."_s, patience);
        QCOMPARE(stored(homeDatabase()), QStringList());
    }

    void iSeeWhichAreLeftInTheTrashThere()
    {
        fillWork();
        copyHome();
        click(u"closeButton"_s);
        server().psql(u"UPDATE tusk.todo SET deleted_at = now() WHERE title = 'call Bob'"_s,
                      homeDatabase().database);
        lookAtHomeInVain(u"There is nothing to copy. 1 is in the Trash there, and stays in it."_s);
    }

    void nothingIsWrittenWhereIGiveUp()
    {
        fillWork();
        lookAtHome();
        hands::press(u"Escape"_s);
        QTRY_VERIFY(!window().findChild<gui::CopyDialog *>()->isVisible());
        QCOMPARE(stored(homeDatabase()), QStringList());
    }

    void iSeeWhyTheOtherOneCannotBeReached()
    {
        fillWork();
        EnvironmentProfile gone = profileFor(u"Gone"_s, EnvironmentKind::Staging, homeDatabase());
        gone.database = u"nowhere"_s;
        change([&gone](ProfileList &list) { return list.add(gone); });
        session().raise({}, {});
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s); // reads the file again
        session().raise({}, profiles().findNamed(u"Work"_s)->id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Work – Tusk"_s, patience);
        openDialog();
        choose(u"to"_s, u"Gone"_s);
        click(u"nextButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(problem(), u"“Gone”: The server has no database of this name."_s, patience);
        QVERIFY(the<QPushButton>(u"problemDetails"_s).isVisible());
        QCOMPARE(next(), u"Preview"_s);
    }

    void theWindowNeverWaitsForIt()
    {
        server().psql(u"INSERT INTO tusk.todo (title) SELECT 'todo ' || n FROM generate_series(1, 3000) n"_s,
                      workDatabase().database);
        QTRY_VERIFY_WITH_TIMEOUT(!titles().isEmpty(), patience);
        openDialog();
        choose(u"what"_s, u"Everything but the Trash"_s);
        choose(u"to"_s, u"Home"_s);
        GuiPauseMeter meter;
        meter.start();
        click(u"nextButton"_s);
        QVERIFY(meter.runUntil([this] { return next().startsWith(u"Copy 3"_s); }, std::chrono::seconds(60)));
        click(u"nextButton"_s);
        QVERIFY(
            meter.runUntil([this] { return status().startsWith(u"Copied"_s); }, std::chrono::seconds(60)));
        meter.stop();
        const auto limit = std::chrono::milliseconds(100) * sanitizerSlowdown;
        QVERIFY2(meter.busiest() < limit, QByteArray::number(qlonglong(meter.busiest().count())).constData());
        qInfo("copying 3,000: %lld µs of work", static_cast<long long>(meter.busiest().count()));
    }
};

QTEST_MAIN(TestEnvironmentCopyFeature)
#include "tst_environmentcopyfeature.moc"
