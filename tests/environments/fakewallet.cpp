// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/fakewallet.h"

#include "support/failure.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr auto name = "org.kde.kwalletd5"_L1;

QString entry(const QString &folder, const QString &key)
{
    return folder + u'/' + key;
}

} // namespace

FakeWallet::FakeWallet(const QString &busAddress)
    : m_connection(QDBusConnection::connectToBus(busAddress, QUuid::createUuid().toString()))
{
    if (!m_connection.registerObject(u"/modules/kwalletd5"_s, this, QDBusConnection::ExportAllSlots) ||
        !m_connection.registerService(name))
        giveUp("the wallet does not get on the bus: "_L1 + m_connection.lastError().message());
}

FakeWallet::~FakeWallet()
{
    m_connection.unregisterService(name);
    QDBusConnection::disconnectFromBus(m_connection.name());
}

int FakeWallet::open(const QString &, qlonglong, const QString &)
{
    if (m_user == User::Hesitates)
        setDelayedReply(true);
    return m_user == User::Opens ? 7 : -1;
}

int FakeWallet::entryType(int, const QString &folder, const QString &key, const QString &)
{
    return m_entries.contains(entry(folder, key)) ? 1 : 0; // a password, or nothing
}

QString FakeWallet::readPassword(int, const QString &folder, const QString &key, const QString &)
{
    return m_entries.value(entry(folder, key));
}

int FakeWallet::writePassword(int, const QString &folder, const QString &key, const QString &value,
                              const QString &)
{
    m_entries.insert(entry(folder, key), value);
    return 0;
}

int FakeWallet::removeEntry(int, const QString &folder, const QString &key, const QString &)
{
    return m_entries.remove(entry(folder, key)) > 0 ? 0 : -3;
}

} // namespace tusk::tests
