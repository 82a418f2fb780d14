// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/window/connectionsource.h"
#include "localserver/localserver.h"

#include <optional>

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
    [[nodiscard]] bool bringBack(bool byUser) override;
    void reached() override;
    void release(const std::function<void()> &released) override;
    [[nodiscard]] Backup backup() const override;

private:
    void onEnded(localserver::ServerEnd end);
    void startAgain();

    localserver::LocalServer m_server;
    std::optional<localserver::ServerEnd> m_end; // until it runs again
    bool m_starting = false;
    bool m_released = false;
};

} // namespace tusk::app
