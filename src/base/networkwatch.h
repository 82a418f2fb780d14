// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/descriptor.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QSocketNotifier;

namespace tusk::base
{

// Tells when this computer may reach more of the network than before: a link came up, or it got an address or
// a route. The kernel says so; nothing is asked in between. Where the kernel may not be listened to (a
// sandbox), nothing is ever told. Thread: one with an event loop.
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent = nullptr);
    ~NetworkWatch() override;

Q_SIGNALS:
    void changed(); // once for all that belongs together

private:
    void listen();
    void read();

    Descriptor m_socket;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_settling; // link, address and route come one after the other
};

} // namespace tusk::base
