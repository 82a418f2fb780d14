// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/singleinstance.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <QSignalSpy>

using namespace tusk;
using namespace Qt::StringLiterals;
using app::SingleInstance;

class TestSingleInstance final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<tests::TemporaryHome> m_home;

protected:
    void prepare() override { m_home = std::make_unique<tests::TemporaryHome>(); }

private Q_SLOTS:
    void cleanup() { m_home.reset(); }

    void shouldRaiseTheFirstForEachLaterStart()
    {
        SingleInstance first(u"data"_s);
        QVERIFY(first.claim());
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        for (int later = 1; later <= 3; ++later) {
            SingleInstance next(u"data"_s);
            QVERIFY(!next.claim());
            QSignalSpy done(&next, &SingleInstance::done);
            next.raiseFirst();
            QTRY_COMPARE(done.count(), 1);
            QCOMPARE(done.first().first(), QVariant(true));
            QCOMPARE(raised.count(), later);
        }
    }

    void shouldHandOverTheRightToComeToTheFront()
    {
        SingleInstance first(u"data"_s);
        QVERIFY(first.claim());
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        SingleInstance next(u"data"_s);
        QSignalSpy done(&next, &SingleInstance::done);
        next.raiseFirst("weston-17_TIME4711");
        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(raised.value(0).value(0).toByteArray(), QByteArray("weston-17_TIME4711"));
    }

    void shouldSayWhichEnvironmentIsWanted()
    {
        SingleInstance first(u"data"_s);
        QVERIFY(first.claim());
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        const QUuid environment = QUuid::createUuid();
        for (const QUuid &wanted : {environment, QUuid()}) {
            SingleInstance next(u"data"_s);
            QSignalSpy done(&next, &SingleInstance::done);
            next.raiseFirst("a token", wanted);
            QTRY_COMPARE(done.count(), 1);
            QCOMPARE(raised.last().value(0).toByteArray(), QByteArray("a token"));
            QCOMPARE(raised.last().value(1).toUuid(), wanted);
        }
    }

    void shouldNotListenToACallWithoutAnEnd()
    {
        SingleInstance first(u"data"_s);
        QVERIFY(first.claim());
        const QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        SingleInstance next(u"data"_s);
        QSignalSpy done(&next, &SingleInstance::done);
        next.raiseFirst(QByteArray(100'000, 'x'));
        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(done.first().first(), QVariant(false));
        QCOMPARE(raised.count(), 0);
    }

    void shouldLeaveWindowsOnOtherDataAlone()
    {
        SingleInstance first(u"data"_s);
        SingleInstance other(u"other data"_s);
        QVERIFY(first.claim());
        QVERIFY(other.claim());
    }

    void shouldBeFreeWhenTheFirstHasEnded()
    {
        {
            SingleInstance first(u"data"_s);
            QVERIFY(first.claim());
        }
        SingleInstance next(u"data"_s);
        QVERIFY(next.claim());
    }

    void shouldSayWhenNobodyAnswers()
    {
        SingleInstance later(u"data"_s);
        QSignalSpy done(&later, &SingleInstance::done);
        later.raiseFirst();
        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(done.first().first(), QVariant(false));
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
