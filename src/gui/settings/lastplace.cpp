// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/lastplace.h"

#include "domain/placename.h"
#include "gui/settings/environmentmemory.h"
#include "gui/settings/settingkeys.h"

namespace tusk::gui
{

using Place = domain::TodoFilter::Place;

domain::TodoFilter lastPlace(const Settings &settings, const QUuid &environment)
{
    return domain::placeNamed(valueOf(settings, settingkeys::lastPlaces, environment).toString())
        .value_or(domain::TodoFilter::at(Place::Inbox));
}

void setLastPlace(Settings &settings, const QUuid &environment, const domain::TodoFilter &place)
{
    const QString name = domain::placeName(place);
    if (!name.isEmpty())
        setValueOf(settings, settingkeys::lastPlaces, environment, name);
}

} // namespace tusk::gui
