// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/profilekeeper.h"

namespace tusk::environments
{

ProfileKeeper::ProfileKeeper(const QString &path)
    : m_store(path)
{
}

void ProfileKeeper::load(Done done)
{
    m_thread.post([this, done = std::move(done), home = m_inbox.address()] {
        home.post([done, result = m_store.load()] { done(result); });
    });
}

void ProfileKeeper::change(ProfileStore::Edit edit, Done done)
{
    m_thread.post([this, edit = std::move(edit), done = std::move(done), home = m_inbox.address()] {
        home.post([done, result = m_store.change(edit)] { done(result); });
    });
}

} // namespace tusk::environments
