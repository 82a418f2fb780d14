// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "gui/actions/actionregistry.h"
#include "gui/copy/copyplanmodel.h"
#include "gui/import/previewmodel.h"
#include "gui/settings/keytablemodel.h"
#include "gui/settings/settings.h"
#include "gui/sidebar/placemodel.h"
#include "models/opendatabase.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using Reporting = QAbstractItemModelTester::FailureReportingMode;

// The models of the window that are no views of todos over SQL, under the model tester while they change.
class TestWindowModels final : public TestCase
{
    Q_OBJECT

    [[nodiscard]] static domain::Todo todo(const QString &title)
    {
        domain::Todo todo;
        todo.id = domain::TodoId(QUuid::createUuid());
        todo.title = title;
        return todo;
    }
    [[nodiscard]] static QStringList texts(const QAbstractItemModel &model, int column = 0)
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row)
            result.append(model.index(row, column).data().toString());
        return result;
    }

private Q_SLOTS:
    void shouldCountThePlaces()
    {
        TestServer server;
        Device device(createTuskDatabase(server));
        gui::PlaceModel model(device.workspace());
        const QAbstractItemModelTester tester(&model, Reporting::QtTest);
        const int inbox = model.rowOf(domain::TodoFilter::at(domain::TodoFilter::Place::Inbox));

        device.add(u"water"_s);

        QCOMPARE(model.index(inbox).data(gui::PlaceModel::CountRole).toLongLong(), 1);
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(model.index(inbox).data(gui::PlaceModel::CountRole).toLongLong(), 1);
    }

    void shouldShowAndFilterTheKeys()
    {
        const QTemporaryDir folder;
        gui::Settings settings(folder.path(), folder.path());
        gui::ActionRegistry actions(settings);
        gui::KeyTableModel model(actions);
        const QAbstractItemModelTester tester(&model, Reporting::QtTest);
        gui::KeyTableFilter filter;
        const QAbstractItemModelTester filterTester(&filter, Reporting::QtTest);
        filter.setSourceModel(&model);
        QCOMPARE(filter.rowCount(), model.rowCount());

        filter.setTyped(texts(model).constFirst());
        QVERIFY(texts(filter).contains(texts(model).constFirst()));
        QCOMPARE_LT(filter.rowCount(), model.rowCount());
        gui::KeyBindings bindings = actions.bindings();
        bindings.setKeys(model.actionAt(0), {QKeySequence(u"Ctrl+Alt+J"_s)});
        actions.setBindings(bindings);
        QVERIFY(texts(model, gui::KeyTableModel::Keys).constFirst().contains(u'J'));
        filter.setTyped(u"nothing is called like this"_s);
        QCOMPARE(filter.rowCount(), 0);
        filter.setTyped({});
        QCOMPARE(filter.rowCount(), model.rowCount());
    }

    void shouldShowThePreviewOfAnImport()
    {
        gui::PreviewModel model;
        const QAbstractItemModelTester tester(&model, Reporting::QtTest);
        model.setTodos({{todo(u"one"_s), {}}, {todo(u"two"_s), {}}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1).data(gui::PreviewModel::TodoRole).value<domain::Todo>().title, u"two"_s);
        model.setTodos({{todo(u"three"_s), {}}});
        QCOMPARE(model.rowCount(), 1);
        model.setTodos({});
        QCOMPARE(model.rowCount(), 0);
    }

    void shouldShowWhatACopyWouldDo()
    {
        gui::CopyPlanModel model;
        const QAbstractItemModelTester tester(&model, Reporting::QtTest);
        domain::CopyPlan plan;
        plan.added = {todo(u"new"_s)};
        for (const QString &title : {u"changed"_s, u"changed too"_s}) {
            domain::TodoChange change;
            change.after = todo(title);
            plan.changed.append(change);
        }
        model.setPlan(plan);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(texts(model).constFirst().contains(u"new"_s));
        model.setPlan({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestWindowModels)
#include "tst_windowmodels.moc"
