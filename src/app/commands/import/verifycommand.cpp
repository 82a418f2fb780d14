// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/import/verifycommand.h"

#include "app/commandcontext.h"
#include "app/commands/import/importprinting.h"
#include "app/databaseaccess.h"
#include "app/texts.h"
#include "app/todolookup.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using importer::ImportState;

CommandSyntax VerifyCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("[IMPORT]");
    syntax.explanation =
        Text::tr("IMPORT is the beginning of the id that “tusk import” has printed; without it the "
                 "newest import. Edits since then are no failure. With --json the keys are import, "
                 "file, finished_at, undone, compared, equal, missing, edited and first_edited.");
    syntax.examples = {u"tusk verify"_s};
    syntax.most = 1;
    return syntax;
}

std::optional<Failure> VerifyCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    m_import = typed.positionalArguments().value(0);
    if (m_import.isEmpty() || !checkIds({m_import}))
        return std::nullopt;
    return usageFailure(
        Text::tr("“%1” is not the id of an import: “tusk import” prints it; the first %2 digits are "
                 "needed at least.")
            .arg(m_import)
            .arg(fewestIdDigits));
}

void VerifyCommand::run(CommandContext &context)
{
    const auto task = [import = m_import](session::Connection &connection) {
        return importer::verifyImport(connection, import);
    };
    context.access().session().run<ImportState>(task, true, context.access().inbox(),
                                                [&context](const base::Result<ImportState> &state) {
                                                    if (!state)
                                                        return context.fail(failureFrom(state.error()));
                                                    print(context, *state);
                                                    context.finish();
                                                });
}

} // namespace tusk::app
