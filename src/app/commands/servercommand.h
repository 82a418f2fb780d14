// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/background.h"
#include "app/command.h"
#include "localserver/servercontrol.h"

#include <optional>

namespace tusk::app
{

// tusk server start, stop, status: the private server, without the todos in it.
class ServerCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] Needs needs() const override { return Needs::Nothing; }
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    using Report = base::Result<localserver::ServerStatus>;
    // What is to be done, on the thread, and how things stand afterwards.
    using Task = Report (*)(localserver::ServerControl &, const localserver::Cancellation &);

    static Report start(localserver::ServerControl &control, const localserver::Cancellation &cancellation);
    static Report stop(localserver::ServerControl &control, const localserver::Cancellation &cancellation);
    static Report look(localserver::ServerControl &control, const localserver::Cancellation &cancellation);
    static void print(CommandContext &context, const localserver::ServerStatus &status);

    Task m_task = nullptr;
    std::optional<Background> m_background;
};

} // namespace tusk::app
