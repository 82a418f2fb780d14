// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/environmentsecrets.h"
#include "environments/connectionaddress.h"
#include "environments/keyringdaemon.h"
#include "features/environmentsettingstest.h"
#include "features/tabwalk.h"
#include "gui/import/importassistant.h"
#include "gui/settings/environments/environmentform.h"
#include "gui/theme/colors.h"
#include "gui/theme/themekeeper.h"
#include "support/flatjson.h"
#include "support/privatebus.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>

#include <limits>
#include <optional>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ProfileList;

namespace
{

// What a user fills in, by the words that are read beside it.
struct Entry {
    QString field;
    QString typed;       // or chosen; of a box to tick: on, off
    QJsonObject members; // what is different in the file then, by its path
};

QList<Entry> allFields()
{
    return {
        {u"Name"_s, u"Every field"_s, {{u"name"_s, u"Every field"_s}}},
        {u"Kept"_s, u"No password"_s, {{u"secret.source"_s, u"none"_s}}},
        {u"Colour"_s, u"Colour 3"_s, {{u"colour"_s, gui::listColors().at(2).name()}}},
        {u"Ask before deleting many todos and changing tables"_s,
         u"on"_s,
         {{u"confirm_destructive"_s, true}}},
        {u"Kind"_s, u"Staging"_s, {{u"kind"_s, u"staging"_s}}},
        {u"Server"_s, u"pooler.example.org"_s, {{u"host"_s, u"pooler.example.org"_s}}},
        {u"Port"_s, u"6001"_s, {{u"port"_s, 6001}}},
        {u"Database"_s, u"to do’s"_s, {{u"database"_s, u"to do’s"_s}}},
        {u"User"_s, u"ann@corp"_s, {{u"user"_s, u"ann@corp"_s}}},
        {u"Root certificate"_s, u"/etc/ssl/our root.crt"_s, {{u"sslrootcert"_s, u"/etc/ssl/our root.crt"_s}}},
        {u"Encryption"_s, u"Verify the server"_s, {{u"sslmode"_s, u"verify-ca"_s}}},
        {u"Server past the pooler"_s, u"db.example.org"_s, {{u"direct_host"_s, u"db.example.org"_s}}},
        {u"Port past the pooler"_s, u"6002"_s, {{u"direct_port"_s, 6002}}},
        {u"Channel binding"_s, u"Always"_s, {{u"channel_binding"_s, u"require"_s}}},
        {u"Connections at most"_s, u"9"_s, {{u"pool.size"_s, 9}}},
        {u"Kept open"_s, u"5"_s, {{u"pool.minimum_idle"_s, 5}}},
        {u"Time to connect"_s, u"11"_s, {{u"pool.connect_timeout_ms"_s, 11'000}}},
        {u"Time for a free one"_s, u"12"_s, {{u"pool.acquire_timeout_ms"_s, 12'000}}},
        {u"Time to answer"_s, u"13"_s, {{u"pool.statement_timeout_ms"_s, 13'000}}},
        {u"Close unused after"_s, u"15"_s, {{u"pool.recycle_age_s"_s, 15}}},
        {u"Sign of life after"_s, u"16"_s, {{u"pool.keepalives_idle_s"_s, 16}}},
        {u"Again every"_s, u"17"_s, {{u"pool.keepalives_interval_s"_s, 17}}},
        {u"At most"_s, u"18"_s, {{u"pool.keepalives_count"_s, 18}}},
        {u"Name at the server"_s, u"desk"_s, {{u"application_name"_s, u"desk"_s}}},
        {u"Look at a connection before it is used"_s, u"off"_s, {{u"pool.pre_ping"_s, false}}},
        {u"Hear of changes made elsewhere, by one more connection"_s, u"off"_s, {{u"listen"_s, false}}},
        {u"Only read, change nothing"_s, u"on"_s, {{u"read_only"_s, true}}},
        {u"Kept"_s, u"In the files of libpq"_s, {{u"secret.source"_s, u"libpq-files"_s}}},
        {u"Service, if there is one"_s, u"SHOP"_s, {{u"secret.name"_s, u"SHOP"_s}}},
        {u"Kept"_s, u"In an environment variable"_s, {{u"secret.source"_s, u"variable"_s}}},
        {u"Name of the variable"_s, u"SHOP_PASSWORD"_s, {{u"secret.name"_s, u"SHOP_PASSWORD"_s}}},
    };
}

} // namespace

// The form of an environment, field by field, in the words of those who fill it in. There is a real keyring.
class TestEnvironmentFormFeature final : public EnvironmentSettingsTest
{
    Q_OBJECT

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<KeyringDaemon> m_keyring;

    [[nodiscard]] gui::EnvironmentForm &form() { return *window().findChild<gui::EnvironmentForm *>(); }
    void openMore()
    {
        click(u"moreButton"_s);
        QTRY_VERIFY(findField(u"Name at the server"_s)); // laid out
    }

    // --- what is seen of the form
    [[nodiscard]] static QString shown(QString text) { return text.remove(u'&'); }
    [[nodiscard]] static bool isField(const QWidget &widget)
    {
        const bool isOwnLine = qobject_cast<const QLineEdit *>(&widget) &&
                               !qobject_cast<const QAbstractSpinBox *>(widget.parentWidget());
        return isOwnLine || qobject_cast<const QComboBox *>(&widget) ||
               qobject_cast<const QSpinBox *>(&widget);
    }
    // The next one behind the words in the same row; null: there is none.
    [[nodiscard]] QWidget *fieldBeside(const QLabel &words)
    {
        const QPoint middle = words.mapTo(&form(), words.rect().center());
        QWidget *nearest = nullptr;
        int distance = std::numeric_limits<int>::max();
        for (QWidget *widget : form().findChildren<QWidget *>()) {
            const QRect place(widget->mapTo(&form(), QPoint()), widget->size());
            const int gap = place.left() - middle.x();
            if (!isField(*widget) || !widget->isVisible() || gap < 0 || gap > distance ||
                middle.y() < place.top() || middle.y() > place.bottom())
                continue;
            nearest = widget;
            distance = gap;
        }
        return nearest;
    }
    // Null: there is none, or it is not laid out yet.
    [[nodiscard]] QWidget *findField(const QString &words)
    {
        for (QCheckBox *box : form().findChildren<QCheckBox *>()) {
            if (box->isVisible() && shown(box->text()) == words)
                return box;
        }
        for (const QLabel *label : form().findChildren<QLabel *>()) {
            if (QWidget *found =
                    label->isVisible() && shown(label->text()) == words ? fieldBeside(*label) : nullptr)
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] QWidget &field(const QString &words)
    {
        if (QWidget *found = findField(words))
            return *found;
        qFatal("no field %s", qPrintable(words));
    }
    [[nodiscard]] QString valueOf(const QString &words)
    {
        const QWidget &found = field(words);
        if (const auto *box = qobject_cast<const QComboBox *>(&found))
            return box->currentText();
        if (const auto *box = qobject_cast<const QCheckBox *>(&found))
            return box->isChecked() ? u"on"_s : u"off"_s;
        if (const auto *box = qobject_cast<const QSpinBox *>(&found))
            return QString::number(box->value());
        return static_cast<const QLineEdit &>(found).text();
    }

    // --- what is done with it
    void enter(const QString &words, const QString &typed)
    {
        QWidget &found = field(words);
        if (auto *box = qobject_cast<QComboBox *>(&found)) {
            QVERIFY2(box->findText(typed) >= 0, qPrintable(typed));
            box->setCurrentIndex(box->findText(typed));
            Q_EMIT box->activated(box->currentIndex());
        } else if (auto *tick = qobject_cast<QCheckBox *>(&found)) {
            if (tick->isChecked() != (typed == "on"_L1))
                tick->click();
        } else {
            found.setFocus();
            if (auto *number = qobject_cast<QSpinBox *>(&found))
                number->selectAll();
            else
                static_cast<QLineEdit &>(found).selectAll();
            QGuiApplication::clipboard()->setText(typed);
            hands::press(u"Ctrl+V"_s);
            hands::press(u"Tab"_s);
        }
    }
    void save()
    {
        click(u"saveButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(!the<QPushButton>(u"saveButton"_s).isVisible(),
                                  qPrintable(the<QLabel>(u"problemText"_s).text()), patience);
    }
    // The one that was added last, as it is in the file.
    [[nodiscard]] static QJsonObject written()
    {
        QFile file(environments::ProfileStore::defaultPath());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QJsonArray all =
            QJsonDocument::fromJson(file.readAll()).object().value(u"environments"_s).toArray();
        return flat(all.last().toObject());
    }
    [[nodiscard]] static QString keptPassword(const QString &environment)
    {
        app::EnvironmentSecrets secrets;
        std::optional<base::Result<QString>> found;
        secrets.resolver().resolve(*profiles().findNamed(environment),
                                   [&found](const base::Result<QString> &secret) { found = secret; }, {});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(found, patience); }();
        return found && *found ? **found : QString();
    }
    void startAgain()
    {
        quit();
        start();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        openPage();
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
    void everyFieldIsSavedAndFoundAgainAsIFilledItIn()
    {
        // Given
        openPage();
        click(u"addButton"_s);
        openMore();
        save();
        QJsonObject before = written();
        QStringList untouched = before.keys();
        untouched.removeOne(u"id"_s);

        // When
        QMap<QString, Entry> last; // by the name of the widget, which may have had other words before
        for (const Entry &entry : allFields()) {
            enter(entry.field, entry.typed);
            last.insert(field(entry.field).objectName(), entry);
            save();
            const QJsonObject after = written();
            QVERIFY2(textOf(changes(before, after)) == textOf(entry.members),
                     qPrintable(entry.field + u": "_s + QString::fromUtf8(textOf(changes(before, after)))));
            for (const QString &member : entry.members.keys())
                untouched.removeOne(member);
            before = after;
        }

        // Then
        QCOMPARE(untouched, QStringList()); // every member of the file has a field
        startAgain();
        chooseCard(u"Every field"_s);
        openMore();
        for (const Entry &entry : std::as_const(last))
            QVERIFY2(valueOf(entry.field) == entry.typed,
                     qPrintable(entry.field + u": "_s + valueOf(entry.field)));
        QCOMPARE(written(), before); // looking changes nothing
    }

    void iWalkThroughTheWholeFormWithTheTabKey()
    {
        const gui::ThemeKeeper theme; // it draws the focus
        window().resize(764, 420);    // most of it has to be scrolled to
        openPage();
        click(u"addButton"_s);
        openMore();
        QVERIFY(the<QLineEdit>(u"name"_s).hasFocus());
        const QStringList stops = walkRoundByTab();
        for (const char *stop :
             {"Name", "As its kind", "Connection string", "Server", "Port", "Database", "Password",
              "In the keyring", "Root certificate", "Port past the pooler", "At most", "Name at the server",
              "Only read, change nothing", "Pages of the settings", "Environments", "Add an environment"})
            QVERIFY2(stops.contains(QString::fromLatin1(stop)),
                     qPrintable(QString::fromLatin1(stop) + u" is not in:\n"_s + stops.join(u'\n')));
    }

    void iComeToTheFormFromTheCardsAndFromTheFormToWhatIsBelow()
    {
        openPage();
        click(u"addButton"_s);
        QVERIFY(the<QLineEdit>(u"name"_s).hasFocus());
        hands::press(u"Shift+Tab"_s);
        QVERIFY(the<QToolButton>(u"addButton"_s).hasFocus());
        hands::press(u"Shift+Tab"_s);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"cards"_s);
        the<QPushButton>(u"moreButton"_s).setFocus();
        hands::press(u"Tab"_s);
        QVERIFY(the<QPushButton>(u"importButton"_s).hasFocus());
        the<QPushButton>(u"saveButton"_s).setFocus();
        hands::press(u"Tab"_s);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"pageList"_s);
    }

    void myPasswordIsInTheKeyringOfItsEnvironmentOnly()
    {
        openPage();
        click(u"addButton"_s);
        enter(u"Name"_s, u"Shop"_s);
        enter(u"Server"_s, u"shop.example.org"_s);
        enter(u"Password"_s, marker);
        save();
        click(u"addButton"_s);
        enter(u"Name"_s, u"Stall"_s);
        enter(u"Server"_s, u"stall.example.org"_s);
        enter(u"Password"_s, u"another one"_s);
        save();

        startAgain();

        QCOMPARE(keptPassword(u"Shop"_s), marker);
        QCOMPARE(keptPassword(u"Stall"_s), u"another one"_s);
        chooseCard(u"Shop"_s);
        QCOMPARE(valueOf(u"Password"_s), QString());
        QCOMPARE(the<QLineEdit>(u"password"_s).placeholderText(), u"As it is in the keyring"_s);
        expectNoMarker();
    }

    void theNameOfEachFieldStandsBesideIt()
    {
        openPage();
        chooseCard(u"Home"_s);
        openMore();
        int fields = 0;
        for (const QLabel *label : form().findChildren<QLabel *>()) {
            QWidget *beside = label->isVisible() && label->buddy() ? fieldBeside(*label) : nullptr;
            if (!beside)
                continue; // of the connection string, which is below
            QCOMPARE(label->buddy(), beside);
            QCOMPARE(beside->accessibleName(), shown(label->text()));
            ++fields;
        }
        QCOMPARE(fields, 24);
    }

    void iScrollOverFieldsWithoutChangingThem()
    {
        window().resize(764, 420);
        openPage();
        chooseCard(u"Home"_s);
        openMore();
        auto &area = the<QScrollArea>(u"scroll"_s);
        QTRY_VERIFY(area.verticalScrollBar()->maximum() > the<QCheckBox>(u"readOnly"_s).y()); // laid out
        QTRY_COMPARE(area.horizontalScrollBar()->maximum(), 0); // all of it is seen
        for (const QString &words : {u"Encryption"_s, u"Port"_s, u"Connections at most"_s}) {
            QWidget &under = field(words);
            const QString before = valueOf(words);
            QVERIFY(!under.hasFocus());
            area.verticalScrollBar()->setValue(0);
            const QPointF middle(under.rect().center());
            QWheelEvent turn(middle, under.mapToGlobal(middle), {}, QPoint(0, -120), Qt::NoButton,
                             Qt::NoModifier, Qt::NoScrollPhase, false);
            QSpontaneKeyEvent::setSpontaneous(&turn); // only such a one goes on to what is below
            qApp->notify(&under, &turn);
            QCOMPARE(valueOf(words), before);
            QCOMPARE_GT(area.verticalScrollBar()->value(), 0);
        }
        QVERIFY(!the<QPushButton>(u"saveButton"_s).isVisible());
    }

    void whatFollowsFromAFieldIsSavedWithIt()
    {
        openPage();
        chooseCard(u"Home"_s);
        openMore();
        enter(u"Server"_s, u"ep-old-1-pooler.eu.aws.neon.tech"_s);
        save();
        QCOMPARE(profiles().findNamed(u"Home"_s)->directHost, u"ep-old-1.eu.aws.neon.tech"_s);
        enter(u"Server"_s, u"ep-new-2-pooler.eu.aws.neon.tech"_s);
        save();
        QCOMPARE(profiles().findNamed(u"Home"_s)->directHost, u"ep-new-2.eu.aws.neon.tech"_s);
        enter(u"Encryption"_s, u"Verify server and name"_s);
        save();
        QCOMPARE(profiles().findNamed(u"Home"_s)->rootCertificate, environments::systemRootCertificates());
        enter(u"Kind"_s, u"Production"_s);
        save();
        QVERIFY(profiles().findNamed(u"Home"_s)->confirmDestructive);
    }

    void theKindOfANewOneFollowsItsNameUntilIChooseOne()
    {
        const auto kind = [this] { return the<QComboBox>(u"kind"_s).currentText(); };
        const auto asks = [this] { return the<QCheckBox>(u"confirmDestructive"_s).isChecked(); };
        openPage();
        click(u"addButton"_s);
        enter(u"Name"_s, u"Shop production"_s);
        QCOMPARE(kind(), u"Production"_s);
        QVERIFY(asks());
        enter(u"Name"_s, u"Shop stage"_s);
        QCOMPARE(kind(), u"Staging"_s);
        QVERIFY(!asks());
        enter(u"Name"_s, u"Live"_s);
        chooseCard(u"Home"_s);
        chooseCard(u"Live"_s);
        QCOMPARE(kind(), u"Production"_s);
        QVERIFY(asks());

        enter(u"Kind"_s, u"Development"_s);
        enter(u"Name"_s, u"Shop live"_s);
        QCOMPARE(kind(), u"Development"_s);
        save();
        QCOMPARE(written().value(u"kind"_s), u"development"_s);

        enter(u"Name"_s, u"Shop local"_s);
        QCOMPARE(kind(), u"Development"_s); // it was there already
    }

    void aKindThatIChoseIsKeptWhenIComeBackToIt()
    {
        openPage();
        click(u"addButton"_s);
        enter(u"Name"_s, u"prod"_s);
        enter(u"Kind"_s, u"Staging"_s);
        enter(u"Kind"_s, u"Production"_s);
        chooseCard(u"Home"_s);
        chooseCard(u"prod"_s);
        enter(u"Name"_s, u"main"_s);
        QCOMPARE(the<QComboBox>(u"kind"_s).currentText(), u"Production"_s);
        QVERIFY(the<QCheckBox>(u"confirmDestructive"_s).isChecked());
    }

    void aDuplicateOfProductionStaysProductionUnderAnotherName()
    {
        openPage();
        chooseCard(u"Home"_s);
        enter(u"Kind"_s, u"Production"_s);
        save();
        the<QMenu>(u"environmentActions"_s).findChild<QAction *>(u"duplicate"_s)->trigger();
        enter(u"Name"_s, u"Reporting"_s);
        QCOMPARE(the<QComboBox>(u"kind"_s).currentText(), u"Production"_s);
        QVERIFY(the<QCheckBox>(u"confirmDestructive"_s).isChecked());
    }

    void whatIWantedToBeAskedIsAskedWhateverTheNamePassesThrough()
    {
        openPage();
        click(u"addButton"_s);
        enter(u"Name"_s, u"prod"_s);
        enter(u"Name"_s, u"products"_s);
        QVERIFY(!the<QCheckBox>(u"confirmDestructive"_s).isChecked());
        the<QCheckBox>(u"confirmDestructive"_s).click();
        enter(u"Name"_s, u"prod"_s);
        enter(u"Name"_s, u"products"_s);
        QVERIFY(the<QCheckBox>(u"confirmDestructive"_s).isChecked());
    }

    void anEnvironmentThatIsOpenIsCalledByItsNewName()
    {
        openPage();
        chooseCard(u"Work"_s);
        enter(u"Name"_s, u"Live"_s);
        save();
        QTRY_COMPARE(title(), u"Live – Tusk"_s);
        window().actions().action(gui::ActionId::ImportTodos).trigger();
        QTRY_VERIFY(window().findChild<gui::ImportAssistant *>());
        QCOMPARE(window().findChild<gui::ImportAssistant *>()->target().name, u"Live"_s);
    }

    void aColourOfMyOwnStaysWhenTheKindChanges()
    {
        change([this](ProfileList &list) {
            EnvironmentProfile coloured = home();
            coloured.colour = u"#123456"_s;
            return list.replace(coloured);
        });
        session().raise({}, home().id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
        openPage();
        chooseCard(u"Home"_s);
        enter(u"Kind"_s, u"Production"_s);
        save();
        QCOMPARE(profiles().findNamed(u"Home"_s)->kind, EnvironmentKind::Production);
        QCOMPARE(profiles().findNamed(u"Home"_s)->colour, u"#123456"_s);
    }

    void aPortBehindTheServerGoesWhereItBelongs()
    {
        openPage();
        click(u"addButton"_s);
        openMore();
        enter(u"Kept"_s, u"No password"_s);
        enter(u"Server"_s, u"[2001:db8::1]:6543"_s);
        enter(u"Server past the pooler"_s, u"db.example.org:5433"_s);
        QCOMPARE(valueOf(u"Server"_s), u"2001:db8::1"_s);
        QCOMPARE(valueOf(u"Port"_s), u"6543"_s);
        QCOMPARE(the<QLineEdit>(u"connectionString"_s).text(),
                 u"postgresql://[2001:db8::1]:6543/?sslmode=require"_s);
        save();
        QCOMPARE(written().value(u"host"_s), u"2001:db8::1"_s);
        QCOMPARE(written().value(u"port"_s), 6543);
        QCOMPARE(written().value(u"direct_host"_s), u"db.example.org"_s);
        QCOMPARE(written().value(u"direct_port"_s), 5433);
    }

    void aPasswordDoesNotStayBehindTheStringThatItCameWith()
    {
        openPage();
        click(u"addButton"_s);
        type(u"connectionString"_s, u"postgresql://ann:of-one@one.example.org/todos"_s);
        QCOMPARE(valueOf(u"Password"_s), u"of-one"_s);
        type(u"connectionString"_s, u"postgresql://ann@two.example.org/todos"_s);
        QCOMPARE(valueOf(u"Server"_s), u"two.example.org"_s);
        QCOMPARE(valueOf(u"Password"_s), QString());

        enter(u"Password"_s, u"typed"_s);
        type(u"connectionString"_s, u"postgresql://ann@three.example.org/todos"_s);
        QCOMPARE(valueOf(u"Password"_s), u"typed"_s); // by whoever wants it to be used
    }

    void aDatabaseOfThisComputerNeedsNoServer()
    {
        openPage();
        click(u"addButton"_s);
        enter(u"Kept"_s, u"No password"_s);
        type(u"connectionString"_s, u"postgresql://ann@:1/todos"_s); // where nobody answers
        QCOMPARE(the<QLineEdit>(u"connectionString"_s).text(), u"postgresql://ann@:1/todos?sslmode=prefer"_s);
        QVERIFY(the<QPushButton>(u"testButton"_s).isEnabled());
        click(u"testButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(testSummary(), u"It does not work"_s, patience);
        QVERIFY(seen().contains(u"The server is on this computer."_s));
        QVERIFY(seen().contains(u"No database server is running at this address."_s));
    }
};

QTEST_MAIN(TestEnvironmentFormFeature)
#include "tst_environmentformfeature.moc"
