// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/keyringdaemon.h"
#include "features/environmentsettingstest.h"
#include "support/privatebus.h"

#include <QDir>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::SecretSource;

// Passwords in a real keyring, in the words of those who let the window keep them.
class TestEnvironmentKeyringFeature final : public EnvironmentSettingsTest
{
    Q_OBJECT

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<KeyringDaemon> m_keyring;

    void saveShop(const QString &password)
    {
        addShop(password);
        click(u"saveButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(storedNames().contains(u"Shop"_s),
                                  qPrintable(the<QLabel>(u"problemText"_s).text()), patience);
        QTRY_VERIFY(!the<QPushButton>(u"saveButton"_s).isVisible()); // the page knows it, too
        QCOMPARE(profiles().findNamed(u"Shop"_s)->secret.kind, SecretSource::Kind::Keychain);
    }
    void startWithShop()
    {
        change(
            [](environments::ProfileList &list) { return list.setCurrent(list.findNamed(u"Shop"_s)->id); });
        quit();
        start();
    }

protected:
    void prepare() override
    {
        m_keyring.reset();
        if (!m_bus) {
            m_bus = std::make_unique<PrivateBus>();
            qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->address().toLocal8Bit());
        }
        EnvironmentSettingsTest::prepare();
        m_keyring = std::make_unique<KeyringDaemon>(m_bus->address()); // its files are in this home
    }

private Q_SLOTS:
    void iSaveAPasswordAndNeverTypeItAgain()
    {
        saveShop(marker);

        startWithShop();

        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        QCOMPARE(title(), u"Shop – Tusk"_s);
        add(u"order soil"_s);
        QTRY_COMPARE(stored(homeDatabase()), QStringList{u"order soil"_s});
        expectNoMarker();
    }

    void aNewPasswordDoesNotStayWhereItsAddressCannotBeSaved()
    {
        saveShop(marker);
        chooseCard(u"Shop"_s);
        const QString folder = environments::ProfileStore::defaultPath() + u".tmp"_s;
        QVERIFY(QDir().mkdir(folder)); // rights would not stop root
        type(u"host"_s, u"elsewhere.example.org"_s);
        type(u"password"_s, u"of elsewhere"_s);
        click(u"saveButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(the<QLabel>(u"problemText"_s).text().contains(u"could not be saved"_s),
                                 patience);
        QVERIFY(!the<QPushButton>(u"forThisRun"_s).isVisible()); // the keyring is not at fault
        QVERIFY(QDir().rmdir(folder));

        startWithShop();

        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience); // at its address, with its password
        expectNoMarker();
    }

    void aDuplicateHasThePasswordOfTheFirst()
    {
        saveShop(marker);
        the<QMenu>(u"environmentActions"_s).findChild<QAction *>(u"duplicate"_s)->trigger();
        QCOMPARE(the<QLineEdit>(u"name"_s).text(), u"Shop copy"_s);
        click(u"testButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(testSummary().startsWith(u"It works"_s), qPrintable(testSummary()),
                                  patience);
        click(u"saveButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(storedNames().contains(u"Shop copy"_s),
                                  qPrintable(the<QLabel>(u"problemText"_s).text()), patience);

        change([](environments::ProfileList &list) {
            return list.setCurrent(list.findNamed(u"Shop copy"_s)->id);
        });
        quit();
        start();

        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        QCOMPARE(title(), u"Shop copy – Tusk"_s);
        expectNoMarker();
    }

    void aWrongPasswordIsTriedOnceAndMendedInTheSettings()
    {
        saveShop(marker + u"wrong"_s);
        const qint64 mark = server().logMark();
        startWithShop();
        QTRY_COMPARE_WITH_TIMEOUT(page() ? page()->link().state() : models::DatabaseLink::State::Idle,
                                  models::DatabaseLink::State::Failed, patience);
        QCOMPARE(failedLogins(mark), 1);

        openPage();
        chooseCard(u"Shop"_s);
        type(u"password"_s, marker);
        click(u"saveButton"_s);

        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        QCOMPARE(failedLogins(mark), 1);
        expectNoMarker();
    }
};

QTEST_MAIN(TestEnvironmentKeyringFeature)
#include "tst_environmentkeyringfeature.moc"
