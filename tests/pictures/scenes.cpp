// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "scenes.h"

#include "base/clock.h"
#include "demofile.h"
#include "demotodos.h"
#include "domain/actions.h"
#include "gui/actions/actionregistry.h"
#include "gui/copy/copydialog.h"
#include "gui/environmentpage.h"
#include "gui/environments/environmentlook.h"
#include "gui/environments/environmentswitcher.h"
#include "gui/import/importassistant.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/mainwindow.h"
#include "gui/settings/environments/environmentspage.h"
#include "gui/settings/settings.h"
#include "gui/sidebar/sidebar.h"
#include "gui/theme/themekeeper.h"
#include "models/databaselink.h"
#include "models/opendatabase.h"
#include "models/todotablemodel.h"
#include "models/workspace.h"
#include "picturedesk.h"
#include "support/fakeserver.h"
#include "support/proxy.h"
#include "support/sqlclient.h"
#include "support/testserver.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cstdio>
#include <functional>
#include <memory>

namespace tusk::pictures
{

namespace
{

using namespace Qt::StringLiterals;
using domain::TodoFilter;
using Place = domain::TodoFilter::Place;
using Step = gui::ImportAssistant::Step;
using Colors = gui::AppearanceChoice::Colors;

constexpr QSize usual(1280, 800);
constexpr QSize laptop(1366, 768);
constexpr QSize smallest(640, 420);
constexpr int patience = 20'000; // milliseconds

class Stage;

struct Scene {
    QString name;
    bool filled = true;
    std::function<void(Stage &)> prepare;
    bool isFirstRun = false;
};

// The window on a database of its own, as the program would show it.
class Stage final
{
public:
    Stage(gui::ThemeKeeper &keeper, tests::TestServer &server, const Scene &scene)
        : m_keeper(keeper)
        , m_server(server)
        , m_database(tests::createTuskDatabase(server))
        , m_network(m_database)
    {
        if (scene.filled)
            fillDemo(server, m_database);
        models::DatabaseLink::Options options;
        options.settings = m_network.settings();
        options.settings.sslMode = u"disable"_s;
        options.unsentFolder = m_folder.path();
        options.installation = domain::InstallationId(QUuid::createUuid());
        options.name = u"Local"_s;
        m_link = std::make_unique<models::DatabaseLink>(options, m_clock);
        m_window.setDesk(m_desk);
        if (scene.isFirstRun)
            m_window.askHowToBegin();
        m_window.resize(usual);
        m_window.showEnvironment(*m_link);
        m_window.show();
        m_link->open();
        if (!QTest::qWaitFor([this] { return m_link->state() == models::DatabaseLink::State::Ready; },
                             patience))
            qFatal("the database did not open");
        settle();
    }

    // As a desktop says it that has a dark scheme and strong contrast.
    void wearDarkContrast()
    {
        m_keeper.setChoice({Colors::System, gui::AppearanceChoice::Motion::Off});
        m_keeper.setDesktop({gui::Scheme::Dark, true, {}, false});
    }
    void wear(Colors colors) { m_keeper.setChoice({colors, gui::AppearanceChoice::Motion::Off}); }
    void resize(QSize size) { m_window.resize(size); }
    void show(Place place)
    {
        m_window.environment()->sidebar().choose(TodoFilter::at(place));
        settle();
    }
    void select(const QStringList &titles)
    {
        gui::TodoListView &view = m_window.environment()->todos().view();
        view.setFocus();
        QList<QUuid> ids;
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            const QModelIndex index = view.model()->index(row, models::TodoTableModel::Title);
            if (titles.contains(index.data().toString()))
                ids.append(index.data(models::MemoryTableModel::RowIdRole).toUuid());
        }
        view.select(ids);
        settle();
    }
    void selectFirst()
    {
        m_window.environment()->todos().focusList();
        settle();
    }
    void completeAll()
    {
        gui::TodoListView &view = m_window.environment()->todos().view();
        view.setFocus();
        view.selectAll();
        m_window.environment()->todos().toggleCompleted();
        const auto isEmpty = [&view] { return view.model()->rowCount() == 0; };
        if (!QTest::qWaitFor(isEmpty, patience))
            qFatal("the todos do not leave");
        settle();
        // What can be taken back, and what repeats.
        auto *dismiss = m_window.findChild<QAbstractButton *>(u"messageDismiss"_s);
        while (dismiss->isVisible())
            dismiss->click();
    }
    void addEnvironments(int amount) { m_desk.addMore(amount); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focused(), static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    void type(const QString &text)
    {
        QTest::keyClicks(focused(), text);
        settle();
    }
    void sortByTitle()
    {
        m_window.environment()->todos().sortBy({domain::Sorting::By::Title, false});
        settle();
    }
    void openSortMenu()
    {
        // Not the button's own: that waits until the menu is closed.
        const auto *button = m_window.findChild<QToolButton *>(u"sortButton"_s);
        button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
        settle();
    }
    void settings(int page)
    {
        key(Qt::Key_Comma, Qt::ControlModifier);
        m_window.findChild<QListWidget *>(u"pageList"_s)->setCurrentRow(page);
        settle();
    }
    // Of the environments; row: of the card.
    void environments(int row)
    {
        settings(3);
        auto *cards = m_window.findChild<QListView *>(u"cards"_s);
        cards->setCurrentIndex(cards->model()->index(row, 0));
        settle();
    }
    // Empty: into the folder of the stage.
    void exportInto(const QString &file)
    {
        key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto *line = m_window.findChild<QLineEdit *>(u"file"_s);
        line->setText(file.isEmpty() ? m_folder.filePath(u"Tusk 2026-11-18.json"_s) : file);
        m_window.findChild<QAbstractButton *>(u"exportButton"_s)->click();
        auto *message = m_window.findChild<QLabel *>(u"message"_s);
        static_cast<void>(QTest::qWaitFor([message] { return message->text().contains(u'“'); }, patience));
    }
    void clickInSettings(const QString &button)
    {
        m_window.findChild<gui::EnvironmentsPage *>()->findChild<QAbstractButton *>(button)->click();
        QTest::qWait(2000); // a test of a connection takes its time
    }
    // As far as these steps go: the button that goes on is pressed so often.
    void copy(int steps)
    {
        m_window.actions().action(gui::ActionId::CopyToEnvironment).trigger();
        auto *dialog = m_window.findChild<gui::CopyDialog *>();
        for (int step = 0; step < steps; ++step)
            dialog->findChild<QAbstractButton *>(u"nextButton"_s)->click();
        settle();
    }
    void openEnvironmentMenu()
    {
        QList<gui::EnvironmentEntry> entries;
        for (const auto &profile : m_desk.profiles())
            entries.append({profile.id, gui::environmentName(profile), gui::environmentColor(profile),
                            m_desk.stateOf(profile.id)});
        m_window.switcher().setEntries(entries, m_desk.profiles().constFirst().id);
        m_window.switcher().openMenu(*m_window.findChild<QWidget *>(u"environment"_s));
        settle();
    }
    // The wizard with an old file, as far as that step.
    void import(gui::ImportAssistant::Step step)
    {
        m_window.actions().action(gui::ActionId::ImportTodos).trigger();
        settle();
        auto *assistant = m_window.findChild<gui::ImportAssistant *>();
        if (step == Step::File)
            return;
        const QString file = m_folder.filePath(u"todo_app_local.db"_s);
        if (!QFile::exists(file))
            writeDemoFile(file);
        assistant->chooseFile(file);
        const auto arrived = [assistant](Step wanted) {
            return QTest::qWaitFor(
                [assistant, wanted] {
                    return assistant->step() == wanted &&
                           assistant->work() == gui::ImportAssistant::Work::None &&
                           !assistant->isPreviewing();
                },
                patience);
        };
        for (int next = int(Step::Found); next <= int(step); ++next) {
            if (next > int(Step::Found))
                assistant->goOn();
            if (next != int(Step::Progress) && !arrived(Step(next)))
                qFatal("the wizard does not get to step %d", next);
            if (next == int(Step::Progress) && step == Step::Result) {
                if (!arrived(Step::Result))
                    qFatal("the import does not end");
                break;
            }
        }
        settle();
    }
    // So that it can be seen how it goes.
    void holdImports()
    {
        m_other = std::make_unique<tests::SqlClient>(m_database);
        m_other->rows(u"BEGIN"_s);
        m_other->rows(u"LOCK TABLE tusk.todo_search IN ACCESS EXCLUSIVE MODE"_s);
    }
    void chooseEverybody()
    {
        auto *assistant = m_window.findChild<gui::ImportAssistant *>();
        for (const importer::SourceOwner &person : assistant->plan().people)
            assistant->choosePerson(QString::fromUtf8(person.id), true);
        settle();
    }
    void showStart(const base::Error &error)
    {
        m_window.showFailure(error);
        settle();
    }
    // What answers a login with these words.
    void fake(const QByteArray &sqlState, const QByteArray &words)
    {
        m_fake = std::make_unique<tests::FakeServer>(
            tests::FakeServer::Failure{.sqlState = sqlState, .message = words});
    }
    void testDevelopment()
    {
        m_desk.leadDevelopmentTo(m_fake->settings());
        environments(1);
        clickInSettings(u"testButton"_s);
    }
    // The database that is shown has to wake up first.
    void sleep()
    {
        fake("XX000", "Couldn't connect to compute node");
        m_network.leadTo(m_fake->settings());
        m_network.cut();
        waitFor(models::DatabaseLink::State::Waking);
    }
    // Another one answers at the address of the one that is shown.
    void exchangeDatabase()
    {
        m_server.psql(u"UPDATE tusk.database SET id = gen_random_uuid()"_s, m_database.database);
        m_network.cut();
        waitFor(models::DatabaseLink::State::Failed);
    }
    void settle() { QTest::qWait(400); }
    [[nodiscard]] bool save(const QString &file)
    {
        settle();
        // The screen, not the window: pop-ups are windows of their own.
        const QRect frame = m_window.geometry();
        const QPixmap picture = QGuiApplication::primaryScreen()->grabWindow(0, frame.x(), frame.y(),
                                                                             frame.width(), frame.height());
        return picture.save(file);
    }

private:
    void waitFor(models::DatabaseLink::State state)
    {
        if (!QTest::qWaitFor([this, state] { return m_link->state() == state; }, patience))
            qFatal("the database does not get that far");
        settle();
    }
    [[nodiscard]] QWidget *focused()
    {
        QApplication::setActiveWindow(&m_window); // where there is no window manager nobody else does
        QWidget *popup = QApplication::activePopupWidget();
        QWidget *widget = QApplication::focusWidget();
        return popup ? popup : widget ? widget : &m_window;
    }

    gui::ThemeKeeper &m_keeper;
    tests::TestServer &m_server;
    const base::ConnectionSettings m_database;
    tests::Proxy m_network;
    std::unique_ptr<tests::FakeServer> m_fake;
    std::unique_ptr<tests::SqlClient> m_other;
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    std::unique_ptr<models::DatabaseLink> m_link;
    PictureDesk m_desk;
    gui::Settings m_settings{m_folder.path(), m_folder.path()};
    gui::MainWindow m_window{m_settings};
};

QList<Scene> scenes()
{
    const QString contract = u"Send the contract to Ana"_s;
    return {
        {u"today"_s, true,
         [contract](Stage &stage) {
             stage.show(Place::Today);
             stage.select({contract});
         }},
        {u"today-dark"_s, true,
         [contract](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.show(Place::Today);
             stage.select({contract});
         }},
        {u"high-contrast"_s, true,
         [contract](Stage &stage) {
             stage.wear(Colors::HighContrast);
             stage.show(Place::Today);
             stage.select({contract});
         }},
        {u"high-contrast-dark"_s, true,
         [contract](Stage &stage) {
             stage.wearDarkContrast();
             stage.show(Place::Today);
             stage.select({contract});
         }},
        {u"strip"_s, true,
         [contract](Stage &stage) {
             stage.show(Place::Today);
             stage.select({contract});
             stage.key(Qt::Key_Space);
         }},
        {u"small"_s, true,
         [contract](Stage &stage) {
             stage.resize(smallest);
             stage.show(Place::Today);
             stage.select({contract});
         }},
        {u"small-keys"_s, true,
         [](Stage &stage) {
             stage.resize(smallest);
             stage.key(Qt::Key_F1);
         }},
        {u"small-environments"_s, true,
         [](Stage &stage) {
             stage.resize(smallest);
             stage.environments(2);
         }},
        {u"small-environments-more"_s, true,
         [](Stage &stage) {
             stage.resize(smallest);
             stage.environments(2);
             stage.clickInSettings(u"moreButton"_s);
         }},
        {u"trashed"_s, true,
         [](Stage &stage) {
             stage.show(Place::Trash);
             stage.selectFirst();
         }},
        {u"environments-many"_s, true,
         [](Stage &stage) {
             stage.addEnvironments(5);
             stage.environments(2);
         }},
        {u"subtask"_s, true,
         [](Stage &stage) {
             stage.show(Place::All);
             stage.select({u"Update the dates"_s});
         }},
        {u"subtask-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.show(Place::All);
             stage.select({u"Update the dates"_s});
         }},
        {u"laptop"_s, true,
         [](Stage &stage) {
             stage.resize(laptop);
             stage.show(Place::All);
         }},
        {u"upcoming"_s, true, [](Stage &stage) { stage.show(Place::Upcoming); }},
        {u"completed"_s, true, [](Stage &stage) { stage.show(Place::Completed); }},
        {u"trash"_s, true, [](Stage &stage) { stage.show(Place::Trash); }},
        {u"inbox"_s, true, [](Stage &stage) { stage.show(Place::Inbox); }},
        {u"several-selected"_s, true,
         [contract](Stage &stage) {
             stage.show(Place::Today);
             stage.select({contract, u"Review Jonas’ draft"_s, u"Read chapter 6"_s});
         }},
        {u"palette"_s, true,
         [](Stage &stage) {
             stage.show(Place::Today);
             stage.key(Qt::Key_K, Qt::ControlModifier);
             stage.type(u"comp"_s);
         }},
        {u"search"_s, true,
         [](Stage &stage) {
             stage.show(Place::Inbox);
             stage.key(Qt::Key_F, Qt::ControlModifier);
             stage.type(u"con"_s);
             stage.settle();
         }},
        {u"search-nothing"_s, true,
         [](Stage &stage) {
             stage.show(Place::Inbox);
             stage.key(Qt::Key_F, Qt::ControlModifier);
             stage.type(u"zzzz"_s);
             stage.settle();
         }},
        {u"palette-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.show(Place::Today);
             stage.key(Qt::Key_K, Qt::ControlModifier);
             stage.type(u"go"_s);
         }},
        {u"sorting"_s, true,
         [contract](Stage &stage) {
             stage.show(Place::All);
             stage.sortByTitle();
             stage.select({contract});
             stage.openSortMenu();
         }},
        {u"sorting-dark"_s, true,
         [contract](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.show(Place::Today);
             stage.sortByTitle();
             stage.select({contract});
             stage.openSortMenu();
         }},
        {u"sorting-by-hand"_s, true,
         [contract](Stage &stage) {
             stage.show(Place::All);
             stage.sortByTitle();
             stage.select({contract});
             stage.key(Qt::Key_Up, Qt::AltModifier);
         }},
        {u"keys"_s, true,
         [](Stage &stage) {
             stage.resize(laptop);
             stage.key(Qt::Key_F1);
         }},
        {u"keys-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.key(Qt::Key_F1);
         }},
        {u"export"_s, true,
         [](Stage &stage) {
             stage.show(Place::Today);
             stage.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
         }},
        {u"export-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.show(Place::Today);
             stage.exportInto(QString());
         }},
        {u"export-replace"_s, true,
         [](Stage &stage) {
             stage.resize(laptop);
             stage.exportInto(u"/etc/hostname"_s);
         }},
        {u"export-done"_s, true, [](Stage &stage) { stage.exportInto(QString()); }},
        {u"settings"_s, true, [](Stage &stage) { stage.key(Qt::Key_Comma, Qt::ControlModifier); }},
        {u"settings-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.settings(0);
         }},
        {u"settings-contrast"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::HighContrast);
             stage.settings(1);
         }},
        {u"settings-appearance"_s, true, [](Stage &stage) { stage.settings(1); }},
        {u"settings-keys"_s, true, [](Stage &stage) { stage.settings(2); }},
        {u"settings-keys-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.settings(2);
         }},
        {u"environments"_s, true, [](Stage &stage) { stage.environments(2); }},
        {u"environments-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.environments(3);
         }},
        {u"environments-more"_s, true,
         [](Stage &stage) {
             stage.resize(laptop);
             stage.environments(2);
             stage.clickInSettings(u"moreButton"_s);
         }},
        {u"environments-test"_s, true,
         [](Stage &stage) {
             stage.environments(1);
             stage.clickInSettings(u"testButton"_s);
         }},
        {u"environments-test-password"_s, true,
         [](Stage &stage) {
             stage.fake("28P01", "password authentication failed for user \"ana\"");
             stage.testDevelopment();
         }},
        {u"environments-test-switched-off"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.resize(laptop);
             stage.fake("XX000", "Control plane request failed: endpoint is disabled");
             stage.testDevelopment();
         }},
        {u"environments-test-waking"_s, true,
         [](Stage &stage) {
             stage.fake("XX000", "Couldn't connect to compute node");
             stage.testDevelopment();
         }},
        {u"waking"_s, true,
         [](Stage &stage) {
             stage.show(Place::Today);
             stage.sleep();
         }},
        {u"waking-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.show(Place::Today);
             stage.sleep();
         }},
        {u"other-database"_s, true,
         [](Stage &stage) {
             stage.show(Place::Today);
             stage.exchangeDatabase();
         }},
        {u"other-database-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.resize(smallest);
             stage.show(Place::Today);
             stage.exchangeDatabase();
         }},
        {u"copy"_s, true, [](Stage &stage) { stage.copy(0); }},
        {u"copy-preview"_s, true, [](Stage &stage) { stage.copy(1); }},
        {u"copy-preview-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.resize(laptop);
             stage.copy(1);
         }},
        {u"copy-done"_s, true, [](Stage &stage) { stage.copy(2); }},
        {u"environments-menu"_s, true, [](Stage &stage) { stage.openEnvironmentMenu(); }},
        {u"environments-start"_s, true,
         [](Stage &stage) {
             base::Error error;
             error.sentence = u"The keyring is locked, so its password for this environment cannot be read; "
                              "nothing in it was changed."_s;
             error.detail = u"org.freedesktop.Secret.Error.IsLocked"_s;
             stage.showStart(error);
         }},
        {u"menu"_s, true, [](Stage &stage) { stage.key(Qt::Key_F10); }},
        {u"menu-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.key(Qt::Key_F10);
             stage.key(Qt::Key_P); // Priority: the first entry that begins so
         }},
        {u"date"_s, true,
         [contract](Stage &stage) {
             stage.show(Place::Today);
             stage.select({contract});
             stage.key(Qt::Key_D);
         }},
        {u"first-run"_s, false, [](Stage &) {}, true},
        {u"first-run-dark"_s, false, [](Stage &stage) { stage.wear(Colors::Dark); }, true},
        {u"import-file"_s, true, [](Stage &stage) { stage.import(Step::File); }},
        {u"import-found"_s, true, [](Stage &stage) { stage.import(Step::Found); }},
        {u"import-mapping"_s, true, [](Stage &stage) { stage.import(Step::Mapping); }},
        {u"import-mapping-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.import(Step::Mapping);
         }},
        {u"import-mapping-laptop"_s, true,
         [](Stage &stage) {
             stage.resize(laptop);
             stage.import(Step::Mapping);
         }},
        {u"import-options"_s, true, [](Stage &stage) { stage.import(Step::Options); }},
        {u"import-options-people"_s, true,
         [](Stage &stage) {
             stage.import(Step::Options);
             stage.chooseEverybody();
         }},
        {u"import-summary"_s, true, [](Stage &stage) { stage.import(Step::Summary); }},
        {u"import-progress"_s, true,
         [](Stage &stage) {
             stage.holdImports();
             stage.import(Step::Progress);
         }},
        {u"import-result"_s, true, [](Stage &stage) { stage.import(Step::Result); }},
        {u"import-result-dark"_s, true,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.import(Step::Result);
         }},
        {u"empty"_s, false, [](Stage &stage) { stage.show(Place::Inbox); }},
        {u"all-done"_s, true,
         [](Stage &stage) {
             stage.show(Place::Today);
             stage.completeAll();
         }},
        {u"empty-dark"_s, false,
         [](Stage &stage) {
             stage.wear(Colors::Dark);
             stage.show(Place::Inbox);
         }},
    };
}

} // namespace

bool takePictures(const QString &folder, const QString &suffix, const QStringList &wanted)
{
    gui::ThemeKeeper keeper;
    tests::TestServer server({.tcp = true});
    bool allSaved = true;
    for (const Scene &scene : scenes()) {
        if (!wanted.isEmpty() && !wanted.contains(scene.name))
            continue;
        keeper.setDesktop({});
        keeper.setChoice({Colors::Light, gui::AppearanceChoice::Motion::Off});
        Stage stage(keeper, server, scene);
        scene.prepare(stage);
        const QString file = folder + u'/' + scene.name + suffix + u".png"_s;
        const bool saved = stage.save(file);
        allSaved = allSaved && saved;
        std::fputs(qUtf8Printable((saved ? file : u"not saved: "_s + file) + u'\n'), stderr);
    }
    return allSaved;
}

} // namespace tusk::pictures
