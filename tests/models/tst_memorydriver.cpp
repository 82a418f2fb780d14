// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/friends.h"
#include "models/memorydriver.h"
#include "support/testcase.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlTableModel>

using namespace tusk;
using namespace Qt::StringLiterals;

namespace
{

std::shared_ptr<models::MemoryTable> cityTable(const QStringList &names)
{
    auto table = std::make_shared<models::MemoryTable>(u"city"_s);
    table->addColumn(u"name"_s, QMetaType::fromType<QString>(),
                     models::MemoryTable::Key | models::MemoryTable::Required);
    table->addColumn(u"founded"_s, QMetaType::fromType<QDate>());
    table->rows = std::make_shared<tests::FriendsSnapshot>(tests::friendsNamed(names));
    return table;
}

QStringList firstColumn(QSqlQuery &query)
{
    QStringList values;
    while (query.next())
        values += query.value(0).toString();
    return values;
}

} // namespace

class TestMemoryDriver final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldDescribeItsTableFromMemory()
    {
        const QSqlDatabase database = models::openMemoryDatabase(cityTable({}));

        QVERIFY(database.isOpen());
        QCOMPARE(database.tables(), QStringList{u"city"_s});
        const QSqlRecord record = database.record(u"city"_s);
        QCOMPARE(record.count(), 2);
        QCOMPARE(record.field(1).metaType(), QMetaType::fromType<QDate>());
        QCOMPARE(record.field(0).requiredStatus(), QSqlField::Required);
        QCOMPARE(database.primaryIndex(u"city"_s).fieldName(0), u"name"_s);
        QVERIFY(database.record(u"\"city\""_s).count() == 2);
        QVERIFY(database.record(u"village"_s).isEmpty());
        QVERIFY(database.primaryIndex(u"village"_s).isEmpty());
    }

    void shouldShowTheRowsOfTheMomentInAnySelect()
    {
        const auto table = cityTable({u"Kyiv"_s, u"Lviv"_s});
        const QSqlDatabase database = models::openMemoryDatabase(table);
        QSqlQuery query(database);
        QVERIFY(query.exec(u"SELECT name FROM city"_s));

        // when the rows change, what was selected before does not
        table->rows = std::make_shared<tests::FriendsSnapshot>(tests::friendsNamed({u"Odesa"_s}));

        QCOMPARE(query.size(), 2);
        QCOMPARE(firstColumn(query), QStringList({u"Kyiv"_s, u"Lviv"_s}));
        QVERIFY(query.last());
        QCOMPARE(query.value(u"name"_s).toString(), u"Lviv"_s);
        QVERIFY(query.isNull(1));
        QVERIFY(query.exec(u"SELECT name FROM city"_s));
        QCOMPARE(firstColumn(query), QStringList{u"Odesa"_s});
    }

    void shouldGiveARunningQueryNewerValuesOfTheSameRows()
    {
        const QSqlDatabase database = models::openMemoryDatabase(cityTable({u"Kiev"_s, u"Lviv"_s}));
        QSqlQuery query(database);
        QVERIFY(query.exec(u"SELECT * FROM city"_s));
        QVERIFY(query.seek(0));

        models::MemoryResult::exchangeRows(
            query, std::make_shared<tests::FriendsSnapshot>(tests::friendsNamed({u"Kyiv"_s, u"Lviv"_s})));

        QCOMPARE(query.value(0).toString(), u"Kyiv"_s);
    }

    void shouldRefuseWhateverIsNoSelect()
    {
        const QSqlDatabase database = models::openMemoryDatabase(cityTable({u"Kyiv"_s}));
        QSqlQuery query(database);
        QVERIFY(!query.exec(u"DELETE FROM city"_s));
        QCOMPARE(query.lastError().type(), QSqlError::StatementError);
        QVERIFY(!query.isActive());
        QVERIFY(query.exec(u"SELECT * FROM city"_s));
        QCOMPARE(query.size(), 1);
    }

    void shouldQuoteIdentifiersAndValues()
    {
        const QSqlDatabase database = models::openMemoryDatabase(cityTable({}));
        const QSqlDriver *driver = database.driver();
        QCOMPARE(driver->escapeIdentifier(u"na\"me"_s, QSqlDriver::FieldName), u"\"na\"\"me\""_s);
        QSqlField field(u"name"_s, QMetaType::fromType<QString>());
        field.setValue(u"L'viv"_s);
        QCOMPARE(driver->formatValue(field), u"'L''viv'"_s);
    }

    // Qt warns "connection is still in use" where a handle outlives the name of its connection; here there is
    // neither a name nor a wrong order.
    void trap42ShouldLeaveNoConnectionBehindInAnyOrderOfDestruction()
    {
        const QStringList namesBefore = QSqlDatabase::connectionNames();
        auto table = cityTable({u"Kyiv"_s});
        auto database = std::make_unique<QSqlDatabase>(models::openMemoryDatabase(table));
        const QPointer<QSqlDriver> driver = database->driver();
        auto model = std::make_unique<QSqlTableModel>(nullptr, *database);
        model->setTable(u"city"_s);
        QVERIFY(model->select());
        auto query = std::make_unique<QSqlQuery>(*database);
        QVERIFY(query->exec(u"SELECT * FROM city"_s));

        // when the handle goes first and the rows last
        table.reset();
        database.reset();
        QCOMPARE(model->rowCount(), 1);
        model.reset();
        query.reset();

        QVERIFY(driver.isNull());
        QCOMPARE(QSqlDatabase::connectionNames(), namesBefore);
    }

    void trap42ShouldServeSeveralModelsAtOnce()
    {
        std::vector<std::unique_ptr<tests::FriendsModel>> models;
        for (int i = 0; i < 20; ++i) {
            models.push_back(std::make_unique<tests::FriendsModel>());
            models.back()->show(QStringList{QString::number(i)});
        }
        models.erase(models.begin() + 5, models.begin() + 15);
        for (const auto &model : models)
            QCOMPARE(model->rowCount(), 1);
        QCOMPARE(tests::shownNames(*models.back()), QStringList{u"19"_s});
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMemoryDriver)
#include "tst_memorydriver.moc"
