// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/statustext.h"

#include "models/workspace.h"

#include <QCoreApplication>

namespace tusk::gui
{

namespace
{

QString readyText(const models::DatabaseLink &link)
{
    if (link.workspace().isStale())
        return QCoreApplication::translate("Status", "catching up…");
    if (link.isStandby())
        return QCoreApplication::translate("Status", "can only be read");
    return link.listeningFailure() ? QCoreApplication::translate("Status", "connected, not live")
                                   : QCoreApplication::translate("Status", "connected");
}

QString stateText(const models::DatabaseLink &link)
{
    switch (link.state()) {
        using enum models::DatabaseLink::State;
    case Idle:
    case Closed:
        return QCoreApplication::translate("Status", "closed");
    case Connecting:
        return QCoreApplication::translate("Status", "connecting…");
    case Waking:
        return QCoreApplication::translate("Status", "waking the database…");
    case MigrationWanted:
        return QCoreApplication::translate("Status", "waits for you");
    case Migrating:
        return QCoreApplication::translate("Status", "setting up…");
    case Opening:
        return QCoreApplication::translate("Status", "reading…");
    case Ready:
        return readyText(link);
    case Offline:
        return QCoreApplication::translate("Status", "offline");
    case Failed:
        return QCoreApplication::translate("Status", "not connected");
    }
    return {};
}

} // namespace

QString statusText(const models::DatabaseLink &link)
{
    QString text = stateText(link);
    const int waiting = static_cast<int>(link.workspace().pending().size());
    if (waiting == 0)
        return text;
    return QCoreApplication::translate("Status", "%1 · %2")
        .arg(text, QCoreApplication::translate("Status", "%Ln change(s) waiting", nullptr, waiting));
}

std::optional<base::Error> statusReason(const models::DatabaseLink &link)
{
    if (!link.error().sentence.isEmpty())
        return link.error();
    const models::Workspace &workspace = link.workspace();
    if (workspace.heldUp())
        return workspace.heldUp()->error;
    if (workspace.hindrance() || link.state() != models::DatabaseLink::State::Ready)
        return workspace.hindrance();
    return link.listeningFailure();
}

} // namespace tusk::gui
