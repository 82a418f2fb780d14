// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/fakewallet.h"
#include "environments/keychainsecretstore.h"
#include "environments/secretanswers.h"
#include "support/markersearch.h"
#include "support/privatebus.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <QThread>

using namespace tusk;
using namespace Qt::StringLiterals;
using environments::KeychainSecretStore;
using environments::SecretProblem;
using environments::Unlocking;
using tests::FakeWallet;
using tests::SecretWait;

namespace
{

const QString marker = u"stork/reed@Wort%21-marker"_s;

} // namespace

// Plasma 5, where QtKeychain prefers KWallet. It decides that once for a program, so this is one of its own.
// The wallet lives on another thread, because QtKeychain waits for its first answer.
class TestWalletSecretStore final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CURRENT_DESKTOP", "KDE");
        qputenv("KDE_SESSION_VERSION", "5");
        m_home = std::make_unique<tests::TemporaryHome>();
        m_bus = std::make_unique<tests::PrivateBus>();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->address().toLocal8Bit());
        m_wallet = std::make_unique<FakeWallet>(m_bus->address());
        m_wallet->moveToThread(&m_thread);
        m_thread.start();
    }
    void cleanupTestCase()
    {
        m_thread.quit();
        m_thread.wait();
        m_wallet.reset();
        m_bus.reset();
    }
    void cleanup()
    {
        tests::MarkerSearch search(marker);
        search.lookInFolder(m_home->path());
        search.lookInCommandLines();
        QCOMPARE(search.findings(), QStringList());
    }

    void shouldKeepASecretInTheWallet()
    {
        KeychainSecretStore store;
        QCOMPARE(read(store).wait(), SecretProblem::Missing);
        const SecretWait written;
        store.write(m_environment, marker, Unlocking::MayAsk, m_inbox, written.listener());
        QCOMPARE(written.wait(), std::nullopt);
        const SecretWait again = read(store);
        QCOMPARE(again.wait(), std::nullopt);
        QCOMPARE(again.answer().secret, marker);
        QVERIFY(!again.isPrompting());
        const SecretWait removed;
        store.remove(m_environment, Unlocking::MayAsk, m_inbox, removed.listener());
        QCOMPARE(removed.wait(), std::nullopt);
        QCOMPARE(read(store).wait(), SecretProblem::Missing);
    }

    void shouldSayThatTheWalletStaysClosed()
    {
        m_wallet->setUser(FakeWallet::User::Refuses);
        KeychainSecretStore store;
        QCOMPARE(read(store).wait(), SecretProblem::Locked);
    }

    // The last one: QtKeychain does one thing at a time, and this one never ends.
    void trap29_shouldLetGoOfAWalletThatAsksItsUser()
    {
        m_wallet->setUser(FakeWallet::User::Hesitates);
        KeychainSecretStore store;
        const SecretWait wait;
        const auto request = store.read(m_environment, Unlocking::MayAsk, m_inbox, wait.listener());
        QTRY_VERIFY(wait.isPrompting());
        QVERIFY(!wait.isAnswered());
        store.cancel(request);
        QCOMPARE(wait.wait(), SecretProblem::Cancelled);
    }

private:
    SecretWait read(KeychainSecretStore &store)
    {
        SecretWait wait;
        store.read(m_environment, Unlocking::MayAsk, m_inbox, wait.listener());
        return wait;
    }

    std::unique_ptr<tests::TemporaryHome> m_home;
    std::unique_ptr<tests::PrivateBus> m_bus;
    std::unique_ptr<FakeWallet> m_wallet;
    QThread m_thread;
    const QUuid m_environment = QUuid::createUuid();
    base::Inbox m_inbox;
};

QTEST_GUILESS_MAIN(TestWalletSecretStore)
#include "tst_walletsecretstore.moc"
