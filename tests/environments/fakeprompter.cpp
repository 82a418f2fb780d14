// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/fakeprompter.h"

#include "support/failure.h"

#include <QDBusMessage>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr auto name = "org.gnome.keyring.SystemPrompter"_L1;
constexpr auto path = "/org/gnome/keyring/Prompter"_L1;

} // namespace

FakePrompter::FakePrompter(const QString &busAddress, User user)
    : m_connection(QDBusConnection::connectToBus(busAddress, QUuid::createUuid().toString()))
    , m_user(user)
{
    if (!m_connection.registerObject(path, this, QDBusConnection::ExportAllSlots) ||
        !m_connection.registerService(name))
        giveUp("the prompter does not get on the bus: "_L1 + m_connection.lastError().message());
}

FakePrompter::~FakePrompter()
{
    m_connection.unregisterService(name);
    QDBusConnection::disconnectFromBus(m_connection.name());
}

void FakePrompter::BeginPrompting(const QDBusObjectPath &callback)
{
    ++m_open;
    connection().send(message().createReply());
    setDelayedReply(true);
    answer(callback, {}); // ready for the first question
}

void FakePrompter::PerformPrompt(const QDBusObjectPath &callback, const QString &, const QVariantMap &,
                                 const QString &)
{
    if (m_user == User::TurnsDown)
        answer(callback, u"no"_s);
}

void FakePrompter::StopPrompting(const QDBusObjectPath &callback)
{
    --m_open;
    QDBusMessage done =
        QDBusMessage::createMethodCall(message().service(), callback.path(),
                                       u"org.gnome.keyring.internal.Prompter.Callback"_s, u"PromptDone"_s);
    m_connection.call(done, QDBus::NoBlock);
}

void FakePrompter::answer(const QDBusObjectPath &callback, const QString &reply)
{
    QDBusMessage ready =
        QDBusMessage::createMethodCall(message().service(), callback.path(),
                                       u"org.gnome.keyring.internal.Prompter.Callback"_s, u"PromptReady"_s);
    ready.setArguments({reply, QVariantMap(), QString()});
    m_connection.call(ready, QDBus::NoBlock);
}

} // namespace tusk::tests
