// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/desktopsettings.h"

#include "base/logging.h"
#include "base/sessionbus.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tusk::gui
{

namespace
{

using Settings = QMap<QString, QVariantMap>;

constexpr auto patience = 500ms; // who quits may have to wait for it

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;

constexpr auto appearanceArea = "org.freedesktop.appearance"_L1;
constexpr auto gnomeArea = "org.gnome.desktop.interface"_L1;
constexpr auto kdeArea = "org.kde.kdeglobals.KDE"_L1;

const QStringList &areas()
{
    static const QStringList all{appearanceArea, gnomeArea, kdeArea};
    return all;
}

std::optional<uint> number(const QVariant &value)
{
    return value.typeId() == QMetaType::UInt ? std::optional(value.toUInt()) : std::nullopt;
}

std::optional<Scheme> schemeFrom(const QVariant &value)
{
    const std::optional<uint> preference = number(value); // 0: none
    if (preference == 1U)
        return Scheme::Dark;
    if (preference == 2U)
        return Scheme::Light;
    return std::nullopt;
}

// Red, green and blue, 0 to 1; anything beyond means that there is none.
QColor accentFrom(const QVariant &value)
{
    if (value.userType() != qMetaTypeId<QDBusArgument>())
        return {};
    const auto argument = value.value<QDBusArgument>();
    if (argument.currentSignature() != "(ddd)"_L1)
        return {};
    double red = -1;
    double green = -1;
    double blue = -1;
    argument.beginStructure();
    argument >> red >> green >> blue;
    argument.endStructure();
    for (const double channel : {red, green, blue}) {
        if (!(channel >= 0 && channel <= 1))
            return {};
    }
    return QColor(
        QColor::fromRgbF(static_cast<float>(red), static_cast<float>(green), static_cast<float>(blue)).rgb());
}

// Each desktop has its own way to say it.
bool animationsFrom(const Settings &settings)
{
    if (number(settings[appearanceArea][u"reduced-motion"_s]) == 1U)
        return false;
    const QVariant gnome = settings[gnomeArea][u"enable-animations"_s];
    if (gnome.typeId() == QMetaType::Bool && !gnome.toBool())
        return false;
    bool isNumber = false;
    const double factor = settings[kdeArea][u"AnimationDurationFactor"_s].toString().toDouble(&isNumber);
    return !isNumber || factor > 0;
}

} // namespace

DesktopAppearance appearanceFrom(const QMap<QString, QVariantMap> &settings)
{
    const QVariantMap common = settings[appearanceArea];
    DesktopAppearance result;
    result.scheme = schemeFrom(common[u"color-scheme"_s]);
    result.highContrast = number(common[u"contrast"_s]) == 1U;
    result.accent = accentFrom(common[u"accent-color"_s]);
    result.animations = animationsFrom(settings);
    return result;
}

QString DesktopSettings::sessionBusAddress()
{
    QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!address.isEmpty())
        return address;
    const QString socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1;
    return QFileInfo::exists(socket) ? "unix:path="_L1 + socket : QString();
}

DesktopSettings::DesktopSettings(const QString &busAddress, QObject *parent)
    : QObject(parent)
    , m_connectionName("tusk-desktop-"_L1 + QUuid::createUuid().toString(QUuid::Id128))
{
    qDBusRegisterMetaType<Settings>();
    if (busAddress.isEmpty())
        return;
    m_opening = std::make_unique<base::TaskThread>();
    m_opening->post([this, busAddress, inbox = m_inbox.address()] {
        if (!base::busAnswers(busAddress, patience)) {
            qCInfo(base::logGui) << "The desktop's bus does not answer.";
            return;
        }
        inbox.post([this, connection = open(busAddress)] {
            m_connection = connection;
            read();
        });
    });
}

DesktopSettings::~DesktopSettings()
{
    m_opening.reset();
    if (m_connection)
        QDBusConnection::disconnectFromBus(m_connectionName);
}

// On the thread that opens: all of this waits for the bus.
QDBusConnection DesktopSettings::open(const QString &address)
{
    QDBusConnection connection = QDBusConnection::connectToBus(address, m_connectionName);
    if (!connection.isConnected()) {
        qCInfo(base::logGui) << "The desktop's bus is out of reach:" << connection.lastError().message();
        return connection;
    }
    // Any sender: it is only a reason to ask the portal itself.
    connection.connect({}, path, interface, u"SettingChanged"_s, this, SLOT(noticeChange(QString)));
    connection.connect({}, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, u"NameOwnerChanged"_s,
                       {QString(service)}, u"sss"_s, this, SLOT(noticeOwner(QString, QString, QString)));
    return connection;
}

void DesktopSettings::noticeChange(const QString &area)
{
    if (areas().contains(area))
        read();
}

void DesktopSettings::noticeOwner(const QString &, const QString &, const QString &now)
{
    if (!now.isEmpty())
        read();
}

void DesktopSettings::read()
{
    if (!m_connection || !m_connection->isConnected())
        return;
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_readAgain = false;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, u"ReadAll"_s);
    call.setArguments({areas()});
    auto *watcher = new QDBusPendingCallWatcher(m_connection->asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_reading = false;
        const QDBusPendingReply<Settings> reply = *watcher;
        if (reply.isError())
            qCInfo(base::logGui) << "The desktop does not tell its settings:" << reply.error().message();
        else
            take(appearanceFrom(reply.value()));
        if (m_readAgain)
            read();
    });
}

void DesktopSettings::take(const DesktopAppearance &appearance)
{
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    Q_EMIT changed();
}

} // namespace tusk::gui
