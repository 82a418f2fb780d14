// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/fakeportal.h"

#include "support/failure.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;

} // namespace

FakePortal::FakePortal(const QString &busAddress)
    : m_connection(QDBusConnection::connectToBus(busAddress, QUuid::createUuid().toString()))
{
    qDBusRegisterMetaType<Settings>();
    if (!m_connection.registerObject(path, this, QDBusConnection::ExportAllSlots) ||
        !m_connection.registerService(service))
        giveUp("the fake portal does not get on the bus: "_L1 + m_connection.lastError().message());
}

FakePortal::~FakePortal()
{
    m_connection.unregisterService(service);
    QDBusConnection::disconnectFromBus(m_connection.name());
}

QVariant FakePortal::accent(double red, double green, double blue)
{
    QDBusArgument argument;
    argument.beginStructure();
    argument << red << green << blue;
    argument.endStructure();
    return QVariant::fromValue(argument);
}

void FakePortal::setQuietly(const QString &area, const QString &key, const QVariant &value)
{
    m_settings[area][key] = value;
}

void FakePortal::set(const QString &area, const QString &key, const QVariant &value)
{
    setQuietly(area, key, value);
    QDBusMessage signal = QDBusMessage::createSignal(path, interface, u"SettingChanged"_s);
    signal.setArguments({area, key, QVariant::fromValue(QDBusVariant(value))});
    m_connection.send(signal);
}

QMap<QString, QVariantMap> FakePortal::ReadAll(const QStringList &areas)
{
    ++m_readings;
    if (m_keepsBack) {
        setDelayedReply(true);
        m_waiting.append(message());
    }
    return settingsOf(areas);
}

void FakePortal::sendAnswers()
{
    m_keepsBack = false;
    for (const QDBusMessage &call : std::as_const(m_waiting))
        m_connection.send(
            call.createReply(QVariant::fromValue(settingsOf(call.arguments().at(0).toStringList()))));
    m_waiting.clear();
}

FakePortal::Settings FakePortal::settingsOf(const QStringList &areas) const
{
    Settings result;
    for (const QString &area : areas) {
        if (m_settings.contains(area))
            result[area] = m_settings[area];
    }
    return result;
}

} // namespace tusk::tests
