// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/profileconnection.h"

#include "environments/secretresolver.h"

#include <utility>

namespace tusk::app
{

ProfileConnection::ProfileConnection(environments::EnvironmentProfile profile,
                                     environments::SecretResolver &secrets)
    : m_profile(std::move(profile))
    , m_secrets(secrets)
{
}

void ProfileConnection::find(Found found)
{
    const base::InboxAddress home = m_inbox.address();
    m_request = m_secrets.resolve(
        m_profile,
        [this, home, found = std::move(found)](const base::Result<QString> &password) {
            home.post([this, found, password] {
                m_waitsForKeyring = false;
                if (password)
                    found(environments::connectionSettings(m_profile, *password));
                else
                    found(password.error());
            });
        },
        [this, home] {
            home.post([this] {
                m_waitsForKeyring = true;
                Q_EMIT progressed(tr("Your keyring asks for its password…"));
            });
        });
}

void ProfileConnection::giveUp()
{
    m_secrets.cancel(m_request);
}

} // namespace tusk::app
