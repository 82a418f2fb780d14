#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tusk authors
# SPDX-License-Identifier: MIT
#
# guardian.sh FOLDER: waits for the lock that the owner of FOLDER holds, ends every program whose command line
# names FOLDER, and removes it. See ServerFolder.

# In the environment, because an argument would make this script one of the programs it looks for.
if [ -n "${1-}" ]; then
    TUSK_GUARDED_FOLDER=$1
    export TUSK_GUARDED_FOLDER
    exec /bin/sh "$0"
fi
folder=$TUSK_GUARDED_FOLDER
cd / || exit 1

exec 9>"$folder/owner.lock" || {
    rm -rf "$folder"
    exit
}
flock 9

# The pattern goes through a pipe: as an argument it would make grep one of the programs it finds.
programs()
{
    # shellcheck disable=SC2062 # the pattern comes from the pipe, these are files
    printf '%s/' "$folder" | grep -lsaF -f - /proc/[0-9]*/cmdline | cut -d / -f 3
}

segment=$(sed -n 7p "$folder/data/postmaster.pid" 2>/dev/null | awk '{ print $2 }')
tries=0
running=$(programs)
while [ -n "$running" ]; do
    # QUIT makes PostgreSQL and PgBouncer stop at once; CONT wakes what a test has stopped.
    [ $tries -eq 0 ] && signal=QUIT
    [ $tries -eq 100 ] && signal=KILL
    for pid in $running; do
        kill -s "$signal" "$pid" 2>/dev/null
        kill -s CONT "$pid" 2>/dev/null
    done
    tries=$((tries + 1))
    [ $tries -gt 200 ] && break
    sleep 0.02
    running=$(programs)
done

# A server that was killed leaves its small System V segment behind.
[ -n "$segment" ] && ipcrm -m "$segment" 2>/dev/null
tries=0
until rm -rf "$folder" 2>/dev/null || [ $tries -gt 50 ]; do
    tries=$((tries + 1))
    sleep 0.02
done
