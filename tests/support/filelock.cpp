// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/filelock.h"

#include "support/failure.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

FileLock::FileLock(const QString &path)
    : m_descriptor(open(qUtf8Printable(path), O_RDWR | O_CREAT, 0600))
{
    if (m_descriptor < 0 || flock(m_descriptor, LOCK_EX) != 0)
        giveUp(u"cannot lock %1"_s.arg(path));
}

FileLock::~FileLock()
{
    flock(m_descriptor, LOCK_UN); // also for helpers that still hold the descriptor
    close(m_descriptor);
}

} // namespace tusk::tests
