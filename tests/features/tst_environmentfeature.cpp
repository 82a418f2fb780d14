// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/environmentstest.h"
#include "features/hands.h"
#include "gui/actions/actionregistry.h"
#include "gui/environments/environmentlook.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/list/todomenu.h"
#include "gui/sidebar/environmentbutton.h"
#include "gui/theme/theme.h"
#include "support/fakeserver.h"
#include "support/guipausemeter.h"
#include "support/proxy.h"
#include "support/sanitizers.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ProfileList;

// Several environments and one window, in the words of those who switch between them.
class TestEnvironmentFeature final : public EnvironmentsTest
{
    Q_OBJECT

    // What is said of the environment at the foot of the sidebar.
    [[nodiscard]] QString foot()
    {
        const auto *button = page() ? page()->findChild<gui::EnvironmentButton *>(u"environment"_s) : nullptr;
        return button ? button->accessibleName() : QString();
    }

    // Whether the colour of an environment is seen there.
    [[nodiscard]] bool isFootColored(const QString &environment)
    {
        auto *button = page()->findChild<gui::EnvironmentButton *>(u"environment"_s);
        const QString stored = gui::environmentColor(*profiles().findNamed(environment));
        const QColor expected = gui::Theme::of(button).listColor(stored);
        const QImage image = button->grab().toImage();
        const auto isNear = [](int one, int other) { return std::abs(one - other) <= 2; }; // rounded
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor seen = image.pixelColor(x, y);
                if (isNear(seen.red(), expected.red()) && isNear(seen.green(), expected.green()) &&
                    isNear(seen.blue(), expected.blue()))
                    return true;
            }
        }
        return false;
    }

    [[nodiscard]] QString message()
    {
        const auto *sentence = page() ? page()->findChild<QLabel *>(u"messageSentence"_s) : nullptr;
        return sentence && sentence->isVisible() ? sentence->text() : QString();
    }
    // An environment whose database has gone to sleep: it takes the login and does not answer it.
    [[nodiscard]] std::unique_ptr<Proxy> switchToSleeping()
    {
        auto network = std::make_unique<Proxy>(homeDatabase());
        network->freeze();
        EnvironmentProfile sleeping =
            profileFor(u"Sleeping"_s, EnvironmentKind::Staging, network->settings());
        sleeping.tls = environments::TlsMode::Disable;
        change([&sleeping](ProfileList &list) { return list.add(sleeping); });
        session().raise({}, sleeping.id);
        return network;
    }

protected:
    [[nodiscard]] TestServerOptions serverOptions() const override
    {
        TestServerOptions options;
        options.tcp = true;
        return options;
    }

private Q_SLOTS:
    void iSwitchByKeysAndFindEachAsILeftIt()
    {
        QCOMPARE(title(), u"Work – Tusk"_s);
        add(u"write the report"_s);
        add(u"call Ana"_s);
        hands::press(u"Ctrl+4"_s); // All
        QTRY_VERIFY(page()->todos().model().shownPlace() == page()->todos().model().place());
        QTRY_COMPARE(titles(), (QStringList{u"write the report"_s, u"call Ana"_s}));
        page()->todos().view().setFocus();
        page()->todos().view().selectOnly(
            page()->todos().view().model()->index(1, models::TodoTableModel::Title));

        QCOMPARE(page()->todos().selectedTodos().size(), 1);

        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        QCOMPARE(titles(), QStringList());
        add(u"water the plants"_s);
        QTRY_COMPARE(stored(homeDatabase()), QStringList{u"water the plants"_s});
        QTRY_COMPARE(stored(workDatabase()), (QStringList{u"write the report"_s, u"call Ana"_s}));

        switchTo(u"Ctrl+Shift+2"_s, u"Work – Tusk"_s);
        QCOMPARE(titles(), (QStringList{u"write the report"_s, u"call Ana"_s}));
        QCOMPARE(place(), u"All"_s);
        QCOMPARE(page()->todos().selectedTodos().size(), 1);
        QCOMPARE(page()->todos().selectedTodos().first().title, u"call Ana"_s);
        QCOMPARE(QApplication::focusWidget(), &page()->todos().view());
    }

    void theFirstNineHaveAKeyEach()
    {
        change([this](ProfileList &list) {
            for (int number = 4; number < 9; ++number) {
                const QString name = u"Number %1"_s.arg(number);
                if (auto added = list.add(profileFor(name, EnvironmentKind::Staging, homeDatabase())); !added)
                    return added;
            }
            return list.add(profileFor(u"Number 9"_s, EnvironmentKind::Staging, workDatabase()));
        });
        session().raise({}, home().id); // reads the file again
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        add(u"water the plants"_s);
        QTRY_COMPARE(stored(homeDatabase()), QStringList{u"water the plants"_s});

        for (int number = 4; number < 9; ++number) {
            switchTo(u"Ctrl+Shift+%1"_s.arg(number), u"Number %1 – Tusk"_s.arg(number));
            QTRY_COMPARE(titles(), QStringList{u"water the plants"_s});
        }
        switchTo(u"Ctrl+Shift+9"_s, u"Number 9 – Tusk"_s);
        QCOMPARE(titles(), QStringList());
    }

    void anEnvironmentIsOpenedAnewAlsoWhereThatIsWantedTwice()
    {
        const QPointer<models::DatabaseLink> before = &page()->link();
        Q_EMIT before->reopenWanted();
        Q_EMIT before->reopenWanted();
        QTRY_VERIFY_WITH_TIMEOUT(before.isNull(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        QCOMPARE(title(), u"Work – Tusk"_s);
    }

    void iFindMySearchWhenIComeBack()
    {
        add(u"write the report"_s);
        add(u"call Ana"_s);
        QTRY_COMPARE(stored(workDatabase()).size(), 2);
        hands::press(u"Ctrl+F"_s);
        hands::type(u"ana"_s);
        QTRY_COMPARE(titles(), QStringList{u"call Ana"_s});

        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        QCOMPARE(page()->findChild<QLineEdit *>(u"search"_s)->text(), QString());
        switchTo(u"Ctrl+Shift+2"_s, u"Work – Tusk"_s);
        QCOMPARE(page()->findChild<QLineEdit *>(u"search"_s)->text(), u"ana"_s);
        QCOMPARE(titles(), QStringList{u"call Ana"_s});
    }

    void theUndoOfOneNeverTouchesTheOther()
    {
        add(u"write the report"_s);
        QTRY_COMPARE(stored(workDatabase()), QStringList{u"write the report"_s});
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        page()->todos().view().setFocus();
        hands::press(u"Ctrl+Z"_s); // nothing was done here
        add(u"water the plants"_s);
        QTRY_COMPARE(stored(homeDatabase()), QStringList{u"water the plants"_s});
        page()->todos().view().setFocus();
        hands::press(u"Ctrl+Z"_s);
        QTRY_COMPARE(stored(homeDatabase()), QStringList());
        hands::press(u"Ctrl+Z"_s);
        QCOMPARE(stored(workDatabase()), QStringList{u"write the report"_s});

        switchTo(u"Ctrl+Shift+2"_s, u"Work – Tusk"_s);
        page()->todos().view().setFocus();
        hands::press(u"Ctrl+Z"_s);
        QTRY_COMPARE(stored(workDatabase()), QStringList());
    }

    void whatIsOnItsWayArrivesInTheOneThatILeft()
    {
        auto blocker = std::make_unique<SqlClient>(server().superuser(workDatabase().database));
        blocker->rows(u"BEGIN; LOCK TABLE tusk.todo IN EXCLUSIVE MODE"_s);
        add(u"write the report"_s);
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        QCOMPARE(stored(workDatabase()), QStringList());

        blocker.reset();

        QTRY_COMPARE_WITH_TIMEOUT(stored(workDatabase()), QStringList{u"write the report"_s}, patience);
        QCOMPARE(titles(), QStringList());
        QCOMPARE(stored(homeDatabase()), QStringList());
    }

    void trap60_whatComesLateIsNeverShownInTheOtherOne()
    {
        add(u"write the report"_s);
        QTRY_COMPARE(stored(workDatabase()), QStringList{u"write the report"_s});
        const QPointer<gui::EnvironmentPage> work = page();
        const models::TodoTableModel &late = work->todos().model();
        auto blocker = std::make_unique<SqlClient>(server().superuser(workDatabase().database));
        blocker->rows(u"BEGIN; LOCK TABLE tusk.todo IN ACCESS EXCLUSIVE MODE"_s);
        hands::press(u"Ctrl+4"_s); // All, which is read now
        QVERIFY(late.isLoading());

        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        add(u"water the plants"_s);
        QTRY_COMPARE(stored(homeDatabase()), QStringList{u"water the plants"_s});
        QVERIFY(late.isLoading());
        QSignalSpy shown(page()->todos().view().model(), &QAbstractItemModel::rowsInserted);
        blocker.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!late.isLoading() && late.rowCount() == 1, patience);

        QCOMPARE(shown.count(), 0);
        QCOMPARE(titles(), QStringList{u"water the plants"_s});
        QCOMPARE(title(), u"Home – Tusk"_s);
        switchTo(u"Ctrl+Shift+2"_s, u"Work – Tusk"_s);
        QCOMPARE(page(), work);
        QCOMPARE(titles(), QStringList{u"write the report"_s});
        QCOMPARE(place(), u"All"_s);
    }

    void iSeeWhereIAm()
    {
        QTRY_COMPARE(foot(), u"Work, connected"_s);
        QVERIFY(isFootColored(u"Work"_s) && !isFootColored(u"Home"_s));
        const QImage red = window().windowIcon().pixmap(64).toImage();
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        QTRY_COMPARE(foot(), u"Home, connected"_s);
        QVERIFY(isFootColored(u"Home"_s) && !isFootColored(u"Work"_s));
        const QImage blue = window().windowIcon().pixmap(64).toImage();
        QVERIFY(red != blue);
        QVERIFY(red.pixelColor(50, 50).red() > 150);
        QVERIFY(blue.pixelColor(50, 50).blue() > 150);
    }

    void iSwitchWithTheMenuOfTheSidebar()
    {
        QTRY_COMPARE(foot(), u"Work, connected"_s);
        const auto *button = page()->findChild<gui::EnvironmentButton *>(u"environment"_s);
        hands::click(*button, button->rect().center());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList rows;
        for (const QAction *action : menu->actions())
            rows.append(action->text());
        QCOMPARE(rows.mid(0, 3), (QStringList{u"Local\tCtrl+Shift+1"_s, u"Work – connected\tCtrl+Shift+2"_s,
                                              u"Home\tCtrl+Shift+3"_s}));
        hands::press(u"Down"_s);
        hands::press(u"Down"_s);
        hands::press(u"Return"_s);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
    }

    void iSwitchThroughThePalette()
    {
        hands::press(u"Ctrl+K"_s);
        hands::type(u"switch to home"_s);
        hands::press(u"Return"_s);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
    }

    void iStayAbleToSwitchWhereOneCannotBeOpened()
    {
        EnvironmentProfile broken = profileFor(u"Broken"_s, EnvironmentKind::Staging, workDatabase());
        broken.secret = {environments::SecretSource::Kind::Variable, u"TUSK_NOT_SET_ANYWHERE"_s};
        change([&broken](ProfileList &list) { return list.add(broken); });
        session().raise({}, broken.id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Broken – Tusk"_s, patience);
        auto *text = window().findChild<QLabel *>(u"startText"_s);
        QTRY_VERIFY2(text->text().contains(u"TUSK_NOT_SET_ANYWHERE"_s), qPrintable(text->text()));
        QVERIFY(window().findChild<QPushButton *>(u"startRetry"_s)->isVisible());
        hands::press(u"Ctrl+N"_s); // there is nothing to add to
        hands::type(u"nowhere"_s);
        switchTo(u"Ctrl+Shift+2"_s, u"Work – Tusk"_s);
        QCOMPARE(titles(), QStringList());
        QCOMPARE(stored(workDatabase()), QStringList());
    }

    void iSeeTheOtherDatabaseWhenItsAddressWasChanged()
    {
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        add(u"water the plants"_s);
        QTRY_COMPARE(stored(homeDatabase()), QStringList{u"water the plants"_s});
        const base::ConnectionSettings moved = createTuskDatabase(server());
        EnvironmentProfile changed = home();
        changed.database = moved.database;
        changed.name = u"New home"_s;
        change([&changed](ProfileList &list) { return list.replace(changed); });

        session().raise({}, changed.id);

        QTRY_COMPARE_WITH_TIMEOUT(title(), u"New home – Tusk"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && titles().isEmpty(), patience);
        add(u"unpack"_s);
        QTRY_COMPARE(stored(moved), QStringList{u"unpack"_s});
        QCOMPARE(stored(homeDatabase()), QStringList{u"water the plants"_s});
    }

    // Two links to one environment would keep what waits there from each other.
    void whatWaitsForTheFormerAddressIsNotLeftBehindWhenIComeBackAtOnce()
    {
        Proxy network(homeDatabase());
        EnvironmentProfile slow = profileFor(u"Slow"_s, EnvironmentKind::Staging, network.settings());
        slow.tls = environments::TlsMode::Disable;
        change([&slow](ProfileList &list) { return list.add(slow); });
        session().raise({}, slow.id);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Slow, connected"_s, patience);
        network.freeze();
        add(u"on its way"_s);
        slow.port = homeDatabase().port; // past the network that has failed
        change([&slow](ProfileList &list) { return list.replace(slow); });

        session().raise({}, slow.id);
        QTRY_VERIFY(!isReady()); // the former is being left
        hands::press(u"Ctrl+Shift+2"_s);
        QTRY_COMPARE(title(), u"Work – Tusk"_s);
        hands::press(u"Ctrl+Shift+4"_s);

        QTRY_COMPARE(title(), u"Slow – Tusk"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"on its way"_s}, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
    }

    void iAmAskedBeforeManyTodosOfProductionAreDeleted()
    {
        const QString insert =
            u"INSERT INTO tusk.todo (title) SELECT 'todo ' || n FROM generate_series(1, 12) n"_s;
        server().psql(insert, workDatabase().database);
        server().psql(insert, homeDatabase().database);
        QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 12, patience);
        const auto question = [this] { return window().findChild<QMessageBox *>(u"deleteQuestion"_s); };
        page()->todos().view().setFocus();
        hands::press(u"Ctrl+A"_s);
        hands::press(u"Delete"_s);
        QTRY_VERIFY(question());
        QCOMPARE(question()->text(), u"Move 12 todos of “Work” to the Trash?"_s);
        QTRY_COMPARE(openTransactions(), QStringList()); // while I think about it
        question()->reject();
        QTRY_VERIFY(!question());
        // Nor are they merged into one unasked.
        window().actions().action(gui::ActionId::MergeTodos).trigger();
        QTRY_VERIFY(question());
        QCOMPARE(question()->text(), u"Move 11 todos of “Work” to the Trash?"_s);
        question()->reject();
        QTRY_VERIFY(!question());
        // Nor by the menu.
        window().activateWindow();
        page()->todos().view().setFocus();
        QTRY_VERIFY(page()->todos().view().hasFocus());
        hands::press(u"Menu"_s);
        QTRY_VERIFY(page()->findChild<gui::TodoMenu *>());
        for (QAction *action : page()->findChild<gui::TodoMenu *>()->actions()) {
            if (action->text() == u"Delete"_s)
                action->trigger();
        }
        QTRY_VERIFY(question());
        question()->reject();
        QTRY_VERIFY(!question());
        QCOMPARE(titles().size(), 12);
        page()->todos().view().setFocus();
        hands::press(u"Delete"_s);
        QTRY_VERIFY(question());
        for (QAbstractButton *button : question()->buttons()) {
            if (button->text() == u"Move to the Trash"_s)
                button->click();
        }
        QTRY_COMPARE(stored(workDatabase()), QStringList());

        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 12, patience);
        page()->todos().view().setFocus();
        hands::press(u"Ctrl+A"_s);
        hands::press(u"Delete"_s);
        QTRY_COMPARE(stored(homeDatabase()), QStringList());
        QVERIFY(!question());
    }

    void iAmAskedBeforeADatabaseIsBroughtUpAsIWantItByNow()
    {
        const base::ConnectionSettings empty = server().createDatabase();
        const auto schemas = [&] {
            return server().psql(u"SELECT count(*) FROM pg_namespace WHERE nspname = 'tusk'"_s,
                                 empty.database);
        };
        Proxy network(empty);
        network.refuse();
        EnvironmentProfile fresh = profileFor(u"Fresh"_s, EnvironmentKind::Staging, network.settings());
        fresh.tls = environments::TlsMode::Disable;
        change([&fresh](ProfileList &list) { return list.add(fresh); });
        session().raise({}, fresh.id);
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"It is tried again by itself."_s), patience);

        fresh.confirmDestructive = true; // after it was opened
        change([&fresh](ProfileList &list) { return list.replace(fresh); });
        session().raise({}, fresh.id);
        network.accept();
        hands::press(u"F5"_s);

        QTRY_COMPARE_WITH_TIMEOUT(
            message(),
            u"The database of “Fresh” has to be brought up to date before its todos can be shown."_s,
            patience);
        QTRY_COMPARE(openTransactions(), QStringList()); // while I think about it
        QCOMPARE(schemas(), (QList<QStringList>{{u"0"_s}}));
        page()->findChild<QPushButton *>(u"messageAction"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Fresh, connected"_s, patience);
        QCOMPARE(schemas(), (QList<QStringList>{{u"1"_s}}));
    }

    void iWaitForADatabaseThatWakesUp()
    {
        const auto network = switchToSleeping();
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Sleeping, waking the database…"_s, patience);
        QCOMPARE(message(), u"The database is waking up; this takes up to half a minute."_s);
        network->thaw();
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Sleeping, connected"_s, patience);
        QTRY_COMPARE(message(), QString());
    }

    void iWaitForADatabaseWhoseProviderSaysThatItWakesUp()
    {
        const FakeServer asleep(
            {.sqlState = "XX000", .message = "Couldn't connect to compute node", .severity = "ERROR"});
        Proxy network(homeDatabase());
        network.leadTo(asleep.settings());
        EnvironmentProfile sleeping = profileFor(u"Sleeping"_s, EnvironmentKind::Staging, network.settings());
        sleeping.tls = environments::TlsMode::Disable;
        change([&sleeping](ProfileList &list) { return list.add(sleeping); });
        session().raise({}, sleeping.id);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Sleeping, waking the database…"_s, patience);
        QTRY_COMPARE(message(), u"The database is waking up; this takes up to half a minute."_s);
        QTRY_COMPARE_GE(asleep.connections(), 3);
        QCOMPARE(foot(), u"Sleeping, waking the database…"_s); // from try to try

        network.leadTo(homeDatabase());

        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Sleeping, connected"_s, patience);
        QTRY_COMPARE(message(), QString());
    }

    void iAmAskedWhenADatabaseBecameAnotherOneBetweenTwoRuns()
    {
        add(u"write the report"_s);
        QTRY_COMPARE(stored(workDatabase()), QStringList{u"write the report"_s});
        quit();
        server().psql(u"UPDATE tusk.database SET id = gen_random_uuid()"_s, workDatabase().database);

        start();

        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Work, not connected"_s, patience);
        QCOMPARE(message(), u"This is another database than before behind the same address, so nothing was "
                            "sent to it."_s);
        QCOMPARE(titles(), QStringList());
        auto *accept = page()->findChild<QPushButton *>(u"messageAction"_s);
        QCOMPARE(accept->text(), u"Use it from now on"_s);
        accept->click();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        QTRY_COMPARE(titles(), QStringList{u"write the report"_s});
    }

    void anEmptyDatabaseIsNotTakenForMine()
    {
        add(u"write the report"_s);
        QTRY_COMPARE(stored(workDatabase()), QStringList{u"write the report"_s});
        quit();
        server().psql(u"DROP SCHEMA tusk CASCADE"_s, workDatabase().database);

        start();

        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Work, not connected"_s, patience);
        QVERIFY(message().startsWith(u"This is another database than before"_s));
        QCOMPARE(server().psql(u"SELECT to_regnamespace('tusk') IS NULL"_s, workDatabase().database),
                 QList<QStringList>{QStringList{u"t"_s}});
    }

    void iNeedNotWaitForADatabaseThatWakesUp()
    {
        const auto network = switchToSleeping();
        QTRY_VERIFY_WITH_TIMEOUT(!message().isEmpty(), patience);
        page()->findChild<QPushButton *>(u"messageAction"_s)->click();
        QTRY_COMPARE(foot(), u"Sleeping, not connected"_s);
        QTRY_VERIFY(message().startsWith(u"Connecting was given up"_s));
        network->thaw();
        hands::press(u"F5"_s);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Sleeping, connected"_s, patience);
        QTRY_COMPARE(message(), QString());
    }

    void iFindEachPlaceAgainAfterANewStart()
    {
        hands::press(u"Ctrl+5"_s);
        QTRY_COMPARE(place(), u"Completed"_s);
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        hands::press(u"Ctrl+2"_s);
        QTRY_COMPARE(place(), u"Today"_s);
        quit();
        start();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        QCOMPARE(title(), u"Work – Tusk"_s);
        QTRY_COMPARE(place(), u"Completed"_s);
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        QTRY_COMPARE(place(), u"Today"_s);
    }

    void iStartTuskAgainAndSeeTheWindowThatIHadPutAway()
    {
        window().showMinimized();
        QVERIFY(window().isMinimized());
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QVERIFY(!window().isActiveWindow());

        session().raise({}, {}); // what a second start asks of the first

        QTRY_VERIFY(window().isActiveWindow());
        QVERIFY(!window().isMinimized());
    }

    void iWaitForNothingWhenBothAreOpen()
    {
        server().psql(u"INSERT INTO tusk.todo (title) SELECT 'todo ' || n FROM generate_series(1, 3000) n"_s,
                      workDatabase().database);
        QTRY_VERIFY_WITH_TIMEOUT(!titles().isEmpty(), patience);
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        switchTo(u"Ctrl+Shift+2"_s, u"Work – Tusk"_s);
        switchTo(u"Ctrl+Shift+3"_s, u"Home – Tusk"_s);
        GuiPauseMeter meter;
        meter.start();
        hands::press(u"Ctrl+Shift+2"_s);
        QVERIFY(meter.runUntil([this] { return title() == u"Work – Tusk"_s; }, std::chrono::seconds(5)));
        meter.runFor(std::chrono::milliseconds(100)); // and what it paints
        meter.stop();
        QVERIFY(!titles().isEmpty());
        const auto limit = std::chrono::milliseconds(100) * sanitizerSlowdown;
        QVERIFY2(meter.busiest() < limit, QByteArray::number(qlonglong(meter.busiest().count())).constData());
        qInfo("switching: %lld µs of work", static_cast<long long>(meter.busiest().count()));
    }
};

QTEST_MAIN(TestEnvironmentFeature)
#include "tst_environmentfeature.moc"
