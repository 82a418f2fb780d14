// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/profileconnection.h"

namespace tusk::app
{

ProfileConnection::ProfileConnection(environments::EnvironmentProfile profile)
    : m_profile(std::move(profile))
{
}

void ProfileConnection::find(Found found)
{
    m_secrets.resolver().resolve(
        m_profile,
        [this, found = std::move(found)](const base::Result<QString> &password) {
            if (password)
                found(environments::connectionSettings(m_profile, *password));
            else
                found(password.error());
        },
        [this] { Q_EMIT progressed(tr("Your keyring asks for its password…")); });
}

} // namespace tusk::app
