// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commandline.h"
#include "app/processsetup.h"
#include "app/windowapplication.h"

#include <cstdio>

using namespace tusk;

namespace
{

int complain(const base::Error &error)
{
    std::fputs(qUtf8Printable(error.sentence + u'\n'), stderr);
    return static_cast<int>(app::ExitCode::Usage);
}

int run(int count, char *words[])
{
    const base::Result<QStringList> arguments = app::decodedArguments(count, words);
    if (!arguments)
        return complain(arguments.error());
    const std::optional<app::WindowRequest> window = app::windowRequest(*arguments);
    if (!window)
        return app::runCommandLine(count, words, *arguments);
    if (const auto failure = app::checkEnvironment(window->environment))
        return complain(failure->error);
    return app::runWindow(count, words, window->environment);
}

} // namespace

int main(int count, char *words[])
{
    app::prepareProcess();
    return app::leave(run(count, words));
}
