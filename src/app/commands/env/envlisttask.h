// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commands/env/envtask.h"

namespace tusk::app
{

// tusk env list: every environment, in its order.
class EnvListTask final : public EnvTask
{
public:
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const QStringList &words) override;
    void run(CommandContext &context, EnvTools &tools) override;
};

} // namespace tusk::app
