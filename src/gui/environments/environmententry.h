// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QUuid>

namespace tusk::gui
{

// An environment of the user as the window shows it.
struct EnvironmentEntry {
    QUuid id;
    QString name;
    QString color; // #rrggbb
    QString state; // in a few words; empty: it was not opened in this run
    bool asksBeforeDeleting = false;
    bool isProduction = false;
    bool asksBeforeImporting = false;

    bool operator==(const EnvironmentEntry &) const = default;
};

} // namespace tusk::gui
