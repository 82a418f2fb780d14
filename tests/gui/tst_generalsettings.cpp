// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/daywatch.h"
#include "domain/actions.h"
#include "domain/relativedate.h"
#include "gui/details/detailspane.h"
#include "gui/details/monthgrid.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistview.h"
#include "gui/settings/appearancesettings.h"
#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"
#include "gui/settings/startofday.h"
#include "gui/shownwindow.h"
#include "gui/theme/themekeeper.h"
#include "models/opendatabase.h"
#include "models/todocommands.h"
#include "models/workspace.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "support/testclock.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::gui;
using namespace tusk::tests;
using domain::TodoFilter;
using Place = TodoFilter::Place;

namespace
{

const QDate friday(2026, 11, 20);
const QDate saturday(2026, 11, 21);

// A device whose day begins when the settings say, as the program puts it together.
struct Night {
    explicit Night(const base::ConnectionSettings &database)
        : clock(QDateTime(saturday, {2, 30}, Qt::UTC))
        , settings(folder.path(), folder.path())
        , watch(clock)
        , device(database, {}, true, {}, &clock)
    {
        followStartOfDay(settings, clock, watch);
        QObject::connect(&watch, &base::DayWatch::dayChanged, &watch,
                         [this] { device.workspace().dayChanged(); });
    }

    void addDue(const QString &title, QDate date)
    {
        device.add(title);
        models::TodoCommands(device.workspace()).setDueDate({device.todo(title)}, date);
        QTRY_VERIFY(device.isSaved());
    }
    [[nodiscard]] qint64 countAt(Place place)
    {
        return device.workspace().counts().of(TodoFilter::at(place));
    }

    QTemporaryDir folder;
    TestClock clock;
    Settings settings;
    base::DayWatch watch;
    Device device;
};

} // namespace

// What is chosen under General, by what it does.
class TestGeneralSettings final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TemporaryHome> m_home;
    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_database;

    // Chooses an entry in the open settings with the keyboard.
    static void choose(ShownWindow &window, const QString &box, int index)
    {
        window.press(Qt::Key_Comma, Qt::ControlModifier);
        auto &choice = window.find<QComboBox>(box);
        choice.setFocus();
        window.press(Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            window.press(Qt::Key_Down);
        QCOMPARE(choice.currentIndex(), index);
        window.press(Qt::Key_Escape);
    }

protected:
    void prepare() override { m_database = createTuskDatabase(*m_server); }

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<TemporaryHome>();
        m_server = std::make_unique<TestServer>();
    }
    void cleanupTestCase()
    {
        m_server.reset();
        m_home.reset();
    }

    void shouldShowYesterdayUntilTheDayBegins()
    {
        Night night(m_database);
        night.addDue(u"of friday"_s, friday);
        night.addDue(u"of saturday"_s, saturday);
        QVERIFY(night.device.show(TodoFilter::at(Place::Today)));
        QCOMPARE(night.device.titles(), (QStringList{u"of friday"_s, u"of saturday"_s}));
        QVERIFY(domain::dueState({friday, {}, {}}, night.device.workspace().moment()) ==
                domain::DueState::Overdue);

        night.settings.set(settingkeys::startOfDay, 4);

        QTRY_COMPARE(night.device.titles(), QStringList{u"of friday"_s});
        QCOMPARE(night.device.workspace().today(), friday);
        QTRY_COMPARE(night.countAt(Place::Today), 1);
        QCOMPARE(night.countAt(Place::Upcoming), 1);
        const base::Moment now = night.device.workspace().moment();
        QCOMPARE(domain::dueText({friday, {}, {}}, now, QLocale::c()), u"Today"_s);
        QCOMPARE(domain::dueText({saturday, {}, {}}, now, QLocale::c()), u"Tomorrow"_s);
        QVERIFY(domain::dueState({friday, {}, {}}, now) == domain::DueState::Today);

        night.settings.set(settingkeys::startOfDay, 2);

        QTRY_COMPARE(night.device.titles(), (QStringList{u"of friday"_s, u"of saturday"_s}));
        QTRY_COMPARE(night.countAt(Place::Today), 2);
    }

    void shouldChangeTheDayAndEmptyTheTrashWhenTheDayBegins()
    {
        Night night(m_database);
        night.settings.set(settingkeys::startOfDay, 4);
        night.addDue(u"of saturday"_s, saturday);
        night.device.add(u"thrown away"_s);
        models::TodoCommands(night.device.workspace()).trash({night.device.todo(u"thrown away"_s)});
        QTRY_VERIFY(night.device.isSaved());
        m_server->psql(
            u"UPDATE tusk.todo SET deleted_at = now() - interval '31 days' WHERE deleted_at IS NOT NULL; "
            "UPDATE tusk.database SET trash_emptied_on = NULL"_s,
            m_database.database);
        QVERIFY(night.device.show(TodoFilter::at(Place::Today)));
        QCOMPARE(night.device.titles(), QStringList());

        night.clock.advance(89min); // 3:59
        night.watch.check();
        QCOMPARE(night.device.workspace().today(), friday);
        night.clock.advance(1min);
        night.watch.check();

        QTRY_COMPARE(night.device.titles(), QStringList{u"of saturday"_s});
        QTRY_COMPARE(night.countAt(Place::Trash), 0);
    }

    void shouldWakeWhenTheDayBeginsAndNotAtMidnight()
    {
        QTemporaryDir folder;
        Settings settings(folder.path(), folder.path());
        TestClock clock(QDateTime(saturday, {3, 59, 59, 500}, Qt::UTC));
        base::DayWatch watch(clock);
        QSignalSpy changed(&watch, &base::DayWatch::dayChanged);
        settings.set(settingkeys::startOfDay, 4);
        followStartOfDay(settings, clock, watch);
        QCOMPARE(changed.size(), 1); // saturday has become friday
        clock.advance(600ms);
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(changed.last().first().toDate(), saturday);
    }

    void shouldTakeASensibleStartOfDayFromAnyFile_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("hour");
        QTest::addRow("none") << QByteArray() << 0;
        QTest::addRow("four") << QByteArray(R"({"startOfDay": 4})") << 4;
        QTest::addRow("too late") << QByteArray(R"({"startOfDay": 23})") << latestStartOfDay;
        QTest::addRow("negative") << QByteArray(R"({"startOfDay": -3})") << 0;
        QTest::addRow("a word") << QByteArray(R"({"startOfDay": "four"})") << 0;
        QTest::addRow("damaged") << QByteArray("{") << 0;
    }
    void shouldTakeASensibleStartOfDayFromAnyFile()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const int, hour);
        const QTemporaryDir folder;
        QFile written(folder.filePath(u"settings.json"_s));
        QVERIFY(file.isEmpty() || (written.open(QIODevice::WriteOnly) && written.write(file) > 0));
        written.close();
        QCOMPARE(storedStartOfDay(folder.path()), hour);
        QCOMPARE(written.exists(), !file.isEmpty()); // only looked at
        QCOMPARE(startOfDay(Settings(folder.path(), folder.path())), hour);
    }

    void shouldBeginWeeksAtTheChosenDay()
    {
        ShownWindow window(m_database);
        window.add(u"plan"_s);
        window.select(0);
        window.press(Qt::Key_W);
        QCOMPARE(window.todo(0).due->date.dayOfWeek(), int(QLocale().firstDayOfWeek()));
        choose(window, u"firstDayOfWeek"_s, 2);
        window.select(0);
        window.press(Qt::Key_W);
        QCOMPARE(window.todo(0).due->date.dayOfWeek(), int(Qt::Saturday));
        window.press(Qt::Key_D);
        QTRY_VERIFY(QApplication::activePopupWidget());
        const auto *month = QApplication::activePopupWidget()->findChild<MonthGrid *>();
        QVERIFY(month);
        QCOMPARE(month->firstShown().dayOfWeek(), int(Qt::Saturday));
        QApplication::activePopupWidget()->close();
        QTRY_VERIFY(window.workspace().pending().isEmpty());
    }

    void shouldPutNewTodosIntoTheChosenList()
    {
        Device device(m_database);
        domain::TodoList garden;
        garden.id = domain::ListId(QUuid::createUuid());
        garden.name = u"Garden"_s;
        garden.position = "5";
        device.workspace().perform(domain::createList(garden, device.workspace().now()));
        QTRY_VERIFY(device.isSaved());
        ShownWindow window(m_database);
        choose(window, u"defaultList"_s, 1);
        window.press(Qt::Key_4, Qt::ControlModifier); // All
        window.add(u"dig"_s);
        QCOMPARE(window.workspace().counts().lists.value(garden.id), 1);
        QTRY_VERIFY(window.workspace().pending().isEmpty());
    }

    void shouldMoveNothingWithoutAnimations()
    {
        ShownWindow window(m_database);
        ThemeKeeper keeper;
        followAppearance(window.settings(), keeper);
        choose(window, u"animations"_s, 1);
        QVERIFY(keeper.theme().smoothly() > 0ms && keeper.theme().shortly() > 0ms);
        choose(window, u"animations"_s, 2);
        QCOMPARE(keeper.theme().smoothly(), 0ms);
        QCOMPARE(keeper.theme().shortly(), 0ms);
    }

    void shouldSpeakTheChosenLanguageFromTheNextStartOn()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        ShownWindow window(m_database);
        QCOMPARE(textLocale(window.settings()).language(), QLocale::German);
        window.press(Qt::Key_Comma, Qt::ControlModifier);
        auto &hint = window.find<QLabel>(u"languageHint"_s);
        QVERIFY(!hint.isVisible());
        window.press(Qt::Key_Escape);
        choose(window, u"language"_s, 1);
        window.press(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(hint.isVisible());
        QCOMPARE(textLocale(window.settings()).language(), QLocale::English);
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_MAIN(TestGeneralSettings)
#include "tst_generalsettings.moc"
