// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/failure.h"

#include <QDebug>

#include <cstdlib>

namespace tusk::tests
{

void giveUp(const QString &reason)
{
    qFatal("test bench: %s", qUtf8Printable(reason));
    std::abort();
}

} // namespace tusk::tests
