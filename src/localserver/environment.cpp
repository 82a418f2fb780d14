// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/environment.h"

#include "base/paths.h"

#include <unistd.h>

namespace tusk::localserver
{

Environment Environment::current()
{
    Environment environment;
    environment.user = geteuid();
    environment.clusterFolder = qEnvironmentVariable("TUSK_CLUSTER_DIR");
    environment.dataFolder = base::dataFolder();
    environment.runtimeFolder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    environment.binariesFolder = qEnvironmentVariable("TUSK_PG_BINDIR");
    environment.searchPath = qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts);
    return environment;
}

} // namespace tusk::localserver
