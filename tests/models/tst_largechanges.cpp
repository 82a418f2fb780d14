// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "domain/actions.h"
#include "models/opendatabase.h"
#include "support/testcase.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;
using Place = domain::TodoFilter::Place;

namespace
{

constexpr int patience = 20'000; // milliseconds
constexpr int many = 150;        // todos of which the answer to an action names only the versions

} // namespace

// What one action does to more todos than its answer describes: rows and counts are those that a window shows
// that is opened afterwards.
class TestLargeChanges final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    domain::InstallationId m_installation;
    std::unique_ptr<Device> m_device;
    domain::TodoList m_list;
    domain::Tag m_tag;
    QList<domain::Todo> m_todos;

    [[nodiscard]] models::Workspace &workspace() { return m_device->workspace(); }
    void start()
    {
        m_device = std::make_unique<Device>(m_settings, m_folder->path(), true, m_installation);
        QVERIFY(m_device->show(domain::TodoFilter::at(Place::All)));
    }
    void perform(const domain::Action &action)
    {
        workspace().perform(action);
        QTRY_VERIFY_WITH_TIMEOUT(m_device->isSaved(), patience);
    }
    [[nodiscard]] static QList<domain::Todo> shown(Device &device)
    {
        QList<domain::Todo> todos;
        for (int row = 0; row < device.model().rowCount(); ++row) {
            todos.append(*device.model().todoAt(row));
            todos.last().updatedAt = {}; // by the clock of the server
            todos.last().createdAt = {};
        }
        return todos;
    }
    void verifyLikeReadAnew()
    {
        if (QTest::currentTestFailed())
            return;
        QTRY_VERIFY_WITH_TIMEOUT(m_device->isSaved(), patience);
        Device fresh(m_settings);
        QVERIFY(fresh.show(m_device->model().place()));
        QTRY_COMPARE_WITH_TIMEOUT(workspace().counts(), fresh.workspace().counts(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_device).size(), shown(fresh).size(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_device), shown(fresh), patience);
        QCOMPARE(workspace().lists(), fresh.workspace().lists());
        QCOMPARE(workspace().tags(), fresh.workspace().tags());
    }

protected:
    void prepare() override
    {
        m_settings = createTuskDatabase(*m_server);
        m_folder = std::make_unique<QTemporaryDir>();
        m_installation = domain::InstallationId(base::makeUuidV7());
        start();
        m_list = {};
        m_list.id = domain::ListId(base::makeUuidV7());
        m_list.name = u"Garden"_s;
        m_list.position = "a";
        perform(domain::createList(m_list, workspace().now()));
        m_tag = {};
        m_tag.id = domain::TagId(base::makeUuidV7());
        m_tag.name = u"outside"_s;
        m_tag.position = "a";
        perform(domain::createTag(m_tag, workspace().now()));
        m_todos.clear();
        for (int i = 0; i < many; ++i) {
            domain::Todo todo = m_device->model().newTodo(u"Water bed %1"_s.arg(i));
            todo.list = m_list.id;
            todo.tags = {m_tag.id};
            if (i % 3 == 0)
                todo.due = domain::When{workspace().today(), {}, {}};
            m_todos.append(todo);
        }
    }
    void createAll() { perform(domain::createTodos(m_todos, workspace().now())); }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void cleanupTestCase()
    {
        m_device.reset();
        m_server.reset();
    }

    void shouldShowWhatWasAdded()
    {
        createAll();
        QCOMPARE(m_device->model().rowCount(), many);
        verifyLikeReadAnew();
    }

    void shouldShowWhatWasDeletedForGood()
    {
        createAll();
        perform(domain::trashTodos(m_todos, workspace().now()));
        QVERIFY(m_device->show(domain::TodoFilter::at(Place::Trash)));
        QCOMPARE(m_device->model().rowCount(), many);
        perform(domain::purgeTodos(shown(*m_device), workspace().now()));
        QCOMPARE(m_device->model().rowCount(), 0);
        verifyLikeReadAnew();
    }

    void shouldShowWhatDeletingAListDidToItsTodos_data()
    {
        QTest::addColumn<bool>("withTodos");
        QTest::addRow("its todos go to the Inbox") << false;
        QTest::addRow("its todos go to the Trash") << true;
    }
    void shouldShowWhatDeletingAListDidToItsTodos()
    {
        QFETCH(bool, withTodos);
        createAll();
        perform(domain::deleteList(workspace().lists().constFirst(), withTodos, workspace().now()));
        verifyLikeReadAnew();
        QVERIFY(workspace().undo());
        verifyLikeReadAnew();
        QVERIFY(workspace().redo());
        verifyLikeReadAnew();
    }

    void shouldShowWhatDeletingATagDidToItsTodos()
    {
        createAll();
        perform(domain::deleteTag(workspace().tags().constFirst(), workspace().now()));
        verifyLikeReadAnew();
        QVERIFY(workspace().undo());
        verifyLikeReadAnew();
    }

    void shouldShowAnUndo_data()
    {
        QTest::addColumn<bool>("restarted");
        QTest::newRow("of this run") << false;
        QTest::newRow("of an earlier run") << true;
    }
    void shouldShowAnUndo()
    {
        QFETCH(const bool, restarted);
        createAll();
        perform(domain::completeTodos(m_todos, workspace().now()));
        if (restarted) {
            m_device.reset();
            start();
        }
        QVERIFY(workspace().undo());
        verifyLikeReadAnew();
        QVERIFY(workspace().undo()); // of adding them
        verifyLikeReadAnew();
        QVERIFY(workspace().redo());
        verifyLikeReadAnew();
        QCOMPARE(m_device->model().rowCount(), many);
    }

    void shouldShowInTheInboxWhatWasAddedToAListThatIsGone()
    {
        perform(domain::deleteList(workspace().lists().constFirst(), false, workspace().now()));
        QSignalSpy noticed(&workspace(), &models::Workspace::noticed);
        createAll();
        QCOMPARE(noticed.count(), 1);
        verifyLikeReadAnew();
        QCOMPARE(workspace().counts().inbox, many);
    }

    // A subtask that is not among them loses its parent.
    void shouldShowWhatHappenedToOthersBesides()
    {
        createAll();
        domain::Todo subtask = m_device->model().newTodo(u"Fill the can"_s);
        subtask.parent = m_todos.constFirst().id;
        perform(domain::createTodos({subtask}, workspace().now()));
        perform(domain::purgeTodos(m_todos, workspace().now()));
        QCOMPARE(m_device->titles(), QStringList{u"Fill the can"_s});
        verifyLikeReadAnew();
    }
};

QTEST_GUILESS_MAIN(TestLargeChanges)
#include "tst_largechanges.moc"
