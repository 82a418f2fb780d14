// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectionreport.h"

#include "environments/texts.h"

namespace tusk::environments
{

QString nameOf(TestStep step)
{
    switch (step) {
        using enum TestStep;
    case Resolve:
        return Text::tr("Name of the server");
    case Connect:
        return Text::tr("Connection");
    case Encrypt:
        return Text::tr("Encryption");
    case LogIn:
        return Text::tr("Login");
    case Version:
        return Text::tr("Version");
    case Route:
        return Text::tr("Route");
    case Latency:
        return Text::tr("Latency");
    case Rights:
        return Text::tr("Rights");
    case Schema:
        return Text::tr("Tables");
    }
    return {};
}

const char *wordFor(TestStep step)
{
    switch (step) {
        using enum TestStep;
    case Resolve:
        return "resolve";
    case Connect:
        return "connect";
    case Encrypt:
        return "encrypt";
    case LogIn:
        return "log-in";
    case Version:
        return "version";
    case Route:
        return "route";
    case Latency:
        return "latency";
    case Rights:
        return "rights";
    case Schema:
        return "schema";
    }
    return "";
}

const char *wordFor(StepOutcome out)
{
    switch (out) {
    case StepOutcome::Passed:
        return "passed";
    case StepOutcome::Doubtful:
        return "doubtful";
    case StepOutcome::Failed:
        return "failed";
    }
    return "";
}

} // namespace tusk::environments
