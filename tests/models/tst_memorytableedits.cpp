// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/friends.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSqlField>
#include <QSqlTableModel>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::FriendsModel;

// The model under the tester of Qt, which then watches every step of an edit.
class TestMemoryTableEdits final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldShowAnEditAtOnceWithoutReset()
    {
        load({u"Ada"_s, u"Bob"_s});
        const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);

        QVERIFY(m_model->setData(name(1), u"Robert"_s));

        QCOMPARE(name(1).data().toString(), u"Robert"_s);
        QCOMPARE(m_model->lastRequest(), u"name=Robert"_s);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QVERIFY(!m_model->isDirty());
    }

    void shouldRequestNothingWhenTheValueIsTheSame()
    {
        load({u"Ada"_s});
        QVERIFY(m_model->setData(name(0), u"Ada"_s));
        QVERIFY(m_model->setData(birthday(0), QVariant()));
        QCOMPARE(m_model->requests(), 0);
    }

    void shouldLeaveARefusedEditAsItWas()
    {
        load({u"Ada"_s});
        m_model->refuses = true;
        QVERIFY(!m_model->setData(name(0), u"Eve"_s));
        QCOMPARE(name(0).data().toString(), u"Ada"_s);
        QVERIFY(!m_model->isDirty());
        m_model->refuses = false;
        QVERIFY(m_model->setData(name(0), u"Eve"_s));
        QCOMPARE(name(0).data().toString(), u"Eve"_s);
    }

    void shouldShowALateAnswerWhenItComes()
    {
        load({u"Ada"_s});
        m_model->answersLater = true;
        QVERIFY(m_model->setData(name(0), u"Eve"_s));
        QCOMPARE(name(0).data().toString(), u"Ada"_s);
        m_model->answerNow();
        QCOMPARE(name(0).data().toString(), u"Eve"_s);
    }

    void shouldEditOnlyWhatIsEditable()
    {
        load({u"Ada"_s});
        const QModelIndex age = m_model->index(0, FriendsModel::AgeColumn);
        QVERIFY(!age.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!m_model->setData(age, 3));
        QVERIFY(!m_model->setData(name(0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!m_model->setData(QModelIndex(), u"nobody"_s));
        QCOMPARE(m_model->requests(), 0);
    }

    void shouldRemoveARowAtOnce()
    {
        load({u"Ada"_s, u"Bob"_s, u"Cyd"_s});
        QVERIFY(m_model->removeRow(1));
        QCOMPARE(tests::shownNames(*m_model), QStringList({u"Ada"_s, u"Cyd"_s}));
        QVERIFY(!m_model->removeRow(2));
        QVERIFY(!m_model->removeRows(0, 2));
        m_model->refuses = true;
        QVERIFY(!m_model->removeRow(0));
        QCOMPARE(m_model->rowCount(), 2);
    }

    void shouldSetAWholeRecord()
    {
        load({u"Ada"_s, u"Bob"_s});
        QSqlRecord record = m_model->record(1);
        record.setValue(u"name"_s, u"Robert"_s);
        record.setValue(u"birthday"_s, QDate(1999, 12, 31));
        record.setGenerated(u"age"_s, false);

        QVERIFY(m_model->setRecord(1, record));

        QCOMPARE(m_model->lastRequest(), u"name=Robert birthday=1999-12-31"_s);
        QCOMPARE(name(1).data().toString(), u"Robert"_s);
        QVERIFY(!m_model->isDirty());
        // and the base class keeps no copy that hides what comes later
        QVERIFY(m_model->setData(name(1), u"Bob"_s));
        QCOMPARE(name(1).data().toString(), u"Bob"_s);
        QVERIFY(m_model->record(1).isGenerated(0));
    }

    void shouldRefuseARecordWithAnImpossibleValue()
    {
        load({u"Ada"_s});
        QSqlRecord record = m_model->record(0);
        record.setValue(u"name"_s, u"Eve"_s);
        record.setValue(u"birthday"_s, u"2024-02-30"_s);
        QVERIFY(!m_model->setRecord(0, record));
        QCOMPARE(m_model->requests(), 0);
        QCOMPARE(name(0).data().toString(), u"Ada"_s);
        QVERIFY(!m_model->isDirty());
    }

    void shouldHoldSnapshotsBackWhileARecordIsBeingSet()
    {
        load({u"Ada"_s, u"Bob"_s});
        QSqlRecord record = m_model->record(1);
        record.setValue(u"name"_s, u"Robert"_s);
        connect(
            m_model.get(), &QAbstractItemModel::dataChanged, m_model.get(),
            [this] {
                m_model->show(QStringList{u"Eve"_s, u"Ivy"_s, u"Joy"_s});
            },
            Qt::SingleShotConnection);
        QVERIFY(m_model->setRecord(1, record));
        QCOMPARE(tests::shownNames(*m_model), QStringList({u"Eve"_s, u"Robert"_s, u"Joy"_s}));
    }

    void shouldTakeBackARefusedRecord()
    {
        load({u"Ada"_s, u"Bob"_s});
        QSqlRecord record = m_model->record(1);
        record.setValue(u"name"_s, u"Robert"_s);
        m_model->refuses = true;
        QVERIFY(!m_model->setRecord(1, record));
        QCOMPARE(name(1).data().toString(), u"Bob"_s);
        QVERIFY(!m_model->isDirty());
        QVERIFY(name(0).flags().testFlag(Qt::ItemIsEditable));
    }

    void shouldInsertARecordOnce()
    {
        load({u"Ada"_s});
        QSqlRecord record = m_model->record();
        for (int i = 0; i < record.count(); ++i)
            record.setGenerated(i, false);
        record.setValue(u"name"_s, u"Bob"_s);
        record.setGenerated(u"name"_s, true);
        QVERIFY(m_model->insertRecord(-1, record));
        QCOMPARE(tests::shownNames(*m_model), QStringList({u"Ada"_s, u"Bob"_s}));
        QCOMPARE(m_model->friends().size(), 2);
        QCOMPARE(m_model->requests(), 1);
    }

    // Without keys made by the client the base class would show an empty row, or the new row twice.
    void trap33ShouldEditARowThatWasJustInserted()
    {
        load({u"Ada"_s});

        // given a draft between nothing and Ada
        QVERIFY(m_model->insertRow(0));
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(m_model->setData(name(0), u"Bob"_s));
        QCOMPARE(name(0).data().toString(), u"Bob"_s);
        QCOMPARE(name(1).data().toString(), u"Ada"_s);
        QCOMPARE(m_model->requests(), 0);

        // when it is submitted
        QVERIFY(m_model->submit());

        // then it appears once, and can be edited without any refresh
        QCOMPARE(tests::shownNames(*m_model), QStringList({u"Ada"_s, u"Bob"_s}));
        QVERIFY(!m_model->isDirty());
        QVERIFY(m_model->setData(name(1), u"Robert"_s));
        QCOMPARE(tests::shownNames(*m_model), QStringList({u"Ada"_s, u"Robert"_s}));
        QCOMPARE(m_model->friends().at(1).name, u"Robert"_s);
        QCOMPARE(m_model->requests(), 2);
        QVERIFY(m_model->submit());
        QCOMPARE(m_model->requests(), 2);
    }

    void trap33ShouldInsertOnceThroughSubmitAll()
    {
        load({u"Ada"_s});
        QVERIFY(m_model->insertRow(1));
        QVERIFY(m_model->setData(name(1), u"Bob"_s));
        QVERIFY(m_model->submitAll());
        QCOMPARE(tests::shownNames(*m_model), QStringList({u"Ada"_s, u"Bob"_s}));
        QVERIFY(m_model->setData(name(1), u"Robert"_s));
        QCOMPARE(m_model->friends().at(1).name, u"Robert"_s);
    }

    void trap33ShouldNotKeepASubmittedDraftThatIsAnsweredLater()
    {
        load({u"Ada"_s});
        m_model->answersLater = true;
        QVERIFY(m_model->insertRow(1));
        QVERIFY(m_model->setData(name(1), u"Bob"_s));
        QVERIFY(m_model->submit());
        QCOMPARE(tests::shownNames(*m_model), QStringList{u"Ada"_s});
        m_model->answerNow();
        QCOMPARE(tests::shownNames(*m_model), QStringList({u"Ada"_s, u"Bob"_s}));
    }

    void shouldKeepTheIdOfADraftForItsRow()
    {
        load({u"Ada"_s});
        QVERIFY(m_model->insertRow(0));
        const QUuid draft = name(0).data(FriendsModel::RowIdRole).toUuid();
        QVERIFY(!draft.isNull());
        QCOMPARE(name(1).data(FriendsModel::RowIdRole).toUuid(), m_model->friends().first().id);
        QVERIFY(m_model->setData(name(0), u"Bob"_s));
        QVERIFY(m_model->submit());
        QCOMPARE(name(1).data(FriendsModel::RowIdRole).toUuid(), draft);
    }

    void shouldKeepARefusedDraftForCorrection()
    {
        load({u"Ada"_s});
        QVERIFY(m_model->insertRow(1));
        QVERIFY(m_model->setData(name(1), u"Bob"_s));
        m_model->refuses = true;
        QVERIFY(!m_model->submit());
        QCOMPARE(name(1).data().toString(), u"Bob"_s);
        m_model->refuses = false;
        QVERIFY(m_model->setData(name(1), u"Robert"_s));
        QVERIFY(m_model->submit());
        QCOMPARE(m_model->friends().at(1).name, u"Robert"_s);
    }

    void shouldNotPullADraftFromUnderTheTyping()
    {
        load({u"Ada"_s});
        QVERIFY(m_model->insertRow(0));
        QVERIFY(m_model->setData(name(0), u"half a na"_s));

        // when other rows arrive meanwhile
        m_model->show(QStringList{u"Eve"_s, u"Mallory"_s});
        QVERIFY(m_model->select());
        m_model->sort(0, Qt::AscendingOrder);
        QCOMPARE(tests::shownNames(*m_model), QStringList({u"half a na"_s, u"Ada"_s}));

        // then they show as soon as the draft is gone
        m_model->revertAll();
        QCOMPARE(tests::shownNames(*m_model), QStringList({u"Eve"_s, u"Mallory"_s}));
    }

    void shouldRemoveADraftWithoutARequest()
    {
        load({u"Ada"_s});
        QVERIFY(m_model->insertRow(1));
        QVERIFY(!m_model->insertRow(0));
        QVERIFY(!m_model->removeRow(0));
        QVERIFY(m_model->removeRow(1));
        QCOMPARE(m_model->requests(), 0);
        QCOMPARE(tests::shownNames(*m_model), QStringList{u"Ada"_s});
        QVERIFY(m_model->insertRow(0));
    }

    void shouldHoldOnlyOneDraft()
    {
        load({u"Ada"_s});
        QVERIFY(m_model->insertRow(0));
        QVERIFY(!m_model->insertRow(0));
        QVERIFY(!m_model->setData(name(1), u"Eve"_s));
        QCOMPARE(m_model->rowCount(), 2);
    }

    void shouldEmitTheSignalsOfATableModel()
    {
        load({u"Ada"_s});
        QStringList announced;
        connect(m_model.get(), &QSqlTableModel::beforeUpdate, m_model.get(),
                [&](int row, QSqlRecord &record) {
                    announced += u"update %1 %2"_s.arg(row).arg(record.fieldName(0));
                    record.setValue(0, u"Eve!"_s);
                });
        connect(m_model.get(), &QSqlTableModel::beforeInsert, m_model.get(),
                [&](QSqlRecord &record) { announced += u"insert "_s + record.value(0).toString(); });
        connect(m_model.get(), &QSqlTableModel::beforeDelete, m_model.get(),
                [&](int row) { announced += u"delete %1"_s.arg(row); });

        QVERIFY(m_model->setData(name(0), u"Eve"_s));
        QVERIFY(m_model->insertRow(0));
        QVERIFY(m_model->setData(name(0), u"Bob"_s));
        QVERIFY(m_model->submit());
        QVERIFY(m_model->removeRow(1));

        QCOMPARE(announced, QStringList({u"update 0 name"_s, u"insert Bob"_s, u"delete 1"_s}));
        QCOMPARE(tests::shownNames(*m_model), QStringList{u"Eve!"_s});
    }

    // Qt turns an invalid date into NULL without a word.
    void trap37ShouldClearOnlyWhenAskedToClear()
    {
        load({u"Ada"_s});
        QVERIFY(m_model->setData(birthday(0), QDate(1815, 12, 10)));

        QVERIFY(!m_model->setData(birthday(0), QDate()));
        QVERIFY(!m_model->setData(birthday(0), QDate(2024, 2, 30)));
        QVERIFY(!m_model->setData(birthday(0), u"2024-02-30"_s));
        QVERIFY(!m_model->setData(birthday(0), QString()));
        QCOMPARE(birthday(0).data().toDate(), QDate(1815, 12, 10));
        QCOMPARE(m_model->requests(), 1);

        QVERIFY(m_model->setData(birthday(0), u"2024-02-29"_s));
        QCOMPARE(birthday(0).data().toDate(), QDate(2024, 2, 29));
        QVERIFY(m_model->setData(birthday(0), QVariant()));
        QCOMPARE(m_model->lastRequest(), u"birthday=NULL"_s);
        QVERIFY(birthday(0).data(Qt::EditRole).isNull());
    }

    void trap37ShouldNotClearWhatIsRequired()
    {
        load({u"Ada"_s});
        QVERIFY(!m_model->setData(name(0), QVariant()));
        QVERIFY(!m_model->clearItemData(name(0)));
        QVERIFY(m_model->insertRow(0));
        QVERIFY(!m_model->setData(birthday(0), QDate()));
        QVERIFY(m_model->setData(birthday(0), QDate(2000, 1, 1)));
        QVERIFY(m_model->clearItemData(birthday(0)));
    }

protected:
    void prepare() override
    {
        m_model = std::make_unique<FriendsModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

private:
    void load(const QStringList &names) { m_model->show(names); }
    [[nodiscard]] QModelIndex name(int row) const { return m_model->index(row, FriendsModel::NameColumn); }
    [[nodiscard]] QModelIndex birthday(int row) const
    {
        return m_model->index(row, FriendsModel::BirthdayColumn);
    }

    std::unique_ptr<FriendsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestMemoryTableEdits)
#include "tst_memorytableedits.moc"
