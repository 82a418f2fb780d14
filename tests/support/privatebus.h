// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace tusk::tests
{

// A message bus of the test's own, which starts no services. It ends with the object, and with the test
// however that ends.
class PrivateBus final
{
public:
    PrivateBus();
    ~PrivateBus();
    Q_DISABLE_COPY_MOVE(PrivateBus)

    [[nodiscard]] QString address() const;

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
};

} // namespace tusk::tests
