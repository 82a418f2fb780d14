// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/background.h"
#include "app/command.h"
#include "app/commands/import/importchoices.h"
#include "app/commands/import/importprogressline.h"
#include "importer/importjob.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace tusk::app
{

// tusk import FILE: todos of another program, all or nothing, read back and compared.
class ImportCommand final : public Command
{
public:
    ImportCommand() = default;
    ~ImportCommand() override;

    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] Needs needs() const override { return Needs::Access; }
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    using SourcePointer = std::shared_ptr<importer::ImportSource>;

    void openSource(CommandContext &context);
    void choose(CommandContext &context, const SourcePointer &source);
    void reach(CommandContext &context, const SourcePointer &source);
    void askBeforeBringingUp(CommandContext &context, const SourcePointer &source);
    void openDatabase(CommandContext &context, const SourcePointer &source);
    void import(CommandContext &context, const SourcePointer &source);
    void report(CommandContext &context, const importer::ImportReport &report);

    ImportChoices m_choices;
    bool m_isProduction = false; // the environment
    importer::ImportRequest m_request;
    std::stop_source m_stop;
    std::optional<ImportProgressLine> m_progress;
    std::optional<Background> m_background; // last: it ends first
};

} // namespace tusk::app
