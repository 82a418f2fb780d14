// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "localserver/waiting.h"

#include <QString>

namespace tusk::localserver
{

// A lock on a file between processes. It ends with the last holder of its descriptor, however that one dies;
// a child that was given the descriptor holds it too. The file itself stays for ever: deleting a lock file
// would part those who wait for it from those who come later.
class FileLock final
{
public:
    enum class Mode { Shared, Exclusive };

    FileLock() = default; // no file
    // Makes the file if need be; takes no lock yet.
    [[nodiscard]] static base::Result<FileLock> open(const QString &path);

    // Never waits. Turning one mode into the other may lose the first when the second is refused.
    [[nodiscard]] bool tryLock(Mode mode) const;
    [[nodiscard]] Waited lock(Mode mode, QDeadlineTimer deadline, const Cancellation &cancellation) const;

    [[nodiscard]] bool isOpen() const { return m_file.isValid(); }
    [[nodiscard]] int descriptor() const { return m_file.get(); }

private:
    FileDescriptor m_file;
};

} // namespace tusk::localserver
