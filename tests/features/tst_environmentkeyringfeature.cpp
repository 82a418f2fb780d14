// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/fakeprompter.h"
#include "environments/keyringdaemon.h"
#include "features/environmentsettingstest.h"
#include "gui/settings/environments/environmentcard.h"
#include "gui/sidebar/environmentbutton.h"
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
    std::unique_ptr<FakePrompter> m_prompter;

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

    [[nodiscard]] QString stateOfCard(const QString &name)
    {
        const auto *model = the<QListView>(u"cards"_s).model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (index.data().toString() == name)
                return index.data(gui::EnvironmentCardDelegate::StateRole).toString();
        }
        return u"no card"_s;
    }
    // As after a login by key, say, in front of somebody who does not look.
    void lockKeyring()
    {
        m_keyring = nullptr; // the name on the bus must be free
        m_keyring = std::make_unique<KeyringDaemon>(m_bus->address(), KeyringDaemon::Begins::Locked);
        m_prompter = std::make_unique<FakePrompter>(m_bus->address(), FakePrompter::User::Hesitates);
    }

protected:
    void prepare() override
    {
        m_prompter.reset();
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

    void iSeeThatTheKeyringAsksAndNeedNotWaitForIt()
    {
        saveShop(marker);
        QVERIFY(!the<QLabel>(u"keyringText"_s).isVisible());
        lockKeyring();

        click(u"testButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOfCard(u"Shop"_s), u"waiting for the keyring"_s, patience);
        QVERIFY(the<QLabel>(u"keyringText"_s).isVisible());
        chooseCard(u"Home"_s);
        QVERIFY(!the<QPushButton>(u"keyringCancel"_s).isVisible()); // that one waits for nothing
        chooseCard(u"Shop"_s);
        click(u"keyringCancel"_s);
        QTRY_VERIFY(!the<QLabel>(u"keyringText"_s).isVisible());
        QCOMPARE(stateOfCard(u"Shop"_s), u"not opened"_s);

        session().raise({}, profiles().findNamed(u"Shop"_s)->id);
        QTRY_COMPARE_WITH_TIMEOUT(stateOfCard(u"Shop"_s), u"waiting for the keyring"_s, patience);
        click(u"keyringCancel"_s);
        QTRY_COMPARE(stateOfCard(u"Shop"_s), u"not connected"_s);

        type(u"password"_s, u"another"_s);
        click(u"saveButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOfCard(u"Shop"_s), u"waiting for the keyring"_s, patience);
        click(u"keyringCancel"_s);
        QTRY_COMPARE(the<QLabel>(u"problemText"_s).text(), u"The question to the keyring was cancelled."_s);
        QCOMPARE(stateOfCard(u"Shop"_s), u"not saved"_s);
        expectNoMarker();
    }

    void iReadWhyMyKeyringGivesNothingAndGoOnWhenItDoes_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<bool>("asks");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("locked, and nobody is there to ask")
            << true << false
            << u"The keyring is locked, so its password for this environment cannot be read; nothing in it was changed."_s;
        QTest::newRow("locked, and I do not open it")
            << true << true
            << u"The keyring was not unlocked, so it stays closed; nothing in it was changed."_s;
        QTest::newRow("none")
            << false << false
            << u"No keyring runs in this desktop session, so there is no safe place for a password."_s;
    }
    void iReadWhyMyKeyringGivesNothingAndGoOnWhenItDoes()
    {
        QFETCH(const bool, isThere);
        QFETCH(const bool, asks);
        QFETCH(const QString, sentence);
        saveShop(marker);
        m_keyring = nullptr; // the name on the bus must be free
        if (isThere)
            m_keyring = std::make_unique<KeyringDaemon>(m_bus->address(), KeyringDaemon::Begins::Locked);
        if (asks)
            m_prompter = std::make_unique<FakePrompter>(m_bus->address(), FakePrompter::User::TurnsDown);

        startWithShop();

        const auto *text = window().findChild<QLabel *>(u"startText"_s);
        QTRY_COMPARE_WITH_TIMEOUT(text->text(), sentence, patience);
        QCOMPARE(title(), u"Shop – Tusk"_s);
        auto *retry = window().findChild<QPushButton *>(u"startRetry"_s);
        QVERIFY(retry->isVisible());
        expectNoMarker();

        m_prompter = nullptr;
        m_keyring = nullptr;
        m_keyring = std::make_unique<KeyringDaemon>(m_bus->address());
        retry->click();

        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience); // with the password that it has kept
        expectNoMarker();
    }

    void iNeedNotWaitForTheKeyringWhereTheWindowOpensWithIt()
    {
        saveShop(marker);
        lockKeyring();

        startWithShop();

        auto *cancel = window().findChild<QPushButton *>(u"startCancel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), patience);
        const auto *text = window().findChild<QLabel *>(u"startText"_s);
        const auto *foot = window().findChild<gui::EnvironmentButton *>(u"startEnvironment"_s);
        QCOMPARE(text->text(), u"Your keyring asks for its password…"_s);
        QCOMPARE(foot->accessibleName(), u"Shop, waiting for the keyring"_s);

        cancel->setFocus();
        hands::press(u"Space"_s);

        QTRY_COMPARE_WITH_TIMEOUT(text->text(), u"The question to the keyring was cancelled."_s, patience);
        QVERIFY(!cancel->isVisible());
        QVERIFY(window().findChild<QPushButton *>(u"startRetry"_s)->isVisible());
        QCOMPARE(foot->accessibleName(), u"Shop, not connected"_s);
        expectNoMarker();
    }

    void aTestGoesToTheServerThatIAskedForWhateverITypeMeanwhile()
    {
        saveShop(marker);
        auto &host = the<QLineEdit>(u"host"_s);
        click(u"testButton"_s);
        QCOMPARE(the<QPushButton>(u"testButton"_s).text(), u"Cancel"_s); // the keyring has not answered yet
        host.setText(u"192.0.2.1"_s);                                    // where nobody ever answers
        Q_EMIT host.textEdited(host.text());
        QTRY_VERIFY2_WITH_TIMEOUT(testSummary().startsWith(u"It works"_s), qPrintable(testSummary()),
                                  patience);
        expectNoMarker();
    }

    void iCanGiveUpOnATestThatWaitsForTheKeyring()
    {
        saveShop(marker);
        lockKeyring();
        click(u"testButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOfCard(u"Shop"_s), u"waiting for the keyring"_s, patience);
        QCOMPARE(the<QPushButton>(u"testButton"_s).text(), u"Cancel"_s);
        click(u"testButton"_s);
        QCOMPARE(the<QPushButton>(u"testButton"_s).text(), u"Test"_s);
        click(u"keyringCancel"_s);
        QTRY_VERIFY(!the<QLabel>(u"keyringText"_s).isVisible());
        QVERIFY(testSummary().isEmpty()); // nothing was tried
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
