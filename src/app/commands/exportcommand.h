// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "exporter/exportrequest.h"

#include <stop_token>

namespace tusk::app
{

class Catalogue;

// tusk export [FILE]: todos into a file that other programs, or Tusk, can read.
class ExportCommand final : public Command
{
public:
    ExportCommand() = default;
    ~ExportCommand() override;

    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    [[nodiscard]] std::optional<Failure> acceptFormat(const QCommandLineParser &typed);
    [[nodiscard]] std::optional<Failure> chooseLists(const Catalogue &catalogue);
    void report(CommandContext &context, const exporter::ExportReport &report) const;

    QStringList m_lists; // by name; empty: everything
    exporter::ExportRequest m_request;
    std::stop_source m_stop;
};

} // namespace tusk::app
