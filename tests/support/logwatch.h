// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QtCore/qglobal.h>

namespace tusk::tests
{

// Counts what the program says in its log while the object is there: to wait for something that leaves no
// other trace. One at a time; messages go on to where they went before. Thread: counts from any.
class LogWatch final
{
public:
    explicit LogWatch(const QString &part); // of the message
    ~LogWatch();
    Q_DISABLE_COPY_MOVE(LogWatch)

    [[nodiscard]] int count() const;
};

} // namespace tusk::tests
