// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/window/connectionsource.h"
#include "base/inbox.h"
#include "environments/environmentprofile.h"
#include "environments/secretstore.h"

namespace tusk::environments
{
class SecretResolver;
}

namespace tusk::app
{

// The database of an environment that the user has set up: what takes a while is its password.
class ProfileConnection final : public ConnectionSource
{
    Q_OBJECT

public:
    // secrets must outlive this.
    ProfileConnection(environments::EnvironmentProfile profile, environments::SecretResolver &secrets);

    void find(Found found) override;
    [[nodiscard]] bool waitsForKeyring() const override { return m_waitsForKeyring; }
    void giveUp() override;

private:
    const environments::EnvironmentProfile m_profile;
    environments::SecretResolver &m_secrets;
    environments::SecretRequest m_request{};
    bool m_waitsForKeyring = false;
    base::Inbox m_inbox; // the resolver outlives this: what comes too late is dropped
};

} // namespace tusk::app
