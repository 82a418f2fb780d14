// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/fakeprompter.h"
#include "environments/keychainsecretstore.h"
#include "environments/keyringdaemon.h"
#include "environments/secretanswers.h"
#include "support/guipausemeter.h"
#include "support/markersearch.h"
#include "support/privatebus.h"
#include "support/sanitizers.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QElapsedTimer>
#include <QProcess>

#include <csignal>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using environments::KeychainSecretStore;
using environments::SecretProblem;
using environments::Unlocking;
using tests::SecretWait;

namespace
{

const QString marker = u"hare/bell@Wort%95-marker"_s;

void useBus(const QString &address)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", address.toLocal8Bit());
}

// Locks all that the keyring holds, as a screen lock does.
void lockKeyring(const QString &busAddress)
{
    const QString name = QUuid::createUuid().toString();
    {
        const QDBusConnection bus = QDBusConnection::connectToBus(busAddress, name);
        QDBusMessage lock =
            QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                           u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
        const QList<QDBusObjectPath> all{QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)};
        lock.setArguments({QVariant::fromValue(all)});
        const QDBusMessage answer = bus.call(lock);
        QCOMPARE(answer.errorMessage(), QString());
    }
    QDBusConnection::disconnectFromBus(name);
}

// How many entries the keyring has with these attributes, by the word of the keyring itself.
qsizetype entriesWith(const QString &busAddress, const QMap<QString, QString> &attributes)
{
    const QString name = QUuid::createUuid().toString();
    qDBusRegisterMetaType<QMap<QString, QString>>();
    qsizetype entries = 0;
    {
        const QDBusConnection bus = QDBusConnection::connectToBus(busAddress, name);
        QDBusMessage search =
            QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                           u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
        search.setArguments({QVariant::fromValue(attributes)});
        const QDBusMessage answer = bus.call(search);
        entries = qdbus_cast<QList<QDBusObjectPath>>(answer.arguments().value(0)).size();
    }
    QDBusConnection::disconnectFromBus(name);
    return entries;
}

// Somebody listens there and never says a word.
class SilentBus final
{
public:
    SilentBus()
        : m_socket(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un place{};
        place.sun_family = AF_UNIX;
        const QByteArray path = m_folder.filePath(u"bus"_s).toLocal8Bit();
        std::copy(path.begin(), path.end(), place.sun_path);
        m_listens = bind(m_socket, reinterpret_cast<const sockaddr *>(&place), sizeof place) == 0 &&
                    listen(m_socket, 8) == 0;
    }
    ~SilentBus() { close(m_socket); }
    Q_DISABLE_COPY_MOVE(SilentBus)

    [[nodiscard]] bool listens() const { return m_listens; }
    [[nodiscard]] QString address() const { return "unix:path="_L1 + m_folder.filePath(u"bus"_s); }

private:
    QTemporaryDir m_folder;
    int m_socket;
    bool m_listens = false;
};

// On the bus under the keyring's name, and never answers.
class SilentKeyring final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Service")

public:
    explicit SilentKeyring(const QString &busAddress)
        : m_connection(QDBusConnection::connectToBus(busAddress, QUuid::createUuid().toString()))
    {
        m_isThere = m_connection.registerObject(u"/org/freedesktop/secrets"_s, this,
                                                QDBusConnection::ExportAllSlots) &&
                    m_connection.registerService(u"org.freedesktop.secrets"_s);
    }
    ~SilentKeyring() override
    {
        m_connection.unregisterService(u"org.freedesktop.secrets"_s);
        QDBusConnection::disconnectFromBus(m_connection.name());
    }
    Q_DISABLE_COPY_MOVE(SilentKeyring)
    [[nodiscard]] bool isThere() const { return m_isThere; }

public Q_SLOTS:
    // NOLINTNEXTLINE: the bus calls it by this name
    void SearchItems(const QDBusMessage &) { setDelayedReply(true); }

private:
    QDBusConnection m_connection;
    bool m_isThere = false;
};

} // namespace

class TestKeychainSecretStore final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<tests::TemporaryHome>();
        m_bus = std::make_unique<tests::PrivateBus>();
        m_environment = QUuid::createUuid();
    }
    void cleanupTestCase()
    {
        // The library behind QtKeychain ends a program whose bus goes away.
        std::signal(SIGTERM, SIG_IGN);
        m_bus.reset();
        m_home.reset();
    }
    void cleanup()
    {
        tests::MarkerSearch search(marker);
        search.lookInFolder(m_home->path());
        search.lookInText(u"messages"_s, m_messages->text());
        m_messages.reset();
        search.lookInCommandLines();
        QVERIFY(search.placesLookedAt() > 3);
        QCOMPARE(search.findings(), QStringList());
    }

    void shouldKeepASecretUntilItIsRemoved_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::newRow("marker") << marker;
        QTest::newRow("empty") << QString();
        QTest::newRow("letters of the world") << u"pässwört 密码 🔑 '\"\\\n"_s;
        QTest::newRow("long") << QString(60'000, u'x');
    }
    void shouldKeepASecretUntilItIsRemoved()
    {
        QFETCH(QString, secret);
        const tests::KeyringDaemon keyring(m_bus->address());
        KeychainSecretStore store;
        QCOMPARE(write(store, secret), std::nullopt);
        const SecretWait read = ask(store);
        QCOMPARE(read.wait(), std::nullopt);
        QCOMPARE(read.answer().secret, secret);
        QVERIFY(!read.isPrompting());
        QCOMPARE(remove(store), std::nullopt);
        QCOMPARE(ask(store).wait(), SecretProblem::Missing);
        QCOMPARE(remove(store), std::nullopt); // of nothing: no error
    }

    // Where the documentation says that other programs find it.
    void shouldKeepASecretUnderTheNameOfTuskAndTheIdOfItsEntry()
    {
        const tests::KeyringDaemon keyring(m_bus->address());
        const QMap<QString, QString> attributes{{u"server"_s, u"io.github.tusk_todo.Tusk"_s},
                                                {u"user"_s, m_environment.toString(QUuid::WithoutBraces)}};
        KeychainSecretStore store;
        QCOMPARE(entriesWith(m_bus->address(), attributes), 0);
        QCOMPARE(write(store, marker), std::nullopt);
        QCOMPARE(entriesWith(m_bus->address(), attributes), 1);
        QCOMPARE(remove(store), std::nullopt);
        QCOMPARE(entriesWith(m_bus->address(), attributes), 0);
    }

    void shouldKeepTheSecretsOfEnvironmentsApart()
    {
        const tests::KeyringDaemon keyring(m_bus->address());
        KeychainSecretStore store;
        QCOMPARE(write(store, marker), std::nullopt);
        const SecretWait other;
        store.read(QUuid::createUuid(), Unlocking::Never, m_inbox, other.listener());
        QCOMPARE(other.wait(), SecretProblem::Missing);
        QCOMPARE(remove(store), std::nullopt);
    }

    void shouldKeepTheWindowFreeWhileItWorks()
    {
        const tests::KeyringDaemon keyring(m_bus->address());
        KeychainSecretStore store;
        tests::GuiPauseMeter meter;
        const SecretWait written;
        store.write(m_environment, marker, Unlocking::Never, m_inbox, written.listener());
        QVERIFY(meter.runUntil([&written] { return written.isAnswered(); }, 10s));
        QCOMPARE(written.problem(), std::nullopt);
        const SecretWait read = ask(store);
        QVERIFY(meter.runUntil([&read] { return read.isAnswered(); }, 10s));
        QCOMPARE(read.answer().secret, marker);
        QVERIFY2(meter.busiest() < 16ms * tests::sanitizerSlowdown,
                 qPrintable(QString::number(meter.busiest().count())));
        QCOMPARE(remove(store), std::nullopt);
    }

    void shouldAnswerManyAtOnce()
    {
        const tests::KeyringDaemon keyring(m_bus->address());
        KeychainSecretStore store;
        QCOMPARE(write(store, marker), std::nullopt);
        std::vector<SecretWait> waits(8);
        for (const SecretWait &wait : waits)
            store.read(m_environment, Unlocking::Never, m_inbox, wait.listener());
        for (const SecretWait &wait : waits) {
            QCOMPARE(wait.wait(), std::nullopt);
            QCOMPARE(wait.answer().secret, marker);
        }
        QCOMPARE(remove(store), std::nullopt);
    }

    // QtKeychain itself says "entry not found", and that a removal was done.
    void trap28_trap31_shouldTellALockedKeyringFromAMissingEntry()
    {
        const tests::KeyringDaemon keyring(m_bus->address());
        KeychainSecretStore store;
        QCOMPARE(write(store, marker), std::nullopt);
        lockKeyring(m_bus->address());

        for (const Unlocking unlocking : {Unlocking::Never, Unlocking::MayAsk}) { // nobody is there to ask
            QCOMPARE(ask(store, unlocking).wait(), SecretProblem::Locked);
            QCOMPARE(remove(store, unlocking), SecretProblem::Locked);
            QCOMPARE(write(store, u"another"_s, unlocking), SecretProblem::Locked);
        }
    }
    // Goes on from the one before: its entry is still there.
    void shouldFindTheSecretInTheNextSession()
    {
        const tests::KeyringDaemon keyring(m_bus->address());
        KeychainSecretStore store;
        const SecretWait read = ask(store);
        QCOMPARE(read.wait(), std::nullopt);
        QCOMPARE(read.answer().secret, marker);
    }
    void shouldSayLockedWhenNobodyHasUnlockedTheKeyringSinceLogin()
    {
        const tests::KeyringDaemon keyring(m_bus->address(), tests::KeyringDaemon::Begins::Locked);
        KeychainSecretStore store;
        QCOMPARE(ask(store).wait(), SecretProblem::Locked);
        QCOMPARE(ask(store, Unlocking::MayAsk).wait(), SecretProblem::Locked);
    }

    void trap29_shouldSayThatTheUserIsAskedAndLetGoOfTheQuestion()
    {
        const tests::KeyringDaemon keyring(m_bus->address(), tests::KeyringDaemon::Begins::Locked);
        const tests::FakePrompter prompter(m_bus->address(), tests::FakePrompter::User::Hesitates);
        const SecretWait wait;
        {
            KeychainSecretStore store;
            const auto request = store.read(m_environment, Unlocking::MayAsk, m_inbox, wait.listener());
            QTRY_VERIFY(wait.isPrompting());
            QTRY_COMPARE(prompter.openPrompts(), 1);
            QTest::qWait(5500); // longer than anything else may take
            QVERIFY(!wait.isAnswered());

            store.cancel(request);

            QCOMPARE(wait.wait(), SecretProblem::Cancelled);
            QCOMPARE(ask(store).wait(), SecretProblem::Locked); // what follows is not held up
        }
        // Nor does it harm the keyring when the one who asked goes.
        KeychainSecretStore next;
        QCOMPARE(ask(next).wait(), SecretProblem::Locked);
        QCOMPARE(wait.answers(), 1);
    }

    void shouldSayThatTheKeyringIsGoneWhenItDiesWhileItAsks()
    {
        tests::KeyringDaemon keyring(m_bus->address(), tests::KeyringDaemon::Begins::Locked);
        const tests::FakePrompter prompter(m_bus->address(), tests::FakePrompter::User::Hesitates);
        KeychainSecretStore store;
        const SecretWait wait = ask(store, Unlocking::MayAsk);
        QTRY_VERIFY(wait.isPrompting());
        QTRY_COMPARE(prompter.openPrompts(), 1);

        keyring.kill();

        QCOMPARE(wait.wait(), SecretProblem::NoService);
        QCOMPARE(wait.answers(), 1);
    }

    void shouldSayThatTheUserTurnedTheQuestionDown()
    {
        const tests::KeyringDaemon keyring(m_bus->address(), tests::KeyringDaemon::Begins::Locked);
        const tests::FakePrompter prompter(m_bus->address(), tests::FakePrompter::User::TurnsDown);
        KeychainSecretStore store;
        const SecretWait wait = ask(store, Unlocking::MayAsk);
        QCOMPARE(wait.wait(), SecretProblem::Denied);
        QVERIFY(wait.isPrompting());
    }

    void trap30_shouldWriteNowhereWithoutAKeyring_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("other desktops") << QByteArray();
        QTest::newRow("Plasma 5") << "5"_ba;
        QTest::newRow("KDE 4") << "4"_ba;
    }
    void trap30_shouldWriteNowhereWithoutAKeyring()
    {
        QFETCH(QByteArray, version);
        if (!version.isEmpty()) {
            qputenv("XDG_CURRENT_DESKTOP", "KDE");
            qputenv("KDE_SESSION_VERSION", version);
        }
        KeychainSecretStore store;
        QCOMPARE(write(store, marker, Unlocking::MayAsk), SecretProblem::NoService);
        QCOMPARE(ask(store).wait(), SecretProblem::NoService);
        QCOMPARE(remove(store), SecretProblem::NoService);
        qunsetenv("XDG_CURRENT_DESKTOP");
        qunsetenv("KDE_SESSION_VERSION");
    }

    void trap32_shouldSayThatThereIsNoSessionBus_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("not set") << QString();
        QTest::newRow("nobody listens") << u"unix:path=/nonexistent/bus"_s;
        QTest::newRow("nonsense") << u"unix:path=/dev/null"_s;
    }
    void trap32_shouldSayThatThereIsNoSessionBus()
    {
        QFETCH(QString, address);
        useBus(address);
        KeychainSecretStore store;
        QCOMPARE(ask(store).wait(), SecretProblem::NoBus);
        QCOMPARE(write(store, marker), SecretProblem::NoBus);
    }

    void trap32_shouldGiveUpOnABusThatNeverAnswers()
    {
        const SilentBus silent;
        QVERIFY(silent.listens());
        useBus(silent.address());
        tests::GuiPauseMeter meter;
        QElapsedTimer time;
        time.start();
        {
            KeychainSecretStore store;
            const SecretWait wait = ask(store);
            QVERIFY(meter.runUntil([&wait] { return wait.isAnswered(); }, 10s));
            QCOMPARE(wait.problem(), SecretProblem::Unanswered);
            QVERIFY2(meter.busiest() < 16ms * tests::sanitizerSlowdown,
                     qPrintable(QString::number(meter.busiest().count())));
            QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
            const SecretWait unanswered = ask(store);
            time.start();
        }
        QVERIFY2(time.elapsed() < 1000, "an end does not wait for the bus");
    }

    // In a program of its own: which loop a thread has is settled when it starts.
    void trap32_shouldSayAtOnceThatItNeedsTheLoopOfGlib()
    {
        if (qEnvironmentVariableIsEmpty("QT_NO_GLIB")) {
            QProcess withoutGlib;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"QT_NO_GLIB"_s, u"1"_s);
            withoutGlib.setProcessEnvironment(environment);
            withoutGlib.setProcessChannelMode(QProcess::MergedChannels);
            withoutGlib.start(QCoreApplication::applicationFilePath(),
                              {QString::fromLatin1(QTest::currentTestFunction())});
            QVERIFY(withoutGlib.waitForFinished(60'000));
            QVERIFY2(withoutGlib.exitStatus() == QProcess::NormalExit && withoutGlib.exitCode() == 0,
                     withoutGlib.readAll().constData());
            return;
        }
        const tests::KeyringDaemon keyring(m_bus->address());
        KeychainSecretStore store;
        QElapsedTimer time;
        time.start();
        const SecretWait read = ask(store, Unlocking::MayAsk);
        QCOMPARE(read.wait(), SecretProblem::Unanswered);
        QVERIFY(read.answer().error->toError().detail.contains(u"QT_NO_GLIB"_s));
        QCOMPARE(write(store, marker), SecretProblem::Unanswered);
        QCOMPARE(remove(store), SecretProblem::Unanswered);
        QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
    }

    void shouldGiveUpOnAKeyringThatNeverAnswers()
    {
        const SilentKeyring silent(m_bus->address());
        QVERIFY(silent.isThere());
        KeychainSecretStore store;
        QElapsedTimer time;
        time.start();
        QCOMPARE(ask(store).wait(), SecretProblem::Unanswered);
        QVERIFY2(time.elapsed() < 6000, qPrintable(QString::number(time.elapsed())));
    }

    void shouldHaveASentenceOfItsOwnForEachProblem()
    {
        using enum SecretProblem;
        QStringList sentences;
        for (const SecretProblem problem :
             {Missing, Locked, Denied, NoService, NoBus, Unanswered, Cancelled, Failed}) {
            const auto error = environments::secretError(problem, u"technical"_s);
            QVERIFY(error.sentence.endsWith(u'.'));
            QVERIFY(!sentences.contains(error.sentence));
            sentences.append(error.sentence);
            QCOMPARE(error.toError().sentence, error.sentence);
            QCOMPARE(error.toError().detail, u"technical"_s);
        }
    }

protected:
    void prepare() override
    {
        m_messages = std::make_unique<tests::MessageRecord>();
        useBus(m_bus->address());
    }

private:
    [[nodiscard]] SecretWait ask(KeychainSecretStore &store, Unlocking unlocking = Unlocking::Never)
    {
        SecretWait wait;
        store.read(m_environment, unlocking, m_inbox, wait.listener());
        return wait;
    }
    std::optional<SecretProblem> write(KeychainSecretStore &store, const QString &secret,
                                       Unlocking unlocking = Unlocking::Never)
    {
        const SecretWait wait;
        store.write(m_environment, secret, unlocking, m_inbox, wait.listener());
        return wait.wait();
    }
    std::optional<SecretProblem> remove(KeychainSecretStore &store, Unlocking unlocking = Unlocking::Never)
    {
        const SecretWait wait;
        store.remove(m_environment, unlocking, m_inbox, wait.listener());
        return wait.wait();
    }

    std::unique_ptr<tests::TemporaryHome> m_home;
    std::unique_ptr<tests::PrivateBus> m_bus;
    std::unique_ptr<tests::MessageRecord> m_messages;
    QUuid m_environment;
    base::Inbox m_inbox;
};

QTEST_GUILESS_MAIN(TestKeychainSecretStore)
#include "tst_keychainsecretstore.moc"
