// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::tests
{

enum class Storage {
    Memory, // in /dev/shm where that has room: quick, and a server without fsync needs no more
    Disk,
};

// Where everything that tests leave behind lives: tusk-tests-<uid> in /dev/shm or in /tmp, or $TUSK_TEST_DIR.
// Short, because the path of a unix socket may have 107 bytes.
[[nodiscard]] QString testFolder(Storage storage);

// A private folder for a server, with a guardian: a small process that waits for the lock which this object
// holds. When the lock falls, by the destructor or because the test died in whatever way, the guardian ends
// every program whose command line names the folder, then removes the folder. What is left behind when a
// guardian dies too (a reboot) is swept by the next test.
class ServerFolder final
{
public:
    ServerFolder(const QString &label, Storage storage);
    ~ServerFolder(); // waits until the programs have ended and the folder is gone
    Q_DISABLE_COPY_MOVE(ServerFolder)

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString file(const QString &name) const { return m_path + u'/' + name; }

private:
    QString m_path;
    int m_lock = -1;
};

} // namespace tusk::tests
