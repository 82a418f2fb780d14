// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "domain/position.h"
#include "models/listtablemodel.h"
#include "models/opendatabase.h"
#include "models/tagtablemodel.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using models::ListTableModel;
using models::TagTableModel;
using Reporting = QAbstractItemModelTester::FailureReportingMode;

// The two tables of the sidebar, under the model tester while lists and tags come, change and go.
class TestListAndTagTables final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Device> m_device;
    QByteArray m_last; // position

    [[nodiscard]] models::Workspace &workspace() { return m_device->workspace(); }
    QByteArray nextPosition() { return m_last = domain::positionAtEnd(workspace().now(), m_last); }

    template <class Record>
    Record add(const QString &name, domain::Action (*make)(const Record &, const QDateTime &))
    {
        Record record;
        record.id = decltype(record.id)(QUuid::createUuid());
        record.name = name;
        record.position = nextPosition();
        workspace().perform(make(record, workspace().now()));
        return record;
    }
    template <class Model>
    [[nodiscard]] static QStringList names(const Model &model)
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row)
            result.append(model.index(row, Model::Name).data().toString());
        return result;
    }
    template <class Model>
    [[nodiscard]] static bool rename(Model &model, int row, const QString &name)
    {
        return model.setData(model.index(row, Model::Name), name) && model.submitAll();
    }

protected:
    void prepare() override { m_device = std::make_unique<Device>(createTuskDatabase(*m_server)); }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void cleanup() { m_device.reset(); }
    void cleanupTestCase() { m_server.reset(); }

    void shouldFollowTheListsOfTheWorkspace()
    {
        ListTableModel model(workspace());
        const QAbstractItemModelTester tester(&model, Reporting::QtTest);
        const domain::TodoList garden = add(u"Garden"_s, &domain::createList);
        const domain::TodoList house = add(u"House"_s, &domain::createList);
        QTRY_COMPARE(names(model), QStringList({u"Garden"_s, u"House"_s}));

        QVERIFY(rename(model, 1, u"Home"_s));
        QTRY_COMPARE(names(model), QStringList({u"Garden"_s, u"Home"_s}));
        domain::TodoList moved = garden;
        moved.position = nextPosition();
        workspace().perform(domain::editList(garden, moved, workspace().now()));
        QTRY_COMPARE(names(model), QStringList({u"Home"_s, u"Garden"_s}));
        domain::TodoList archived = moved;
        archived.archivedAt = workspace().now();
        workspace().perform(domain::editList(moved, archived, workspace().now()));
        QTRY_COMPARE(names(model), QStringList(u"Home"_s));
        model.setShowsArchived(true);
        QTRY_COMPARE(names(model).size(), 2);

        domain::TodoList renamed = house;
        renamed.name = u"Home"_s;
        workspace().perform(domain::deleteList(renamed, false, workspace().now()));
        QTRY_COMPARE(names(model), QStringList(u"Garden"_s));
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(names(model), QStringList(u"Garden"_s));
    }

    void shouldFollowTheTagsOfTheWorkspace()
    {
        TagTableModel model(workspace());
        const QAbstractItemModelTester tester(&model, Reporting::QtTest);
        const domain::Tag errand = add(u"errand"_s, &domain::createTag);
        const domain::Tag phone = add(u"phone"_s, &domain::createTag);
        QTRY_COMPARE(names(model), QStringList({u"errand"_s, u"phone"_s}));

        QVERIFY(rename(model, 1, u"calls"_s));
        QTRY_COMPARE(names(model), QStringList({u"errand"_s, u"calls"_s}));
        domain::Tag last = errand;
        last.position = nextPosition();
        workspace().perform(domain::editTag(errand, last, workspace().now()));
        QTRY_COMPARE(names(model), QStringList({u"calls"_s, u"errand"_s}));

        domain::Tag renamed = phone;
        renamed.name = u"calls"_s;
        workspace().perform(domain::deleteTag(renamed, workspace().now()));
        QTRY_COMPARE(names(model), QStringList(u"errand"_s));
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(names(model), QStringList(u"errand"_s));
    }
};

QTEST_GUILESS_MAIN(TestListAndTagTables)
#include "tst_listandtagtables.moc"
