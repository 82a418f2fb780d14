// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/keychainrequest.h"

#include <qt6keychain/keychain.h>

#include <QAbstractEventDispatcher>
#include <QLibrary>

#include <utility>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto answerLimit = 5s;
// KWallet does not tell when it asks the user. Whoever takes longer is probably being asked.
constexpr auto walletPatience = 1s;

// QtKeychain's way to the Secret Service is a library that needs the loop of GLib; without it nothing ever
// answers.
bool isLoopOfGlib()
{
    const QAbstractEventDispatcher *loop = QAbstractEventDispatcher::instance();
    return loop && QByteArray(loop->metaObject()->className()).contains("Glib");
}

SecretProblem problemOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return SecretProblem::Missing;
    case QKeychain::AccessDeniedByUser:
        return SecretProblem::Denied;
    case QKeychain::AccessDenied:
        return SecretProblem::Locked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SecretProblem::NoService;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        return SecretProblem::Failed;
    }
    return SecretProblem::Failed;
}

// The library keeps its session with the keyring for ever, also when the keyring was started again since, and
// then fails for ever. Without the session it makes a new one.
void forgetKeyringSession()
{
    using Disconnect = void (*)();
    static const auto disconnect =
        reinterpret_cast<Disconnect>(QLibrary::resolve(u"secret-1"_s, 0, "secret_service_disconnect"));
    if (disconnect)
        disconnect();
}

} // namespace

KeychainRequest::KeychainRequest(KeychainOrder order, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this,
            [this] { fail(secretError(SecretProblem::Unanswered, u"no answer within the time limit"_s)); });
    m_limit.start(answerLimit);
}

KeychainRequest::~KeychainRequest() = default;

void KeychainRequest::begin(std::unique_ptr<BusConnection> bus)
{
    if (m_finished)
        return;
    m_bus = std::move(bus);
    if (!m_bus->bus().isConnected()) {
        fail(secretError(SecretProblem::NoBus, m_bus->bus().lastError().message()));
        return;
    }
    m_service = std::make_unique<SecretService>(m_bus->bus());
    connect(m_service.get(), &SecretService::failed, this, &KeychainRequest::fail);
    m_service->findKeeper([this](SecretService::Keeper keeper) { onKeeper(keeper); });
}

void KeychainRequest::onKeeper(SecretService::Keeper keeper)
{
    switch (keeper) {
    case SecretService::Keeper::None:
        fail(secretError(SecretProblem::NoService, u"org.freedesktop.secrets is not on the bus"_s));
        return;
    case SecretService::Keeper::Wallet: // tells by itself what is the matter, and may ask the user meanwhile
        m_isWallet = true;
        m_limit.stop();
        QTimer::singleShot(walletPatience, this, [this] {
            if (!m_finished)
                waitForUser();
        });
        work();
        return;
    case SecretService::Keeper::SecretService:
        if (isLoopOfGlib())
            lookForEntries();
        else
            fail(secretError(SecretProblem::Unanswered, u"QtKeychain needs GLib's loop, see QT_NO_GLIB"_s));
        return;
    }
}

// A new entry goes to the default collection. An existing one may be anywhere.
void KeychainRequest::lookForEntries()
{
    if (m_order.work == KeychainOrder::Work::Write)
        lookAtCollection();
    else
        m_service->findEntries(m_order.service, m_order.key,
                               [this](const SecretService::Entries &entries) { onEntries(entries); });
}

void KeychainRequest::onEntries(const SecretService::Entries &entries)
{
    if (!entries.unlocked.isEmpty())
        work();
    else if (!entries.locked.isEmpty())
        unlock(entries.locked, [this] { work(); });
    else
        lookAtCollection(); // some keyrings tell nothing of their entries before they are unlocked
}

void KeychainRequest::lookAtCollection()
{
    m_service->findDefaultCollection([this](SecretService::Lock lock, const QDBusObjectPath &collection) {
        if (lock == SecretService::Lock::Locked) {
            unlock({collection}, [this] { work(); });
            return;
        }
        // Writing makes a collection where there is none, and asks for a password for it.
        if (lock == SecretService::Lock::None && m_order.work == KeychainOrder::Work::Write)
            waitForUser();
        work();
    });
}

void KeychainRequest::unlock(const QList<QDBusObjectPath> &what, std::function<void()> then)
{
    if (m_order.unlocking == Unlocking::Never) {
        fail(secretError(SecretProblem::Locked, u"unlocking was not asked for"_s));
        return;
    }
    m_service->unlock(
        what, [this] { waitForUser(); },
        [this, then = std::move(then)](SecretService::Unlocked unlocked) {
            if (m_finished) {
                Q_EMIT ended(); // somebody answered the prompt of a request that was cancelled
                return;
            }
            m_limit.start(answerLimit);
            switch (unlocked) {
            case SecretService::Unlocked::Yes:
                then();
                return;
            case SecretService::Unlocked::TurnedDown:
                fail(secretError(SecretProblem::Denied, u"the prompt was dismissed"_s));
                return;
            case SecretService::Unlocked::NobodyToAsk:
                fail(secretError(SecretProblem::Locked, u"no prompter on the bus"_s));
                return;
            case SecretService::Unlocked::KeyringGone:
                fail(secretError(SecretProblem::NoService, u"the keyring ended while it asked"_s));
                return;
            }
        });
}

void KeychainRequest::waitForUser()
{
    m_limit.stop();
    Q_EMIT prompting();
}

void KeychainRequest::work()
{
    if (!m_isWallet)
        forgetKeyringSession();
    QKeychain::Job *job = makeJob();
    job->setInsecureFallback(false);
    job->setKey(m_order.key);
    connect(job, &QKeychain::Job::finished, this, &KeychainRequest::onJobFinished);
    job->start(); // deletes itself when it has finished
}

QKeychain::Job *KeychainRequest::makeJob() const
{
    switch (m_order.work) {
    case KeychainOrder::Work::Read:
        return new QKeychain::ReadPasswordJob(m_order.service);
    case KeychainOrder::Work::Write: {
        auto *job = new QKeychain::WritePasswordJob(m_order.service);
        job->setTextData(m_order.secret);
        return job;
    }
    case KeychainOrder::Work::Remove:
        break;
    }
    return new QKeychain::DeletePasswordJob(m_order.service);
}

void KeychainRequest::onJobFinished(QKeychain::Job *job)
{
    const bool isGone =
        m_order.work == KeychainOrder::Work::Remove && job->error() == QKeychain::EntryNotFound;
    if (job->error() != QKeychain::NoError && !isGone)
        fail(secretError(problemOf(job->error()), job->errorString()));
    else if (m_order.work == KeychainOrder::Work::Read)
        succeed(static_cast<QKeychain::ReadPasswordJob *>(job)->textData());
    else if (m_isWallet)
        succeed();
    else
        verify();
}

// A removal from a locked keyring is reported as done.
void KeychainRequest::verify()
{
    m_limit.start(answerLimit);
    m_service->findEntries(m_order.service, m_order.key, [this](const SecretService::Entries &entries) {
        const bool wanted = m_order.work == KeychainOrder::Work::Write;
        if (entries.isEmpty() == wanted)
            fail(secretError(SecretProblem::Failed, u"reported as done, but it was not"_s));
        else
            succeed();
    });
}

void KeychainRequest::succeed(const QString &secret)
{
    finish({std::nullopt, secret});
}

void KeychainRequest::fail(const SecretError &error)
{
    finish({error, {}});
}

void KeychainRequest::cancel()
{
    fail(secretError(SecretProblem::Cancelled));
}

void KeychainRequest::finish(const SecretAnswer &answer)
{
    if (std::exchange(m_finished, true))
        return;
    m_limit.stop();
    Q_EMIT finished(answer);
    if (!m_service || !m_service->isPrompting())
        Q_EMIT ended();
}

} // namespace tusk::environments
