// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::gui
{

class Settings;

// How the list of a place was left.
struct PlaceState {
    QString sort;       // empty: as the place has it by itself
    QStringList folded; // keys of the groups whose todos are hidden

    bool operator==(const PlaceState &) const = default;
};

// "today", "list:<id>": how a place is called in a file. Empty for a search.
[[nodiscard]] QString placeName(const domain::TodoFilter &place);
[[nodiscard]] std::optional<domain::TodoFilter> placeNamed(const QString &name);

[[nodiscard]] domain::TodoFilter lastPlace(const Settings &settings); // the Inbox at the first start
void setLastPlace(Settings &settings, const domain::TodoFilter &place);

// The states of the places that were changed last are kept, 200 of them.
[[nodiscard]] PlaceState placeState(const Settings &settings, const domain::TodoFilter &place);
void setPlaceState(Settings &settings, const domain::TodoFilter &place, const PlaceState &state);

} // namespace tusk::gui
