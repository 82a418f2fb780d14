// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QTemporaryDir>

namespace tusk::tests
{

// A session bus that takes connections, by the kernel's queue, and never says a word.
class MuteBus final
{
public:
    MuteBus(); // ends the test program where that is impossible
    ~MuteBus();
    Q_DISABLE_COPY_MOVE(MuteBus)

    [[nodiscard]] QString address() const;

private:
    QTemporaryDir m_folder;
    int m_socket;
};

} // namespace tusk::tests
