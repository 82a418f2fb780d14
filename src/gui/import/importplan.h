// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/importpreview.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::gui
{

// What the user decides about an import, and what follows from it. A value.
struct ImportPlan {
    importer::Mapping recognised; // as the file was understood
    importer::Mapping mapping;    // with what was changed by hand
    QList<importer::SourceOwner> people;
    QStringList chosenPeople;    // ids; of those above
    QByteArray zone = {};        // of times that name none; empty: UTC
    std::optional<QString> list; // for todos without one; empty: the Inbox; none: the usual one
    bool keepBackup = false;
    bool prioritiesAreTurned = false; // in mapping: the greatest number is the lowest

    bool operator==(const ImportPlan &) const = default;

    // The people of a file, of whom the one with the most todos is chosen where nothing was said, and what
    // belongs to nobody.
    void meet(const QList<importer::SourceOwner> &owners);
    [[nodiscard]] bool isComplete() const; // nothing is missing that only the user knows

    [[nodiscard]] QStringList owners() const; // for a request; empty: all
    [[nodiscard]] qsizetype persons() const;  // chosen ones; nobody does not count
    [[nodiscard]] bool ownersAreLists() const;
    [[nodiscard]] QString listName() const; // where todos without a list go; empty: the Inbox
    [[nodiscard]] importer::ConversionOptions conversion() const;
};

} // namespace tusk::gui
