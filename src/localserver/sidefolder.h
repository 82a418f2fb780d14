// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "localserver/clusterlocation.h"
#include "localserver/filelock.h"

namespace tusk::localserver
{

// What processes of Tusk leave for each other beside the cluster:
// - control.lock: held by the one that initialises, starts or stops the server, or joins or leaves its users;
// - users.lock: held together by all that use the server. A lock dies with its process, so a user that
//   crashed is no user any more;
// - marks: wishes that outlive the process that had them.
class SideFolder final
{
public:
    enum class Mark {
        KeepRunning,      // the last user does not stop the server
        StoppedOnRequest, // someone asked for the stop: it is no accident
    };

    explicit SideFolder(const ClusterLocation &location);

    // Makes the folder, and where the cluster is to be.
    [[nodiscard]] base::Result<void> make() const;

    [[nodiscard]] base::Result<FileLock> takeControl(QDeadlineTimer deadline,
                                                     const Cancellation &cancellation) const;
    // Holding control:
    [[nodiscard]] base::Result<FileLock> join() const;
    // Gives up being a user. True if there is no other.
    [[nodiscard]] bool leave(FileLock user) const;

    // How many use the server now, as far as the system lets us see them.
    [[nodiscard]] int countUsers() const;

    // A mark holds until it is taken back or the computer starts anew.
    [[nodiscard]] base::Result<void> setMark(Mark mark) const;
    void clearMark(Mark mark) const;
    [[nodiscard]] bool hasMark(Mark mark) const;

private:
    [[nodiscard]] QString path(QLatin1StringView name) const { return m_folder + u'/' + name; }
    [[nodiscard]] QString markPath(Mark mark) const;

    QString m_folder;
    QString m_parent;
    bool m_ofRoot = false;
};

} // namespace tusk::localserver
