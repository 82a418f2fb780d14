// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/chosendatabase.h"
#include "app/commandline.h"
#include "app/processsetup.h"
#include "app/windowapplication.h"

#include <cstdio>

using namespace tusk;

namespace
{

int complain(const base::Error &error, app::ExitCode code)
{
    std::fputs(qUtf8Printable(error.sentence + u'\n'), stderr);
    return static_cast<int>(code);
}

int run(int count, char *words[])
{
    const base::Result<QStringList> arguments = app::decodedArguments(count, words);
    if (!arguments)
        return complain(arguments.error(), app::ExitCode::Usage);
    const std::optional<app::WindowRequest> window = app::windowRequest(*arguments);
    if (!window)
        return app::runCommandLine(count, words, *arguments);
    const auto wrongName =
        window->environment ? app::checkEnvironmentName(*window->environment) : std::nullopt;
    if (wrongName)
        return complain(wrongName->error, wrongName->code);
    auto database = app::chooseDatabase(window->environment.value_or(QString()));
    if (const auto *failure = std::get_if<app::Failure>(&database))
        return complain(failure->error, failure->code);
    auto &chosen = std::get<app::ChosenDatabase>(database);
    app::takeVariables(chosen);
    return app::runWindow(count, words, chosen);
}

} // namespace

int main(int count, char *words[])
{
    app::prepareProcess();
    return app::leave(run(count, words));
}
