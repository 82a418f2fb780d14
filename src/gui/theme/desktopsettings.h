// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/taskthread.h"
#include "gui/theme/appearance.h"

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QVariantMap>

#include <memory>
#include <optional>

namespace tusk::gui
{

// Follows what the desktop says of its appearance, live, over its settings portal: light or dark, high
// contrast, accent colour, animations. Nothing here waits: the bus is opened on a thread of its own, and the
// portal is asked without waiting for its answer. Without a bus, without a portal or without an answer,
// appearance() stays as it is. Thread: the GUI thread.
class DesktopSettings final : public QObject
{
    Q_OBJECT

public:
    // An empty address: there is no bus.
    explicit DesktopSettings(const QString &busAddress = sessionBusAddress(), QObject *parent = nullptr);
    // Waits for the bus if it is just being opened: half a second at most for one that says nothing.
    ~DesktopSettings() override;
    Q_DISABLE_COPY_MOVE(DesktopSettings)

    // Where the desktop's bus is, without starting one: empty where there is none.
    [[nodiscard]] static QString sessionBusAddress();

    [[nodiscard]] const DesktopAppearance &appearance() const { return m_appearance; }

Q_SIGNALS:
    void changed();

private Q_SLOTS: // called by name from the bus
    void noticeChange(const QString &area);
    void noticeOwner(const QString &service, const QString &before, const QString &now);

private:
    [[nodiscard]] QDBusConnection open(const QString &address);
    void read();
    void take(const DesktopAppearance &appearance);

    QString m_connectionName;
    std::optional<QDBusConnection> m_connection;
    DesktopAppearance m_appearance;
    bool m_reading = false;
    bool m_readAgain = false;
    base::Inbox m_inbox;
    std::unique_ptr<base::TaskThread> m_opening; // last: ends before what its task uses
};

// What an answer of the portal says: namespaces, each with its keys and values. What has another type than
// the portal's documentation gives it is passed over.
[[nodiscard]] DesktopAppearance appearanceFrom(const QMap<QString, QVariantMap> &settings);

} // namespace tusk::gui
