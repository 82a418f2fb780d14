// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"
#include "exporter/exportrequest.h"

#include <QList>
#include <QString>

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

// What can be exported from the window.
struct ExportScope {
    QString name;  // as the choice shows it
    QString title; // of the file, and the beginning of its name; empty: that of the program
    exporter::ExportSelection selection;
    bool canHoldClosed = true; // completed todos and those in the Trash can be taken along
};

// Everything, the place that is shown, the Inbox and the lists.
[[nodiscard]] QList<ExportScope> exportScopes(const models::Workspace &workspace,
                                              const domain::TodoFilter &shown);

} // namespace tusk::gui
