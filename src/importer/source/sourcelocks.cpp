// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/sourcelocks.h"

#include <fcntl.h>

namespace tusk::importer
{

namespace
{

// Of the library's os_unix.c and wal.c; part of its file format, because programs of all versions share them.
constexpr off_t pendingByte = 0x40000000;
constexpr off_t firstSharedByte = pendingByte + 2;
constexpr off_t sharedBytes = 510;
constexpr off_t checkpointByte = 120 + 1;

bool lockForReading(int file, off_t start, off_t length)
{
    struct flock lock = {};
    lock.l_type = F_RDLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = start;
    lock.l_len = length;
    return fcntl(file, F_SETLK, &lock) == 0;
}

bool isFree(int file, off_t start)
{
    struct flock lock = {};
    lock.l_type = F_RDLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = start;
    lock.l_len = 1;
    return fcntl(file, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK;
}

} // namespace

bool lockPages(int database)
{
    // Somebody pending waits for the readers that are there and wants no more of them.
    return isFree(database, pendingByte) && lockForReading(database, firstSharedByte, sharedBytes);
}

bool lockCheckpoints(int index)
{
    return lockForReading(index, checkpointByte, 1);
}

} // namespace tusk::importer
