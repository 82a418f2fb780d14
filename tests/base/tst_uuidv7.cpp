// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "support/testcase.h"

#include <QDateTime>

using namespace tusk;

class TestUuidV7 final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldCarryVersionVariantAndTime()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const QUuid id = base::makeUuidV7();
        const QByteArray bytes = id.toRfc4122();

        QCOMPARE(static_cast<uchar>(bytes[6]) >> 4, 7);
        QCOMPARE(static_cast<uchar>(bytes[8]) >> 6, 2);
        qint64 milliseconds = 0;
        for (int i = 0; i < 6; ++i)
            milliseconds = milliseconds << 8 | static_cast<uchar>(bytes[i]);
        QCOMPARE_GE(milliseconds, before);
        QCOMPARE_LE(milliseconds, before + 5000);
    }

    void shouldIncreaseStrictlyWithinOneMillisecond()
    {
        QByteArray last = base::makeUuidV7().toRfc4122();
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray next = base::makeUuidV7().toRfc4122();
            QCOMPARE_LT(last, next);
            last = next;
        }
    }
};

QTEST_GUILESS_MAIN(TestUuidV7)
#include "tst_uuidv7.moc"
