// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/secretservice.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QMap>

#include <utility>

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

constexpr auto keyringName = "org.freedesktop.secrets"_L1;
constexpr auto servicePath = "/org/freedesktop/secrets"_L1;
constexpr auto serviceInterface = "org.freedesktop.Secret.Service"_L1;
constexpr auto promptInterface = "org.freedesktop.Secret.Prompt"_L1;

constexpr auto gnomeKeyring = "org.gnome.keyring"_L1;
constexpr auto gnomePrompter = "org.gnome.keyring.SystemPrompter"_L1;

QDBusMessage call(const QString &path, QLatin1StringView interface, const QString &method,
                  const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(keyringName, path, interface, method);
    message.setArguments(arguments);
    return message;
}

QDBusMessage callService(const QString &method, const QVariantList &arguments)
{
    return call(servicePath, serviceInterface, method, arguments);
}

Paths pathsIn(const QVariant &value)
{
    return qdbus_cast<Paths>(value);
}

SecretError errorFrom(const QDBusError &error)
{
    const QString detail = error.name() + ": "_L1 + error.message();
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
    case QDBusError::Disconnected:
        return secretError(SecretProblem::Unanswered, detail);
    case QDBusError::ServiceUnknown:
        return secretError(SecretProblem::NoService, detail);
    default:
        return secretError(SecretProblem::Failed, detail);
    }
}

// QtKeychain's rule for the sessions in which it prefers KWallet.
bool isWalletSession()
{
    const QByteArray version = qgetenv("KDE_SESSION_VERSION");
    const QByteArray desktop = qgetenv("XDG_CURRENT_DESKTOP");
    const QByteArray session = qgetenv("DESKTOP_SESSION");
    const bool isKde =
        desktop == "KDE" || session.startsWith("kde") || !qEnvironmentVariableIsEmpty("KDE_FULL_SESSION");
    return isKde && (version == "4" || version == "5");
}

} // namespace

SecretService::SecretService(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    qDBusRegisterMetaType<Attributes>();
}

SecretService::~SecretService() = default;

void SecretService::ask(const QDBusMessage &question, Arguments then)
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, then = std::move(then)] {
        watcher->deleteLater();
        if (watcher->isError())
            Q_EMIT failed(errorFrom(watcher->error()));
        else
            then(watcher->reply().arguments());
    });
}

void SecretService::askNames(const QString &method, std::function<void(QStringList)> then)
{
    ask(QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                       u"org.freedesktop.DBus"_s, method),
        [then = std::move(then)](const QVariantList &answer) { then(answer.value(0).toStringList()); });
}

void SecretService::findKeeper(std::function<void(Keeper)> then)
{
    askNames(u"ListNames"_s, [this, then = std::move(then)](const QStringList &running) {
        askNames(u"ListActivatableNames"_s, [this, then, running](const QStringList &startable) {
            m_names = running + startable;
            const bool hasWallet = m_names.contains("org.kde.kwalletd5"_L1);
            if (isWalletSession() && hasWallet)
                then(Keeper::Wallet);
            else
                then(m_names.contains(keyringName) ? Keeper::SecretService : Keeper::None);
        });
    });
}

void SecretService::findEntries(const QString &service, const QString &key, std::function<void(Entries)> then)
{
    const Attributes attributes{{u"user"_s, key}, {u"server"_s, service}};
    ask(callService(u"SearchItems"_s, {QVariant::fromValue(attributes)}),
        [then = std::move(then)](const QVariantList &answer) {
            then({pathsIn(answer.value(0)), pathsIn(answer.value(1))});
        });
}

void SecretService::findDefaultCollection(std::function<void(Lock, QDBusObjectPath)> then)
{
    ask(callService(u"ReadAlias"_s, {u"default"_s}),
        [this, then = std::move(then)](const QVariantList &alias) {
            const auto path = alias.value(0).value<QDBusObjectPath>();
            if (path.path().isEmpty() || path.path() == "/"_L1) {
                then(Lock::None, path);
                return;
            }
            ask(call(path.path(), "org.freedesktop.DBus.Properties"_L1, u"Get"_s,
                     {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s}),
                [then, path](const QVariantList &answer) {
                    const bool locked = answer.value(0).value<QDBusVariant>().variant().toBool();
                    then(locked ? Lock::Locked : Lock::Unlocked, path);
                });
        });
}

void SecretService::unlock(const Paths &what, std::function<void()> prompting,
                           std::function<void(Unlocked)> then)
{
    m_unlocked = std::move(then);
    ask(callService(u"Unlock"_s, {QVariant::fromValue(what)}),
        [this, prompting = std::move(prompting)](const QVariantList &answer) {
            const auto path = answer.value(1).value<QDBusObjectPath>();
            if (path.path() == "/"_L1) {
                m_unlocked(Unlocked::Yes);
                return;
            }
            prompting();
            prompt(path);
        });
}

void SecretService::prompt(const QDBusObjectPath &path)
{
    m_isPrompting = true;
    // A keyring that dies takes its prompt along and never says that it was completed.
    auto *watcher =
        new QDBusServiceWatcher(keyringName, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] {
        if (std::exchange(m_isPrompting, false))
            m_unlocked(Unlocked::KeyringGone);
    });
    m_bus.connect(keyringName, path.path(), promptInterface, u"Completed"_s, this,
                  SLOT(onPromptCompleted(bool, QDBusMessage)));
    ask(call(path.path(), promptInterface, u"Prompt"_s, {QString()}), [](const QVariantList &) {});
}

void SecretService::onPromptCompleted(bool dismissed, const QDBusMessage &)
{
    m_isPrompting = false;
    if (!dismissed) {
        m_unlocked(Unlocked::Yes);
        return;
    }
    // gnome-keyring says the same when it has nobody who could ask.
    const bool nobodyToAsk = m_names.contains(gnomeKeyring) && !m_names.contains(gnomePrompter);
    m_unlocked(nobodyToAsk ? Unlocked::NobodyToAsk : Unlocked::TurnedDown);
}

} // namespace tusk::environments
