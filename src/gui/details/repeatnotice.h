// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/action.h"

#include <QObject>

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

// Notices when a todo that repeats is completed, wherever that was done. Its next date is not made by itself
// yet: that is said instead of leaving it to be found out, and the user may pick one.
class RepeatNotice final : public QObject
{
    Q_OBJECT

public:
    // workspace must outlive this.
    explicit RepeatNotice(models::Workspace &workspace, QObject *parent = nullptr);

    // The todo is open again, and due then: one action.
    void repeatOn(const domain::Todo &completed, const domain::When &due);

Q_SIGNALS:
    // sentence says so; change.after is the todo as it is now.
    void completed(const tusk::domain::TodoChange &change, const QString &sentence);
    // More at once than can be asked about one after the other.
    void manyCompleted(const QString &sentence);

private:
    void look(const domain::Action &action);

    models::Workspace &m_workspace;
};

} // namespace tusk::gui
