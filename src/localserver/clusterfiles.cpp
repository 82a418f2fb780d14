// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/clusterfiles.h"

namespace tusk::localserver
{

QByteArray serverSettings()
{
    return R"(# Written by Tusk when it made this cluster. Own settings belong below the line in postgresql.conf that
# includes this file, or into ALTER SYSTEM: both win over these.

listen_addresses = ''            # only the socket, never the network
unix_socket_permissions = 0700

fsync = on
full_page_writes = on
synchronous_commit = on          # what the window shows as saved is on the disk

shared_buffers = 128MB           # taken from the system page by page as it is used
max_wal_size = 1GB
min_wal_size = 80MB
wal_level = minimal              # nothing replicates this server
max_wal_senders = 0
max_connections = 40             # several windows, commands, and a person with psql
max_worker_processes = 3
max_parallel_workers = 2
max_parallel_workers_per_gather = 2
max_logical_replication_workers = 0
jit = off                        # compiling takes longer than the queries of a todo list
autovacuum = on
autovacuum_max_workers = 1

# At logout the session manager may remove shared memory of the user from under the server (RemoveIPC).
dynamic_shared_memory_type = mmap

# At most a megabyte a file; Tusk keeps the newest five.
logging_collector = on
log_directory = 'log'
log_filename = 'server-%Y%m%d-%H%M%S.log'
log_rotation_size = 1MB
log_rotation_age = 0
log_line_prefix = '%m [%p] '
log_min_messages = warning
log_min_error_statement = panic  # statements hold todos, which do not belong into a log
log_checkpoints = off
)";
}

QByteArray settingsInclude()
{
    return QByteArray("\ninclude '") + settingsFile + "'\n";
}

QByteArray accessRules()
{
    return R"(# Written by Tusk. The kernel says which account is at the other end of the socket; pg_ident.conf says which
# accounts may come in. There is no password and no trust.
# TYPE  DATABASE  USER  METHOD
local   all       tusk  peer map=tusk
)";
}

QByteArray accountMap(const QStringList &clients)
{
    QByteArray map = "# Written by Tusk: the accounts that may connect.\n# MAP  ACCOUNT  ROLE\n";
    for (const QString &client : clients)
        map += "tusk \"" + client.toLocal8Bit() + "\" " + roleName + '\n';
    return map;
}

} // namespace tusk::localserver
