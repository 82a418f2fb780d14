// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "domain/actions.h"
#include "models/opendatabase.h"
#include "support/testcase.h"

#include <QSqlField>
#include <QSqlRecord>
#include <QTimeZone>

#include <ctime>

using namespace tusk;
using namespace tusk::tests;
using models::TodoTableModel;

namespace
{

// The zone of the desktop, for a while.
class DesktopZone final
{
public:
    explicit DesktopZone(const QByteArray &zone)
        : m_before(qgetenv("TZ"))
    {
        set(zone);
    }
    ~DesktopZone() { set(m_before); }
    Q_DISABLE_COPY_MOVE(DesktopZone)

    static void set(const QByteArray &zone)
    {
        if (zone.isEmpty())
            qunsetenv("TZ");
        else
            qputenv("TZ", zone);
        tzset();
    }

private:
    QByteArray m_before;
};

} // namespace

// What a table model over a real database gets wrong when nobody looks, tried with ours from the model to the
// table.
class TestTraps final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;

    QString stored(const QString &sql) { return m_server->psql(sql, m_settings.database).value(0).value(0); }

    [[nodiscard]] static QModelIndex cell(Device &device, int row, int column)
    {
        return device.model().index(row, column);
    }

    // Through the model, as a view would.
    static bool insert(Device &device, const QString &title)
    {
        const int row = device.model().rowCount();
        return device.model().insertRow(row) &&
               device.model().setData(cell(device, row, TodoTableModel::Title), title) &&
               device.model().submit();
    }

protected:
    void prepare() override { m_settings = createTuskDatabase(*m_server); }

private Q_SLOTS:
    void initTestCase()
    {
        TestServerOptions options;
        options.logStatements = true;
        m_server = std::make_unique<TestServer>(options);
    }
    void cleanupTestCase() { m_server.reset(); }

    void trap2_shouldEditThroughTheModelWithoutPreparedStatements()
    {
        const qint64 start = m_server->logMark();
        Device device(m_settings);
        QVERIFY(insert(device, QStringLiteral("one")));
        QVERIFY(device.model().setData(cell(device, 0, TodoTableModel::Title), QStringLiteral("two")));
        QVERIFY(device.model().setData(cell(device, 0, TodoTableModel::Priority), 3));
        QVERIFY(device.model().removeRow(0));
        QTRY_VERIFY(device.isSaved());
        for (const LoggedStatement &statement : m_server->statements(start)) {
            const QString text = statement.text.trimmed().toUpper();
            QVERIFY2(!text.startsWith(QStringLiteral("PREPARE")) &&
                         !text.startsWith(QStringLiteral("EXECUTE")) &&
                         !text.startsWith(QStringLiteral("DEALLOCATE")),
                     qPrintable(statement.text));
        }
        QCOMPARE(stored(QStringLiteral("SELECT title FROM tusk.todo WHERE deleted_at IS NOT NULL")),
                 QStringLiteral("two"));
    }

    void trap33_shouldEditANewRowBeforeAnythingWasReadAgain()
    {
        Device device(m_settings);
        QVERIFY(insert(device, QStringLiteral("new")));
        QCOMPARE(device.model().rowCount(), 1);
        QVERIFY(device.model().setData(cell(device, 0, TodoTableModel::Title), QStringLiteral("newer")));
        QCOMPARE(device.titles(), QStringList{QStringLiteral("newer*")});
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT string_agg(title, ',') FROM tusk.todo")),
                 QStringLiteral("newer"));
    }

    void trap35_shouldKeepDatesAndTimesThroughZonesAndSummerTime_data()
    {
        QTest::addColumn<QDate>("date");
        // 02:30 does not exist on the first day, and happens twice on the second.
        QTest::addRow("gap") << QDate(2024, 3, 31);
        QTest::addRow("overlap") << QDate(2024, 10, 27);
    }
    void trap35_shouldKeepDatesAndTimesThroughZonesAndSummerTime()
    {
        QFETCH(QDate, date);
        const DesktopZone zone("Europe/Berlin");
        const domain::When timed{date, QTime(2, 30), "Europe/Berlin"};
        {
            Device device(m_settings);
            domain::Todo todo = device.model().newTodo(QStringLiteral("timed"));
            todo.due = timed;
            todo.start = domain::When{date, {}, {}};
            device.workspace().perform(domain::createTodos({todo}, device.workspace().now()));
            QTRY_VERIFY(device.isSaved());
        }
        DesktopZone::set("America/New_York");
        Device device(m_settings);
        QVERIFY(device.show(domain::TodoFilter::at(domain::TodoFilter::Place::All)));
        QCOMPARE(device.todo(QStringLiteral("timed")).due, timed);
        QCOMPARE(device.todo(QStringLiteral("timed")).start->date, date);
        QCOMPARE(
            stored(QStringLiteral("SELECT due_date || ' ' || due_time || ' ' || due_zone FROM tusk.todo")),
            date.toString(Qt::ISODate) + QStringLiteral(" 02:30:00 Europe/Berlin"));
    }

    void trap36_shouldHaveNoInstantsThatNoProgramCanShow_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addRow("infinite date") << QStringLiteral("due_date = 'infinity'");
        QTest::addRow("far year") << QStringLiteral("due_date = '12024-01-01'");
        QTest::addRow("before Christ") << QStringLiteral("due_date = '0044-03-15 BC'");
        QTest::addRow("infinite instant") << QStringLiteral("completed_at = 'infinity'");
        QTest::addRow("instant before Christ") << QStringLiteral("deleted_at = '0044-03-15 BC'");
    }
    void trap36_shouldHaveNoInstantsThatNoProgramCanShow()
    {
        QFETCH(QString, assignment);
        m_server->psql(QStringLiteral("INSERT INTO tusk.todo (title) VALUES ('t')"), m_settings.database);
        QCOMPARE(
            stored(QStringLiteral(
                       "DO $$ BEGIN UPDATE tusk.todo SET %1; EXCEPTION WHEN check_violation THEN NULL; END "
                       "$$; SELECT count(*) FROM tusk.todo WHERE due_date IS NULL AND completed_at IS NULL "
                       "AND deleted_at IS NULL")
                       .arg(assignment)),
            QStringLiteral("1"));
    }

    void trap37_shouldClearADateOnlyWhenAsked()
    {
        Device device(m_settings);
        QVERIFY(insert(device, QStringLiteral("dated")));
        const QDate date(2026, 12, 24);
        QVERIFY(device.model().setData(cell(device, 0, TodoTableModel::DueDate), date));
        QVERIFY(!device.model().setData(cell(device, 0, TodoTableModel::DueDate), QDate()));
        QVERIFY(!device.model().setData(cell(device, 0, TodoTableModel::DueDate), QDate(2024, 2, 30)));
        QCOMPARE(cell(device, 0, TodoTableModel::DueDate).data().toDate(), date);
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT due_date FROM tusk.todo")), QStringLiteral("2026-12-24"));

        QVERIFY(device.model().setData(cell(device, 0, TodoTableModel::DueDate),
                                       QVariant(QMetaType::fromType<QDate>())));
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.todo WHERE due_date IS NULL")),
                 QStringLiteral("1"));
    }

    void trap40_shouldNeverTakeAnErrorInTheMiddleForTheEnd()
    {
        session::Connection connection(m_settings);
        QVERIFY(connection.open());
        const auto answer =
            connection.execute({"rows", "SELECT 1 / (500 - g) FROM generate_series(1, 1000) AS g", {}},
                               std::chrono::seconds(10));
        QVERIFY(!answer);
        QCOMPARE(answer.error().sqlState, QByteArray("22012"));
    }

    void trap43_shouldStoreNothingOfAnActionThatCannotBeStoredAsAWhole()
    {
        m_server->psql(QStringLiteral("ALTER TABLE tusk.todo ADD CONSTRAINT no_two CHECK (priority <> 2)"),
                       m_settings.database);
        Device device(m_settings);
        QList<domain::Todo> todos;
        for (int i = 0; i < 3; ++i)
            todos.append(device.model().newTodo(QStringLiteral("todo %1").arg(i)));
        device.workspace().perform(domain::createTodos(todos, device.workspace().now()));
        QTRY_VERIFY(device.isSaved());

        QList<domain::TodoChange> changes;
        for (int i = 0; i < 3; ++i) {
            domain::Todo after = todos.at(i);
            after.priority = static_cast<domain::Priority>(i + 1);
            changes.append(
                {domain::ChangeOperation::Update, todos.at(i), after, domain::TodoField::Priority});
        }
        device.workspace().perform(
            domain::editTodos(changes, QStringLiteral("priorities"), device.workspace().now()));
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT sum(priority) FROM tusk.todo")), QStringLiteral("0"));
        QCOMPARE(device.workspace().handedBack().size(), 1);
        QCOMPARE(cell(device, 0, TodoTableModel::Priority).data().toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTraps)
#include "tst_traps.moc"
