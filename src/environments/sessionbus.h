// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/session/socketwait.h"
#include "environments/secretstore.h"

#include <QDBusConnection>
#include <QString>

#include <optional>

namespace tusk::environments
{

// Where the bus of the desktop session listens; empty: there is none. libdbus itself would start one, which
// nobody would ever end.
[[nodiscard]] QString sessionBusAddress();

// Whether whoever listens there greets back: NoBus, Unanswered, or nothing, which is good. libdbus has no
// time limit of its own. Blocks until the deadline or until the bell rings.
[[nodiscard]] std::optional<SecretError> greetBus(const QString &address, const session::WakeUp &bell,
                                                  session::Deadline deadline);

// A connection of one's own, closed at the end. Opening blocks; what is sent over it does not.
class BusConnection final
{
public:
    explicit BusConnection(const QString &address);
    ~BusConnection();
    Q_DISABLE_COPY_MOVE(BusConnection)

    [[nodiscard]] const QDBusConnection &bus() const { return m_connection; }

private:
    QDBusConnection m_connection;
};

} // namespace tusk::environments
