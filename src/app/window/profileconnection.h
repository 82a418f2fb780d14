// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/environmentsecrets.h"
#include "app/window/connectionsource.h"
#include "environments/environmentprofile.h"

namespace tusk::app
{

// The database of an environment that the user has set up: what takes a while is its password.
class ProfileConnection final : public ConnectionSource
{
    Q_OBJECT

public:
    explicit ProfileConnection(environments::EnvironmentProfile profile);

    void find(Found found) override;

private:
    const environments::EnvironmentProfile m_profile;
    EnvironmentSecrets m_secrets;
};

} // namespace tusk::app
