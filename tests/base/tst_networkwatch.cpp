// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/networkwatch.h"
#include "support/ownnetwork.h"
#include "support/testcase.h"

#include <QSignalSpy>

using namespace tusk;
using base::NetworkWatch;

// In a network of its own, whose only device is pulled and put back.
class TestNetworkWatch final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_hasOwnNetwork)
            QSKIP("this account may not make a network namespace");
    }

    void shouldTellWhenTheNetworkComesBack()
    {
        NetworkWatch watch;
        QSignalSpy changed(&watch, &NetworkWatch::changed);
        for (int times = 0; times < 2; ++times) {
            changed.clear();
            QVERIFY(tests::setLoopback(true));
            QTRY_VERIFY(!changed.isEmpty());
            QVERIFY(tests::setLoopback(false));
        }
    }

private:
    const bool m_hasOwnNetwork = tests::enterOwnNetwork();
};

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
