// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::tests
{

// Waits for an exclusive flock on a file, made if missing, and holds it for its life. Programs started
// meanwhile inherit it on purpose: a killed test leaves it held until its last helper has ended.
class FileLock final
{
public:
    explicit FileLock(const QString &path);
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

private:
    int m_descriptor;
};

} // namespace tusk::tests
