// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/background.h"
#include "app/command.h"
#include "app/commands/localchecks.h"

#include <QElapsedTimer>
#include <QList>

#include <optional>

namespace tusk::app
{

// tusk doctor: looks at everything that Tusk needs, one line each, and says what to do about what is wrong.
// Changes nothing: neither makes a database nor brings one up.
class DoctorCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] Needs needs() const override { return Needs::Access; }
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    void checkConnection(CommandContext &context);
    void checkSchema(CommandContext &context);
    void checkSearch(CommandContext &context);
    void end(CommandContext &context, std::optional<Failure> failure = {});
    void print(CommandContext &context) const;

    std::optional<Background> m_background;
    QElapsedTimer m_connecting;
    QString m_unsentFolder;
    QList<Finding> m_findings;
};

} // namespace tusk::app
