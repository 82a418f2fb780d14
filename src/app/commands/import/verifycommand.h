// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"

namespace tusk::app
{

// tusk verify [IMPORT]: compares the todos of an import with what the file held, and says what was edited
// since.
class VerifyCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    QString m_import; // beginning of the id; empty: the newest
};

} // namespace tusk::app
