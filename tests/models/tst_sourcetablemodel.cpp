// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/friends.h"
#include "models/plainrows.h"
#include "models/sourcetablemodel.h"
#include "models/stablerowsproxy.h"
#include "support/testcase.h"

#include <QSortFilterProxyModel>
#include <QSqlTableModel>

using namespace tusk;

class TestSourceTableModel final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldFindTheTableModelBehindTheProxies()
    {
        tests::FriendsModel model;
        models::StableRowsProxy proxy;
        proxy.setSourceModel(&model);
        QSortFilterProxyModel outer;
        outer.setSourceModel(&proxy);

        QCOMPARE(models::sourceTableModel(&outer), static_cast<QSqlTableModel *>(&model));
        QCOMPARE(models::sourceTableModel(&model), static_cast<QSqlTableModel *>(&model));
    }

    void shouldFindNothingWhereTheSourceIsNoTableModel()
    {
        tests::PlainRows rows;
        models::StableRowsProxy proxy;
        QCOMPARE(models::sourceTableModel(&proxy), nullptr);
        proxy.setSourceModel(&rows);
        QCOMPARE(models::sourceTableModel(&proxy), nullptr);
        QCOMPARE(models::sourceTableModel(nullptr), nullptr);
    }
};

QTEST_GUILESS_MAIN(TestSourceTableModel)
#include "tst_sourcetablemodel.moc"
