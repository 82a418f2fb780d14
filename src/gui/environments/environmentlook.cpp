// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/environments/environmentlook.h"

#include "environments/environmentprofile.h"
#include "gui/theme/environmentcolors.h"

#include <QCoreApplication>

namespace tusk::gui
{

using environments::EnvironmentKind;
using environments::EnvironmentProfile;

QString environmentName(const EnvironmentProfile &profile)
{
    const bool isUnnamed =
        profile.isPrivateServer() && profile.name == environments::privateServerProfile().name;
    return isUnnamed ? QCoreApplication::translate("Environments", "Local") : profile.name;
}

QString environmentColor(const EnvironmentProfile &profile)
{
    return profile.colour.isEmpty() ? environmentColor(profile.kind) : profile.colour;
}

QString environmentColor(EnvironmentKind kind)
{
    switch (kind) {
    case EnvironmentKind::Local:
        return environmentcolors::local;
    case EnvironmentKind::Development:
        return environmentcolors::development;
    case EnvironmentKind::Staging:
        return environmentcolors::staging;
    case EnvironmentKind::Production:
        return environmentcolors::production;
    }
    return {};
}

} // namespace tusk::gui
