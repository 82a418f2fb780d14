// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "app/commands/import/importchoices.h"
#include "app/commands/import/importprogressline.h"
#include "environments/environmentprofile.h"
#include "importer/importrunner.h"

#include <memory>
#include <optional>

namespace tusk::app
{

// tusk import FILE: todos of another program, all or nothing, read back and compared.
class ImportCommand final : public Command
{
public:
    ImportCommand();
    ~ImportCommand() override;

    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] Needs needs() const override { return Needs::Access; }
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;
    bool interrupt(CommandContext &context) override;

private:
    void openSource(CommandContext &context);
    [[nodiscard]] base::Error unopened(base::Error error) const;
    void choose(CommandContext &context);
    void reach(CommandContext &context);
    void askFirst(CommandContext &context, const environments::EnvironmentProfile &environment);
    void openDatabase(CommandContext &context);
    void import(CommandContext &context);
    [[nodiscard]] base::Error notImported(base::Error error) const;
    void report(CommandContext &context, const importer::ImportReport &report);

    ImportChoices m_choices;
    importer::ImportRequest m_request;
    importer::ImportRunner::Source m_source;
    std::optional<ImportProgressLine> m_progress;
    std::unique_ptr<importer::ImportRunner> m_runner; // last: it ends first
};

} // namespace tusk::app
