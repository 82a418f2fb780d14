// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/unsentfolder.h"
#include "base/uuidv7.h"
#include "data/repository/actionjournal.h"
#include "domain/actions.h"
#include "features/environmentsettingstest.h"
#include "gui/environments/environmentlook.h"
#include "gui/environments/environmentswitcher.h"
#include "gui/settings/environments/connectiontestpanel.h"
#include "gui/settings/environments/environmentcard.h"
#include "gui/theme/colors.h"
#include "gui/theme/theme.h"
#include "support/fakeserver.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ProfileList;
using environments::SecretSource;

// The page of the environments in the settings, in the words of those who set them up. There is no keyring
// here.
class TestEnvironmentSettingsFeature final : public EnvironmentSettingsTest
{
    Q_OBJECT

    void importFile(const QString &name, const QByteArray &content)
    {
        QFile file(homeFolder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        openPage();
        answerWithFile(file.fileName());
        click(u"importButton"_s);
    }
    // Whether the card of the first shows the colour of the second.
    [[nodiscard]] bool isColoured(const QString &card, const QString &environment)
    {
        auto &view = the<QListView>(u"cards"_s);
        const QString stored = gui::environmentColor(*profiles().findNamed(environment));
        const QColor expected = gui::Theme::of(&view).listColor(stored);
        const auto row = static_cast<int>(cards().indexOf(card));
        const QImage image = view.viewport()->grab(view.visualRect(view.model()->index(row, 0))).toImage();
        const auto isNear = [](int one, int other) { return std::abs(one - other) <= 2; }; // rounded
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor seen = image.pixelColor(x, y);
                if (isNear(seen.red(), expected.red()) && isNear(seen.green(), expected.green()) &&
                    isNear(seen.blue(), expected.blue()))
                    return true;
            }
        }
        return false;
    }
    void answer(const QString &yes)
    {
        QTRY_VERIFY(question());
        for (QAbstractButton *button : question()->buttons()) {
            if (button->text() == yes)
                button->click();
        }
    }

private Q_SLOTS:
    void iAddOneByPastingItsAddress()
    {
        addShop(marker);
        QCOMPARE(the<QLineEdit>(u"host"_s).text(), u"127.0.0.1"_s);
        QCOMPARE(the<QSpinBox>(u"port"_s).value(), homeDatabase().port);
        QCOMPARE(the<QLineEdit>(u"database"_s).text(), homeDatabase().database);
        QCOMPARE(the<QLineEdit>(u"user"_s).text(), u"tusk"_s);
        QVERIFY(the<QLineEdit>(u"connectionString"_s).text().contains(u"tusk:***@127.0.0.1"_s));
        chooseSource(SecretSource::Kind::ThisRun);
        QVERIFY(!storedNames().contains(u"Shop"_s));

        click(u"saveButton"_s);

        QTRY_VERIFY(storedNames().contains(u"Shop"_s));
        const EnvironmentProfile stored = *profiles().findNamed(u"Shop"_s);
        QCOMPARE(stored.database, homeDatabase().database);
        QCOMPARE(stored.secret.kind, SecretSource::Kind::ThisRun);
        QTRY_VERIFY(the<QPushButton>(u"switchButton"_s).isVisible());
        click(u"switchButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Shop – Tusk"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        expectNoMarker();
    }

    void aWindowOnADatabaseOfItsOwnStaysThereWhateverISetUp()
    {
        quit();
        qputenv("TUSK_DATABASE_URL", shopUrl(marker).toUtf8());
        start();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        const QString before = title();
        openPage();
        QTRY_COMPARE(cards(), (QStringList{u"Local"_s, u"Work"_s, u"Home"_s}));
        QVERIFY(the<QLabel>(u"staysText"_s).isVisible());
        chooseCard(u"Home"_s);
        QVERIFY(!the<QPushButton>(u"switchButton"_s).isVisible());

        type(u"name"_s, u"House"_s);
        click(u"saveButton"_s);

        QTRY_COMPARE(profiles().profiles().constLast().name, u"House"_s);
        QTRY_VERIFY(!the<QPushButton>(u"saveButton"_s).isVisible());
        QCOMPARE(cards(), (QStringList{u"Local"_s, u"Work"_s, u"House"_s}));
        QCOMPARE(title(), before);
        QVERIFY(!window().switcher().hasOthers());
        quit();
        qunsetenv("TUSK_DATABASE_URL");
    }

    void iAmToldWhatIsWrongWithWhatIPasted()
    {
        openPage();
        click(u"addButton"_s);
        type(u"connectionString"_s, u"postgresql://tusk:se@cret@127.0.0.1/todos?pgbouncer=true"_s);
        const QString hint = the<QLabel>(u"connectionHint"_s).text();
        QCOMPARE(the<QLineEdit>(u"host"_s).text(), u"127.0.0.1"_s);
        QVERIFY2(hint.contains(u"@"_s) && hint.contains(u"pgbouncer"_s), qPrintable(hint));
        QVERIFY(!hint.contains(u"cret"_s));
    }

    void iAmWarnedOfALineBreakBehindMyPassword()
    {
        openPage();
        chooseCard(u"Home"_s);
        chooseSource(SecretSource::Kind::Keychain);
        auto &password = the<QLineEdit>(u"password"_s);
        password.setText(u"secret\n"_s);
        Q_EMIT password.textEdited(password.text());
        const auto &hint = the<QLabel>(u"connectionHint"_s);
        QCOMPARE(hint.text(), u"The password ends with a line break."_s);
        QCOMPARE(hint.foregroundRole(), gui::roles::red);
    }

    void iSeeWhereNeonIsReached()
    {
        openPage();
        click(u"addButton"_s);
        type(
            u"connectionString"_s,
            u"psql 'postgresql://ana:x@ep-cool-moon-123456-pooler.eu-central-1.aws.neon.tech/todos?sslmode=require'"_s);
        QCOMPARE(the<QLineEdit>(u"directHost"_s).text(), u"ep-cool-moon-123456.eu-central-1.aws.neon.tech"_s);
        QVERIFY(the<QLabel>(u"connectionHint"_s).text().startsWith(u"Neon, through its pooler."_s));
    }

    void iSeeEachStepOfATest()
    {
        addShop(marker);
        click(u"testButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(testSummary().startsWith(u"It works"_s), qPrintable(testSummary()),
                                  patience);
        const QString all = seen();
        for (const auto *finding :
             {"Somebody answers at port", "is let in", "PostgreSQL 1", "there and back", "up to date"})
            QVERIFY2(all.contains(QLatin1StringView(finding)), finding);
        QVERIFY(!storedNames().contains(u"Shop"_s)); // trying is not saving
        expectNoMarker();
    }

    void iSeeWhyATestFailsAndTheDetailWhenIAsk()
    {
        const qint64 mark = server().logMark();
        addShop(marker + u"wrong"_s);
        click(u"testButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(testSummary(), u"It does not work"_s, patience);
        for (const QString &text :
             {u"Login"_s, u"The database did not accept the user name or the password."_s,
              u"Check both; for a hosted database, copy its connection string again."_s})
            QVERIFY2(seen().contains(text), qPrintable(text));
        const auto *detail = window().findChild<QLabel *>(u"testDetail"_s);
        QVERIFY(detail && !detail->isVisible() && !detail->text().isEmpty());
        auto *button = the<gui::ConnectionTestPanel>(u"connectionTest"_s).findChild<QPushButton *>();
        QVERIFY(button);
        QCOMPARE(button->text(), u"Details"_s);
        button->click();
        QTRY_VERIFY(detail->isVisible());
        QCOMPARE(failedLogins(mark), 1);
        expectNoMarker();
    }

    void iSeeThatADatabaseWakesUpWhileITestIt()
    {
        const FakeServer asleep; // takes the login, and does not answer it
        openPage();
        click(u"addButton"_s);
        type(u"connectionString"_s, u"postgresql://tusk:%1@127.0.0.1:%2/todos?sslmode=disable"_s.arg(
                                        QString::fromLatin1(marker.toUtf8().toPercentEncoding()),
                                        QString::number(asleep.settings().port)));
        click(u"testButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(testSummary(),
                                  u"The database is waking up; this takes up to half a minute…"_s, patience);
        click(u"testButton"_s);
        QTRY_COMPARE(testSummary(), u"Cancelled"_s);
        expectNoMarker();
    }

    void iCanGiveUpOnATest()
    {
        addShop(marker);
        the<QLineEdit>(u"host"_s).setFocus();
        type(u"host"_s, u"192.0.2.1"_s); // where nobody ever answers
        click(u"testButton"_s);
        QCOMPARE(the<QPushButton>(u"testButton"_s).text(), u"Cancel"_s);
        click(u"testButton"_s);
        QTRY_COMPARE(testSummary(), u"Cancelled"_s);
        QCOMPARE(the<QPushButton>(u"testButton"_s).text(), u"Test"_s);
    }

    void aTestGoesOnWhenIMinimiseTheWindow()
    {
        addShop(marker);
        type(u"host"_s, u"192.0.2.1"_s);
        click(u"testButton"_s);
        hands::minimised(*window().findChild<gui::EnvironmentsPage *>());
        QCOMPARE(the<QPushButton>(u"testButton"_s).text(), u"Cancel"_s);
        click(u"testButton"_s);
        QTRY_COMPARE(testSummary(), u"Cancelled"_s);
    }

    void iKeepAPasswordForThisRunWhereThereIsNoKeyring()
    {
        addShop(marker);
        click(u"saveButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(the<QPushButton>(u"forThisRun"_s).isVisible(), patience);
        QVERIFY(the<QLabel>(u"problemText"_s).text().contains(u"keyring"_s));
        QVERIFY(!storedNames().contains(u"Shop"_s));
        click(u"forThisRun"_s);
        QTRY_VERIFY(storedNames().contains(u"Shop"_s));
        QCOMPARE(profiles().findNamed(u"Shop"_s)->secret.kind, SecretSource::Kind::ThisRun);
        expectNoMarker();
    }

    void myPasswordMayBeInTheFileOfLibpq()
    {
        QFile file(homeFolder() + u"/.pgpass"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("127.0.0.1:*:*:tusk:" + marker.toUtf8() + '\n');
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        EnvironmentProfile shop = profileFor(u"Shop"_s, EnvironmentKind::Staging, homeDatabase());
        shop.secret.kind = SecretSource::Kind::LibpqFiles;
        change([&shop](ProfileList &list) { return list.add(shop); });
        session().raise({}, shop.id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Shop – Tusk"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        QVERIFY(file.remove()); // where it may be
        expectNoMarker();
    }

    void iAmAskedForThePasswordOfThisRunAndOnlyOnceIfItIsRight()
    {
        EnvironmentProfile shop = profileFor(u"Shop"_s, EnvironmentKind::Staging, homeDatabase());
        shop.secret.kind = SecretSource::Kind::ThisRun;
        change([&shop](ProfileList &list) {
            if (auto added = list.add(shop); !added)
                return added;
            return list.setCurrent(shop.id);
        });
        quit();
        const qint64 mark = server().logMark();
        start();
        auto *password = window().findChild<QLineEdit *>(u"startPassword"_s);
        const auto *text = window().findChild<QLabel *>(u"startText"_s);
        QTRY_VERIFY(password->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), password);
        hands::type(u"wrong"_s);
        hands::press(u"Return"_s);
        QTRY_COMPARE_WITH_TIMEOUT(text->text(),
                                  u"The database did not accept the user name or the password."_s, patience);
        QTRY_VERIFY(password->isVisible());
        QCOMPARE(failedLogins(mark), 1);
        QTRY_COMPARE(QApplication::focusWidget(), password);
        hands::type(marker);
        hands::press(u"Return"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        QCOMPARE(failedLogins(mark), 1);
        expectNoMarker();
    }

    void iAmAskedBeforeAPasswordGoesToAnotherServer()
    {
        EnvironmentProfile shop = profileFor(u"Shop"_s, EnvironmentKind::Staging, homeDatabase());
        shop.secret.kind = SecretSource::Kind::Keychain;
        change([&shop](ProfileList &list) { return list.add(shop); });
        session().raise({}, home().id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
        openPage();
        chooseCard(u"Shop"_s);
        type(u"host"_s, u"elsewhere.example.org"_s);
        click(u"saveButton"_s);
        QTRY_VERIFY(question());
        QVERIFY(question()->text().contains(u"elsewhere.example.org"_s));
        question()->reject();
        QTRY_VERIFY(!question());
        QCOMPARE(profiles().findNamed(u"Shop"_s)->host, shop.host);

        click(u"revertButton"_s);
        click(u"moreButton"_s);
        type(u"directHost"_s, u"past.example.org"_s);
        click(u"saveButton"_s);
        QTRY_VERIFY(question());
        QVERIFY(question()->text().contains(u"past.example.org"_s));
    }

    void iAmAskedBeforeAFileSendsAPasswordToAnotherServer()
    {
        EnvironmentProfile shop = profileFor(u"Shop"_s, EnvironmentKind::Staging, homeDatabase());
        shop.secret = {SecretSource::Kind::Variable, u"SHOP_PASSWORD"_s};
        change([&shop](ProfileList &list) { return list.add(shop); });
        session().raise({}, home().id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
        importFile(u".env.shop"_s, "DATABASE_URL=postgresql://ana@elsewhere.example.org/todos\n");
        QTRY_VERIFY(question());
        QVERIFY2(question()->informativeText().contains(
                     u"The password of %1 would be sent to elsewhere.example.org."_s.arg(shop.host)),
                 qPrintable(question()->informativeText()));
        QCOMPARE(profiles().findNamed(u"Shop"_s)->host, shop.host);
    }

    void iKeepImportedPasswordsForThisRunWhereThereIsNoKeyring()
    {
        importFile(u".env.shop"_s, "DATABASE_URL="_ba + shopUrl(marker).toUtf8() + '\n');
        answer(u"Import"_s);
        QTRY_VERIFY_WITH_TIMEOUT(the<QPushButton>(u"forThisRun"_s).isVisible(), patience);
        QVERIFY(!storedNames().contains(u"shop"_s));
        click(u"forThisRun"_s);
        QTRY_VERIFY(storedNames().contains(u"shop"_s));
        QCOMPARE(profiles().findNamed(u"shop"_s)->secret.kind, SecretSource::Kind::ThisRun);
        session().raise({}, profiles().findNamed(u"shop"_s)->id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"shop – Tusk"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience); // with the password
    }

    void aPasswordOfAFileIsKeptAlsoWhereNoneWasNeededSoFar()
    {
        change([this](ProfileList &list) {
            return list.add(profileFor(u"shop"_s, EnvironmentKind::Staging, homeDatabase()));
        });
        session().raise({}, home().id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
        importFile(u".env.shop"_s, "DATABASE_URL="_ba + shopUrl(marker).toUtf8() + '\n');
        answer(u"Import"_s);
        QTRY_VERIFY_WITH_TIMEOUT(the<QPushButton>(u"forThisRun"_s).isVisible(), patience);
        click(u"forThisRun"_s);
        QTRY_COMPARE(profiles().findNamed(u"shop"_s)->secret.kind, SecretSource::Kind::ThisRun);
    }

    void iAmToldThatAPasswordOfAFileIsNotKept()
    {
        EnvironmentProfile shop = profileFor(u"shop"_s, EnvironmentKind::Staging, homeDatabase());
        shop.secret = {SecretSource::Kind::Variable, u"SHOP_PASSWORD"_s};
        change([&shop](ProfileList &list) { return list.add(shop); });
        session().raise({}, home().id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
        importFile(u".env.shop"_s, "DATABASE_URL="_ba + shopUrl(marker).toUtf8() + '\n');
        QTRY_VERIFY(question());
        QVERIFY2(question()->informativeText().contains(u"is not kept"_s),
                 qPrintable(question()->informativeText()));
        question()->reject();
        QTRY_VERIFY(!question());
    }

    void iAmToldThatAUserIsNoPartOfTheServersName()
    {
        openPage();
        chooseCard(u"Home"_s);
        for (const QString &field : {u"host"_s, u"directHost"_s}) {
            type(field, u"ann:secret@db"_s);
            click(u"saveButton"_s);
            QTRY_VERIFY(the<QLabel>(u"problemText"_s).isVisible());
            QVERIFY(the<QLabel>(u"problemText"_s).text().contains(u"“@”"_s));
            click(u"revertButton"_s);
        }
        QCOMPARE(profiles().findNamed(u"Home"_s)->host, home().host);
    }

    void iAmToldWhatWouldBeLostBeforeIRemoveOne()
    {
        repository::ActionJournal journal(app::unsentFolder(home()));
        QVERIFY(journal.open(domain::DatabaseId(base::makeUuidV7())));
        domain::Todo todo;
        todo.id = domain::TodoId(base::makeUuidV7());
        todo.title = u"on its way"_s;
        QVERIFY(journal.append(domain::createTodos({todo}, QDateTime::currentDateTimeUtc())));
        openPage();
        chooseCard(u"Home"_s);
        the<QMenu>(u"environmentActions"_s).findChild<QAction *>(u"remove"_s)->trigger();
        QTRY_VERIFY(question());
        QVERIFY2(question()->informativeText().startsWith(u"1 change waits"_s),
                 qPrintable(question()->informativeText()));
    }

    void iImportFromAFileAfterALook()
    {
        QFile file(homeFolder() + u"/.env.staging"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("DATABASE_URL=postgresql://ana@db.example.org/todos\nNEON_POOL_SIZE=4\n");
        file.close();
        openPage();
        answerWithFile(file.fileName());
        click(u"importButton"_s);
        QTRY_VERIFY(question());
        QCOMPARE(question()->informativeText(), u"New: staging, at db.example.org"_s);
        QVERIFY(!storedNames().contains(u"staging"_s));
        for (QAbstractButton *button : question()->buttons()) {
            if (button->text() == u"Import"_s)
                button->click();
        }
        QTRY_VERIFY(storedNames().contains(u"staging"_s));
        QCOMPARE(profiles().findNamed(u"staging"_s)->pool.size, 4);
        QTRY_VERIFY(cards().contains(u"staging"_s));
    }

    void iChooseTheRootCertificate()
    {
        openPage();
        chooseCard(u"Home"_s);
        click(u"moreButton"_s);
        answerWithFile(u"/etc/ssl/my own root.crt"_s);
        click(u"rootCertificateButton"_s);
        QCOMPARE(the<QLineEdit>(u"rootCertificate"_s).text(), u"/etc/ssl/my own root.crt"_s);
        click(u"saveButton"_s);
        QTRY_COMPARE(profiles().findNamed(u"Home"_s)->rootCertificate, u"/etc/ssl/my own root.crt"_s);
    }

    void iReadHowEachIsInFull()
    {
        openPage();
        const auto &view = the<QListView>(u"cards"_s);
        const QFontMetrics metrics(gui::Theme::of(&view).type().small);
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            const QModelIndex index = view.model()->index(row, 0);
            const QString state = index.data(gui::EnvironmentCardDelegate::StateRole).toString();
            QVERIFY(view.visualRect(index).width() > metrics.horizontalAdvance(state));
        }
        QStyleOptionViewItem option;
        option.widget = &view;
        QStandardItemModel longest(1, 1);
        longest.setData(longest.index(0, 0), u"waking the database… · 3 changes waiting"_s,
                        gui::EnvironmentCardDelegate::StateRole);
        QVERIFY(view.itemDelegate()->sizeHint(option, longest.index(0, 0)).width() >
                metrics.horizontalAdvance(u"waking the database… · 3 changes waiting"_s));
    }

    void iSeeTheColourOfEach()
    {
        openPage();
        chooseCard(u"Local"_s); // its frame has a colour, too
        for (const QString &environment : {u"Work"_s, u"Home"_s})
            QVERIFY2(isColoured(environment, environment), qPrintable(environment));
        QVERIFY(!isColoured(u"Home"_s, u"Work"_s));
        QVERIFY(!isColoured(u"Work"_s, u"Home"_s));
    }

    void iSeeAllOfAFormInASmallWindow()
    {
        window().resize(764, 420);
        openPage();
        chooseCard(u"Home"_s);
        const auto &form = the<QScrollArea>(u"scroll"_s);
        QTRY_VERIFY(form.verticalScrollBar()->maximum() > 0); // laid out
        QCOMPARE(form.horizontalScrollBar()->maximum(), 0);
        const auto edgeOf = [&form](const QWidget &field) { return field.mapTo(&form, QPoint()).x(); };
        QCOMPARE(edgeOf(the<QLineEdit>(u"name"_s)), edgeOf(the<QComboBox>(u"kind"_s)));
        QCOMPARE(edgeOf(the<QComboBox>(u"colour"_s)), edgeOf(the<QComboBox>(u"tls"_s)));
    }

    void iPutThemInOrderAndRemoveThem()
    {
        openPage();
        QCOMPARE(cards(), (QStringList{u"Local"_s, u"Work"_s, u"Home"_s}));
        chooseCard(u"Home"_s);
        auto &menu = the<QMenu>(u"environmentActions"_s);
        menu.findChild<QAction *>(u"moveBack"_s)->trigger();
        QTRY_COMPARE(cards(), (QStringList{u"Local"_s, u"Home"_s, u"Work"_s}));
        menu.findChild<QAction *>(u"setFirst"_s)->trigger();
        QTRY_COMPARE(profiles().current().name, u"Home"_s);
        menu.findChild<QAction *>(u"remove"_s)->trigger();
        QTRY_VERIFY(question());
        for (QAbstractButton *button : question()->buttons()) {
            if (button->text() == u"Remove"_s)
                button->click();
        }
        QTRY_COMPARE(cards(), (QStringList{u"Local"_s, u"Work"_s}));
        QCOMPARE(storedNames().size(), 2);
    }

    void whatITypedStaysUntilISaveItOrTakeItBack()
    {
        openPage();
        chooseCard(u"Home"_s);
        type(u"user"_s, u"somebody"_s);
        chooseCard(u"Work"_s);
        QVERIFY(!the<QPushButton>(u"saveButton"_s).isVisible());
        chooseCard(u"Home"_s);
        QCOMPARE(the<QLineEdit>(u"user"_s).text(), u"somebody"_s);
        QCOMPARE(profiles().findNamed(u"Home"_s)->user, home().user);
        click(u"revertButton"_s);
        QCOMPARE(the<QLineEdit>(u"user"_s).text(), home().user);
        QVERIFY(!the<QPushButton>(u"saveButton"_s).isVisible());
    }

    void iCannotGiveTwoTheSameName()
    {
        openPage();
        chooseCard(u"Home"_s);
        type(u"name"_s, u"work"_s);
        click(u"saveButton"_s);
        QTRY_VERIFY(the<QLabel>(u"problemText"_s).isVisible());
        QVERIFY(the<QLabel>(u"problemText"_s).text().contains(u"already"_s));
        QCOMPARE(storedNames(), (QStringList{u"local"_s, u"Work"_s, u"Home"_s}));
    }
};

QTEST_MAIN(TestEnvironmentSettingsFeature)
#include "tst_environmentsettingsfeature.moc"
