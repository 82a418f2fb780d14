// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "models/opendatabase.h"
#include "models/todocommands.h"
#include "support/testcase.h"

#include <QSignalSpy>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;
using domain::Todo;
using models::Family;
using models::TodoTableModel;

// Subtasks on a real database: what rows say of their family, whoever changes it.
class TestFamilies final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<Device> m_device;
    std::unique_ptr<models::TodoCommands> m_commands;

    [[nodiscard]] QString stored(const QString &sql) const
    {
        return m_server->psql(sql, m_settings.database).value(0).value(0);
    }
    [[nodiscard]] QString parentOf(const QString &title) const
    {
        return stored(u"SELECT coalesce(p.title, 'none') FROM tusk.todo t LEFT JOIN tusk.todo p ON p.id = "
                      "t.parent_id WHERE t.title = '%1'"_s.arg(title));
    }
    void execute(const QString &sql) const { m_server->psql(sql, m_settings.database); }

    [[nodiscard]] static QString familyOf(Device &device, const QString &title)
    {
        for (int row = 0; row < device.model().rowCount(); ++row) {
            const QModelIndex index = device.model().index(row, TodoTableModel::Title);
            if (index.data().toString() != title)
                continue;
            const auto family = index.data(TodoTableModel::FamilyRole).value<Family>();
            return u"%1/%2 %3"_s.arg(family.done).arg(family.subtasks).arg(family.parentTitle).trimmed();
        }
        return u"not shown"_s;
    }
    [[nodiscard]] QString familyOf(const QString &title) const { return familyOf(*m_device, title); }

    [[nodiscard]] QList<Todo> named(const QStringList &titles) const
    {
        QList<Todo> todos;
        for (const QString &title : titles)
            todos.append(m_device->todo(title));
        return todos;
    }

protected:
    // trip: passport, tickets (done); home: paint.
    void prepare() override
    {
        m_settings = createTuskDatabase(*m_server);
        execute(u"INSERT INTO tusk.todo (title, position) VALUES ('trip', 'A'), ('home', 'B')"_s);
        execute(
            u"INSERT INTO tusk.todo (title, position, parent_id, completed_at) SELECT v.title, v.position, "
            "p.id, v.done FROM tusk.todo p JOIN (VALUES ('passport', 'C', 'trip', NULL), "
            "('tickets', 'D', 'trip', now()), ('paint', 'E', 'home', NULL)) AS v(title, position, parent, "
            "done) ON p.title = v.parent"_s);
        m_device = std::make_unique<Device>(m_settings);
        m_commands = std::make_unique<models::TodoCommands>(m_device->workspace());
    }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void cleanup()
    {
        m_commands.reset();
        m_device.reset();
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldSayHowManySubtasksAreDoneAndWhoseSubtaskItIs()
    {
        QCOMPARE(familyOf(u"trip"_s), u"1/2"_s);
        QCOMPARE(familyOf(u"home"_s), u"0/1"_s);
        QCOMPARE(familyOf(u"passport"_s), u"0/0 trip"_s);
        const QModelIndex row = m_device->model().index(0, TodoTableModel::Title);
        const QString said = row.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(said.contains(u"1 of 2 subtask(s) done"_s), qPrintable(said));
    }

    void shouldCountAtOnceWhatTheUserDoes()
    {
        m_commands->complete(named({u"passport"_s}));
        QCOMPARE(familyOf(u"trip"_s), u"2/2"_s); // not saved yet
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(familyOf(u"trip"_s), u"2/2"_s);

        QVERIFY(m_device->workspace().undo());
        QTRY_COMPARE(familyOf(u"trip"_s), u"1/2"_s);
        m_commands->trash(named({u"passport"_s}));
        QCOMPARE(familyOf(u"trip"_s), u"1/1"_s);
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(familyOf(u"trip"_s), u"1/1"_s);
    }

    void shouldFollowTheTitleOfTheParent()
    {
        m_device->edit(u"trip"_s, u"journey"_s);
        QCOMPARE(familyOf(u"passport"_s), u"0/0 journey"_s);
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(familyOf(u"passport"_s), u"0/0 journey"_s);
    }

    void shouldFollowWhatOthersDo_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("family");
        QTest::newRow("complete") << u"UPDATE tusk.todo SET completed_at = now() WHERE title = 'passport'"_s
                                  << u"2/2"_s;
        QTest::newRow("reopen") << u"UPDATE tusk.todo SET completed_at = NULL WHERE title = 'tickets'"_s
                                << u"0/2"_s;
        QTest::newRow("trash") << u"UPDATE tusk.todo SET deleted_at = now() WHERE title = 'tickets'"_s
                               << u"0/1"_s;
        QTest::newRow("delete for good") << u"DELETE FROM tusk.todo WHERE title = 'tickets'"_s << u"0/1"_s;
        QTest::newRow("add") << u"INSERT INTO tusk.todo (title, parent_id) SELECT 'visa', id FROM tusk.todo "
                                "WHERE title = 'trip'"_s
                             << u"1/3"_s;
        QTest::newRow("another parent")
            << u"UPDATE tusk.todo SET parent_id = (SELECT id FROM tusk.todo WHERE "
               "title = 'home') WHERE title = 'tickets'"_s
            << u"0/1"_s;
        QTest::newRow("no parent") << u"UPDATE tusk.todo SET parent_id = NULL WHERE title = 'passport'"_s
                                   << u"1/1"_s;
        // More than the answer brings rows of: everything is read anew.
        QTest::newRow("very many")
            << u"INSERT INTO tusk.todo (title, position, parent_id) SELECT 'part ' || n, 'Z' || n || 'Z', id "
               "FROM tusk.todo, generate_series(1, 2500) AS n WHERE title = 'trip'"_s
            << u"1/2502"_s;
    }
    void shouldFollowWhatOthersDo()
    {
        QFETCH(QString, sql);
        QFETCH(QString, family);
        execute(sql);
        QTRY_COMPARE_WITH_TIMEOUT(familyOf(u"trip"_s), family, 20'000);
    }

    // Rows that were on no page bring their family with them.
    void shouldKnowTheFamilyOfATodoThatComesIntoThePlace()
    {
        execute(u"UPDATE tusk.todo SET deleted_at = now() WHERE title = 'trip'"_s);
        Device other(m_settings);
        QCOMPARE(familyOf(other, u"trip"_s), u"not shown"_s);
        execute(u"UPDATE tusk.todo SET deleted_at = NULL WHERE title = 'trip'"_s);
        QTRY_COMPARE(familyOf(other, u"trip"_s), u"1/2"_s);
    }

    void shouldTellViewsOfTheRowsThatChangedAndOfNoOthers()
    {
        QSignalSpy changed(&m_device->view(), &QAbstractItemModel::dataChanged);
        execute(u"UPDATE tusk.todo SET completed_at = NULL WHERE title = 'tickets'"_s);
        QTRY_COMPARE(familyOf(u"trip"_s), u"0/2"_s);
        for (const QList<QVariant> &signal : std::as_const(changed))
            QCOMPARE(signal.first().toModelIndex().row(), 0);
        QVERIFY(!changed.isEmpty());
    }

    void shouldGiveTheSubtasksOfMergedTodosToTheOneThatStays()
    {
        m_commands->merge(named({u"home"_s, u"trip"_s}));
        QTRY_COMPARE(familyOf(u"home"_s), u"1/3"_s);
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(parentOf(u"passport"_s), u"home"_s);
        QCOMPARE(parentOf(u"tickets"_s), u"home"_s);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.action WHERE kind = 'merge'"_s), u"1"_s);

        // One step back, as it was one step.
        QVERIFY(m_device->workspace().undo());
        QTRY_COMPARE(familyOf(u"trip"_s), u"1/2"_s);
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(parentOf(u"passport"_s), u"trip"_s);
        QCOMPARE(parentOf(u"paint"_s), u"home"_s);
    }

    void shouldNotMakeACircleOfATodoAndItsParent()
    {
        // passport belongs to trip, which goes; trip's other subtask comes to passport.
        m_commands->merge(named({u"passport"_s, u"trip"_s}));
        QTRY_COMPARE(familyOf(u"passport"_s), u"1/1"_s);
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(parentOf(u"passport"_s), u"none"_s);
        QCOMPARE(parentOf(u"tickets"_s), u"passport"_s);
    }
};

QTEST_GUILESS_MAIN(TestFamilies)

#include "tst_families.moc"
