// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/ids.h"
#include "support/testcase.h"

#include <QSet>

#include <algorithm>

using namespace tusk;
using domain::TodoId;

class TestIds final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldReadBackWhatItPrints()
    {
        const TodoId id(QUuid::createUuid());
        QCOMPARE(id.toString().size(), 36);
        QCOMPARE(id.toString(), id.toString().toLower());
        QVERIFY(TodoId::fromString(id.toString()) == id);
        QVERIFY(TodoId::fromString(id.toString().toUpper()) == id);
    }

    void shouldBeNullForEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("braces") << QStringLiteral("{01890a5d-ac96-774b-bcce-b302099a8057}");
        QTest::newRow("too long") << QStringLiteral("01890a5d-ac96-774b-bcce-b302099a80571");
        QTest::newRow("too short") << QStringLiteral("01890a5d-ac96-774b-bcce-b302099a805");
        QTest::newRow("brace in front") << QStringLiteral("{1890a5d-ac96-774b-bcce-b302099a8057");
        QTest::newRow("no hex digit") << QStringLiteral("01890a5d-ac96-774b-bcce-b302099a805g");
        QTest::newRow("dash moved") << QStringLiteral("01890a5da-c96-774b-bcce-b302099a8057");
        QTest::newRow("no dashes") << QStringLiteral("01890a5dac96774bbcceb302099a8057");
        QTest::newRow("not ASCII") << QStringLiteral("01890a5d-ac96-774b-bcce-b302099a80é7");
        QTest::newRow("nil") << QStringLiteral("00000000-0000-0000-0000-000000000000");
    }
    void shouldBeNullForEverythingElse()
    {
        QFETCH(const QString, text);
        QVERIFY(TodoId::fromString(text).isNull());
    }

    void shouldSortBytewiseAsPostgresDoes()
    {
        const QStringList sorted{
            QStringLiteral("00000000-0000-0000-0000-000000000001"),
            QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057"),
            QStringLiteral(
                "01890a5d-ac96-774b-fcce-b302099a8057"), // another variant: QUuid sorts it elsewhere
            QStringLiteral("01890a5d-ac97-174b-1cce-b302099a8057"),
            QStringLiteral("7fffffff-ffff-ffff-ffff-ffffffffffff"),
            QStringLiteral("80000000-0000-0000-0000-000000000000"),
            QStringLiteral("ffffffff-ffff-ffff-ffff-ffffffffffff"),
        };
        QList<TodoId> ids;
        for (const QString &text : sorted)
            ids.prepend(TodoId::fromString(text));

        std::ranges::sort(ids);

        QStringList result;
        for (const TodoId &id : ids)
            result.append(id.toString());
        QCOMPARE(result, sorted);
    }

    void shouldServeAsKeyOfAHash()
    {
        const TodoId id(QUuid::createUuid());
        const QSet<TodoId> ids{id, TodoId::fromString(id.toString()), TodoId()};
        QCOMPARE(ids.size(), 2);
        QVERIFY(ids.contains(id));
    }
};

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
