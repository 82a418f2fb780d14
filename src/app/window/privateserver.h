// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/window/connectionsource.h"
#include "localserver/localserver.h"

namespace tusk::app
{

// The private server of this user: started for the window, brought back after a crash, stopped with its last
// user.
class PrivateServer final : public ConnectionSource
{
    Q_OBJECT

public:
    PrivateServer();

    void find(Found found) override;
    void release(const std::function<void()> &released) override;
    [[nodiscard]] Backup backup() const override;

private:
    void onEnded(localserver::ServerEnd end);

    localserver::LocalServer m_server;
    bool m_released = false;
};

} // namespace tusk::app
