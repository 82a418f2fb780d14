// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/account.h"

#include <QFile>

#include <cerrno>
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

namespace tusk::localserver
{

namespace
{

// Calls look(entry, buffer, found) with a buffer that grows until the entry fits.
template <class Look>
std::optional<Account> lookUp(Look look)
{
    std::vector<char> buffer(1024);
    passwd entry{};
    passwd *found = nullptr;
    while (look(&entry, buffer, &found) == ERANGE)
        buffer.resize(buffer.size() * 2);
    if (!found)
        return std::nullopt;
    return Account{found->pw_uid, found->pw_gid, QString::fromLocal8Bit(found->pw_name),
                   QFile::decodeName(found->pw_dir)};
}

} // namespace

std::optional<Account> accountNamed(const QString &name)
{
    const QByteArray encoded = name.toLocal8Bit();
    return lookUp([&encoded](passwd *entry, std::vector<char> &buffer, passwd **found) {
        return getpwnam_r(encoded.constData(), entry, buffer.data(), buffer.size(), found);
    });
}

std::optional<Account> accountOf(uid_t user)
{
    return lookUp([user](passwd *entry, std::vector<char> &buffer, passwd **found) {
        return getpwuid_r(user, entry, buffer.data(), buffer.size(), found);
    });
}

std::vector<gid_t> groupsOf(const Account &account)
{
    const QByteArray name = account.name.toLocal8Bit();
    int count = 16;
    std::vector<gid_t> groups(static_cast<size_t>(count));
    while (getgrouplist(name.constData(), account.group, groups.data(), &count) < 0)
        groups.resize(static_cast<size_t>(count));
    groups.resize(static_cast<size_t>(count));
    return groups;
}

} // namespace tusk::localserver
