// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/neonhost.h"

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto suffix = "-pooler"_L1;

QString labelOf(const QString &host)
{
    return host.section(u'.', 0, 0);
}

bool isPooled(const QString &host)
{
    return labelOf(host).endsWith(suffix, Qt::CaseInsensitive);
}

} // namespace

bool isNeonHost(const QString &host)
{
    return host.endsWith(".neon.tech"_L1, Qt::CaseInsensitive) &&
           host.startsWith("ep-"_L1, Qt::CaseInsensitive);
}

QString knownDirectHost(const QString &host)
{
    if (!isNeonHost(host))
        return {};
    return isPooled(host) ? directNeonHost(host) : host;
}

QString directNeonHost(const QString &host)
{
    if (!isNeonHost(host) || !isPooled(host))
        return {};
    QString direct = host;
    return direct.remove(labelOf(host).size() - suffix.size(), suffix.size());
}

QString pooledNeonHost(const QString &host)
{
    if (!isNeonHost(host) || isPooled(host))
        return {};
    QString pooled = host;
    return pooled.insert(labelOf(host).size(), suffix);
}

} // namespace tusk::environments
