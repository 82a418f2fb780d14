// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/keychainsecretstore.h"
#include "environments/secretresolver.h"

namespace tusk::app
{

// The passwords of the environments: the keyring of the desktop session, and what looks elsewhere.
class EnvironmentSecrets final
{
public:
    EnvironmentSecrets() = default;
    Q_DISABLE_COPY_MOVE(EnvironmentSecrets)

    [[nodiscard]] environments::SecretStore &store() { return m_store; }
    [[nodiscard]] environments::SecretResolver &resolver() { return m_resolver; }

private:
    environments::KeychainSecretStore m_store;
    environments::SecretResolver m_resolver{m_store};
};

} // namespace tusk::app
