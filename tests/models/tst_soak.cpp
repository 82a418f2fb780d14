// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "models/opendatabase.h"
#include "support/driversilence.h"
#include "support/proxy.h"
#include "support/testcase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 60'000; // milliseconds
constexpr int manyRows = 120;

// A device on a network of its own, that is used and started again and again.
class Person final
{
public:
    Person(const base::ConnectionSettings &settings, quint32 seed)
        : m_proxy(settings)
        , m_random(seed)
    {
        start();
    }
    ~Person() { m_device.reset(); }
    Q_DISABLE_COPY_MOVE(Person)

    void start()
    {
        m_device.reset();
        m_device = std::make_unique<Device>(m_proxy.settings(), m_folder.path(), false, m_installation);
        // What was asked of it, and the further undos of its own, where one took nothing back.
        QObject::connect(&m_device->workspace(), &models::Workspace::pendingChanged, &m_device->workspace(),
                         [this] { notePending(); });
    }
    void doSomething();
    void disturbNetwork();
    void mendNetwork()
    {
        m_proxy.setRoundTrip(std::chrono::microseconds(0));
        m_proxy.thaw();
        m_proxy.accept();
        m_device->link().retryNow();
    }

    [[nodiscard]] Device &device() { return *m_device; }
    [[nodiscard]] const QSet<domain::ActionId> &performed() const { return m_performed; }
    [[nodiscard]] bool isAtRest()
    {
        return m_device->workspace().isOpen() && m_device->isSaved() && !m_device->workspace().isStale();
    }
    // What the window shows, by id.
    [[nodiscard]] QMap<QString, QString> shown()
    {
        QMap<QString, QString> todos;
        for (int row = 0; row < m_device->model().rowCount(); ++row) {
            const std::optional<domain::Todo> todo = m_device->model().todoAt(row);
            todos.insert(todo->id.toString(), todo->title + u' ' +
                                                  QString::number(static_cast<int>(todo->priority)) + u' ' +
                                                  QString::fromLatin1(todo->position));
        }
        return todos;
    }
    [[nodiscard]] QStringList unsentFiles() const
    {
        return QDir(m_folder.path()).entryList({u"*.jsonl"_s}, QDir::Files);
    }
    void end() { m_device.reset(); }

private:
    void notePending()
    {
        for (const auto &pending : m_device->workspace().pending())
            m_performed.insert(pending.action.id);
    }
    void perform(const domain::Action &action) { m_device->workspace().perform(action); }
    [[nodiscard]] domain::Todo anyTodo()
    {
        return m_device->model().todoAt(m_random.bounded(m_device->model().rowCount())).value();
    }
    void edit()
    {
        const domain::Todo before = anyTodo();
        domain::Todo after = before;
        if (m_random.bounded(2) == 0)
            after.title = u"edit %1"_s.arg(m_random.generate());
        else
            after.priority = static_cast<domain::Priority>(m_random.bounded(4));
        perform(domain::editTodo(before, after, m_device->workspace().now()));
    }

    QTemporaryDir m_folder;
    Proxy m_proxy;
    QRandomGenerator m_random;
    domain::InstallationId m_installation{QUuid::createUuid()};
    std::unique_ptr<Device> m_device;
    QSet<domain::ActionId> m_performed;
};

void Person::doSomething()
{
    models::Workspace &workspace = m_device->workspace();
    const int rows = m_device->model().rowCount();
    const int choice = m_random.bounded(100);
    if (rows == 0 || (choice < 35 && rows < manyRows))
        perform(domain::createTodos({m_device->model().newTodo(u"todo %1"_s.arg(m_random.generate()))},
                                    workspace.now()));
    else if (choice < 70)
        edit();
    else if (choice < 78)
        perform(domain::completeTodos({anyTodo(), anyTodo()}, workspace.now()));
    else if (choice < 86)
        perform(domain::trashTodos({anyTodo()}, workspace.now()));
    else if (choice < 95)
        workspace.undo();
    else if (choice < 99)
        workspace.redo();
    else
        start();
}

void Person::disturbNetwork()
{
    switch (m_random.bounded(10)) {
    case 0:
        m_proxy.cut();
        break;
    case 1:
        m_proxy.cut(Proxy::NewConnections::Refused);
        break;
    case 2:
        m_proxy.freeze();
        break;
    case 3:
        m_proxy.setRoundTrip(std::chrono::milliseconds(m_random.bounded(150)));
        break;
    case 4:
    case 5:
        m_proxy.dropAnswerOfCommit("apply_action");
        break;
    case 6:
        m_proxy.dropRequest("apply_action");
        break;
    default:
        mendNetwork();
        break;
    }
}

} // namespace

// Several devices on one database and bad networks, for a while ($TUSK_SOAK_SECONDS): in the end all show
// what the database holds, and every action is in its log, once.
class TestSoak final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;

    [[nodiscard]] static qint64 duration() // milliseconds
    {
        const int wished = qEnvironmentVariableIntValue("TUSK_SOAK_SECONDS");
        return (wished > 0 ? wished : 30) * qint64(1000);
    }
    QList<QStringList> rows(const QString &sql) { return m_server->psql(sql, m_settings.database); }
    [[nodiscard]] QString value(const QString &sql) { return rows(sql).value(0).value(0); }

    // As Person::shown().
    [[nodiscard]] QMap<QString, QString> storedTodos()
    {
        QMap<QString, QString> todos;
        for (const QStringList &row : rows(u"SELECT id, title || ' ' || priority || ' ' || position FROM "
                                           "tusk.todo WHERE completed_at IS NULL AND deleted_at IS NULL"_s))
            todos.insert(row.at(0), row.at(1));
        return todos;
    }
    [[nodiscard]] static bool agrees(Person &person, const QMap<QString, QString> &there)
    {
        return QTest::qWaitFor([&] { return person.shown() == there; }, patience);
    }
    [[nodiscard]] static QString difference(const QMap<QString, QString> &shown,
                                            const QMap<QString, QString> &there)
    {
        QStringList lines;
        for (auto todo = shown.begin(); todo != shown.end(); ++todo) {
            if (there.value(todo.key()) != *todo)
                lines.append(u"shown %1 %2, there %3"_s.arg(todo.key(), *todo, there.value(todo.key())));
        }
        for (auto todo = there.begin(); todo != there.end(); ++todo) {
            if (!shown.contains(todo.key()))
                lines.append(u"not shown %1 %2"_s.arg(todo.key(), *todo));
        }
        return lines.join(u'\n');
    }

    // What somebody's own program does beside us.
    void changeFromOutside()
    {
        rows(
            u"UPDATE tusk.todo SET priority = 3 WHERE id = (SELECT id FROM tusk.todo ORDER BY random() LIMIT 1)"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(TestServerOptions{.tcp = true});
        m_settings = createTuskDatabase(*m_server);
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldAgreeAfterAllThatANetworkCanDo()
    {
        const DriverSilence silence;
        QRandomGenerator random(20'261'121);
        std::vector<std::unique_ptr<Person>> people;
        for (quint32 i = 0; i < 3; ++i)
            people.push_back(std::make_unique<Person>(m_settings, 100 + i));

        QElapsedTimer timer;
        timer.start();
        for (int step = 1; timer.elapsed() < duration(); ++step) {
            Person &person = *people.at(static_cast<size_t>(random.bounded(3)));
            person.doSomething();
            if (step % 20 == 0)
                people.at(static_cast<size_t>(random.bounded(3)))->disturbNetwork();
            if (step % 100 == 0)
                changeFromOutside();
            if (step % 500 == 0)
                m_server->terminateBackends(m_settings.database);
            QTest::qWait(random.bounded(30));
        }
        for (const auto &person : people)
            person->mendNetwork();
        // Who was cut off for long has much to send, one action after the other.
        const int catchingUp = qMax(patience, static_cast<int>(duration()) / 2);
        for (const auto &person : people)
            QTRY_VERIFY_WITH_TIMEOUT(person->isAtRest(), catchingUp);

        QSet<domain::ActionId> performed;
        for (const auto &person : people)
            performed.unite(person->performed());
        QSet<domain::ActionId> stored;
        for (const QStringList &row : rows(u"SELECT id FROM tusk.action WHERE installation IS NOT NULL"_s))
            stored.insert(domain::ActionId::fromString(row.first()));
        qInfo("%d actions in %lld s, %d refused, %d conflicts", static_cast<int>(performed.size()),
              timer.elapsed() / 1000, static_cast<int>((performed - stored).size()),
              static_cast<int>(value(u"SELECT coalesce(sum(jsonb_array_length(answer->'conflicts')), 0) FROM "
                                     "tusk.action"_s)
                                   .toInt()));
        // What is refused is told and handed back; lost would be what is neither stored nor told.
        QVERIFY((stored - performed).isEmpty());
        QVERIFY2((performed - stored).size() * 1000 <= performed.size(),
                 QByteArray::number((performed - stored).size()).constData());
        QCOMPARE(value(u"SELECT count(*) FROM (SELECT FROM tusk.change GROUP BY action_id, row_id HAVING "
                       "count(*) > 1) AS twice"_s),
                 u"0"_s);

        Person fresh(m_settings, 1);
        QTRY_VERIFY_WITH_TIMEOUT(fresh.isAtRest(), patience);
        const QMap<QString, QString> there = storedTodos();
        QVERIFY2(agrees(fresh, there), qPrintable(difference(fresh.shown(), there)));
        for (const auto &person : people) {
            QVERIFY2(agrees(*person, there), qPrintable(difference(person->shown(), there)));
            QTRY_VERIFY(person->device().workspace().counts() == fresh.device().workspace().counts());
            person->end();
            QCOMPARE(person->unsentFiles(), QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestSoak)
#include "tst_soak.moc"
